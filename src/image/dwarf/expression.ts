/** Evaluates DWARF expressions on 32-bit values (DWARF 5 section 2.5): of call frames, and of where variables are. */
import { Cursor } from "../cursor.ts";

/** What an expression may ask. Each answer is null when it is not known. */
export interface ExpressionInputs {
  readonly register: (number: number) => number | null;
  readonly readWord: (address: number) => number | null;
  /** What variables of a function are relative to. */
  readonly frameBase?: () => number | null;
  /** The canonical frame address. */
  readonly frameAddress?: () => number | null;
  /** The value that an expression had when the function was entered. */
  readonly entryValue?: (expression: Uint8Array) => number | null;
  /** By its index in the unit's part of .debug_addr. */
  readonly indexed?: (index: number) => number | null;
  /** The integer type that is described at an offset of the unit. */
  readonly integerType?: (offset: number) => IntegerType | null;
}

/** What an operation converts to. */
export interface IntegerType {
  readonly sizeBytes: number;
  readonly signed: boolean;
}

/** Extended to 32 bits, unsigned; the generic type, null, is as wide as an address. */
interface Cell {
  readonly value: number;
  readonly type: IntegerType | null;
}

/** Backward branches exist, so the number of operations is bounded. */
const operationLimit = 10_000;

const op = {
  addr: 0x03,
  deref: 0x06,
  const1u: 0x08,
  const1s: 0x09,
  const2u: 0x0a,
  const2s: 0x0b,
  const4u: 0x0c,
  const4s: 0x0d,
  const8u: 0x0e,
  const8s: 0x0f,
  constu: 0x10,
  consts: 0x11,
  dup: 0x12,
  drop: 0x13,
  over: 0x14,
  pick: 0x15,
  swap: 0x16,
  rot: 0x17,
  abs: 0x19,
  neg: 0x1f,
  not: 0x20,
  plusUconst: 0x23,
  bra: 0x28,
  skip: 0x2f,
  lit0: 0x30,
  lit31: 0x4f,
  breg0: 0x70,
  breg31: 0x8f,
  fbreg: 0x91,
  bregx: 0x92,
  derefSize: 0x94,
  nop: 0x96,
  callFrameCfa: 0x9c,
  addrx: 0xa1,
  constx: 0xa2,
  entryValue: 0xa3,
  constType: 0xa4,
  regvalType: 0xa5,
  derefType: 0xa6,
  convert: 0xa8,
  gnuEntryValue: 0xf3,
  gnuConstType: 0xf4,
  gnuRegvalType: 0xf5,
  gnuDerefType: 0xf6,
  gnuConvert: 0xf7,
} as const;

const comparisons = new Map<number, (a: number, b: number) => boolean>([
  [0x29, (a, b) => a === b],
  [0x2a, (a, b) => a >= b],
  [0x2b, (a, b) => a > b],
  [0x2c, (a, b) => a <= b],
  [0x2d, (a, b) => a < b],
  [0x2e, (a, b) => a !== b],
]);

/** Operations on the two upper elements, `a` below `b`, that do not depend on signs. All are modulo 2^32. */
const plain = new Map<number, (a: number, b: number) => number>([
  [0x1a, (a, b) => a & b],
  [0x1c, (a, b) => a - b],
  [0x1e, (a, b) => Math.imul(a, b)],
  [0x21, (a, b) => a | b],
  [0x22, (a, b) => a + b],
  [0x24, (a, b) => (b > 31 ? 0 : a << b)],
  [0x27, (a, b) => a ^ b],
]);

const other = { div: 0x1b, mod: 0x1d, shr: 0x25, shra: 0x26 } as const;

/** Comparisons and divisions of the generic type are signed, its remainders are not. */
function binary(code: number, first: Cell, second: Cell): Cell | null {
  const { value: a, type } = first;
  const { value: b } = second;
  if (!isSameType(type, second.type)) return null;
  const signed = type?.signed ?? true;
  const compare = comparisons.get(code);
  if (compare) return { value: Number(signed ? compare(a | 0, b | 0) : compare(a, b)), type: null };
  const simple = plain.get(code);
  if (simple) return cellOf(simple(a, b), type);
  if (code === other.shr) return cellOf(b > 31 ? 0 : extended(a, type, false) >>> b, type);
  if (code === other.shra) return cellOf(extended(a, type, true) >> Math.min(b, 31), type);
  if (b === 0) return null;
  if (code === other.div) return cellOf(signed ? Math.trunc((a | 0) / (b | 0)) : Math.floor(a / b), type);
  return cellOf(type !== null && signed ? (a | 0) % (b | 0) : a % b, type);
}

