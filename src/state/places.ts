/** Byte addresses of the blocks whose place is fixed. Everything after `machineBase` is placed by the machine. */
import { boardBlock, cpuBlock } from "./blocks.ts";
import { derivedBase, pageBytes, physicalLimitBytes, stateBase } from "./memory-map.ts";
import { filledListEntries, scratchBlock } from "./scratch.ts";

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
