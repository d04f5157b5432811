/** Products, quotients and square roots (DDI 0553, FPMul, FPDiv, FPSqrt). */
import { DIVIDE_BY_ZERO, roundingMode, tell } from "./fpscr";
import {
  INFINITY_BITS,
  exponentOf,
  invalid,
  isInfinity,
  isNaN32,
  isZero,
  operand,
  passNaN,
  passNaNs,
  signOf,
  significandOf,
} from "./number";
import { roundSingle } from "./round";

export function multiplyExactly(left: u32, right: u32): u32 {
  let a = operand(left);
  let b = operand(right);
  if (isNaN32(a) || isNaN32(b)) return passNaNs(a, b);
  let sign = signOf(a ^ b);
  if (isInfinity(a) || isInfinity(b)) return isZero(a) || isZero(b) ? invalid() : sign | INFINITY_BITS;
  if (isZero(a) || isZero(b)) return sign;
  let product = u64(significandOf(a)) * u64(significandOf(b));
  return roundSingle(sign, exponentOf(a) + exponentOf(b) - 46, product, roundingMode());
}

export function divideExactly(left: u32, right: u32): u32 {
  let a = operand(left);
  let b = operand(right);
  if (isNaN32(a) || isNaN32(b)) return passNaNs(a, b);
  let sign = signOf(a ^ b);
  if (isInfinity(a)) return isInfinity(b) ? invalid() : sign | INFINITY_BITS;
  if (isInfinity(b)) return sign;
  if (isZero(b)) {
    if (isZero(a)) return invalid();
    tell(DIVIDE_BY_ZERO);
    return sign | INFINITY_BITS;
  }
  if (isZero(a)) return sign;
  let dividend = u64(significandOf(a)) << 38;
  let divisor = u64(significandOf(b));
  let quotient = dividend / divisor;
  let tail = u64(quotient * divisor != dividend);
  return roundSingle(sign, exponentOf(a) - exponentOf(b) - 38, quotient | tail, roundingMode());
}

export function rootExactly(square: u32): u32 {
  let a = operand(square);
  if (isNaN32(a)) return passNaN(a);
  if (isZero(a)) return a;
  if (signOf(a) != 0) return invalid();
  if (isInfinity(a)) return a;
  // With an even power of two aside, the root of what remains has half of that power.
  let exponent = exponentOf(a);
  let odd = exponent & 1;
  let radicand = u64(significandOf(a)) << (37 + odd);
  let root = integerRoot(radicand);
  let tail = u64(root * root != radicand);
  return roundSingle(0, ((exponent - odd) >> 1) - 30, root | tail, roundingMode());
}

/** The greatest integer whose square is not above `value`, which has fewer than 63 bits. */
function integerRoot(value: u64): u64 {
  let root: u64 = 0;
  for (let bit: u64 = 1 << 31; bit != 0; bit >>>= 1) {
    let next = root | bit;
    if (next * next <= value) root = next;
  }
  return root;
}
