/**
 * The DSP extension against the pseudocode of DDI 0553, written here lane by lane on whole numbers, at the values where
 * lanes overflow and signs change.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "../../src/isa/assemble.ts";
import { decode } from "../../src/isa/decode.ts";
import { evaluate, type Host, type PlainState, zeroState } from "../../src/isa/evaluate.ts";

const place = { pc: 0x1000, itstate: 0 };
const host: Host = { load: () => 0, store: () => null, exec: () => 0, checkStackLimit: () => null };

interface Inputs {
  /** R0 to R4: destination, n, m, a (or l), h. */
  readonly regs: readonly number[];
  readonly GE?: number;
  readonly Q?: number;
}

type Run = (inputs: Inputs) => PlainState;

/** The instruction that `text` spells, as a function of the state. */
function instruction(text: string): Run {
  const found = assemble(text, place);
  if (found === null) throw new Error(`"${text}" is no instruction`);
  const decoded = decode(found.word >>> 16, found.word & 0xffff, place);
  if ("undefined" in decoded) throw new Error(`"${text}": ${decoded.undefined}`);
  return ({ regs, GE = 0, Q = 0 }) => {
    const state = zeroState();
    Object.assign(state.flags, { Q, GE });
    state.regs.set(regs);
    evaluate(decoded, place.pc, state, host);
    return state;
  };
}

const hex = (values: readonly number[]): string => values.map((value) => (value >>> 0).toString(16)).join(" ");

function same(text: string, regs: readonly number[], got: readonly number[], want: readonly number[]): void {
  if (got.every((value, index) => value === want[index])) return;
  assert.unreachable(`${text} of ${hex(regs)}: got ${hex(got)}, the manual's pseudocode gives ${hex(want)}`);
}

const halfCorners = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0x8001, 0xff00, 0xffff];
const lanesCorners = halfCorners.flatMap((high) => halfCorners.map((low) => ((high << 16) | low) >>> 0));
const wordCorners = [
  0, 1, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x4000_0000, 0x7fff_7fff, 0x7fff_8000, 0x7fff_ffff, 0x8000_0000, 0x8000_7fff,
  0x8000_8000, 0x8000_8001, 0xc000_0000, 0xffff_0000, 0xffff_8000, 0xffff_ffff,
];

// Lanes ---------------------------------------------------------------------------------------------------------------

/** Lowest lane first. */
function split(word: number, laneBits: number, signed: boolean): number[] {
  const lanes = Array.from({ length: 32 / laneBits }, (_, lane) => (word >>> (lane * laneBits)) % 2 ** laneBits);
  return lanes.map((lane) => (signed && lane >= 2 ** (laneBits - 1) ? lane - 2 ** laneBits : lane));
}
const join = (lanes: readonly number[], laneBits: number): number =>
  lanes.reduce((word, lane, index) => (word | ((lane & (2 ** laneBits - 1)) << (index * laneBits))) >>> 0, 0);
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

const shapes = ["add8", "add16", "sub8", "sub16", "asx", "sax"] as const;
type Shape = (typeof shapes)[number];
const adds = (shape: Shape, lane: number): boolean =>
  shape === "asx" ? lane === 1 : shape === "sax" ? lane === 0 : shape.startsWith("add");

interface ParallelResult {
  readonly value: number;
  /** Null where the instruction leaves it alone. */
  readonly ge: number | null;
}

function parallel(prefix: string, shape: Shape, n: number, m: number): ParallelResult {
  const laneBits = shape.endsWith("8") ? 8 : 16;
  const signed = prefix === "s" || prefix === "q" || prefix === "sh";
  const second = split(m, laneBits, signed);
  if (shape.endsWith("x")) second.reverse();
  const exact = split(n, laneBits, signed).map((one, lane) =>
    adds(shape, lane) ? one + (second[lane] ?? 0) : one - (second[lane] ?? 0),
  );
  const all = 2 ** laneBits;
  if (prefix.endsWith("h"))
    return {
      value: join(
        exact.map((value) => Math.floor(value / 2)),
        laneBits,
      ),
      ge: null,
    };
  if (prefix === "q")
    return {
      value: join(
        exact.map((value) => clamp(value, -all / 2, all / 2 - 1)),
        laneBits,
      ),
      ge: null,
    };
  if (prefix === "uq")
    return {
      value: join(
        exact.map((value) => clamp(value, 0, all - 1)),
        laneBits,
      ),
      ge: null,
    };
  const bits = exact.map((value, lane) => value >= (!signed && adds(shape, lane) ? all : 0));
  const perLane = laneBits / 8;
  const ge = bits.reduce((sum, bit, lane) => sum | (bit ? (2 ** perLane - 1) << (lane * perLane) : 0), 0);
  return { value: join(exact, laneBits), ge };
}

