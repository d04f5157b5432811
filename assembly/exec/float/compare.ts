/** Comparison and extremes (DDI 0553, FPCompare, FPMaxNum, FPMinNum). */
import { FLUSH_TO_ZERO, INVALID, fpscr, tell } from "./fpscr";
import { INFINITY_BITS, SIGN, isNaN32, isSignalling, isZero, operand, passNaNs } from "./number";

const EQUAL: u32 = 0x60000000;
const LESS: u32 = 0x80000000;
const GREATER: u32 = 0x20000000;
const UNORDERED: u32 = 0x30000000;

/** NZCV in bits 31:28. `quietInvalid` is 1 where quiet NaNs are invalid operands, too. */
export function floatCompare(a: u32, b: u32, quietInvalid: u32): u32 {
  if (fpscr() & FLUSH_TO_ZERO) {
    a = operand(a);
    b = operand(b);
  }
  let x = reinterpret<f32>(a);
  let y = reinterpret<f32>(b);
  if (x < y) return LESS;
  if (x == y) return EQUAL;
  if (x > y) return GREATER;
  if (quietInvalid || isSignalling(a) || isSignalling(b)) tell(INVALID);
  return UNORDERED;
}

export function floatMaxNum(a: u32, b: u32): u32 {
  return extreme(a, b, 0);
}

export function floatMinNum(a: u32, b: u32): u32 {
  return extreme(a, b, SIGN);
}

/** The greater one, or with `lesser` the other; a quiet NaN loses against everything but a NaN. */
function extreme(a: u32, b: u32, lesser: u32): u32 {
  let x = operand(a);
  let y = operand(b);
  if (isQuiet(x)) {
    if (!isQuiet(y)) x = INFINITY_BITS | (lesser ^ SIGN);
  } else if (isQuiet(y)) y = INFINITY_BITS | (lesser ^ SIGN);
  if (isNaN32(x) || isNaN32(y)) return passNaNs(x, y);
  if (isZero(x) && isZero(y)) return lesser ? x | y : x & y;
  let isGreater = reinterpret<f32>(x) > reinterpret<f32>(y);
  return isGreater == (lesser == 0) ? x : y;
}


@inline
function isQuiet(a: u32): bool {
  return isNaN32(a) && !isSignalling(a);
}
