/**
 * The DSP extension's arithmetic on four bytes or two halfwords at a time (DDI 0553: SADD8 and its family, SEL, USAD8,
 * the extensions of two bytes, PKHBT).
 *
 * All lanes are computed at once in one 32-bit word. What is known of a lane as one bit stands at the place of its sign
 * bit, so that 0x80808080 or 0x80008000 is "in every lane".
 */
import type { Builder, Operand } from "../builder.ts";
import { add, and, mul, not, or, ror, sar, shl, shr, sub, xor } from "../builder.ts";
import type { Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";

type LaneBits = 8 | 16;

const signs: Readonly<Record<LaneBits, number>> = { 8: 0x8080_8080, 16: 0x8000_8000 };
const lowest: Readonly<Record<LaneBits, number>> = { 8: 0x0101_0101, 16: 0x0001_0001 };
const everywhere = 0xffff_ffff;

interface LaneSum {
  /** Each lane modulo its width. */
  readonly result: Expr;
  /** Carry out of each lane; where a lane subtracts it means "no borrow". */
  readonly carry: Expr;
  /** Sign of the sum of the signed lanes, before it is cut to the lane. */
  readonly sign: Expr;
}

/** n + m in each lane, and n - m, as n + NOT(m) + 1, in the lanes that are all ones in `minus`. */
function laneSum(b: Builder, lane: LaneBits, n: Expr, m: Expr, minus: number): LaneSum {
  const top = signs[lane];
  const y = minus === 0 ? m : b.let(xor(m, minus));
  // Without the sign bits nothing is carried from lane to lane; they are added without carry afterwards.
  const below = add(and(n, ~top), and(y, ~top));
  const lower = minus === 0 ? below : add(below, minus & lowest[lane]);
  const result = b.let(xor(lower, and(xor(n, y), top)));
  const bothSet = b.let(and(n, y));
  const oneSet = b.let(or(n, y));
  return {
    result,
    carry: and(or(bothSet, and(oneSet, not(result))), top),
    sign: and(or(bothSet, and(oneSet, result)), top),
  };
}

/** All ones in the lanes whose bit is set. */
function fill(b: Builder, lane: LaneBits, flags: Expr): Expr {
  const known = b.let(flags);
  return b.let(sub(shl(known, 1), shr(known, lane - 1)));
}

const blend = (mask: Expr, a: Operand, c: Operand): Expr => or(and(mask, a), and(not(mask), c));

/** APSR.GE has a bit for each byte: halfwords set two. */
function setGE(b: Builder, lane: LaneBits, flags: Expr): void {
  const known = b.let(flags);
  const bytes = lane === 8 ? known : or(known, shr(known, 8));
  // Bits 0, 8, 16, 24 of the factor land on bits 28 to 31 of the product.
  b.setGE(shr(mul(shr(bytes, 7), 0x1020_4080), 28));
}

/** What a lane's result would be above its width: the sign of an unsigned difference, the carry of an unsigned sum. */
const unsignedTop = (lane: LaneBits, { carry }: LaneSum, minus: number): Expr => xor(carry, minus & signs[lane]);

const halved = (lane: LaneBits, result: Expr, top: Expr): Expr => or(and(shr(result, 1), ~signs[lane]), top);

type Finish = (b: Builder, lane: LaneBits, sum: LaneSum, minus: number) => Expr;

/** What the prefix of a mnemonic makes of the sums. */
const finishes: Readonly<Record<string, Finish>> = {
  S: (b, lane, { result, sign }) => {
    setGE(b, lane, xor(sign, signs[lane]));
    return result;
  },
  U: (b, lane, { result, carry }) => {
    setGE(b, lane, carry);
    return result;
  },
  SH: (_, lane, { result, sign }) => halved(lane, result, sign),
  UH: (_, lane, sum, minus) => halved(lane, sum.result, unsignedTop(lane, sum, minus)),
  Q: (b, lane, sum) => {
    const sign = b.let(sum.sign);
    const tooLarge = fill(b, lane, and(xor(sign, sum.result), signs[lane]));
    return blend(tooLarge, add(~signs[lane], shr(sign, lane - 1)), sum.result);
  },
  UQ: (b, lane, sum, minus) => blend(fill(b, lane, unsignedTop(lane, sum, minus)), ~minus, sum.result),
};

interface Form {
  readonly lane: LaneBits;
  readonly minus: number;
  /** The second operand's halfwords change places first. */
  readonly exchange?: true;
}

const forms: Readonly<Record<string, Form>> = {
  ADD8: { lane: 8, minus: 0 },
  ADD16: { lane: 16, minus: 0 },
  ASX: { lane: 16, minus: 0x0000_ffff, exchange: true },
  SUB8: { lane: 8, minus: everywhere },
  SUB16: { lane: 16, minus: everywhere },
  SAX: { lane: 16, minus: 0xffff_0000, exchange: true },
};

function parallel(prefix: string, finish: Finish, name: string, { lane, minus, exchange }: Form): Operation {
  const mnemonic = `${prefix}${name}`;
  return operation(`${mnemonic}_rr`, "dsp", "d n m", {}, `${mnemonic.toLowerCase()} {d}, {n}, {m}`, (b) => {
    const n = b.reg("n");
    const m = b.reg("m");
    const sum = laneSum(b, lane, n, exchange ? b.let(ror(m, 16)) : m, minus);
    b.setReg("d", finish(b, lane, sum, minus));
  });
}

/** Operation by prefix (S, Q, SH, U, UQ, UH) and form (ADD8, ADD16, ASX, SUB8, SUB16, SAX). */
export const parallelOperations: ReadonlyMap<string, ReadonlyMap<string, Operation>> = new Map(
  Object.entries(finishes).map(([prefix, finish]) => [
    prefix,
    new Map(Object.entries(forms).map(([name, form]) => [name, parallel(prefix, finish, name, form)])),
  ]),
);

export const SEL_rr = operation("SEL_rr", "dsp", "d n m", {}, "sel {d}, {n}, {m}", (b) => {
  // The four bits, moved to the lowest of each byte, times 255 are four bytes of mask.
  const bytes = and(mul(b.flag("GE"), 0x0020_4081), lowest[8]);
  b.setReg("d", blend(b.let(mul(bytes, 255)), b.reg("n"), b.reg("m")));
});

/** Sum of the four differences, each without its sign. */
function absoluteDifferences(b: Builder): Expr {
  const sum = laneSum(b, 8, b.reg("n"), b.reg("m"), everywhere);
  const negative = fill(b, 8, unsignedTop(8, sum, everywhere));
  const distances = b.let(add(xor(sum.result, negative), and(negative, lowest[8])));
  const pairs = b.let(add(and(distances, 0x00ff_00ff), and(shr(distances, 8), 0x00ff_00ff)));
  return and(add(pairs, shr(pairs, 16)), 0xffff);
}

export const USAD8_rr = operation("USAD8_rr", "dsp", "d n m", {}, "usad8 {d}, {n}, {m}", (b) =>
  b.setReg("d", absoluteDifferences(b)),
);
export const USADA8_rrr = operation("USADA8_rrr", "dsp", "d n m a", {}, "usada8 {d}, {n}, {m}, {a}", (b) =>
  b.setReg("d", add(b.reg("a"), absoluteDifferences(b))),
);

interface Extension {
  readonly r: Operation;
  readonly rr: Operation;
}

/** Bytes 0 and 2 of `m` rotated by `imm` (0, 8, 16, 24), extended to halfwords; `rr` adds them to those of `n`. */
function extend16(prefix: "S" | "U"): Extension {
  const text = `${prefix.toLowerCase()}xt`;
  const extended = (b: Builder): Expr => {
    const bytes = b.let(and(ror(b.reg("m"), b.arg("imm")), 0x00ff_00ff));
    return prefix === "U" ? bytes : b.let(or(bytes, mul(and(bytes, 0x0080_0080), 0x1fe)));
  };
  return {
    r: operation(`${prefix}XTB16_r`, "dsp", "d m imm", {}, `${text}b16 {d}, {m}, ror #{imm}`, (b) =>
      b.setReg("d", extended(b)),
    ),
    rr: operation(`${prefix}XTAB16_rr`, "dsp", "d n m imm", {}, `${text}ab16 {d}, {n}, {m}, ror #{imm}`, (b) =>
      b.setReg("d", laneSum(b, 16, b.reg("n"), extended(b), 0).result),
    ),
  };
}

export const SXTB16 = extend16("S");
export const UXTB16 = extend16("U");

/** `imm` is the LSL amount, 0..31. */
export const PKHBT_rl = operation("PKHBT_rl", "dsp", "d n m imm", {}, "pkhbt {d}, {n}, {m}, lsl #{imm}", (b) =>
  b.setReg("d", or(and(b.reg("n"), 0xffff), and(shl(b.reg("m"), b.arg("imm")), 0xffff_0000))),
);
/** `imm` is the ASR amount, 1..31; 31 does for 32, too. */
export const PKHTB_rs = operation("PKHTB_rs", "dsp", "d n m imm", {}, "pkhtb {d}, {n}, {m}, asr #{imm}", (b) =>
  b.setReg("d", or(and(b.reg("n"), 0xffff_0000), and(sar(b.reg("m"), b.arg("imm")), 0xffff))),
);
