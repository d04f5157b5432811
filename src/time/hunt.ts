/**
 * Searches through history, forward and backward: for an instruction about to be executed, an access, an event, a
 * condition. Backward means: from keyframe to keyframe towards the start, each stretch run forward once, its last hit
 * taken. What a stretch certainly does not hold is not run.
 */
import type { Machine } from "../machine/machine.ts";
import { memoryAt } from "../machine/memories.ts";
import { type Access, noProbes, setProbes, type Watch } from "../machine/probes.ts";
import { physicalBase } from "../state/memory-map.ts";
import { createTeller, type TimelineEvent } from "./annals.ts";
import type { Keyframe } from "./keyframes.ts";
import { comparePositions, type Position, positionOf } from "./position.ts";
import type { Timeline } from "./timeline.ts";
import type { Work } from "./work.ts";

export interface Breakpoint {
  readonly address: number;
  /** Asked with the machine in front of the instruction; absent = always. */
  readonly when?: (machine: Machine) => boolean;
}

export interface Watchpoint extends Watch {
  /** Asked in the middle of the access: only the access itself and memory are reliable. */
  readonly when?: (access: Access, machine: Machine) => boolean;
}

/** What is looked for; the first of all hits counts. */
export interface Hunt {
  readonly breakpoints?: readonly Breakpoint[];
  readonly watchpoints?: readonly Watchpoint[];
  readonly event?: (event: TimelineEvent) => boolean;
  /**
   * Bits of notes that events need beside those that always come (machine/notes.ts): exceptions 1 << 1 and 1 << 2,
   * changes of world 1 << 4, sleep 1 << 6. Without them a search for events runs nothing that has been run before.
   */
  readonly notes?: number;
  /** Becomes true: it held not at the tick before. Slow: asked at each tick. */
  readonly condition?: (machine: Machine) => boolean;
}

/** How far a search goes: it stops there and says so. */
export interface Bound {
  readonly to?: Position;
}

export type Hit = Position &
  (
    | { readonly kind: "breakpoint"; readonly address: number }
    | { readonly kind: "access"; readonly access: Access; readonly pc: number }
    | { readonly kind: "event"; readonly event: TimelineEvent }
    | { readonly kind: "condition" }
    /** Nothing was found: the cursor stands at the end of history, or at the bound. */
    | { readonly kind: "begin" | "end" | "bound" }
  );

/** From the cursor on, not counting it. The cursor moves to what is found; interrupted, it stays where it came to. */
export function* findNext(timeline: Timeline, hunt: Hunt, bound: Bound = {}): Work<Hit> {
  const { machine } = timeline;
  const origin = cursorOf(timeline);
  const told = hunt.event === undefined ? null : nextTold(timeline, hunt, origin);
  const limit = earlier(told, bound.to ?? null);
  if (!needsRunning(hunt) && told !== null && told === limit) return yield* goTo(timeline, told);
  const scout = createScout(timeline, hunt, origin);
  let pass = true;
  try {
    while (scout.first() === null) {
      const at = positionOf(machine);
      // By time alone: nothing runs at that moment any more, and a sleeping processor stands in it with an old tick.
      if (limit !== null && at.beat >= limit.beat) break;
      const end = timeline.end();
      if (end !== null && comparePositions(at, end) >= 0) break;
      pass = scout.piece(limit, pass);
      yield positionOf(machine);
    }
  } finally {
    scout.stop();
  }
  const hit = scout.first();
  if (hit !== null) {
    // Told in the middle of a moment, an exception's entry perhaps: to where a seek stands in it.
    const before = hit.kind === "event" ? timeline.keyframes.preceding(hit) : null;
    if (before !== null && comparePositions(positionOf(machine), hit) === 0) timeline.goBack(before);
    return yield* goTo(timeline, hit);
  }
  if (told !== null && told === limit) return yield* goTo(timeline, told);
  return { ...positionOf(machine), kind: limit === null ? "end" : "bound" };
}

/** From the cursor back, not counting it. Interrupted, the cursor is again where it was. */
export function* findPrevious(timeline: Timeline, hunt: Hunt, bound: Bound = {}): Work<Hit> {
  const origin = cursorOf(timeline);
  const floor = later(timeline.begin(), bound.to ?? null);
  const told = hunt.event === undefined ? null : previousTold(timeline, hunt, origin);
  let done = false;
  try {
    const found = needsRunning(hunt) ? yield* lastHit(timeline, hunt, origin, later(told, floor)) : null;
    const best = latest(found, told !== null && comparePositions(told, floor) >= 0 ? told : null);
    if (best !== null) {
      const hit = yield* goTo(timeline, best);
      done = true;
      return hit;
    }
    const arrival = yield* timeline.seek(floor);
    done = true;
    const isBegin = comparePositions(floor, timeline.begin()) <= 0;
    return { tick: arrival.tick, beat: arrival.beat, kind: isBegin ? "begin" : "bound" };
  } finally {
    if (!done) for (const _ of timeline.seek(origin));
  }
}

