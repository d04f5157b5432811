import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextUint32, seeded } from "../../src/base/prng.ts";
import { floatFunction, fpscrBits } from "../../src/isa/float.ts";
import { randomFloat } from "../../src/isa/fuzz.ts";
import type { FloatFunction } from "../../src/isa/ir.ts";

const { IOC, DZC, OFC, UFC, IXC, IDC, FZ, DN, AHP } = fpscrBits;
const words = new Uint32Array(1);
const floats = new Float32Array(words.buffer);
const bitsOf = (value: number): number => {
  floats[0] = value;
  return words[0] ?? 0;
};
const numberOf = (bits: number): number => {
  words[0] = bits;
  return floats[0] ?? 0;
};
const hex = (value: number): string => (value >>> 0).toString(16);

/** Value and cumulative bits, starting from none. */
const run = (name: FloatFunction, args: readonly number[], modes = 0): string => {
  const { value, fpscr } = floatFunction(name, args, modes);
  return `${hex(value)} ${hex(fpscr ^ modes)}`;
};
const is = (name: FloatFunction, args: readonly number[], modes: number, value: number, raised: number): void =>
  assert.is(run(name, args, modes), `${hex(value)} ${hex(raised)}`, `${name} of ${args.map(hex)} in ${hex(modes)}`);

const one = 0x3f80_0000;
const least = 0x0080_0000;
const infinity = 0x7f80_0000;
const quiet = 0x7fc0_1234;
const signalling = 0x7f80_1234;
const defaultNaN = 0x7fc0_0000;
const minus = 0x8000_0000;

/** Of two singles a double holds enough for a second rounding to do no harm. */
const onHost: Readonly<Partial<Record<FloatFunction, (a: number, b: number) => number>>> = {
  floatAdd: (a, b) => a + b,
  floatSub: (a, b) => a - b,
  floatMul: (a, b) => a * b,
  floatDiv: (a, b) => a / b,
  floatSqrt: (a) => Math.sqrt(a),
};

test("to nearest, sums, products, quotients and roots are what the host computes", () => {
  const seed = Number(process.env.SEED ?? 60);
  const random = seeded(seed);
  for (const [name, host] of Object.entries(onHost)) {
    for (let round = 0; round < 4000; round++) {
      const [a, b] = [randomFloat(random), randomFloat(random)];
      const want = host(numberOf(a), numberOf(b));
      const got = floatFunction(name as FloatFunction, [a, b], 0).value;
      const same = Number.isNaN(want) ? Number.isNaN(numberOf(got)) : got === bitsOf(want);
      if (!same)
        assert.unreachable(`${name} of ${hex(a)}, ${hex(b)}: ${hex(got)}, host ${hex(bitsOf(want))} (${seed})`);
    }
  }
});

test("integers become singles and singles integers as the host converts them", () => {
  const random = seeded(61);
  for (let round = 0; round < 4000; round++) {
    const word = nextUint32(random) >>> (round % 32);
    assert.is(floatFunction("fixedToFloat", [word, 0, 0], 0).value, bitsOf(word | 0));
    assert.is(floatFunction("fixedToFloat", [word, 128, 0], 0).value, bitsOf(word));
    const value = numberOf(randomFloat(random));
    const bounded = Number.isNaN(value) ? 0 : Math.max(-0x8000_0000, Math.min(0x7fff_ffff, Math.trunc(value)));
    assert.is(floatFunction("floatToFixed", [bitsOf(value), 0, 3], 0).value, bounded >>> 0);
  }
});

test("underflow is found before rounding: a result that rounds up to the least normal number has underflowed", () => {
  is("floatMul", [0x3f7f_ffff, least], 0, least, UFC | IXC);
  is("floatMul", [0x3f00_0000, least], 0, 0x0040_0000, 0);
});

test("flushing to zero hides denormal operands (IDC) and results (UFC, and not inexact)", () => {
  is("floatAdd", [0x0040_0000, one], FZ, one, IDC);
  is("floatAdd", [0x0040_0000, quiet], FZ, quiet, IDC);
  is("floatMul", [0x3f00_0000, minus | least], FZ, minus, UFC);
  is("floatMul", [0x3f7f_ffff, least], FZ, 0, UFC);
  is("floatCompare", [0x0040_0000, 0, 0], FZ, 0x6000_0000, IDC);
  is("halfToSingle", [1], FZ, 0x3380_0000, 0);
});

