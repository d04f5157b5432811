/** Runs a recording again and compares every check with the one that was recorded. */
import type { Machine } from "../machine/machine.ts";
import type { Check, Recording } from "../trace/recording.ts";
import { createChecker } from "./check.ts";
import type { Onlooker } from "./session.ts";

export interface Difference {
  /** The last check that agrees; null when the first one does not. */
  readonly agrees: Check | null;
  /** What was recorded next, and what the run gave. */
  readonly recorded: Check;
  readonly replayed: Check;
}

export interface Verifier extends Onlooker {
  /** Checks compared so far. */
  compared(): number;
  /** The first difference. */
  difference(): Difference | null;
}

export function createVerifier(machine: Machine, { checks, head }: Recording): Verifier {
  let compared = 0;
  let difference: Difference | null = null;
  const checker = createChecker(machine, head.checkBeats, () => {
    const replayed = { ...checker.last };
    const recorded = checks[compared];
    if (recorded === undefined || difference !== null) return;
    if (recorded.tick !== replayed.tick || recorded.value !== replayed.value) {
      difference = { agrees: checks[compared - 1] ?? null, recorded, replayed };
    } else compared += 1;
  });
  return { ...checker, compared: () => compared, difference: () => difference };
}
