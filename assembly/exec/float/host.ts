/**
 * Arithmetic by the host where its result and its flags are provably ours: rounding to nearest, nothing flushed, and a
 * result far from underflow and overflow (so no operand is infinite or a NaN). All that is left to know is whether the
 * result is inexact, and that is asked only while FPSCR does not say so anyway. Everything else goes the exact way.
 */
import { addExactly, mulAddExactly } from "./add";
import { FLUSH_TO_ZERO, INEXACT, RMODE, TO_NEAREST, TO_ZERO, fpscr, tell } from "./fpscr";
import { fixedToFloatExactly, floatToFixedExactly, FRACTION_BITS, SHORT, UNSIGNED } from "./convert";
import { divideExactly, multiplyExactly, rootExactly } from "./multiply";
import { INFINITY_BITS, SIGN, magnitude } from "./number";

/** From the second least exponent on, a number was normal before it was rounded. */
const SAFE: u32 = 0x1000000;
const ONE: u32 = 0x3f800000;
const TWO_31: u32 = 0x4f000000;
const TWO_32: u32 = 0x4f800000;


@inline
function isPlain(state: u32): bool {
  return (state & (RMODE | FLUSH_TO_ZERO)) == 0;
}


@inline
function isSafe(result: f32): bool {
  return magnitude(reinterpret<u32>(result)) - SAFE < INFINITY_BITS - SAFE;
}


@inline
function number(bits: u32): f32 {
  return reinterpret<f32>(bits);
}


@inline
export function floatAdd(a: u32, b: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let sum = number(a) + number(b);
    if (isSafe(sum)) {
      if ((state & INEXACT) == 0) tellSum(number(a), number(b), sum);
      return reinterpret<u32>(sum);
    }
  }
  return addExactly(a, b, 0);
}


@inline
export function floatSub(a: u32, b: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let difference = number(a) - number(b);
    if (isSafe(difference)) {
      if ((state & INEXACT) == 0) tellSum(number(a), -number(b), difference);
      return reinterpret<u32>(difference);
    }
  }
  return addExactly(a, b, SIGN);
}

/** The error of a sum to nearest is a number of the same precision, and this is it. */
function tellSum(a: f32, b: f32, sum: f32): void {
  let part = sum - a;
  let error = a - (sum - part) + (b - part);
  if (error != 0) tell(INEXACT);
}


@inline
export function floatMul(a: u32, b: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let product = number(a) * number(b);
    if (isSafe(product)) {
      if ((state & INEXACT) == 0) tellProduct(number(a), number(b), product);
      return reinterpret<u32>(product);
    }
  }
  return multiplyExactly(a, b);
}


@inline
export function floatDiv(a: u32, b: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let quotient = number(a) / number(b);
    if (isSafe(quotient)) {
      if ((state & INEXACT) == 0) tellProduct(quotient, number(b), number(a));
      return reinterpret<u32>(quotient);
    }
  }
  return divideExactly(a, b);
}


@inline
export function floatSqrt(a: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let root = sqrt<f32>(number(a));
    if (isSafe(root)) {
      if ((state & INEXACT) == 0) tellProduct(root, root, number(a));
      return reinterpret<u32>(root);
    }
  }
  return rootExactly(a);
}

/** Twice the precision holds a product as it is. */
function tellProduct(a: f32, b: f32, product: f32): void {
  if (f64(a) * f64(b) != f64(product)) tell(INEXACT);
}

/**
 * addend + a * b, rounded once. In double precision the product is exact and the error of the sum is known; a sum that
 * was rounded to odd rounds to single precision as the exact one would.
 */
@inline
export function floatMulAdd(addend: u32, a: u32, b: u32): u32 {
  let state = fpscr();
  if (isPlain(state)) {
    let product = f64(number(a)) * f64(number(b));
    let other = f64(number(addend));
    let sum = product + other;
    let part = sum - product;
    let error = product - (sum - part) + (other - part);
    let bits = reinterpret<i64>(sum);
    if (error != 0 && (bits & 1) == 0) bits += error > 0 == sum > 0 ? 1 : -1;
    let result = f32(reinterpret<f64>(bits));
    if (isSafe(result)) {
      if ((state & INEXACT) == 0 && (error != 0 || f64(result) != sum)) tell(INEXACT);
      return reinterpret<u32>(result);
    }
  }
  return mulAddExactly(addend, a, b);
}

/** Integers from 1 to the greatest have no other question than what lies behind their point. */
@inline
export function floatToFixed(a: u32, format: u32, mode: u32): u32 {
  if (mode == TO_ZERO && (format & ~UNSIGNED) == 0) {
    let x = number(a);
    if (format == 0 && magnitude(a) - ONE < TWO_31 - ONE) {
      let whole = i32(x);
      if (f64(whole) != f64(x)) tell(INEXACT);
      return u32(whole);
    }
    if (format != 0 && a - ONE < TWO_32 - ONE) {
      let whole = u32(x);
      if (f64(whole) != f64(x)) tell(INEXACT);
      return whole;
    }
  }
  return floatToFixedExactly(a, format, mode);
}

/** Whole numbers of 32 bits are neither too small nor too great. */
@inline
export function fixedToFloat(value: u32, format: u32, mode: u32): u32 {
  if (mode == TO_NEAREST && (format & (FRACTION_BITS | SHORT)) == 0) {
    let exact = format != 0 ? f64(value) : f64(i32(value));
    let result = f32(exact);
    if (f64(result) != exact) tell(INEXACT);
    return reinterpret<u32>(result);
  }
  return fixedToFloatExactly(value, format, mode);
}