const isBinary = (code: number): boolean =>
  comparisons.has(code) || plain.has(code) || (Object.values(other) as number[]).includes(code);

const isSameType = (a: IntegerType | null, b: IntegerType | null): boolean =>
  a === b || (a !== null && b !== null && a.sizeBytes === b.sizeBytes && a.signed === b.signed);

function extended(value: number, type: IntegerType | null, signed: boolean): number {
  const unused = 32 - (type?.sizeBytes ?? 4) * 8;
  return signed ? (value << unused) >> unused : (value << unused) >>> unused;
}

const cellOf = (value: number, type: IntegerType | null): Cell => ({
  value: extended(value, type, type?.signed ?? false) >>> 0,
  type,
});

/** The value on top of the stack at the end, unsigned; null when it cannot be known or the expression is damaged. */
export const evaluate = (bytes: Uint8Array, initial: readonly number[], inputs: ExpressionInputs): number | null =>
  evaluateUntil(new Cursor(bytes), [], initial, inputs);

/** The same up to the first operation that is one of `ends`: the cursor stands in front of it then. */
export function evaluateUntil(
  cursor: Cursor,
  ends: readonly number[],
  initial: readonly number[],
  inputs: ExpressionInputs,
): number | null {
  const stack = initial.map((value) => cellOf(value, null));
  for (let count = 0; cursor.more; count++) {
    if (count >= operationLimit || stack.length > 256) return null;
    if (ends.includes(cursor.bytes[cursor.offset] ?? 0)) break;
    const code = cursor.u8();
    const cell = push(code, cursor, stack, inputs);
    if (cell === null) return null;
    if (cell !== undefined) stack.push(cell);
    else if (!rearrange(code, cursor, stack)) return null;
  }
  return cursor.overrun ? null : (stack.at(-1)?.value ?? null);
}

/** Operations that give one value: the value, null when unknown, undefined when `code` is none of them. */
function push(code: number, cursor: Cursor, stack: Cell[], inputs: ExpressionInputs): Cell | null | undefined {
  if (isBinary(code)) {
    const b = stack.pop();
    const a = stack.pop();
    return a === undefined || b === undefined ? null : binary(code, a, b);
  }
  const cell = isTyped(code) ? typed(code, cursor, stack, inputs) : unary(code, cursor, stack);
  if (cell !== undefined) return cell;
  const value = generic(code, cursor, stack, inputs);
  return value === undefined || value === null ? value : cellOf(value, null);
}

function generic(code: number, cursor: Cursor, stack: Cell[], inputs: ExpressionInputs): number | null | undefined {
  if (code >= op.lit0 && code <= op.lit31) return code - op.lit0;
  if (code >= op.breg0 && code <= op.breg31) return plus(inputs.register(code - op.breg0), cursor.sleb());
  if (code === op.bregx) return plus(inputs.register(cursor.uleb()), cursor.sleb());
  if (code === op.deref) return dereference(4, stack, inputs);
  if (code === op.derefSize) return dereference(cursor.u8(), stack, inputs);
  return readConstant(code, cursor) ?? ofFrame(code, cursor, inputs);
}

const isTyped = (code: number): boolean =>
  code === op.convert ||
  code === op.gnuConvert ||
  (code >= op.constType && code <= op.derefType) ||
  (code >= op.gnuConstType && code <= op.gnuDerefType);

/** Operations that name a type; null for types that are wider than a register, and for what is no integer. */
function typed(code: number, cursor: Cursor, stack: Cell[], inputs: ExpressionInputs): Cell | null {
  const named = (): IntegerType | null => inputs.integerType?.(cursor.uleb()) ?? null;
  const of = (value: number | null | undefined, type: IntegerType | null): Cell | null => {
    const isKnown = value !== null && value !== undefined && type !== null && type.sizeBytes <= 4;
    return isKnown ? cellOf(value, type) : null;
  };
  if (code === op.regvalType || code === op.gnuRegvalType) return of(inputs.register(cursor.uleb()), named());
  if (code === op.derefType || code === op.gnuDerefType) return of(dereference(cursor.u8(), stack, inputs), named());
  if (code === op.constType || code === op.gnuConstType) {
    const type = named();
    const bytes = cursor.slice(cursor.u8());
    return of(bytes.length === type?.sizeBytes ? new Cursor(bytes).signed(bytes.length) : null, type);
  }
  const value = stack.pop()?.value;
  if (cursor.bytes[cursor.offset] !== 0) return of(value, named());
  // Type 0 is the generic one.
  cursor.skip(1);
  return value === undefined ? null : cellOf(value, null);
}

