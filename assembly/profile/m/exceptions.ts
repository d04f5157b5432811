/**
 * Exception entry (DDI 0553: ExceptionEntry, ExceptionTaken, DerivedLateArrival). exception-return.ts is the way back.
 */
import {
  CPU_EVENT_REGISTER,
  CPU_EXCLUSIVE_SIZE,
  CPU_FLAG_GE,
  CPU_IPSR,
  CPU_ITSTATE,
  CPU_LOCKUP,
  CPU_R,
  CPU_RECHECK,
  CPU_SECURE,
  CPU_SLEEPING,
  CPU_THUMB,
  CPU_VTOR,
  SCRATCH_FAULT,
  SCRATCH_FAULT_ADDRESS,
} from "../../gen/layout";
import { hostOf } from "../../mem/ram";
import { NOTE_EXCEPTION_ENTRY, tell } from "../../note";
import { adoptStack, controlOf, isHandler, isPrivileged, isSecure, parkStack, setControl } from "./banks";
import { refreshBypass } from "./bypass";
import { FAULT_PENDED, FOR_SECURE } from "./fault";
import { FPCA, SFPA, floatActive, setFloatActive } from "./float-control";
import { frameBytes, pushFloat } from "./float-frame";
import { activate, takeable } from "./interrupts";
import { chosenNumber, chosenSecure, strongestPending } from "./priority";
import { attributionOf, mayTouch } from "./protection";
import { unpackFlags } from "./psr";
import { frameBelow, pushCalleeFrame, pushFrame } from "./stacking";
import { pendFault, pendVectorFault } from "./syndrome";

// EXC_RETURN bits.
export const ES: u32 = 1;
export const SPSEL: u32 = 4;
export const MODE_THREAD: u32 = 8;
export const FTYPE: u32 = 0x10;
export const DCRS: u32 = 0x20;
export const STACK_SECURE: u32 = 0x40;
export const EXC_RETURN_ONES: u32 = 0xffffff80;

/**
 * The fault that the current instruction left in SCRATCH_FAULT becomes an exception. CPU r[15] is where it will return
 * to.
 */
export function takeFault(): void {
  let kind = load<u32>(SCRATCH_FAULT);
  store<u32>(SCRATCH_FAULT, 0);
  if (kind != FAULT_PENDED) pendFound(kind, isSecure());
  if (load<u32>(CPU_LOCKUP) == 0) enter();
}

/** Pend what was found while state `secure` was at work, unless the kind says that it is Secure state's matter. */
export function pendFound(kind: u32, secure: u32): void {
  pendFault(kind & ~FOR_SECURE, load<u32>(SCRATCH_FAULT_ADDRESS), kind & FOR_SECURE ? 1 : secure);
}

/** Take the strongest pending exception if it may preempt now. */
export function takePending(): bool {
  store<u32>(CPU_RECHECK, 0);
  refreshBypass();
  if (takeable() == 0) return false;
  enter();
  return true;
}

/**
 * Stack the background state, then take whatever is strongest by then: late arrivals and faults of the stacking
 * included.
 */
function enter(): void {
  let secure = isSecure();
  let privileged = isPrivileged(secure);
  let hasContext = (floatActive() & FPCA) != 0;
  let link = EXC_RETURN_ONES | DCRS | (secure ? STACK_SECURE : 0) | (hasContext ? 0 : FTYPE);
  if (!isHandler()) link |= MODE_THREAD;
  let frame = frameBelow(frameBytes(secure));
  let fault = pushFrame(frame, secure, privileged);
  if (fault != 0) pendFound(fault, secure);
  let second = hasContext ? pushFloat(frame, secure, privileged, fault == 0) : 0;
  if (second != 0) pendFound(second, secure);
  take(link, false, (fault | second) != 0);
}

/**
 * The strongest pending exception becomes the one that executes. `linkSoFar` is EXC_RETURN but for the bits that depend
 * on it; `chained` says that ES of it tells of an exception before. Stacking that failed once is not judged a second
 * time.
 */
export function take(linkSoFar: u32, chained: bool, stackingFailed: bool): void {
  let link = linkSoFar;
  let isChained = chained;
  let forgiving = stackingFailed;
  while (load<u32>(CPU_LOCKUP) == 0) {
    let chosen = strongestPending();
    let secure = chosenSecure(chosen);
    let fault: u32 = 0;
    let calleePushed = isChained && (link & ES) == 0;
    if (link & STACK_SECURE && secure) {
      // After a Non-secure exception the frame of R4-R11 is there: the return has to know.
      if (calleePushed) link &= ~DCRS;
    } else if (link & STACK_SECURE) {
      if (link & DCRS && !calleePushed) fault = pushCalleeFrame(link, (link & MODE_THREAD) != 0);
      link |= DCRS;
    }
    link = (link & ~(ES | SPSEL)) | secure | (controlOf(secure) & 2 ? SPSEL : 0);
    if (!secure) hideRegisters((link & STACK_SECURE) != 0);
    isChained = true;
    if (fault != 0 && !forgiving) {
      forgiving = true;
      pendFault(fault, load<u32>(SCRATCH_FAULT_ADDRESS), 1);
      continue;
    }
    let place = vectorPlace(chosenNumber(chosen), secure);
    if (place > 1) return begin(chosen, link, load<u32>(place));
    forgiving = true;
    pendVectorFault(chosen, place == 1);
  }
}

/**
 * Where the vector of an exception lies in linear memory; 1 where the security attribution forbids the table to that
 * state, 0 where no memory answers. Vectors are read through the default memory map.
 */
function vectorPlace(number: u32, secure: u32): u32 {
  let address = load<u32>(CPU_VTOR + (secure << 2)) + (number << 2);
  return mayTouch(attributionOf(address), secure) ? hostOf(address) : 1;
}

function begin(chosen: u32, link: u32, vector: u32): void {
  let number = chosenNumber(chosen);
  let secure = chosenSecure(chosen);
  tell(NOTE_EXCEPTION_ENTRY, number | (isSecure() << 16) | (secure << 17), load<u32>(CPU_R + 60));
  parkStack();
  store<u32>(CPU_SECURE, secure);
  store<u32>(CPU_IPSR, number);
  setControl(secure, controlOf(secure) & ~2);
  setFloatActive(FPCA | SFPA, 0);
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
}

/** A Non-secure handler sees nothing of what Secure code had in the registers. */
function hideRegisters(background: bool): void {
  if (!background && !isSecure()) return;
  for (let register: u32 = 0; register < 13; register++) {
    if (background || register < 4 || register == 12) store<u32>(CPU_R + (register << 2), 0);
  }
  unpackFlags(0);
  store<u32>(CPU_FLAG_GE, 0);
}
