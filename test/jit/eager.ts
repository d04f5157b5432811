/** Everything is compiled at once, and renewed for everything that is seen. */
import type { JitOptions } from "../../src/jit/jit.ts";

export const eager: JitOptions = {
  periodTicks: 3,
  samples: 1,
  moreSamples: 1,
  hotShare: 1e9,
  sightings: 1,
  leastInstructions: 1,
  blocksPerLook: 1e9,
  looksAfterForgetting: 0,
  looksHeld: 1,
};