for (const prefix of ["s", "u", "q", "uq", "sh", "uh"]) {
  test(`${prefix.toUpperCase()}ADD8 and its forms do in each lane what whole numbers do, and set GE`, () => {
    for (const shape of shapes) {
      const text = `${prefix}${shape} r0, r1, r2`;
      const run = instruction(text);
      for (const n of lanesCorners) {
        for (const m of lanesCorners) {
          const before = (n + m) & 15;
          const { regs, flags } = run({ regs: [0, n, m], GE: before });
          const want = parallel(prefix, shape, n, m);
          same(text, [n, m], [regs[0] ?? 0, flags.GE, flags.Q], [want.value, want.ge ?? before, 0]);
        }
      }
    }
  });
}

test("SEL takes each byte from where its bit of GE says", () => {
  const run = instruction("sel r0, r1, r2");
  for (let GE = 0; GE < 16; GE++) {
    const { regs } = run({ regs: [0, 0x1122_3344, 0xaabb_ccdd], GE });
    const own = split(0x1122_3344, 8, false);
    const other = split(0xaabb_ccdd, 8, false);
    same(
      "sel",
      [GE],
      [regs[0] ?? 0],
      [
        join(
          own.map((byte, lane) => ((GE >> lane) & 1 ? byte : (other[lane] ?? 0))),
          8,
        ),
      ],
    );
  }
});

test("USAD8 and USADA8 add up the distances of four bytes", () => {
  const [plain, summed] = [instruction("usad8 r0, r1, r2"), instruction("usada8 r0, r1, r2, r3")];
  for (const n of lanesCorners) {
    for (const m of lanesCorners) {
      const other = split(m, 8, false);
      const sum = split(n, 8, false).reduce((total, byte, lane) => total + Math.abs(byte - (other[lane] ?? 0)), 0);
      const regs = [0, n, m, 0xffff_fff0];
      const got = [plain, summed].map((run) => run({ regs }).regs[0] ?? 0);
      same("usad8, usada8", regs, got, [sum, (sum + 0xffff_fff0) >>> 0]);
    }
  }
});

test("extensions of two bytes, and of one byte or halfword with a sum, take the rotated operand", () => {
  for (const rotation of [0, 8, 16, 24]) {
    for (const signed of [true, false]) {
      const prefix = signed ? "s" : "u";
      const suffix = rotation === 0 ? "" : `, ror #${rotation}`;
      const run = (name: string, operands: string): Run => instruction(`${prefix}xt${name} ${operands}${suffix}`);
      const runs = [run("b16", "r0, r2"), run("ab16", "r0, r1, r2"), run("ab", "r0, r1, r2"), run("ah", "r0, r1, r2")];
      for (const m of lanesCorners) {
        const n = 0x7fff_ff81;
        const rotated = ((m >>> rotation) | (rotation === 0 ? 0 : m << (32 - rotation))) >>> 0;
        const bytes = split(rotated, 8, signed);
        const pair = [bytes[0] ?? 0, bytes[2] ?? 0];
        const sums = split(n, 16, false).map((half, lane) => half + (pair[lane] ?? 0));
        const half = split(rotated, 16, signed)[0] ?? 0;
        const want = [join(pair, 16), join(sums, 16), (n + (bytes[0] ?? 0)) >>> 0, (n + half) >>> 0];
        same(
          `${prefix}xt*${suffix}`,
          [n, m],
          runs.map((one) => one({ regs: [0, n, m] }).regs[0] ?? 0),
          want,
        );
      }
    }
  }
});

test("PKHBT and PKHTB put two halfwords together, one of them shifted by anything up to 31 and 32", () => {
  const [n, m] = [0x1234_5678, 0x89ab_cdef];
  for (let amount = 0; amount <= 32; amount++) {
    const [left, right] = [BigInt(m) << BigInt(amount), BigInt(m | 0) >> BigInt(amount)];
    const run = (text: string): number => instruction(text)({ regs: [0, n, m] }).regs[0] ?? 0;
    const low = Number(BigInt.asUintN(32, left)) & 0xffff_0000;
    const bottom = amount === 0 ? "" : `, lsl #${amount}`;
    if (amount < 32) same("pkhbt", [n, m], [run(`pkhbt r0, r1, r2${bottom}`)], [(low | 0x5678) >>> 0]);
    const top = (0x1234_0000 | (Number(BigInt.asUintN(32, right)) & 0xffff)) >>> 0;
    if (amount > 0) same("pkhtb", [n, m], [run(`pkhtb r0, r1, r2, asr #${amount}`)], [top]);
  }
});

