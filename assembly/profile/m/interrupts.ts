/** NVIC: lines, pending, enables, targets; and what wakes a sleeping processor. */
import {
  BOARD_INTERRUPT_LINES,
  CPU_EVENT_REGISTER,
  CPU_INTERRUPT_ACTIVE,
  CPU_INTERRUPT_LEVEL,
  CPU_INTERRUPT_PENDING,
  CPU_INTERRUPT_TARGET,
  CPU_PRIMASK,
  CPU_RECHECK,
  CPU_SCR,
  CPU_SLEEPING,
  CPU_SYSTEM_ACTIVE,
  CPU_SYSTEM_PENDING,
  SCRATCH_RESYNC,
} from "../../gen/layout";
import {
  FIRST_INTERRUPT,
  chosenNumber,
  chosenSecure,
  exceptionPriority,
  executionPriority,
  strongestPending,
} from "./priority";

const SEVONPEND: u32 = 0x10;

/** Something changed that may let an exception in: look again before the next instruction. */
export function recheck(): void {
  store<u32>(CPU_RECHECK, 1);
  store<u32>(SCRATCH_RESYNC, 1);
}

@inline
function word(base: u32, line: u32): u32 {
  return base + ((line >>> 5) << 2);
}

/** A pend under SEVONPEND is an event for WFE. */
function noticePend(): void {
  if ((load<u32>(CPU_SCR) | load<u32>(CPU_SCR + 4)) & SEVONPEND) store<u32>(CPU_EVENT_REGISTER, 1);
  recheck();
}

/** Level of an external line, as the devices drive it. A rising line pends; a line that stays high pends again after its return. */
export function setLine(line: u32, level: u32): void {
  if (line >= load<u32>(BOARD_INTERRUPT_LINES)) return;
  let bit: u32 = 1 << (line & 31);
  let levels = word(CPU_INTERRUPT_LEVEL, line);
  let before = load<u32>(levels);
  store<u32>(levels, level ? before | bit : before & ~bit);
  if (!level || (before & bit) != 0 || load<u32>(word(CPU_INTERRUPT_ACTIVE, line)) & bit) return;
  setPending(line);
}

export function setPending(line: u32): void {
  let cell = word(CPU_INTERRUPT_PENDING, line);
  let bit: u32 = 1 << (line & 31);
  if (load<u32>(cell) & bit) return;
  store<u32>(cell, load<u32>(cell) | bit);
  noticePend();
}

/** Clearing has no effect while the line is high and its exception not active: a level pends at once again. */
export function clearPending(line: u32): void {
  let bit: u32 = 1 << (line & 31);
  if (load<u32>(word(CPU_INTERRUPT_LEVEL, line)) & bit && !(load<u32>(word(CPU_INTERRUPT_ACTIVE, line)) & bit)) return;
  let cell = word(CPU_INTERRUPT_PENDING, line);
  store<u32>(cell, load<u32>(cell) & ~bit);
  recheck();
}

export function pendSystem(number: u32, secure: u32): void {
  let cell = CPU_SYSTEM_PENDING + (secure << 2);
  let before = load<u32>(cell);
  store<u32>(cell, before | (1 << number));
  if ((before >>> number) & 1) recheck();
  else noticePend();
}

export function unpendSystem(number: u32, secure: u32): void {
  let cell = CPU_SYSTEM_PENDING + (secure << 2);
  store<u32>(cell, load<u32>(cell) & ~(1 << number));
  recheck();
}

/** Whether the exception is active and belongs to that state. */
export function isActive(number: u32, secure: u32): bool {
  if (number >= FIRST_INTERRUPT) {
    let line = number - FIRST_INTERRUPT;
    let bit: u32 = 1 << (line & 31);
    let owner = u32((load<u32>(word(CPU_INTERRUPT_TARGET, line)) & bit) == 0);
    return owner == secure && (load<u32>(word(CPU_INTERRUPT_ACTIVE, line)) & bit) != 0;
  }
  return (load<u32>(CPU_SYSTEM_ACTIVE + (secure << 2)) & (1 << number)) != 0;
}

/** The exception is taken: active, no longer pending. */
export function activate(number: u32, secure: u32): void {
  if (number >= FIRST_INTERRUPT) {
    let line = number - FIRST_INTERRUPT;
    let bit: u32 = 1 << (line & 31);
    let active = word(CPU_INTERRUPT_ACTIVE, line);
    let pending = word(CPU_INTERRUPT_PENDING, line);
    store<u32>(active, load<u32>(active) | bit);
    store<u32>(pending, load<u32>(pending) & ~bit);
    return;
  }
  let active = CPU_SYSTEM_ACTIVE + (secure << 2);
  let pending = CPU_SYSTEM_PENDING + (secure << 2);
  store<u32>(active, load<u32>(active) | (1 << number));
  store<u32>(pending, load<u32>(pending) & ~(1 << number));
}

/** The exception is over; a line that is still high pends again. */
export function deactivate(number: u32, secure: u32): void {
  if (number >= FIRST_INTERRUPT) {
    let line = number - FIRST_INTERRUPT;
    let bit: u32 = 1 << (line & 31);
    let active = word(CPU_INTERRUPT_ACTIVE, line);
    store<u32>(active, load<u32>(active) & ~bit);
    if (load<u32>(word(CPU_INTERRUPT_LEVEL, line)) & bit) setPending(line);
    return;
  }
  let active = CPU_SYSTEM_ACTIVE + (secure << 2);
  store<u32>(active, load<u32>(active) & ~(1 << number));
}

/** How many exceptions are active: 0 in Thread mode at base level. */
export function activeCount(): u32 {
  let count = popcnt<u32>(load<u32>(CPU_SYSTEM_ACTIVE)) + popcnt<u32>(load<u32>(CPU_SYSTEM_ACTIVE + 4));
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let index: u32 = 0; index < words; index++) count += popcnt<u32>(load<u32>(CPU_INTERRUPT_ACTIVE + (index << 2)));
  return count;
}

/** ICSR.ISRPENDING: an external interrupt is pending, enabled or not. */
export function anyInterruptPending(): bool {
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let index: u32 = 0; index < words; index++) if (load<u32>(CPU_INTERRUPT_PENDING + (index << 2)) != 0) return true;
  return false;
}

/** A pending exception strong enough to preempt now, as strongestPending; else 0. */
export function takeable(): u32 {
  let chosen = strongestPending();
  if (chosen == 0) return 0;
  let group = exceptionPriority(chosenNumber(chosen), chosenSecure(chosen), false);
  return group < executionPriority() ? chosen : 0;
}

/** WFI wakes for what would preempt if PRIMASK were clear; WFE also for events (DDI 0553, WaitForInterrupt, WaitForEvent). */
export function wakeup(): bool {
  if (load<u32>(CPU_SLEEPING) == 2 && load<u32>(CPU_EVENT_REGISTER) != 0) {
    store<u32>(CPU_EVENT_REGISTER, 0);
    return true;
  }
  let chosen = strongestPending();
  if (chosen == 0) return false;
  let group = exceptionPriority(chosenNumber(chosen), chosenSecure(chosen), false);
  if (group < executionPriority()) return true;
  if (load<u32>(CPU_SLEEPING) == 2) return false;
  let masks = load<u64>(CPU_PRIMASK);
  store<u64>(CPU_PRIMASK, 0);
  let unmasked = executionPriority();
  store<u64>(CPU_PRIMASK, masks);
  return group < unmasked;
}
