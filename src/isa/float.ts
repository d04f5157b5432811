/**
 * The floating-point functions of DDI 0553 on exact rational numbers: the evaluator's own, against which those of
 * assembly/exec/float are tested. Slow, and as close to the manual's pseudocode as can be.
 */
import type { FloatFunction } from "./ir.ts";

/** Bits of FPSCR. */
export const fpscrBits = {
  IOC: 0x01,
  DZC: 0x02,
  OFC: 0x04,
  UFC: 0x08,
  IXC: 0x10,
  IDC: 0x80,
  FZ: 1 << 24,
  DN: 1 << 25,
  AHP: 1 << 26,
} as const;
/** RMode: to nearest, towards plus infinity, towards minus infinity, towards zero; 4 is beyond FPSCR. */
export const roundingModes = { nearest: 0, up: 1, down: 2, zero: 3, nearestAway: 4 } as const;
/** Bits that VMSR can write. */
export const fpscrMask = 0xf7c0_009f;

/** Numerator and denominator, the latter positive. */
interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

type Kind = "nan" | "signalling" | "infinity" | "zero" | "number";

/** What FPUnpack() answers. `value` carries the sign; zeros and infinities have theirs in `negative` only. */
interface Unpacked {
  readonly kind: Kind;
  readonly negative: boolean;
  readonly value: Rational;
}

interface Shape {
  readonly fractionBits: number;
  readonly exponentBits: number;
}
const single: Shape = { fractionBits: 23, exponentBits: 8 };
const half: Shape = { fractionBits: 10, exponentBits: 5 };

const signBit = 0x8000_0000;
const defaultNaN = 0x7fc0_0000;
const quietBit = 0x0040_0000;

const power = (exponent: number): Rational =>
  exponent >= 0 ? { n: 1n << BigInt(exponent), d: 1n } : { n: 1n, d: 1n << BigInt(-exponent) };
const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
const plus = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const compare = (a: Rational, b: Rational): number =>
  Number(a.n * b.d - b.n * a.d > 0n) - Number(a.n * b.d < b.n * a.d);
const magnitudeOf = ({ n, d }: Rational): Rational => ({ n: n < 0n ? -n : n, d });
/** Towards minus infinity. */
const floor = ({ n, d }: Rational): bigint => (n < 0n ? -((-n + d - 1n) / d) : n / d);
const nothing: Rational = { n: 0n, d: 1n };

/** One call: FPSCR as it was, and what the call adds to it. */
class Context {
  readonly fpscr: number;
  raised = 0;

  constructor(fpscr: number) {
    this.fpscr = fpscr;
  }

  has(bit: number): boolean {
    return (this.fpscr & bit) !== 0;
  }

  get mode(): number {
    return (this.fpscr >>> 22) & 3;
  }

  raise(bit: number): void {
    this.raised |= bit;
  }
}

const signed = (negative: boolean, bits: number): number => (negative ? signBit | bits : bits) >>> 0;
const infinity = (negative: boolean): number => signed(negative, 0x7f80_0000);
const zero = (negative: boolean): number => signed(negative, 0);

/** FPUnpack() of a single. */
function unpack(bits: number, context: Context): Unpacked {
  const negative = bits >>> 31 === 1;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7f_ffff;
  const of = (kind: Kind, value = nothing): Unpacked => ({ kind, negative, value });
  if (exponent === 0xff) return of(fraction === 0 ? "infinity" : fraction & quietBit ? "nan" : "signalling");
  if (exponent === 0 && fraction !== 0 && context.has(fpscrBits.FZ)) {
    context.raise(fpscrBits.IDC);
    return of("zero");
  }
  if (exponent === 0 && fraction === 0) return of("zero");
  const scaled = BigInt(exponent === 0 ? fraction : fraction | 0x80_0000);
  const value = times({ n: negative ? -scaled : scaled, d: 1n }, power(Math.max(exponent, 1) - 150));
  return of("number", value);
}

