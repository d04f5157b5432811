/** Questions about the past: who last wrote, read or called, and when a text was printed. The cursor goes there. */
import { nanosecondsOf } from "../../base/beat.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../hunt.ts";
import type { Position } from "../position.ts";
import type { Timeline } from "../timeline.ts";
import type { Work } from "../work.ts";
import { type Call, callChain } from "./calls.ts";
import { runningVm } from "./moment.ts";

/** Where the cursor stands now; null where nothing was found between here and an end of history. */
export type Found<T> = (T & Stand) | null;

export interface Stand {
  readonly tick: number;
  readonly time_ns: number;
  readonly vm: string | null;
  /** Innermost first: who did it, and who called. */
  readonly frames: readonly Call[];
}

export const standAt = ({ system, machine }: Timeline, { tick, beat }: Position): Stand => ({
  tick,
  time_ns: nanosecondsOf(beat),
  vm: runningVm(system, machine),
  frames: callChain(system, machine).frames,
});

export interface LastAccess {
  readonly kind: "read" | "write";
  readonly address: number;
  readonly size_bytes: number;
  readonly value: number;
  /** Address of the instruction that did it; inside a hypervisor's service its trap. */
  readonly pc: number;
}

/** The last access to a range before the cursor; the cursor then stands in front of the instruction. */
export function* lastAccess(
  timeline: Timeline,
  kind: "read" | "write",
  address: number,
  sizeBytes: number,
): Work<Found<LastAccess>> {
  const hit = yield* findPrevious(timeline, { watchpoints: [{ address, sizeBytes, kind }] });
  if (hit.kind !== "access") return null;
  const { access, pc } = hit;
  const what = { address: access.address >>> 0, size_bytes: access.sizeBytes, value: access.value >>> 0 };
  return { kind: access.kind, ...what, pc: pc >>> 0, ...standAt(timeline, hit) };
}

/**
 * The last time before the cursor that a function was entered at one of its beginnings (functionEntries of place.ts);
 * R0 to R3 are its arguments, unless the compiler merged it into its caller.
 */
export function* lastCall(
  timeline: Timeline,
  entries: number | readonly number[],
): Work<Found<{ readonly arguments: readonly number[] }>> {
  const breakpoints = (typeof entries === "number" ? [entries] : entries).map((address) => ({ address }));
  const hit = yield* findPrevious(timeline, { breakpoints });
  if (hit.kind !== "breakpoint") return null;
  const { cpu } = timeline.machine.core;
  const isMerged = isMergedAt(timeline, hit.address);
  const registers = Array.from({ length: 4 }, (_, index) => (cpu.r[index] ?? 0) >>> 0);
  return { arguments: isMerged ? [] : registers, ...standAt(timeline, hit) };
}

/** The innermost function at an address begins there by itself; one that begins with a merged one is no such. */
function isMergedAt({ system, machine }: Timeline, address: number): boolean {
  const [inner, outer] = callChain(system, machine).frames;
  const own = system.images.some(({ image }) => {
    const named = inner?.function === null ? [] : image.symbols.allNamed(inner?.function ?? "");
    return named.some((symbol) => symbol.kind === "function" && (symbol.address & ~1) >>> 0 === address);
  });
  return outer?.kind === "inlined" && !own;
}

export interface Printed {
  readonly port: string;
  readonly text: string;
  /** Tick of the line's last byte. */
  readonly end_tick: number;
}

/** The last console line up to the cursor that holds a text, else the next one; to the moment of its first byte. */
export function* printed(timeline: Timeline, text: string): Work<Found<Printed>> {
  const start = timeline.now();
  const hunt: Hunt = { event: ({ kind, fields }) => kind === "console" && String(fields.text).includes(text) };
  let hit: Hit = yield* findPrevious(timeline, hunt);
  if (hit.kind !== "event" && timeline.end() !== null) {
    yield* timeline.seek(start);
    hit = yield* findNext(timeline, hunt);
  }
  if (hit.kind !== "event") return null;
  const { fields, vm, tick } = hit.event;
  const first = { tick: Number(fields.firstTick), beat: Number(fields.firstBeat) };
  yield* timeline.seek(first);
  return { port: String(fields.port), text: String(fields.text), end_tick: tick, ...standAt(timeline, first), vm };
}
