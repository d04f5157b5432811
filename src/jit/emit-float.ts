/**
 * Floating-point functions by the host's arithmetic, where its result and flags are those of the guest: to nearest,
 * nothing flushed, inexactness told before, and a result that is neither tiny nor infinite nor a NaN. The first three
 * hold at a region's entry (assembly/native.ts) and stay; the last is asked of each result. assembly/exec/float/host.ts
 * says why that is enough.
 */
import type { Expr, FloatFunction } from "../isa/ir.ts";
import { knownValue, push, pushFloat } from "./emit-expression.ts";
import { borrow, leaveIf, type Moment } from "./scope.ts";
import {
  close,
  constant,
  doubleConstant,
  emit,
  get,
  type Op,
  open,
  otherwise,
  set,
  tee,
  type ValueType,
  wideConstant,
} from "./wasm.ts";

type FloatCall = { readonly name: FloatFunction; readonly args: readonly Expr[]; readonly id: number };

const safeFrom = 0x100_0000;
const infinity = 0x7f80_0000;
/** Parts of a format (src/isa/ir.ts, FloatFunction). */
const fractionBits = 63;
const shortFormat = 64;
const unsignedFormat = 128;
const toZero = 3;

const plain: Partial<Record<FloatFunction, Op>> = {
  floatAdd: "f32.add",
  floatSub: "f32.sub",
  floatMul: "f32.mul",
  floatDiv: "f32.div",
  floatSqrt: "f32.sqrt",
};

/** Whether a call can be written here at all. */
export function isFloatSupported(name: FloatFunction, known: readonly (number | null)[]): boolean {
  if (plain[name] !== undefined || name === "floatMulAdd" || name === "floatCompare") return true;
  const isWord = known[1] !== null && known[1] !== undefined && (known[1] & shortFormat) === 0;
  if (name === "floatToFixed") return isWord && known[2] === toZero;
  // Without a mode of its own, that of FPSCR, which is to nearest.
  return name === "fixedToFloat" && isWord && (known[2] === null || known[2] === 0);
}

export function emitFloat(moment: Moment, call: FloatCall): void {
  const { body } = moment.scope;
  const code = plain[call.name];
  if (call.name === "floatMul") emitMul(moment, call);
  else if (code !== undefined) {
    for (const arg of call.args) pushFloat(moment, arg);
    emit(body, code);
    const result = keep(moment, call.id, "f32");
    // A sum is exact where it is tiny, or zero.
    if (code === "f32.add" || code === "f32.sub") pushUnlessBelow(moment, result, 0);
    else pushUnlessBelow(moment, result, safeFrom);
    leaveIf(moment);
  } else if (call.name === "floatMulAdd") emitMulAdd(moment, call);
  else if (call.name === "floatCompare") emitCompare(moment, call);
  else if (call.name === "floatToFixed") emitToFixed(moment, call);
  else emitFromFixed(moment, call);
}

function keep(moment: Moment, id: number, type: ValueType): number {
  const local = borrow(moment, type);
  moment.values.set(id, { local, type });
  set(moment.scope.body, local);
  return local;
}

/** Push whether the number is not of a magnitude from `from` up to below infinity. */
function pushUnlessBelow({ scope: { body } }: Moment, value: number, from: number): void {
  get(body, value);
  emit(body, "i32.reinterpret_f32");
  constant(body, 0x7fff_ffff);
  emit(body, "i32.and");
  constant(body, from);
  emit(body, "i32.sub");
  constant(body, infinity - from);
  emit(body, "i32.ge_u");
}

/** A product is zero for a factor that is, or because it is too small to be told from it. */
function emitMul(moment: Moment, { args, id }: FloatCall): void {
  const { body } = moment.scope;
  const factors = [borrow(moment, "f32"), borrow(moment, "f32")] as const;
  for (const [index, factor] of factors.entries()) {
    pushFloat(moment, args[index] as Expr);
    tee(body, factor);
  }
  emit(body, "f32.mul");
  const product = keep(moment, id, "f32");
  pushUnlessBelow(moment, product, safeFrom);
  open(body, "if");
  for (const value of [...factors, product]) {
    get(body, value);
    constant(body, 0);
    emit(body, "f32.reinterpret_i32", "f32.ne");
  }
  // Neither factor is zero, or the product is not.
  const productIsNot = borrow(moment, "i32");
  set(body, productIsNot);
  emit(body, "i32.and");
  get(body, productIsNot);
  emit(body, "i32.or");
  leaveIf(moment);
  close(body);
}

