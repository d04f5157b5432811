/**
 * Writes IR: what the semantics of a row are built with. One builder makes the statements of one operation variant.
 * Arithmetic helpers follow the pseudocode functions of the Armv8-M Architecture Reference Manual (DDI 0553) by name.
 */
import type { AccessSize, BinaryOp, Expr, Extension, Flag, FloatFunction, Stmt, UnaryOp } from "./ir.ts";

export type Operand = Expr | number;

export const konst = (value: number): Expr => ({ kind: "const", value: value >>> 0 });
const expr = (operand: Operand): Expr => (typeof operand === "number" ? konst(operand) : operand);

export const unary = (op: UnaryOp, a: Operand): Expr => ({ kind: "unary", op, a: expr(a) });
export const binary = (op: BinaryOp, a: Operand, b: Operand): Expr => ({ kind: "binary", op, a: expr(a), b: expr(b) });
export const add = (a: Operand, b: Operand): Expr => binary("add", a, b);
export const sub = (a: Operand, b: Operand): Expr => binary("sub", a, b);
export const mul = (a: Operand, b: Operand): Expr => binary("mul", a, b);
export const and = (a: Operand, b: Operand): Expr => binary("and", a, b);
export const or = (a: Operand, b: Operand): Expr => binary("or", a, b);
export const xor = (a: Operand, b: Operand): Expr => binary("xor", a, b);
export const shl = (a: Operand, b: Operand): Expr => binary("shl", a, b);
export const shr = (a: Operand, b: Operand): Expr => binary("shr", a, b);
export const sar = (a: Operand, b: Operand): Expr => binary("sar", a, b);
export const ror = (a: Operand, b: Operand): Expr => binary("ror", a, b);
export const eq = (a: Operand, b: Operand): Expr => binary("eq", a, b);
export const ne = (a: Operand, b: Operand): Expr => binary("ne", a, b);
export const ltu = (a: Operand, b: Operand): Expr => binary("ltu", a, b);
export const lts = (a: Operand, b: Operand): Expr => binary("lts", a, b);
export const not = (a: Operand): Expr => unary("not", a);
export const isZero = (a: Operand): Expr => unary("isZero", a);
export const select = (condition: Operand, a: Operand, b: Operand): Expr => ({
  kind: "select",
  condition: expr(condition),
  a: expr(a),
  b: expr(b),
});
export const bits = (name: string): Expr => ({ kind: "bits", name });
export const itstate: Expr = { kind: "itstate" };
export const extension = (name: Extension): Expr => ({ kind: "extension", extension: name });
export const pc: Expr = { kind: "pc" };

export interface LoadOptions {
  readonly signed?: boolean;
  readonly aligned?: boolean;
  readonly unprivileged?: boolean;
}

/** The four shift types of a register operand, in encoding order; 3 with amount 0 is RRX. */
export const shiftTypes = { lsl: 0, lsr: 1, asr: 2, ror: 3, rrx: 4 } as const;

export interface Sum {
  readonly result: Expr;
  readonly carry: Expr;
  readonly overflow: Expr;
}

export interface Builder {
  /**
   * Content, at this point, of the register numbered by argument `name`. Never the PC: rows map PC forms onto other
   * operations.
   */
  reg(name: string): Expr;
  setReg(name: string, value: Operand): void;
  fixed(index: number): Expr;
  setFixed(index: number, value: Operand): void;
  /** A non-register argument. */
  arg(name: string): Expr;
  readonly pc: Expr;
  readonly next: Expr;
  flag(flag: Flag): Expr;
  /** Content of the single-precision register numbered by argument `name`; `next` 1: of the one after it. */
  single(name: string, next?: 0 | 1): Expr;
  setSingle(name: string, value: Operand, next?: 0 | 1): void;
  readonly fpscr: Expr;
  setFpscr(value: Operand): void;
  checkFloat(): void;
  /** The value of a floating-point function. */
  float(name: FloatFunction, ...args: Operand[]): Expr;
  /** Name a value, so that it is computed once and before later writes. */
  let(value: Operand): Expr;
  setNZ(value: Operand): void;
  /** From bits 31:28. */
  setNZCV(value: Operand): void;
  setC(value: Operand): void;
  setV(value: Operand): void;
  /** Sets Q when `value` is non-zero; never clears it. */
  setQ(value: Operand): void;
  /** `value` is 0..15. */
  setGE(value: Operand): void;
  /** AddWithCarry(): the sum, its carry-out and signed overflow, each named. */
  addWithCarry(a: Operand, b: Operand, carry: Operand): Sum;
  load(address: Operand, size: AccessSize, options?: LoadOptions): Expr;
  store(address: Operand, value: Operand, size: AccessSize, options?: LoadOptions): void;
  if(condition: Operand, then: () => void, otherwise?: () => void): void;
  branch(target: Operand): void;
  jump(target: Operand): void;
  exchange(form: "bx" | "blx" | "load", target: Operand): void;
  checkStackLimit(value: Operand): void;
  exec(name: string, ...args: Operand[]): void;
  execValue(name: string, ...args: Operand[]): Expr;
  /** As exec, for functions that change control, privilege, security or masks: the block ends here. */
  execEnds(name: string, ...args: Operand[]): void;
}