/** FPProcessNaN(). */
function processNaN(bits: number, kind: Kind, context: Context): number {
  if (kind === "signalling") context.raise(fpscrBits.IOC);
  return context.has(fpscrBits.DN) ? defaultNaN : (bits | quietBit) >>> 0;
}

/** FPProcessNaNs(), FPProcessNaNs3(): the first signalling one, else the first quiet one; null without any. */
function processNaNs(operands: readonly number[], unpacked: readonly Unpacked[], context: Context): number | null {
  for (const kind of ["signalling", "nan"] as const) {
    const index = unpacked.findIndex((one) => one.kind === kind);
    if (index >= 0) return processNaN(operands[index] ?? 0, kind, context);
  }
  return null;
}

function invalid(context: Context): number {
  context.raise(fpscrBits.IOC);
  return defaultNaN;
}

/** Whether the integer below a number that lies `error` above it is to be followed by the next one. */
function roundsUp(below: bigint, error: Rational, mode: number): boolean {
  const overHalf = compare(error, { n: 1n, d: 2n });
  switch (mode) {
    case roundingModes.nearest:
      return overHalf > 0 || (overHalf === 0 && (below & 1n) === 1n);
    case roundingModes.up:
      return error.n !== 0n;
    case roundingModes.down:
      return false;
    case roundingModes.zero:
      return error.n !== 0n && below < 0n;
    default:
      return overHalf > 0 || (overHalf === 0 && below >= 0n);
  }
}

const exact = (value: Rational, integer: bigint): Rational => plus(value, { n: -integer, d: 1n });

/** Exponent of the leading bit of a positive number. */
function exponentOf(value: Rational): number {
  let exponent = value.n.toString(2).length - value.d.toString(2).length;
  if (compare(power(exponent), value) > 0) exponent--;
  return exponent;
}

/** FPRound(): bits of the shape, sign included. */
function round(value: Rational, context: Context, shape = single, mode = context.mode): number {
  const { fractionBits, exponentBits } = shape;
  const negative = value.n < 0n;
  const magnitude = magnitudeOf(value);
  const sign = negative ? 2 ** (fractionBits + exponentBits) : 0;
  const least = 2 - 2 ** (exponentBits - 1);
  const exponent = exponentOf(magnitude);
  if (shape === single && context.has(fpscrBits.FZ) && exponent < least) {
    context.raise(fpscrBits.UFC);
    return sign;
  }
  let biased = Math.max(exponent - least + 1, 0);
  const scaled = times(magnitude, power(fractionBits - Math.max(exponent, least)));
  let mantissa = floor(scaled);
  const error = exact(scaled, mantissa);
  if (biased === 0 && error.n !== 0n) context.raise(fpscrBits.UFC);
  // Directed modes look at the number, not at its magnitude.
  const away = mode === roundingModes.up ? !negative : mode === roundingModes.down && negative;
  const toZero = mode === roundingModes.nearest ? mode : away ? roundingModes.up : roundingModes.zero;
  if (roundsUp(mantissa, error, toZero)) mantissa += 1n;
  if (mantissa === 1n << BigInt(fractionBits) && biased === 0) biased = 1;
  if (mantissa === 2n << BigInt(fractionBits)) {
    biased += 1;
    mantissa /= 2n;
  }
  const alternative = shape === half && context.has(fpscrBits.AHP);
  if (alternative && biased >= 2 ** exponentBits) {
    context.raise(fpscrBits.IOC);
    return sign + 0x7fff;
  }
  if (!alternative && biased >= 2 ** exponentBits - 1) {
    context.raise(fpscrBits.OFC | fpscrBits.IXC);
    const toInfinity = mode === roundingModes.nearest || away;
    return sign + (2 ** exponentBits - 1) * 2 ** fractionBits - (toInfinity ? 0 : 1);
  }
  if (error.n !== 0n) context.raise(fpscrBits.IXC);
  return sign + biased * 2 ** fractionBits + (Number(mantissa) % 2 ** fractionBits);
}

