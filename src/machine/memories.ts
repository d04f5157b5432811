/** Lays the board's memories into the engine's physical memory and describes them to the core. */
import { assert } from "../base/assert.ts";
import type { Board, Memory } from "../board/board.ts";
import type { Core } from "../core/core.ts";
import { maxIdauRegions, maxMemoryRegions } from "../state/blocks.ts";
import { alignUp } from "../state/layout.ts";
import { pageBytes, physicalBase } from "../state/memory-map.ts";

export interface PlacedMemory extends Memory {
  /** Byte address in the engine's linear memory. */
  readonly host: number;
}

/** Writable memories first, so that what changes at run time lies together. */
export function placeMemories(board: Board): { memories: PlacedMemory[]; ramBytes: number; totalBytes: number } {
  const ordered = [...board.memories].sort((a, b) => Number(a.kind !== "ram") - Number(b.kind !== "ram"));
  let host = physicalBase;
  let ramEnd = physicalBase;
  const memories = ordered.map((memory) => {
    const placed = { ...memory, host };
    host += alignUp(memory.sizeBytes, pageBytes);
    if (memory.kind === "ram") ramEnd = host;
    return placed;
  });
  return { memories, ramBytes: ramEnd - physicalBase, totalBytes: host - physicalBase };
}

export const idauAttributes = { "non-secure": 0, secure: 1, "secure-callable": 3, exempt: 4 } as const;

/** Fill the core's board block from the board's data. */
export function describeBoard(core: Core, board: Board, memories: readonly PlacedMemory[]): void {
  const { board: block } = core;
  const { processor } = board;
  block.cpuid = processor.cpuid;
  block.interruptLines = processor.interruptLines;
  block.priorityBits = processor.priorityBits;
  block.mpuRegionsNs = processor.mpuRegionsNonSecure;
  block.mpuRegionsS = processor.mpuRegionsSecure;
  block.sauRegions = processor.sauRegions;
  block.vtorMask = processor.vtorMask;
  block.vtorReset.set([processor.vtorReset.nonSecure, processor.vtorReset.secure]);
  block.hasFpu = Number(processor.hasFpu);
  block.hasDsp = Number(processor.hasDsp);
  let count = 0;
  for (const memory of memories) {
    for (const base of [memory.base, ...memory.aliases]) {
      assert(count < maxMemoryRegions, "the board's memories fit their table");
      block.memoryBase[count] = base;
      block.memorySize[count] = memory.sizeBytes;
      block.memoryHost[count] = memory.host;
      block.memoryWritable[count] = Number(memory.kind === "ram");
      block.memoryGuarded[count] = Number(memory.guard !== undefined);
      count++;
    }
  }
  block.memoryCount = count;
  assert(board.idau.length <= maxIdauRegions, "the board's IDAU regions fit their table");
  board.idau.forEach((region, index) => {
    block.idauBase[index] = region.base;
    block.idauLast[index] = region.last;
    block.idauAttribute[index] = idauAttributes[region.attribute];
  });
  block.idauCount = board.idau.length;
}

/** Memory, and offset in it, at a guest address; null where no memory answers. */
export function memoryAt(
  memories: readonly PlacedMemory[],
  address: number,
): { memory: PlacedMemory; offset: number } | null {
  for (const memory of memories) {
    for (const base of [memory.base, ...memory.aliases]) {
      if (address >= base && address - base < memory.sizeBytes) return { memory, offset: address - base };
    }
  }
  return null;
}
