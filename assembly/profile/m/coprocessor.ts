/** Who may use a coprocessor: CPACR of each state, NSACR, CPPWR (DDI 0553: IsCPEnabled, CheckCPEnabled). */
import { BOARD_HAS_FPU, CPU_CPACR, CPU_CPPWR, CPU_NSACR } from "../../gen/layout";
import { FAULT_NOCP, FOR_SECURE } from "./fault";

/** The floating-point unit; CP11 goes with it. */
export const FLOAT: u32 = 10;

/**
 * The NOCP fault that an access raises, 0 where the coprocessor may be used. What CPACR refuses is a matter of the
 * state that accesses, what NSACR and CPPWR refuse one of Secure state.
 */
export function coprocessorDenial(coprocessor: u32, secure: u32, privileged: u32): u32 {
  let number = coprocessor == 11 ? FLOAT : coprocessor;
  if (number == FLOAT && !load<u32>(BOARD_HAS_FPU)) return FAULT_NOCP;
  let field = (load<u32>(CPU_CPACR + (secure << 2)) >>> (number << 1)) & 3;
  if (field == 0 || field == 2 || (field == 1 && !privileged)) return FAULT_NOCP;
  let isForbidden = !secure && ((load<u32>(CPU_NSACR) >>> number) & 1) == 0;
  let isOff = (load<u32>(CPU_CPPWR) >>> (number << 1)) & 1;
  return isForbidden || isOff ? FAULT_NOCP | FOR_SECURE : 0;
}
