/** Exception return (DDI 0553: ExceptionReturn, ValidateExceptionReturn, DeActivate, PopStack). */
import {
  BOARD_HAS_FPU,
  CPU_EVENT_REGISTER,
  CPU_EXCLUSIVE_SIZE,
  CPU_FAULTMASK,
  CPU_IPSR,
  CPU_R,
  CPU_SCR,
  CPU_SECURE,
  CPU_SLEEPING,
  CPU_SP,
  SCRATCH_FRAME_WORD,
} from "../../gen/layout";
import { NOTE_EXCEPTION_RETURN, NOTE_SLEEP, tell } from "../../note";
import { adoptStack, isHandler, isSecure, parkStack, selectProcessStack } from "./banks";
import { DCRS, ES, EXC_RETURN_ONES, FTYPE, MODE_THREAD, STACK_SECURE, pendFound, take } from "./exceptions";
import { FAULT_INVER, FAULT_INVIS, FAULT_INVPC } from "./fault";
import { FPCA, SFPA, setFloatActive } from "./float-control";
import { clearOnReturn, floatBytes, popFloat } from "./float-frame";
import { activeCount, deactivate, isActive, takeable } from "./interrupts";
import { EXCEPTION_HARD_FAULT, EXCEPTION_NMI, activePriority, hasBfhfnmins } from "./priority";
import { refreshBypass } from "./bypass";
import { unpackXpsr } from "./psr";
import {
  CALLEE_BYTES,
  FRAME_BYTES,
  backgroundPrivileged,
  backgroundStack,
  integritySignature,
  popCalleeFrame,
  popFrame,
  popWord,
} from "./stacking";

const SLEEPONEXIT: u32 = 2;

/** Return from the exception that executes, by the EXC_RETURN value that was branched to. */
export function exceptionReturn(excReturn: u32): void {
  let link = excReturn | EXC_RETURN_ONES | (load<u32>(BOARD_HAS_FPU) ? 0 : FTYPE);
  let number = load<u32>(CPU_IPSR);
  // Non-secure state cannot return from a Secure exception, and nobody who returns from a Non-secure one has left
  // callee registers alone (DDI 0553, ValidateExceptionReturn).
  let forged = isSecure() && link & ES ? false : (link & ES) != 0 || (link & DCRS) == 0;
  if (forged) link &= ~ES;
  let secure = link & ES;
  let legal = isActive(number, secure);
  finish(number, secure);
  selectProcessStack(secure, (link >>> 2) & 1);
  store<u32>(CPU_EVENT_REGISTER, 1);
  store<u32>(CPU_EXCLUSIVE_SIZE, 0);
  refreshBypass();
  let fault = clearOnReturn();
  if (fault != 0) return refuse(fault, 1, link);
  if (forged) return refuse(FAULT_INVER, 1, link);
  if (!legal) return refuse(FAULT_INVPC, isSecure(), link);
  if (takeable() != 0) return take(link, true, false);
  if (!unstack(link)) return;
  tell(NOTE_EXCEPTION_RETURN, number, load<u32>(CPU_R + 60));
  if (!isHandler() && activeCount() == 0) sleepOnExit();
}

/**
 * DeActivate(): at a negative priority the exception that causes it ends, whatever IPSR says; else FAULTMASK is
 * cleared.
 */
function finish(number: u32, secure: u32): void {
  let raw = activePriority();
  if (raw == -1) deactivate(EXCEPTION_HARD_FAULT, hasBfhfnmins() ? 0 : 1);
  else if (raw == -2) deactivate(EXCEPTION_NMI, hasBfhfnmins() ? 0 : 1);
  else if (raw == -3) deactivate(EXCEPTION_HARD_FAULT, 1);
  else {
    deactivate(number, secure);
    store<u32>(CPU_FAULTMASK + (secure << 2), 0);
  }
}

function sleepOnExit(): void {
  if ((load<u32>(CPU_SCR + (isSecure() << 2)) & SLEEPONEXIT) == 0) return;
  store<u32>(CPU_SLEEPING, 1);
  tell(NOTE_SLEEP, 1, 0);
}

/** The return is at fault: what it raises is taken on the stack as it is. */
function refuse(kind: u32, secure: u32, link: u32): void {
  pendFound(kind, secure);
  take(link, true, false);
}

/**
 * Pops the frame that EXC_RETURN describes and becomes what it holds. False when that failed and another exception was
 * taken.
 */
function unstack(link: u32): bool {
  let secure = (link & STACK_SECURE) >>> 6;
  let thread = (link & MODE_THREAD) != 0;
  let index = backgroundStack(secure, thread);
  let privileged = backgroundPrivileged(secure, thread);
  parkStack();
  let frame = load<u32>(CPU_SP + (index << 2));
  let fault: u32 = 0;
  if (secure && ((link & ES) == 0 || (link & DCRS) == 0)) {
    fault = popWord(frame, SCRATCH_FRAME_WORD, 1, privileged);
    if (fault == 0 && load<u32>(SCRATCH_FRAME_WORD) != integritySignature(link)) fault = FAULT_INVIS;
    if (fault == 0) fault = popCalleeFrame(frame, privileged);
    frame += CALLEE_BYTES;
  }
  if (fault == 0) fault = popFrame(frame, secure, privileged);
  if (fault == 0) fault = popWord(frame + 28, SCRATCH_FRAME_WORD, secure, privileged);
  let psr = load<u32>(SCRATCH_FRAME_WORD);
  if (fault == 0 && thread != ((psr & 0x1ff) == 0)) fault = FAULT_INVPC;
  frame += FRAME_BYTES;
  let hasContext = (link & FTYPE) == 0;
  if (fault == 0 && hasContext) fault = popFloat(frame, secure, privileged);
  if (fault != 0) {
    refuse(fault, secure, link);
    return false;
  }
  if (hasContext) frame += floatBytes(secure);
  setFloatActive(FPCA | SFPA, (hasContext ? FPCA : 0) | (secure ? (psr >>> 17) & SFPA : 0));
  store<u32>(CPU_SP + (index << 2), frame | ((psr >>> 7) & 4));
  store<u32>(CPU_R + 60, load<u32>(CPU_R + 60) & ~1);
  store<u32>(CPU_SECURE, secure);
  store<u32>(CPU_IPSR, psr & 0x1ff);
  unpackXpsr(psr);
  adoptStack();
  return true;
}
