/**
 * What a guest's kernel has counted against what has passed: two readings of its uptime, each from just after it moved.
 * A tickless kernel counts only when it wakes up; between that, what it says is no measure.
 */
import { beatsPerSecond } from "../base/beat.ts";
import type { MachineView } from "../machine/view.ts";
import type { Guest } from "../system/guests.ts";

export interface Uptime {
  /** What it said last; -1 before. */
  said: number;
  /** Beat of the next reading. */
  readAt: number;
  /** First and last reading that count: virtual time and uptime, in seconds. */
  firstAt: number;
  first: number;
  lastAt: number;
  last: number;
}

export const createUptime = (): Uptime => ({ said: -1, readAt: 0, firstAt: 0, first: -1, lastAt: 0, last: -1 });

export function readUptime(uptime: Uptime, guest: Guest, machine: MachineView, beat: number): void {
  const { lens } = guest;
  if (lens === null || beat < uptime.readAt) return;
  uptime.readAt = beat + uptime.lastAt * seldom * beatsPerSecond;
  const seconds = lens.uptimeSeconds(guest.view(machine));
  if (seconds === null || seconds === uptime.said) return;
  const begins = uptime.said < 0 || seconds < uptime.said;
  uptime.said = seconds;
  // The first value may be as old as the kernel.
  if (begins) uptime.first = -1;
  else if (uptime.first < 0) {
    uptime.first = seconds;
    uptime.firstAt = beat / beatsPerSecond;
  } else {
    uptime.last = seconds;
    uptime.lastAt = beat / beatsPerSecond;
  }
}

export interface Measured {
  /** Of virtual time. */
  readonly seconds: number;
  /** Guest time for one second of it. */
  readonly factor: number;
}

/** The longer it is measured, the less one more reading says: each tenth of the time. */
const seldom = 0.1;

/** Less than this says little: each reading may be as late as the next look. */
const leastSeconds = 2;

export function measuredOf({ first, firstAt, last, lastAt }: Uptime): Measured | null {
  const seconds = lastAt - firstAt;
  return first < 0 || seconds < leastSeconds ? null : { seconds, factor: (last - first) / seconds };
}

/** What two looks a quarter of a second apart can be wrong by. */
const tolerance = 0.2;

export const isOff = ({ factor }: Measured): boolean => Math.abs(1 - factor) > tolerance;
