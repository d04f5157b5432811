/** Answers about a moment, for people. */
import { exceptionName } from "../../check/call-chain.ts";
import { hex } from "../../check/window.ts";
import { hypervisorName } from "../../system/consoles.ts";
import type { Call, CallChain } from "../../time/questions/calls.ts";
import type { InterruptRow } from "../../time/questions/interrupts.ts";
import type { Bytes, Moment, Registers, VmRow, WorldRegisters } from "../../time/questions/moment.ts";
import type { Grant, Mpu, Sau } from "../../time/questions/protection.ts";
import type { LastAccess, Printed, Stand } from "../../time/questions/search.ts";
import type { Setting } from "../../time/questions/setting.ts";
import type { Rights, Why } from "../../time/questions/why.ts";
import { lastLineText } from "./last-line.ts";

const word = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
export const secondsText = (nanoseconds: number): string => {
  const whole = Math.floor(nanoseconds / 1e9);
  return `${whole}.${String(nanoseconds - whole * 1e9).padStart(9, "0")} s`;
};

/** Columns padded to the widest cell; no spaces at the end of a line. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const shortFile = (file: string): string => file.split("/").slice(-2).join("/");

export function callText({ function: name, address, offset_bytes, file, line }: Call): string {
  const place = file === null ? "" : ` (${shortFile(file)}:${line})`;
  const offset = file === null && name !== null && offset_bytes !== null ? `+${hex(offset_bytes)}` : "";
  return name === null ? `${hex(address)}, in no image's code` : `${name}${offset}${place}`;
}

export function momentLines(moment: Moment): string[] {
  const mode = moment.exception === 0 ? "thread" : exceptionName(moment.exception);
  const asleep = moment.asleep ? ", asleep" : "";
  const who = moment.vm === null ? "no VM is in yet" : `${moment.vm} runs`;
  const at = moment.at === null ? "" : ` at ${callText(moment.at)}`;
  return [`${secondsText(moment.time_ns)}, tick ${moment.tick}`, `${who}${at}; ${moment.state}, ${mode}${asleep}`, ""];
}

export function registerLines(registers: Registers): string[] {
  const { r, secure, non_secure, xpsr, state } = registers;
  const names = r.map((_, index) => ["sp", "lr", "pc"][index - 13] ?? `r${index}`);
  const general = [0, 4, 8, 12].map((first) =>
    [0, 1, 2, 3].map((index) => `${(names[first + index] ?? "").padEnd(3)} ${word(r[first + index] ?? 0)}`),
  );
  const banks = Object.keys(non_secure) as (keyof WorldRegisters)[];
  const both = banks.map((name) => [name, word(non_secure[name]), word(secure[name])]);
  const { hfsr, bfar, sfsr, sfar, fpscr } = registers;
  return [
    ...tableLines(general),
    `xpsr ${word(xpsr)}, ${state}`,
    "",
    ...tableLines([["", "non-secure", "secure"], ...both]),
    "",
    `hfsr ${word(hfsr)}  bfar ${word(bfar)}  sfsr ${word(sfsr)}  sfar ${word(sfar)}  fpscr ${word(fpscr)}`,
  ];
}

const rowBytes = 16;

export function byteLines({ address, bytes }: Bytes): string[] {
  const lines: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += rowBytes) {
    const row = bytes.slice(offset, offset + rowBytes);
    const digits = row.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    lines.push(`${word(address + offset)}  ${digits.padEnd(3 * rowBytes - 1)}  ${text}`);
  }
  return lines;
}

const endTexts: Readonly<Record<string, string>> = {
  "no rules": "the caller cannot be found: no unwind rules there",
  unreadable: "the caller cannot be found: its stack is not in memory",
  "outside images": "the caller cannot be found: this is in no image's code",
  loop: "the stack leads back to itself",
  limit: "and more",
};

export function callLines({ frames, end }: CallChain): string[] {
  const lines = frameLines(frames);
  const told = endTexts[end];
  return told === undefined ? lines : [...lines, `    ${told}`];
}

function frameLines(frames: readonly Call[]): string[] {
  return frames.flatMap((frame, index) => {
    const before = frames[index - 1];
    const doubt = frame.guessed ? " (by its stack, not for sure)" : "";
    const inlined = frames[index + 1]?.kind === "inlined" ? " (inlined)" : "";
    const owner = frame.vm === null ? "" : `  ${frame.vm}`;
    const border = before === undefined || before.state === frame.state ? [] : [`    -- from ${frame.state} state --`];
    const came = frame.exception === null ? [] : [`    -- ${exceptionName(frame.exception)} came in here --`];
    const number = `#${index}`.padEnd(3);
    return [...came, ...border, `${number} ${word(frame.address)}  ${callText(frame)}${inlined}${owner}${doubt}`];
  });
}

export function vmLines(rows: readonly VmRow[]): string[] {
  const cells = rows.map(({ name, runs, image, last_line, defined }) => [
    `${runs ? "*" : " "} ${name}`,
    image === null ? "no image" : shortFile(image),
    defined ?? "",
    lastLineText(last_line),
  ]);
  return tableLines(cells);
}

const grantText = ({ vm, element, place }: Grant): string => `${vm === null ? "" : `${vm}.`}${element} (${place})`;
const grantsText = (grants: readonly Grant[]): string => grants.map(grantText).join(", ");

export function sauLines({ enabled, all_non_secure, entries }: Sau): string[] {
  const off = all_non_secure ? "everything is left to the IDAU" : "everything is Secure";
  const head = enabled ? "SAU on: what no entry covers is Secure" : `SAU off: ${off}`;
  const rows = entries.map((one) => {
    if (!one.enabled) return [`${one.index}`, "off"];
    const from = [grantsText(one.from), one.hypercall ? "the hypercall's page" : ""].filter((text) => text !== "");
    return [`${one.index}`, `${word(one.base)}..${word(one.last)}`, one.attribute, from.join(", ")];
  });
  return [head, ...tableLines(rows)];
}

export function mpuLines({ non_secure, secure, regions }: Mpu): string[] {
  const state = ({ enabled, default_map }: Mpu["secure"]): string =>
    enabled ? `on${default_map ? ", privileged code has the default map behind it" : ""}` : "off: the default map";
  const rows = regions.map((one) => {
    const range = `${word(one.base)}..${word(one.last)}`;
    const rights = `${one.privileged} privileged, ${one.unprivileged} unprivileged`;
    const within = one.within.length === 0 ? "" : `in ${grantsText(one.within)}`;
    return [one.state, `${one.index}`, range, rights, within];
  });
  return [`MPU_NS ${state(non_secure)}`, `MPU_S ${state(secure)}`, ...tableLines(rows)];
}

export function interruptLines(rows: readonly InterruptRow[]): string[] {
  const cells = rows.map((one) => {
    const flags = [
      one.enabled ? "enabled" : "disabled",
      ...(one.pending ? ["pending"] : []),
      ...(one.active ? ["active"] : []),
      ...(one.level ? ["line high"] : []),
    ];
    const owners = one.owners.map(({ vm, element, place }) => `${vm}.${element} (${place})`);
    return [`${one.line}`, one.name, one.target, `priority ${one.priority}`, flags.join(", "), owners.join(", ")];
  });
  return cells.length === 0 ? ["no interrupt is set up, pending, or in the configuration"] : tableLines(cells);
}

const rightsText = ({ read, write, execute }: Rights, writable: boolean): string => {
  const able = [read ? "read" : "", write && writable ? "write" : "", execute ? "execute" : ""].filter(Boolean);
  return able.length === 0 ? "nothing" : able.join(", ");
};

const byMpu = ({ mpu_region }: Rights): string => (mpu_region === null ? "" : `MPU region ${mpu_region}`);

export function whyLines(why: Why): string[] {
  const { symbol, idau, sau, grants, writable_memory: writable } = why;
  const name = symbol === null ? "" : ` ${symbol}`;
  const rows = (["non_secure", "secure"] as const).flatMap((state) =>
    (["privileged", "unprivileged"] as const).map((level) => {
      const rights = why[state][level];
      return [`  ${state.replace("_", "-")} ${level}`, rightsText(rights, writable), byMpu(rights)];
    }),
  );
  const range = idau === null ? "" : `${word(idau.base)}..${word(idau.last)}`;
  const own = grants.filter(({ vm }) => vm === why.vm).length;
  const current = why.vm !== null && own === 0 ? `; ${why.vm}, which is in, has no grant there` : "";
  return [
    `${word(why.address)}${name}: ${why.resident}`,
    `${why.attribute}: ${sauText(why)}; IDAU: ${idau === null ? "no region" : `${idau.attribute} ${range}`}`,
    ...(sau === null || sau.from.length === 0 ? [] : [`  SAU entry ${sau.index} stands for ${grantsText(sau.from)}`]),
    ...tableLines(rows),
    ...(writable ? [] : ["  the bus takes no writes there, whoever asks"]),
    grants.length === 0 ? `no grant of the configuration${current}` : `granted: ${grantsText(grants)}${current}`,
  ];
}

function sauText({ sau_enabled, sau, sau_entries }: Why): string {
  if (!sau_enabled) return "SAU off";
  if (sau !== null) return `SAU entry ${sau.index} (${sau.attribute})`;
  if (sau_entries.length === 0) return "no SAU entry";
  return `SAU entries ${sau_entries.join(" and ")} overlap, so none counts`;
}

/** Who set an entry that decides. */
export function settingLines(entry: string, set: Setting | null): string[] {
  if (set === null) return [`${entry} is as it was when the run began`];
  const [frame] = set.frames;
  const where = set.by === hypervisorName || frame === undefined ? "" : ` in ${callText(frame)}`;
  return [`${entry} was set at ${secondsText(set.time_ns)}, tick ${set.tick}, by ${set.by ?? "nobody known"}${where}`];
}

const standText = ({ tick, time_ns, vm }: Stand): string =>
  `${secondsText(time_ns)}, tick ${tick}${vm === null ? "" : `, ${vm}`}`;

export function accessLines(found: LastAccess & Stand): string[] {
  const { kind, value, size_bytes, address } = found;
  const digits = `0x${value.toString(16).padStart(2 * size_bytes, "0")}`;
  const deed = kind === "write" ? `${digits} written to` : `${digits} read from`;
  return [standText(found), `${deed} ${word(address)} (${size_bytes} bytes)`, ...frameLines(found.frames)];
}

export function foundCallLines(found: { readonly arguments: readonly number[] } & Stand): string[] {
  const values = found.arguments.map((value, index) => `r${index} ${word(value)}`).join("  ");
  const how = values === "" ? "merged into its caller: its arguments have no fixed place" : values;
  return [standText(found), how, ...frameLines(found.frames)];
}

export const printedLines = (found: Printed & Stand): string[] => [
  standText(found),
  `${found.port}: ${found.text}`,
  `the line's first byte was sent there; it was whole at tick ${found.end_tick}`,
];
