/**
 * Check values of a run: every 10 ms of virtual time the state is folded into a chain. The processor's block each time;
 * memory pages written since, and all other blocks, when enough has been executed or enough time has passed, so that
 * checking costs next to nothing. The rule depends on nothing but the run, so a replay looks at the same things.
 */
import { type Beat, beatsPerSecond } from "../base/beat.ts";
import type { Looks, Machine } from "../machine/machine.ts";
import { cpuBlock } from "../state/blocks.ts";
import { stateBase } from "../state/memory-map.ts";
import { cpuBase } from "../state/places.ts";

export const checkBeats: Beat = beatsPerSecond / 100;

/** All of the state is looked at after so many instructions, or so many checks: some 10 ms of the host's time. */
const allEvery = { ticks: 1 << 22, checks: 100 };

export interface Checker extends Looks {
  /** The check that the last look gave. */
  readonly last: { tick: number; value: number };
}

/** From this moment on, every check of the machine; `told` after each. */
export function createChecker(machine: Machine, periodBeats: Beat, told: () => void): Checker {
  const { calls, scratch, cpu } = machine.core;
  const { chain } = scratch;
  const stateBytes = machine.places.end() - stateBase;
  const seen = { tick: machine.tick() };
  const last = { tick: 0, value: 0 };
  chain.fill(0);
  let index = Math.floor(machine.now() / periodBeats) + 1;
  let next = index * periodBeats;
  return {
    last,
    next: () => next,
    look() {
      const tick = cpu.ticks;
      calls.chainRange(cpuBase, cpuBlock.sizeBytes);
      if (tick - seen.tick >= allEvery.ticks || index % allEvery.checks === 0) {
        calls.chainPages();
        calls.chainRange(stateBase, stateBytes);
        seen.tick = tick;
      }
      index += 1;
      next += periodBeats;
      // A charge can pass several periods at once: that is one check.
      const now = machine.now();
      if (next <= now) {
        index = Math.floor(now / periodBeats) + 1;
        next = index * periodBeats;
      }
      last.tick = tick;
      last.value = chain[0] ?? 0;
      told();
    },
  };
}
