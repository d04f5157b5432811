/**
 * Arithmetic of FPv5, single precision. Registers are single-precision ones; rounding modes as in isa/float.ts, with 5
 * for that of FPSCR. Each operation first does what DDI 0553 calls ExecuteFPCheck().
 */
import type { Builder } from "../builder.ts";
import { and, or, select, shl, shr, xor } from "../builder.ts";
import { fpscrMask } from "../float.ts";
import type { Expr, FloatFunction } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation, Statics } from "../rows.ts";

const signBit = 0x8000_0000;
const negated = (value: Expr): Expr => xor(value, signBit);

/** An operation that begins with the check. */
export function float(
  name: string,
  args: string,
  statics: Statics,
  syntax: string,
  semantics: (b: Builder, x: Statics) => void,
): Operation {
  return operation(name, "float", args, statics, syntax, (b, x) => {
    b.checkFloat();
    semantics(b, x);
  });
}

/** `d` becomes a function of `n` and `m`, and of `d` itself where the function asks for it. */
const three = (name: string, value: (b: Builder, n: Expr, m: Expr) => Expr): Operation =>
  float(name, "d:single n:single m:single", {}, `${name.toLowerCase()}.f32 {d}, {n}, {m}`, (b) =>
    b.setSingle("d", value(b, b.single("n"), b.single("m"))),
  );

const called = (name: string, f: FloatFunction): Operation => three(name, (b, n, m) => b.float(f, n, m));

export const VADD = called("VADD", "floatAdd");
export const VSUB = called("VSUB", "floatSub");
export const VMUL = called("VMUL", "floatMul");
export const VDIV = called("VDIV", "floatDiv");
export const VMAXNM = called("VMAXNM", "floatMaxNum");
export const VMINNM = called("VMINNM", "floatMinNum");
export const VNMUL = three("VNMUL", (b, n, m) => negated(b.float("floatMul", n, m)));

/** The product is rounded before it is added. */
const chained = (name: string, addend: (d: Expr) => Expr, product: (p: Expr) => Expr): Operation =>
  three(name, (b, n, m) => b.float("floatAdd", addend(b.single("d")), product(b.float("floatMul", n, m))));
/** The product is not. */
const fused = (name: string, addend: (d: Expr) => Expr, factor: (n: Expr) => Expr): Operation =>
  three(name, (b, n, m) => b.float("floatMulAdd", addend(b.single("d")), factor(n), m));
const same = (value: Expr): Expr => value;

export const VMLA = chained("VMLA", same, same);
export const VMLS = chained("VMLS", same, negated);
export const VNMLA = chained("VNMLA", negated, negated);
export const VNMLS = chained("VNMLS", negated, same);
export const VFMA = fused("VFMA", same, same);
export const VFMS = fused("VFMS", same, negated);
export const VFNMA = fused("VFNMA", negated, negated);
export const VFNMS = fused("VFNMS", negated, same);

/** `d` becomes a function of `m`. */
const two = (name: string, statics: Statics, value: (b: Builder, m: Expr, x: Statics) => Expr): Operation =>
  float(name, "d:single m:single", statics, `${name.toLowerCase()}.f32 {d}, {m}`, (b, x) =>
    b.setSingle("d", value(b, b.single("m"), x)),
  );

export const VABS = two("VABS", {}, (_, m) => and(m, ~signBit));
export const VNEG = two("VNEG", {}, (_, m) => negated(m));
export const VSQRT = two("VSQRT", {}, (b, m) => b.float("floatSqrt", m));
export const VMOV = two("VMOV", {}, (_, m) => m);

/** Condition of VSEL, which holds where the first operand is taken. */
const vsel = (name: string, condition: (b: Builder) => Expr): Operation =>
  three(name, (b, n, m) => select(condition(b), n, m));
export const VSELEQ = vsel("VSELEQ", (b) => b.flag("Z"));
export const VSELVS = vsel("VSELVS", (b) => b.flag("V"));
const isLess = (b: Builder): Expr => xor(b.flag("N"), b.flag("V"));
export const VSELGE = vsel("VSELGE", (b) => xor(isLess(b), 1));
export const VSELGT = vsel("VSELGT", (b) => xor(or(isLess(b), b.flag("Z")), 1));

/** Static `e`: quiet NaNs are invalid operands, too. */
const compare = (b: Builder, e: number, d: Expr, m: Expr | number): void => {
  const nzcv = b.float("floatCompare", d, m, e);
  b.setFpscr(or(and(b.fpscr, 0x0fff_ffff), nzcv));
};
export const VCMP = float("VCMP", "d:single m:single", { e: 2 }, "vcmp{e:e}.f32 {d}, {m}", (b, { e = 0 }) =>
  compare(b, e, b.single("d"), b.single("m")),
);
export const VCMP_zero = float("VCMP_zero", "d:single", { e: 2 }, "vcmp{e:e}.f32 {d}, #0.0", (b, { e = 0 }) =>
  compare(b, e, b.single("d"), 0),
);

const modeOfFpscr = 5;
const modes = 6;
const modeOf = (b: Builder, mode: number): Expr | number => (mode === modeOfFpscr ? and(shr(b.fpscr, 22), 3) : mode);

/** Static `x`: an inexact result is told (VRINTX). */
export const VRINT = two("VRINT", { mode: modes, x: 2 }, (b, m, { mode = 0, x = 0 }) =>
  b.float("floatRoundInt", m, modeOf(b, mode), x),
);
const unsignedFormat = (u: number): number => (u ? 128 : 0);
/** To integers; static `u`: unsigned. */
export const VCVT_to_int = two("VCVT_to_int", { mode: modes, u: 2 }, (b, m, { mode = 0, u = 0 }) =>
  b.float("floatToFixed", m, unsignedFormat(u), modeOf(b, mode)),
);
export const VCVT_from_int = two("VCVT_from_int", { u: 2 }, (b, m, { u = 0 }) =>
  b.float("fixedToFloat", m, unsignedFormat(u), modeOf(b, modeOfFpscr)),
);
/** `imm` is the format of floatToFixed and fixedToFloat; towards zero, and to nearest. */
export const VCVT_to_fixed = float("VCVT_to_fixed", "d:single imm", {}, "vcvt {d}, {d}, #{imm}", (b) =>
  b.setSingle("d", b.float("floatToFixed", b.single("d"), b.arg("imm"), 3)),
);
export const VCVT_from_fixed = float("VCVT_from_fixed", "d:single imm", {}, "vcvt {d}, {d}, #{imm}", (b) =>
  b.setSingle("d", b.float("fixedToFloat", b.single("d"), b.arg("imm"), 0)),
);
/** Static `t`: the half-precision number is in the upper half of its register. */
export const VCVT_from_half = two("VCVT_from_half", { t: 2 }, (b, m, { t = 0 }) =>
  b.float("halfToSingle", and(shr(m, 16 * t), 0xffff)),
);
export const VCVT_to_half = two("VCVT_to_half", { t: 2 }, (b, m, { t = 0 }) => {
  const value = b.float("singleToHalf", m);
  return t ? or(and(b.single("d"), 0xffff), shl(value, 16)) : or(and(b.single("d"), 0xffff_0000), value);
});

export const VMRS = float("VMRS", "t", {}, "vmrs {t}, fpscr", (b) => b.setReg("t", b.fpscr));
export const VMRS_apsr = float("VMRS_apsr", "", {}, "vmrs APSR_nzcv, fpscr", (b) => b.setNZCV(b.fpscr));
export const VMSR = float("VMSR", "t", {}, "vmsr fpscr, {t}", (b) => b.setFpscr(and(b.reg("t"), fpscrMask)));
