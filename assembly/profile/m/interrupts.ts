/** Pending and active exceptions: the NVIC's lines, the system exceptions, and what wakes a sleeping processor. */
import {
  BOARD_INTERRUPT_LINES,
  CPU_EVENT_REGISTER,
  CPU_INTERRUPT_ACTIVE,
  CPU_INTERRUPT_LEVEL,
  CPU_INTERRUPT_PENDING,
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
  homeBank,
  interruptTarget,
  strongestPending,
  targetOf,
  unmaskedPriority,
} from "./priority";

const SEVONPEND: u32 = 0x10;
const ASLEEP_FOR_EVENT: u32 = 2;

/** Something changed that may let an exception in: look again before the next instruction. */
export function recheck(): void {
  store<u32>(CPU_RECHECK, 1);
  store<u32>(SCRATCH_RESYNC, 1);
}


@inline
function word(base: u32, line: u32): u32 {
  return base + ((line >>> 5) << 2);
}


@inline
function bitOf(cell: u32, bit: u32): bool {
  return ((load<u32>(cell) >>> (bit & 31)) & 1) != 0;
}


@inline
function setBit(cell: u32, bit: u32): void {
  store<u32>(cell, load<u32>(cell) | (1 << (bit & 31)));
}


@inline
function clearBit(cell: u32, bit: u32): void {
  store<u32>(cell, load<u32>(cell) & ~(1 << (bit & 31)));
}

/** An exception has become pending: under SEVONPEND of its state, enabled or not, that is an event for WFE. */
function noticePend(secure: u32): void {
  if (load<u32>(CPU_SCR + (secure << 2)) & SEVONPEND) store<u32>(CPU_EVENT_REGISTER, 1);
  recheck();
}

/** A mask has changed: only what is pending already could be let in by that. */
export function recheckPending(): void {
  if ((load<u32>(CPU_SYSTEM_PENDING) | load<u32>(CPU_SYSTEM_PENDING + 4)) != 0 || anyInterruptPending()) recheck();
}

/**
 * Level of an external line, as the devices drive it. A rising line pends; one that stays high pends again after its
 * return.
 */
export function setLine(line: u32, level: u32): void {
  if (line >= load<u32>(BOARD_INTERRUPT_LINES)) return;
  let levels = word(CPU_INTERRUPT_LEVEL, line);
  let before = bitOf(levels, line);
  if (!level) {
    clearBit(levels, line);
    return;
  }
  setBit(levels, line);
  if (!before) setPending(line);
}

export function setPending(line: u32): void {
  let cell = word(CPU_INTERRUPT_PENDING, line);
  if (bitOf(cell, line)) return;
  setBit(cell, line);
  noticePend(interruptTarget(line));
}

/** Clearing has no effect while the line is high and its exception not active: the level pends it at once again. */
export function clearPending(line: u32): void {
  if (bitOf(word(CPU_INTERRUPT_LEVEL, line), line) && !bitOf(word(CPU_INTERRUPT_ACTIVE, line), line)) return;
  clearBit(word(CPU_INTERRUPT_PENDING, line), line);
  recheck();
}

/** Pend a system exception for state `secure`. */
export function pendSystem(number: u32, secure: u32): void {
  let cell = CPU_SYSTEM_PENDING + (homeBank(number, secure) << 2);
  if (bitOf(cell, number)) return;
  setBit(cell, number);
  noticePend(secure);
}

export function unpendSystem(number: u32, secure: u32): void {
  clearBit(CPU_SYSTEM_PENDING + (homeBank(number, secure) << 2), number);
  recheck();
}

/** Whether an exception is active, and taken by state `secure` as things stand (DDI 0553, IsActiveForState). */
export function isActive(number: u32, secure: u32): bool {
  if (number >= FIRST_INTERRUPT) {
    let line = number - FIRST_INTERRUPT;
    if (line >= load<u32>(BOARD_INTERRUPT_LINES)) return false;
    return bitOf(word(CPU_INTERRUPT_ACTIVE, line), line) && interruptTarget(line) == secure;
  }
  let bank = homeBank(number, secure);
  return bitOf(CPU_SYSTEM_ACTIVE + (bank << 2), number) && targetOf(number, bank) == secure;
}

/** The exception is taken: active, no longer pending. */
export function activate(number: u32, secure: u32): void {
  if (number >= FIRST_INTERRUPT) {
    let line = number - FIRST_INTERRUPT;
    setBit(word(CPU_INTERRUPT_ACTIVE, line), line);
    clearBit(word(CPU_INTERRUPT_PENDING, line), line);
    return;
  }
  let bank = homeBank(number, secure) << 2;
  setBit(CPU_SYSTEM_ACTIVE + bank, number);
  clearBit(CPU_SYSTEM_PENDING + bank, number);
}

/** The exception of that state is over; a line that is still high pends again. The other state's stay. */
export function deactivate(number: u32, secure: u32): void {
  if (!isActive(number, secure)) return;
  if (number < FIRST_INTERRUPT) {
    clearBit(CPU_SYSTEM_ACTIVE + (homeBank(number, secure) << 2), number);
    return;
  }
  let line = number - FIRST_INTERRUPT;
  clearBit(word(CPU_INTERRUPT_ACTIVE, line), line);
  if (bitOf(word(CPU_INTERRUPT_LEVEL, line), line)) setPending(line);
}

/** How many exceptions are active: 0 in Thread mode at base level. */
export function activeCount(): u32 {
  let count = popcnt<u32>(load<u32>(CPU_SYSTEM_ACTIVE)) + popcnt<u32>(load<u32>(CPU_SYSTEM_ACTIVE + 4));
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let index: u32 = 0; index < words; index++) count += popcnt<u32>(load<u32>(CPU_INTERRUPT_ACTIVE + (index << 2)));
  return count;
}

/** Whether any external interrupt is pending, enabled or not. */
export function anyInterruptPending(): bool {
  let words = (load<u32>(BOARD_INTERRUPT_LINES) + 31) >>> 5;
  for (let index: u32 = 0; index < words; index++) {
    if (load<u32>(CPU_INTERRUPT_PENDING + (index << 2)) != 0) return true;
  }
  return false;
}

/** A pending exception strong enough to preempt now, as strongestPending; else 0. */
export function takeable(): u32 {
  let chosen = strongestPending();
  if (chosen == 0) return 0;
  return exceptionPriority(chosenNumber(chosen), chosenSecure(chosen)) < executionPriority() ? chosen : 0;
}

/**
 * WFI wakes for what would preempt if PRIMASK were clear, WFE for events and for what preempts as things stand (DDI
 * 0553, WaitForInterrupt and WaitForEvent). The event is used up.
 */
export function wakeup(): bool {
  let forEvent = load<u32>(CPU_SLEEPING) == ASLEEP_FOR_EVENT;
  if (forEvent && load<u32>(CPU_EVENT_REGISTER) != 0) {
    store<u32>(CPU_EVENT_REGISTER, 0);
    return true;
  }
  let chosen = strongestPending();
  if (chosen == 0) return false;
  let current = forEvent ? executionPriority() : unmaskedPriority();
  return exceptionPriority(chosenNumber(chosen), chosenSecure(chosen)) < current;
}
