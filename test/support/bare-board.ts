/** A board with memory and a processor and nothing else: code at 0x10000, data at 0x20000000, everything Secure. */
import type { Board } from "../../src/board/board.ts";

export const codeBase = 0x1_0000;
export const dataBase = 0x2000_0000;
export const regionBytes = 0x8000;

export const bareBoard: Board = {
  name: "bare",
  title: "processor and memory",
  processor: {
    name: "Cortex-M33",
    cpuid: 0x410fd214,
    interruptLines: 64,
    priorityBits: 3,
    mpuRegionsNonSecure: 8,
    mpuRegionsSecure: 8,
    sauRegions: 8,
    vtorMask: 0xffffff80,
    vtorReset: { nonSecure: codeBase, secure: codeBase },
    hasFpu: true,
    hasDsp: true,
  },
  memories: [
    { name: "code", base: codeBase, sizeBytes: regionBytes, kind: "ram", aliases: [] },
    { name: "data", base: dataBase, sizeBytes: regionBytes, kind: "ram", aliases: [] },
  ],
  idau: [],
  devices: [],
  wires: [],
  clocks: { cpu: () => 12_000_000 },
  systickReference: null,
  systickCalibration: () => [0, 0],
  interruptNames: [],
};
