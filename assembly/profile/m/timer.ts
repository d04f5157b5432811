/**
 * SysTick of both states and the DWT cycle counter, in processor cycles (DDI 0553, B11 and B12). A counting timer is
 * kept as the cycle at which it next reaches zero, so nothing happens per cycle; from zero to zero it takes SYST_RVR +
 * 1 counts. Only a timer with TICKINT is waited for: COUNTFLAG of the others is found out when somebody looks.
 */
import {
  CPU_ANCHOR_BEAT,
  CPU_ANCHOR_CYCLE,
  CPU_BEATS_PER_CYCLE,
  CPU_DEMCR,
  CPU_DWT_BASE,
  CPU_DWT_CTRL,
  CPU_DWT_CYCCNT_STOPPED,
  CPU_EXTRA_CYCLES,
  CPU_SYSTICK_CSR,
  CPU_SYSTICK_CVR,
  CPU_SYSTICK_CYCLES_PER_COUNT,
  CPU_SYSTICK_REFERENCE_CYCLES,
  CPU_SYSTICK_RVR,
  CPU_SYSTICK_ZERO_HIGH,
  CPU_SYSTICK_ZERO_LOW,
  CPU_TICKS,
} from "../../gen/layout";
import { pendSystem } from "./interrupts";
import { EXCEPTION_SYSTICK } from "./priority";

const ENABLE: u32 = 1;
const TICKINT: u32 = 2;
const CLKSOURCE: u32 = 4;
const COUNTFLAG: u32 = 0x10000;
const TRCENA: u32 = 0x1000000;
const CYCCNTENA: u32 = 1;

const NEVER: u64 = u64.MAX_VALUE;
/** In CPU_SYSTICK_CVR of a counting timer: it has not stood at zero in this lap. */
const NO_ZERO_IN_LAP: u32 = 0xffffffff;

/** Processor cycles since reset. */
@inline
export function cycleNow(): u64 {
  return load<u64>(CPU_TICKS) + load<u64>(CPU_EXTRA_CYCLES);
}


@inline
function zeroAt(bank: u32): u64 {
  return u64(load<u32>(CPU_SYSTICK_ZERO_LOW + bank)) | (u64(load<u32>(CPU_SYSTICK_ZERO_HIGH + bank)) << 32);
}

function setZeroAt(bank: u32, cycle: u64): void {
  store<u32>(CPU_SYSTICK_ZERO_LOW + bank, u32(cycle));
  store<u32>(CPU_SYSTICK_ZERO_HIGH + bank, u32(cycle >>> 32));
}

/** Cycles per count that the registers ask for; 0 while the timer is off or has no clock. */
@inline
function wantedCyclesPerCount(bank: u32): u32 {
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  if ((csr & ENABLE) == 0) return 0;
  return csr & CLKSOURCE ? 1 : load<u32>(CPU_SYSTICK_REFERENCE_CYCLES);
}

export function resetTimers(): void {
  for (let bank: u32 = 0; bank < 8; bank += 4) {
    store<u32>(CPU_SYSTICK_CSR + bank, 0);
    store<u32>(CPU_SYSTICK_RVR + bank, 0);
    store<u32>(CPU_SYSTICK_CVR + bank, 0);
    store<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank, 0);
    setZeroAt(bank, NEVER);
  }
}

/** The earliest expiry that raises SysTick in either state. */
export function nextTimerCycle(): u64 {
  let next = NEVER;
  for (let bank: u32 = 0; bank < 8; bank += 4) {
    if (wantedCyclesPerCount(bank) != load<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank)) follow(bank);
    if (load<u32>(CPU_SYSTICK_CSR + bank) & TICKINT) next = min<u64>(next, zeroAt(bank));
  }
  return next;
}

/** Every expiry up to now: COUNTFLAG, and the exception where TICKINT asks for it. */
export function advanceTimers(): void {
  follow(0);
  follow(4);
}

/**
 * Let cycles pass without instructions, where they are over before the moment `beat`; else nothing happens, and the
 * answer is false. Beats are whole numbers below 2^53, or infinite.
 */
export function passCyclesBefore(cycles: f64, beat: f64): bool {
  let since = cycleNow() + u64(cycles) - load<u64>(CPU_ANCHOR_CYCLE);
  let then = load<u64>(CPU_ANCHOR_BEAT) + since * u64(load<u32>(CPU_BEATS_PER_CYCLE));
  if (f64(then) >= beat) return false;
  store<u64>(CPU_EXTRA_CYCLES, load<u64>(CPU_EXTRA_CYCLES) + u64(cycles));
  advanceTimers();
  return true;
}

