/** Synchronous faults as values: what was found, to be taken by exceptions.ts once the instruction has stopped. */
import { SCRATCH_FAULT, SCRATCH_FAULT_ADDRESS } from "../../gen/layout";

/**
 * Added to a kind: the fault belongs to Secure state although Non-secure code runs (its access was made for Secure
 * state).
 */
export const FOR_SECURE: u32 = 0x100;

// UsageFault: number minus 1 is the bit in UFSR's order below.
export const FAULT_UNDEFINSTR: u32 = 1;
export const FAULT_INVSTATE: u32 = 2;
export const FAULT_INVPC: u32 = 3;
export const FAULT_NOCP: u32 = 4;
export const FAULT_STKOF: u32 = 5;
export const FAULT_UNALIGNED: u32 = 9;
export const FAULT_DIVBYZERO: u32 = 10;
// MemManage fault: number minus 16 is the bit in MMFSR.
export const FAULT_IACCVIOL: u32 = 16;
export const FAULT_DACCVIOL: u32 = 17;
export const FAULT_MUNSTKERR: u32 = 19;
export const FAULT_MSTKERR: u32 = 20;
export const FAULT_MLSPERR: u32 = 21;
// BusFault: number minus 32 is the bit in BFSR.
export const FAULT_IBUSERR: u32 = 32;
export const FAULT_PRECISERR: u32 = 33;
export const FAULT_UNSTKERR: u32 = 35;
export const FAULT_STKERR: u32 = 36;
export const FAULT_LSPERR: u32 = 37;
// SecureFault: number minus 48 is the bit in SFSR.
export const FAULT_INVEP: u32 = 48;
export const FAULT_INVIS: u32 = 49;
export const FAULT_INVER: u32 = 50;
export const FAULT_AUVIOL: u32 = 51;
export const FAULT_INVTRAN: u32 = 52;
/** SFSR.LSPERR: the attribution forbids where lazy preservation writes. */
export const FAULT_LAZY_AUVIOL: u32 = 53;
export const FAULT_LSERR: u32 = 55;
// Not faults, but taken the same way.
export const FAULT_SUPERVISOR_CALL: u32 = 64;
export const FAULT_BREAKPOINT: u32 = 65;
/** What stopped the instruction is pending already. */
export const FAULT_PENDED: u32 = 66;


@inline
export function raise(kind: u32, address: u32): void {
  store<u32>(SCRATCH_FAULT, kind);
  store<u32>(SCRATCH_FAULT_ADDRESS, address);
}

export function undefinedInstruction(): void {
  raise(FAULT_UNDEFINSTR, 0);
}

export function raiseInvalidState(): void {
  raise(FAULT_INVSTATE, 0);
}