/** Events that always come are in the annals; everything else has to be run for. */
const needsRunning = (hunt: Hunt): boolean =>
  (hunt.breakpoints?.length ?? 0) + (hunt.watchpoints?.length ?? 0) > 0 ||
  hasNotes(hunt) ||
  hunt.condition !== undefined;

const hasNotes = (hunt: Hunt): boolean => hunt.event !== undefined && (hunt.notes ?? 0) !== 0;

/** The last hit before `end` and not before `floor`. */
function* lastHit(timeline: Timeline, hunt: Hunt, origin: Position, floor: Position): Work<Hit | null> {
  let end = origin;
  let next: Keyframe | null = null;
  while (comparePositions(end, floor) > 0) {
    const keyframe = timeline.keyframes.preceding(end);
    if (keyframe === null) return null;
    if (next === null || !(isQuiet(timeline, hunt, next) || isKnownQuiet(hunt, keyframe, next))) {
      timeline.goBack(keyframe);
      const scout = createScout(timeline, hunt, { tick: -1, beat: -1 });
      try {
        for (let pass = false; comparePositions(positionOf(timeline.machine), end) < 0; ) {
          pass = scout.piece(end, pass, true);
          yield positionOf(timeline.machine);
        }
      } finally {
        scout.stop();
      }
      // What happened on arrival at a keyframe is not told again when one starts from there.
      const hit = scout.last(end, end !== origin);
      if (hit !== null && comparePositions(hit, floor) >= 0) return hit;
      if (hit === null && next !== null) knowQuiet(hunt, keyframe, next);
    }
    end = keyframe;
    next = keyframe;
  }
  return null;
}

/**
 * By the keyframe that ends a stretch: searches that found nothing in it, with where it began. The same search again
 * need not run it.
 */
const quietSearches = new WeakMap<Keyframe, Map<string, Position>>();

/** What makes a search the same; null where conditions, events or a function decide. */
function searchKey(hunt: Hunt): string | null {
  const { breakpoints = [], watchpoints = [] } = hunt;
  const asks = [...breakpoints, ...watchpoints].some(({ when }) => when !== undefined);
  return asks || hunt.condition !== undefined || hasNotes(hunt) ? null : JSON.stringify([breakpoints, watchpoints]);
}

/** Keyframes in between may have gone since: a longer stretch is not known, a shorter one is. */
function isKnownQuiet(hunt: Hunt, from: Keyframe, to: Keyframe): boolean {
  const key = searchKey(hunt);
  const since = key === null ? undefined : quietSearches.get(to)?.get(key);
  return since !== undefined && comparePositions(since, from) <= 0;
}

function knowQuiet(hunt: Hunt, from: Keyframe, to: Keyframe): void {
  const key = searchKey(hunt);
  if (key === null) return;
  const searches = quietSearches.get(to) ?? new Map<string, Position>();
  searches.set(key, { tick: from.tick, beat: from.beat });
  quietSearches.set(to, searches);
}

/** Nothing that is looked for can have happened in the stretch that ends at a keyframe. */
function isQuiet({ keyframes, machine }: Timeline, hunt: Hunt, to: Keyframe): boolean {
  if ((hunt.breakpoints?.length ?? 0) > 0 || hunt.condition !== undefined || hasNotes(hunt)) return false;
  return (hunt.watchpoints ?? []).every(({ address, sizeBytes, kind }) => {
    const at = memoryAt(machine.memories, address);
    if (kind !== "write" || at === null || at.memory.kind !== "ram") return false;
    return keyframes.untouched(to, at.memory.host + at.offset - physicalBase, sizeBytes);
  });
}

/** To a hit, exactly. */
function* goTo<T extends Hit>(timeline: Timeline, hit: T): Work<T> {
  const { machine } = timeline;
  if (comparePositions(positionOf(machine), hit) !== 0) {
    // A monitor's service is no place to stand in: its accesses are seen from in front of it, its events from behind.
    yield* timeline.seek(hit.kind === "access" && isService(machine, hit.pc) ? { tick: hit.tick } : hit);
  }
  timeline.meant = { at: positionOf(machine), means: { tick: hit.tick, beat: hit.beat } };
  return hit;
}

function cursorOf({ machine, meant }: Timeline): Position {
  const at = positionOf(machine);
  return meant !== null && comparePositions(at, meant.at) === 0 ? meant.means : at;
}

const isService = ({ core }: Machine, pc: number): boolean => pc >= core.board.trapBase && pc < core.board.trapLimit;

interface Scout {
  /** Run on, to `limit` at most; answers whether the next piece starts at a breakpoint that has been told. */
  piece(limit: Position | null, pass: boolean, all?: boolean): boolean;
  first(): Hit | null;
  last(end: Position, inclusive: boolean): Hit | null;
  stop(): void;
}

