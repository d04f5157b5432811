/**
 * What moves the cursor for a debugger: run, step and step through a range, in both directions. A step stays with the
 * code under way: an interrupt that comes in between, or another VM, is passed over, and breakpoints in there count.
 */
import { beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import { memoryAt } from "../machine/memories.ts";
import { noteKinds } from "../machine/notes.ts";
import type { Access } from "../machine/probes.ts";
import type { TimelineEvent } from "../time/annals.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../time/hunt.ts";
import { comparePositions, type Position } from "../time/position.ts";
import { stepInstruction } from "../time/steps.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";
import { evaluateAgent, type Target } from "./agent-expression.ts";
import { readMemory } from "./memory.ts";
import { registersOf } from "./registers.ts";
import type { Roster, ThreadId } from "./roster.ts";
import type { BreakAt, Stops, WatchAt } from "./stops.ts";

export type Direction = "forward" | "back";

/** Why the machine stands where it stands. */
export type Halt =
  | { readonly reason: "step" | "begin" | "end" | "interrupt" }
  | { readonly reason: "breakpoint"; readonly kind: BreakAt["kind"] }
  | { readonly reason: "event"; readonly event: TimelineEvent }
  /** `address` is the one that was watched, whatever alias the guest used. */
  | { readonly reason: "watchpoint"; readonly kind: WatchAt["kind"]; readonly address: number };

export interface Motion {
  /** To whatever stops first; not beyond `to` where that is given, which is answered as a step. */
  run(direction: Direction, stops: Stops, to?: Position): Work<Halt>;
  /** `who` is to step; null = whoever is there. */
  step(direction: Direction, stops: Stops, who: ThreadId | null): Work<Halt>;
  /** Steps while the program counter lies in [from, to). */
  stepRange(from: number, to: number, stops: Stops, who: ThreadId | null): Work<Halt>;
}

export function createMotion(timeline: Timeline, roster: Roster): Motion {
  const at: Scene = { timeline, roster };
  /** Where a watched access was found on the way back: the debugger makes the last step itself. */
  let owed: { readonly from: Position; readonly to: Position } | null = null;
  const step = function* (direction: Direction, stops: Stops, who: ThreadId | null): Work<Halt> {
    if (direction === "forward") return yield* stepOn(at, stops, who);
    const debt = owed;
    owed = null;
    if (debt === null || comparePositions(timeline.now(), debt.from) !== 0) return yield* stepBack(at);
    yield* timeline.seek(debt.to);
    return { reason: "step" };
  };
  return {
    step,
    *run(direction, stops, to) {
      const hunt = huntOf(at, stops);
      const bound = to === undefined ? {} : { to };
      const hit = yield* direction === "forward"
        ? findNext(timeline, hunt, bound)
        : findPrevious(timeline, hunt, bound);
      if (hit.kind === "access" && direction === "back") {
        // GDB takes a watchpoint on Arm for one that stops in front of the access, seen in the direction it goes.
        const to = timeline.now();
        const from = yield* stepInstruction(timeline, "forward");
        owed = { from, to };
      }
      return haltOf(at, stops, hit);
    },
    *stepRange(from, to, stops, who) {
      for (;;) {
        const halt = yield* step("forward", stops, who);
        const pc = pcOf(timeline.machine);
        if (halt.reason !== "step" || pc < from || pc >= to) return halt;
        const found = breakHere(at, stops, pc);
        if (found !== undefined) return { reason: "breakpoint", kind: found.kind };
      }
    },
  };
}

/** Where all this takes place. */
interface Scene {
  readonly timeline: Timeline;
  readonly roster: Roster;
}

/** The breakpoint that stops here and now. */
const breakHere = (scene: Scene, { breakpoints }: Stops, pc: number): BreakAt | undefined =>
  breakpoints.find((one) => one.address === pc && isMeant(scene, one));

function isMeant({ timeline: { machine }, roster }: Scene, { process, conditions, when }: BreakAt): boolean {
  if (process !== null && process !== roster.processNow()) return false;
  if (when !== undefined && !when()) return false;
  // A condition that cannot be computed stops: nothing may be missed.
  return conditions.length === 0 || conditions.some((one) => evaluateAgent(one, agentOf(machine)) !== 0n);
}

const agentOf = (machine: Machine): Target => ({
  register: (number) =>
    registersOf(machine)
      .find((one) => one.number === number)
      ?.read(machine)[0] ?? null,
  memory(address, sizeBytes) {
    const bytes = readMemory(machine, address, sizeBytes);
    return bytes.length < sizeBytes ? null : bytes;
  },
});

/** Several of them can have one address, for one process each. */
function huntOf(scene: Scene, stops: Stops): Hunt {
  const addresses = [...new Set(stops.breakpoints.map(({ address }) => address))];
  return {
    breakpoints: addresses.map((address) => ({
      address,
      when: () => breakHere(scene, stops, address) !== undefined,
    })),
    watchpoints: stops.watchpoints,
    ...(stops.event === undefined ? {} : { event: stops.event }),
  };
}

function haltOf(scene: Scene, stops: Stops, hit: Hit): Halt {
  if (hit.kind === "breakpoint") {
    const kind = breakHere(scene, stops, hit.address)?.kind ?? "software";
    return { reason: "breakpoint", kind };
  }
  if (hit.kind === "access")
    return { reason: "watchpoint", ...watched(scene.timeline.machine, stops.watchpoints, hit.access) };
  if (hit.kind === "event") return { reason: "event", event: hit.event };
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

interface Context extends ThreadId {
  readonly exception: number;
  readonly stackPointer: number;
}

const contextOf = ({ timeline: { machine }, roster }: Scene): Context => ({
  ...roster.now(),
  exception: machine.core.cpu.ipsr,
  stackPointer: (machine.core.cpu.r[13] ?? 0) >>> 0,
});

/** While a handler switches threads, the RTOS's word for who runs is of no use. */
const isSame = (a: Context, b: Context): boolean =>
  a.process === b.process &&
  a.exception === b.exception &&
  (a.exception !== 0 || a.number === b.number) &&
  Math.abs(a.stackPointer - b.stackPointer) <= stackReachBytes;

/** Somebody else is at it: another VM, the hypervisor, a handler that nobody called. */
function isElsewhere(scene: Scene, was: Context): boolean {
  const now = contextOf(scene);
  if (isService(scene.timeline.machine) || now.process !== was.process) return true;
  return now.exception !== was.exception && now.exception >= firstAsynchronous && was.exception === 0;
}

function* stepOn(scene: Scene, stops: Stops, who: ThreadId | null): Work<Halt> {
  const { timeline, roster } = scene;
  if (who !== null && !isIn(roster, who)) return yield* returnTo(scene, stops, () => isIn(roster, who));
  const was = contextOf(scene);
  const entries: number[] = [];
  const arrival = yield* listening(timeline, entries, stepInstruction(timeline, "forward"));
  if (arrival.edge !== null) return { reason: arrival.edge };
  if (!isElsewhere(scene, was)) return { reason: "step" };
  const [address] = entries;
  const isBack = (): boolean => isSame(contextOf(scene), was);
  if (address === undefined) return yield* returnTo(scene, stops, isBack);
  const hunt = huntOf(scene, stops);
  const own = hunt.breakpoints?.find((one) => one.address === address);
  const others = (hunt.breakpoints ?? []).filter((one) => one !== own);
  const when = (machine: Machine): boolean => isBack() || own?.when?.(machine) === true;
  const hit = yield* findNext(timeline, { ...hunt, breakpoints: [...others, { address, when }] });
  if (hit.kind === "breakpoint" && hit.address === address && isBack()) return { reason: "step" };
  return haltOf(scene, stops, hit);
}

/** A thread of an RTOS is in, or the process where it has none. */
function isIn(roster: Roster, { process, number }: ThreadId): boolean {
  const now = roster.now();
  return now.process === process && (now.number === number || number <= roster.names.length);
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

/** Run on until those are in who are waited for. */
function* returnTo(scene: Scene, stops: Stops, isThere: () => boolean): Work<Halt> {
  const { timeline } = scene;
  const { machine } = timeline;
  const hunt: Hunt = {
    ...huntOf(scene, stops),
    event: (event) => changes.has(event.kind) || stops.event?.(event) === true,
    notes: 1 << noteKinds.exceptionReturn,
  };
  while (isService(machine) || !isThere()) {
    // A service ends without an event of its own; what it leads to is one instruction on.
    const before = timeline.now();
    if (isService(machine)) {
      const arrival = yield* stepInstruction(timeline, "forward");
      if (arrival.edge !== null) return { reason: arrival.edge };
      if (comparePositions(timeline.now(), before) > 0) continue;
    }
    const hit = yield* findNext(timeline, hunt);
    if (hit.kind !== "event" || stops.event?.(hit.event) === true) return haltOf(scene, stops, hit);
    // The event is told in front of the instruction that ends the other context.
    if (isService(machine) || !isThere()) yield* stepInstruction(timeline, "forward");
  }
  return { reason: "step" };
}

function* stepBack(scene: Scene): Work<Halt> {
  const { timeline } = scene;
  const was = contextOf(scene);
  const origin = timeline.now();
  const pc = pcOf(timeline.machine);
  const arrival = yield* stepInstruction(timeline, "back");
  if (arrival.edge !== null) return { reason: arrival.edge };
  if (!isElsewhere(scene, was)) return { reason: "step" };
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
      if (!isElsewhere(scene, was) && isSame(contextOf(scene), was)) return { reason: "step" };
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
