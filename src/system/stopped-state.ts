/** A stopped machine's registers in the form that unwinding starts from. */
import type { StoppedState } from "../image/backtrace.ts";
import type { Machine } from "../machine/machine.ts";

const controlSpsel = 2;
/** FPCCR.TS: Secure frames hold S16 to S31 too. */
const fpccrTs = 0x0400_0000;

/** The processor as it stands. */
export function stateOf(machine: Machine): StoppedState {
  const { cpu, calls } = machine.core;
  const pointer = (index: number): number => calls.readStackPointer(index) >>> 0;
  const spsel = (state: number): boolean => ((cpu.control[state] ?? 0) & controlSpsel) !== 0;
  return {
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
    floatCalleeStacked: ((cpu.fpccr[1] ?? 0) & fpccrTs) !== 0,
  };
}
