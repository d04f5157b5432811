/** All scenes, by family. */
import { edges } from "./families/edges.ts";
import { faults } from "./families/faults.ts";
import { interrupts } from "./families/interrupts.ts";
import { lazyPreservation } from "./families/lazy.ts";
import { masking } from "./families/masks.ts";
import { returns } from "./families/returns.ts";
import { stacks } from "./families/stacks.ts";
import { transitions } from "./families/transitions.ts";
import type { Scene } from "./scene.ts";

export const families: Readonly<Record<string, readonly Scene[]>> = {
  transitions,
  interrupts,
  masks: masking,
  faults,
  returns,
  stacks,
  edges,
  lazy: lazyPreservation,
};

export const scenes: readonly Scene[] = Object.values(families).flat();