// Saturation and products ---------------------------------------------------------------------------------------------

test("SSAT16 and USAT16 saturate each halfword to every width, and set Q when one did not fit", () => {
  for (let width = 0; width <= 16; width++) {
    for (const signed of [true, false]) {
      if (width === (signed ? 0 : 16)) continue;
      const text = `${signed ? "s" : "u"}sat16 r0, #${width}, r1`;
      const run = instruction(text);
      const [least, most] = signed ? [-(2 ** (width - 1)), 2 ** (width - 1) - 1] : [0, 2 ** width - 1];
      for (const n of lanesCorners) {
        const halves = split(n, 16, true);
        const clamped = halves.map((half) => clamp(half, least, most));
        const q = halves.some((half, lane) => half !== clamped[lane]) ? 1 : 0;
        const { regs, flags } = run({ regs: [0, n] });
        same(text, [n], [regs[0] ?? 0, flags.Q], [join(clamped, 16), q]);
      }
    }
  }
});

const signed32 = (value: number | bigint): bigint => BigInt.asIntN(32, BigInt(value));
const clamp32 = (value: bigint): bigint =>
  value > 0x7fff_ffffn ? 0x7fff_ffffn : value < -0x8000_0000n ? -0x8000_0000n : value;

test("QADD, QSUB, QDADD and QDSUB saturate, the doubling by itself, and set Q for either", () => {
  const sums: readonly (readonly [string, boolean, 1n | -1n])[] = [
    ["qadd", false, 1n],
    ["qsub", false, -1n],
    ["qdadd", true, 1n],
    ["qdsub", true, -1n],
  ];
  for (const [name, doubles, sign] of sums) {
    const text = `${name} r0, r2, r1`;
    const run = instruction(text);
    for (const n of wordCorners) {
      for (const m of wordCorners) {
        const doubled = doubles ? signed32(n) * 2n : signed32(n);
        const exact = signed32(m) + sign * clamp32(doubled);
        const q = clamp32(doubled) === doubled && clamp32(exact) === exact ? 0 : 1;
        const { regs, flags } = run({ regs: [0, n, m] });
        same(text, [n, m], [regs[0] ?? 0, flags.Q], [Number(BigInt.asUintN(32, clamp32(exact))), q]);
      }
    }
  }
});

interface Operands {
  readonly n: bigint;
  readonly m: bigint;
  readonly a: bigint;
  readonly nHalf: (top: boolean) => bigint;
  readonly mHalf: (top: boolean) => bigint;
}
type Exact = (operands: Operands) => bigint;

const halfOf = (word: bigint, top: boolean): bigint => BigInt.asIntN(16, top ? word >> 16n : word);
const dual =
  (sign: 1n | -1n, swap: boolean): Exact =>
  ({ nHalf, mHalf }) =>
    nHalf(false) * mHalf(swap) + sign * nHalf(true) * mHalf(!swap);
const halfProduct =
  (x: string, y: string): Exact =>
  ({ nHalf, mHalf }) =>
    nHalf(x === "t") * mHalf(y === "t");
const wideProduct =
  (y: string): Exact =>
  ({ n, mHalf }) =>
    (n * mHalf(y === "t")) >> 16n;
const plus =
  (product: Exact): Exact =>
  (operands) =>
    operands.a + product(operands);
const upper =
  (f: Exact, round: boolean): Exact =>
  (operands) =>
    (f(operands) + (round ? 0x8000_0000n : 0n)) >> 32n;
const whole: Exact = ({ n, m }) => n * m;
const letters = ["b", "t"];

