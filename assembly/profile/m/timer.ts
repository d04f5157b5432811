/**
 * SysTick of both states and the DWT cycle counter, in processor cycles. A counting timer is kept as the cycle at which it next
 * reaches zero, so nothing happens per cycle. Its period is SYST_RVR + 1 counts (DDI 0553, B11).
 */
import {
  CPU_DEMCR,
  CPU_DWT_BASE,
  CPU_DWT_CTRL,
  CPU_DWT_CYCCNT_STOPPED,
  CPU_EXTRA_CYCLES,
  CPU_SYSTICK_CSR,
  CPU_SYSTICK_CVR,
  CPU_SYSTICK_REFERENCE_CYCLES,
  CPU_SYSTICK_RVR,
  CPU_SYSTICK_ZERO_HIGH,
  CPU_SYSTICK_ZERO_LOW,
  CPU_TICKS,
} from "../../gen/layout";
import { pendSystem } from "./interrupts";
import { EXCEPTION_SYSTICK } from "./priority";

export const SYSTICK_ENABLE: u32 = 1;
export const SYSTICK_TICKINT: u32 = 2;
export const SYSTICK_CLKSOURCE: u32 = 4;
export const SYSTICK_COUNTFLAG: u32 = 0x10000;

const NEVER: u64 = u64.MAX_VALUE;

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

/** Processor cycles per count; 0 while the timer has no clock. */
function cyclesPerCount(bank: u32): u64 {
  if (load<u32>(CPU_SYSTICK_CSR + bank) & SYSTICK_CLKSOURCE) return 1;
  return load<u32>(CPU_SYSTICK_REFERENCE_CYCLES);
}

export function resetTimers(): void {
  for (let bank: u32 = 0; bank < 8; bank += 4) {
    store<u32>(CPU_SYSTICK_CSR + bank, 0);
    store<u32>(CPU_SYSTICK_RVR + bank, 0);
    store<u32>(CPU_SYSTICK_CVR + bank, 0);
    setZeroAt(bank, NEVER);
  }
}

/** The earliest expiry of either timer. */
@inline
export function nextTimerCycle(): u64 {
  return min<u64>(zeroAt(0), zeroAt(4));
}

/** Every expiry up to now: COUNTFLAG, and the exception where TICKINT asks for it. */
export function advanceTimers(): void {
  let now = cycleNow();
  for (let secure: u32 = 0; secure < 2; secure++) {
    let bank = secure << 2;
    let zero = zeroAt(bank);
    if (zero > now) continue;
    let csr = load<u32>(CPU_SYSTICK_CSR + bank);
    store<u32>(CPU_SYSTICK_CSR + bank, csr | SYSTICK_COUNTFLAG);
    store<u32>(CPU_SYSTICK_CVR + bank, 0);
    if (csr & SYSTICK_TICKINT) pendSystem(EXCEPTION_SYSTICK, secure);
    let period = (u64(load<u32>(CPU_SYSTICK_RVR + bank)) + 1) * cyclesPerCount(bank);
    if (load<u32>(CPU_SYSTICK_RVR + bank) == 0) setZeroAt(bank, NEVER);
    else setZeroAt(bank, zero + ((now - zero) / period + 1) * period);
  }
}

/** SYST_CVR as it reads now. */
export function currentValue(bank: u32): u32 {
  let zero = zeroAt(bank);
  if (zero == NEVER) return load<u32>(CPU_SYSTICK_CVR + bank);
  let per = cyclesPerCount(bank);
  let counts = (zero - cycleNow() + per - 1) / per;
  return counts > u64(load<u32>(CPU_SYSTICK_RVR + bank)) && counts > u64(load<u32>(CPU_SYSTICK_CVR + bank)) ? 0 : u32(counts);
}

/** Start counting from `value`; from zero the next clock reloads first. */
function startFrom(bank: u32, value: u32): void {
  let per = cyclesPerCount(bank);
  let reload = load<u32>(CPU_SYSTICK_RVR + bank);
  if (per == 0 || (value == 0 && reload == 0)) {
    setZeroAt(bank, NEVER);
    return;
  }
  store<u32>(CPU_SYSTICK_CVR + bank, value);
  setZeroAt(bank, cycleNow() + (value == 0 ? u64(reload) + 1 : u64(value)) * per);
}

export function readControl(bank: u32): u32 {
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  store<u32>(CPU_SYSTICK_CSR + bank, csr & ~SYSTICK_COUNTFLAG);
  return csr;
}

export function writeControl(bank: u32, value: u32): void {
  let left = currentValue(bank);
  let csr = load<u32>(CPU_SYSTICK_CSR + bank);
  store<u32>(CPU_SYSTICK_CSR + bank, (csr & SYSTICK_COUNTFLAG) | (value & 7));
  if (((csr ^ value) & (SYSTICK_ENABLE | SYSTICK_CLKSOURCE)) == 0) return;
  setZeroAt(bank, NEVER);
  store<u32>(CPU_SYSTICK_CVR + bank, left);
  if (value & SYSTICK_ENABLE) startFrom(bank, left);
}

export function writeReload(bank: u32, value: u32): void {
  store<u32>(CPU_SYSTICK_RVR + bank, value & 0xffffff);
  let running = load<u32>(CPU_SYSTICK_CSR + bank) & SYSTICK_ENABLE;
  if (running && zeroAt(bank) == NEVER) startFrom(bank, 0);
}

/** Any write clears the counter and COUNTFLAG. */
export function clearCurrent(bank: u32): void {
  let csr = load<u32>(CPU_SYSTICK_CSR + bank) & ~SYSTICK_COUNTFLAG;
  store<u32>(CPU_SYSTICK_CSR + bank, csr);
  store<u32>(CPU_SYSTICK_CVR + bank, 0);
  if (csr & SYSTICK_ENABLE) startFrom(bank, 0);
}

@inline
function counting(): bool {
  return (load<u32>(CPU_DWT_CTRL) & 1) != 0 && (load<u32>(CPU_DEMCR) & 0x1000000) != 0;
}

export function readCycleCounter(): u32 {
  return counting() ? u32(cycleNow() - load<u64>(CPU_DWT_BASE)) : load<u32>(CPU_DWT_CYCCNT_STOPPED);
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
