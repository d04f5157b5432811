/**
 * Interworking branches in full: exception return, function return from Non-secure code, EPSR.T (DDI 0553, BXWritePC).
 */
import {
  CPU_CONTROL,
  CPU_IPSR,
  CPU_ITSTATE,
  CPU_R,
  CPU_THUMB,
  SCRATCH_FAULT_ADDRESS,
  SCRATCH_FRAME_WORD,
} from "../gen/layout";
import { isHandler, readStackPointer, switchSecurity, writeStackPointer } from "../profile/m/banks";
import { exceptionReturn } from "../profile/m/exception-return";
import { FAULT_INVPC, FOR_SECURE, raise } from "../profile/m/fault";
import { backgroundPrivileged, backgroundStack, popWord } from "../profile/m/stacking";
import { NOTE_SECURITY, tell } from "../note";

const FORM_BLX: u32 = 1;
const FNC_RETURN: u32 = 0xfefffffe;

export function exchangeSlow(target: u32, form: u32): void {
  if (form != FORM_BLX) {
    if (isHandler() && target >= 0xff000000) {
      exceptionReturn(target);
      return;
    }
    if ((target & ~1) == FNC_RETURN) {
      functionReturn();
      return;
    }
  }
  store<u32>(CPU_THUMB, target & 1);
  store<u32>(CPU_R + 60, target & ~1);
}

/**
 * Pops what BLXNS pushed on the Secure stack and goes on in Secure state (DDI 0553, FunctionReturn). That nobody called
 * is found out by what lies there.
 */
function functionReturn(): void {
  let index = backgroundStack(1, !isHandler());
  let privileged = backgroundPrivileged(1, !isHandler());
  let frame = readStackPointer(index);
  let fault = popWord(frame, SCRATCH_FRAME_WORD, 1, privileged);
  let target = load<u32>(SCRATCH_FRAME_WORD);
  if (fault == 0) fault = popWord(frame + 4, SCRATCH_FRAME_WORD, 1, privileged);
  if (fault != 0) {
    raise(fault | FOR_SECURE, load<u32>(SCRATCH_FAULT_ADDRESS));
    return;
  }
  let psr = load<u32>(SCRATCH_FRAME_WORD);
  let exception = load<u32>(CPU_IPSR);
  let consistent = exception == 0 ? (psr & 0x1ff) == 0 : exception == 1 && (psr & 0x1ff) != 0;
  if (!consistent) {
    raise(FAULT_INVPC, 0);
    return;
  }
  writeStackPointer(index, frame + 8);
  switchSecurity(1);
  store<u32>(CPU_IPSR, psr & 0x1ff);
  store<u32>(CPU_CONTROL + 4, (load<u32>(CPU_CONTROL + 4) & ~8) | ((psr >>> 17) & 8));
  store<u32>(CPU_ITSTATE, 0);
  store<u32>(CPU_THUMB, target & 1);
  store<u32>(CPU_R + 60, target & ~1);
  tell(NOTE_SECURITY, 1, target);
}
