/** A guest console line as the contract shows it. */
import { type Beat, beatsPerSecond } from "../base/beat.ts";
import type { ConsoleLine } from "../trace/console.ts";

/** `[   0.001234567s baremetal] text`. */
export function formatLine(vm: string, line: ConsoleLine): string {
  return `[${secondsText(line.beat).padStart(14)}s ${vm}] ${line.text}`;
}

/** `[   0.001234567s] reset by wwdt`: what happens to the board as a whole. */
export const formatNote = (beat: Beat, text: string): string => `[${secondsText(beat).padStart(14)}s] ${text}`;

function secondsText(beat: Beat): string {
  const whole = Math.floor(beat / beatsPerSecond);
  const nanoseconds = Math.floor(((beat - whole * beatsPerSecond) * 10) / 72);
  return `${whole}.${String(nanoseconds).padStart(9, "0")}`;
}
