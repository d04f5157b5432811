/** How an instruction comes by a floating-point context (DDI 0553: ExecuteFPCheck). */
import { CPU_CONTROL, CPU_CPACR, CPU_CPPWR, CPU_FPDSCR, CPU_FPSCR, CPU_NSACR } from "../../gen/layout";
import { isPrivileged, isSecure } from "./banks";
import { FLOAT, coprocessorDenial } from "./coprocessor";
import { FAULT_PENDED, raise } from "./fault";
import {
  ASPEN,
  FPCA,
  LSPACT,
  OWNED_BY_SECURE,
  contextControl,
  contextOwner,
  floatActive,
  setContextControl,
  setFloatActive,
} from "./float-control";
import { preserveState } from "./lazy-state";

/** The access is allowed to everyone, the context is there and of this state, and no frame waits for it. */
@inline
export function isAtHand(): bool {
  let secure = isSecure();
  let missing = (load<u32>(CPU_CPACR + (secure << 2)) & 0x300000) ^ 0x300000;
  missing |= load<u32>(CPU_CPPWR) & 0x100000;
  missing |= ~(load<u32>(CPU_NSACR) | (secure << 10)) & 0x400;
  missing |= ~load<u32>(CPU_CONTROL + 4) & (FPCA | (secure << 3));
  missing |= (contextControl(1) ^ (secure << 2)) & OWNED_BY_SECURE;
  missing |= contextControl(secure) & LSPACT;
  return missing == 0;
}

/**
 * What every floating-point instruction but VLSTM and VLLDM does first. Leaves a fault where access is denied, or where
 * what waits could not be preserved; the instruction then has to stop.
 */
export function checkFloat(): void {
  if (!isAtHand()) obtainContext();
}

function obtainContext(): void {
  let secure = isSecure();
  let denial = coprocessorDenial(FLOAT, secure, isPrivileged(secure));
  if (denial != 0) {
    raise(denial, 0);
    return;
  }
  if (contextControl(contextOwner()) & LSPACT && !preserveState()) {
    raise(FAULT_PENDED, 0);
    return;
  }
  setContextControl(1, OWNED_BY_SECURE, secure << 2);
  let wanted = FPCA | (secure << 3);
  if ((contextControl(secure) & ASPEN) == 0 || (floatActive() & wanted) == wanted) return;
  store<u32>(CPU_FPSCR, load<u32>(CPU_FPDSCR + (secure << 2)));
  setFloatActive(wanted, wanted);
}