/** A sum that may be zero: it is negative only when rounding down. */
const roundSum = (value: Rational, context: Context): number =>
  value.n === 0n ? zero(context.mode === roundingModes.down) : round(value, context);

function addition(a: number, b: number, context: Context, subtract: boolean): number {
  const [x, y] = [unpack(a, context), unpack(b, context)];
  const nan = processNaNs([a, b], [x, y], context);
  if (nan !== null) return nan;
  const negativeY = y.negative !== subtract;
  if (x.kind === "infinity" && y.kind === "infinity" && x.negative !== negativeY) return invalid(context);
  if (x.kind === "infinity") return infinity(x.negative);
  if (y.kind === "infinity") return infinity(negativeY);
  if (x.kind === "zero" && y.kind === "zero" && x.negative === negativeY) return zero(x.negative);
  return roundSum(plus(x.value, subtract ? { n: -y.value.n, d: y.value.d } : y.value), context);
}

function multiply(a: number, b: number, context: Context): number {
  const [x, y] = [unpack(a, context), unpack(b, context)];
  const nan = processNaNs([a, b], [x, y], context);
  if (nan !== null) return nan;
  const negative = x.negative !== y.negative;
  const kinds = [x.kind, y.kind];
  if (kinds.includes("infinity")) return kinds.includes("zero") ? invalid(context) : infinity(negative);
  return kinds.includes("zero") ? zero(negative) : round(times(x.value, y.value), context);
}

function divide(a: number, b: number, context: Context): number {
  const [x, y] = [unpack(a, context), unpack(b, context)];
  const nan = processNaNs([a, b], [x, y], context);
  if (nan !== null) return nan;
  const negative = x.negative !== y.negative;
  if (x.kind === y.kind && x.kind !== "number") return invalid(context);
  if (x.kind === "infinity" || y.kind === "zero") {
    if (x.kind !== "infinity") context.raise(fpscrBits.DZC);
    return infinity(negative);
  }
  if (x.kind === "zero" || y.kind === "infinity") return zero(negative);
  const sign = y.value.n < 0n ? -1n : 1n;
  return round({ n: x.value.n * y.value.d * sign, d: x.value.d * y.value.n * sign }, context);
}

function integerRoot(value: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << BigInt(value.toString(2).length >> 1); bit > 0n; bit >>= 1n) {
    if ((root + bit) * (root + bit) <= value) root += bit;
  }
  return root;
}

function squareRoot(a: number, context: Context): number {
  const x = unpack(a, context);
  const nan = processNaNs([a], [x], context);
  if (nan !== null) return nan;
  if (x.kind === "zero") return zero(x.negative);
  if (x.negative) return invalid(context);
  if (x.kind === "infinity") return infinity(false);
  // Enough digits to tell on which side of any midpoint the root lies: an inexact one is told from its lower neighbour.
  const digits = 300;
  const scaled = floor(times(x.value, power(2 * digits)));
  const root = integerRoot(scaled);
  const between = root * root === scaled ? 2n * root : 2n * root + 1n;
  return round({ n: between, d: 2n << BigInt(digits) }, context);
}

function multiplyAdd(addend: number, a: number, b: number, context: Context): number {
  const [z, x, y] = [unpack(addend, context), unpack(a, context), unpack(b, context)];
  const kinds = [x.kind, y.kind];
  const undefinedProduct = kinds.includes("infinity") && kinds.includes("zero");
  const nan = processNaNs([addend, a, b], [z, x, y], context);
  if (z.kind === "nan" && undefinedProduct) return invalid(context);
  if (nan !== null) return nan;
  const negative = x.negative !== y.negative;
  const infinite = kinds.includes("infinity");
  if (undefinedProduct || (z.kind === "infinity" && infinite && z.negative !== negative)) return invalid(context);
  if (z.kind === "infinity") return infinity(z.negative);
  if (infinite) return infinity(negative);
  if (z.kind === "zero" && kinds.includes("zero") && z.negative === negative) return zero(negative);
  return roundSum(plus(z.value, times(x.value, y.value)), context);
}

