/**
 * Evaluates the meaning of one instruction on a plain state: the reference that tests compare the printed interpreter,
 * QEMU and
 * Unicorn with. Memory and exec functions are the host's.
 */
import { buildStatements } from "./builder.ts";
import type { Instruction } from "./decode.ts";
import type { Compiled, Leaf } from "./expression.ts";
import { compileExpression } from "./expression.ts";
import { floatFunction } from "./float.ts";
import type { AccessSize, Expr, Flag, Stmt } from "./ir.ts";
import type { Operation, Statics } from "./rows.ts";

export interface PlainState {
  /** R0..R12, SP, LR; index 15 is not used. */
  readonly regs: Uint32Array;
  /** Each 0 or 1; GE 0..15. */
  readonly flags: Record<Flag | "Q", number>;
  /** S0..S31. */
  readonly singles: Uint32Array;
  fpscr: number;
}

export const zeroState = (): PlainState => ({
  regs: new Uint32Array(16),
  flags: { N: 0, Z: 0, C: 0, V: 0, Q: 0, GE: 0 },
  singles: new Uint32Array(32),
  fpscr: 0,
});

export const copyState = ({ regs, flags, singles, fpscr }: PlainState): PlainState => ({
  regs: regs.slice(),
  flags: { ...flags },
  singles: singles.slice(),
  fpscr,
});

/** What a host answers where an access or a function did not go through; handed back in the outcome untouched. */
export interface Refused {
  readonly fault: string;
}

export interface AccessOptions {
  readonly aligned: boolean;
  readonly unprivileged: boolean;
}

export interface Host {
  /** The zero-extended value at `address`. */
  load(address: number, size: AccessSize, options: AccessOptions): number | Refused;
  store(address: number, value: number, size: AccessSize, options: AccessOptions): Refused | null;
  /** The value of an exec function, 0 where it has none. `checkFloat` is one. */
  exec(name: string, args: readonly number[]): number | Refused;
  /** Null when `value` may become the new SP. */
  checkStackLimit(value: number): Refused | null;
}

export type Outcome =
  | { readonly kind: "next" }
  | { readonly kind: "branch"; readonly target: number }
  | { readonly kind: "exchange"; readonly form: "bx" | "blx" | "load"; readonly target: number }
  | { readonly kind: "fault"; readonly fault: string }
  /** An exec function that ends the block has run: where control is now is the host's to say. */
  | { readonly kind: "ended" };

interface Frame {
  readonly state: PlainState;
  readonly host: Host;
  readonly args: Readonly<Record<string, number>>;
  readonly pc: number;
  readonly next: number;
  readonly locals: number[];
}

type Step = (frame: Frame) => Outcome | null;

function leafOf(leaf: Leaf): Compiled<Frame> {
  switch (leaf.kind) {
    case "arg": {
      const { name } = leaf;
      return ({ args }) => argument(args, name);
    }
    case "reg": {
      const { name } = leaf;
      return ({ args, state }) => state.regs[generalRegister(args, name)] ?? 0;
    }
    case "fixed": {
      const { index } = leaf;
      return ({ state }) => state.regs[index] ?? 0;
    }
    case "single": {
      const { name, next } = leaf;
      return ({ args, state }) => state.singles[argument(args, name) + next] ?? 0;
    }
    case "fpscr":
      return ({ state }) => state.fpscr;
    case "flag": {
      const { flag } = leaf;
      return ({ state }) => state.flags[flag];
    }
    case "local": {
      const { id } = leaf;
      return ({ locals }) => locals[id] ?? 0;
    }
    case "pc":
      return ({ pc }) => pc;
    case "next":
      return ({ next }) => next;
    default:
      throw new Error(`semantics cannot use ${leaf.kind}`);
  }
}

function argument(args: Readonly<Record<string, number>>, name: string): number {
  const value = args[name];
  if (value === undefined) throw new Error(`no argument ${name}`);
  return value;
}

function generalRegister(args: Readonly<Record<string, number>>, name: string): number {
  const index = argument(args, name);
  if (index > 14) throw new Error(`argument ${name} numbers register ${index}: a row let PC through`);
  return index;
}

const compile = (expr: Expr): Compiled<Frame> => compileExpression(expr, leafOf);
const isRefused = (answer: number | Refused | null): answer is Refused => typeof answer === "object" && answer !== null;
const faulted = ({ fault }: Refused): Outcome => ({ kind: "fault", fault });

function extend(value: number, size: AccessSize, signed: boolean): number {
  if (!signed || size === 4) return value >>> 0;
  const unused = 32 - size * 8;
  return ((value << unused) >> unused) >>> 0;
}

function compileAccess(stmt: Extract<Stmt, { kind: "load" | "store" }>): Step {
  const address = compile(stmt.address);
  const { size, aligned, unprivileged } = stmt;
  const options = { aligned, unprivileged };
  if (stmt.kind === "store") {
    const value = compile(stmt.value);
    return (frame) => {
      const answer = frame.host.store(address(frame), value(frame), size, options);
      return answer === null ? null : faulted(answer);
    };
  }
  const { id, signed } = stmt;
  return (frame) => {
    const answer = frame.host.load(address(frame), size, options);
    if (isRefused(answer)) return faulted(answer);
    frame.locals[id] = extend(answer, size, signed);
    return null;
  };
}

