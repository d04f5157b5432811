/**
 * Steps through history by instruction, source line and function, in both directions. Whoever interrupts the code
 * under way, an exception or another VM, is passed over: a step stays with its own context.
 */
import type { Machine } from "../machine/machine.ts";
import { noteKinds } from "../machine/notes.ts";
import type { CodeMap } from "./code-map.ts";
import { findNext, findPrevious, type Hunt } from "./hunt.ts";
import { comparePositions, positionOf } from "./position.ts";
import type { Arrival, Timeline } from "./timeline.ts";
import type { Work } from "./work.ts";

export type Direction = "forward" | "back";

/** Instructions a step by line runs at most before it gives up where it is. */
const lineLimitTicks = 2_000_000;

/** One instruction on or back, wherever it leads. */
export function* stepInstruction(timeline: Timeline, direction: Direction): Work<Arrival> {
  const at = timeline.now();
  if (direction === "forward") return yield* timeline.seek({ tick: at.tick + 1 });
  const first = yield* timeline.seek({ tick: at.tick });
  // A tick has several moments where the processor sleeps, or a hypervisor serves: the first of them is a step back.
  if (first.edge !== null || comparePositions(first, at) < 0) return first;
  return yield* timeline.seek({ tick: at.tick - 1 });
}

/** To the next line that begins, or back to the beginning of the line before; `over` passes over calls. */
export function* stepLine(timeline: Timeline, code: CodeMap, direction: Direction, over: boolean): Work<Arrival> {
  const { machine } = timeline;
  const start = timeline.now();
  const line = code.lineAt(pcOf(machine));
  let arrival = yield* stepWithin(timeline, code, direction, over);
  const isOn = (): boolean => {
    const now = code.lineAt(pcOf(machine));
    return now === null || now === line;
  };
  const isFar = (): boolean => Math.abs(machine.tick() - start.tick) > lineLimitTicks;
  while (arrival.edge === null && isOn() && !isFar()) arrival = yield* stepWithin(timeline, code, direction, over);
  if (direction === "forward" || arrival.edge !== null) return arrival;
  // The last instruction of a line has been reached from behind: on to where that line begins.
  const found = code.lineAt(pcOf(machine));
  for (;;) {
    const here = timeline.now();
    const before = yield* stepWithin(timeline, code, "back", over);
    if (before.edge === null && code.lineAt(pcOf(machine)) === found && !isFar()) continue;
    return yield* timeline.seek(here);
  }
}

/** To where the current function returns, or back to where it was called. */
export function* stepOut(timeline: Timeline, code: CodeMap, direction: Direction): Work<Arrival> {
  const { machine } = timeline;
  const caller = code.callerOf(machine);
  if (caller === null) return { ...timeline.now(), edge: null, stop: null };
  const context = contextOf(machine);
  if (direction === "forward") {
    const when = (at: Machine): boolean =>
      contextOf(at) === context && stackPointerOf(at) >>> 0 === caller.stackPointer >>> 0;
    return yield* arriveNext(timeline, { breakpoints: [{ address: (caller.address & ~1) >>> 0, when }] });
  }
  yield* backToEntry(timeline, code, caller.stackPointer, context);
  return yield* stepInstruction(timeline, "back");
}

/** One instruction on or back in the same context, passing over calls where asked. */
function* stepWithin(timeline: Timeline, code: CodeMap, direction: Direction, over: boolean): Work<Arrival> {
  const { machine } = timeline;
  const context = contextOf(machine);
  const before = { pc: pcOf(machine), stackPointer: stackPointerOf(machine) };
  let arrival = yield* stepInstruction(timeline, direction);
  while (arrival.edge === null && isService(machine)) arrival = yield* stepInstruction(timeline, direction);
  if (arrival.edge === null && contextOf(machine) !== context) arrival = yield* rejoin(timeline, direction, context);
  if (!over || arrival.edge !== null) return arrival;
  const pc = pcOf(machine);
  if (direction === "forward") {
    const returnAddress = (machine.core.cpu.r[14] ?? 0) & ~1;
    const isCall = code.functionAt(pc) === pc && returnAddress > before.pc && returnAddress <= before.pc + 4;
    if (!isCall) return arrival;
    const when = (at: Machine): boolean =>
      contextOf(at) === context && stackPointerOf(at) >>> 0 >= before.stackPointer >>> 0;
    return yield* arriveNext(timeline, { breakpoints: [{ address: returnAddress >>> 0, when }] });
  }
  const isReturn = code.functionAt(pc) !== code.functionAt(before.pc) && code.functionAt(before.pc) !== before.pc;
  if (!isReturn) return arrival;
  yield* backToEntry(timeline, code, before.stackPointer, context);
  return yield* stepInstruction(timeline, "back");
}

/** Back to the first instruction of the function around the cursor, as it was called with this stack pointer. */
function* backToEntry(timeline: Timeline, code: CodeMap, stackPointer: number, context: string): Work<void> {
  const { machine } = timeline;
  const entry = code.functionAt(pcOf(machine));
  if (entry === null) return;
  const isEntry = (at: Machine): boolean =>
    contextOf(at) === context && stackPointerOf(at) >>> 0 === stackPointer >>> 0;
  if (pcOf(machine) === entry && isEntry(machine)) return;
  yield* findPrevious(timeline, { breakpoints: [{ address: entry, when: isEntry }] });
}

/** Kinds of events after which another context may go on. */
const changes: ReadonlySet<string> = new Set(["exception", "exception-return", "switch", "vm-entry", "slice"]);
const changeNotes = (1 << noteKinds.exceptionEntry) | (1 << noteKinds.exceptionReturn);

/** Run on, or back, until the context is again the one that was left. */
function* rejoin(timeline: Timeline, direction: Direction, context: string): Work<Arrival> {
  const { machine } = timeline;
  const hunt: Hunt = { event: ({ kind }) => changes.has(kind), notes: changeNotes };
  for (;;) {
    const hit = yield* direction === "forward" ? findNext(timeline, hunt) : findPrevious(timeline, hunt);
    if (hit.kind === "begin" || hit.kind === "end") return { ...positionOf(machine), edge: hit.kind, stop: null };
    // The event is told in front of the instruction that ends the old context.
    if (contextOf(machine) !== context) yield* stepInstruction(timeline, direction);
    if (contextOf(machine) === context) return { ...positionOf(machine), edge: null, stop: null };
    if (direction === "back") yield* timeline.seek(hit);
  }
}

function* arriveNext(timeline: Timeline, hunt: Hunt): Work<Arrival> {
  const hit = yield* findNext(timeline, hunt);
  return { ...positionOf(timeline.machine), edge: hit.kind === "end" ? "end" : null, stop: null };
}

const pcOf = ({ core }: Machine): number => (core.cpu.r[15] ?? 0) >>> 0;
const stackPointerOf = ({ core }: Machine): number => core.cpu.r[13] ?? 0;

/** Who runs: VM and exception. */
const contextOf = (machine: Machine): string => `${machine.currentVm?.() ?? 0} ${machine.core.cpu.ipsr}`;

/** About to enter a hypervisor's service: nothing of the guest's. */
const isService = (machine: Machine): boolean => {
  const { trapBase, trapLimit } = machine.core.board;
  return machine.core.cpu.secure === 1 && pcOf(machine) >= trapBase && pcOf(machine) < trapLimit;
};
