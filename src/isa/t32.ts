/** The T32 encodings of Armv8-M Mainline with the Security Extension, by chapter. */
import type { Encoding } from "./rows.ts";
import { control } from "./t32/control.ts";
import { dataProcessing } from "./t32/data-processing.ts";
import { memoryRows } from "./t32/memory.ts";

export const t32Encodings: readonly Encoding[] = [...dataProcessing, ...memoryRows, ...control];
