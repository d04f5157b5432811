/** Between cycles of the processor and beats of virtual time. The anchor moves when the processor's clock changes. */
import { type Beat, beatsPerSecond, never } from "../base/beat.ts";
import type { Core } from "../core/core.ts";

/** Virtual time now. */
export function beatNow(core: Core): Beat {
  const { cpu } = core;
  return cpu.anchorBeat + (core.cycle() - cpu.anchorCycle) * cpu.beatsPerCycle;
}

/** The first cycle at or after a moment. */
export function cycleAt(core: Core, beat: Beat): number {
  if (beat === never) return Number.POSITIVE_INFINITY;
  const { cpu } = core;
  return cpu.anchorCycle + Math.ceil((beat - cpu.anchorBeat) / cpu.beatsPerCycle);
}

/** From now on the processor runs at `hertz`; rounded to whole beats per cycle. */
export function setProcessorClock(core: Core, hertz: number): void {
  const { cpu } = core;
  const beatsPerCycle = Math.max(1, Math.round(beatsPerSecond / hertz));
  if (beatsPerCycle === cpu.beatsPerCycle) return;
  const now = cpu.beatsPerCycle === 0 ? 0 : beatNow(core);
  cpu.anchorBeat = now;
  cpu.anchorCycle = core.cycle();
  cpu.beatsPerCycle = beatsPerCycle;
}
