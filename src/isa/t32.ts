/** The T32 encodings of Armv8-M Mainline with the Security Extension, by chapter. */
import type { Encoding } from "./rows.ts";
import { control } from "./t32/control.ts";
import { coprocessorRows } from "./t32/coprocessor.ts";
import { dataProcessing } from "./t32/data-processing.ts";
import { dspRows } from "./t32/dsp.ts";
import { floatRows } from "./t32/float.ts";
import { memoryRows } from "./t32/memory.ts";

export const t32Encodings: readonly Encoding[] = [
  ...dataProcessing,
  ...memoryRows,
  ...control,
  ...dspRows,
  ...floatRows,
  ...coprocessorRows,
];