test("signalling NaNs go before quiet ones, earlier operands before later ones, the addend before the factors", () => {
  is("floatAdd", [quiet, signalling], 0, 0x7fc0_1234, IOC);
  is("floatAdd", [quiet, 0x7fc0_0007], 0, quiet, 0);
  is("floatMulAdd", [0x7fc0_0003, 0x7fc0_0002, 0x7f80_0001], 0, 0x7fc0_0001, IOC);
  is("floatMulAdd", [0x7fc0_0003, 0x7fc0_0002, one], 0, 0x7fc0_0003, 0);
  is("floatMulAdd", [quiet, infinity, 0], 0, defaultNaN, IOC);
  is("floatAdd", [quiet, one], DN, defaultNaN, 0);
});

test("what has no value is the default NaN, a quotient by zero is infinite", () => {
  is("floatAdd", [infinity, minus | infinity], 0, defaultNaN, IOC);
  is("floatMul", [infinity, 0], 0, defaultNaN, IOC);
  is("floatDiv", [minus, 0], 0, defaultNaN, IOC);
  is("floatDiv", [minus | one, 0], 0, minus | infinity, DZC);
  is("floatDiv", [infinity, 0], 0, infinity, 0);
  is("floatSqrt", [minus | one], 0, defaultNaN, IOC);
  is("floatSqrt", [minus], 0, minus, 0);
});

test("overflow stops at the greatest number where the mode points away from infinity", () => {
  const greatest = 0x7f7f_ffff;
  const results = [0, 1, 2, 3].map((mode) => run("floatAdd", [greatest, greatest], mode << 22));
  const negative = [0, 1, 2, 3].map((mode) => run("floatSub", [minus | greatest, greatest], mode << 22));
  assert.equal(results, ["7f800000 14", "7f800000 14", "7f7fffff 14", "7f7fffff 14"]);
  assert.equal(negative, ["ff800000 14", "ff7fffff 14", "ff800000 14", "ff7fffff 14"]);
  assert.is(OFC | IXC, 0x14);
});

test("a sum of opposites is zero, negative only when rounding down", () => {
  const results = [0, 1, 2, 3].map((mode) => run("floatSub", [one, one], mode << 22));
  assert.equal(results, ["0 0", "0 0", "80000000 0", "0 0"]);
});

test("a fused product is not rounded before it is added", () => {
  const near = 0x3f80_0001;
  // (1 + 2^-23)^2 = 1 + 2^-22 + 2^-46
  is("floatMulAdd", [0xbf80_0002, near, near], 0, 0x2880_0000, 0);
  is("floatMul", [near, near], 0, 0x3f80_0002, IXC);
});

test("of a number and a quiet NaN the number is both the greater and the lesser; zeros differ in sign", () => {
  is("floatMaxNum", [quiet, minus | one], 0, minus | one, 0);
  is("floatMinNum", [one, quiet], 0, one, 0);
  is("floatMaxNum", [signalling, one], 0, 0x7fc0_1234, IOC);
  is("floatMaxNum", [minus, 0], 0, 0, 0);
  is("floatMinNum", [0, minus], 0, minus, 0);
});

test("conversions to integers saturate and tell invalid instead of inexact", () => {
  is("floatToFixed", [bitsOf(-0.5), 128, 3], 0, 0, IXC);
  is("floatToFixed", [bitsOf(-1), 128, 3], 0, 0, IOC);
  is("floatToFixed", [bitsOf(3e9), 0, 3], 0, 0x7fff_ffff, IOC);
  is("floatToFixed", [bitsOf(-40_000.5), 64, 3], 0, 0xffff_8000, IOC);
  is("floatToFixed", [quiet, 0, 3], 0, 0, IOC);
  assert.equal(
    [0, 1, 2, 3, 4].map((mode) => run("floatToFixed", [bitsOf(-2.5), 0, mode])),
    ["fffffffe 10", "fffffffe 10", "fffffffd 10", "fffffffe 10", "fffffffd 10"],
  );
});

test("half precision has infinities and NaNs, or in its alternative form larger numbers", () => {
  is("singleToHalf", [bitsOf(65_520)], 0, 0x7c00, OFC | IXC);
  is("singleToHalf", [bitsOf(65_520)], AHP, 0x7c00, IXC);
  is("singleToHalf", [bitsOf(131_030)], AHP, 0x7fff, IXC);
  is("singleToHalf", [bitsOf(131_072)], AHP, 0x7fff, IOC);
  is("singleToHalf", [infinity], AHP, 0x7fff, IOC);
  is("singleToHalf", [minus | quiet], AHP, 0x8000, IOC);
  is("singleToHalf", [minus | quiet], 0, 0xfe00, 0);
  is("halfToSingle", [0x7c00], 0, infinity, 0);
  is("halfToSingle", [0x7c00], AHP, bitsOf(65_536), 0);
  is("halfToSingle", [0xfc01], 0, 0xffc0_2000, IOC);
});

test.run();
