/** Bit patterns of singles: their parts, their kinds, what becomes of NaNs (DDI 0553, FPUnpack, FPProcessNaN). */
import { DEFAULT_NAN, FLUSH_TO_ZERO, INPUT_DENORMAL, INVALID, fpscr, tell } from "./fpscr";

export const SIGN: u32 = 0x80000000;
export const INFINITY_BITS: u32 = 0x7f800000;
export const GREATEST: u32 = 0x7f7fffff;
export const DEFAULT: u32 = 0x7fc00000;
const QUIET: u32 = 0x400000;
const FRACTION: u32 = 0x7fffff;
const HIDDEN: u32 = 0x800000;


@inline
export function signOf(a: u32): u32 {
  return a & SIGN;
}


@inline
export function magnitude(a: u32): u32 {
  return a & ~SIGN;
}


@inline
export function isNaN32(a: u32): bool {
  return magnitude(a) > INFINITY_BITS;
}


@inline
export function isInfinity(a: u32): bool {
  return magnitude(a) == INFINITY_BITS;
}


@inline
export function isZero(a: u32): bool {
  return a << 1 == 0;
}


@inline
export function isSignalling(a: u32): bool {
  return isNaN32(a) && (a & QUIET) == 0;
}

/** Exponent of the leading bit of a number other than zero. */
export function exponentOf(a: u32): i32 {
  let exponent = i32((a >>> 23) & 0xff);
  return exponent != 0 ? exponent - 127 : -118 - i32(clz<u32>(a & FRACTION));
}

/** The 24 bits from the leading one on, of a number other than zero: the number is this times 2^(exponent - 23). */
export function significandOf(a: u32): u32 {
  let fraction = a & FRACTION;
  if ((a & INFINITY_BITS) != 0) return fraction | HIDDEN;
  let leading = clz<u32>(fraction);
  return fraction << (leading - 8);
}

/** The operand as arithmetic sees it: a denormal is zero where FPSCR.FZ says so. */
export function operand(a: u32): u32 {
  if ((a & INFINITY_BITS) != 0 || (a & FRACTION) == 0 || (fpscr() & FLUSH_TO_ZERO) == 0) return a;
  tell(INPUT_DENORMAL);
  return signOf(a);
}

/** The result of an operation that has none. */
export function invalid(): u32 {
  tell(INVALID);
  return DEFAULT;
}

/** FPProcessNaN(): what a NaN operand makes of the result. */
export function passNaN(a: u32): u32 {
  if ((a & QUIET) == 0) tell(INVALID);
  return fpscr() & DEFAULT_NAN ? DEFAULT : a | QUIET;
}

/** FPProcessNaNs() where one of the two is a NaN: a signalling one goes first. */
export function passNaNs(a: u32, b: u32): u32 {
  if (isSignalling(a)) return passNaN(a);
  if (isSignalling(b)) return passNaN(b);
  return passNaN(isNaN32(a) ? a : b);
}
