/**
 * Priorities: of exceptions, and of what executes now (DDI 0553: ExceptionPriority, ExecutionPriority). Lower is
 * stronger.
 */
import {
  BOARD_INTERRUPT_LINES,
  CPU_AIRCR_SECURE,
  CPU_BASEPRI,
  CPU_DEMCR,
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
const SDME: u32 = 0x100000;
/** Weaker than every exception: nothing executes but Thread mode. */
export const PRIORITY_BASE: i32 = 256;

/**
 * NMI, BusFault, SecureFault and DebugMonitor exist once: their bits live in the Secure bank, wherever they are taken.
 */
export const UNBANKED: u32 = 0x10a4;


@inline
export function hasBfhfnmins(): bool {
  return (load<u32>(CPU_AIRCR_SECURE) & BFHFNMINS) != 0;
}

/** Bank that holds the pending and active bits of a system exception of state `secure`. */
@inline
export function homeBank(number: u32, secure: u32): u32 {
  return (UNBANKED >>> number) & 1 ? 1 : secure;
}

/** Security state that takes the system exception whose bits are in `bank` (DDI 0553, ExceptionTargetsSecure). */
export function targetOf(number: u32, bank: u32): u32 {
  if (number == EXCEPTION_NMI || number == EXCEPTION_BUS_FAULT) return hasBfhfnmins() ? 0 : 1;
  if (number == EXCEPTION_DEBUG_MONITOR) return load<u32>(CPU_DEMCR) & SDME ? 1 : 0;
  return bank;
}

/** Security state that takes an external interrupt. */
@inline
export function interruptTarget(line: u32): u32 {
  return ((load<u32>(CPU_INTERRUPT_TARGET + ((line >>> 5) << 2)) >>> (line & 31)) & 1) ^ 1;
}


@inline
function prisAdjusted(priority: i32, secure: u32): i32 {
  return !secure && load<u32>(CPU_AIRCR_SECURE) & PRIS ? (priority >> 1) + 128 : priority;
}

/** Bits of a priority below the group priority. */
@inline
function subpriorityMask(secure: u32): i32 {
  return (2 << load<u32>(CPU_PRIGROUP + (secure << 2))) - 1;
}

/** Priority byte of a configurable exception as programmed. */
function programmed(number: u32, secure: u32): i32 {
  if (number >= FIRST_INTERRUPT) return load<u8>(CPU_INTERRUPT_PRIORITY + number - FIRST_INTERRUPT);
  return load<u8>(CPU_SHPR + homeBank(number, secure) * 12 + number - 4);
}

/** The group priority of an exception that state `secure` takes: what preempts. */
export function exceptionPriority(number: u32, secure: u32): i32 {
  if (number == EXCEPTION_NMI) return -2;
  if (number == EXCEPTION_HARD_FAULT) return secure && hasBfhfnmins() ? -3 : -1;
  return prisAdjusted(programmed(number, secure) & ~subpriorityMask(secure), secure);
}

/** Group priority, then subpriority: the order in which pending exceptions are taken. */
function exceptionRank(number: u32, secure: u32): i32 {
  let group = exceptionPriority(number, secure) << 8;
  return number <= EXCEPTION_HARD_FAULT ? group : group | (programmed(number, secure) & subpriorityMask(secure));
}

/** What active exceptions alone make of the execution priority (DDI 0553, RawExecutionPriority). */
export function activePriority(): i32 {
  let strongest = PRIORITY_BASE;
  for (let bank: u32 = 0; bank < 2; bank++) {
    let active = load<u32>(CPU_SYSTEM_ACTIVE + (bank << 2));
    while (active != 0) {
      let number = ctz<u32>(active);
      strongest = min<i32>(strongest, exceptionPriority(number, targetOf(number, bank)));
      active &= active - 1;
    }
  }
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let word: u32 = 0; word < words; word++) {
    let active = load<u32>(CPU_INTERRUPT_ACTIVE + (word << 2));
    while (active != 0) {
      let line = (word << 5) + ctz<u32>(active);
      strongest = min<i32>(strongest, exceptionPriority(FIRST_INTERRUPT + line, interruptTarget(line)));
      active &= active - 1;
    }
  }
  return strongest;
}

