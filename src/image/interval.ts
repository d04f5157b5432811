/** Which of many half-open address intervals, nested or not, is the innermost one around an address. */

export interface Interval<T> {
  readonly start: number;
  /** First address behind it. */
  readonly end: number;
  readonly value: T;
}

/** A flat, sorted map from addresses to the interval that covers them most closely; look-ups take O(log n). */
export class IntervalIndex<T> {
  private readonly starts: number[] = [];
  private readonly owners: (Interval<T> | null)[] = [];

  /**
   * Where intervals overlap without nesting, the one that starts later wins; with equal starts the shorter, then the
   * later.
   */
  constructor(intervals: readonly Interval<T>[]) {
    const sorted = intervals.filter((interval) => interval.end > interval.start);
    sorted.sort((a, b) => a.start - b.start || b.end - a.end);
    const open: Interval<T>[] = [];
    for (const interval of sorted) {
      this.closeUntil(open, interval.start);
      this.mark(interval.start, interval);
      open.push(interval);
    }
    this.closeUntil(open, Number.POSITIVE_INFINITY);
  }

  at(address: number): Interval<T> | null {
    const index = lastAtOrBelow(this.starts, address);
    return index < 0 ? null : (this.owners[index] as Interval<T> | null);
  }

  /** Every value that covers some address, once, in the order of those addresses. */
  values(): T[] {
    return [...new Set(this.owners)].flatMap((owner) => (owner === null ? [] : [owner.value]));
  }

  private closeUntil(open: Interval<T>[], address: number): void {
    for (let top = open.at(-1); top && top.end <= address; top = open.at(-1)) {
      const end = top.end;
      while (open.length > 0 && (open.at(-1) as Interval<T>).end <= end) open.pop();
      this.mark(end, open.at(-1) ?? null);
    }
  }

  private mark(start: number, owner: Interval<T> | null): void {
    if (this.starts.at(-1) === start) this.owners[this.owners.length - 1] = owner;
    else {
      this.starts.push(start);
      this.owners.push(owner);
    }
  }
}

/** Index of the last element that is not greater than `value` in an ascending list; -1 when all are greater. */
export function lastAtOrBelow(
  ascending: { readonly length: number; readonly [i: number]: number },
  value: number,
): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
