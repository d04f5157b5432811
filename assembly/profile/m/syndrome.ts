/**
 * A fault's traces in CFSR, HFSR, SFSR and the address registers, and the exception that it pends: itself, or
 * HardFault.
 */
import {
  CPU_BFAR,
  CPU_CFSR,
  CPU_DEMCR,
  CPU_DFSR,
  CPU_HFSR,
  CPU_LOCKUP,
  CPU_MMFAR,
  CPU_R,
  CPU_SFAR,
  CPU_SFSR,
  CPU_SHCSR_ENABLES,
  SCRATCH_RESYNC,
} from "../../gen/layout";
import { NOTE_FAULT, NOTE_LOCKUP, tell } from "../../note";
import {
  FAULT_AUVIOL,
  FAULT_BREAKPOINT,
  FAULT_DACCVIOL,
  FAULT_IACCVIOL,
  FAULT_IBUSERR,
  FAULT_INVEP,
  FAULT_LAZY_AUVIOL,
  FAULT_PRECISERR,
  FAULT_SUPERVISOR_CALL,
} from "./fault";
import { BFRDY, HFRDY, MMRDY, SFRDY, UFRDY, contextControl } from "./float-control";
import { activate, pendSystem } from "./interrupts";
import {
  EXCEPTION_BUS_FAULT,
  EXCEPTION_DEBUG_MONITOR,
  EXCEPTION_HARD_FAULT,
  EXCEPTION_MEM_MANAGE,
  EXCEPTION_SECURE_FAULT,
  EXCEPTION_SVCALL,
  EXCEPTION_USAGE_FAULT,
  chosenNumber,
  chosenSecure,
  exceptionPriority,
  executionPriority,
  hasBfhfnmins,
  targetOf,
} from "./priority";

const HFSR_VECTTBL: u32 = 0x2;
const HFSR_FORCED: u32 = 0x40000000;
const HFSR_DEBUGEVT: u32 = 0x80000000;
const DFSR_BKPT: u32 = 2;
const MON_EN: u32 = 0x10000;
const MMARVALID: u32 = 0x80;
const BFARVALID: u32 = 0x8000;
const SFARVALID: u32 = 0x40;


@inline
function orInto(cell: u32, bits: u32): void {
  store<u32>(cell, load<u32>(cell) | bits);
}

/** Record a fault that belongs to security state `secure`, and pend what takes it. */
export function pendFault(kind: u32, address: u32, secure: u32): void {
  if (kind == FAULT_SUPERVISOR_CALL) {
    pendOrEscalate(EXCEPTION_SVCALL, secure, true);
    return;
  }
  tell(NOTE_FAULT, kind, address);
  if (kind == FAULT_BREAKPOINT) {
    pendBreakpoint(secure);
    return;
  }
  record(kind, address, secure);
  let number = exceptionOf(kind);
  pendOrEscalate(number, takerOf(number, secure), isEnabled(number, secure));
}

/**
 * A fault of lazy preservation. Whether the exception could be taken was noted in FPCCR when the frame was made, and
 * that decides about escalation; where not even HardFault could, the processor locks up (DDI 0553, FPCCR).
 */
export function pendLazyFault(kind: u32, address: u32, secure: u32): void {
  tell(NOTE_FAULT, kind, address);
  record(kind, address, secure);
  let number = exceptionOf(kind);
  let taker = takerOf(number, secure);
  if (contextControl(isBanked(number) ? secure : 1) & readyBit(number)) {
    pendSystem(number, taker);
    return;
  }
  orInto(CPU_HFSR, HFSR_FORCED);
  if (contextControl(1) & HFRDY) pendSystem(EXCEPTION_HARD_FAULT, hardFaultTarget(taker));
  else lockUp();
}

function exceptionOf(kind: u32): u32 {
  if (kind >= FAULT_INVEP) return EXCEPTION_SECURE_FAULT;
  if (kind >= FAULT_IBUSERR) return EXCEPTION_BUS_FAULT;
  return kind >= FAULT_IACCVIOL ? EXCEPTION_MEM_MANAGE : EXCEPTION_USAGE_FAULT;
}


@inline
function isBanked(number: u32): bool {
  return number == EXCEPTION_MEM_MANAGE || number == EXCEPTION_USAGE_FAULT;
}

/** State that takes a fault of state `secure`. */
function takerOf(number: u32, secure: u32): u32 {
  return isBanked(number) ? secure : targetOf(number, 1);
}

/** BusFault's and SecureFault's enables exist once, in the Secure bank of SHCSR. */
function isEnabled(number: u32, secure: u32): bool {
  let enables = load<u32>(CPU_SHCSR_ENABLES + (isBanked(number) ? secure << 2 : 4));
  return ((enables >>> (number + 12)) & 1) != 0;
}

