/** Writes one instruction: the statements of its meaning, in order. */
import { buildStatements } from "../isa/builder.ts";
import type { Expr, Stmt } from "../isa/ir.ts";
import { conditionHolds } from "../isa/operations/arithmetic.ts";
import { argumentOf, type Instruction } from "./code-block.ts";
import { isFloat, knownValue, push, pushFloat } from "./emit-expression.ts";
import { emitFloat } from "./emit-float.ts";
import { emitLimitCheck, emitLoad, emitStore, type Row, reachRow, writeBack } from "./emit-memory.ts";
import { askFloatLevel, borrow, cpuPlace, leaveIf, type Moment, read, type Scope, write } from "./scope.ts";
import { isFinal, isInlined } from "./supported.ts";
import { close, constant, emit, get, memoryAccess, open, otherwise, set, tee } from "./wasm.ts";

/** Where control goes, in terms of the region. */
export interface Ways {
  /** To an address that is known now. */
  goTo(pc: number): void;
  /** To the address in a local. */
  goToLocal(target: number): void;
}

/** Below lie EXC_RETURN, FNC_RETURN and what they are told from. */
const returnsFrom = 0xfe00_0000;

/** Writes the instruction. True when control has gone elsewhere on every path. */
export function emitInstruction(scope: Scope, instruction: Instruction, ways: Ways): boolean {
  const moment: Moment = { scope, instruction, values: new Map(), taken: [] };
  const { statements, ends } = instruction.variant;
  let isOver = false;
  if (instruction.condition === null) isOver = emitAll(moment, statements, ways, ends);
  else {
    const { condition } = instruction;
    const asked = buildStatements((b) => b.if(conditionHolds(b, condition), () => {}));
    for (const stmt of asked) {
      if (stmt.kind !== "if") emitStatement(moment, stmt, ways);
      else push(moment, stmt.condition);
    }
    moment.values.clear();
    open(scope.body, "if");
    emitAll(moment, statements, ways, ends);
    close(scope.body);
  }
  for (const { local, type } of moment.taken) scope.free[type].push(local);
  return isOver;
}

/** The local in which the target of a later exchange is computed. */
function exchangeLocal(statements: readonly Stmt[]): number | null {
  const stmt = statements.find((one) => one.kind === "exchange");
  return stmt?.kind === "exchange" && stmt.target.kind === "local" ? stmt.target.id : null;
}

function emitAll(moment: Moment, statements: readonly Stmt[], ways: Ways, ends: boolean): boolean {
  const target = exchangeLocal(statements);
  for (const stmt of statements) {
    emitStatement(moment, stmt, ways, statements);
    if (isFinal(stmt)) return true;
    // What is no plain branch is found out before anything is written.
    if ((stmt.kind === "let" || stmt.kind === "load") && stmt.id === target) checkTarget(moment, target);
  }
  if (ends) ways.goTo(moment.instruction.next);
  return ends;
}

/** Leaves unless the local of the intermediate language is the address of Thumb code. */
function checkTarget(moment: Moment, id: number): void {
  push(moment, { kind: "local", id });
  leaveUnlessCode(moment);
}

/** As checkTarget, for the address on the stack. */
function leaveUnlessCode(moment: Moment): void {
  const { body } = moment.scope;
  const target = borrow(moment, "i32");
  tee(body, target);
  constant(body, 1);
  emit(body, "i32.and", "i32.eqz");
  get(body, target);
  constant(body, returnsFrom);
  emit(body, "i32.ge_u", "i32.or");
  leaveIf(moment);
}

function keepValue(moment: Moment, id: number, value: Expr): void {
  const type = isFloat(moment, value) ? "f32" : "i32";
  const local = borrow(moment, type);
  if (type === "f32") pushFloat(moment, value);
  else push(moment, value);
  set(moment.scope.body, local);
  moment.values.set(id, { local, type });
}

/** Whether the value of a load goes to a floating-point register as it is. */
const goesToSingle = (id: number, all: readonly Stmt[]): boolean =>
  all.some((stmt) => stmt.kind === "setSingle" && stmt.value.kind === "local" && stmt.value.id === id);

