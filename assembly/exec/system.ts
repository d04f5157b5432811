/** Calls and traps. */
import { BOARD_SEMIHOSTING, CPU_R, SCRATCH_CURRENT_PC, SCRATCH_EXIT_REASON, SCRATCH_EXIT_VALUE } from "../gen/layout";
import { EXIT_GAP, EXIT_SEMIHOSTING } from "../exit";
import { isPrivileged, isSecure } from "../profile/m/banks";
import { coprocessorDenial } from "../profile/m/coprocessor";
import { FAULT_BREAKPOINT, FAULT_SUPERVISOR_CALL, FAULT_UNDEFINSTR, raise } from "../profile/m/fault";
import { pendFault } from "../profile/m/syndrome";

/**
 * SVC: pends SVCall, or what it escalates to; the return address is the next instruction, so this is no fault of the
 * SVC.
 */
export function supervisorCall(_imm: u32): void {
  pendFault(FAULT_SUPERVISOR_CALL, 0, isSecure());
}

/** The immediate by which software asks a debugger for a service (Semihosting for AArch32, section 2.2). */
const SEMIHOSTING: u32 = 0xab;

export function breakpoint(imm: u32): void {
  if (imm == SEMIHOSTING && load<u32>(BOARD_SEMIHOSTING)) store<u32>(SCRATCH_EXIT_REASON, EXIT_SEMIHOSTING);
  else raise(FAULT_BREAKPOINT, 0);
}

/** No coprocessor answers here but CP10/11. */
export function coprocessor(number: u32): void {
  let secure = isSecure();
  let fault = coprocessorDenial(number, secure, isPrivileged(secure));
  raise(fault != 0 ? fault : FAULT_UNDEFINSTR, 0);
}

/** An instruction that this release knows by name only: the run stops and says so. */
export function gap(index: u32): void {
  store<u32>(SCRATCH_EXIT_REASON, EXIT_GAP);
  store<u32>(SCRATCH_EXIT_VALUE, index);
  store<u32>(CPU_R + 60, load<u32>(SCRATCH_CURRENT_PC));
}