/** Values that belong to the function and its call. */
function ofFrame(code: number, cursor: Cursor, inputs: ExpressionInputs): number | null | undefined {
  if (code === op.fbreg) return plus(inputs.frameBase?.() ?? null, cursor.sleb());
  if (code === op.callFrameCfa) return inputs.frameAddress?.() ?? null;
  if (code === op.addrx || code === op.constx) return inputs.indexed?.(cursor.uleb()) ?? null;
  if (code !== op.entryValue && code !== op.gnuEntryValue) return undefined;
  const sizeBytes = cursor.uleb();
  const from = cursor.offset;
  cursor.skip(sizeBytes);
  return cursor.overrun ? null : (inputs.entryValue?.(cursor.bytes.subarray(from, from + sizeBytes)) ?? null);
}

function readConstant(code: number, cursor: Cursor): number | undefined {
  if (code === op.addr || code === op.const4u || code === op.const4s) return cursor.u32();
  if (code === op.const1u) return cursor.u8();
  if (code === op.const1s) return cursor.signed(1);
  if (code === op.const2u) return cursor.u16();
  if (code === op.const2s) return cursor.signed(2);
  if (code === op.const8u || code === op.const8s) return cursor.signed(8);
  if (code === op.constu) return cursor.ulebWord();
  return code === op.consts ? cursor.slebWord() : undefined;
}

function unary(code: number, cursor: Cursor, stack: Cell[]): Cell | null | undefined {
  if (code !== op.abs && code !== op.neg && code !== op.not && code !== op.plusUconst) return undefined;
  const cell = stack.pop();
  if (cell === undefined) return null;
  const { value: a, type } = cell;
  if (code === op.abs) return cellOf(type?.signed === false ? a : Math.abs(a | 0), type);
  if (code === op.neg) return cellOf(-a, type);
  return cellOf(code === op.not ? ~a : a + cursor.ulebWord(), type);
}

function dereference(sizeBytes: number, stack: Cell[], inputs: ExpressionInputs): number | null {
  const address = stack.pop()?.value;
  if (address === undefined || sizeBytes < 1 || sizeBytes > 4) return null;
  const offset = address & 3;
  const word = inputs.readWord((address & ~3) >>> 0);
  if (word === null) return null;
  const upper = offset + sizeBytes > 4 ? inputs.readWord(((address & ~3) + 4) >>> 0) : 0;
  if (upper === null) return null;
  const value = offset === 0 ? word : (word >>> (offset * 8)) | (upper << (32 - offset * 8));
  return sizeBytes === 4 ? value : value & (2 ** (sizeBytes * 8) - 1);
}

/** Stack and control operations; false when `code` is not known or does not fit the stack. */
function rearrange(code: number, cursor: Cursor, stack: Cell[]): boolean {
  if (code === op.nop) return true;
  if (code === op.bra || code === op.skip) {
    const distance = cursor.signed(2);
    const taken = code === op.skip || stack.pop()?.value !== 0;
    const target = cursor.offset + distance;
    if (target < 0 || target > cursor.end) return false;
    if (taken) cursor.offset = target;
    return true;
  }
  if (code === op.drop) return stack.pop() !== undefined;
  const depth = code === op.dup ? 0 : code === op.over ? 1 : code === op.pick ? cursor.u8() : -1;
  if (depth >= 0) {
    const value = stack.at(-1 - depth);
    if (value !== undefined) stack.push(value);
    return value !== undefined;
  }
  const count = code === op.swap ? 2 : code === op.rot ? 3 : 0;
  if (count === 0 || stack.length < count) return false;
  const top = stack.pop() as Cell;
  stack.splice(stack.length - count + 1, 0, top);
  return true;
}

function plus(value: number | null, offset: number): number | null {
  return value === null ? null : value + offset;
}
