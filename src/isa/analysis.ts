/**
 * What the meaning of an operation variant touches, read off its statements: for dead flags, block ends and register
 * use.
 */
import { buildStatements } from "./builder.ts";
import type { Expr, Flag, Stmt } from "./ir.ts";
import type { Operation, Statics } from "./rows.ts";

export interface Footprint {
  readonly flagsRead: ReadonlySet<Flag>;
  /** Flags that are written on every path. Q is sticky and never dead, and not counted here. */
  readonly flagsWritten: ReadonlySet<Flag>;
  /** Flags that are written on some path. */
  readonly flagsMayWrite: ReadonlySet<Flag>;
  /** Names of register arguments. */
  readonly regsRead: ReadonlySet<string>;
  readonly regsWritten: ReadonlySet<string>;
  /** Registers by number: 13 SP, 14 LR. */
  readonly fixedRead: ReadonlySet<number>;
  readonly fixedWritten: ReadonlySet<number>;
  /** Names of single-precision register arguments; `+` behind one stands for the register after it. */
  readonly singlesRead: ReadonlySet<string>;
  readonly singlesWritten: ReadonlySet<string>;
  /** Floating-point functions do both, and read FPSCR whatever it says. */
  readonly fpscrRead: boolean;
  readonly fpscrWritten: boolean;
  /** Names of exec functions. Each may read and write all state, flags included. */
  readonly execs: ReadonlySet<string>;
  readonly loads: number;
  readonly stores: number;
  /** A fault may leave the instruction undone: memory, stack limit or an exec function. */
  readonly mayFault: boolean;
  /** Control may go elsewhere than to the next instruction, or the block must end for what changed. */
  readonly endsBlock: boolean;
}

interface Draft {
  readonly flagsRead: Set<Flag>;
  readonly flagsMayWrite: Set<Flag>;
  readonly regsRead: Set<string>;
  readonly regsWritten: Set<string>;
  readonly fixedRead: Set<number>;
  readonly fixedWritten: Set<number>;
  readonly singlesRead: Set<string>;
  readonly singlesWritten: Set<string>;
  readonly execs: Set<string>;
  fpscrRead: boolean;
  fpscrWritten: boolean;
  loads: number;
  stores: number;
  checksStack: boolean;
  endsBlock: boolean;
}

const singleName = ({ name, next }: { name: string; next: 0 | 1 }): string => (next ? `${name}+` : name);

function readExpression(expr: Expr, draft: Draft): void {
  if (expr.kind === "flag") draft.flagsRead.add(expr.flag);
  if (expr.kind === "reg") draft.regsRead.add(expr.name);
  if (expr.kind === "fixed") draft.fixedRead.add(expr.index);
  if (expr.kind === "single") draft.singlesRead.add(singleName(expr));
  if (expr.kind === "fpscr") draft.fpscrRead = true;
  if (expr.kind === "select") readExpression(expr.condition, draft);
  if (expr.kind === "unary" || expr.kind === "binary" || expr.kind === "select") readExpression(expr.a, draft);
  if (expr.kind === "binary" || expr.kind === "select") readExpression(expr.b, draft);
}

function expressionsOf(stmt: Stmt): readonly Expr[] {
  switch (stmt.kind) {
    case "load":
      return [stmt.address];
    case "store":
      return [stmt.address, stmt.value];
    case "if":
      return [stmt.condition];
    case "branch":
    case "jump":
    case "exchange":
      return [stmt.target];
    case "exec":
    case "float":
      return stmt.args;
    case "checkFloat":
      return [];
    default:
      return [stmt.value];
  }
}

const flagWrites: Readonly<Partial<Record<Stmt["kind"], readonly Flag[]>>> = {
  setNZ: ["N", "Z"],
  setNZCV: ["N", "Z", "C", "V"],
  setC: ["C"],
  setV: ["V"],
  setGE: ["GE"],
};
const both = (a: ReadonlySet<Flag>, b: ReadonlySet<Flag>): Flag[] => [...a].filter((flag) => b.has(flag));

/** Follows the statements; returns the flags written on every path through them. */
function follow(statements: readonly Stmt[], draft: Draft): Set<Flag> {
  const surely = new Set<Flag>();
  for (const stmt of statements) {
    for (const expr of expressionsOf(stmt)) readExpression(expr, draft);
    for (const flag of flagWrites[stmt.kind] ?? []) {
      surely.add(flag);
      draft.flagsMayWrite.add(flag);
    }
    if (stmt.kind === "setReg") draft.regsWritten.add(stmt.name);
    if (stmt.kind === "setFixed") draft.fixedWritten.add(stmt.index);
    if (stmt.kind === "setSingle") draft.singlesWritten.add(singleName(stmt));
    if (stmt.kind === "setFpscr" || stmt.kind === "float") draft.fpscrWritten = true;
    if (stmt.kind === "float") draft.fpscrRead = true;
    if (stmt.kind === "checkFloat") draft.execs.add(stmt.kind);
    if (stmt.kind === "load") draft.loads++;
    if (stmt.kind === "store") draft.stores++;
    if (stmt.kind === "checkStackLimit") draft.checksStack = true;
    if (stmt.kind === "exec") draft.execs.add(stmt.name);
    if (stmt.kind === "branch" || stmt.kind === "jump" || stmt.kind === "exchange") draft.endsBlock = true;
    if (stmt.kind === "exec" && stmt.ends) draft.endsBlock = true;
    if (stmt.kind === "if")
      for (const flag of both(follow(stmt.then, draft), follow(stmt.else, draft))) surely.add(flag);
  }
  return surely;
}

const known = new WeakMap<Operation, Map<string, Footprint>>();

export function footprintOf(operation: Operation, statics: Statics): Footprint {
  const variants = known.get(operation) ?? new Map<string, Footprint>();
  known.set(operation, variants);
  const key = Object.values(statics).join();
  const footprint = variants.get(key) ?? analyse(buildStatements((b) => operation.semantics(b, statics)));
  variants.set(key, footprint);
  return footprint;
}

function analyse(statements: readonly Stmt[]): Footprint {
  const draft: Draft = {
    flagsRead: new Set(),
    flagsMayWrite: new Set(),
    regsRead: new Set(),
    regsWritten: new Set(),
    fixedRead: new Set(),
    fixedWritten: new Set(),
    singlesRead: new Set(),
    singlesWritten: new Set(),
    execs: new Set(),
    fpscrRead: false,
    fpscrWritten: false,
    loads: 0,
    stores: 0,
    checksStack: false,
    endsBlock: false,
  };
  const flagsWritten = follow(statements, draft);
  const { checksStack, ...rest } = draft;
  return { ...rest, flagsWritten, mayFault: checksStack || draft.execs.size > 0 || draft.loads + draft.stores > 0 };
}
