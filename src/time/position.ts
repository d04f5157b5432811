/** The address of a moment. Beats alone order all moments; ticks are what people and events speak of. */
import type { Beat } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";

export interface Position {
  readonly tick: number;
  readonly beat: Beat;
}

export const positionOf = (machine: Machine): Position => ({ tick: machine.tick(), beat: machine.now() });

/** Negative where `a` is the earlier one. */
export const comparePositions = (a: Position, b: Position): number => a.beat - b.beat || a.tick - b.tick;

/** Index of the first element that is not before `position`; the elements are in order. */
export function firstFrom(list: readonly Position[], position: Position): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = list[middle];
    if (one !== undefined && comparePositions(one, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
