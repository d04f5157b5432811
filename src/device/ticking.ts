/**
 * Exact conversion between beats and whole periods of a clock, for counters that are computed when somebody looks.
 * The sole rule devices rely on: `periodsIn(beatsFor(n, hz), hz) === n`, and one beat earlier it is n - 1.
 */
import { type Beat, beatsPerSecond, never } from "../base/beat.ts";
import { f64 } from "../state/layout.ts";

/** Reduced ratio of periods to beats; `wide` when intermediate products could pass 2^53. */
interface Ratio {
  readonly periods: number;
  readonly beats: number;
  readonly wide: boolean;
}

function ratioOf(hertz: number): Ratio {
  let a = hertz;
  let b = beatsPerSecond;
  while (b !== 0) [a, b] = [b, a % b];
  const periods = hertz / a;
  const beats = beatsPerSecond / a;
  return { periods, beats, wide: periods * beats > Number.MAX_SAFE_INTEGER };
}

/**
 * Whole periods of `hertz` (a whole number) that have ended `beats` after the clock's edge; 0 while the clock stands.
 */
export function periodsIn(beats: Beat, hertz: number): number {
  if (hertz <= 0 || beats <= 0) return 0;
  const ratio = ratioOf(hertz);
  if (ratio.wide) return Number((BigInt(beats) * BigInt(ratio.periods)) / BigInt(ratio.beats));
  const rest = beats % ratio.beats;
  return ((beats - rest) / ratio.beats) * ratio.periods + Math.floor((rest * ratio.periods) / ratio.beats);
}

/** Fewest beats within which `count` whole periods of `hertz` end; `never` while the clock stands. */
export function beatsFor(count: number, hertz: number): Beat {
  if (hertz <= 0) return never;
  const ratio = ratioOf(hertz);
  if (ratio.wide) {
    const periods = BigInt(ratio.periods);
    return Number((BigInt(count) * BigInt(ratio.beats) + periods - 1n) / periods);
  }
  const rest = count % ratio.periods;
  return ((count - rest) / ratio.periods) * ratio.beats + Math.ceil((rest * ratio.beats) / ratio.periods);
}

/** Whole beats in `microseconds`. */
export const beatsOfMicroseconds = (microseconds: number): Beat => microseconds * (beatsPerSecond / 1_000_000);

/**
 * Edges of one clock input, counted since power-on: a device says "at edge 1,000,000" and stays exact however often
 * the frequency changes. It spreads `edgeFields` into its state and keeps them over a reset.
 */
export const edgeFields = {
  /** When the present frequency began. */
  edgesSince: f64,
  /** Edges until then. */
  edgesBefore: f64,
  /** Present frequency; 0 while the clock stands. */
  edgesHertz: f64,
} as const;

export const edgeFieldNames = ["edgesSince", "edgesBefore", "edgesHertz"] as const;

/** What counting edges needs of a device's io. */
export interface EdgeIo {
  readonly state: { edgesSince: number; edgesBefore: number; edgesHertz: number };
  now(): Beat;
  clockHz(name: string): number;
  at(tag: number, beat: Beat): void;
  cancel(tag: number): void;
}

/** Edges of the clock until now. */
export const edgesNow = (io: EdgeIo): number =>
  io.state.edgesBefore + periodsIn(io.now() - io.state.edgesSince, io.state.edgesHertz);

/**
 * Take over the frequency of the clock input `name` as it is now; true when it changed and deadlines must be set
 * anew.
 */
export function followClock(io: EdgeIo, name: string): boolean {
  const hertz = io.clockHz(name);
  const { state } = io;
  if (hertz === state.edgesHertz) return false;
  state.edgesBefore = edgesNow(io);
  state.edgesSince = io.now();
  state.edgesHertz = hertz;
  return true;
}

/** Ask for `due(tag)` when the clock's edge number `edge` comes; never while it stands. */
export function atEdge(io: EdgeIo, tag: number, edge: number): void {
  const { state } = io;
  if (state.edgesHertz === 0) io.cancel(tag);
  else io.at(tag, state.edgesSince + beatsFor(edge - state.edgesBefore, state.edgesHertz));
}
