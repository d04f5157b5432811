/**
 * What moves the cursor for a debugger: run, step and step through a range, in both directions. A step stays with the
 * code under way: an interrupt that comes in between, or another VM, is passed over, and breakpoints in there count.
 */
import { beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import { memoryAt } from "../machine/memories.ts";
import { noteKinds } from "../machine/notes.ts";
import type { Access } from "../machine/probes.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../time/hunt.ts";
import { comparePositions, type Position } from "../time/position.ts";
import { stepInstruction } from "../time/steps.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";
import { threadNow } from "./threads.ts";

export type Direction = "forward" | "back";

export interface BreakAt {
  readonly kind: "software" | "hardware";
  readonly address: number;
}

export interface WatchAt {
  readonly kind: "read" | "write" | "access";
  readonly address: number;
  readonly sizeBytes: number;
}

export interface Stops {
  readonly breakpoints: readonly BreakAt[];
  readonly watchpoints: readonly WatchAt[];
}

/** Why the machine stands where it stands. */
export type Halt =
  | { readonly reason: "step" | "begin" | "end" | "interrupt" }
  | { readonly reason: "breakpoint"; readonly kind: BreakAt["kind"] }
  /** `address` is the one that was watched, whatever alias the guest used. */
  | { readonly reason: "watchpoint"; readonly kind: WatchAt["kind"]; readonly address: number };

export interface Motion {
  run(direction: Direction, stops: Stops): Work<Halt>;
  /** `thread` is the one that is to step; null = whoever is there. */
  step(direction: Direction, stops: Stops, thread: number | null): Work<Halt>;
  /** Steps while the program counter lies in [from, to). */
  stepRange(from: number, to: number, stops: Stops, thread: number | null): Work<Halt>;
}

export function createMotion(timeline: Timeline): Motion {
  /** Where a watched access was found on the way back: the debugger makes the last step itself. */
  let owed: { readonly from: Position; readonly to: Position } | null = null;
  const step = function* (direction: Direction, stops: Stops, thread: number | null): Work<Halt> {
    if (direction === "forward") return yield* stepOn(timeline, stops, thread);
    const debt = owed;
    owed = null;
    if (debt === null || comparePositions(timeline.now(), debt.from) !== 0) return yield* stepBack(timeline);
    yield* timeline.seek(debt.to);
    return { reason: "step" };
  };
  return {
    step,
    *run(direction, stops) {
      const hunt = huntOf(stops);
      const hit = yield* direction === "forward" ? findNext(timeline, hunt) : findPrevious(timeline, hunt);
      if (hit.kind === "access" && direction === "back") {
        // GDB takes a watchpoint on Arm for one that stops in front of the access, seen in the direction it goes.
        const to = timeline.now();
        const from = yield* stepInstruction(timeline, "forward");
        owed = { from, to };
      }
      return haltOf(timeline.machine, stops, hit);
    },
    *stepRange(from, to, stops, thread) {
      for (;;) {
        const halt = yield* step("forward", stops, thread);
        const pc = pcOf(timeline.machine);
        if (halt.reason !== "step" || pc < from || pc >= to) return halt;
        const found = stops.breakpoints.find(({ address }) => address === pc);
        if (found !== undefined) return { reason: "breakpoint", kind: found.kind };
      }
    },
  };
}

const huntOf = ({ breakpoints, watchpoints }: Stops): Hunt => ({
  breakpoints: breakpoints.map(({ address }) => ({ address })),
  watchpoints,
});

function haltOf(machine: Machine, { breakpoints, watchpoints }: Stops, hit: Hit): Halt {
  if (hit.kind === "breakpoint") {
    const kind = breakpoints.find(({ address }) => address === hit.address)?.kind ?? "software";
    return { reason: "breakpoint", kind };
  }
  if (hit.kind === "access") return { reason: "watchpoint", ...watched(machine, watchpoints, hit.access) };
  if (hit.kind === "begin" || hit.kind === "end") return { reason: hit.kind };
  return { reason: "step" };
}

/** The watchpoint that an access belongs to, and the first byte they share as the watchpoint names it. */
function watched(
  machine: Machine,
  watchpoints: readonly WatchAt[],
  access: Access,
): { kind: WatchAt["kind"]; address: number } {
  const to = placeOf(machine, access.address);
  for (const { kind, address, sizeBytes } of watchpoints) {
    if (kind !== "access" && kind !== access.kind) continue;
    const from = placeOf(machine, address);
    if (from < to + access.sizeBytes && to < from + sizeBytes)
      return { kind, address: address + Math.max(0, to - from) };
  }
  return { kind: access.kind, address: access.address };
}

function placeOf({ memories }: Machine, address: number): number {
  const at = memoryAt(memories, address);
  return at === null ? address : at.memory.host + at.offset;
}

/** Exceptions that come from outside the code under way: PendSV, SysTick, interrupts. */
const firstAsynchronous = 14;
/** No instruction moves the stack pointer further. */
const stackReachBytes = 1024;
/** How far back an interrupted piece of code is looked for. */
const farBeats = beatsPerSecond;

interface Context {
  readonly thread: number;
  readonly exception: number;
  readonly stackPointer: number;
}

const contextOf = (timeline: Timeline): Context => ({
  thread: threadNow(timeline),
  exception: timeline.machine.core.cpu.ipsr,
  stackPointer: (timeline.machine.core.cpu.r[13] ?? 0) >>> 0,
});

const isSame = (a: Context, b: Context): boolean =>
  a.thread === b.thread && a.exception === b.exception && Math.abs(a.stackPointer - b.stackPointer) <= stackReachBytes;

/** Somebody else is at it: another VM, the hypervisor, a handler that nobody called. */
function isElsewhere(timeline: Timeline, was: Context): boolean {
  const now = contextOf(timeline);
  if (isService(timeline.machine) || now.thread !== was.thread) return true;
  return now.exception !== was.exception && now.exception >= firstAsynchronous && was.exception === 0;
}

function* stepOn(timeline: Timeline, stops: Stops, thread: number | null): Work<Halt> {
  const { machine } = timeline;
  if (thread !== null && thread !== threadNow(timeline)) return yield* returnTo(timeline, stops, thread);
  const was = contextOf(timeline);
  const entries: number[] = [];
  const arrival = yield* listening(timeline, entries, stepInstruction(timeline, "forward"));
  if (arrival.edge !== null) return { reason: arrival.edge };
  if (!isElsewhere(timeline, was)) return { reason: "step" };
  const [address] = entries;
  if (address === undefined) return yield* returnTo(timeline, stops, was.thread, was);
  const when = (): boolean => isSame(contextOf(timeline), was);
  const hunt = huntOf(stops);
  const hit = yield* findNext(timeline, { ...hunt, breakpoints: [...(hunt.breakpoints ?? []), { address, when }] });
  if (hit.kind === "breakpoint" && hit.address === address && when()) return { reason: "step" };
  return haltOf(machine, stops, hit);
}

/** Do it, and hear where the exceptions return to that are taken meanwhile. */
function* listening<T>(timeline: Timeline, entries: number[], work: Work<T>): Work<T> {
  const { scratch } = timeline.machine.core;
  const { noteMask } = scratch;
  const { listener } = timeline;
  scratch.noteMask = noteMask | (1 << noteKinds.exceptionEntry);
  timeline.listener = {
    output: (device, port, byte, beat) => listener?.output(device, port, byte, beat),
    moment(kind, fields) {
      listener?.moment(kind, fields);
      if (kind === "exception") entries.push(Number(fields.returnAddress) & ~1);
    },
    gap: (what) => listener?.gap(what),
  };
  try {
    return yield* work;
  } finally {
    scratch.noteMask = noteMask;
    timeline.listener = listener;
  }
}

/** After these another VM may be in. */
const changes: ReadonlySet<string> = new Set(["switch", "vm-entry", "exception-return"]);

/** Run on until a thread is in again, in the context it was left in where one is given. */
function* returnTo(timeline: Timeline, stops: Stops, thread: number, was: Context | null = null): Work<Halt> {
  const isThere = (): boolean =>
    threadNow(timeline) === thread &&
    !isService(timeline.machine) &&
    (was === null || isSame(contextOf(timeline), was));
  const hunt: Hunt = {
    ...huntOf(stops),
    event: ({ kind }) => changes.has(kind),
    notes: 1 << noteKinds.exceptionReturn,
  };
  while (!isThere()) {
    // A service ends without an event of its own; what it leads to is one instruction on.
    const before = timeline.now();
    if (isService(timeline.machine)) {
      const arrival = yield* stepInstruction(timeline, "forward");
      if (arrival.edge !== null) return { reason: arrival.edge };
      if (comparePositions(timeline.now(), before) > 0) continue;
    }
    const hit = yield* findNext(timeline, hunt);
    if (hit.kind !== "event") return haltOf(timeline.machine, stops, hit);
    // The event is told in front of the instruction that ends the other context.
    if (!isThere()) yield* stepInstruction(timeline, "forward");
  }
  return { reason: "step" };
}

function* stepBack(timeline: Timeline): Work<Halt> {
  const was = contextOf(timeline);
  const origin = timeline.now();
  const pc = pcOf(timeline.machine);
  const arrival = yield* stepInstruction(timeline, "back");
  if (arrival.edge !== null) return { reason: arrival.edge };
  if (!isElsewhere(timeline, was)) return { reason: "step" };
  const direct = timeline.now();
  const hunt: Hunt = {
    event: ({ kind, fields }) => kind === "exception" && (Number(fields.returnAddress) & ~1) === (pc & ~1),
    notes: 1 << noteKinds.exceptionEntry,
  };
  const bound = { to: { tick: 0, beat: Math.max(0, origin.beat - farBeats) } };
  for (;;) {
    const hit = yield* findPrevious(timeline, hunt, bound);
    if (hit.kind !== "event") break;
    // The event may be told from inside the exception's entry.
    for (let count = 0; count < 2; count++) {
      if (!isElsewhere(timeline, was) && isSame(contextOf(timeline), was)) return { reason: "step" };
      yield* stepInstruction(timeline, "back");
    }
  }
  // Whoever is there was not interrupted: a call led here.
  yield* timeline.seek(comparePositions(direct, origin) < 0 ? direct : origin);
  return { reason: "step" };
}

const pcOf = ({ core }: Machine): number => (core.cpu.r[15] ?? 0) >>> 0;

const isService = ({ core }: Machine): boolean => {
  const { trapBase, trapLimit } = core.board;
  const pc = (core.cpu.r[15] ?? 0) >>> 0;
  return core.cpu.secure === 1 && pc >= trapBase && pc < trapLimit;
};
