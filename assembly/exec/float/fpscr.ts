/** FPSCR: what it asks of arithmetic, and the cumulative bits that arithmetic leaves there (DDI 0553, FPSCR). */
import { CPU_FPSCR } from "../../gen/layout";

export const INVALID: u32 = 0x01;
export const DIVIDE_BY_ZERO: u32 = 0x02;
export const OVERFLOW: u32 = 0x04;
export const UNDERFLOW: u32 = 0x08;
export const INEXACT: u32 = 0x10;
export const INPUT_DENORMAL: u32 = 0x80;

export const RMODE: u32 = 0xc00000;
export const FLUSH_TO_ZERO: u32 = 0x1000000;
export const DEFAULT_NAN: u32 = 0x2000000;
export const ALTERNATIVE_HALF: u32 = 0x4000000;

/** Rounding modes: those of FPSCR.RMode, and the one that instructions alone can ask for. */
export const TO_NEAREST: u32 = 0;
export const UP: u32 = 1;
export const DOWN: u32 = 2;
export const TO_ZERO: u32 = 3;
export const NEAREST_AWAY: u32 = 4;


@inline
export function fpscr(): u32 {
  return load<u32>(CPU_FPSCR);
}


@inline
export function roundingMode(): u32 {
  return (load<u32>(CPU_FPSCR) >>> 22) & 3;
}

/** Sets cumulative bits. */
@inline
export function tell(bits: u32): void {
  store<u32>(CPU_FPSCR, load<u32>(CPU_FPSCR) | bits);
}
