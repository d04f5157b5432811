/** Which kernel is in an image: asked of each lens in turn. */
import type { Image } from "../image/image.ts";
import { freertosLens } from "./freertos.ts";
import { kernelLens } from "./kernel.ts";
import type { Lens } from "./lens.ts";
import { zephyrLens } from "./zephyr.ts";

const lenses = [zephyrLens, freertosLens, kernelLens] as const;

/** Null for an image without threads, or without the symbols to see them. */
export function findLens(image: Image): Lens | null {
  for (const lens of lenses) {
    const found = lens(image);
    if (found !== null) return found;
  }
  return null;
}
