/** Exception entry and return (DDI 0553: ExceptionEntry, PushStack, ExceptionTaken, ExceptionReturn, PopStack). */
import {
  CPU_CCR,
  CPU_CONTROL,
  CPU_EVENT_REGISTER,
  CPU_EXCLUSIVE_SIZE,
  CPU_FAULTMASK,
  CPU_FLAG_GE,
  CPU_IPSR,
  CPU_ITSTATE,
  CPU_LOCKUP,
  CPU_R,
  CPU_RECHECK,
  CPU_SCR,
  CPU_SECURE,
  CPU_SLEEPING,
  CPU_SP,
  CPU_THUMB,
  CPU_VTOR,
  SCRATCH_FAULT,
  SCRATCH_FAULT_ADDRESS,
} from "../../gen/layout";
import { hostOf } from "../../mem/ram";
import { NOTE_EXCEPTION_ENTRY, NOTE_EXCEPTION_RETURN, tell } from "../../note";
import {
  activeStack,
  adoptStack,
  controlOf,
  isHandler,
  isPrivileged,
  isSecure,
  parkStack,
  selectProcessStack,
  setControl,
  stackLimit,
} from "./banks";
import { refreshBypass } from "./bypass";
import { FAULT_INVER, FAULT_INVIS, FAULT_INVPC, FAULT_STKOF } from "./fault";
import { activate, activeCount, deactivate, isActive, recheck, takeable } from "./interrupts";
import {
  EXCEPTION_HARD_FAULT,
  EXCEPTION_NMI,
  activePriority,
  hasBfhfnmins,
  chosenNumber,
  chosenSecure,
  executionPriority,
  strongestPending,
} from "./priority";
import { ATTRIBUTE_NS, CAN_READ, attributionOf, mpuOf } from "./protection";
import { packXpsr, unpackFlags, unpackXpsr } from "./psr";
import { checkUnstack, stackWord, unstackWord } from "./stacking";
import { pendFault, pendVectorFault } from "./syndrome";

// EXC_RETURN bits.
const ES: u32 = 1;
const RESERVED: u32 = 2;
const SPSEL: u32 = 4;
const MODE_THREAD: u32 = 8;
const FTYPE: u32 = 0x10;
const DCRS: u32 = 0x20;
const STACK_SECURE: u32 = 0x40;
const EXC_RETURN_ONES: u32 = 0xffffff80;

/** First word of the additional state context; bit 0 tells that no FP context lies behind it. */
const INTEGRITY_SIGNATURE: u32 = 0xfefa125b;
const FRAME_BYTES: u32 = 0x20;
const CALLEE_BYTES: u32 = 0x28;
const SLEEPONEXIT: u32 = 2;

/** The fault that the current instruction left in SCRATCH_FAULT becomes an exception. CPU r[15] is where it will return to. */
export function takeFault(): void {
  let kind = load<u32>(SCRATCH_FAULT);
  store<u32>(SCRATCH_FAULT, 0);
  pendFault(kind, load<u32>(SCRATCH_FAULT_ADDRESS), isSecure());
  if (load<u32>(CPU_LOCKUP) == 0) enter();
}

/** Take the strongest pending exception if it may preempt now. */
export function takePending(): bool {
  store<u32>(CPU_RECHECK, 0);
  if (takeable() == 0) return false;
  enter();
  return true;
}

/** Stack the background state, then take whatever is strongest by then: late arrivals and faults of the stacking included. */
function enter(): void {
  let background = isSecure();
  let thread = !isHandler();
  let link = EXC_RETURN_ONES | DCRS | FTYPE | (background ? STACK_SECURE : 0);
  if (thread) link |= MODE_THREAD;
  pushFrame();
  take(link, false);
}

/** Pushes the basic frame on the stack in use; what goes wrong pends a fault of the background state. */
function pushFrame(): void {
  let secure = isSecure();
  let privileged = isPrivileged(secure);
  let index = activeStack();
  let before = load<u32>(CPU_R + 52);
  let frame = (before - FRAME_BYTES) & ~7;
  let limit = stackLimit(index);
  if (frame < limit && checksLimit(secure)) {
    store<u32>(CPU_R + 52, limit & ~7);
    pendFault(FAULT_STKOF, 0, secure);
    return;
  }
  store<u32>(CPU_R + 52, frame);
  let psr = (packXpsr() & ~0x200) | ((before & 4) << 7);
  for (let place: u32 = 0; place < FRAME_BYTES; place += 4) {
    let value = place == 28 ? psr : load<u32>(CPU_R + framedRegister(place));
    let fault = stackWord(frame + place, value, secure, privileged);
    if (fault == 0) continue;
    pendFault(fault, frame + place, secure);
    return;
  }
}

/** Offset in CPU_R of what lies at `place` of the basic frame: R0-R3, R12, LR, return address. */
@inline
function framedRegister(place: u32): u32 {
  return place < 16 ? place : place == 16 ? 48 : place + 36;
}