/** Brings a timer up to the present: expiries that have passed, and a clock that has changed. */
function follow(bank: u32): void {
  let now = cycleNow();
  let zero = zeroAt(bank);
  let perCount = load<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank);
  if (zero <= now) expire(bank, zero, now, perCount);
  let wanted = wantedCyclesPerCount(bank);
  if (wanted == perCount) return;
  let value = valueAt(bank, now);
  store<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank, wanted);
  start(bank, value, now);
}

function expire(bank: u32, zero: u64, now: u64, perCount: u32): void {
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  store<u32>(CPU_SYSTICK_CSR + bank, csr | COUNTFLAG);
  if (csr & TICKINT) pendSystem(EXCEPTION_SYSTICK, bank >>> 2);
  let reload = load<u32>(CPU_SYSTICK_RVR + bank);
  if (reload == 0) {
    stopAt(bank, 0);
    return;
  }
  let lap = u64(reload + 1) * u64(perCount);
  store<u32>(CPU_SYSTICK_CVR + bank, reload + 1);
  setZeroAt(bank, zero + ((now - zero) / lap + 1) * lap);
}

function stopAt(bank: u32, value: u32): void {
  store<u32>(CPU_SYSTICK_CVR + bank, value);
  setZeroAt(bank, NEVER);
}

/** Go on from `value` under the clock that holds; from zero the next count loads the reload value. */
function start(bank: u32, value: u32, now: u64): void {
  let perCount = u64(load<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank));
  let reload = load<u32>(CPU_SYSTICK_RVR + bank);
  if (perCount == 0 || (value == 0 && reload == 0)) {
    stopAt(bank, value);
    return;
  }
  store<u32>(CPU_SYSTICK_CVR + bank, value == 0 ? reload + 1 : NO_ZERO_IN_LAP);
  setZeroAt(bank, now + u64(value == 0 ? reload + 1 : value) * perCount);
}

function valueAt(bank: u32, now: u64): u32 {
  let zero = zeroAt(bank);
  let known = load<u32>(CPU_SYSTICK_CVR + bank);
  if (zero == NEVER) return known;
  let perCount = u64(load<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank));
  let left = u32((zero - now + perCount - 1) / perCount);
  return left == known ? 0 : left;
}

/** SYST_CVR as it reads now. */
export function currentValue(bank: u32): u32 {
  follow(bank);
  return valueAt(bank, cycleNow());
}

/** SYST_CSR; COUNTFLAG is cleared by the reading. */
export function readControl(bank: u32): u32 {
  follow(bank);
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  store<u32>(CPU_SYSTICK_CSR + bank, csr & ~COUNTFLAG);
  return csr;
}

export function writeControl(bank: u32, value: u32): void {
  follow(bank);
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  store<u32>(CPU_SYSTICK_CSR + bank, (csr & COUNTFLAG) | (value & (ENABLE | TICKINT | CLKSOURCE)));
  follow(bank);
}

/** A new reload value holds from the next reload on; a counter that stands at zero has that still before it. */
export function writeReload(bank: u32, value: u32): void {
  follow(bank);
  let now = cycleNow();
  let standing = load<u32>(CPU_SYSTICK_CYCLES_PER_COUNT + bank) != 0 && valueAt(bank, now) == 0;
  store<u32>(CPU_SYSTICK_RVR + bank, value & 0xffffff);
  if (standing) start(bank, 0, now);
}

/** Any write clears the counter and COUNTFLAG, and raises nothing. */
export function clearCurrent(bank: u32): void {
  follow(bank);
  store<u32>(CPU_SYSTICK_CSR + bank, load<u32>(CPU_SYSTICK_CSR + bank) & ~COUNTFLAG);
  start(bank, 0, cycleNow());
}


@inline
function isCounting(): bool {
  return (load<u32>(CPU_DWT_CTRL) & CYCCNTENA) != 0 && (load<u32>(CPU_DEMCR) & TRCENA) != 0;
}

export function readCycleCounter(): u32 {
  return isCounting() ? u32(cycleNow() - load<u64>(CPU_DWT_BASE)) : load<u32>(CPU_DWT_CYCCNT_STOPPED);
}

export function writeCycleCounter(value: u32): void {
  store<u32>(CPU_DWT_CYCCNT_STOPPED, value);
  store<u64>(CPU_DWT_BASE, cycleNow() - u64(value));
}

/** DWT_CTRL and DEMCR start and stop the counter without losing its value. */
export function writeCounterControl(cell: u32, value: u32): void {
  let before = readCycleCounter();
  store<u32>(cell, value);
  writeCycleCounter(before);
}
