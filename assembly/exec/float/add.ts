/** Sums and fused products (DDI 0553, FPAdd, FPSub, FPMulAdd). */
import { roundingMode } from "./fpscr";
import {
  INFINITY_BITS,
  exponentOf,
  invalid,
  isInfinity,
  isNaN32,
  isSignalling,
  isZero,
  operand,
  passNaN,
  passNaNs,
  signOf,
  significandOf,
} from "./number";
import { roundSingle, shiftRightSticky, zeroSum } from "./round";

/** `flip` changes the sign of `right`, unless it is a NaN. */
export function addExactly(left: u32, right: u32, flip: u32): u32 {
  let a = operand(left);
  let b = operand(right);
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

/** third + left * right, rounded once. */
export function mulAddExactly(third: u32, left: u32, right: u32): u32 {
  let addend = operand(third);
  let a = operand(left);
  let b = operand(right);
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
