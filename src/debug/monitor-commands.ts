/** What GDB's `monitor` can ask: moments, VMs, the security map. Each answer is text for people. */
import { beatsPerSecond } from "../base/beat.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../time/hunt.ts";
import type { Target, Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";
import { threadNames, threadNow } from "./threads.ts";

interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (timeline: Timeline, words: string) => Work<string>;
}

const commands: Readonly<Record<string, Command>> = {
  when: { usage: "when", does: "tick, virtual time and VM of this moment", run: at(whenText) },
  goto: { usage: "goto TICK|TIME", does: "go to a moment: 120000, 1.5s, 200ms, begin, end", run: goTo },
  "last-write": {
    usage: "last-write ADDR[,LEN]",
    does: "go back to the last write of memory",
    run: lastAccess("write"),
  },
  "last-read": { usage: "last-read ADDR[,LEN]", does: "go back to the last read of memory", run: lastAccess("read") },
  printed: {
    usage: "printed TEXT",
    does: "go back to where a console line with TEXT ended",
    run: printed(findPrevious),
  },
  "next-printed": { usage: "next-printed TEXT", does: "go on to where one ends", run: printed(findNext) },
  vms: { usage: "vms", does: "the VMs, and which is in", run: at(vmTable) },
  sau: { usage: "sau", does: "the SAU's regions as they stand", run: at(sauTable) },
  reset: { usage: "reset [halt]", does: "go to the begin of the run", run: toBegin },
  system_reset: { usage: "system_reset", does: "as reset", run: toBegin },
  halt: { usage: "halt", does: "nothing: the machine stands whenever you are asked", run: at(whenText) },
  stop: { usage: "stop", does: "as halt", run: at(whenText) },
  help: { usage: "help", does: "this", run: at(helpText) },
};

/** Does what a line says; the answer is text without a last line end. */
export function* monitorCommand(timeline: Timeline, line: string): Work<string> {
  const match = /^\s*(\S+)\s*(.*?)\s*$/s.exec(line);
  if (match === null) return helpText();
  const name = match[1] ?? "";
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return `no command \`${name}\`\n${helpText()}`;
  return yield* command.run(timeline, match[2] ?? "");
}

/** An answer that needs no way to go. */
function at(say: (timeline: Timeline) => string): Command["run"] {
  // biome-ignore lint/correctness/useYield: work that is done at once
  return function* (timeline) {
    return say(timeline);
  };
}

function helpText(): string {
  const rows = Object.values(commands).map(({ usage, does }) => `${usage.padEnd(24)}${does}`);
  const after = "after going somewhere: `maintenance flush register-cache`, `maintenance flush dcache`";
  return [...rows, after].join("\n");
}

function whenText(timeline: Timeline): string {
  const { tick, beat } = timeline.now();
  const vm = threadNames(timeline)[threadNow(timeline) - 1] ?? "nobody";
  const pc = (timeline.machine.core.cpu.r[15] ?? 0) >>> 0;
  const image = timeline.system.images.find(({ image: one }) => one.symbols.functionAt(pc) !== null);
  const place = image?.image.symbols.functionAt(pc) ?? null;
  const where = place === null ? hex(pc) : `${hex(pc)} ${place.symbol.name}+${place.offsetBytes}`;
  return `tick ${tick}, ${(beat / beatsPerSecond).toFixed(9)} s, ${vm}, ${where}`;
}

function* goTo(timeline: Timeline, text: string): Work<string> {
  const target = targetOf(timeline, text);
  if (target === null) return `goto: \`${text}\` is no moment; a tick, or a time like 1.5s, 200ms, 50us, begin, end`;
  const { edge } = yield* timeline.seek(target);
  return `${edge === null ? "" : `${edge} of history: `}${whenText(timeline)}`;
}

const unitBeats: Readonly<Record<string, number>> = {
  s: beatsPerSecond,
  ms: beatsPerSecond / 1000,
  us: beatsPerSecond / 1_000_000,
};

function targetOf(timeline: Timeline, text: string): Target | null {
  if (text === "begin") return timeline.begin();
  if (text === "end") return timeline.end() ?? timeline.known();
  const match = /^(\d+(?:\.\d+)?)(s|ms|us|t?)$/.exec(text);
  if (match === null) return null;
  const [, number = "", unit = ""] = match;
  const beats = unitBeats[unit];
  if (beats !== undefined) return { beat: Math.round(Number(number) * beats) };
  return number.includes(".") ? null : { tick: Number(number) };
}

function lastAccess(kind: "read" | "write"): Command["run"] {
  return function* (timeline, text) {
    const [address = Number.NaN, sizeBytes = 4] = text.split(",").map(Number);
    const isRange = Number.isInteger(address) && Number.isInteger(sizeBytes) && address >= 0 && sizeBytes > 0;
    if (!isRange || address + sizeBytes > 2 ** 32) return `\`${text}\` is no range; 0x20001000 or 0x20001000,8`;
    const hit = yield* findPrevious(timeline, { watchpoints: [{ address, sizeBytes, kind }] });
    if (hit.kind !== "access") return `no ${kind} before; ${endText(timeline, hit)}`;
    const { access } = hit;
    return `${kind} of ${hex(access.value)} (${access.sizeBytes} bytes) at ${hex(access.address)}\n${whenText(timeline)}`;
  };
}

type Search = (timeline: Timeline, hunt: Hunt) => Work<Hit>;

function printed(search: Search): Command["run"] {
  return function* (timeline, text) {
    const hit = yield* search(timeline, {
      event: ({ kind, fields }) => kind === "console" && String(fields.text).includes(text),
    });
    if (hit.kind !== "event") return `no console line has \`${text}\`; ${endText(timeline, hit)}`;
    return `[${hit.event.vm ?? ""}] ${String(hit.event.fields.text)}\n${whenText(timeline)}`;
  };
}

const endText = (timeline: Timeline, { kind }: Hit): string => `${kind} of history: ${whenText(timeline)}`;

function* toBegin(timeline: Timeline): Work<string> {
  yield* timeline.seek(timeline.begin());
  return whenText(timeline);
}

function vmTable(timeline: Timeline): string {
  const now = threadNow(timeline);
  const { hypervisor } = timeline.system;
  const partitions = hypervisor.kind === "firmware" ? [] : hypervisor.model.partitions;
  return threadNames(timeline)
    .map((name, index) => {
      const regions = partitions[index]?.regions ?? [];
      const text = regions.map(({ base, sizeBytes }) => `${hex(base.value)}+${hex(sizeBytes.value)}`).join(" ");
      return `${index + 1 === now ? "*" : " "} ${String(index + 1).padEnd(3)}${name.padEnd(16)}${text}`.trimEnd();
    })
    .join("\n");
}

/** SAU_RLAR: bit 0 enables, bit 1 makes it Non-secure Callable; limits end in 0x1f (DDI 0553). */
function sauTable({ machine }: Timeline): string {
  const { cpu, board } = machine.core;
  const state = (cpu.sauCtrl & 1) !== 0 ? "on" : (cpu.sauCtrl & 2) !== 0 ? "off, all Non-secure" : "off, all Secure";
  const rows = Array.from({ length: board.sauRegions }, (_, index) => {
    const [base, last] = [cpu.sauRbar[index] ?? 0, cpu.sauRlar[index] ?? 0];
    const kind = (last & 1) === 0 ? "off" : (last & 2) === 0 ? "NS" : "NSC";
    return `${index}  ${hex(base >>> 0)} to ${hex((last | 0x1f) >>> 0)}  ${kind}`;
  });
  return [`SAU ${state}`, ...rows].join("\n");
}

const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
