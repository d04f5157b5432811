/** What the images of a system say of an address: its line, its function, and who called. */
import { backtrace } from "../image/backtrace.ts";
import type { Image } from "../image/image.ts";
import type { Machine } from "../machine/machine.ts";
import { guestsOf } from "../system/guests.ts";
import { stateOf } from "../system/stopped-state.ts";
import type { System } from "../system/system.ts";

export interface CodeMap {
  /** File and line as one text; null where no image names one. */
  lineAt(address: number): string | null;
  /** First address of the function around an address; null outside all of them. */
  functionAt(address: number): number | null;
  /** Where the current function returns to, and the stack pointer there; null where nobody knows. */
  callerOf(machine: Machine): { readonly address: number; readonly stackPointer: number } | null;
  /** Control block of the thread that the kernel of the VM that is in has chosen; 0 where there is none, or no lens. */
  threadOf(machine: Machine): number;
}

export function codeMapOf(system: System): CodeMap {
  const images: readonly Image[] = system.images.map(({ image }) => image);
  const guests = guestsOf(system);
  return {
    lineAt(address) {
      for (const { debug, file } of images) {
        const place = debug?.placeAt(address) ?? null;
        if (place !== null) return `${file}:${place.file}:${place.line}`;
      }
      return null;
    },
    functionAt(address) {
      for (const { symbols } of images) {
        const place = symbols.functionAt(address);
        if (place !== null) return address - place.offsetBytes;
      }
      return null;
    },
    threadOf(machine) {
      const lens = guests[machine.currentVm?.() ?? 0]?.lens ?? null;
      return lens === null ? 0 : (wordAt(machine, lens.currentAt) ?? 0);
    },
    callerOf(machine) {
      const readWord = (address: number): number | null => wordAt(machine, address);
      const { frames } = backtrace(images, stateOf(machine), readWord, { limit: 16 });
      const caller = frames.slice(1).find(({ kind }) => kind !== "inlined");
      const stackPointer = caller?.registers[13];
      if (caller?.kind !== "called" || stackPointer === undefined || stackPointer === null) return null;
      return { address: caller.address, stackPointer };
    },
  };
}

function wordAt(machine: Machine, address: number): number | null {
  const bytes = machine.peek(address >>> 0, 4);
  return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}
