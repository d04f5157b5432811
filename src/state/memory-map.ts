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
export const tableBytes = (2 ** 32 / pageBytes) * 4;
/** Decoded blocks. */
export const arenaBase = tablesBase + 4 * tableBytes;
export const arenaBytes = 16 * mebibyte;
/** Largest guest physical memory. */
export const physicalLimitBytes = 32 * mebibyte;
/** One u32 per halfword of physical memory: the decoded block that starts there. */
export const blockMapBase = arenaBase + arenaBytes;
export const physicalBase = blockMapBase + 2 * physicalLimitBytes;
