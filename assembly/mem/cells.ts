/**
 * Cells of linear memory that a monitor keeps for each VM, and brings back. SCRATCH_CELLS has three words for each:
 * where it is in use, where VM 0 keeps its own, how many words it has. Those of the other VMs follow.
 */
import { SCRATCH_CELLS } from "../gen/layout";

const ROW_BYTES: u32 = 12;


@inline
function placeOf(row: u32, vm: u32): u32 {
  return load<u32>(row, 4) + vm * (load<u32>(row, 8) << 2);
}


@inline
function copyWords(to: u32, from: u32, words: u32): void {
  for (let at: u32 = 0; at < words << 2; at += 4) store<u32>(to + at, load<u32>(from + at));
}

export function keepCells(first: u32, count: u32, vm: u32): void {
  let end = SCRATCH_CELLS + (first + count) * ROW_BYTES;
  for (let row = SCRATCH_CELLS + first * ROW_BYTES; row < end; row += ROW_BYTES) {
    copyWords(placeOf(row, vm), load<u32>(row), load<u32>(row, 8));
  }
}

export function bringCells(first: u32, count: u32, vm: u32): void {
  let end = SCRATCH_CELLS + (first + count) * ROW_BYTES;
  for (let row = SCRATCH_CELLS + first * ROW_BYTES; row < end; row += ROW_BYTES) {
    copyWords(load<u32>(row), placeOf(row, vm), load<u32>(row, 8));
  }
}
