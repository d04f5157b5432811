/**
 * Places the machine's blocks one after the other behind the processor's, and knows them by name for diffs and
 * snapshots.
 */
import { assert } from "../base/assert.ts";
import { boardBlock, cpuBlock } from "../state/blocks.ts";
import { type Block, type Fields, type View, viewOf } from "../state/layout.ts";
import { stateLimit } from "../state/memory-map.ts";
import { boardBase, cpuBase, machineBase } from "../state/places.ts";

export interface PlacedBlock {
  readonly name: string;
  readonly block: Block;
  readonly base: number;
}

export interface Places {
  place<F extends Fields>(name: string, block: Block<F>): View<F>;
  /** Every block so far, in address order: the snapshot is this list. */
  readonly blocks: readonly PlacedBlock[];
  /** First byte after the last block. */
  end(): number;
}

export function createPlaces(memory: ArrayBuffer): Places {
  const blocks: PlacedBlock[] = [
    { name: "cpu", block: cpuBlock, base: cpuBase },
    { name: "board", block: boardBlock, base: boardBase },
  ];
  let end = machineBase;
  return {
    place(name, block) {
      const base = end;
      end += block.sizeBytes;
      assert(end <= stateLimit, "all state blocks fit their part of memory");
      assert(!blocks.some((one) => one.name === name), `state block ${name} is placed once`);
      blocks.push({ name, block, base });
      return viewOf(block, memory, base);
    },
    blocks,
    end: () => end,
  };
}
