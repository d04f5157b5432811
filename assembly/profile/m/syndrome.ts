/** A fault's traces in CFSR, HFSR, SFSR and the address registers, and the exception that it pends: itself, or HardFault. */
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
import { pendSystem } from "./interrupts";
import {
  EXCEPTION_BUS_FAULT,
  EXCEPTION_DEBUG_MONITOR,
  EXCEPTION_HARD_FAULT,
  EXCEPTION_MEM_MANAGE,
  EXCEPTION_SECURE_FAULT,
  EXCEPTION_SVCALL,
  EXCEPTION_USAGE_FAULT,
  exceptionPriority,
  executionPriority,
  hasBfhfnmins,
} from "./priority";

const HFSR_VECTTBL: u32 = 0x2;
const HFSR_FORCED: u32 = 0x40000000;
const HFSR_DEBUGEVT: u32 = 0x80000000;
const MON_EN: u32 = 0x10000;

@inline
function orInto(cell: u32, bits: u32): void {
  store<u32>(cell, load<u32>(cell) | bits);
}

/** Record a fault that belongs to security state `secure`, and pend what takes it. */
export function pendFault(kind: u32, address: u32, secure: u32): void {
  if (kind != FAULT_SUPERVISOR_CALL) tell(NOTE_FAULT, kind, address);
  if (kind == FAULT_SUPERVISOR_CALL) pendOrEscalate(EXCEPTION_SVCALL, secure, true);
  else if (kind == FAULT_BREAKPOINT) pendBreakpoint(secure);
  else if (kind >= FAULT_INVEP) {
    orInto(CPU_SFSR, 1 << (kind - FAULT_INVEP));
    if (kind == FAULT_AUVIOL || kind == FAULT_INVEP) noteSecureAddress(kind, address);
    pendOrEscalate(EXCEPTION_SECURE_FAULT, 1, (load<u32>(CPU_SHCSR_ENABLES + 4) & 0x80000) != 0);
  } else if (kind >= FAULT_IBUSERR) {
    orInto(CPU_CFSR, 0x100 << (kind - FAULT_IBUSERR));
    if (kind == FAULT_PRECISERR) {
      orInto(CPU_CFSR, 0x8000);
      store<u32>(CPU_BFAR, address);
    }
    let target = hasBfhfnmins() ? 0 : 1;
    pendOrEscalate(EXCEPTION_BUS_FAULT, target, (load<u32>(CPU_SHCSR_ENABLES + 4) & 0x20000) != 0);
  } else if (kind >= FAULT_IACCVIOL) {
    orInto(CPU_CFSR + (secure << 2), 1 << (kind - FAULT_IACCVIOL));
    if (kind == FAULT_DACCVIOL) {
      orInto(CPU_CFSR + (secure << 2), 0x80);
      store<u32>(CPU_MMFAR + (secure << 2), address);
    }
    pendOrEscalate(EXCEPTION_MEM_MANAGE, secure, (load<u32>(CPU_SHCSR_ENABLES + (secure << 2)) & 0x10000) != 0);
  } else {
    orInto(CPU_CFSR + (secure << 2), 0x10000 << (kind - 1));
    pendOrEscalate(EXCEPTION_USAGE_FAULT, secure, (load<u32>(CPU_SHCSR_ENABLES + (secure << 2)) & 0x40000) != 0);
  }
}

/** SFAR holds the address of an attribution violation; INVEP leaves it alone. */
function noteSecureAddress(kind: u32, address: u32): void {
  if (kind != FAULT_AUVIOL) return;
  orInto(CPU_SFSR, 0x40);
  store<u32>(CPU_SFAR, address);
}

/** BKPT without a debugger: DebugMonitor where it is enabled and strong enough, else HardFault. */
function pendBreakpoint(secure: u32): void {
  orInto(CPU_DFSR, 2);
  let target: u32 = load<u32>(CPU_DEMCR) & 0x100000 ? 1 : 0;
  let enabled = (load<u32>(CPU_DEMCR) & MON_EN) != 0;
  if (enabled && exceptionPriority(EXCEPTION_DEBUG_MONITOR, target, false) < executionPriority()) {
    pendSystem(EXCEPTION_DEBUG_MONITOR, target);
    return;
  }
  orInto(CPU_HFSR, HFSR_DEBUGEVT);
  pendHardFault(secure);
}

function pendOrEscalate(number: u32, secure: u32, enabled: bool): void {
  if (enabled && exceptionPriority(number, secure, false) < executionPriority()) {
    pendSystem(number, secure);
    return;
  }
  orInto(CPU_HFSR, HFSR_FORCED);
  pendHardFault(secure);
}

/**
 * The vector of exception `number` of state `secure` could not be fetched, which is a HardFault of state `owner`. It must be
 * taken instead of that exception: where it is not stronger, the processor locks up.
 */
export function pendVectorFault(number: u32, secure: u32, owner: u32): void {
  orInto(CPU_HFSR, HFSR_VECTTBL | HFSR_FORCED);
  let target: u32 = owner || !hasBfhfnmins() ? 1 : 0;
  let stronger =
    exceptionPriority(EXCEPTION_HARD_FAULT, target, false) < exceptionPriority(number, secure, false);
  if (stronger) pendHardFault(owner);
  else lockUp();
}

function lockUp(): void {
  store<u32>(CPU_LOCKUP, 1);
  tell(NOTE_LOCKUP, 0, load<u32>(CPU_R + 60));
}

/** HardFault of the state that asks: Non-secure only under BFHFNMINS. Where it cannot preempt, the processor locks up. */
export function pendHardFault(secure: u32): void {
  let target: u32 = secure || !hasBfhfnmins() ? 1 : 0;
  if (exceptionPriority(EXCEPTION_HARD_FAULT, target, false) < executionPriority()) {
    pendSystem(EXCEPTION_HARD_FAULT, target);
    return;
  }
  lockUp();
}
