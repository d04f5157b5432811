/**
 * Arm MPS2 with the FPGA image AN505: one Cortex-M33 in an IoT kit. As QEMU 7.2's `mps2-an505`, whose processor has all
 * eight priority bits and sixteen MPU regions for each state.
 */

import { iotkitSysctlKind } from "../device/sse-sysctl.ts";
import { sseSysinfo } from "../device/sse-sysinfo.ts";
import type { Board } from "./board.ts";
import { expansion, memoryGuards, shared, single, subsystem, wires } from "./mps2/devices.ts";
import { interruptLines, interruptNames } from "./mps2/interrupts.ts";
import { idau, memories } from "./mps2/memories.ts";

const banks = 1;
/** No reference clock, no known value for 10 ms. */
const noReference = 0x8000_0000;

export const mps2An505: Board = {
  name: "mps2-an505",
  title: "Arm MPS2 with FPGA image AN505 (IoT kit, Cortex-M33)",
  processor: {
    name: "Cortex-M33",
    cpuid: 0x410fd213,
    interruptLines,
    priorityBits: 8,
    mpuRegionsNonSecure: 16,
    mpuRegionsSecure: 16,
    sauRegions: 8,
    vtorMask: 0xffffff80,
    vtorReset: { nonSecure: 0, secure: 0x10000000 },
    hasFpu: true,
    hasDsp: true,
  },
  memories: memories(banks),
  idau,
  devices: [
    ...subsystem,
    shared(0x40020000, "sysinfo", "System information", sseSysinfo(0x0004_1743, 0x31)),
    single(0x50021000, "sysctl", "System control", iotkitSysctlKind),
    ...memoryGuards(banks),
    ...expansion(0x4104_5050),
  ],
  wires: wires(banks),
  clocks: { cpu: () => 20_000_000, s32k: () => 32_000 },
  systickReference: null,
  systickCalibration: () => [noReference, noReference],
  interruptNames,
};
