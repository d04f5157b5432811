/** Threads, their frames and what is to be seen in a frame. */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { exceptionName } from "../../check/call-chain.ts";
import { type BacktraceFrame, backtrace } from "../../image/backtrace.ts";
import type { SourcePlace } from "../../image/dwarf/debug-info.ts";
import { fieldOf } from "../../lens/field.ts";
import { stateOf } from "../../system/stopped-state.ts";
import { registersOf } from "../registers.ts";
import type { ThreadId } from "../roster.ts";
import type { Scene } from "./c-value.ts";
import { type Desk, frameOf, hex, refuse, type ShownFrame, withParts } from "./desk.ts";
import { localsIn, physicalFrames } from "./locals.ts";
import { nameAt, shownDatum, typeText } from "./values.ts";

/** The VMs, or the threads of their RTOSes. */
export function threads({ roster }: Desk): DebugProtocol.ThreadsResponse["body"] {
  const rows = roster.rows().map(({ process, number, name, state }) => {
    const vm = roster.names[process] ?? "";
    return { id: number, name: `${name === null ? vm : `${vm}: ${name}`} (${state})` };
  });
  return { threads: rows };
}

export function threadOf({ roster }: Desk, number: number): ThreadId {
  const now = roster.now();
  if (now.number === number) return now;
  return roster.rows().find((row) => row.number === number) ?? refuse(`there is no thread ${number} any more`);
}

export function stackTrace(
  desk: Desk,
  { threadId, startFrame = 0, levels = 0 }: DebugProtocol.StackTraceArguments,
): DebugProtocol.StackTraceResponse["body"] {
  const { timeline, roster, view } = desk;
  const thread = threadOf(desk, threadId);
  const isLive = thread.number === roster.now().number;
  const state = isLive ? stateOf(timeline.machine) : roster.left(thread);
  const images = timeline.system.images.map(({ image }) => image);
  const { frames } = backtrace(images, state, view.word);
  const physical = physicalFrames(desk, frames, isLive ? singleIn(desk) : () => null);
  const list = physical.map((one, index): ShownFrame => {
    return { thread, frame: frames[index] as BacktraceFrame, isLive: isLive && index === 0, ...one };
  });
  const shown = list.slice(startFrame, levels === 0 ? undefined : startFrame + levels);
  return { totalFrames: frames.length, stackFrames: shown.map((one) => shownFrame(desk, one)) };
}

const singleIn =
  ({ timeline: { machine } }: Desk) =>
  (number: number): number | null =>
    machine.core.board.hasFpu === 0 ? null : (machine.core.cpu.s[number] ?? null);

/** The innermost frame of whoever has the processor. */
export function liveFrame(desk: Desk): ShownFrame | null {
  const { timeline, roster, view } = desk;
  const images = timeline.system.images.map(({ image }) => image);
  const { frames } = backtrace(images, stateOf(timeline.machine), view.word, { limit: nearFrames });
  const [physical] = physicalFrames(desk, frames, singleIn(desk));
  const [frame] = frames;
  return physical === undefined || frame === undefined
    ? null
    : { thread: roster.now(), frame, isLive: true, ...physical };
}

/** Enough to find what a function's caller says about its arguments. */
const nearFrames = 16;

function shownFrame(desk: Desk, shown: ShownFrame): DebugProtocol.StackFrame {
  desk.frames.push(shown);
  const { frame } = shown;
  const { place, address } = frame;
  const name = frame.function ?? nameAt(desk, address) ?? hex(address);
  return {
    id: desk.frames.length,
    name: `${name}${cameIn(frame)}`,
    line: place?.line ?? 0,
    column: place?.column ?? 0,
    instructionPointerReference: hex(address),
    ...(place === null ? { presentationHint: "subtle" } : { source: sourceOf(desk, place) }),
  };
}

function cameIn({ exceptionNumber, secure }: BacktraceFrame): string {
  const world = secure ? " [Secure]" : "";
  return exceptionNumber === null ? world : `${world} (${exceptionName(exceptionNumber)} came in here)`;
}

