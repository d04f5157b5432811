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
  gnuEntryValue: 0xf3,
} as const;

/**
 * Operations on the two upper elements: `a` lies below `b`. All are modulo 2^32; comparisons and division are signed.
 */
const binary = new Map<number, (a: number, b: number) => number | null>([
  [0x1a, (a, b) => a & b],
  [0x1b, (a, b) => (b === 0 ? null : Math.trunc((a | 0) / (b | 0)))],
  [0x1c, (a, b) => a - b],
  [0x1d, (a, b) => (b === 0 ? null : a % b)],
  [0x1e, (a, b) => Math.imul(a, b)],
  [0x21, (a, b) => a | b],
  [0x22, (a, b) => a + b],
  [0x24, (a, b) => (b > 31 ? 0 : a << b)],
  [0x25, (a, b) => (b > 31 ? 0 : a >>> b)],
  [0x26, (a, b) => (a | 0) >> Math.min(b, 31)],
  [0x27, (a, b) => a ^ b],
  [0x29, (a, b) => Number((a | 0) === (b | 0))],
  [0x2a, (a, b) => Number((a | 0) >= (b | 0))],
  [0x2b, (a, b) => Number((a | 0) > (b | 0))],
  [0x2c, (a, b) => Number((a | 0) <= (b | 0))],
  [0x2d, (a, b) => Number((a | 0) < (b | 0))],
  [0x2e, (a, b) => Number((a | 0) !== (b | 0))],
]);

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
  const stack = [...initial];
  for (let count = 0; cursor.more; count++) {
    if (count >= operationLimit || stack.length > 256) return null;
    if (ends.includes(cursor.bytes[cursor.offset] ?? 0)) break;
    const code = cursor.u8();
    const value = push(code, cursor, stack, inputs);
    if (value === null) return null;
    if (value !== undefined) stack.push(value >>> 0);
    else if (!rearrange(code, cursor, stack)) return null;
  }
  return cursor.overrun ? null : (stack.at(-1) ?? null);
}

/** Operations that give one value: the value, null when unknown, undefined when `code` is none of them. */
function push(code: number, cursor: Cursor, stack: number[], inputs: ExpressionInputs): number | null | undefined {
  const two = binary.get(code);
  if (two) {
    const b = stack.pop();
    const a = stack.pop();
    return a === undefined || b === undefined ? null : two(a, b);
  }
  if (code >= op.lit0 && code <= op.lit31) return code - op.lit0;
  if (code >= op.breg0 && code <= op.breg31) return plus(inputs.register(code - op.breg0), cursor.sleb());
  if (code === op.bregx) return plus(inputs.register(cursor.uleb()), cursor.sleb());
  if (code === op.deref || code === op.derefSize) return dereference(code, cursor, stack, inputs);
  const constant = readConstant(code, cursor) ?? unary(code, cursor, stack);
  return constant === undefined ? ofFrame(code, cursor, inputs) : constant;
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
  if (code === op.constu) return cursor.uleb();
  return code === op.consts ? cursor.sleb() : undefined;
}

function unary(code: number, cursor: Cursor, stack: number[]): number | null | undefined {
  if (code !== op.abs && code !== op.neg && code !== op.not && code !== op.plusUconst) return undefined;
  const a = stack.pop();
  if (a === undefined) return null;
  if (code === op.abs) return Math.abs(a | 0);
  if (code === op.neg) return -a;
  return code === op.not ? ~a : a + cursor.uleb();
}

function dereference(code: number, cursor: Cursor, stack: number[], inputs: ExpressionInputs): number | null {
  const sizeBytes = code === op.derefSize ? cursor.u8() : 4;
  const address = stack.pop();
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
function rearrange(code: number, cursor: Cursor, stack: number[]): boolean {
  if (code === op.nop) return true;
  if (code === op.bra || code === op.skip) {
    const distance = cursor.signed(2);
    const taken = code === op.skip || stack.pop() !== 0;
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
  const top = stack.pop() as number;
  stack.splice(stack.length - count + 1, 0, top);
  return true;
}

function plus(value: number | null, offset: number): number | null {
  return value === null ? null : value + offset;
}
