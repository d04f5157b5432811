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
  FAULT_PRECISERR,
  FAULT_SUPERVISOR_CALL,
} from "./fault";
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
  if (kind == FAULT_BREAKPOINT) pendBreakpoint(secure);
  else if (kind >= FAULT_INVEP) pendSecureFault(kind, address);
  else if (kind >= FAULT_IBUSERR) pendBusFault(kind, address);
  else if (kind >= FAULT_IACCVIOL) pendMemManage(kind, address, secure);
  else {
    orInto(CPU_CFSR + (secure << 2), 0x10000 << (kind - 1));
    pendOrEscalate(EXCEPTION_USAGE_FAULT, secure, isEnabled(secure, 0x40000));
  }
}


@inline
function isEnabled(secure: u32, bit: u32): bool {
  return (load<u32>(CPU_SHCSR_ENABLES + (secure << 2)) & bit) != 0;
}

/** SFAR holds the address of an attribution violation; the other causes leave it alone. */
function pendSecureFault(kind: u32, address: u32): void {
  orInto(CPU_SFSR, 1 << (kind - FAULT_INVEP));
  if (kind == FAULT_AUVIOL) {
    orInto(CPU_SFSR, SFARVALID);
    store<u32>(CPU_SFAR, address);
  }
  pendOrEscalate(EXCEPTION_SECURE_FAULT, 1, isEnabled(1, 0x80000));
}

/** BFSR, BFAR and the enable exist once: they are kept in the Non-secure bank of CFSR and the Secure bank of SHCSR. */
function pendBusFault(kind: u32, address: u32): void {
  orInto(CPU_CFSR, 0x100 << (kind - FAULT_IBUSERR));
  if (kind == FAULT_PRECISERR) {
    orInto(CPU_CFSR, BFARVALID);
    store<u32>(CPU_BFAR, address);
  }
  pendOrEscalate(EXCEPTION_BUS_FAULT, targetOf(EXCEPTION_BUS_FAULT, 1), isEnabled(1, 0x20000));
}

function pendMemManage(kind: u32, address: u32, secure: u32): void {
  let bank = secure << 2;
  orInto(CPU_CFSR + bank, 1 << (kind - FAULT_IACCVIOL));
  if (kind == FAULT_DACCVIOL) {
    orInto(CPU_CFSR + bank, MMARVALID);
    store<u32>(CPU_MMFAR + bank, address);
  }
  pendOrEscalate(EXCEPTION_MEM_MANAGE, secure, isEnabled(secure, 0x10000));
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
