/** Calls and traps. */
import { BOARD_HAS_FPU, CPU_CPACR, CPU_NSACR, CPU_R, SCRATCH_CURRENT_PC, SCRATCH_EXIT_REASON, SCRATCH_EXIT_VALUE } from "../gen/layout";
import { EXIT_GAP } from "../exit";
import { isPrivileged, isSecure } from "../profile/m/banks";
import { FAULT_BREAKPOINT, FAULT_NOCP, FAULT_SUPERVISOR_CALL, FAULT_UNDEFINSTR, raise } from "../profile/m/fault";
import { pendFault } from "../profile/m/syndrome";

/** SVC: pends SVCall, or what it escalates to; the return address is the next instruction, so this is no fault of the SVC. */
export function supervisorCall(_imm: u32): void {
  pendFault(FAULT_SUPERVISOR_CALL, 0, isSecure());
}

export function breakpoint(_imm: u32): void {
  raise(FAULT_BREAKPOINT, 0);
}

/** Whether CPACR and NSACR let the current state use a coprocessor. CP11 goes with CP10. */
function isEnabled(coprocessor: u32): bool {
  let secure = isSecure();
  let number = coprocessor == 11 ? 10 : coprocessor;
  if (number == 10 && !load<u32>(BOARD_HAS_FPU)) return false;
  let field = (load<u32>(CPU_CPACR + (secure << 2)) >>> (number << 1)) & 3;
  if (field == 0 || field == 2 || (field == 1 && !isPrivileged(secure))) return false;
  return secure != 0 || ((load<u32>(CPU_NSACR) >>> number) & 1) != 0;
}

export function checkCoprocessor(coprocessor: u32): void {
  if (!isEnabled(coprocessor)) raise(FAULT_NOCP, 0);
}

/** No coprocessor answers here but CP10/11. */
export function coprocessor(number: u32): void {
  raise(isEnabled(number) ? FAULT_UNDEFINSTR : FAULT_NOCP, 0);
}

/** An instruction that this release knows by name only: the run stops and says so. */
export function gap(index: u32): void {
  store<u32>(SCRATCH_EXIT_REASON, EXIT_GAP);
  store<u32>(SCRATCH_EXIT_VALUE, index);
  store<u32>(CPU_R + 60, load<u32>(SCRATCH_CURRENT_PC));
}
