/** The read-only face of a machine: what it holds, without any effect on it. Lenses and debuggers look through this. */
import { beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "./machine.ts";

/** Values of the four stack pointers; the one in use included. */
export interface StackPointerValues {
  readonly mainNonSecure: number;
  readonly processNonSecure: number;
  readonly mainSecure: number;
  readonly processSecure: number;
}

/** The processor as it stands. */
export interface ProcessorState {
  /** R0 to R15; R15 is the address of the next instruction. */
  readonly registers: readonly number[];
  readonly secure: boolean;
  /** IPSR. */
  readonly exceptionNumber: number;
  readonly stackPointers: StackPointerValues;
  /** CONTROL.SPSEL of each security state. */
  readonly processStackSelected: { readonly nonSecure: boolean; readonly secure: boolean };
  /** FPCCR.TS: Secure frames hold S16 to S31 too. */
  readonly floatCalleeStacked: boolean;
}

/** What a hypervisor keeps of the processor for a partition that is not in. It was left by an exception. */
export interface SavedProcessor {
  /** LR on entry to the hypervisor: it says where the processor's own frame lies. */
  readonly exceptionReturn: number;
  /** R4 to R11. */
  readonly calleeSaved: readonly number[];
  readonly mainNonSecure: number;
  readonly processNonSecure: number;
  readonly processStackSelected: boolean;
  readonly sysTick: SysTick;
}

/** SYST_CSR and SYST_RVR. */
export interface SysTick {
  readonly csr: number;
  readonly rvr: number;
}

export interface MachineView {
  /** A copy of memory; null where no memory answers for all of it. Devices are not read. */
  bytes(address: number, sizeBytes: number): Uint8Array | null;
  /** A word of memory, unsigned; null outside memory. */
  word(address: number): number | null;
  processor(): ProcessorState;
  /** The Non-secure SysTick, or the Secure one. */
  sysTick(secure: boolean): SysTick;
  /** Frequency of the processor clock. */
  clockHertz(): number;
  /** The partition that is in; -1 for none, or where nobody schedules partitions. */
  currentVm(): number;
  /** The processor of a partition that is not in; null before its first entry. */
  saved(vm: number): SavedProcessor | null;
}

const controlSpsel = 2;
const fpccrTs = 0x0400_0000;

export function machineView(machine: Machine): MachineView {
  const { core } = machine;
  const { cpu, calls } = core;
  const pointer = (index: number): number => calls.readStackPointer(index) >>> 0;
  const selected = (state: number): boolean => ((cpu.control[state] ?? 0) & controlSpsel) !== 0;
  return {
    bytes: (address, sizeBytes) => machine.peek(address >>> 0, sizeBytes)?.slice() ?? null,
    word(address) {
      const bytes = machine.peek(address >>> 0, 4);
      return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    },
    processor: () => ({
      registers: Array.from(cpu.r),
      secure: cpu.secure !== 0,
      exceptionNumber: cpu.ipsr,
      stackPointers: {
        mainNonSecure: pointer(0),
        processNonSecure: pointer(1),
        mainSecure: pointer(2),
        processSecure: pointer(3),
      },
      processStackSelected: { nonSecure: selected(0), secure: selected(1) },
      floatCalleeStacked: ((cpu.fpccr[1] ?? 0) & fpccrTs) !== 0,
    }),
    sysTick: (secure) => ({ csr: cpu.systickCsr[Number(secure)] ?? 0, rvr: cpu.systickRvr[Number(secure)] ?? 0 }),
    clockHertz: () => beatsPerSecond / cpu.beatsPerCycle,
    currentVm: () => machine.currentVm?.() ?? -1,
    saved: (vm) => machine.savedProcessor?.(vm) ?? null,
  };
}