/** CCR.STKOFHFNMIGN lets NMI, HardFault and FAULTMASK code ignore stack limits. */
export function checksLimit(secure: u32): bool {
  let ignores = (load<u32>(CPU_CCR + (secure << 2)) & 0x400) != 0;
  return !ignores || executionPriority() >= 0;
}

/** Pushes R4-R11 behind an integrity signature: Secure background, Non-secure handler. Returns false when that faults. */
function pushCalleeContext(thread: bool): bool {
  let index: u32 = thread && controlOf(1) & 2 ? 3 : 2;
  let privileged = u32(!thread || (controlOf(1) & 1) == 0);
  let active = activeStack() == index && isSecure() != 0;
  let before = active ? load<u32>(CPU_R + 52) : load<u32>(CPU_SP + (index << 2));
  let frame = before - CALLEE_BYTES;
  let place = active ? CPU_R + 52 : CPU_SP + (index << 2);
  if (frame < stackLimit(index) && checksLimit(1)) {
    store<u32>(place, stackLimit(index) & ~7);
    pendFault(FAULT_STKOF, 0, 1);
    return false;
  }
  store<u32>(place, frame);
  let fault = stackWord(frame, INTEGRITY_SIGNATURE, 1, privileged);
  for (let word: u32 = 0; word < 8 && fault == 0; word++) {
    fault = stackWord(frame + 8 + (word << 2), load<u32>(CPU_R + 16 + (word << 2)), 1, privileged);
  }
  if (fault != 0) pendFault(fault, frame, 1);
  return fault == 0;
}

/** The strongest pending exception becomes the one that executes; `link` is EXC_RETURN so far. */
function take(linkSoFar: u32, tailChain: bool): void {
  let link = linkSoFar;
  let ignoresStackFaults = false;
  while (load<u32>(CPU_LOCKUP) == 0) {
    let chosen = strongestPending();
    let secure = chosenSecure(chosen);
    if (link & STACK_SECURE) {
      if (secure) {
        if (tailChain && (link & ES) == 0) link &= ~DCRS;
      } else {
        let stacked = tailChain && ((link & ES) == 0 || (link & DCRS) == 0);
        link |= DCRS;
        if (!stacked && !ignoresStackFaults && !pushCalleeContext((link & MODE_THREAD) != 0)) {
          // From here on the context counts as pushed for a Non-secure exception: the derived one tail-chains from it.
          link &= ~ES;
          tailChain = true;
          ignoresStackFaults = true;
          continue;
        }
      }
    }
    let vector = fetchVector(chosenNumber(chosen), secure);
    if (load<u32>(SCRATCH_FAULT) != 0) {
      store<u32>(SCRATCH_FAULT, 0);
      link = secure ? link | ES : link & ~ES;
      tailChain = true;
      ignoresStackFaults = true;
      pendVectorFault(chosenNumber(chosen), secure, vector);
      continue;
    }
    begin(chosen, link, vector);
    return;
  }
}

/**
 * Vector of an exception, read by the default memory map whatever the MPU says. Where the table cannot be read SCRATCH_FAULT is
 * set and the answer is the state whose fault that is, before BFHFNMINS has its say.
 */
function fetchVector(number: u32, secure: u32): u32 {
  let address = load<u32>(CPU_VTOR + (secure << 2)) + (number << 2);
  let attribute = attributionOf(address) & 3;
  let host = hostOf(address);
  let attributed = secure != 0 || attribute == ATTRIBUTE_NS;
  if (attributed && host != 0) return load<u32>(host);
  store<u32>(SCRATCH_FAULT, 1);
  return attributed ? secure : 1;
}

function begin(chosen: u32, linkSoFar: u32, vector: u32): void {
  let number = chosenNumber(chosen);
  let secure = chosenSecure(chosen);
  let link = linkSoFar & ~(ES | SPSEL);
  if (secure) link |= ES;
  if (controlOf(secure) & 2) link |= SPSEL;
  tell(NOTE_EXCEPTION_ENTRY, number | (isSecure() << 16) | (secure << 17), load<u32>(CPU_R + 60));
  if (link & STACK_SECURE && !secure) scrubRegisters();
  parkStack();
  store<u32>(CPU_SECURE, secure);
  store<u32>(CPU_IPSR, number);
  setControl(secure, controlOf(secure) & ~2);
  store<u32>(CPU_CONTROL + 4, load<u32>(CPU_CONTROL + 4) & ~12);
  adoptStack();
  activate(number, secure);
  store<u32>(CPU_R + 56, link);
  store<u32>(CPU_R + 60, vector & ~1);
  store<u32>(CPU_THUMB, vector & 1);
  store<u32>(CPU_ITSTATE, 0);
  store<u32>(CPU_SLEEPING, 0);
  store<u32>(CPU_EVENT_REGISTER, 1);
  store<u32>(CPU_EXCLUSIVE_SIZE, 0);
  refreshBypass();
  recheck();
}

/** A Non-secure handler sees nothing of the Secure background. */
function scrubRegisters(): void {
  for (let register: u32 = 0; register < 13; register++) store<u32>(CPU_R + (register << 2), 0);
  unpackFlags(0);
  store<u32>(CPU_FLAG_GE, 0);
}

