/**
 * Evaluation of IR expressions: compiled once into closures over a context of the caller's choice. Values are unsigned
 * 32-bit.
 */
import type { BinaryOp, Expr, UnaryOp } from "./ir.ts";

type Node = "unary" | "binary" | "select" | "const";
export type Leaf = Exclude<Expr, { kind: Node }>;
export type Compiled<C> = (context: C) => number;

function reverseBits(value: number): number {
  let result = 0;
  for (let bit = 0; bit < 32; bit++) if ((value >>> bit) & 1) result |= 1 << (31 - bit);
  return result;
}

const reverseBytes = (a: number): number => (a << 24) | ((a & 0xff00) << 8) | ((a >>> 8) & 0xff00) | (a >>> 24);

const unaryTable: Readonly<Record<UnaryOp, (a: number) => number>> = {
  not: (a) => ~a,
  neg: (a) => -a,
  clz: (a) => Math.clz32(a),
  rbit: reverseBits,
  rev: reverseBytes,
  sxtb: (a) => (a << 24) >> 24,
  sxth: (a) => (a << 16) >> 16,
  isZero: (a) => (a === 0 ? 1 : 0),
};

const highUnsigned = (a: number, b: number): number => Number((BigInt(a) * BigInt(b)) >> 32n);
const highSigned = (a: number, b: number): number => Number((BigInt(a | 0) * BigInt(b | 0)) >> 32n);

const binaryTable: Readonly<Record<BinaryOp, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => Math.imul(a, b),
  mulhu: highUnsigned,
  mulhs: highSigned,
  divu: (a, b) => (b === 0 ? 0 : a / b),
  divs: (a, b) => (b === 0 ? 0 : (a | 0) / (b | 0)),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b) => a << b,
  shr: (a, b) => a >>> b,
  sar: (a, b) => a >> b,
  ror: (a, b) => (a >>> (b & 31)) | (a << (-b & 31)),
  eq: (a, b) => (a === b ? 1 : 0),
  ne: (a, b) => (a !== b ? 1 : 0),
  ltu: (a, b) => (a < b ? 1 : 0),
  lts: (a, b) => ((a | 0) < (b | 0) ? 1 : 0),
};

/** Shift amounts beyond 31 count modulo 32, as in WebAssembly; the result of such an expression must never be used. */
export function compileExpression<C>(expr: Expr, leaf: (leaf: Leaf) => Compiled<C>): Compiled<C> {
  switch (expr.kind) {
    case "const": {
      const value = expr.value >>> 0;
      return () => value;
    }
    case "unary": {
      const f = unaryTable[expr.op];
      const a = compileExpression(expr.a, leaf);
      return (context) => f(a(context)) >>> 0;
    }
    case "binary": {
      const f = binaryTable[expr.op];
      const a = compileExpression(expr.a, leaf);
      const b = compileExpression(expr.b, leaf);
      return (context) => f(a(context), b(context)) >>> 0;
    }
    case "select": {
      const condition = compileExpression(expr.condition, leaf);
      const a = compileExpression(expr.a, leaf);
      const b = compileExpression(expr.b, leaf);
      return (context) => (condition(context) !== 0 ? a(context) : b(context));
    }
    default:
      return leaf(expr);
  }
}
