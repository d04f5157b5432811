/** Priorities: of exceptions, and of what executes now (DDI 0553: ExceptionPriority, ExecutionPriority). Lower is stronger. */
import {
  BOARD_INTERRUPT_LINES,
  CPU_AIRCR_SECURE,
  CPU_BASEPRI,
  CPU_FAULTMASK,
  CPU_INTERRUPT_ACTIVE,
  CPU_INTERRUPT_ENABLED,
  CPU_INTERRUPT_PENDING,
  CPU_INTERRUPT_PRIORITY,
  CPU_INTERRUPT_TARGET,
  CPU_PRIGROUP,
  CPU_PRIMASK,
  CPU_SHCSR_ENABLES,
  CPU_SHPR,
  CPU_SYSTEM_ACTIVE,
  CPU_SYSTEM_PENDING,
} from "../../gen/layout";

export const EXCEPTION_NMI: u32 = 2;
export const EXCEPTION_HARD_FAULT: u32 = 3;
export const EXCEPTION_MEM_MANAGE: u32 = 4;
export const EXCEPTION_BUS_FAULT: u32 = 5;
export const EXCEPTION_USAGE_FAULT: u32 = 6;
export const EXCEPTION_SECURE_FAULT: u32 = 7;
export const EXCEPTION_SVCALL: u32 = 11;
export const EXCEPTION_DEBUG_MONITOR: u32 = 12;
export const EXCEPTION_PENDSV: u32 = 14;
export const EXCEPTION_SYSTICK: u32 = 15;
export const FIRST_INTERRUPT: u32 = 16;

export const BFHFNMINS: u32 = 0x2000;
export const PRIS: u32 = 0x4000;
/** Weaker than every exception: nothing executes but Thread mode. */
export const PRIORITY_BASE: i32 = 256;

@inline
export function hasBfhfnmins(): bool {
  return (load<u32>(CPU_AIRCR_SECURE) & BFHFNMINS) != 0;
}

@inline
function prisAdjusted(priority: i32, secure: u32): i32 {
  return !secure && load<u32>(CPU_AIRCR_SECURE) & PRIS ? (priority >> 1) + 128 : priority;
}

@inline
function grouped(priority: i32, secure: u32): i32 {
  return priority & ~((2 << load<u32>(CPU_PRIGROUP + (secure << 2))) - 1);
}

/** Priority byte of an exception as programmed. */
function programmed(number: u32, secure: u32): i32 {
  if (number >= FIRST_INTERRUPT) return load<u8>(CPU_INTERRUPT_PRIORITY + number - FIRST_INTERRUPT);
  let bank: u32 = number == EXCEPTION_BUS_FAULT || number == EXCEPTION_DEBUG_MONITOR ? 1 : secure;
  return load<u8>(CPU_SHPR + bank * 12 + number - 4);
}

/** `whole`: with the subpriority, for choosing among pending ones; otherwise the group priority that preempts. */
export function exceptionPriority(number: u32, secure: u32, whole: bool): i32 {
  if (number == EXCEPTION_NMI) return -2;
  if (number == EXCEPTION_HARD_FAULT) return secure && hasBfhfnmins() ? -3 : -1;
  let priority = programmed(number, secure);
  return prisAdjusted(whole ? priority : grouped(priority, secure), secure);
}

/** What active exceptions alone make of the execution priority. */
export function activePriority(): i32 {
  let strongest = PRIORITY_BASE;
  for (let secure: u32 = 0; secure < 2; secure++) {
    let active = load<u32>(CPU_SYSTEM_ACTIVE + (secure << 2));
    while (active != 0) {
      strongest = min<i32>(strongest, exceptionPriority(ctz<u32>(active), secure, false));
      active &= active - 1;
    }
  }
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let word: u32 = 0; word < words; word++) {
    let active = load<u32>(CPU_INTERRUPT_ACTIVE + (word << 2));
    let target = load<u32>(CPU_INTERRUPT_TARGET + (word << 2));
    while (active != 0) {
      let bit = ctz<u32>(active);
      let secure = ((target >>> bit) & 1) ^ 1;
      strongest = min<i32>(strongest, exceptionPriority(FIRST_INTERRUPT + (word << 5) + bit, secure, false));
      active &= active - 1;
    }
  }
  return strongest;
}

