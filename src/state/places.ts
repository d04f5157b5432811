/** Byte addresses of the blocks whose place is fixed. Everything after `machineBase` is placed by the machine. */
import { assert } from "../base/assert.ts";
import { boardBlock, cpuBlock, maxSauRegions } from "./blocks.ts";
import { derivedBase, derivedLimit, pageBytes, physicalLimitBytes, stateBase } from "./memory-map.ts";
import { filledListEntries, scratchBlock, tableSetEntries, tableSets } from "./scratch.ts";

export const cpuBase = stateBase;
export const boardBase = cpuBase + cpuBlock.sizeBytes;
/** First byte after the processor's blocks: the machine's, the devices' and the monitor's follow. */
export const machineBase = boardBase + boardBlock.sizeBytes;
export const scratchBase = derivedBase;

const pageLimit = physicalLimitBytes / pageBytes;
/** One u32 per filled entry of the access tables: its address. */
export const filledListBase = scratchBase + scratchBlock.sizeBytes;
/** One byte per page of guest memory: it holds decoded code. */
export const codePagesBase = filledListBase + 4 * filledListEntries;
/** One byte per page of guest memory: who wants to hear of accesses (assembly/mem/marks.ts). */
export const pageMarksBase = codePagesBase + pageLimit;
/** One u64 per page of guest memory: digest of its bytes when it was last looked at. */
export const pageDigestsBase = pageMarksBase + pageLimit;
/** Bytes of the processor's block that set up SAU and MPU: from mpuCtrl to sauRlar. */
export const protectionBytes = cpuBlock.offsets.sauRlar + 4 * maxSauRegions - cpuBlock.offsets.mpuCtrl;
assert(protectionBytes % 8 === 0, "settings of SAU and MPU are compared by eight bytes");
/** Entries of the access tables for settings that may come back (assembly/mem/tables.ts). */
export const tableSetsBase = pageDigestsBase + 8 * pageLimit;
export const tableSetBytes = 8 + protectionBytes + 8 * tableSetEntries;
assert(tableSetsBase + tableSets * tableSetBytes <= derivedLimit, "what is derived fits its place");