/** FPMaxNum(), FPMinNum(): a quiet NaN is less than (greater than) anything else. */
function extreme(a: number, b: number, context: Context, greatest: boolean): number {
  const kinds = [unpack(a, context).kind, unpack(b, context).kind];
  const replaced = [a, b].map((bits, index) =>
    kinds[index] === "nan" && kinds[1 - index] !== "nan" ? infinity(greatest) : bits,
  );
  const operands = replaced.map((bits) => unpack(bits, context));
  const nan = processNaNs(replaced, operands, context);
  if (nan !== null) return nan;
  const [x, y] = operands as [Unpacked, Unpacked];
  const order = orderOf(x, y);
  const chosen = (greatest ? order > 0 : order < 0) ? x : y;
  if (chosen.kind === "infinity") return infinity(chosen.negative);
  if (chosen.kind === "zero") return zero(greatest ? x.negative && y.negative : x.negative || y.negative);
  return round(chosen.value, context);
}

/** Of two that are no NaN: negative, zero or positive as x is less than, equal to or greater than y. */
function orderOf(x: Unpacked, y: Unpacked): number {
  const extent = ({ kind, negative }: Unpacked): number => (kind !== "infinity" ? 0 : negative ? -1 : 1);
  return extent(x) - extent(y) || compare(x.value, y.value);
}

/** FPCompare(): NZCV in bits 31:28. */
function comparison(a: number, b: number, quietInvalid: number, context: Context): number {
  const [x, y] = [unpack(a, context), unpack(b, context)];
  const kinds = [x.kind, y.kind];
  if (kinds.includes("nan") || kinds.includes("signalling")) {
    if (quietInvalid || kinds.includes("signalling")) context.raise(fpscrBits.IOC);
    return 0x3000_0000;
  }
  const order = orderOf(x, y);
  return order === 0 ? 0x6000_0000 : order < 0 ? 0x8000_0000 : 0x2000_0000;
}

/** FPRoundInt(). */
function roundToIntegral(a: number, mode: number, tellInexact: number, context: Context): number {
  const x = unpack(a, context);
  const nan = processNaNs([a], [x], context);
  if (nan !== null) return nan;
  if (x.kind === "infinity") return infinity(x.negative);
  if (x.kind === "zero") return zero(x.negative);
  const below = floor(x.value);
  const error = exact(x.value, below);
  const rounded = roundsUp(below, error, mode) ? below + 1n : below;
  if (error.n !== 0n && tellInexact) context.raise(fpscrBits.IXC);
  return rounded === 0n ? zero(x.negative) : round({ n: rounded, d: 1n }, context, single, roundingModes.zero);
}

interface Fixed {
  readonly fractionBits: number;
  readonly bits: number;
  readonly unsigned: boolean;
}
const fixedOf = (format: number): Fixed => ({
  fractionBits: format & 63,
  bits: format & 64 ? 16 : 32,
  unsigned: (format & 128) !== 0,
});

/** FPToFixed(), the result extended to 32 bits. */
function toFixed(a: number, format: number, mode: number, context: Context): number {
  const { fractionBits, bits, unsigned } = fixedOf(format);
  const x = unpack(a, context);
  const least = unsigned ? 0n : -(1n << BigInt(bits - 1));
  const most = (1n << BigInt(unsigned ? bits : bits - 1)) - 1n;
  if (x.kind === "nan" || x.kind === "signalling" || x.kind === "infinity") {
    context.raise(fpscrBits.IOC);
    return x.kind === "infinity" ? Number(BigInt.asUintN(32, x.negative ? least : most)) : 0;
  }
  const scaled = times(x.value, power(fractionBits));
  const below = floor(scaled);
  const error = exact(scaled, below);
  const rounded = roundsUp(below, error, mode) ? below + 1n : below;
  const saturated = rounded < least ? least : rounded > most ? most : rounded;
  if (saturated !== rounded) context.raise(fpscrBits.IOC);
  else if (error.n !== 0n) context.raise(fpscrBits.IXC);
  return Number(BigInt.asUintN(32, saturated));
}

