/** A machine that stopped, as the plain data that src/check explains. */

import type { FaultMoment, MpuRegion, Stopped } from "../check/stopped.ts";
import { disassembleWord } from "../isa/disassemble.ts";
import type { Machine } from "../machine/machine.ts";
import { veneerBase } from "../monitor/crosscon/image.ts";
import { cpuStructure, dataBytes, imageBase, imageBytes, pageBytes, sauEntries } from "../monitor/crosscon/platform.ts";
import { stateOf } from "../system/stopped-state.ts";
import { type System, vmNames } from "../system/system.ts";

const hfsrVecttbl = 2;

/** `lastFault` is what a VM ran into last, where somebody kept it. */
export function stoppedOf(system: System, machine: Machine, lastFault: FaultMoment | null = null): Stopped {
  const { cpu } = machine.core;
  const model = system.hypervisor.kind === "firmware" ? null : system.hypervisor.model;
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
    state: stateOf(machine),
    itstate: cpu.itstate,
    lastFault,
    stackLimits: { main: cpu.splim[0] ?? 0, process: cpu.splim[1] ?? 0 },
    mpuRegions: mpuRegionsOf(machine),
    pendingException: pendingException(machine),
    vectorTableFault: (cpu.hfsr & hfsrVecttbl) !== 0,
    isTaken: (exception) => isTaken(machine, exception),
    vectorTable: cpu.vtor[0] ?? 0,
    readWord,
    instructionAt: (address, itstate) => instructionText(machine, address, itstate),
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

/** MPU_NS (DDI 0553: MPU_RBAR, MPU_RLAR). */
function mpuRegionsOf({ core }: Machine): readonly MpuRegion[] | null {
  const { cpu, board } = core;
  if (((cpu.mpuCtrl[0] ?? 0) & 1) === 0) return null;
  return Array.from({ length: board.mpuRegionsNs }, (_, index) => ({
    index,
    rbar: cpu.mpuRbarNs[index] ?? 0,
    rlar: cpu.mpuRlarNs[index] ?? 0,
  }))
    .filter(({ rlar }) => (rlar & 1) !== 0)
    .map(({ index, rbar, rlar }) => ({
      index,
      base: (rbar & ~31) >>> 0,
      last: (rlar | 31) >>> 0,
      permission: (rbar >>> 1) & 3,
      executeNever: (rbar & 1) !== 0,
    }));
}

/** BusFault's enable exists once and is kept in the Secure bank (src/state/blocks.ts). */
function isTaken({ core: { cpu } }: Machine, exception: number): boolean {
  const bank = exception === 5 ? 1 : 0;
  const enabled = ((cpu.shcsrEnables[bank] ?? 0) & (1 << (exception + 12))) !== 0;
  return enabled && cpu.primask[0] === 0 && cpu.faultmask[0] === 0;
}

/** Numerically lowest of the enabled ones: what has the same priority goes in that order. */
function pendingException({ core: { cpu, board } }: Machine): number | null {
  const system = cpu.systemPending[0] ?? 0;
  for (let number = 2; number < 16; number++) if (((system >>> number) & 1) !== 0) return number;
  for (let line = 0; line < board.interruptLines; line++) {
    const word = line >>> 5;
    const ready =
      (cpu.interruptPending[word] ?? 0) & (cpu.interruptEnabled[word] ?? 0) & (cpu.interruptTarget[word] ?? 0);
    if (((ready >>> (line & 31)) & 1) !== 0) return 16 + line;
  }
  return null;
}

function instructionText(machine: Machine, address: number, itstate: number): string | null {
  const bytes = machine.peek(address, 4) ?? machine.peek(address, 2);
  if (bytes === null) return null;
  const half = (offset: number): number => (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  return disassembleWord(half(0), half(2), { pc: address, itstate }).text;
}
