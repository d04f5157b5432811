/** Saturation, and Q, which stays set once it is (DDI 0553, SignedSatQ and UnsignedSatQ). */
import type { Builder, Operand } from "../builder.ts";
import { and, eq, not, or, sar, select, shl, shr, unary, xor } from "../builder.ts";
import type { Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";
import { addition, type Sum, subtract } from "./arithmetic.ts";

interface Saturated {
  readonly result: Expr;
  /** 1 when the result is not the value. */
  readonly tooLarge: Expr;
}

/** 1 when value exceeds limit, unsigned, for limits of the form 2^k - 1. */
const exceeds = (b: Builder, value: Expr, limit: Expr): Expr => b.let(eq(eq(and(value, not(limit)), 0), 0));

/** SignedSat() to -largest-1..largest, with largest = 2^(bits-1) - 1. */
function saturateSigned(b: Builder, value: Expr, largest: Expr): Saturated {
  const sign = b.let(sar(value, 31));
  // Too large when a bit above the result's sign bit is not the sign.
  const tooLarge = exceeds(b, xor(value, sign), largest);
  return { result: select(tooLarge, xor(largest, sign), value), tooLarge };
}

/** UnsignedSat() to 0..largest, with largest = 2^bits - 1. */
function saturateUnsigned(b: Builder, value: Expr, largest: Expr): Saturated {
  const tooLarge = exceeds(b, value, largest);
  return { result: select(tooLarge, and(largest, not(sar(value, 31))), value), tooLarge };
}

type Saturate = typeof saturateSigned;

/** The operand of SSAT and USAT: `small` is the amount 0..31, plus 32 for ASR (where the amount is not 0). */
function shiftedOperand(b: Builder): Expr {
  const n = b.reg("n");
  const small = b.arg("small");
  const amount = and(small, 31);
  return b.let(select(shr(small, 5), sar(n, amount), shl(n, amount)));
}

const word = (mnemonic: string, saturate: Saturate): Operation =>
  operation(`${mnemonic}_r`, "alu", "d n imm small", {}, `${mnemonic.toLowerCase()} {d}, #{k}, {n}`, (b) => {
    const { result, tooLarge } = saturate(b, shiftedOperand(b), b.arg("imm"));
    b.setReg("d", result);
    b.setQ(tooLarge);
  });

/** `imm` is the largest value. */
export const SSAT_r = word("SSAT", saturateSigned);
export const USAT_r = word("USAT", saturateUnsigned);

const halfwords = (mnemonic: string, saturate: Saturate): Operation =>
  operation(`${mnemonic}_r`, "dsp", "d n imm", {}, `${mnemonic.toLowerCase()} {d}, #{k}, {n}`, (b) => {
    const n = b.reg("n");
    const bottom = saturate(b, b.let(unary("sxth", n)), b.arg("imm"));
    const top = saturate(b, b.let(sar(n, 16)), b.arg("imm"));
    b.setReg("d", or(and(bottom.result, 0xffff), shl(top.result, 16)));
    b.setQ(or(bottom.tooLarge, top.tooLarge));
  });

/** `imm` is the largest value. */
export const SSAT16_r = halfwords("SSAT16", saturateSigned);
export const USAT16_r = halfwords("USAT16", saturateUnsigned);

type Arithmetic = (b: Builder, x: Operand, y: Operand) => Sum;

/** f(x, y), or what of the signed numbers is nearest to it; an overflow has the sign of x, and sets Q. */
function saturated(b: Builder, f: Arithmetic, x: Expr, y: Expr): Expr {
  const { result, overflow } = f(b, x, y);
  const tooLarge = b.let(overflow);
  b.setQ(tooLarge);
  return b.let(select(tooLarge, xor(sar(x, 31), 0x7fff_ffff), result));
}

/** m + n or m - n, with n doubled first where `double` says so: that saturates, too. */
const sum = (mnemonic: string, f: Arithmetic, double: boolean): Operation =>
  operation(`${mnemonic}_rr`, "dsp", "d m n", {}, `${mnemonic.toLowerCase()} {d}, {m}, {n}`, (b) => {
    const m = b.reg("m");
    const n = b.reg("n");
    b.setReg("d", saturated(b, f, m, double ? saturated(b, addition, n, n) : n));
  });

export const QADD_rr = sum("QADD", addition, false);
export const QSUB_rr = sum("QSUB", subtract, false);
export const QDADD_rr = sum("QDADD", addition, true);
export const QDSUB_rr = sum("QDSUB", subtract, true);
