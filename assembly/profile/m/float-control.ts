/**
 * FPCCR and the floating-point bits of CONTROL: whether there is a context, whose it is, whether a frame waits for it;
 * and how a context lies in memory.
 */
import { CPU_CONTROL, CPU_FPCCR, CPU_FPSCR, CPU_S } from "../../gen/layout";

// CONTROL, both kept in the Secure bank.
export const FPCA: u32 = 4;
export const SFPA: u32 = 8;

// FPCCR. LSPACT, USER, THREAD, MMRDY, SPLIMVIOL, UFRDY and ASPEN are banked; the others are kept in the Secure bank.
export const LSPACT: u32 = 0x1;
export const USER: u32 = 0x2;
/** FPCCR.S: the context, or the frame that waits for it, is of Secure state. */
export const OWNED_BY_SECURE: u32 = 0x4;
export const THREAD: u32 = 0x8;
export const HFRDY: u32 = 0x10;
export const MMRDY: u32 = 0x20;
export const BFRDY: u32 = 0x40;
export const SFRDY: u32 = 0x80;
export const MONRDY: u32 = 0x100;
export const SPLIMVIOL: u32 = 0x200;
export const UFRDY: u32 = 0x400;
export const TS: u32 = 0x4000000;
export const CLRONRETS: u32 = 0x8000000;
export const CLRONRET: u32 = 0x10000000;
export const LSPENS: u32 = 0x20000000;
export const LSPEN: u32 = 0x40000000;
export const ASPEN: u32 = 0x80000000;

/** Bits of FPSCR that exist. */
export const FPSCR_BITS: u32 = 0xf7c0009f;

/** CONTROL with the bits that both states share. */
@inline
export function floatActive(): u32 {
  return load<u32>(CPU_CONTROL + 4);
}

export function setFloatActive(bits: u32, value: u32): void {
  store<u32>(CPU_CONTROL + 4, (load<u32>(CPU_CONTROL + 4) & ~bits) | value);
}

/** FPCCR of a security state; bits that are not banked are in that of Secure state. */
@inline
export function contextControl(secure: u32): u32 {
  return load<u32>(CPU_FPCCR + (secure << 2));
}

export function setContextControl(secure: u32, bits: u32, value: u32): void {
  let cell = CPU_FPCCR + (secure << 2);
  store<u32>(cell, (load<u32>(cell) & ~bits) | value);
}

/** Security state that FPCCR.S names. */
@inline
export function contextOwner(): u32 {
  return (contextControl(1) & OWNED_BY_SECURE) >>> 2;
}

/** S0 up to `count` registers, and FPSCR, become zero. */
export function clearRegisters(count: u32): void {
  memory.fill(CPU_S, 0, count << 2);
  store<u32>(CPU_FPSCR, 0);
}

/** How a context lies in memory: S0-S15, FPSCR, a word that is left alone, and S16-S31 where they are kept. */
export const FPSCR_OFFSET: u32 = 0x40;
const UPPER_OFFSET: u32 = 0x48;


@inline
export function placeOf(register: u32): u32 {
  return register < 16 ? register << 2 : UPPER_OFFSET + ((register - 16) << 2);
}

/** Registers that are kept of a context of state `secure`: all 32 where FPCCR.TS treats the upper ones as Secure. */
export function registersKept(secure: u32): u32 {
  return secure != 0 && (contextControl(1) & TS) != 0 ? 32 : 16;
}
