/**
 * Check values of a run: every 10 ms of virtual time the state is folded into a chain. The processor's block each time;
 * memory pages written since, and all other blocks, when enough has been executed or enough time has passed, so that
 * checking costs next to nothing. The rule depends on nothing but the run, so a replay looks at the same things.
 */
import { type Beat, beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import { cpuBlock } from "../state/blocks.ts";
import { stateBase } from "../state/memory-map.ts";
import { cpuBase } from "../state/places.ts";
import type { Check } from "../trace/recording.ts";
import type { Onlooker } from "./session.ts";

export const checkBeats: Beat = beatsPerSecond / 100;

/** Memory is looked at after so many instructions, or so many checks. */
const memoryEvery = { ticks: 1 << 18, checks: 10 };
const stateEvery = { ticks: 1 << 20, checks: 100 };

/** From this moment on, tells `told` every check of the machine. */
export function createChecker(machine: Machine, periodBeats: Beat, told: (check: Check) => void): Onlooker {
  const { calls, scratch, cpu } = machine.core;
  const last = { memoryTick: machine.tick(), stateTick: machine.tick() };
  scratch.chain.fill(0);
  let index = Math.floor(machine.now() / periodBeats) + 1;
  return {
    next: () => index * periodBeats,
    look() {
      const tick = cpu.ticks;
      calls.chainRange(cpuBase, cpuBlock.sizeBytes);
      if (tick - last.memoryTick >= memoryEvery.ticks || index % memoryEvery.checks === 0) {
        calls.chainPages();
        last.memoryTick = tick;
      }
      if (tick - last.stateTick >= stateEvery.ticks || index % stateEvery.checks === 0) {
        calls.chainRange(stateBase, machine.places.end() - stateBase);
        last.stateTick = tick;
      }
      // A charge can pass several periods at once: that is one check.
      index = Math.floor(machine.now() / periodBeats) + 1;
      told({ tick, value: scratch.chain[0] ?? 0 });
    },
  };
}
