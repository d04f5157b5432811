/** Faults that go to the VM's own handlers: the board goes on, but the user should know. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { chainHelp, framesOf, frameText } from "./call-chain.ts";
import { checkDiagnostic } from "./codes.ts";
import { sourceLabel } from "./fault.ts";
import { residentText } from "./resident.ts";
import type { Stopped } from "./stopped.ts";
import { hex } from "./window.ts";

interface GuestFault {
  readonly exception: string;
  /** Name of its bit in CFSR. */
  readonly bit: string;
  readonly meaning: string;
  /** True where the address that was accessed is known. */
  readonly addressed: boolean;
}

const usage = (bit: string, meaning: string): GuestFault => ({
  ...{ exception: "UsageFault", bit, meaning, addressed: false },
});
const memory = (bit: string, meaning: string, addressed: boolean): GuestFault => ({
  ...{ exception: "MemManage", bit, meaning, addressed },
});
const bus = (bit: string, meaning: string, addressed: boolean): GuestFault => ({
  ...{ exception: "BusFault", bit, meaning, addressed },
});

/** By the number that the core's note carries: 1 + UFSR bit, 16 + MMFSR bit, 32 + BFSR bit (DDI 0553, CFSR). */
const guestFaults: Readonly<Record<number, GuestFault>> = {
  1: usage("UNDEFINSTR", "executed an undefined instruction"),
  2: usage("INVSTATE", "branched to an even address, or otherwise left Thumb state"),
  3: usage("INVPC", "returned from an exception in a way that is not allowed"),
  4: usage("NOCP", "used a coprocessor that is switched off"),
  5: usage("STKOF", "ran into its stack limit"),
  9: usage("UNALIGNED", "made an unaligned access"),
  10: usage("DIVBYZERO", "divided by zero"),
  16: memory("IACCVIOL", "executed where its own MPU forbids it", false),
  17: memory("DACCVIOL", "accessed what its own MPU forbids", true),
  19: memory("MUNSTKERR", "could not read an exception's frame back, its own MPU forbids it", false),
  20: memory("MSTKERR", "could not write an exception's frame, its own MPU forbids it", false),
  32: bus("IBUSERR", "fetched an instruction where nothing answers", false),
  33: bus("PRECISERR", "made an access that nothing answered", true),
  35: bus("UNSTKERR", "could not read an exception's frame back, nothing answers there", false),
  36: bus("STKERR", "could not write an exception's frame, nothing answers there", false),
};

/** True for the faults of this table; SecureFaults and what is no fault at all are told elsewhere. */
export const isGuestFault = (kind: number): boolean => kind in guestFaults;

/** The fault `kind` that `vm` ran into at the moment `stopped`, with the address where one was accessed. */
export function explainGuestFault(kind: number, address: number, vm: string, stopped: Stopped): Diagnostic | null {
  const row = guestFaults[kind];
  if (row === undefined) return null;
  const frames = framesOf(stopped, stopped.state);
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const at = row.addressed ? `: ${hex(address)} (${residentText(stopped.board, address)})` : "";
  const pc = stopped.state.registers[15] ?? 0;
  const text = stopped.instructionAt(pc);
  return checkDiagnostic("FLT11", `${vm} ${row.meaning}${where}${at}`, {
    labels: sourceLabel(frames),
    help: [
      `${row.exception} (CFSR.${row.bit}) goes to ${vm}'s own handlers, or as HardFault where it is not enabled`,
      ...(text === null ? [] : [`the instruction: ${hex(pc)}  ${text}`]),
      ...chainHelp(frames),
    ],
    vm,
    tick: stopped.tick,
  });
}
