/**
 * Exact conversion between beats and whole periods of a clock, for counters that are computed when somebody looks. The sole rule
 * devices rely on: `periodsIn(beatsFor(n, hz), hz) === n`, and one beat earlier it is n - 1.
 */
import { type Beat, beatsPerSecond, never } from "../base/beat.ts";

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

/** Whole periods of `hertz` (a whole number) that have ended `beats` after the clock's edge; 0 while the clock stands. */
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