/** Rounded once: the sum of the exact product in double precision, rounded to odd, rounds again as the exact one. */
function emitMulAdd(moment: Moment, { args, id }: FloatCall): void {
  const { body } = moment.scope;
  const [addend, a, b] = args as [Expr, Expr, Expr];
  const [product, other, sum, part, error] = Array.from({ length: 5 }, () => borrow(moment, "f64")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const wide = (expr: Expr): void => {
    pushFloat(moment, expr);
    emit(body, "f64.promote_f32");
  };
  wide(a);
  wide(b);
  emit(body, "f64.mul");
  tee(body, product);
  wide(addend);
  tee(body, other);
  emit(body, "f64.add");
  tee(body, sum);
  get(body, product);
  emit(body, "f64.sub");
  set(body, part);
  get(body, product);
  get(body, sum);
  get(body, part);
  emit(body, "f64.sub", "f64.sub");
  get(body, other);
  get(body, part);
  emit(body, "f64.sub", "f64.add");
  set(body, error);
  pushOdd(moment, sum, error);
  emit(body, "f32.demote_f64");
  pushUnlessBelow(moment, keep(moment, id, "f32"), safeFrom);
  leaveIf(moment);
}

/** The sum with its last bit set where an error was lost. */
function pushOdd(moment: Moment, sum: number, error: number): void {
  const { body } = moment.scope;
  get(body, error);
  doubleConstant(body, 0);
  emit(body, "f64.ne");
  get(body, sum);
  emit(body, "i64.reinterpret_f64");
  wideConstant(body, 1);
  emit(body, "i64.and", "i64.eqz", "i32.and");
  open(body, "if", "f64");
  get(body, sum);
  emit(body, "i64.reinterpret_f64");
  wideConstant(body, 1);
  wideConstant(body, -1);
  for (const value of [error, sum]) {
    get(body, value);
    doubleConstant(body, 0);
    emit(body, "f64.gt");
  }
  emit(body, "i32.eq", "select", "i64.add", "f64.reinterpret_i64");
  otherwise(body);
  get(body, sum);
  close(body);
}

const equal = 0x6000_0000;
const less = 0x8000_0000;
const greater = 0x2000_0000;

/** NZCV of two numbers; a NaN is left to the interpreter. */
function emitCompare(moment: Moment, { args, id }: FloatCall): void {
  const { body } = moment.scope;
  const [x, y] = [borrow(moment, "f32"), borrow(moment, "f32")];
  for (const [index, local] of [x, y].entries()) {
    pushFloat(moment, args[index] as Expr);
    set(body, local);
  }
  const test = (a: number, b: number, code: Op): void => {
    get(body, a);
    get(body, b);
    emit(body, code);
  };
  test(x, x, "f32.ne");
  test(y, y, "f32.ne");
  emit(body, "i32.or");
  leaveIf(moment);
  constant(body, less);
  constant(body, equal);
  constant(body, greater);
  test(x, y, "f32.eq");
  emit(body, "select");
  test(x, y, "f32.lt");
  emit(body, "select");
  keep(moment, id, "i32");
}

/** Towards zero, where the integer has room for it. Double precision has room for any scale. */
function emitToFixed(moment: Moment, { args, id }: FloatCall): void {
  const { body } = moment.scope;
  const format = knownValue(moment.instruction, args[1] as Expr) ?? 0;
  const isUnsigned = (format & unsignedFormat) !== 0;
  const value = borrow(moment, "f64");
  pushFloat(moment, args[0] as Expr);
  emit(body, "f64.promote_f32");
  doubleConstant(body, 2 ** (format & fractionBits));
  emit(body, "f64.mul");
  tee(body, value);
  if (!isUnsigned) emit(body, "f64.abs");
  doubleConstant(body, isUnsigned ? 2 ** 32 : 2 ** 31);
  emit(body, "f64.lt");
  if (isUnsigned) {
    get(body, value);
    doubleConstant(body, 0);
    emit(body, "f64.ge", "i32.and");
  }
  emit(body, "i32.eqz");
  leaveIf(moment);
  get(body, value);
  emit(body, isUnsigned ? "i32.trunc_f64_u" : "i32.trunc_f64_s");
  keep(moment, id, "i32");
}

function emitFromFixed(moment: Moment, { args, id }: FloatCall): void {
  const { body } = moment.scope;
  const [value, format] = args as [Expr, Expr];
  const known = knownValue(moment.instruction, format) ?? 0;
  push(moment, value);
  emit(body, (known & unsignedFormat) !== 0 ? "f64.convert_i32_u" : "f64.convert_i32_s");
  doubleConstant(body, 2 ** -(known & fractionBits));
  emit(body, "f64.mul", "f32.demote_f64");
  keep(moment, id, "f32");
}