function emitStatement(moment: Moment, stmt: Stmt, ways: Ways, all: readonly Stmt[] = []): void {
  const { scope, instruction } = moment;
  switch (stmt.kind) {
    case "let":
      return keepValue(moment, stmt.id, stmt.value);
    case "load":
      return emitLoad(moment, stmt, goesToSingle(stmt.id, all));
    case "store":
      return emitStore(moment, stmt);
    case "if":
      return emitIf(moment, stmt, ways, all);
    case "branch":
      return ways.goTo(knownTarget(moment, stmt.target));
    case "jump":
    case "exchange": {
      const target = borrow(moment, "i32");
      push(moment, stmt.target);
      constant(scope.body, -2);
      emit(scope.body, "i32.and");
      set(scope.body, target);
      return ways.goToLocal(target);
    }
    case "checkStackLimit":
      push(moment, stmt.value);
      return emitLimitCheck(moment);
    case "checkFloat":
      return askFloatLevel(moment, all.some((one) => one.kind === "float") ? 2 : 1);
    case "float":
      return emitFloat(moment, stmt);
    case "exec":
      return emitExec(moment, stmt, ways);
    case "setSingle":
      pushFloat(moment, stmt.value);
      return write(scope, scope.singles[argumentOf(instruction, stmt.name) + stmt.next]);
    default:
      return emitWrite(moment, stmt);
  }
}

function knownTarget(moment: Moment, target: Expr): number {
  const known = knownValue(moment.instruction, target);
  if (known === null) throw new Error("branch to an address that is not known");
  return known;
}

type Write = Extract<
  Stmt,
  { kind: "setReg" | "setFixed" | "setNZ" | "setNZCV" | "setC" | "setV" | "setQ" | "setGE" | "setFpscr" }
>;

function emitWrite(moment: Moment, stmt: Write): void {
  const { scope, instruction } = moment;
  const { body, flags } = scope;
  if (stmt.kind === "setGE" || stmt.kind === "setQ") return emitStickyWrite(moment, stmt);
  push(moment, stmt.value);
  switch (stmt.kind) {
    case "setReg":
      return write(scope, scope.registers[argumentOf(instruction, stmt.name)]);
    case "setFixed":
      return write(scope, scope.registers[stmt.index]);
    case "setFpscr":
      return write(scope, scope.fpscr);
    case "setC":
      return write(scope, flags.C);
    case "setV":
      return write(scope, flags.V);
    case "setNZ":
      write(scope, flags.N);
      get(body, flags.N.local);
      return write(scope, flags.Z);
    case "setNZCV":
      return emitNzcv(moment);
  }
}

/** N, Z, C and V from bits 31:28 of the word on the stack. */
function emitNzcv(moment: Moment): void {
  const { scope } = moment;
  const { body, flags } = scope;
  const word = borrow(moment, "i32");
  tee(body, word);
  write(scope, flags.N);
  get(body, word);
  constant(body, -1);
  emit(body, "i32.xor");
  constant(body, 0x4000_0000);
  emit(body, "i32.and");
  write(scope, flags.Z);
  for (const [flag, bit] of [
    [flags.C, 29],
    [flags.V, 28],
  ] as const) {
    get(body, word);
    constant(body, bit);
    emit(body, "i32.shr_u");
    constant(body, 1);
    emit(body, "i32.and");
    write(scope, flag);
  }
}

/** Flags that stay in the state. */
function emitStickyWrite(moment: Moment, stmt: Extract<Write, { kind: "setGE" | "setQ" }>): void {
  const { body } = moment.scope;
  if (stmt.kind === "setQ") {
    push(moment, stmt.value);
    open(body, "if");
    constant(body, 0);
    constant(body, 1);
    memoryAccess(body, "i32.store", cpuPlace("flagQ"));
    return close(body);
  }
  constant(body, 0);
  push(moment, stmt.value);
  memoryAccess(body, "i32.store", cpuPlace("flagGE"));
}

