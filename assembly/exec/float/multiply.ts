/** Products, quotients and square roots (DDI 0553, FPMul, FPDiv, FPSqrt). */
import { DIVIDE_BY_ZERO, isPlain, roundingMode, tell } from "./fpscr";
import {
  INFINITY_BITS,
  exponentOf,
  invalid,
  isInfinity,
  isNaN32,
  isSafe,
  isZero,
  operand,
  passNaN,
  passNaNs,
  signOf,
  significandOf,
} from "./number";
import { roundSingle } from "./round";

export function floatMul(a: u32, b: u32): u32 {
  if (isPlain()) {
    let product = reinterpret<u32>(reinterpret<f32>(a) * reinterpret<f32>(b));
    if (isSafe(product)) return product;
  }
  return multiplyExactly(operand(a), operand(b));
}

function multiplyExactly(a: u32, b: u32): u32 {
  if (isNaN32(a) || isNaN32(b)) return passNaNs(a, b);
  let sign = signOf(a ^ b);
  if (isInfinity(a) || isInfinity(b)) return isZero(a) || isZero(b) ? invalid() : sign | INFINITY_BITS;
  if (isZero(a) || isZero(b)) return sign;
  let product = u64(significandOf(a)) * u64(significandOf(b));
  return roundSingle(sign, exponentOf(a) + exponentOf(b) - 46, product, roundingMode());
}

export function floatDiv(a: u32, b: u32): u32 {
  if (isPlain()) {
    let quotient = reinterpret<u32>(reinterpret<f32>(a) / reinterpret<f32>(b));
    if (isSafe(quotient)) return quotient;
  }
  return divideExactly(operand(a), operand(b));
}

function divideExactly(a: u32, b: u32): u32 {
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

export function floatSqrt(a: u32): u32 {
  if (isPlain()) {
    let root = reinterpret<u32>(sqrt<f32>(reinterpret<f32>(a)));
    if (isSafe(root)) return root;
  }
  return rootExactly(operand(a));
}

function rootExactly(a: u32): u32 {
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
