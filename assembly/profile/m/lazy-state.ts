/**
 * Lazy state preservation: room is left in a frame, and what belongs there is written when a floating-point instruction
 * is about to need the registers (DDI 0553: UpdateFPCCR, PreserveFPState).
 */
import {
  CPU_CCR,
  CPU_DEMCR,
  CPU_FPCAR,
  CPU_FPSCR,
  CPU_LOCKUP,
  CPU_S,
  CPU_SHCSR_ENABLES,
  SCRATCH_FAULT,
  WRITE,
} from "../../gen/layout";
import { busStore, directHost } from "../../mem/access";
import { activeStack, isHandler, isPrivileged, isSecure, stackLimit } from "./banks";
import { FLOAT, coprocessorDenial } from "./coprocessor";
import { FAULT_LAZY_AUVIOL, FAULT_LSPERR, FAULT_MLSPERR, FOR_SECURE } from "./fault";
import {
  BFRDY,
  HFRDY,
  LSPACT,
  MMRDY,
  MONRDY,
  OWNED_BY_SECURE,
  SFRDY,
  SPLIMVIOL,
  THREAD,
  UFRDY,
  USER,
  FPSCR_OFFSET,
  placeOf,
  registersKept,
  clearRegisters,
  contextControl,
  contextOwner,
  setContextControl,
} from "./float-control";
import { takeable } from "./interrupts";
import {
  EXCEPTION_BUS_FAULT,
  EXCEPTION_DEBUG_MONITOR,
  EXCEPTION_MEM_MANAGE,
  EXCEPTION_SECURE_FAULT,
  EXCEPTION_USAGE_FAULT,
  exceptionPriority,
  executionPriority,
  requestsNegative,
  targetOf,
} from "./priority";
import { CAN_WRITE, attributionOf, mayTouch, mpuStandsAside, mpuUnder } from "./protection";
import { checksLimit } from "./stacking";
import { pendLazyFault } from "./syndrome";

const MON_EN: u32 = 0x10000;
const BANKED_NOTES: u32 = LSPACT | USER | THREAD | MMRDY;
const SHARED_NOTES: u32 = OWNED_BY_SECURE | HFRDY | BFRDY | SFRDY | MONRDY;

/** The bit where an exception, if enabled, could preempt what executes now. */
function readiness(bit: u32, number: u32, secure: u32, enabled: u32): u32 {
  return enabled != 0 && exceptionPriority(number, secure) < executionPriority() ? bit : 0;
}

/**
 * The registers of the context that is being left belong at `address`, when the time comes; with what rights, and which
 * of the faults that this may raise could have preempted that context. A frame below the stack's limit is noted as
 * such, where it is one of a stack at all.
 */
export function leaveForLater(address: u32, onStack: bool): void {
  let secure = isSecure();
  store<u32>(CPU_FPCAR + (secure << 2), address & ~7);
  let enables = load<u32>(CPU_SHCSR_ENABLES + (secure << 2));
  let outside = load<u32>(CPU_SHCSR_ENABLES);
  let inside = load<u32>(CPU_SHCSR_ENABLES + 4);
  let monitor = load<u32>(CPU_DEMCR) & MON_EN;

  let own = LSPACT | (isPrivileged(secure) ? 0 : USER) | (isHandler() ? 0 : THREAD);
  own |= readiness(MMRDY, EXCEPTION_MEM_MANAGE, secure, enables & 0x10000);
  setContextControl(secure, BANKED_NOTES, own);
  if (onStack) {
    let violates = address < stackLimit(activeStack()) && checksLimit(secure);
    setContextControl(secure, SPLIMVIOL, violates ? SPLIMVIOL : 0);
  } else setContextControl(secure, SPLIMVIOL, 0);

  let shared = (secure << 2) | (executionPriority() > -1 ? HFRDY : 0);
  shared |= readiness(BFRDY, EXCEPTION_BUS_FAULT, targetOf(EXCEPTION_BUS_FAULT, 1), inside & 0x20000);
  shared |= readiness(SFRDY, EXCEPTION_SECURE_FAULT, 1, inside & 0x80000);
  shared |= readiness(MONRDY, EXCEPTION_DEBUG_MONITOR, targetOf(EXCEPTION_DEBUG_MONITOR, 1), monitor);
  setContextControl(1, SHARED_NOTES, shared);
  setContextControl(0, UFRDY, readiness(UFRDY, EXCEPTION_USAGE_FAULT, 0, outside & 0x40000));
  setContextControl(1, UFRDY, readiness(UFRDY, EXCEPTION_USAGE_FAULT, 1, inside & 0x40000));
}

/**
 * Writes the context that waits to its frame, with the rights it had when it was left. False where that failed and the
 * fault preempts what executes: then everything is as before. A fault that cannot preempt is pended, and the context is
 * lost.
 */
export function preserveState(): bool {
  let secure = contextOwner();
  let control = contextControl(secure);
  let privileged = u32((control & USER) == 0);
  let denial = coprocessorDenial(FLOAT, secure, privileged);
  if (denial != 0) pendLazyFault(denial & ~FOR_SECURE, 0, denial & FOR_SECURE ? 1 : secure);
  let isKept = denial == 0;
  if (isKept && (control & SPLIMVIOL) == 0) isKept = writeContext(secure, privileged);
  if (!isKept && (load<u32>(CPU_LOCKUP) != 0 || takeable() != 0)) return false;
  setContextControl(secure, LSPACT, 0);
  if (registersKept(secure) == 32) clearRegisters(32);
  return true;
}

function writeContext(secure: u32, privileged: u32): bool {
  let base = load<u32>(CPU_FPCAR + (secure << 2));
  // The MPU stands aside, or not, as it did for the context; the access tables know only what holds now.
  let negative = (contextControl(1) & HFRDY) == 0;
  let isDirect = mpuStandsAside(secure, negative) == mpuStandsAside(secure, requestsNegative(secure));
  let count = registersKept(secure);
  for (let register: u32 = 0; register < count; register++) {
    let place = base + placeOf(register);
    let value = load<u32>(CPU_S + (register << 2));
    if (!writeWord(place, value, secure, privileged, negative, isDirect)) return false;
  }
  return writeWord(base + FPSCR_OFFSET, load<u32>(CPU_FPSCR), secure, privileged, negative, isDirect);
}

/** One word of the context; false where it faults, which is then pended. */
function writeWord(address: u32, value: u32, secure: u32, privileged: u32, negative: bool, isDirect: bool): bool {
  let host = isDirect ? directHost(address, 4, secure, privileged, WRITE) : 0;
  if (host != 0) {
    store<u32>(host, value);
    return true;
  }
  let fault: u32 = 0;
  if (!mayTouch(attributionOf(address), secure)) fault = FAULT_LAZY_AUVIOL;
  else if (!(mpuUnder(address, secure, privileged, negative) & CAN_WRITE)) fault = FAULT_MLSPERR;
  else {
    busStore(address, value, 4, secure, privileged);
    if (load<u32>(SCRATCH_FAULT) != 0) fault = FAULT_LSPERR;
    store<u32>(SCRATCH_FAULT, 0);
  }
  if (fault != 0) pendLazyFault(fault, address, secure);
  return fault == 0;
}