/** Listens to the machine while it runs; keeps the first hit behind `origin`, and the last. */
function createScout(timeline: Timeline, hunt: Hunt, origin: Position): Scout {
  const { machine } = timeline;
  const hits: Hit[] = [];
  let stopAtFirst = true;
  let held = hunt.condition?.(machine) ?? false;
  const take = (hit: Hit): void => {
    if (comparePositions(hit, origin) <= 0) return;
    if (stopAtFirst) machine.requestStop();
    // Only first and last are ever asked for, and the last strictly before an end that is met last of all.
    if (hits.length > 64) hits.splice(1, 32);
    hits.push(hit);
  };
  const breakpoints = hunt.breakpoints ?? [];
  const watchpoints = hunt.watchpoints ?? [];
  setProbes(machine, { breakpoints: breakpoints.map(({ address }) => address), watches: watchpoints });
  machine.listener.onAccess = (access) => {
    if (!watchpoints.some((one) => isHit(machine, one, access) && (one.when?.(access, machine) ?? true))) return;
    take({ ...positionOf(machine), kind: "access", access, pc: machine.core.cpu.r[15] ?? 0 });
  };
  const told = (event: TimelineEvent): void => {
    if (hunt.event?.(event) === true) take({ tick: event.tick, beat: event.beat, kind: "event", event });
  };
  const unplug = plugIn(timeline, hunt, told);
  const atBreakpoint = (): void => {
    const address = machine.core.cpu.r[15] ?? 0;
    const isWanted = breakpoints.some((one) => one.address === address && (one.when?.(machine) ?? true));
    if (isWanted) take({ ...positionOf(machine), kind: "breakpoint", address });
  };
  return {
    piece(limit, pass, all = false) {
      stopAtFirst = !all;
      const limits = { ...(limit === null ? {} : { beat: limit.beat }), pass };
      const { condition } = hunt;
      const tick = condition === undefined ? {} : { tick: machine.tick() + 1 };
      const { reason } = timeline.piece({ ...limits, ...tick });
      if (condition !== undefined) {
        const holds = condition(machine);
        if (holds && !held) take({ ...positionOf(machine), kind: "condition" });
        held = holds;
      }
      if (reason === "breakpoint") atBreakpoint();
      return reason === "breakpoint";
    },
    first: () => hits[0] ?? null,
    last: (end, inclusive) => hits.findLast((hit) => comparePositions(hit, end) < (inclusive ? 1 : 0)) ?? null,
    stop() {
      setProbes(machine, noProbes);
      machine.listener.onAccess = null;
      unplug();
    },
  };
}

/**
 * Hear events while the machine runs: all of them where it runs for the first time, those with notes also where it has
 * run before. Console lines come from the annals alone, as a stretch may begin in the middle of one.
 */
function plugIn(timeline: Timeline, hunt: Hunt, told: (event: TimelineEvent) => void): () => void {
  const { machine, system, listener, onTold } = timeline;
  const { scratch } = machine.core;
  const { noteMask } = scratch;
  timeline.onTold = (event) => {
    onTold?.(event);
    told(event);
  };
  if (hasNotes(hunt)) {
    scratch.noteMask = noteMask | (hunt.notes ?? 0);
    const teller = createTeller(system);
    timeline.listener = {
      output: (device, port, byte, beat) => listener?.output(device, port, byte, beat),
      moment(kind, fields) {
        listener?.moment(kind, fields);
        told(teller.moment(machine, kind, fields));
      },
      gap: (what) => listener?.gap(what),
    };
  }
  return () => {
    scratch.noteMask = noteMask;
    timeline.listener = listener;
    timeline.onTold = onTold;
  };
}

/** Which of several ranges an access overlaps; aliases of the same memory are the same. */
function isHit(machine: Machine, { address, sizeBytes, kind }: Watch, access: Access): boolean {
  if (kind !== "access" && kind !== access.kind) return false;
  const from = placeOf(machine, address);
  const to = placeOf(machine, access.address);
  return from < to + access.sizeBytes && to < from + sizeBytes;
}

function placeOf({ memories }: Machine, address: number): number {
  const at = memoryAt(memories, address);
  return at === null ? address : at.memory.host + at.offset;
}

function nextTold({ annals }: Timeline, hunt: Hunt, origin: Position): Hit | null {
  for (let index = annals.from(origin); index < annals.events.length; index++) {
    const event = annals.events[index];
    if (event === undefined || comparePositions(event, origin) <= 0 || hunt.event?.(event) !== true) continue;
    return { tick: event.tick, beat: event.beat, kind: "event", event };
  }
  return null;
}

function previousTold({ annals }: Timeline, hunt: Hunt, origin: Position): Hit | null {
  for (let index = annals.from(origin) - 1; index >= 0; index--) {
    const event = annals.events[index];
    if (event === undefined || hunt.event?.(event) !== true) continue;
    return { tick: event.tick, beat: event.beat, kind: "event", event };
  }
  return null;
}

const earlier = (a: Position | null, b: Position | null): Position | null =>
  a === null || (b !== null && comparePositions(b, a) < 0) ? b : a;
const later = (a: Position | null, b: Position | null): Position => {
  const found = a === null || (b !== null && comparePositions(b, a) > 0) ? b : a;
  return found ?? { tick: 0, beat: 0 };
};
const latest = (a: Hit | null, b: Hit | null): Hit | null =>
  a === null || (b !== null && comparePositions(b, a) > 0) ? b : a;