/** Return from the exception that executes, by the EXC_RETURN value that was branched to. */
export function exceptionReturn(excReturn: u32): void {
  let link = excReturn;
  let number = load<u32>(CPU_IPSR);
  let invalidSecurity = !isSecure() && ((link & ES) != 0 || (link & DCRS) == 0);
  if (invalidSecurity) link &= ~ES;
  let secure = link & ES;
  if (number != EXCEPTION_NMI && activePriority() >= 0) store<u32>(CPU_FAULTMASK + (secure << 2), 0);
  let wasActive = isActive(number, secure);
  deactivateReturning(number, secure);
  let base = activeCount() == 0;
  selectProcessStack(secure, (link >>> 2) & 1);
  store<u32>(CPU_EVENT_REGISTER, 1);
  store<u32>(CPU_EXCLUSIVE_SIZE, 0);
  refreshBypass();
  recheck();
  if (invalidSecurity) return fail(FAULT_INVER, 0, 1, link);
  if (!wasActive || link & RESERVED) return fail(FAULT_INVPC, 0, isSecure(), link);
  if (takeable() != 0) return take(link, true);
  if (!unstack(link)) return;
  tell(NOTE_EXCEPTION_RETURN, number, load<u32>(CPU_R + 60));
  if (base && !isHandler() && load<u32>(CPU_SCR + (isSecure() << 2)) & SLEEPONEXIT) store<u32>(CPU_SLEEPING, 1);
  refreshBypass();
  recheck();
}

/**
 * At a negative priority the NMI or HardFault that makes it is what ends, whatever IPSR says: software cannot stay there by
 * mistake (DDI 0553, DeActivate).
 */
function deactivateReturning(number: u32, secure: u32): void {
  let priority = activePriority();
  let ownsHardFault: u32 = hasBfhfnmins() ? 0 : 1;
  if (priority == -1) deactivate(EXCEPTION_HARD_FAULT, ownsHardFault);
  else if (priority == -2) deactivate(EXCEPTION_NMI, ownsHardFault);
  else if (priority == -3) deactivate(EXCEPTION_HARD_FAULT, 1);
  else deactivate(number, secure);
}

/** The return itself is at fault: the exception is taken on the stack as it is. */
function fail(kind: u32, address: u32, secure: u32, link: u32): void {
  pendFault(kind, address, secure);
  take(link, true);
}

/**
 * Pops the frame that EXC_RETURN describes and becomes what it holds. False when that failed and another exception was taken:
 * then nothing of the frame is consumed, and the return from that exception pops it again.
 */
function unstack(link: u32): bool {
  let secure = (link & STACK_SECURE) >>> 6;
  let thread = (link & MODE_THREAD) != 0;
  let index: u32 = (secure << 1) | (thread && controlOf(secure) & 2 ? 1 : 0);
  let privileged = u32(!thread || (controlOf(secure) & 1) == 0);
  parkStack();
  let frame = load<u32>(CPU_SP + (index << 2));
  if (secure && ((link & ES) == 0 || (link & DCRS) == 0)) {
    if (!readable(frame, CALLEE_BYTES, secure, privileged, link)) return false;
    if (unstackWord(frame, 1, privileged) != INTEGRITY_SIGNATURE) {
      fail(FAULT_INVIS, 0, 1, link);
      return false;
    }
    for (let word: u32 = 0; word < 8; word++) {
      store<u32>(CPU_R + 16 + (word << 2), unstackWord(frame + 8 + (word << 2), 1, privileged));
    }
    frame += CALLEE_BYTES;
  }
  if (!readable(frame, FRAME_BYTES, secure, privileged, link)) return false;
  let psr = unstackWord(frame + 28, secure, privileged);
  if (thread != ((psr & 0x1ff) == 0)) {
    fail(FAULT_INVPC, 0, secure, link);
    return false;
  }
  popFrame(frame, psr, secure, privileged, index);
  return true;
}

/** Whether all words of a part of the frame can be read; where one cannot, its fault is taken. */
function readable(frame: u32, bytes: u32, secure: u32, privileged: u32, link: u32): bool {
  for (let place: u32 = 0; place < bytes; place += 4) {
    let fault = checkUnstack(frame + place, secure, privileged);
    if (fault == 0) continue;
    fail(fault, frame + place, secure, link);
    return false;
  }
  return true;
}

function popFrame(frame: u32, psr: u32, secure: u32, privileged: u32, index: u32): void {
  for (let place: u32 = 0; place < 28; place += 4) {
    store<u32>(CPU_R + framedRegister(place), unstackWord(frame + place, secure, privileged));
  }
  store<u32>(CPU_R + 60, load<u32>(CPU_R + 60) & ~1);
  store<u32>(CPU_SP + (index << 2), (frame + FRAME_BYTES) | ((psr >>> 7) & 4));
  store<u32>(CPU_SECURE, secure);
  store<u32>(CPU_IPSR, psr & 0x1ff);
  unpackXpsr(psr);
  adoptStack();
}
