/**
 * Loads and stores, where the access table alone answers: anything else is the interpreter's. Before an access is known
 * to be answered, nothing of its instruction has been done.
 */
import type { AccessSize, Stmt } from "../isa/ir.ts";
import { entryBits, pageBits, pageBytes } from "../state/memory-map.ts";
import { isFloat, push, pushFloat } from "./emit-expression.ts";
import { borrow, leaveIf, type Moment, read, write } from "./scope.ts";
import { type AccessOp, constant, emit, get, memoryAccess, set } from "./wasm.ts";

type Right = "read" | "write";

/** The entry for the address in local `address`, left in a local. */
function lookUp(moment: Moment, address: number): number {
  const { body, table } = moment.scope;
  const entry = borrow(moment, "i32");
  get(body, address);
  constant(body, pageBits);
  emit(body, "i32.shr_u");
  constant(body, 2);
  emit(body, "i32.shl");
  get(body, table);
  emit(body, "i32.add");
  memoryAccess(body, "i32.load", 0);
  set(body, entry);
  return entry;
}

/** Leaves unless `bytes` from the address on may be accessed at once; answers with the local of the host's address. */
function reach(moment: Moment, address: number, right: Right, alignment: number, bytes: number): number {
  const { body } = moment.scope;
  const entry = lookUp(moment, address);
  get(body, entry);
  constant(body, entryBits[right]);
  emit(body, "i32.and", "i32.eqz");
  if (alignment > 1) {
    get(body, address);
    constant(body, alignment - 1);
    emit(body, "i32.and", "i32.or");
  }
  if (bytes > alignment) {
    // The last byte lies in another page.
    get(body, address);
    get(body, address);
    constant(body, bytes - 1);
    emit(body, "i32.add", "i32.xor");
    constant(body, pageBits);
    emit(body, "i32.shr_u", "i32.or");
  }
  leaveIf(moment);
  const host = borrow(moment, "i32");
  get(body, address);
  get(body, entry);
  constant(body, -pageBytes);
  emit(body, "i32.and", "i32.add");
  set(body, host);
  return host;
}

const loadOps: Readonly<Record<AccessSize, readonly [unsigned: AccessOp, signed: AccessOp]>> = {
  1: ["i32.load8_u", "i32.load8_s"],
  2: ["i32.load16_u", "i32.load16_s"],
  4: ["i32.load", "i32.load"],
};
const storeOps: Readonly<Record<AccessSize, AccessOp>> = { 1: "i32.store8", 2: "i32.store16", 4: "i32.store" };

/** `asFloat`: the value goes to a floating-point register. */
export function emitLoad(moment: Moment, stmt: Extract<Stmt, { kind: "load" }>, asFloat: boolean): void {
  const { body } = moment.scope;
  const address = borrow(moment, "i32");
  push(moment, stmt.address);
  set(body, address);
  const host = reach(moment, address, "read", stmt.size, stmt.size);
  const type = asFloat ? "f32" : "i32";
  const value = borrow(moment, type);
  get(body, host);
  memoryAccess(body, asFloat ? "f32.load" : loadOps[stmt.size][stmt.signed ? 1 : 0], 0);
  set(body, value);
  moment.values.set(stmt.id, { local: value, type });
}

export function emitStore(moment: Moment, stmt: Extract<Stmt, { kind: "store" }>): void {
  const { body } = moment.scope;
  const address = borrow(moment, "i32");
  push(moment, stmt.address);
  set(body, address);
  const host = reach(moment, address, "write", stmt.size, stmt.size);
  get(body, host);
  if (stmt.size === 4 && isFloat(moment, stmt.value)) {
    pushFloat(moment, stmt.value);
    memoryAccess(body, "f32.store", 0);
  } else {
    push(moment, stmt.value);
    memoryAccess(body, storeOps[stmt.size], 0);
  }
}

/** Leaves where the address on the stack lies below the stack's limit, whether or not that counts now. */
export function emitLimitCheck(moment: Moment): void {
  const { scope } = moment;
  scope.asksLimit = true;
  get(scope.body, scope.limit);
  emit(scope.body, "i32.lt_u");
  leaveIf(moment);
}

/** A row of words from or to memory, as assembly/exec/load-multiple.ts and exec/float/move.ts have them. */
export interface Row {
  readonly base: number;
  readonly words: number;
  /** By how much the base moves: the words, and one more for FLDMX and FSTMX. */
  readonly bytes: number;
  readonly wback: boolean;
  readonly db: boolean;
}

const stackPointer = 13;

/** Leaves unless the whole row can be accessed; answers with the locals of its first address and that of the host. */
export function reachRow(moment: Moment, row: Row, right: Right): { readonly first: number; readonly host: number } {
  const { scope } = moment;
  const first = borrow(moment, "i32");
  read(scope, scope.registers[row.base]);
  if (row.db) {
    constant(scope.body, row.bytes);
    emit(scope.body, "i32.sub");
  }
  set(scope.body, first);
  if (row.base === stackPointer && row.wback) {
    get(scope.body, first);
    emitLimitCheck(moment);
  }
  return { first, host: reach(moment, first, right, 4, row.words * 4) };
}

/** The base's new value, where the row has one. */
export function writeBack(moment: Moment, row: Row, first: number): void {
  if (!row.wback) return;
  const { scope } = moment;
  get(scope.body, first);
  if (!row.db) {
    constant(scope.body, row.bytes);
    emit(scope.body, "i32.add");
  }
  write(scope, scope.registers[row.base]);
}
