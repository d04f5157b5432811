/** The guests of a system with what can be seen inside them: which kernel, which threads. Looking changes nothing. */
import type { Image } from "../image/image.ts";
import { findLens } from "../lens/find.ts";
import { type GuestView, guestView } from "../lens/guest-view.ts";
import type { Lens, Thread } from "../lens/lens.ts";
import type { MachineView } from "../machine/view.ts";
import { type System, vmNames } from "./system.ts";

export interface Guest {
  readonly vm: string;
  /** Index in the order of `vmNames`. */
  readonly index: number;
  readonly images: readonly Image[];
  /** Null where no kernel is known in its images, or nothing names its parts. */
  readonly lens: Lens | null;
  /** Its memory and its processor at this moment, whether it is in or not. */
  view(view: MachineView): GuestView;
  /** Its threads at this moment; none without a lens, and before its kernel has started. */
  threads(view: MachineView): Thread[];
}

/** In the order of `vmNames`. A firmware is one guest with all images. */
export function guestsOf(system: System): Guest[] {
  const isFirmware = system.hypervisor.kind === "firmware";
  return vmNames(system).map((vm, index) => {
    const images = system.images.filter((one) => isFirmware || one.vm === vm).map((one) => one.image);
    const lazy: { lens?: Lens | null } = {};
    const lens = (): Lens | null => {
      if (lazy.lens === undefined) lazy.lens = firstLens(images);
      return lazy.lens;
    };
    const view = (machine: MachineView): GuestView => guestView(machine, images, isFirmware ? null : index);
    return {
      vm,
      index,
      images,
      get lens() {
        return lens();
      },
      view,
      threads: (machine) => lens()?.threads(view(machine)) ?? [],
    };
  });
}

function firstLens(images: readonly Image[]): Lens | null {
  for (const image of images) {
    const lens = findLens(image);
    if (lens !== null) return lens;
  }
  return null;
}