/** The bit of FPCCR that tells whether an exception was ready. */
function readyBit(number: u32): u32 {
  if (number == EXCEPTION_MEM_MANAGE) return MMRDY;
  if (number == EXCEPTION_USAGE_FAULT) return UFRDY;
  return number == EXCEPTION_BUS_FAULT ? BFRDY : SFRDY;
}

/**
 * CFSR or SFSR, and an address register where the cause has one. BFSR and BFAR exist once, in the Non-secure bank of
 * CFSR. SFAR holds the address of an attribution violation.
 */
function record(kind: u32, address: u32, secure: u32): void {
  let bank = secure << 2;
  if (kind >= FAULT_INVEP) {
    orInto(CPU_SFSR, 1 << (kind - FAULT_INVEP));
    if (kind == FAULT_AUVIOL || kind == FAULT_LAZY_AUVIOL) latch(CPU_SFSR, SFARVALID, CPU_SFAR, address);
  } else if (kind >= FAULT_IBUSERR) {
    orInto(CPU_CFSR, 0x100 << (kind - FAULT_IBUSERR));
    if (kind == FAULT_PRECISERR) latch(CPU_CFSR, BFARVALID, CPU_BFAR, address);
  } else if (kind >= FAULT_IACCVIOL) {
    orInto(CPU_CFSR + bank, 1 << (kind - FAULT_IACCVIOL));
    if (kind == FAULT_DACCVIOL) latch(CPU_CFSR + bank, MMARVALID, CPU_MMFAR + bank, address);
  } else orInto(CPU_CFSR + bank, 0x10000 << (kind - 1));
}

function latch(status: u32, valid: u32, register: u32, address: u32): void {
  orInto(status, valid);
  store<u32>(register, address);
}

/**
 * BKPT without a debugger: DebugMonitor where it is enabled, allowed to see this state and strong enough, else
 * HardFault.
 */
function pendBreakpoint(secure: u32): void {
  orInto(CPU_DFSR, DFSR_BKPT);
  let target = targetOf(EXCEPTION_DEBUG_MONITOR, 1);
  let enabled = (load<u32>(CPU_DEMCR) & MON_EN) != 0 && (!secure || target != 0);
  if (enabled && exceptionPriority(EXCEPTION_DEBUG_MONITOR, target) < executionPriority()) {
    pendSystem(EXCEPTION_DEBUG_MONITOR, target);
    return;
  }
  orInto(CPU_HFSR, HFSR_DEBUGEVT);
  pendHardFault(secure);
}

/** A synchronous exception that is disabled or too weak to preempt becomes a HardFault (DDI 0553, CreateException). */
function pendOrEscalate(number: u32, secure: u32, enabled: bool): void {
  if (enabled && exceptionPriority(number, secure) < executionPriority()) {
    pendSystem(number, secure);
    return;
  }
  orInto(CPU_HFSR, HFSR_FORCED);
  pendHardFault(secure);
}

/** State whose HardFault takes what state `secure` could not handle: its own, but Non-secure only under BFHFNMINS. */
@inline
function hardFaultTarget(secure: u32): u32 {
  return secure || !hasBfhfnmins() ? 1 : 0;
}

/** Where HardFault cannot preempt either, the processor locks up. */
function pendHardFault(secure: u32): void {
  let target = hardFaultTarget(secure);
  if (exceptionPriority(EXCEPTION_HARD_FAULT, target) < executionPriority()) pendSystem(EXCEPTION_HARD_FAULT, target);
  else lockUp();
}

/**
 * The vector of `chosen` cannot be fetched. HardFault takes its place, which must be stronger than it; otherwise the
 * processor locks up at its priority. A table that the attribution forbids is a Secure matter, a bus error one of
 * BusFault's state.
 */
export function pendVectorFault(chosen: u32, forbidden: bool): void {
  orInto(CPU_HFSR, HFSR_VECTTBL | HFSR_FORCED);
  let target = hardFaultTarget(forbidden ? 1 : targetOf(EXCEPTION_BUS_FAULT, 1));
  let number = chosenNumber(chosen);
  let secure = chosenSecure(chosen);
  if (exceptionPriority(EXCEPTION_HARD_FAULT, target) < exceptionPriority(number, secure)) {
    pendSystem(EXCEPTION_HARD_FAULT, target);
    return;
  }
  activate(number, secure);
  lockUp();
}

function lockUp(): void {
  store<u32>(CPU_LOCKUP, 1);
  store<u32>(SCRATCH_RESYNC, 1);
  tell(NOTE_LOCKUP, 0, load<u32>(CPU_R + 60));
}
