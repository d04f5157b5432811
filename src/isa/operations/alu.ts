/**
 * Data processing. Operand kinds: `ri` immediate, `rr` register, `rl` register with LSL #1..31, `rs` register with any
 * other
 * constant shift (`small`: 1 LSR, 2 ASR, 3 ROR, 4 RRX; `imm`: the amount). Static `s`: 0 leaves the flags alone, 1 sets
 * them;
 * logical `ri` operations know 2 as well: the constant was rotated, and C becomes its bit 31.
 */

import type { Builder } from "../builder.ts";
import { add, and, konst, not, or, sar, shl, shr, unary, xor } from "../builder.ts";
import type { Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";
import type { Shifted, Sum } from "./arithmetic.ts";
import {
  addition,
  rotateRight,
  rotateThroughCarry,
  setNZCV,
  setStackPointer,
  shiftByRegister,
  shiftByType,
  shiftLeft,
  shiftRight,
  subtract,
} from "./arithmetic.ts";

type Sums = (b: Builder, x: Expr, y: Expr) => Sum;
type Logic = (x: Expr, y: Expr) => Expr;

const left = (b: Builder): Shifted => shiftLeft(b, b.reg("m"), b.arg("imm"));
const byType = (b: Builder): Shifted => shiftByType(b, b.reg("m"), b.arg("small"), b.arg("imm"));

const shiftedText = "{m}, {iy:shift}";

interface Forms {
  readonly ri: Operation;
  readonly rr: Operation;
  readonly rl: Operation;
  readonly rs: Operation;
}

/** The four forms of `d := f(n, operand)` with full flags. */
function sums(mnemonic: string, f: Sums): Forms {
  const text = `${mnemonic.toLowerCase()}{s} {d}, {n}, `;
  const finish = (b: Builder, s: number | undefined, sum: Sum): void => {
    b.setReg("d", sum.result);
    if (s) setNZCV(b, sum);
  };
  return {
    ri: operation(`${mnemonic}_ri`, "alu", "d n imm", { s: 2 }, `${text}#{imm}`, (b, { s }) =>
      finish(b, s, f(b, b.reg("n"), b.arg("imm"))),
    ),
    rr: operation(`${mnemonic}_rr`, "alu", "d n m", { s: 2 }, `${text}{m}`, (b, { s }) =>
      finish(b, s, f(b, b.reg("n"), b.reg("m"))),
    ),
    rl: operation(`${mnemonic}_rl`, "alu", "d n m imm", { s: 2 }, `${text}{m}, lsl #{imm}`, (b, { s }) =>
      finish(b, s, f(b, b.reg("n"), left(b).result)),
    ),
    rs: operation(`${mnemonic}_rs`, "alu", "d n m imm small", { s: 2 }, `${text}${shiftedText}`, (b, { s }) =>
      finish(b, s, f(b, b.reg("n"), byType(b).result)),
    ),
  };
}

/** CMP and CMN: flags only. */
function comparisons(mnemonic: string, f: Sums): Forms {
  const text = `${mnemonic.toLowerCase()} {n}, `;
  return {
    ri: operation(`${mnemonic}_ri`, "alu", "n imm", {}, `${text}#{imm}`, (b) =>
      setNZCV(b, f(b, b.reg("n"), b.arg("imm"))),
    ),
    rr: operation(`${mnemonic}_rr`, "alu", "n m", {}, `${text}{m}`, (b) => setNZCV(b, f(b, b.reg("n"), b.reg("m")))),
    rl: operation(`${mnemonic}_rl`, "alu", "n m imm", {}, `${text}{m}, lsl #{imm}`, (b) =>
      setNZCV(b, f(b, b.reg("n"), left(b).result)),
    ),
    rs: operation(`${mnemonic}_rs`, "alu", "n m imm small", {}, `${text}${shiftedText}`, (b) =>
      setNZCV(b, f(b, b.reg("n"), byType(b).result)),
    ),
  };
}

/** `d := f(n, operand)`, or `f(operand)` where `unaryForm`, or flags only where there is no `d`. */
function logic(mnemonic: string, f: Logic, shape: "dn" | "d" | "n"): Forms {
  const places = shape === "dn" ? "{d}, {n}, " : shape === "d" ? "{d}, " : "{n}, ";
  const writes = shape !== "n";
  const text = `${mnemonic.toLowerCase()}${writes ? "{s}" : ""} ${places}`;
  const args = shape === "dn" ? "d n" : shape;
  const operand = (b: Builder): Expr => (shape === "d" ? konst(0) : b.reg("n"));
  const finish = (b: Builder, s: number | undefined, result: Expr, carry: Expr | null): void => {
    const value = b.let(result);
    if (writes) b.setReg("d", value);
    if (!s && writes) return;
    b.setNZ(value);
    if (carry) b.setC(carry);
  };
  const flags = writes ? { s: 2 } : {};
  const shifted = (b: Builder, s: number | undefined, by: Shifted): void => {
    const x = operand(b);
    finish(b, s, f(x, by.result), by.carry);
  };
  return {
    ri: operation(
      `${mnemonic}_ri`,
      "alu",
      `${args} imm`,
      writes ? { s: 3 } : { k: 2 },
      `${text}#{imm}`,
      (b, { s, k }) => {
        const rotated = writes ? s === 2 : k === 1;
        const imm = b.arg("imm");
        finish(b, s, f(operand(b), imm), rotated ? shr(imm, 31) : null);
      },
    ),
    rr: operation(`${mnemonic}_rr`, "alu", `${args} m`, flags, `${text}{m}`, (b, { s }) =>
      finish(b, s, f(operand(b), b.reg("m")), null),
    ),
    rl: operation(`${mnemonic}_rl`, "alu", `${args} m imm`, flags, `${text}{m}, lsl #{imm}`, (b, { s }) =>
      shifted(b, s, left(b)),
    ),
    rs: operation(`${mnemonic}_rs`, "alu", `${args} m imm small`, flags, `${text}${shiftedText}`, (b, { s }) =>
      shifted(b, s, byType(b)),
    ),
  };
}

export const ADD = sums("ADD", addition);
export const ADC = sums("ADC", (b, x, y) => b.addWithCarry(x, y, b.flag("C")));
export const SUB = sums("SUB", subtract);
export const SBC = sums("SBC", (b, x, y) => b.addWithCarry(x, not(y), b.flag("C")));
export const RSB = sums("RSB", (b, x, y) => subtract(b, y, x));
export const CMP = comparisons("CMP", subtract);
export const CMN = comparisons("CMN", addition);
export const AND = logic("AND", and, "dn");
export const BIC = logic("BIC", (x, y) => and(x, not(y)), "dn");
export const EOR = logic("EOR", xor, "dn");
export const ORR = logic("ORR", or, "dn");
export const ORN = logic("ORN", (x, y) => or(x, not(y)), "dn");
export const MOV = logic("MOV", (_, y) => y, "d");
export const MVN = logic("MVN", (_, y) => not(y), "d");
export const TST = logic("TST", and, "n");
export const TEQ = logic("TEQ", xor, "n");

/** Shift of `m` by a constant. LSL takes 1..31 (0 is MOV), LSR and ASR 1..32, ROR 1..31. */
function shift(mnemonic: string, by: (b: Builder, value: Expr, amount: Expr) => Shifted): Operation {
  const text = `${mnemonic.toLowerCase()}{s} {d}, {m}, #{imm}`;
  return operation(`${mnemonic}_ri`, "alu", "d m imm", { s: 2 }, text, (b, { s }) => {
    const { result, carry } = by(b, b.reg("m"), b.arg("imm"));
    b.setReg("d", result);
    if (!s) return;
    b.setNZ(result);
    b.setC(carry);
  });
}

export const LSL_ri = shift("LSL", shiftLeft);
export const LSR_ri = shift("LSR", (b, value, amount) => shiftRight(b, shr, value, amount));
export const ASR_ri = shift("ASR", (b, value, amount) => shiftRight(b, sar, value, amount));
export const ROR_ri = shift("ROR", rotateRight);

export const RRX_r = operation("RRX_r", "alu", "d m", { s: 2 }, "rrx{s} {d}, {m}", (b, { s }) => {
  const { result, carry } = rotateThroughCarry(b, b.reg("m"));
  b.setReg("d", result);
  if (!s) return;
  b.setNZ(result);
  b.setC(carry);
});

/** Shift of `n` by the bottom byte of `m`. */
function shiftRegister(mnemonic: string, type: 0 | 1 | 2 | 3): Operation {
  return operation(
    `${mnemonic}_rr`,
    "alu",
    "d n m",
    { s: 2 },
    `${mnemonic.toLowerCase()}{s} {d}, {n}, {m}`,
    (b, { s }) => {
      const { result, carry } = shiftByRegister(b, type, b.reg("n"), b.reg("m"));
      b.setReg("d", result);
      if (!s) return;
      b.setNZ(result);
      b.setC(carry);
    },
  );
}

export const LSL_rr = shiftRegister("LSL", 0);
export const LSR_rr = shiftRegister("LSR", 1);
export const ASR_rr = shiftRegister("ASR", 2);
export const ROR_rr = shiftRegister("ROR", 3);

/** `imm` comes shifted into the upper halfword. */
export const MOVT_ri = operation("MOVT_ri", "alu", "d imm", {}, "movt {d}, #{imm}", (b) =>
  b.setReg("d", or(and(b.reg("d"), 0xffff), b.arg("imm"))),
);

/** Operations that write SP: `ADD/SUB SP, SP, ...` and `MOV SP, Rm`, with the limit check of RSPCheck(). */
function stackSum(name: string, text: string, args: string, f: Sums, operand: (b: Builder) => Expr): Operation {
  return operation(name, "alu", args, { s: 2 }, text, (b, { s }) => {
    const sum = f(b, b.fixed(13), operand(b));
    setStackPointer(b, sum.result);
    if (s) setNZCV(b, sum);
  });
}

export const ADD_sp_i = stackSum("ADD_sp_i", "add{s} sp, sp, #{imm}", "imm", addition, (b) => b.arg("imm"));
export const SUB_sp_i = stackSum("SUB_sp_i", "sub{s} sp, sp, #{imm}", "imm", subtract, (b) => b.arg("imm"));
/** `imm` is the LSL amount, 0..3. */
export const ADD_sp_r = stackSum("ADD_sp_r", "add{s} sp, sp, {m}, lsl #{imm}", "m imm", addition, (b) =>
  shl(b.reg("m"), b.arg("imm")),
);
export const SUB_sp_r = stackSum("SUB_sp_r", "sub{s} sp, sp, {m}, lsl #{imm}", "m imm", subtract, (b) =>
  shl(b.reg("m"), b.arg("imm")),
);
export const MOV_sp = operation("MOV_sp", "alu", "m", {}, "mov sp, {m}", (b) => setStackPointer(b, b.reg("m")));

/** `imm` is the value that reads as PC. */
export const MOV_sp_i = operation("MOV_sp_i", "alu", "imm", {}, "mov sp, #{imm}", (b) =>
  setStackPointer(b, b.arg("imm")),
);

const bit = (op: "clz" | "rbit" | "rev", name: string): Operation =>
  operation(`${name}_r`, "alu", "d m", {}, `${name.toLowerCase()} {d}, {m}`, (b) =>
    b.setReg("d", unary(op, b.reg("m"))),
  );

export const CLZ_r = bit("clz", "CLZ");
export const RBIT_r = bit("rbit", "RBIT");
export const REV_r = bit("rev", "REV");
export const REV16_r = operation("REV16_r", "alu", "d m", {}, "rev16 {d}, {m}", (b) => {
  const m = b.reg("m");
  b.setReg("d", or(and(shr(m, 8), 0x00ff_00ff), and(shl(m, 8), 0xff00_ff00)));
});
export const REVSH_r = operation("REVSH_r", "alu", "d m", {}, "revsh {d}, {m}", (b) => {
  b.setReg("d", sar(unary("rev", b.reg("m")), 16));
});

/** `imm` is the rotation: 0, 8, 16 or 24. `add` (DSP extension) adds the value to `n`. */
function extend(mnemonic: string, f: (value: Expr) => Expr): { r: Operation; rot: Operation; add: Operation } {
  const text = `${mnemonic.toLowerCase()} {d}, {m}`;
  const sumName = mnemonic.replace("XT", "XTA");
  const rotated = (b: Builder): Expr => f(rotateRight(b, b.reg("m"), b.arg("imm")).result);
  return {
    r: operation(`${mnemonic}_r`, "alu", "d m", {}, text, (b) => b.setReg("d", f(b.reg("m")))),
    rot: operation(`${mnemonic}_rot`, "alu", "d m imm", {}, `${text}, ror #{imm}`, (b) => b.setReg("d", rotated(b))),
    add: operation(`${sumName}_rr`, "dsp", "d n m imm", {}, `${sumName.toLowerCase()} {d}, {n}, {m}, ror #{imm}`, (b) =>
      b.setReg("d", add(b.reg("n"), rotated(b))),
    ),
  };
}

export const SXTB = extend("SXTB", (value) => unary("sxtb", value));
export const SXTH = extend("SXTH", (value) => unary("sxth", value));
export const UXTB = extend("UXTB", (value) => and(value, 0xff));
export const UXTH = extend("UXTH", (value) => and(value, 0xffff));

/** `imm` is the mask of the field in place; `small` its lowest bit. */
export const BFI_r = operation("BFI_r", "alu", "d n imm small", {}, "bfi {d}, {n}, #{small}, #{w}", (b) => {
  const mask = b.arg("imm");
  b.setReg("d", or(and(b.reg("d"), not(mask)), and(shl(b.reg("n"), b.arg("small")), mask)));
});
/** `imm` is the mask of the field in place. */
export const BFC_r = operation("BFC_r", "alu", "d imm", {}, "bfc {d}, #{small}, #{w}", (b) =>
  b.setReg("d", and(b.reg("d"), not(b.arg("imm")))),
);
/** `small` is the lowest bit, `imm` the mask of the field once it is shifted down. */
export const UBFX_r = operation("UBFX_r", "alu", "d n imm small", {}, "ubfx {d}, {n}, #{small}, #{w}", (b) =>
  b.setReg("d", and(shr(b.reg("n"), b.arg("small")), b.arg("imm"))),
);
/** `small` shifts the field's top bit to bit 31, `imm` shifts it down again. */
export const SBFX_r = operation("SBFX_r", "alu", "d n imm small", {}, "sbfx {d}, {n}, #{l}, #{w}", (b) =>
  b.setReg("d", sar(shl(b.reg("n"), b.arg("small")), b.arg("imm"))),
);

/** Only for the rows that read or write PC as a general register (MOV, ADD). */
export const MOV_pc = operation("MOV_pc", "branch", "m", {}, "mov pc, {m}", (b) => b.jump(and(b.reg("m"), ~1)));
/** `imm` is the value that reads as PC. */
export const ADD_pc = operation("ADD_pc", "branch", "m imm", {}, "add pc, {m}", (b) =>
  b.jump(and(add(b.reg("m"), b.arg("imm")), ~1)),
);
