/** How much of a stack was ever used, where the kernel fills stacks before use. */
import type { Image } from "../image/image.ts";
import type { Memory } from "./field.ts";
import type { ThreadStack } from "./lens.ts";

/** A kernel's own size of a stack that is larger than this is no size. */
const largestStackBytes = 1 << 24;

/**
 * Counts the fill bytes that are left at the low end. `fill` is null where the kernel does not fill. A stack that has
 * none left may have overflowed, or was never filled: then the lowest byte says nothing, and the answer is all of it
 * only where `filled` is certain.
 */
export function stackOf(
  memory: Memory,
  base: number,
  sizeBytes: number,
  fill: { readonly byte: number; readonly certain: boolean } | null,
): ThreadStack | null {
  if (sizeBytes <= 0 || sizeBytes > largestStackBytes) return null;
  const bytes = fill && memory.bytes(base, sizeBytes);
  if (!fill || !bytes) return { base, sizeBytes, highWaterBytes: null };
  let left = 0;
  while (left < sizeBytes && bytes[left] === fill.byte) left++;
  const known = fill.certain || left >= leastFill;
  return { base, sizeBytes, highWaterBytes: known ? sizeBytes - left : null };
}

/** So many bytes of one value are no accident. */
const leastFill = 8;

/** The variable that a stack pointer lies in, where a kernel keeps no bounds: a stack is an array of its own. */
export function stackVariable(image: Image, pointer: number): { base: number; sizeBytes: number } | null {
  const found = image.symbols.objectAt(pointer) ?? image.symbols.objectAt(pointer - 1);
  return found && { base: found.symbol.address, sizeBytes: found.symbol.sizeBytes };
}
