/**
 * The few words of the hypervisor's image that the processor itself looks at: reset branch, hypercall veneer, vector
 * table. Every one leads into the trap range, where the monitor stands for the code (fact sheet crosscon-armv8m
 * sections 4 and 10).
 */
import { firstInterruptException } from "./address.ts";
import { imageBase, pageBytes } from "./platform.ts";

/** Start of the hypercall window: the second page. Guests call it with the Thumb bit. */
export const veneerBase = imageBase + pageBytes;
export const vectorTable = imageBase + 0x200;
/** Exceptions 0-15 and 64 interrupts. */
export const vectorCount = firstInterruptException + 64;

/** One trap address per vector, then those that are no vector. */
export const trapBase = imageBase + 0x400;
const trapBytes = 4;
export const vectorTrap = (exception: number): number => trapBase + exception * trapBytes;
export const resetTrap = vectorTrap(1);
export const hypercallTrap = vectorTrap(vectorCount);
/** Thread mode, Secure, on the way to a guest's first instruction. */
export const firstEntryTrap = vectorTrap(vectorCount + 1);
export const trapLimit = vectorTrap(vectorCount + 2);

/** The vector whose trap address this is, or -1. */
export function vectorOf(address: number): number {
  const exception = (address - trapBase) / trapBytes;
  return Number.isInteger(exception) && exception >= 0 && exception < vectorCount ? exception : -1;
}

/** B.W (encoding T4) at `from` to `to`, as two halfwords; forward, below 4 KiB. */
function branchWide(from: number, to: number): readonly [number, number] {
  const offset = to - (from + 4);
  return [0xf000, 0xb800 | (offset >>> 1)];
}

const secureGateway = 0xe97f;

/** The stub's bytes, from `imageBase` to the end of the vector table. */
export function imageStub(): Uint8Array {
  const bytes = new Uint8Array(vectorTable - imageBase + vectorCount * 4);
  const view = new DataView(bytes.buffer);
  const halfwords = (address: number, values: readonly number[]): void => {
    for (const [index, value] of values.entries()) view.setUint16(address - imageBase + index * 2, value, true);
  };
  halfwords(imageBase, branchWide(imageBase, resetTrap));
  halfwords(veneerBase, [secureGateway, secureGateway, ...branchWide(veneerBase + 4, hypercallTrap)]);
  for (let exception = 1; exception < vectorCount; exception++) {
    view.setUint32(vectorTable - imageBase + exception * 4, vectorTrap(exception) | 1, true);
  }
  return bytes;
}