/** FixedToFP() of the low bits of `value`. */
function fromFixed(value: number, format: number, mode: number, context: Context): number {
  const { fractionBits, bits, unsigned } = fixedOf(format);
  const integer = unsigned ? BigInt.asUintN(bits, BigInt(value)) : BigInt.asIntN(bits, BigInt(value));
  if (integer === 0n) return 0;
  return round(times({ n: integer, d: 1n }, power(-fractionBits)), context, single, mode);
}

/** FPConvert() from half precision. */
function fromHalf(bits: number, context: Context): number {
  const negative = (bits & 0x8000) !== 0;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31 && !context.has(fpscrBits.AHP)) {
    if (fraction === 0) return infinity(negative);
    const kind = fraction & 0x200 ? "nan" : "signalling";
    return processNaN(signed(negative, 0x7f80_0000 | (fraction << 13)), kind, context);
  }
  if (exponent === 0 && fraction === 0) return zero(negative);
  const scaled = BigInt(exponent === 0 ? fraction : fraction | 0x400);
  const value = times({ n: negative ? -scaled : scaled, d: 1n }, power(Math.max(exponent, 1) - 25));
  return round(value, context);
}

/** FPConvert() to half precision. */
function toHalf(a: number, context: Context): number {
  const x = unpack(a, context);
  const sign = x.negative ? 0x8000 : 0;
  const alternative = context.has(fpscrBits.AHP);
  if (x.kind === "nan" || x.kind === "signalling") {
    if (alternative || x.kind === "signalling") context.raise(fpscrBits.IOC);
    if (alternative) return sign;
    return context.has(fpscrBits.DN) ? 0x7e00 : sign | 0x7e00 | ((a >>> 13) & 0x1ff);
  }
  if (x.kind === "infinity") {
    if (alternative) context.raise(fpscrBits.IOC);
    return sign | (alternative ? 0x7fff : 0x7c00);
  }
  return x.kind === "zero" ? sign : round(x.value, context, half);
}

const functions: Readonly<Record<FloatFunction, (context: Context, a: number, b: number, c: number) => number>> = {
  floatAdd: (context, a, b) => addition(a, b, context, false),
  floatSub: (context, a, b) => addition(a, b, context, true),
  floatMul: (context, a, b) => multiply(a, b, context),
  floatDiv: (context, a, b) => divide(a, b, context),
  floatSqrt: (context, a) => squareRoot(a, context),
  floatMulAdd: (context, addend, a, b) => multiplyAdd(addend, a, b, context),
  floatMaxNum: (context, a, b) => extreme(a, b, context, true),
  floatMinNum: (context, a, b) => extreme(a, b, context, false),
  floatCompare: (context, a, b, quietInvalid) => comparison(a, b, quietInvalid, context),
  floatRoundInt: (context, a, mode, tellInexact) => roundToIntegral(a, mode, tellInexact, context),
  floatToFixed: (context, a, format, mode) => toFixed(a, format, mode, context),
  fixedToFloat: (context, value, format, mode) => fromFixed(value, format, mode, context),
  halfToSingle: (context, bits) => fromHalf(bits, context),
  singleToHalf: (context, a) => toHalf(a, context),
};

/** Value of a floating-point function, and FPSCR after it. */
export function floatFunction(
  name: FloatFunction,
  args: readonly number[],
  fpscr: number,
): { readonly value: number; readonly fpscr: number } {
  const context = new Context(fpscr);
  const [a = 0, b = 0, c = 0] = args;
  const value = functions[name](context, a, b, c) >>> 0;
  return { value, fpscr: (fpscr | context.raised) >>> 0 };
}