function emitIf(moment: Moment, stmt: Extract<Stmt, { kind: "if" }>, ways: Ways, all: readonly Stmt[]): void {
  const { body } = moment.scope;
  const list = (statements: readonly Stmt[]): void => {
    for (const one of statements) emitStatement(moment, one, ways, all);
  };
  push(moment, stmt.condition);
  open(body, "if");
  list(stmt.then);
  if (stmt.else.length > 0) {
    otherwise(body);
    list(stmt.else);
  }
  close(body);
}

function emitExec(moment: Moment, stmt: Extract<Stmt, { kind: "exec" }>, ways: Ways): void {
  if (!isInlined(stmt.name)) throw new Error(`${stmt.name} has no form in a region`);
  switch (stmt.name) {
    case "dataBarrier":
      return;
    case "checkDivisor":
      push(moment, stmt.args[0] as Expr);
      emit(moment.scope.body, "i32.eqz");
      return leaveIf(moment);
    case "storeMultiple":
      return emitStoreMultiple(moment, rowOf(moment, stmt.args));
    case "loadMultiple":
    case "loadMultiplePc":
      return emitLoadMultiple(moment, rowOf(moment, stmt.args), ways);
    case "loadSingles":
    case "storeSingles":
      return emitSingles(moment, stmt.name === "loadSingles", stmt.args);
  }
}

const valuesOf = (moment: Moment, args: readonly Expr[]): number[] => args.map((arg) => knownTarget(moment, arg));

/** Registers by number, lowest first. */
const registersIn = (list: number): number[] =>
  Array.from({ length: 16 }, (_, index) => index).filter((index) => (list >>> index) & 1);

function rowOf(moment: Moment, args: readonly Expr[]): Row & { readonly registers: readonly number[] } {
  const [base = 0, list = 0, flags = 0] = valuesOf(moment, args);
  const registers = registersIn(list);
  const words = registers.length;
  return { base, words, bytes: 4 * words, wback: (flags & 1) !== 0, db: (flags & 2) !== 0, registers };
}

type RegisterRow = ReturnType<typeof rowOf>;

function emitStoreMultiple(moment: Moment, row: RegisterRow): void {
  const { scope } = moment;
  const { first, host } = reachRow(moment, row, "write");
  for (const [index, register] of row.registers.entries()) {
    get(scope.body, host);
    read(scope, scope.registers[register]);
    memoryAccess(scope.body, "i32.store", 4 * index);
  }
  writeBack(moment, row, first);
}

function emitLoadMultiple(moment: Moment, row: RegisterRow, ways: Ways): void {
  const { scope } = moment;
  const { body } = scope;
  const { first, host } = reachRow(moment, row, "read");
  const target = row.registers.at(-1) === 15 ? borrow(moment, "i32") : null;
  if (target !== null) {
    get(body, host);
    memoryAccess(body, "i32.load", 4 * (row.words - 1));
    tee(body, target);
    leaveUnlessCode(moment);
  }
  // A base in the list gets what was loaded.
  if (!row.registers.includes(row.base)) writeBack(moment, row, first);
  for (const [index, register] of row.registers.entries()) {
    if (register === 15) continue;
    get(body, host);
    memoryAccess(body, "i32.load", 4 * index);
    write(scope, scope.registers[register]);
  }
  if (target === null) return;
  get(body, target);
  constant(body, -2);
  emit(body, "i32.and");
  set(body, target);
  ways.goToLocal(target);
}

function emitSingles(moment: Moment, isLoad: boolean, args: readonly Expr[]): void {
  const { scope } = moment;
  const [base = 0, from = 0, words = 0, flags = 0] = valuesOf(moment, args);
  const bytes = 4 * (words + ((flags >>> 2) & 1));
  const row: Row = { base, words, bytes, wback: (flags & 1) !== 0, db: (flags & 2) !== 0 };
  const { first, host } = reachRow(moment, row, isLoad ? "read" : "write");
  for (let index = 0; index < words; index++) {
    get(scope.body, host);
    if (isLoad) {
      memoryAccess(scope.body, "f32.load", 4 * index);
      write(scope, scope.singles[from + index]);
    } else {
      read(scope, scope.singles[from + index]);
      memoryAccess(scope.body, "f32.store", 4 * index);
    }
  }
  writeBack(moment, row, first);
}
