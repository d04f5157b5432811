/** A machine that stopped, as the plain data that src/check explains. */

import type { FaultMoment, MpuRegion, Stopped } from "../check/stopped.ts";
import { disassembleWord } from "../isa/disassemble.ts";
import type { Machine } from "../machine/machine.ts";
import { machineView } from "../machine/view.ts";
import { veneerBase } from "../monitor/crosscon/image.ts";
import { cpuStructure, dataBytes, imageBase, imageBytes, pageBytes, sauEntries } from "../monitor/crosscon/platform.ts";
import { guestsOf } from "../system/guests.ts";
import { stateOf } from "../system/stopped-state.ts";
import { type System, vmNames } from "../system/system.ts";

const hfsrVecttbl = 2;

/** `lastFault` is what a VM ran into last, where somebody kept it. */
export function stoppedOf(system: System, machine: Machine, lastFault: FaultMoment | null = null): Stopped {
  const { cpu } = machine.core;
  const bank = bankOf(system, machine);
  const model = system.hypervisor.kind === "firmware" ? null : system.hypervisor.model;
  const readWord = (address: number): number | null => {
    const bytes = machine.peek(address >>> 0, 4);
    return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  };
  return {
    board: system.board,
    model,
    switches: system.hypervisor.kind === "firmware" ? null : system.hypervisor.switches,
    images: system.images,
    vmNames: vmNames(system),
    tick: machine.tick(),
    state: stateOf(machine),
    itstate: cpu.itstate,
    lastFault,
    stackLimits: { main: cpu.splim[2 * bank] ?? 0, process: cpu.splim[2 * bank + 1] ?? 0 },
    mpuRegions: mpuRegionsOf(machine, bank),
    pendingException: pendingException(machine, bank),
    vectorTableFault: (cpu.hfsr & hfsrVecttbl) !== 0,
    isTaken: (exception) => isTaken(machine, bank, exception),
    vectorTable: cpu.vtor[bank] ?? 0,
    threadOf: (vm) => threadOf(system, machine, vm),
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

function threadOf(system: System, machine: Machine, vm: string): string | null {
  const guest = guestsOf(system).find((one) => one.vm === vm);
  const threads = guest?.threads(machineView(machine)) ?? [];
  return threads.find(({ state }) => state.kind === "running")?.name ?? null;
}

/** Registers of this security state, as src/state/blocks.ts has them: 0 Non-secure, 1 Secure. */
type Bank = 0 | 1;

/** Whose registers the software runs by: a guest is Non-secure whatever stopped it, a firmware is in both states. */
const bankOf = (system: System, { core }: Machine): Bank =>
  system.hypervisor.kind === "firmware" && core.cpu.secure !== 0 ? 1 : 0;

/** DDI 0553: MPU_RBAR, MPU_RLAR. */
function mpuRegionsOf({ core }: Machine, bank: Bank): readonly MpuRegion[] | null {
  const { cpu, board } = core;
  if (((cpu.mpuCtrl[bank] ?? 0) & 1) === 0) return null;
  const [count, bases, limits] =
    bank === 0 ? [board.mpuRegionsNs, cpu.mpuRbarNs, cpu.mpuRlarNs] : [board.mpuRegionsS, cpu.mpuRbarS, cpu.mpuRlarS];
  return Array.from({ length: count }, (_, index) => ({ index, rbar: bases[index] ?? 0, rlar: limits[index] ?? 0 }))
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
function isTaken({ core: { cpu } }: Machine, bank: Bank, exception: number): boolean {
  const enabled = ((cpu.shcsrEnables[exception === 5 ? 1 : bank] ?? 0) & (1 << (exception + 12))) !== 0;
  return enabled && cpu.primask[bank] === 0 && cpu.faultmask[bank] === 0;
}

/** Numerically lowest of the enabled ones: what has the same priority goes in that order. */
function pendingException({ core: { cpu, board } }: Machine, bank: Bank): number | null {
  const system = cpu.systemPending[bank] ?? 0;
  for (let number = 2; number < 16; number++) if (((system >>> number) & 1) !== 0) return number;
  for (let line = 0; line < board.interruptLines; line++) {
    const word = line >>> 5;
    const target = cpu.interruptTarget[word] ?? 0;
    const own = bank === 0 ? target : ~target;
    const ready = (cpu.interruptPending[word] ?? 0) & (cpu.interruptEnabled[word] ?? 0) & own;
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
