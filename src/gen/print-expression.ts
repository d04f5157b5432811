/**
 * Prints IR expressions as AssemblyScript. How the leaves are read is the caller's: records in the interpreter, words
 * in the decoder.
 */
import type { BinaryOp, Expr, UnaryOp } from "../isa/ir.ts";

export type PrintLeaf = (leaf: Exclude<Expr, { kind: "unary" | "binary" | "select" | "const" | "local" }>) => string;

const unaryText: Readonly<Record<UnaryOp, (a: string) => string>> = {
  not: (a) => `(~${a})`,
  neg: (a) => `(0 - ${a})`,
  clz: (a) => `clz<u32>(${a})`,
  rbit: (a) => `reverseBits(${a})`,
  rev: (a) => `bswap<u32>(${a})`,
  sxtb: (a) => `extend8(${a})`,
  sxth: (a) => `extend16(${a})`,
  isZero: (a) => `u32(${a} == 0)`,
};

const binaryText: Readonly<Record<BinaryOp, (a: string, b: string) => string>> = {
  add: (a, b) => `(${a} + ${b})`,
  sub: (a, b) => `(${a} - ${b})`,
  mul: (a, b) => `(${a} * ${b})`,
  mulhu: (a, b) => `multiplyHighUnsigned(${a}, ${b})`,
  mulhs: (a, b) => `multiplyHighSigned(${a}, ${b})`,
  divu: (a, b) => `divideUnsigned(${a}, ${b})`,
  divs: (a, b) => `divideSigned(${a}, ${b})`,
  and: (a, b) => `(${a} & ${b})`,
  or: (a, b) => `(${a} | ${b})`,
  xor: (a, b) => `(${a} ^ ${b})`,
  shl: (a, b) => `(${a} << ${b})`,
  shr: (a, b) => `(${a} >>> ${b})`,
  sar: (a, b) => `shiftRightSigned(${a}, ${b})`,
  ror: (a, b) => `rotr<u32>(${a}, ${b})`,
  eq: (a, b) => `u32(${a} == ${b})`,
  ne: (a, b) => `u32(${a} != ${b})`,
  ltu: (a, b) => `u32(${a} < ${b})`,
  lts: (a, b) => `lessSigned(${a}, ${b})`,
};

/** Names that printed expressions use from assembly/exec/arithmetic.ts. */
export const arithmeticImports = [
  "divideSigned",
  "divideUnsigned",
  "extend16",
  "extend8",
  "lessSigned",
  "multiplyHighSigned",
  "multiplyHighUnsigned",
  "reverseBits",
  "shiftRightSigned",
] as const;

export function printExpression(expr: Expr, leaf: PrintLeaf): string {
  const print = (e: Expr): string => printExpression(e, leaf);
  switch (expr.kind) {
    case "const":
      return `${expr.value >>> 0}`;
    case "local":
      return `l${expr.id}`;
    case "unary":
      return unaryText[expr.op](print(expr.a));
    case "binary":
      return binaryText[expr.op](print(expr.a), print(expr.b));
    case "select":
      return `(${print(expr.condition)} != 0 ? ${print(expr.a)} : ${print(expr.b)})`;
    default:
      return leaf(expr);
  }
}
