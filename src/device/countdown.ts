/**
 * A counter that goes down by one with each count, stays at zero for one count and starts over from its reload value
 * with the next (DDI 0479, APB timers): computed when somebody looks. A period is reload + 1 counts.
 */

export interface Countdown {
  /** Value of the counter before the first of the counts. */
  readonly value: number;
  readonly reload: number;
}

/** The value after so many counts. A reload value of 0 leaves the counter at 0. */
export function valueAfter({ value, reload }: Countdown, counts: number): number {
  if (counts <= value) return value - counts;
  return reload - ((counts - value - 1) % (reload + 1));
}

/** Counts until the counter next goes from 1 to 0; Infinity when it never will. */
export function countsToZero({ value, reload }: Countdown): number {
  if (value > 0) return value;
  return reload > 0 ? reload + 1 : Number.POSITIVE_INFINITY;
}

/** How often the counter goes from 1 to 0 within so many counts. */
export function zerosWithin(countdown: Countdown, counts: number): number {
  const first = countsToZero(countdown);
  if (counts < first) return 0;
  return countdown.reload === 0 ? 1 : 1 + Math.floor((counts - first) / (countdown.reload + 1));
}
