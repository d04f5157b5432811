/**
 * Interworking branches in full: exception return, function return from Non-secure code, EPSR.T (DDI 0553, BXWritePC).
 */
import { CPU_CONTROL, CPU_IPSR, CPU_ITSTATE, CPU_R, CPU_SP, CPU_THUMB, SCRATCH_FAULT } from "../gen/layout";
import { isHandler, isSecure, switchSecurity } from "../profile/m/banks";
import { exceptionReturn } from "../profile/m/exception-return";
import { FAULT_DACCVIOL, FAULT_INVPC, FOR_SECURE, raise } from "../profile/m/fault";
import { CAN_READ, mpuOf } from "../profile/m/protection";
import { backgroundPrivileged, backgroundStack } from "../profile/m/stacking";
import { busLoad } from "../mem/access";
import { NOTE_SECURITY, tell } from "../note";

const FORM_BLX: u32 = 1;
const FNC_RETURN: u32 = 0xfefffffe;

export function exchangeSlow(target: u32, form: u32): void {
  if (form != FORM_BLX) {
    if (isHandler() && target >= 0xff000000) {
      exceptionReturn(target);
      return;
    }
    if ((target & ~1) == FNC_RETURN && !isSecure()) {
      functionReturn();
      return;
    }
  }
  store<u32>(CPU_THUMB, target & 1);
  store<u32>(CPU_R + 60, target & ~1);
}

/** Pops what BLXNS pushed on the Secure stack and goes on in Secure state (DDI 0553, FunctionReturn). */
function functionReturn(): void {
  let index = backgroundStack(1, !isHandler());
  let privileged = backgroundPrivileged(1, !isHandler());
  let frame = load<u32>(CPU_SP + (index << 2));
  let unreadable = (mpuOf(frame, 1, privileged) & CAN_READ) == 0 ? frame : frame + 4;
  if ((mpuOf(unreadable, 1, privileged) & CAN_READ) == 0) {
    raise(FAULT_DACCVIOL | FOR_SECURE, unreadable);
    return;
  }
  let target = busLoad(frame, 4, 1, privileged);
  let psr = busLoad(frame + 4, 4, 1, privileged);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  let exception = load<u32>(CPU_IPSR);
  let consistent = exception == 0 ? (psr & 0x1ff) == 0 : exception == 1 && (psr & 0x1ff) != 0;
  if (!consistent) {
    raise(FAULT_INVPC, 0);
    return;
  }
  store<u32>(CPU_SP + (index << 2), frame + 8);
  switchSecurity(1);
  store<u32>(CPU_IPSR, psr & 0x1ff);
  store<u32>(CPU_CONTROL + 4, (load<u32>(CPU_CONTROL + 4) & ~8) | ((psr >>> 17) & 8));
  store<u32>(CPU_ITSTATE, 0);
  store<u32>(CPU_THUMB, target & 1);
  store<u32>(CPU_R + 60, target & ~1);
  tell(NOTE_SECURITY, 1, target);
}
