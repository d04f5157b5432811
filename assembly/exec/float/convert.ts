/**
 * Between floating point and integers, fixed-point numbers, half precision (DDI 0553, FPRoundInt, FPToFixed, FixedToFP,
 * FPConvert). Arguments as src/isa/ir.ts lists them.
 */
import { ALTERNATIVE_HALF, DEFAULT_NAN, INEXACT, INVALID, TO_ZERO, fpscr, tell } from "./fpscr";
import {
  INFINITY_BITS,
  SIGN,
  exponentOf,
  isInfinity,
  isNaN32,
  isSignalling,
  isZero,
  operand,
  passNaN,
  signOf,
  significandOf,
} from "./number";
import { roundHalf, roundSingle, roundsUp } from "./round";

/** Bits of a format beside the number of fraction bits. */
export const FRACTION_BITS: u32 = 63;
export const SHORT: u32 = 64;
export const UNSIGNED: u32 = 128;

/** Beyond these distances of the binary point all is lost, or nothing fits. */
const MOST_LOST: i32 = 26;
const MOST_GAINED: i32 = 39;

/** Magnitude of significand * 2^scale as an integer; tells nothing. The significand has 24 bits. */
function integral(sign: u32, significand: u32, scale: i32, mode: u32): u64 {
  if (scale >= 0) return u64(significand) << min<i32>(scale, MOST_GAINED);
  let cut = min<i32>(-scale, MOST_LOST);
  let unit: u64 = (1 as u64) << cut;
  let whole = significand >>> cut;
  let lost = u64(significand) & (unit - 1);
  return u64(whole) + u64(roundsUp(mode, sign, whole & 1, lost, unit >>> 1));
}


@inline
function isIntegral(significand: u32, scale: i32): bool {
  return scale >= 0 || (scale > -MOST_LOST && (significand & ((1 << -scale) - 1)) == 0);
}

export function floatRoundInt(a: u32, mode: u32, tellInexact: u32): u32 {
  let x = operand(a);
  if (isNaN32(x)) return passNaN(x);
  if (isInfinity(x) || isZero(x)) return x;
  let significand = significandOf(x);
  let scale = exponentOf(x) - 23;
  if (isIntegral(significand, scale)) return x;
  if (tellInexact) tell(INEXACT);
  let whole = integral(signOf(x), significand, scale, mode);
  return whole == 0 ? signOf(x) : roundSingle(signOf(x), 0, whole, TO_ZERO);
}

export function floatToFixedExactly(a: u32, format: u32, mode: u32): u32 {
  let x = operand(a);
  if (isZero(x)) return 0;
  if (isNaN32(x)) {
    tell(INVALID);
    return 0;
  }
  let sign = signOf(x);
  let most = greatest(format, sign);
  let significand = significandOf(x);
  let scale = exponentOf(x) - 23 + i32(format & FRACTION_BITS);
  let whole = integral(sign, significand, scale, mode);
  if (isInfinity(x) || whole > most) {
    tell(INVALID);
    whole = most;
  } else if (!isIntegral(significand, scale)) tell(INEXACT);
  return sign ? 0 - u32(whole) : u32(whole);
}

/** Greatest magnitude of this sign that the format has. */
@inline
function greatest(format: u32, sign: u32): u64 {
  let bits: u64 = format & SHORT ? 16 : 32;
  if (format & UNSIGNED) return sign ? 0 : ((1 as u64) << bits) - 1;
  return ((1 as u64) << (bits - 1)) - u64(sign == 0);
}

export function fixedToFloatExactly(value: u32, format: u32, mode: u32): u32 {
  let integer = format & SHORT ? (format & UNSIGNED ? value & 0xffff : u32(i32(i16(value)))) : value;
  if (integer == 0) return 0;
  let sign: u32 = format & UNSIGNED ? 0 : integer & SIGN;
  let whole: u32 = sign ? 0 - integer : integer;
  return roundSingle(sign, -i32(format & FRACTION_BITS), whole, mode);
}

export function halfToSingle(half: u32): u32 {
  let sign = (half & 0x8000) << 16;
  let exponent = (half >>> 10) & 31;
  let fraction = half & 0x3ff;
  if (exponent == 31 && (fpscr() & ALTERNATIVE_HALF) == 0) {
    let special = sign | INFINITY_BITS | (fraction << 13);
    return fraction == 0 ? special : passNaN(special);
  }
  if (exponent != 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  return fraction == 0 ? sign : roundSingle(sign, -24, fraction, TO_ZERO);
}

export function singleToHalf(a: u32): u32 {
  let x = operand(a);
  let sign = signOf(x) >>> 16;
  let alternative = (fpscr() & ALTERNATIVE_HALF) != 0;
  if (isNaN32(x)) {
    if (alternative || isSignalling(x)) tell(INVALID);
    if (alternative) return sign;
    return fpscr() & DEFAULT_NAN ? 0x7e00 : sign | 0x7e00 | ((x >>> 13) & 0x1ff);
  }
  if (isInfinity(x)) {
    if (alternative) tell(INVALID);
    return sign | (alternative ? 0x7fff : 0x7c00);
  }
  return isZero(x) ? sign : roundHalf(signOf(x), exponentOf(x) - 23, significandOf(x));
}