/** Text without operands; the exact result; whether Q tells that it does not fit. */
const products: readonly (readonly [string, Exact, boolean])[] = [
  ...letters.flatMap((x) =>
    letters.flatMap((y): [string, Exact, boolean][] => [
      [`smul${x}${y}`, halfProduct(x, y), false],
      [`smla${x}${y}`, plus(halfProduct(x, y)), true],
    ]),
  ),
  ...letters.flatMap((y): [string, Exact, boolean][] => [
    [`smulw${y}`, wideProduct(y), false],
    [`smlaw${y}`, plus(wideProduct(y)), true],
  ]),
  ...[false, true].flatMap((swap): [string, Exact, boolean][] => [
    [`smuad${swap ? "x" : ""}`, dual(1n, swap), true],
    [`smlad${swap ? "x" : ""}`, plus(dual(1n, swap)), true],
    [`smusd${swap ? "x" : ""}`, dual(-1n, swap), false],
    [`smlsd${swap ? "x" : ""}`, plus(dual(-1n, swap)), true],
  ]),
  ...[false, true].flatMap((round): [string, Exact, boolean][] => [
    [`smmul${round ? "r" : ""}`, upper(whole, round), false],
    [`smmla${round ? "r" : ""}`, upper(({ n, m, a }) => (a << 32n) + n * m, round), false],
    [`smmls${round ? "r" : ""}`, upper(({ n, m, a }) => (a << 32n) - n * m, round), false],
  ]),
];

const operandsOf = (n: number, m: number, a: number): Operands => {
  const [signedN, signedM] = [signed32(n), signed32(m)];
  return {
    n: signedN,
    m: signedM,
    a: signed32(a),
    nHalf: (top) => halfOf(signedN, top),
    mHalf: (top) => halfOf(signedM, top),
  };
};

test("products of halfwords and upper words are exact, wrap, and set Q where the sum does not fit", () => {
  for (const [name, exact, tellsOverflow] of products) {
    const sums = /^sm(la|ls|mla|mls)/.test(name);
    const run = instruction(`${name} r0, r1, r2${sums ? ", r3" : ""}`);
    for (const n of wordCorners) {
      for (const m of wordCorners) {
        for (const a of sums ? wordCorners : [0]) {
          const value = exact(operandsOf(n, m, a));
          const q = tellsOverflow && signed32(value) !== value ? 1 : 0;
          const { regs, flags } = run({ regs: [0, n, m, a] });
          same(name, [n, m, a], [regs[0] ?? 0, flags.Q], [Number(BigInt.asUintN(32, value)), q]);
        }
      }
    }
  }
});

const longProducts: readonly (readonly [string, Exact])[] = [
  ...letters.flatMap((x) => letters.map((y): [string, Exact] => [`smlal${x}${y}`, halfProduct(x, y)])),
  ["smlald", dual(1n, false)],
  ["smlaldx", dual(1n, true)],
  ["smlsld", dual(-1n, false)],
  ["smlsldx", dual(-1n, true)],
];

const wordsOf = (value: bigint): number[] => [
  Number(BigInt.asUintN(32, value)),
  Number(BigInt.asUintN(32, value >> 32n)),
];

test("long accumulations are exact modulo 2^64 and leave Q alone; UMAAL adds two words to a product", () => {
  const maal = instruction("umaal r3, r4, r1, r2");
  const runs = longProducts.map(([name, exact]) => ({ name, exact, run: instruction(`${name} r3, r4, r1, r2`) }));
  const accumulators = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
  for (const n of wordCorners) {
    for (const m of wordCorners) {
      for (const l of accumulators) {
        for (const h of accumulators) {
          const regs = [0, n, m, l, h];
          const both = (BigInt(h) << 32n) + BigInt(l);
          for (const { name, exact, run } of runs) {
            const got = run({ regs });
            const want = wordsOf(both + exact(operandsOf(n, m, 0)));
            same(name, regs, [got.regs[3] ?? 0, got.regs[4] ?? 0, got.flags.Q], [...want, 0]);
          }
          const got = maal({ regs }).regs;
          same("umaal", regs, [got[3] ?? 0, got[4] ?? 0], wordsOf(BigInt(n) * BigInt(m) + BigInt(h) + BigInt(l)));
        }
      }
    }
  }
});

test("nothing but a write to APSR clears Q", () => {
  for (const text of ["qadd r0, r1, r2", "ssat16 r0, #8, r1", "smlabb r0, r1, r2, r3", "smuad r0, r1, r2"]) {
    assert.is(instruction(text)({ regs: [0, 1, 1, 1], Q: 1 }).flags.Q, 1, text);
    assert.is(instruction(text)({ regs: [0, 1, 1, 1], Q: 0 }).flags.Q, 0, text);
  }
});

test.run();
