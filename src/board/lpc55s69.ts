/**
 * NXP LPC55S69, core 0, on the LPCXpresso55S69 board: facts in the fact sheet lpc55s69, one folder beside this file.
 */
import type { Board } from "./board.ts";
import { clocks, systickCalibration } from "./lpc55s69/clocks.ts";
import { devices, wires } from "./lpc55s69/devices.ts";
import { interruptLines, interruptNames } from "./lpc55s69/interrupts.ts";
import { idau, memories } from "./lpc55s69/memories.ts";

export const lpc55s69: Board = {
  name: "lpc55s69",
  title: "NXP LPCXpresso55S69 (LPC55S69, core 0)",
  processor: {
    name: "Cortex-M33",
    // r0p4; sources differ on the patch level (fact sheet section 5).
    cpuid: 0x410fd214,
    interruptLines,
    priorityBits: 3,
    mpuRegionsNonSecure: 8,
    mpuRegionsSecure: 8,
    sauRegions: 8,
    vtorMask: 0xffffff80,
    vtorReset: { nonSecure: 0x00000000, secure: 0x10000000 },
    hasFpu: true,
    hasDsp: true,
  },
  memories,
  idau,
  devices,
  wires,
  clocks,
  systickReference: "systick-reference",
  systickCalibration,
  interruptNames,
};
