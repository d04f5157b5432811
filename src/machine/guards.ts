/** Devices that guard memory: which pages they have opened to whom, and what they answer in the memory's place. */
import { assert } from "../base/assert.ts";
import type { Board } from "../board/board.ts";
import type { Core } from "../core/core.ts";
import type { Device, Transaction } from "../device/device.ts";
import { pageBytes, physicalBase } from "../state/memory-map.ts";
import type { PlacedMemory } from "./memories.ts";

const pagesPerWord = 32;

/** The pages of one word of the table of the guard called `name`. */
export function openBlocks(
  core: Core,
  memories: readonly PlacedMemory[],
  name: string,
  word: number,
  nonSecure: number,
): void {
  const memory = memories.find((one) => one.guard === name);
  assert(memory !== undefined, `${name} guards a memory`);
  const first = (memory.host - physicalBase) / pageBytes / pagesPerWord;
  assert(Number.isInteger(first), "guarded memory begins with a word of pages");
  assert(word < memory.sizeBytes / pageBytes / pagesPerWord, "the block lies in the guarded memory");
  if ((core.board.pageNonSecure[first + word] ?? 0) >>> 0 === nonSecure >>> 0) return;
  core.board.pageNonSecure[first + word] = nonSecure >>> 0;
  core.calls.dropTables();
}

export interface GuardedMemory {
  /** True when the refusal is a bus error. */
  refuse(transaction: Transaction): boolean;
}

/** Finds the guard of the memory at an address that was not let through; null where no memory is. */
export function guardedMemories(
  board: Board,
  named: (name: string) => Device,
): (address: number) => GuardedMemory | null {
  const places = board.memories.flatMap(({ guard, base, aliases, sizeBytes }) =>
    guard === undefined ? [] : [base, ...aliases].map((from) => ({ guard, from, sizeBytes })),
  );
  return (address) => {
    const place = places.find(({ from, sizeBytes }) => address >= from && address - from < sizeBytes);
    if (place === undefined) return null;
    return { refuse: (transaction) => named(place.guard).refuse?.(address - place.from, transaction) ?? false };
  };
}
