/** Named ways in which fields of an encoding become arguments: functions of DDI 0553 (section E1) as expressions. */

import type { Operand } from "./builder.ts";
import {
  add,
  and,
  bits,
  eq,
  isZero,
  itstate,
  konst,
  ltu,
  mul,
  ne,
  or,
  pc,
  ror,
  sar,
  select,
  shl,
  shr,
  sub,
} from "./builder.ts";
import type { Expr } from "./ir.ts";

const asExpr = (operand: Operand | string): Expr =>
  typeof operand === "string" ? bits(operand) : typeof operand === "number" ? konst(operand) : operand;

/** 1 outside IT blocks: what T16 arithmetic asks before it sets flags. */
export const outsideIt: Expr = isZero(and(itstate, 15));
export const insideIt: Expr = ne(and(itstate, 15), 0);
/** 1 inside an IT block, but not at its last instruction: branches are UNPREDICTABLE there. */
export const midIt: Expr = ne(and(itstate, 7), 0);

/** The value that reads as PC. */
export const pcValue: Expr = add(pc, 4);
export const pcAligned: Expr = and(pcValue, ~3);

export const signExtend = (value: Expr | string, width: number): Expr =>
  sar(shl(asExpr(value), 32 - width), 32 - width);

export const scaled = (value: Expr | string, shift: number): Expr => shl(asExpr(value), shift);

/** `value` when `up` is 1, its negation otherwise. */
export const signed = (up: Expr | string, value: Expr | string): Expr =>
  select(asExpr(up), asExpr(value), sub(0, asExpr(value)));

/** Align(PC, 4) plus or minus the offset. */
export const pcRelative = (offset: Expr): Expr => add(pcAligned, offset);

/** ThumbExpandImm() of the 12 bits i:imm3:imm8 in field `name`. */
export function thumbExpandImm(name: string): Expr {
  const imm12 = bits(name);
  const imm8 = and(imm12, 255);
  const rotated = ror(or(0x80, and(imm12, 0x7f)), shr(imm12, 7));
  const shape = shr(imm12, 8);
  const copies = select(
    eq(shape, 0),
    imm8,
    select(eq(shape, 1), mul(imm8, 0x0001_0001), select(eq(shape, 2), mul(imm8, 0x0100_0100), mul(imm8, 0x0101_0101))),
  );
  return select(ltu(shape, 4), copies, rotated);
}

/** 1 where ThumbExpandImm_C() changes the carry (to bit 31 of the constant): the rotated shapes. */
export const thumbExpandCarry = (name: string): Expr => isZero(ltu(bits(name), 0x400));

/** The repeated shapes of a zero byte are UNPREDICTABLE. */
export const thumbExpandUnpredictable = (name: string): Expr =>
  all(isZero(and(bits(name), 255)), ltu(bits(name), 0x400), ne(bits(name), 0));

/** DecodeImmShift(): the amount, 1..32 (RRX counts as 1, LSL may be 0). */
export const shiftAmount = (type: string, imm5: string): Expr =>
  select(bits(imm5), bits(imm5), select(eq(bits(type), 0), 0, select(eq(bits(type), 3), 1, 32)));

/** DecodeImmShift(): the type, 0..3, or 4 for RRX. */
export const shiftType = (type: string, imm5: string): Expr =>
  select(isZero(bits(imm5)), select(eq(bits(type), 3), 4, bits(type)), bits(type));

/** Some of the 0/1 values is 1. */
export const any = (...conditions: Expr[]): Expr => conditions.reduce((a, b) => or(a, b));
export const all = (...conditions: Expr[]): Expr => conditions.reduce((a, b) => and(a, b));

export const is = (name: string, value: number): Expr => eq(bits(name), value);
export const isNot = (name: string, value: number): Expr => ne(bits(name), value);
/** 1 when one of the register fields numbers SP or PC. */
export const spOrPc = (...names: string[]): Expr =>
  any(...names.map((name) => or(eq(bits(name), 13), eq(bits(name), 15))));
export const isPc = (...names: string[]): Expr => any(...names.map((name) => eq(bits(name), 15)));
export const isSp = (...names: string[]): Expr => any(...names.map((name) => eq(bits(name), 13)));
export const same = (a: string, b: string): Expr => eq(bits(a), bits(b));

/** Bit `index` of a field holding a register list. */
export const listHas = (name: string, index: Operand): Expr => and(shr(bits(name), index), 1);

/** 1 when fewer than two bits of the field are set. */
export const atMostOne = (name: string): Expr => isZero(and(bits(name), sub(bits(name), 1)));