function compileExec(stmt: Extract<Stmt, { kind: "exec" }>): Step {
  const args = stmt.args.map(compile);
  const { name, result, ends } = stmt;
  return (frame) => {
    const answer = frame.host.exec(
      name,
      args.map((arg) => arg(frame)),
    );
    if (isRefused(answer)) return faulted(answer);
    if (result !== null) frame.locals[result] = answer >>> 0;
    return ends ? { kind: "ended" } : null;
  };
}

function compileFloat({ name, args, id }: Extract<Stmt, { kind: "float" }>): Step {
  const values = args.map(compile);
  return (frame) => {
    const { value, fpscr } = floatFunction(
      name,
      values.map((one) => one(frame)),
      frame.state.fpscr,
    );
    frame.locals[id] = value;
    frame.state.fpscr = fpscr;
    return null;
  };
}

/** Statements that only write state. */
function compileWrite(stmt: Stmt, value: Compiled<Frame>): (frame: Frame) => void {
  switch (stmt.kind) {
    case "let":
      return (frame) => {
        frame.locals[stmt.id] = value(frame);
      };
    case "setReg":
      return (frame) => {
        frame.state.regs[writableRegister(frame.args, stmt.name)] = value(frame);
      };
    case "setFixed":
      return (frame) => {
        frame.state.regs[stmt.index] = value(frame);
      };
    case "setNZ":
      return (frame) => {
        const result = value(frame);
        frame.state.flags.N = result >>> 31;
        frame.state.flags.Z = result === 0 ? 1 : 0;
      };
    case "setNZCV":
      return (frame) => {
        const bits = value(frame) >>> 28;
        Object.assign(frame.state.flags, { N: bits >>> 3, Z: (bits >>> 2) & 1, C: (bits >>> 1) & 1, V: bits & 1 });
      };
    case "setSingle":
      return (frame) => {
        frame.state.singles[argument(frame.args, stmt.name) + stmt.next] = value(frame);
      };
    case "setFpscr":
      return (frame) => {
        frame.state.fpscr = value(frame);
      };
    case "setC":
      return (frame) => {
        frame.state.flags.C = within(value(frame), 1);
      };
    case "setV":
      return (frame) => {
        frame.state.flags.V = within(value(frame), 1);
      };
    case "setQ":
      return (frame) => {
        frame.state.flags.Q |= value(frame) === 0 ? 0 : 1;
      };
    case "setGE":
      return (frame) => {
        frame.state.flags.GE = within(value(frame), 15);
      };
    default:
      throw new Error(`${stmt.kind} is no write`);
  }
}

function writableRegister(args: Readonly<Record<string, number>>, name: string): number {
  const index = argument(args, name);
  if (index > 14 || index === 13) throw new Error(`argument ${name} would write register ${index}`);
  return index;
}

function within(value: number, most: number): number {
  if (value > most) throw new Error(`a flag would become ${value}`);
  return value;
}

function compileStatement(stmt: Stmt): Step {
  switch (stmt.kind) {
    case "load":
    case "store":
      return compileAccess(stmt);
    case "exec":
      return compileExec(stmt);
    case "checkFloat":
      return compileExec({ kind: "exec", name: "checkFloat", args: [], result: null, ends: false });
    case "float":
      return compileFloat(stmt);
    case "if": {
      const condition = compile(stmt.condition);
      const whenTrue = compileList(stmt.then);
      const whenFalse = compileList(stmt.else);
      return (frame) => (condition(frame) !== 0 ? whenTrue(frame) : whenFalse(frame));
    }
    case "branch":
    case "jump": {
      const target = compile(stmt.target);
      return (frame) => ({ kind: "branch", target: target(frame) });
    }
    case "exchange": {
      const target = compile(stmt.target);
      return (frame) => ({ kind: "exchange", form: stmt.form, target: target(frame) });
    }
    case "checkStackLimit": {
      const value = compile(stmt.value);
      return (frame) => {
        const answer = frame.host.checkStackLimit(value(frame));
        return answer === null ? null : faulted(answer);
      };
    }
    default: {
      const write = compileWrite(stmt, compile(stmt.value));
      return (frame) => {
        write(frame);
        return null;
      };
    }
  }
}

function compileList(statements: readonly Stmt[]): Step {
  const steps = statements.map(compileStatement);
  return (frame) => {
    for (const step of steps) {
      const outcome = step(frame);
      if (outcome !== null) return outcome;
    }
    return null;
  };
}

const compiled = new WeakMap<Operation, Map<string, Step>>();

function stepOf(operation: Operation, statics: Statics): Step {
  const variants = compiled.get(operation) ?? new Map<string, Step>();
  compiled.set(operation, variants);
  const key = Object.values(statics).join();
  const known = variants.get(key) ?? compileList(buildStatements((b) => operation.semantics(b, statics)));
  variants.set(key, known);
  return known;
}

/** Execute `instruction`, decoded at address `pc`, on `state`. Its IT condition is the caller's business. */
export function evaluate(instruction: Instruction, pc: number, state: PlainState, host: Host): Outcome {
  const next = (pc + instruction.sizeBytes) >>> 0;
  const step = stepOf(instruction.operation, instruction.statics);
  return step({ state, host, args: instruction.args, pc, next, locals: [] }) ?? { kind: "next" };
}
