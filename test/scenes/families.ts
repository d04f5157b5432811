/** All scenes, by family. */
import { interrupts } from "./families/interrupts.ts";
import { masking } from "./families/masks.ts";
import { transitions } from "./families/transitions.ts";
import type { Scene } from "./scene.ts";

export const families: Readonly<Record<string, readonly Scene[]>> = {
  transitions,
  interrupts,
  masks: masking,
};

export const scenes: readonly Scene[] = Object.values(families).flat();