/** The path that the compiler wrote down, below the root where it is relative. */
export function sourceOf({ sourceRoot }: Desk, { file }: SourcePlace): DebugProtocol.Source {
  const path = resolve(sourceRoot, file);
  return existsSync(path) ? { name: basename(path), path } : { name: file, presentationHint: "deemphasize" };
}

export function scopes(desk: Desk, { frameId }: DebugProtocol.ScopesArguments): DebugProtocol.ScopesResponse["body"] {
  const shown = frameOf(desk, frameId) ?? refuse("no frame is named");
  const { frame, isLive } = shown;
  const image = desk.timeline.system.images.find((one) => one.image.file === frame.image)?.image;
  const scope = (name: string, list: () => DebugProtocol.Variable[], expensive = false): DebugProtocol.Scope => ({
    name,
    variablesReference: withParts(desk, list),
    expensive,
  });
  const statics = (): DebugProtocol.Variable[] =>
    (image?.debug?.data.variables() ?? []).flatMap(({ name, address, type }) => {
      const field = fieldOf(type, "");
      return field === null || type === null
        ? []
        : [shownDatum(desk, name, { memory: desk.view, address, field, held: null })];
    });
  const locals = (): DebugProtocol.Variable[] =>
    localsIn(desk, shown).map(({ local: { name, type }, at }) =>
      "why" in at
        ? { name, value: `<${at.why}>`, type: typeText(type), variablesReference: 0 }
        : shownDatum(desk, name, at),
    );
  return {
    scopes: [
      ...(image?.debug == null ? [] : [{ ...scope("Locals", locals), presentationHint: "locals" }]),
      { ...scope("Registers", () => coreRegisters(desk, frame)), presentationHint: "registers" },
      ...(isLive ? [scope("Processor", () => systemRegisters(desk))] : []),
      ...(image?.debug == null ? [] : [scope("Statics", statics, true)]),
    ],
  };
}

const registerNames = Array.from({ length: 16 }, (_, index) => ["sp", "lr", "pc"][index - 13] ?? `r${index}`);

const plain = (desk: Desk, name: string, value: number | null): DebugProtocol.Variable => ({
  name,
  value: value === null ? "lost" : valueText(desk, value),
  variablesReference: 0,
  ...(value === null ? {} : { memoryReference: hex(value) }),
});

function valueText(desk: Desk, value: number): string {
  const name = nameAt(desk, value >>> 0);
  return name === null ? hex(value) : `${hex(value)} <${name}>`;
}

const coreRegisters = (desk: Desk, { registers }: BacktraceFrame): DebugProtocol.Variable[] =>
  registerNames.map((name, index) => plain(desk, name, registers[index] ?? null));

/** Everything that GDB is told of, but what stands among the registers of the frame. */
function systemRegisters(desk: Desk): DebugProtocol.Variable[] {
  const { machine } = desk.timeline;
  return registersOf(machine)
    .filter(({ name }) => !registerNames.includes(name))
    .map(({ name, read }) => ({ name, value: read(machine).map(hex).join(" "), variablesReference: 0 }));
}

/** `pc`, `r0`, `msp_ns`; null where it is the name of no register, or of one that is lost. */
export function registerIn(desk: Desk, name: string, shown: ShownFrame | null): number | null {
  const index = registerNames.indexOf(name);
  const { machine } = desk.timeline;
  if (index >= 0) return (shown === null ? stateOf(machine).registers : shown.frame.registers)[index] ?? null;
  return (
    registersOf(machine)
      .find((one) => one.name === name)
      ?.read(machine)[0] ?? null
  );
}

/** Where expressions are asked: in a frame, or where the machine stands. */
export const sceneOf = (desk: Desk, shown: ShownFrame | null): Scene => ({
  desk,
  shown: shown ?? liveFrame(desk),
  register: (name) => registerIn(desk, name, shown),
});
