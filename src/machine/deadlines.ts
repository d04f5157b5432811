/**
 * Moments that devices have asked for: one cell per (device, tag), `never` when none. Equal times go by (device, tag).
 */
import { type Beat, never } from "../base/beat.ts";
import { array, block, f64, type View } from "../state/layout.ts";

export const deadlineCells = 256;
export const deadlineBlock = block("deadlines", { at: array(f64, deadlineCells) });

export interface Deadlines {
  set(cell: number, beat: Beat): void;
  /** The earliest moment asked for. */
  next(): Beat;
  /** Cell of the earliest moment at or before `now`, cleared; -1 when none is due. */
  takeDue(now: Beat): number;
  /** Forget what was derived, after the block was overwritten. */
  reload(): void;
}

export function createDeadlines(state: View<(typeof deadlineBlock)["fields"]>, used: number): Deadlines {
  let nearest: Beat = never;
  const reload = (): void => {
    nearest = never;
    for (let cell = 0; cell < used; cell++) nearest = Math.min(nearest, state.at[cell] ?? never);
  };
  return {
    set(cell, beat) {
      const before = state.at[cell] ?? never;
      state.at[cell] = beat;
      if (beat <= nearest) nearest = beat;
      else if (before === nearest) reload();
    },
    next: () => nearest,
    takeDue(now) {
      if (nearest > now) return -1;
      let earliest = -1;
      for (let cell = 0; cell < used; cell++) {
        if ((state.at[cell] ?? never) === nearest) {
          earliest = cell;
          break;
        }
      }
      state.at[earliest] = never;
      reload();
      return earliest;
    },
    reload,
  };
}
