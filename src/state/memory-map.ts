/**
 * Where everything lies in the engine's linear memory, in bytes. Only [stateBase, stateLimit) and the guest's physical
 * memory are state; the rest is derived and droppable at any time.
 */

export const pageBits = 10;
export const pageBytes = 1 << pageBits;

const mebibyte = 1 << 20;

/** State blocks: cpu and board first, then the machine's, the devices', the monitor's. */
export const stateBase = 0x4000;
export const stateLimit = 0x80000;
/** Scratch of the core: single-step record, list of filled table entries, exit details. */
export const derivedBase = 0x80000;
export const derivedLimit = mebibyte;
/**
 * Four access tables of one u32 per page of the 4 GiB space: (host - guest) | permission bits. Index: security * 2 +
 * privileged.
 */
export const tablesBase = mebibyte;
/**
 * Permission bits of an entry. `normal`: no Device memory, so that unaligned accesses need no more than CCR's leave.
 * `clean`: the right to write is there, but the next write must be noticed first. `watchedRead`, `watchedWrite`: the
 * right is there, but the page holds something that is watched, and the access must be told if it touches that.
 */
export const entryBits = {
  read: 1,
  write: 2,
  execute: 4,
  normal: 8,
  clean: 16,
  watchedRead: 32,
  watchedWrite: 64,
} as const;
export const tableBytes = (2 ** 32 / pageBytes) * 4;
/** Decoded blocks. */
export const arenaBase = tablesBase + 4 * tableBytes;
export const arenaBytes = 16 * mebibyte;
/**
 * Flags in the header of a block. `crosses`: its only instruction, or its IT block, reaches into the next page.
 * `compiled`: compiled code stands for it, alone or among others.
 */
export const blockFlags = { crosses: 1, compiled: 2 } as const;
/** No block stands for more bytes of code. */
export const blockCodeBytes = 65 * 4;
/** From a way into compiled code (assembly/native.ts) to the first record of the copy behind it. */
export const wayBytes = 32;
/** Largest guest physical memory. */
export const physicalLimitBytes = 32 * mebibyte;
/** One u32 per halfword of physical memory: the decoded block that starts there. */
export const blockMapBase = arenaBase + arenaBytes;
export const physicalBase = blockMapBase + 2 * physicalLimitBytes;
