/** Goes one frame up: the caller's registers from a row of frame rules (DWARF 5 section 6.4.3, AAPCS32 section 6.1). */
import { armRegister } from "./constants.ts";
import { evaluate } from "./expression.ts";
import { type FrameRow, frameRowAt, type RegisterRule } from "./frame-row.ts";
import type { FrameDescription } from "./frame-table.ts";
import type { Frame } from "./local.ts";

/** R0 to R15 as unsigned words; null where the value is not known. */
export type CoreRegisters = readonly (number | null)[];

/** The word at an address of the stopped machine; null where memory cannot be read. */
export type ReadWord = (address: number) => number | null;

/** R0 to R3 and R12 need not survive a call, so the caller's values are lost unless they were saved. */
const clobbered: readonly number[] = [0, 1, 2, 3, 12];

/**
 * The caller's registers. R15 is the return address as stored, Thumb bit included, so that EXC_RETURN and FNC_RETURN
 * stay whole; R14 is not known any more. Null when the function has no caller or the rules cannot be followed.
 */
export function unwindFrame(
  frame: FrameDescription,
  pc: number,
  registers: CoreRegisters,
  readWord: ReadWord,
): (number | null)[] | null {
  const row = frameRowAt(frame, pc);
  const cfa = row && frameAddress(row, registers, readWord);
  if (!row || cfa === null) return null;
  const caller = registers.map((value, register) => {
    const rule = row.rules.get(register);
    if (rule) return follow(rule, register, cfa, registers, readWord);
    return clobbered.includes(register) ? null : value;
  });
  const { returnAddressRegister } = frame.common;
  const returnRule = row.rules.get(returnAddressRegister) ?? { kind: "same" };
  const returnAddress = follow(returnRule, returnAddressRegister, cfa, registers, readWord);
  if (returnAddress === null) return null;
  if (!row.rules.has(armRegister.stackPointer)) caller[armRegister.stackPointer] = cfa;
  caller[armRegister.link] = null;
  caller[armRegister.programCounter] = returnAddress;
  return caller;
}

/** The canonical frame address: the stack pointer before the call that led here. Null where it cannot be known. */
export function canonicalFrameAddress(
  frame: FrameDescription,
  pc: number,
  registers: CoreRegisters,
  readWord: ReadWord,
): number | null {
  const row = frameRowAt(frame, pc);
  return row && frameAddress(row, registers, readWord);
}

/** S16 to S31 survive a call: what the caller has in one, where the function saved it or left it alone. */
export function callersSingle(
  frame: FrameDescription,
  pc: number,
  number: number,
  { registers, readWord, single }: Pick<Frame, "registers" | "readWord" | "single">,
): number | null {
  const row = frameRowAt(frame, pc);
  const { firstDouble, firstSingle } = armRegister;
  if (!row || number < firstKeptSingle) return null;
  const double = row.rules.get(firstDouble + (number >> 1));
  const rule = row.rules.get(firstSingle + number) ?? double;
  if (rule === undefined || rule.kind === "same") return single(number);
  const cfa = rule.kind === "saved" ? frameAddress(row, registers, readWord) : null;
  if (cfa === null || rule.kind !== "saved") return null;
  return readWord((cfa + rule.offsetBytes + (rule === double ? (number & 1) * 4 : 0)) >>> 0);
}

const firstKeptSingle = 16;

function frameAddress(row: FrameRow, registers: CoreRegisters, readWord: ReadWord): number | null {
  if (!row.cfa) return null;
  const register = (number: number): number | null => registers[number] ?? null;
  if (row.cfa.kind === "expression") return evaluate(row.cfa.expression, [], { register, readWord });
  const base = register(row.cfa.register);
  return base === null ? null : (base + row.cfa.offsetBytes) >>> 0;
}

function follow(
  rule: RegisterRule,
  self: number,
  cfa: number,
  registers: CoreRegisters,
  readWord: ReadWord,
): number | null {
  const register = (number: number): number | null => registers[number] ?? null;
  if (rule.kind === "same") return register(self);
  if (rule.kind === "register") return register(rule.register);
  if (rule.kind === "saved") return readWord((cfa + rule.offsetBytes) >>> 0);
  if (rule.kind === "value") return (cfa + rule.offsetBytes) >>> 0;
  if (rule.kind === "undefined") return null;
  const value = evaluate(rule.expression, [cfa], { register, readWord });
  return rule.kind === "valueOf" || value === null ? value : readWord(value);
}
