/**
 * Steps through history by instruction, source line, function, slice and event, in both directions. Whoever interrupts
 * the code under way, an exception, another thread or another VM, is passed over: a step stays with its own context.
 */
import type { Machine } from "../machine/machine.ts";
import { noteKinds } from "../machine/notes.ts";
import type { CodeMap } from "./code-map.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "./hunt.ts";
import { comparePositions, positionOf } from "./position.ts";
import { notesFor } from "./questions/events.ts";
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
  const context = contextOf(machine, code);
  if (direction === "forward") {
    const when = (at: Machine): boolean =>
      isSame(contextOf(at, code), context) && stackPointerOf(at) >>> 0 === caller.stackPointer >>> 0;
    return yield* arriveNext(timeline, { breakpoints: [{ address: (caller.address & ~1) >>> 0, when }] });
  }
  yield* backToEntry(timeline, code, caller.stackPointer, context);
  return yield* stepInstruction(timeline, "back");
}

/** To the next event of these kinds (questions/events.ts), or back to the one before. */
export function stepEvent(timeline: Timeline, kinds: readonly string[], direction: Direction): Work<Hit> {
  const hunt: Hunt = { event: ({ kind }) => kinds.includes(kind), notes: notesFor(kinds) };
  return direction === "forward" ? findNext(timeline, hunt) : findPrevious(timeline, hunt);
}

/** To where the next slice of the hypervisor's schedule begins, or back to where the one before began. */
export function stepSlice(timeline: Timeline, direction: Direction): Work<Hit> {
  const hunt: Hunt = {
    event: ({ kind, fields }) => kind === "switch" || kind === "vm-entry" || (kind === "slice" && fields.kept === true),
  };
  return direction === "forward" ? findNext(timeline, hunt) : findPrevious(timeline, hunt);
}

/** One instruction on or back in the same context, passing over calls where asked. */
function* stepWithin(timeline: Timeline, code: CodeMap, direction: Direction, over: boolean): Work<Arrival> {
  const { machine } = timeline;
  const origin = timeline.now();
  const context = contextOf(machine, code);
  const before = { pc: pcOf(machine), stackPointer: stackPointerOf(machine) };
  let arrival = yield* stepInstruction(timeline, direction);
  while (arrival.edge === null && isService(machine)) arrival = yield* stepInstruction(timeline, direction);
  const isAway = arrival.edge === null && !isSame(contextOf(machine, code), context);
  if (isAway) arrival = yield* rejoin(timeline, code, direction, context);
  // Nobody ran in this context before: it began where this step began.
  if (isAway && arrival.edge === "begin") arrival = { ...(yield* timeline.seek(origin)), edge: "begin" };
  if (!over || arrival.edge !== null) return arrival;
  const pc = pcOf(machine);
  if (direction === "forward") {
    const returnAddress = (machine.core.cpu.r[14] ?? 0) & ~1;
    const isCall = code.functionAt(pc) === pc && returnAddress > before.pc && returnAddress <= before.pc + 4;
    if (!isCall) return arrival;
    const when = (at: Machine): boolean =>
      isSame(contextOf(at, code), context) && stackPointerOf(at) >>> 0 >= before.stackPointer >>> 0;
    return yield* arriveNext(timeline, { breakpoints: [{ address: returnAddress >>> 0, when }] });
  }
  const isReturn = code.functionAt(pc) !== code.functionAt(before.pc) && code.functionAt(before.pc) !== before.pc;
  if (!isReturn) return arrival;
  // A function that ends with a jump to another one is left by that: further back, to the call of the first.
  for (let jumps = 0; jumps < mostTailCalls; jumps++) {
    yield* backToEntry(timeline, code, before.stackPointer, context);
    arrival = yield* stepInstruction(timeline, "back");
    if (arrival.edge !== null || code.functionAt(pcOf(machine)) === code.functionAt(before.pc)) break;
    if (stackPointerOf(machine) !== before.stackPointer || !isSame(contextOf(machine, code), context)) break;
  }
  return arrival;
}

/** Functions that end in one another. */
const mostTailCalls = 16;

/** Back to the first instruction of the function around the cursor, as it was called with this stack pointer. */
function* backToEntry(timeline: Timeline, code: CodeMap, stackPointer: number, context: Context): Work<void> {
  const { machine } = timeline;
  const entry = code.functionAt(pcOf(machine));
  if (entry === null) return;
  const isEntry = (at: Machine): boolean =>
    isSame(contextOf(at, code), context) && stackPointerOf(at) >>> 0 === stackPointer >>> 0;
  if (pcOf(machine) === entry && isEntry(machine)) return;
  yield* findPrevious(timeline, { breakpoints: [{ address: entry, when: isEntry }] });
}

/** Kinds of events after which another context may go on. */
const changes: ReadonlySet<string> = new Set(["exception", "exception-return", "switch", "vm-entry", "slice"]);
const changeNotes = (1 << noteKinds.exceptionEntry) | (1 << noteKinds.exceptionReturn);

/** Run on, or back, until the context is again the one that was left. */
function* rejoin(timeline: Timeline, code: CodeMap, direction: Direction, context: Context): Work<Arrival> {
  const { machine } = timeline;
  const hunt: Hunt = { event: ({ kind }) => changes.has(kind), notes: changeNotes };
  const isBack = (): boolean => isSame(contextOf(machine, code), context);
  for (;;) {
    const hit = yield* direction === "forward" ? findNext(timeline, hunt) : findPrevious(timeline, hunt);
    if (hit.kind === "begin" || hit.kind === "end") return { ...positionOf(machine), edge: hit.kind, stop: null };
    // The event is told in front of the instruction that ends the old context.
    if (!isBack()) yield* stepInstruction(timeline, direction);
    if (isBack()) return { ...positionOf(machine), edge: null, stop: null };
    if (direction === "back") yield* timeline.seek(hit);
  }
}

function* arriveNext(timeline: Timeline, hunt: Hunt): Work<Arrival> {
  const hit = yield* findNext(timeline, hunt);
  return { ...positionOf(timeline.machine), edge: hit.kind === "end" ? "end" : null, stop: null };
}

const pcOf = ({ core }: Machine): number => (core.cpu.r[15] ?? 0) >>> 0;
const stackPointerOf = ({ core }: Machine): number => core.cpu.r[13] ?? 0;

/** Who runs: VM, exception, and in Thread mode the thread that its kernel names; 0 where it names none. */
interface Context {
  readonly vm: number;
  readonly exception: number;
  readonly thread: number;
}

function contextOf(machine: Machine, code: CodeMap): Context {
  const exception = machine.core.cpu.ipsr;
  return { vm: machine.currentVm?.() ?? 0, exception, thread: exception === 0 ? code.threadOf(machine) : 0 };
}

/** What ran before there were threads may go on as the first of them. */
const isSame = (now: Context, was: Context): boolean =>
  now.vm === was.vm && now.exception === was.exception && (now.thread === was.thread || was.thread === 0);

/** About to enter a hypervisor's service: nothing of the guest's. */
const isService = (machine: Machine): boolean => {
  const { trapBase, trapLimit } = machine.core.board;
  return machine.core.cpu.secure === 1 && pcOf(machine) >= trapBase && pcOf(machine) < trapLimit;
};
