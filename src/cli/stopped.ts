/** A machine that stopped, as the plain data that src/check explains. */

import type { Stopped } from "../check/stopped.ts";
import { disassembleWord } from "../isa/disassemble.ts";
import type { Machine } from "../machine/machine.ts";
import { veneerBase } from "../monitor/crosscon/image.ts";
import { cpuStructure, dataBytes, imageBase, imageBytes, pageBytes, sauEntries } from "../monitor/crosscon/platform.ts";
import { type System, vmNames } from "../system/system.ts";

const controlSpsel = 2;

export function stoppedOf(system: System, machine: Machine): Stopped {
  const { cpu, calls } = machine.core;
  const model = system.hypervisor.kind === "firmware" ? null : system.hypervisor.model;
  const pointer = (index: number): number => calls.readStackPointer(index) >>> 0;
  const spsel = (state: number): boolean => ((cpu.control[state] ?? 0) & controlSpsel) !== 0;
  const readWord = (address: number): number | null => {
    const bytes = machine.peek(address >>> 0, 4);
    return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  };
  return {
    board: system.board,
    model,
    images: system.images,
    vmNames: vmNames(system),
    tick: machine.tick(),
    state: {
      registers: Array.from(cpu.r),
      secure: cpu.secure !== 0,
      handler: cpu.ipsr !== 0,
      exceptionNumber: cpu.ipsr,
      stackPointers: {
        mainNonSecure: pointer(0),
        processNonSecure: pointer(1),
        mainSecure: pointer(2),
        processSecure: pointer(3),
      },
      processStackSelected: { nonSecure: spsel(0), secure: spsel(1) },
      floatCalleeStacked: false,
    },
    vectorTable: cpu.vtor[0] ?? 0,
    readWord,
    instructionAt: (address) => instructionText(machine, address),
    reserved:
      model === null
        ? []
        : [
            { name: "the hypervisor's own code", base: imageBase, sizeBytes: imageBytes },
            { name: "the hypervisor's own data", base: cpuStructure & ~0xffff, sizeBytes: dataBytes },
          ],
    veneer: model === null ? null : { base: veneerBase, sizeBytes: pageBytes },
    sauEntries,
  };
}

function instructionText(machine: Machine, address: number): string | null {
  const bytes = machine.peek(address, 4) ?? machine.peek(address, 2);
  if (bytes === null) return null;
  const half = (offset: number): number => (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  return disassembleWord(half(0), half(2), { pc: address, itstate: 0 }).text;
}