/** ExecutionPriority(): active exceptions boosted by the masks of both states. */
export function executionPriority(): i32 {
  let priority = activePriority();
  for (let secure: u32 = 0; secure < 2; secure++) {
    let base = load<u32>(CPU_BASEPRI + (secure << 2));
    if (base != 0) priority = min<i32>(priority, prisAdjusted(grouped(base, secure), secure));
    if (load<u32>(CPU_PRIMASK + (secure << 2)) & 1) priority = min<i32>(priority, prisAdjusted(0, secure));
  }
  if (load<u32>(CPU_FAULTMASK + 4) & 1) priority = min<i32>(priority, hasBfhfnmins() ? -3 : -1);
  if (load<u32>(CPU_FAULTMASK) & 1) priority = min<i32>(priority, hasBfhfnmins() ? -1 : prisAdjusted(0, 0));
  return priority;
}

/** A chosen exception: number | secure << 16; 0 for none. */
@inline
export function chosenNumber(chosen: u32): u32 {
  return chosen & 0xffff;
}

@inline
export function chosenSecure(chosen: u32): u32 {
  return chosen >>> 16;
}

/** The strongest pending and enabled exception: by whole priority, then lowest number, then Secure first. */
export function strongestPending(): u32 {
  let best: u32 = 0;
  let strongest = PRIORITY_BASE;
  for (let secure: u32 = 1; secure < 2; secure--) {
    let pending = load<u32>(CPU_SYSTEM_PENDING + (secure << 2)) & enabledSystem(secure);
    while (pending != 0) {
      let number = ctz<u32>(pending);
      let priority = exceptionPriority(number, secure, true);
      if (priority < strongest || (priority == strongest && number < chosenNumber(best))) {
        strongest = priority;
        best = number | (secure << 16);
      }
      pending &= pending - 1;
    }
  }
  return strongestInterrupt(best, strongest);
}

function strongestInterrupt(sofar: u32, sofarPriority: i32): u32 {
  let best = sofar;
  let strongest = sofarPriority;
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let word: u32 = 0; word < words; word++) {
    let at = word << 2;
    let ready = load<u32>(CPU_INTERRUPT_PENDING + at) & load<u32>(CPU_INTERRUPT_ENABLED + at);
    let target = load<u32>(CPU_INTERRUPT_TARGET + at);
    while (ready != 0) {
      let bit = ctz<u32>(ready);
      let secure = ((target >>> bit) & 1) ^ 1;
      let number = FIRST_INTERRUPT + (word << 5) + bit;
      let priority = exceptionPriority(number, secure, true);
      if (priority < strongest) {
        strongest = priority;
        best = number | (secure << 16);
      }
      ready &= ready - 1;
    }
  }
  return best;
}

/** System exceptions that may be taken: configurable faults only where SHCSR enables them. */
function enabledSystem(secure: u32): u32 {
  let enables = load<u32>(CPU_SHCSR_ENABLES + (secure << 2));
  let mask: u32 = 0xffffff0f;
  if (enables & 0x10000) mask |= 1 << EXCEPTION_MEM_MANAGE;
  if (load<u32>(CPU_SHCSR_ENABLES + 4) & 0x20000) mask |= 1 << EXCEPTION_BUS_FAULT;
  if (enables & 0x40000) mask |= 1 << EXCEPTION_USAGE_FAULT;
  if (secure && enables & 0x80000) mask |= 1 << EXCEPTION_SECURE_FAULT;
  return mask;
}
