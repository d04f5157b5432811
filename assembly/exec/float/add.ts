/** Sums and fused products (DDI 0553, FPAdd, FPSub, FPMulAdd). */
import { isPlain, roundingMode } from "./fpscr";
import {
  INFINITY_BITS,
  SIGN,
  exponentOf,
  invalid,
  isInfinity,
  isNaN32,
  isSafe,
  isSignalling,
  isZero,
  operand,
  passNaN,
  passNaNs,
  signOf,
  significandOf,
} from "./number";
import { roundSingle, shiftRightSticky, zeroSum } from "./round";

export function floatAdd(a: u32, b: u32): u32 {
  if (isPlain()) {
    let sum = reinterpret<u32>(reinterpret<f32>(a) + reinterpret<f32>(b));
    if (isSafe(sum)) return sum;
  }
  return addExactly(operand(a), operand(b), 0);
}

export function floatSub(a: u32, b: u32): u32 {
  if (isPlain()) {
    let difference = reinterpret<u32>(reinterpret<f32>(a) - reinterpret<f32>(b));
    if (isSafe(difference)) return difference;
  }
  return addExactly(operand(a), operand(b), SIGN);
}

/** `flip` changes the sign of `b`, unless it is a NaN. */
function addExactly(a: u32, b: u32, flip: u32): u32 {
  if (isNaN32(a) || isNaN32(b)) return passNaNs(a, b);
  b ^= flip;
  if (isInfinity(a)) return isInfinity(b) && a != b ? invalid() : a;
  if (isInfinity(b)) return b;
  if (isZero(a)) return isZero(b) && a != b ? zeroSum() : isZero(b) ? a : b;
  if (isZero(b)) return a;
  let x = u64(significandOf(a)) << 38;
  let y = u64(significandOf(b)) << 38;
  return addScaled(signOf(a), exponentOf(a), x, signOf(b), exponentOf(b), y);
}

/** Both significands have their leading one in bit 61, worth 2^exponent, and at least ten zeros at the end. */
function addScaled(signA: u32, exponentA: i32, a: u64, signB: u32, exponentB: i32, b: u64): u32 {
  let exponent = max<i32>(exponentA, exponentB);
  let x = shiftRightSticky(a, u32(exponent - exponentA));
  let y = shiftRightSticky(b, u32(exponent - exponentB));
  if (signA == signB) return roundSingle(signA, exponent - 61, x + y, roundingMode());
  if (x == y) return zeroSum();
  return x > y
    ? roundSingle(signA, exponent - 61, x - y, roundingMode())
    : roundSingle(signB, exponent - 61, y - x, roundingMode());
}

/**
 * addend + a * b, rounded once. In double precision the product is exact; the error of the sum is known, and rounding
 * the sum to odd keeps the second rounding honest.
 */
export function floatMulAdd(addend: u32, a: u32, b: u32): u32 {
  if (isPlain()) {
    let product = f64(reinterpret<f32>(a)) * f64(reinterpret<f32>(b));
    let other = f64(reinterpret<f32>(addend));
    let sum = product + other;
    let part = sum - product;
    let error = product - (sum - part) + (other - part);
    let bits = reinterpret<i64>(sum);
    if (error != 0 && (bits & 1) == 0) bits += error > 0 == sum > 0 ? 1 : -1;
    let result = reinterpret<u32>(f32(reinterpret<f64>(bits)));
    if (isSafe(result)) return result;
  }
  return mulAddExactly(operand(addend), operand(a), operand(b));
}

function mulAddExactly(addend: u32, a: u32, b: u32): u32 {
  let undefinedProduct = (isInfinity(a) && isZero(b)) || (isZero(a) && isInfinity(b));
  if (isNaN32(addend) && !isSignalling(addend) && undefinedProduct) return invalid();
  if (isNaN32(addend) || isNaN32(a) || isNaN32(b)) return passThree(addend, a, b);
  let sign = signOf(a ^ b);
  let infinite = isInfinity(a) || isInfinity(b);
  if (undefinedProduct || (infinite && isInfinity(addend) && signOf(addend) != sign)) return invalid();
  if (isInfinity(addend)) return addend;
  if (infinite) return sign | INFINITY_BITS;
  if (isZero(a) || isZero(b)) return isZero(addend) && signOf(addend) != sign ? zeroSum() : addend;
  let scale = exponentOf(a) + exponentOf(b);
  let product = u64(significandOf(a)) * u64(significandOf(b));
  if (isZero(addend)) return roundSingle(sign, scale - 46, product, roundingMode());
  // The product of two numbers of 1..2 is 1..4.
  let leading = clz<u64>(product);
  let x = u64(significandOf(addend)) << 38;
  return addScaled(signOf(addend), exponentOf(addend), x, sign, scale + 17 - i32(leading), product << (leading - 2));
}

/** FPProcessNaNs3(). */
function passThree(a: u32, b: u32, c: u32): u32 {
  if (isSignalling(a)) return passNaN(a);
  if (isSignalling(b) || isSignalling(c)) return passNaNs(b, c);
  return isNaN32(a) ? passNaN(a) : passNaNs(b, c);
}