/** The boost of BASEPRI and FAULTMASK of both states. */
function maskedPriority(): i32 {
  let priority = PRIORITY_BASE;
  for (let secure: u32 = 0; secure < 2; secure++) {
    let base: i32 = load<u32>(CPU_BASEPRI + (secure << 2));
    if (base != 0) priority = min<i32>(priority, prisAdjusted(base & ~subpriorityMask(secure), secure));
  }
  if (load<u32>(CPU_FAULTMASK + 4) & 1) priority = min<i32>(priority, hasBfhfnmins() ? -3 : -1);
  if (load<u32>(CPU_FAULTMASK) & 1) priority = min<i32>(priority, hasBfhfnmins() ? -1 : prisAdjusted(0, 0));
  return priority;
}

/** ExecutionPriority() as if PRIMASK of both states were clear. */
export function unmaskedPriority(): i32 {
  return min<i32>(activePriority(), maskedPriority());
}

/** ExecutionPriority(): active exceptions boosted by the masks of both states. */
export function executionPriority(): i32 {
  let priority = unmaskedPriority();
  if (load<u32>(CPU_PRIMASK) & 1) priority = min<i32>(priority, prisAdjusted(0, 0));
  if (load<u32>(CPU_PRIMASK + 4) & 1) priority = min<i32>(priority, 0);
  return priority;
}

/**
 * Whether a security state asks for a negative priority: FAULTMASK, HardFault or NMI of its own. PRIS may keep
 * FAULTMASK_NS from getting it; MPU bypass and the ignoring bits of CCR follow the wish (DDI 0553, IsReqExcPriNeg).
 */
export function requestsNegative(secure: u32): bool {
  if (load<u32>(CPU_FAULTMASK + (secure << 2)) & 1) return true;
  if ((load<u32>(CPU_SYSTEM_ACTIVE + (secure << 2)) >>> EXCEPTION_HARD_FAULT) & 1) return true;
  let nmi = (load<u32>(CPU_SYSTEM_ACTIVE + 4) >>> EXCEPTION_NMI) & 1;
  return nmi != 0 && targetOf(EXCEPTION_NMI, 1) == secure;
}

/** A chosen exception: number | target state << 16; 0 for none. */
@inline
export function chosenNumber(chosen: u32): u32 {
  return chosen & 0xffff;
}


@inline
export function chosenSecure(chosen: u32): u32 {
  return chosen >>> 16;
}

/** The strongest pending and enabled exception; among equals the lowest number, then Secure first. */
export function strongestPending(): u32 {
  let best: u32 = 0;
  let strongest: i32 = PRIORITY_BASE << 8;
  for (let bank: u32 = 1; bank < 2; bank--) {
    let pending = load<u32>(CPU_SYSTEM_PENDING + (bank << 2)) & enabledSystem(bank);
    while (pending != 0) {
      let number = ctz<u32>(pending);
      let secure = targetOf(number, bank);
      let rank = exceptionRank(number, secure);
      if (rank < strongest || (rank == strongest && number < chosenNumber(best))) {
        strongest = rank;
        best = number | (secure << 16);
      }
      pending &= pending - 1;
    }
  }
  return strongestInterrupt(best, strongest);
}

function strongestInterrupt(bestSoFar: u32, rankSoFar: i32): u32 {
  let best = bestSoFar;
  let strongest = rankSoFar;
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let word: u32 = 0; word < words; word++) {
    let ready = load<u32>(CPU_INTERRUPT_PENDING + (word << 2)) & load<u32>(CPU_INTERRUPT_ENABLED + (word << 2));
    while (ready != 0) {
      let line = (word << 5) + ctz<u32>(ready);
      let secure = interruptTarget(line);
      let rank = exceptionRank(FIRST_INTERRUPT + line, secure);
      if (rank < strongest) {
        strongest = rank;
        best = (FIRST_INTERRUPT + line) | (secure << 16);
      }
      ready &= ready - 1;
    }
  }
  return best;
}

/**
 * System exceptions of a bank that may be taken: configurable faults where SHCSR enables them, HardFault_NS under
 * BFHFNMINS.
 */
function enabledSystem(bank: u32): u32 {
  let enables = load<u32>(CPU_SHCSR_ENABLES + (bank << 2));
  let mask: u32 = 0xffffff0f;
  if (!bank && !hasBfhfnmins()) mask &= ~(1 << EXCEPTION_HARD_FAULT);
  if (enables & 0x10000) mask |= 1 << EXCEPTION_MEM_MANAGE;
  if (enables & 0x20000) mask |= 1 << EXCEPTION_BUS_FAULT;
  if (enables & 0x40000) mask |= 1 << EXCEPTION_USAGE_FAULT;
  if (enables & 0x80000) mask |= 1 << EXCEPTION_SECURE_FAULT;
  return mask;
}
