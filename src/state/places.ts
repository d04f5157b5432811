/** Byte addresses of the blocks whose place is fixed. Everything after `machineBase` is placed by the machine. */
import { boardBlock, cpuBlock } from "./blocks.ts";
import { derivedBase, stateBase } from "./memory-map.ts";

export const cpuBase = stateBase;
export const boardBase = cpuBase + cpuBlock.sizeBytes;
/** First byte after the processor's blocks: the machine's, the devices' and the monitor's follow. */
export const machineBase = boardBase + boardBlock.sizeBytes;
export const scratchBase = derivedBase;
