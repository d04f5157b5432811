/**
 * The processor's clock when guests run: what the hypervisor leaves, unless a guest's code switches the main clock. The
 * SDK's CLOCK_AttachClk takes one constant for each choice of the two main clock multiplexers (MAINCLKSELA in bits
 * 11:8, MAINCLKSELB in bits 23:20, each plus one); such a constant stands in the literal pool of the guest that uses
 * it.
 */
import type { Image } from "../image/image.ts";
import type { Subject } from "./rule.ts";

/** Null: a PLL, whose rate is somewhere else. */
const mainClocks: ReadonlyMap<number, number | null> = new Map([
  [0x109208, null],
  [0x109308, 1_000_000],
  [0x109408, 96_000_000],
  [0x209108, null],
  [0x309108, null],
  [0x409108, 32_768],
]);

export interface CoreClock {
  /** Null where it cannot be told. */
  readonly hertz: number | null;
  /** The guest that switches it; null where it is the hypervisor's own. */
  readonly switchedBy: { readonly vm: string; readonly file: string } | null;
}

/** The first choice other than the hypervisor's in an image. */
function choiceIn({ segments }: Image): number | null | undefined {
  for (const { address, bytes } of segments) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = -address & 3; at + 4 <= bytes.length; at += 4) {
      const word = view.getUint32(at, true);
      if (mainClocks.has(word)) return mainClocks.get(word);
    }
  }
  return undefined;
}

export function coreClock({ images, timerHertz }: Subject): CoreClock {
  for (const { vm, image } of images) {
    const hertz = choiceIn(image);
    if (vm !== null && hertz !== undefined) return { hertz, switchedBy: { vm, file: image.file } };
  }
  return { hertz: timerHertz, switchedBy: null };
}

export const megahertz = (hertz: number): string => `${Number((hertz / 1e6).toFixed(6))} MHz`;

/** `8`, `1.82` */
export const factorText = (factor: number): string => String(Number(factor.toFixed(2)));
