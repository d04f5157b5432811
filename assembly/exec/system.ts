/** Calls and traps. */
import {
  BOARD_HAS_FPU,
  BOARD_SEMIHOSTING,
  CPU_CPACR,
  CPU_CPPWR,
  CPU_NSACR,
  CPU_R,
  SCRATCH_CURRENT_PC,
  SCRATCH_EXIT_REASON,
  SCRATCH_EXIT_VALUE,
} from "../gen/layout";
import { EXIT_GAP, EXIT_SEMIHOSTING } from "../exit";
import { isPrivileged, isSecure } from "../profile/m/banks";
import {
  FAULT_BREAKPOINT,
  FAULT_NOCP,
  FAULT_SUPERVISOR_CALL,
  FAULT_UNDEFINSTR,
  FOR_SECURE,
  raise,
} from "../profile/m/fault";
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

/**
 * The NOCP fault that CPACR, NSACR or CPPWR raise for the current state; 0 where the coprocessor may be used. CP11 goes
 * with CP10.
 */
function denial(coprocessor: u32): u32 {
  let secure = isSecure();
  let number = coprocessor == 11 ? 10 : coprocessor;
  if (number == 10 && !load<u32>(BOARD_HAS_FPU)) return FAULT_NOCP;
  let field = (load<u32>(CPU_CPACR + (secure << 2)) >>> (number << 1)) & 3;
  if (field == 0 || field == 2 || (field == 1 && !isPrivileged(secure))) return FAULT_NOCP;
  let isForbidden = !secure && ((load<u32>(CPU_NSACR) >>> number) & 1) == 0;
  let isOff = (load<u32>(CPU_CPPWR) >>> (number << 1)) & 1;
  return isForbidden || isOff ? FAULT_NOCP | FOR_SECURE : 0;
}

/** What every floating-point instruction does first (DDI 0553, ExecuteFPCheck). */
export function checkFloat(): void {
  let fault = denial(10);
  if (fault != 0) raise(fault, 0);
}

/** No coprocessor answers here but CP10/11. */
export function coprocessor(number: u32): void {
  let fault = denial(number);
  raise(fault != 0 ? fault : FAULT_UNDEFINSTR, 0);
}

/** An instruction that this release knows by name only: the run stops and says so. */
export function gap(index: u32): void {
  store<u32>(SCRATCH_EXIT_REASON, EXIT_GAP);
  store<u32>(SCRATCH_EXIT_VALUE, index);
  store<u32>(CPU_R + 60, load<u32>(SCRATCH_CURRENT_PC));
}
