/**
 * Arm MPS2 with the FPGA image AN521: an SSE-200, whose first Cortex-M33 has neither floating point nor DSP. The second
 * one waits for its release after reset, and is not here.
 */
import { sse200SysctlKind } from "../device/sse-sysctl.ts";
import { sseCpuIdentityKind, sseSysinfo } from "../device/sse-sysinfo.ts";
import type { Board } from "./board.ts";
import { absent, expansion, memoryGuards, shared, single, subsystem, wires } from "./mps2/devices.ts";
import { memories } from "./mps2/memories.ts";
import { mps2An505 } from "./mps2-an505.ts";

const banks = 4;

export const mps2An521: Board = {
  ...mps2An505,
  name: "mps2-an521",
  title: "Arm MPS2 with FPGA image AN521 (SSE-200, first Cortex-M33)",
  processor: { ...mps2An505.processor, hasFpu: false, hasDsp: false },
  memories: memories(banks),
  wires: wires(banks),
  devices: [
    ...subsystem,
    absent(0x40003000, "mhu0", "Message handling unit 0", { port: "apb0-3" }),
    absent(0x40004000, "mhu1", "Message handling unit 1", { port: "apb0-4" }),
    shared(0x4001f000, "cpuid", "Processor identity", sseCpuIdentityKind),
    shared(0x40020000, "sysinfo", "System information", sseSysinfo(0x2204_1743, 0x2230_04f4)),
    single(0x50021000, "sysctl", "System control", sse200SysctlKind),
    ...memoryGuards(banks),
    ...expansion(0x4104_5210),
  ],
};