/** The functions that write one statement and yield nothing. */
type Effects = Pick<
  Builder,
  | "setReg"
  | "setFixed"
  | "setNZ"
  | "setNZCV"
  | "setSingle"
  | "setFpscr"
  | "checkFloat"
  | "setC"
  | "setV"
  | "setQ"
  | "setGE"
  | "branch"
  | "jump"
  | "exchange"
  | "checkStackLimit"
  | "exec"
  | "execEnds"
>;

const effects = (push: (stmt: Stmt) => void): Effects => ({
  setReg: (name, value) => push({ kind: "setReg", name, value: expr(value) }),
  setFixed: (index, value) => push({ kind: "setFixed", index, value: expr(value) }),
  setNZ: (value) => push({ kind: "setNZ", value: expr(value) }),
  setNZCV: (value) => push({ kind: "setNZCV", value: expr(value) }),
  setSingle: (name, value, next = 0) => push({ kind: "setSingle", name, next, value: expr(value) }),
  setFpscr: (value) => push({ kind: "setFpscr", value: expr(value) }),
  checkFloat: () => push({ kind: "checkFloat" }),
  setC: (value) => push({ kind: "setC", value: expr(value) }),
  setV: (value) => push({ kind: "setV", value: expr(value) }),
  setQ: (value) => push({ kind: "setQ", value: expr(value) }),
  setGE: (value) => push({ kind: "setGE", value: expr(value) }),
  branch: (target) => push({ kind: "branch", target: expr(target) }),
  jump: (target) => push({ kind: "jump", target: expr(target) }),
  exchange: (form, target) => push({ kind: "exchange", form, target: expr(target) }),
  checkStackLimit: (value) => push({ kind: "checkStackLimit", value: expr(value) }),
  exec: (name, ...args) => push({ kind: "exec", name, args: args.map(expr), result: null, ends: false }),
  execEnds: (name, ...args) => push({ kind: "exec", name, args: args.map(expr), result: null, ends: true }),
});

function addWithCarry(builder: Builder, a: Operand, b: Operand, carry: Operand): Sum {
  const x = builder.let(a);
  const y = builder.let(b);
  const c = typeof carry === "number" ? konst(carry) : builder.let(carry);
  const sum = builder.let(c.kind === "const" && c.value === 0 ? add(x, y) : add(add(x, y), c));
  return { result: sum, carry: carryOut(x, y, c, sum), overflow: shr(and(xor(x, sum), xor(y, sum)), 31) };
}

/** Run `semantics` and return the statements it wrote. */
export function buildStatements(semantics: (b: Builder) => void): readonly Stmt[] {
  let into: Stmt[] = [];
  let locals = 0;
  const push = (stmt: Stmt): void => void into.push(stmt);
  const local = (): number => locals++;
  const collect = (body: (() => void) | undefined): Stmt[] => {
    const outer = into;
    into = [];
    body?.();
    const inner = into;
    into = outer;
    return inner;
  };
  const builder: Builder = {
    ...effects(push),
    pc,
    next: { kind: "next" },
    arg: (name) => ({ kind: "arg", name }),
    reg: (name) => builder.let({ kind: "reg", name }),
    fixed: (index) => builder.let({ kind: "fixed", index }),
    flag: (flag) => builder.let({ kind: "flag", flag }),
    single: (name, next = 0) => builder.let({ kind: "single", name, next }),
    get fpscr() {
      return builder.let({ kind: "fpscr" });
    },
    float(name, ...args) {
      const id = local();
      push({ kind: "float", name, args: args.map(expr), id });
      return { kind: "local", id };
    },
    let(value) {
      const id = local();
      push({ kind: "let", id, value: expr(value) });
      return { kind: "local", id };
    },
    addWithCarry: (a, b, carry) => addWithCarry(builder, a, b, carry),
    load(address, size, options = {}) {
      const id = local();
      const { signed = false, aligned = false, unprivileged = false } = options;
      push({ kind: "load", id, address: builder.let(address), size, signed, aligned, unprivileged });
      return { kind: "local", id };
    },
    store(address, value, size, { aligned = false, unprivileged = false } = {}) {
      push({ kind: "store", address: builder.let(address), value: expr(value), size, aligned, unprivileged });
    },
    if(condition, then, otherwise) {
      // biome-ignore lint/suspicious/noThenProperty: a statement is data, and nobody awaits it
      push({ kind: "if", condition: expr(condition), then: collect(then), else: collect(otherwise) });
    },
    execValue(name, ...args) {
      const id = local();
      push({ kind: "exec", name, args: args.map(expr), result: id, ends: false });
      return { kind: "local", id };
    },
  };
  semantics(builder);
  return into;
}

/**
 * Carry out of a + b + c = sum. Without carry in, the sum wraps below a; with 1, a + b + 1 = a - NOT(b) does not
 * borrow.
 */
function carryOut(a: Expr, b: Expr, carry: Expr, sum: Expr): Expr {
  if (carry.kind === "const") return carry.value === 0 ? ltu(sum, a) : isZero(ltu(a, not(b)));
  return shr(or(and(a, b), and(or(a, b), not(sum))), 31);
}
