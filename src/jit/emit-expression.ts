/** Writes expressions of the intermediate language (src/isa/ir.ts) as WebAssembly. */
import type { BinaryOp, Expr, UnaryOp } from "../isa/ir.ts";
import { argumentOf, type Instruction } from "./code-block.ts";
import { borrow, cpuPlace, type Moment, read } from "./scope.ts";
import { close, constant, emit, get, memoryAccess, type Op, open, otherwise, set, tee, wideConstant } from "./wasm.ts";

/** The value where it is known now: constants and arguments of the encoding. */
export function knownValue(instruction: Instruction, expr: Expr): number | null {
  if (expr.kind === "const") return expr.value;
  if (expr.kind === "arg") return argumentOf(instruction, expr.name);
  if (expr.kind === "pc") return instruction.pc;
  if (expr.kind === "next") return instruction.next;
  return null;
}

const signBit = 0x8000_0000;

/** Changes of a floating-point number that touch its sign alone. */
function signChange(expr: Expr): "f32.neg" | "f32.abs" | null {
  if (expr.kind !== "binary" || expr.b.kind !== "const") return null;
  if (expr.op === "xor" && expr.b.value === signBit) return "f32.neg";
  return expr.op === "and" && expr.b.value === signBit - 1 ? "f32.abs" : null;
}

/** Whether the value is at hand as a floating-point number. */
export function isFloat(moment: Moment, expr: Expr): boolean {
  if (expr.kind === "single") return true;
  if (expr.kind === "local") return moment.values.get(expr.id)?.type === "f32";
  if (expr.kind === "select") return isFloat(moment, expr.a) && isFloat(moment, expr.b);
  return signChange(expr) !== null && expr.kind === "binary" && isFloat(moment, expr.a);
}

/** Push the value as a floating-point number. */
export function pushFloat(moment: Moment, expr: Expr): void {
  const { scope } = moment;
  if (!isFloat(moment, expr)) {
    push(moment, expr);
    emit(scope.body, "f32.reinterpret_i32");
    return;
  }
  const change = signChange(expr);
  if (change !== null && expr.kind === "binary") {
    pushFloat(moment, expr.a);
    emit(scope.body, change);
  } else if (expr.kind === "select") {
    pushFloat(moment, expr.a);
    pushFloat(moment, expr.b);
    push(moment, expr.condition);
    emit(scope.body, "select");
  } else pushLeaf(moment, expr);
}

/** Push the value as 32 bits. */
export function push(moment: Moment, expr: Expr): void {
  const { body } = moment.scope;
  if (isFloat(moment, expr)) {
    pushFloat(moment, expr);
    emit(body, "i32.reinterpret_f32");
    return;
  }
  switch (expr.kind) {
    case "unary":
      return pushUnary(moment, expr.op, expr.a);
    case "binary":
      return pushBinary(moment, expr.op, expr.a, expr.b);
    case "select":
      push(moment, expr.a);
      push(moment, expr.b);
      push(moment, expr.condition);
      return emit(body, "select");
    default:
      pushLeaf(moment, expr);
  }
}

function pushLeaf(moment: Moment, expr: Expr): void {
  const { scope, instruction } = moment;
  const known = knownValue(instruction, expr);
  if (known !== null) return constant(scope.body, known);
  switch (expr.kind) {
    case "reg":
      return read(scope, scope.registers[argumentOf(instruction, expr.name)]);
    case "fixed":
      return read(scope, scope.registers[expr.index]);
    case "single":
      return read(scope, scope.singles[argumentOf(instruction, expr.name) + expr.next]);
    case "fpscr":
      return read(scope, scope.fpscr);
    case "local": {
      const value = moment.values.get(expr.id);
      if (value === undefined) throw new Error(`local ${expr.id} is read before it is written`);
      return get(scope.body, value.local);
    }
    case "flag":
      return pushFlag(moment, expr.flag);
    default:
      throw new Error(`${expr.kind} has no meaning in an operation`);
  }
}

/** As assembly/gen keeps them: N in bit 31 of a word, Z as a word that is zero. */
function pushFlag({ scope }: Moment, flag: "N" | "Z" | "C" | "V" | "GE"): void {
  const { body, flags } = scope;
  if (flag === "GE") {
    constant(body, 0);
    memoryAccess(body, "i32.load", cpuPlace("flagGE"));
    return;
  }
  read(scope, flags[flag]);
  if (flag === "Z") emit(body, "i32.eqz");
  if (flag !== "N") return;
  constant(body, 31);
  emit(body, "i32.shr_u");
}

