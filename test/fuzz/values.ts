/** What a register of a case may hold when an instruction is reached, as far as its code tells. */

/** Nothing has written it: a case may still choose what it begins with. */
export const free = "free";
/** Anything at all. */
export const unknown = "unknown";

/** Addresses or counts from `low` to `high`, both included, modulo 2^32. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export type Value = typeof free | typeof unknown | Range;

export const exactly = (value: number): Range => ({ low: value >>> 0, high: value >>> 0 });

/** `range` after something was added to it; where that may not have happened, both. */
export function moved({ low, high }: Range, delta: number, certain: boolean): Range {
  if (certain) return { low: low + delta, high: high + delta };
  return { low: Math.min(low, low + delta), high: Math.max(high, high + delta) };
}
