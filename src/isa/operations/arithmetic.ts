/**
 * Arithmetic shared by operation rows: subtraction, shifts with carry, conditions. Names follow DDI 0553 pseudocode.
 */

import type { Builder, Operand } from "../builder.ts";
import { and, eq, isZero, ltu, or, ror, sar, select, shiftTypes, shl, shr, sub, xor } from "../builder.ts";
import type { Expr } from "../ir.ts";

export interface Sum {
  readonly result: Expr;
  readonly carry: Expr;
  readonly overflow: Expr;
}

/** AddWithCarry(x, NOT(y), 1), spelt as the subtraction that it is; carry means "no borrow". */
export function subtract(b: Builder, a: Operand, c: Operand): Sum {
  const x = b.let(a);
  const y = b.let(c);
  const result = b.let(sub(x, y));
  return { result, carry: isZero(ltu(x, y)), overflow: shr(and(xor(x, y), xor(x, result)), 31) };
}

export const addition = (b: Builder, x: Operand, y: Operand): Sum => b.addWithCarry(x, y, 0);

export function setNZCV(b: Builder, sum: Sum): void {
  b.setNZ(sum.result);
  b.setC(sum.carry);
  b.setV(sum.overflow);
}

export interface Shifted {
  readonly result: Expr;
  /** 0 or 1. */
  readonly carry: Expr;
}

/** LSL by 1..31. */
export function shiftLeft(b: Builder, value: Expr, amount: Expr): Shifted {
  return { result: b.let(shl(value, amount)), carry: and(shr(value, sub(32, amount)), 1) };
}

/**
 * Right shift by 1..32 in two steps, so that 32 needs no case of its own. The last bit out of the first step is the
 * carry.
 */
export function shiftRight(b: Builder, op: typeof shr | typeof sar, value: Expr, amount: Operand): Shifted {
  const carryLowest = b.let(op(value, sub(amount, 1)));
  return { result: b.let(op(carryLowest, 1)), carry: and(carryLowest, 1) };
}

/** ROR by 1..31. */
export function rotateRight(b: Builder, value: Expr, amount: Expr): Shifted {
  const result = b.let(ror(value, amount));
  return { result, carry: shr(result, 31) };
}

/** RRX. */
export function rotateThroughCarry(b: Builder, value: Expr): Shifted {
  return { result: b.let(or(shl(b.flag("C"), 31), shr(value, 1))), carry: and(value, 1) };
}

/**
 * Shift_C() for LSR, ASR, ROR by 1..32 and RRX (amount 1), by a type known only when it runs. LSL has operations of its
 * own.
 */
export function shiftByType(b: Builder, value: Expr, type: Expr, amount: Expr): Shifted {
  const before = sub(amount, 1);
  const isLsr = eq(type, shiftTypes.lsr);
  const isAsr = eq(type, shiftTypes.asr);
  const carryLowest = b.let(select(isLsr, shr(value, before), select(isAsr, sar(value, before), ror(value, before))));
  const carry = b.let(and(carryLowest, 1));
  const fromRotation = select(eq(type, shiftTypes.ror), carry, b.flag("C"));
  const top = select(isLsr, 0, select(isAsr, shr(value, 31), fromRotation));
  return { result: b.let(or(shr(carryLowest, 1), shl(top, 31))), carry };
}

/** Shifts by the bottom byte of a register, 0..255: LSL, LSR, ASR, ROR. An amount of 0 leaves the carry alone. */
export function shiftByRegister(b: Builder, type: 0 | 1 | 2 | 3, value: Expr, register: Expr): Shifted {
  const amount = b.let(and(register, 255));
  const c = b.flag("C");
  const orUnchanged = (carry: Expr): Expr => select(amount, carry, c);
  if (type === shiftTypes.lsl) {
    const result = b.let(select(ltu(amount, 32), shl(value, and(amount, 31)), 0));
    const lastOut = and(shr(value, and(sub(32, amount), 31)), 1);
    return { result, carry: orUnchanged(select(ltu(amount, 33), lastOut, 0)) };
  }
  if (type === shiftTypes.lsr) {
    const result = b.let(select(ltu(amount, 32), shr(value, and(amount, 31)), 0));
    const lastOut = and(shr(value, and(sub(amount, 1), 31)), 1);
    return { result, carry: orUnchanged(select(ltu(amount, 33), lastOut, 0)) };
  }
  if (type === shiftTypes.asr) {
    const within = b.let(select(ltu(amount, 32), amount, 31));
    const result = b.let(sar(value, within));
    const lastOut = and(select(ltu(amount, 32), sar(value, and(sub(amount, 1), 31)), result), 1);
    return { result, carry: orUnchanged(lastOut) };
  }
  const result = b.let(ror(value, and(amount, 31)));
  return { result, carry: orUnchanged(shr(result, 31)) };
}

/** ConditionPassed() for `condition` 0..13. */
export function conditionHolds(b: Builder, condition: number): Expr {
  const n = (): Expr => b.flag("N");
  const z = (): Expr => b.flag("Z");
  const c = (): Expr => b.flag("C");
  const v = (): Expr => b.flag("V");
  const positive = [z, c, n, v, () => and(c(), isZero(z())), () => eq(n(), v()), () => and(isZero(z()), eq(n(), v()))][
    condition >> 1
  ];
  if (positive === undefined) throw new Error(`condition ${condition}`);
  return (condition & 1) === 0 ? positive() : isZero(positive());
}

/** SP := value after the limit check; SP has no bits 1:0. */
export function setStackPointer(b: Builder, value: Operand): void {
  const wanted = b.let(value);
  b.checkStackLimit(wanted);
  b.setFixed(13, and(wanted, ~3));
}