/** Operand and constant, in the order in which they are pushed. */
const unaryOps: Readonly<Record<Exclude<UnaryOp, "neg" | "rbit" | "rev">, readonly [number | null, Op]>> = {
  not: [-1, "i32.xor"],
  clz: [null, "i32.clz"],
  sxtb: [null, "i32.extend8_s"],
  sxth: [null, "i32.extend16_s"],
  isZero: [null, "i32.eqz"],
};

function pushUnary(moment: Moment, name: UnaryOp, a: Expr): void {
  const { body } = moment.scope;
  if (name === "neg") {
    constant(body, 0);
    push(moment, a);
    return emit(body, "i32.sub");
  }
  push(moment, a);
  if (name === "rbit" || name === "rev") {
    const word = borrow(moment, "i32");
    if (name === "rbit") for (const [mask, amount] of swaps) pushSwapped(moment, word, mask, amount);
    return pushReversedBytes(moment, word);
  }
  const [operand, code] = unaryOps[name];
  if (operand !== null) constant(body, operand);
  emit(body, code);
}

const swaps = [
  [0x5555_5555, 1],
  [0x3333_3333, 2],
  [0x0f0f_0f0f, 4],
] as const;

/** Groups of `amount` bits of the word on the stack change places with their neighbours. */
function pushSwapped({ scope: { body } }: Moment, word: number, mask: number, amount: number): void {
  tee(body, word);
  constant(body, amount);
  emit(body, "i32.shr_u");
  constant(body, mask);
  emit(body, "i32.and");
  get(body, word);
  constant(body, mask);
  emit(body, "i32.and");
  constant(body, amount);
  emit(body, "i32.shl", "i32.or");
}

function pushReversedBytes({ scope: { body } }: Moment, word: number): void {
  tee(body, word);
  constant(body, 8);
  emit(body, "i32.rotr");
  constant(body, 0xff00_ff00);
  emit(body, "i32.and");
  get(body, word);
  constant(body, 24);
  emit(body, "i32.rotr");
  constant(body, 0x00ff_00ff);
  emit(body, "i32.and", "i32.or");
}

const binaryOps: Readonly<Record<Exclude<BinaryOp, "mulhu" | "mulhs" | "divu" | "divs">, Op>> = {
  add: "i32.add",
  sub: "i32.sub",
  mul: "i32.mul",
  and: "i32.and",
  or: "i32.or",
  xor: "i32.xor",
  shl: "i32.shl",
  shr: "i32.shr_u",
  sar: "i32.shr_s",
  ror: "i32.rotr",
  eq: "i32.eq",
  ne: "i32.ne",
  ltu: "i32.lt_u",
  lts: "i32.lt_s",
};

function pushBinary(moment: Moment, name: BinaryOp, a: Expr, b: Expr): void {
  const { body } = moment.scope;
  push(moment, a);
  if (name === "mulhu" || name === "mulhs") {
    const widen = name === "mulhu" ? "i64.extend_i32_u" : "i64.extend_i32_s";
    emit(body, widen);
    push(moment, b);
    emit(body, widen, "i64.mul");
    wideConstant(body, 32);
    return emit(body, "i64.shr_u", "i32.wrap_i64");
  }
  push(moment, b);
  if (name === "divu" || name === "divs") return pushQuotient(moment, name);
  emit(body, binaryOps[name]);
}

/** A zero divisor gives 0, the one overflow its dividend; WebAssembly would trap. */
function pushQuotient(moment: Moment, name: "divu" | "divs"): void {
  const { body } = moment.scope;
  const dividend = borrow(moment, "i32");
  const divisor = borrow(moment, "i32");
  set(body, divisor);
  set(body, dividend);
  const guarded = (value: number, ifEqual: () => void, rest: () => void): void => {
    get(body, divisor);
    constant(body, value);
    emit(body, "i32.eq");
    open(body, "if", "i32");
    ifEqual();
    otherwise(body);
    rest();
    close(body);
  };
  const divide = (code: Op): void => {
    get(body, dividend);
    get(body, divisor);
    emit(body, code);
  };
  const negate = (): void => {
    constant(body, 0);
    get(body, dividend);
    emit(body, "i32.sub");
  };
  const nothing = (): void => constant(body, 0);
  if (name === "divu") guarded(0, nothing, () => divide("i32.div_u"));
  else guarded(0, nothing, () => guarded(-1, negate, () => divide("i32.div_s")));
}
