/**
 * Runs call frame instructions into rows: how to find each register of the caller, by address (DWARF 5 section
 * 6.4.2).
 */
import { Cursor } from "../cursor.ts";
import type { FrameDescription } from "./frame-table.ts";

/** Where the caller's value of a register is. Offsets count from the canonical frame address (CFA). */
export type RegisterRule =
  | { readonly kind: "undefined" }
  | { readonly kind: "same" }
  | { readonly kind: "saved"; readonly offsetBytes: number }
  | { readonly kind: "value"; readonly offsetBytes: number }
  | { readonly kind: "register"; readonly register: number }
  | { readonly kind: "savedAt"; readonly expression: Uint8Array }
  | { readonly kind: "valueOf"; readonly expression: Uint8Array };

export type CfaRule =
  | { readonly kind: "register"; readonly register: number; readonly offsetBytes: number }
  | { readonly kind: "expression"; readonly expression: Uint8Array };

/** The rules from one address up to the next row. A register without a rule keeps its value if the ABI says so. */
export interface FrameRow {
  readonly address: number;
  readonly cfa: CfaRule | null;
  readonly rules: ReadonlyMap<number, RegisterRule>;
}

interface Machine {
  address: number;
  cfa: CfaRule | null;
  rules: Map<number, RegisterRule>;
  readonly saved: { cfa: CfaRule | null; rules: Map<number, RegisterRule> }[];
  readonly initial: ReadonlyMap<number, RegisterRule>;
  readonly codeAlignment: number;
  readonly dataAlignment: number;
}

/** Deeper nesting of remembered states and more saved registers than any compiler writes are taken for damage. */
const rememberLimit = 64;
const ruleLimit = 512;

const opcode = {
  setLoc: 0x01,
  advance1: 0x02,
  advance2: 0x03,
  advance4: 0x04,
  offsetExtended: 0x05,
  restoreExtended: 0x06,
  undefined: 0x07,
  sameValue: 0x08,
  register: 0x09,
  rememberState: 0x0a,
  restoreState: 0x0b,
  defCfa: 0x0c,
  defCfaRegister: 0x0d,
  defCfaOffset: 0x0e,
  defCfaExpression: 0x0f,
  expression: 0x10,
  offsetExtendedSf: 0x11,
  defCfaSf: 0x12,
  defCfaOffsetSf: 0x13,
  valOffset: 0x14,
  valOffsetSf: 0x15,
  valExpression: 0x16,
  gnuWindowSave: 0x2d,
  gnuArgsSize: 0x2e,
  gnuNegativeOffsetExtended: 0x2f,
} as const;

/** All rows of a description in ascending order; null when its instructions are damaged. */
export function frameRows(frame: FrameDescription): FrameRow[] | null {
  const rows: FrameRow[] = [];
  const whole = run(frame, (row) => {
    rows.push({ ...row, rules: new Map(row.rules) });
    return true;
  });
  return whole ? rows : null;
}

/** The row for an address inside the description; null when its instructions up to there are damaged. */
export function frameRowAt(frame: FrameDescription, address: number): FrameRow | null {
  let found: FrameRow | null = null;
  const whole = run(frame, (row) => {
    if (row.address > address) return false;
    found = { ...row, rules: new Map(row.rules) };
    return true;
  });
  return whole ? found : null;
}

/** Calls `each` with every row until it returns false; false when the instructions are damaged. */
function run(frame: FrameDescription, each: (row: FrameRow) => boolean): boolean {
  const { codeAlignment, dataAlignment, instructions } = frame.common;
  const before = { address: frame.start, cfa: null, rules: new Map(), saved: [], codeAlignment, dataAlignment };
  const prologue: Machine = { ...before, initial: new Map() };
  if (!perform(prologue, instructions, () => true)) return false;
  const initial = new Map(prologue.rules);
  const machine: Machine = { ...before, cfa: prologue.cfa, rules: new Map(initial), initial };
  let wanted = true;
  const done = perform(machine, frame.instructions, (row) => {
    wanted = each(row);
    return wanted;
  });
  if (done && wanted) each(rowOf(machine));
  return done;
}

function rowOf(machine: Machine): FrameRow {
  return { address: machine.address, cfa: machine.cfa, rules: machine.rules };
}

/** Runs instructions; before each step to another address the row so far is given out. */
function perform(machine: Machine, instructions: Uint8Array, each: (row: FrameRow) => boolean): boolean {
  const cursor = new Cursor(instructions);
  while (cursor.more) {
    const code = cursor.u8();
    const next = nextAddress(code, cursor, machine);
    if (next !== null) {
      if (cursor.overrun) return false;
      if (next !== machine.address && !each(rowOf(machine))) return true;
      machine.address = next;
    } else if (!performOne(code, cursor, machine)) return false;
    if (machine.rules.size > ruleLimit) return false;
  }
  return !cursor.overrun;
}

/** Where an instruction that steps on goes to; null for the others. */
function nextAddress(code: number, cursor: Cursor, machine: Machine): number | null {
  if (code >> 6 === 1) return machine.address + (code & 63) * machine.codeAlignment;
  if (code === opcode.setLoc) return cursor.u32();
  if (code === opcode.advance1) return machine.address + cursor.u8() * machine.codeAlignment;
  if (code === opcode.advance2) return machine.address + cursor.u16() * machine.codeAlignment;
  return code === opcode.advance4 ? machine.address + cursor.u32() * machine.codeAlignment : null;
}

function performOne(code: number, cursor: Cursor, machine: Machine): boolean {
  const { rules, dataAlignment } = machine;
  if (code >> 6 === 2) rules.set(code & 63, { kind: "saved", offsetBytes: cursor.uleb() * dataAlignment });
  else if (code >> 6 === 3) restore(machine, code & 63);
  else if (code === opcode.restoreExtended) restore(machine, cursor.uleb());
  else if (code === opcode.rememberState) {
    if (machine.saved.length >= rememberLimit) return false;
    machine.saved.push({ cfa: machine.cfa, rules: new Map(rules) });
  } else if (code === opcode.restoreState) {
    const state = machine.saved.pop();
    if (!state) return false;
    machine.cfa = state.cfa;
    machine.rules = state.rules;
  } else if (code === opcode.gnuArgsSize) cursor.uleb();
  else if (code !== 0 && code !== opcode.gnuWindowSave)
    return defineCfa(code, cursor, machine) || setRule(code, cursor, machine);
  return true;
}

function restore(machine: Machine, register: number): void {
  const rule = machine.initial.get(register);
  if (rule) machine.rules.set(register, rule);
  else machine.rules.delete(register);
}

/** Performs an instruction that changes the CFA; false when `code` is none or contradicts the state. */
function defineCfa(code: number, cursor: Cursor, machine: Machine): boolean {
  const { cfa, dataAlignment } = machine;
  if (code === opcode.defCfa || code === opcode.defCfaSf) {
    const register = cursor.uleb();
    const offsetBytes = code === opcode.defCfa ? cursor.uleb() : cursor.sleb() * dataAlignment;
    machine.cfa = { kind: "register", register, offsetBytes };
    return true;
  }
  if (code === opcode.defCfaExpression) {
    machine.cfa = { kind: "expression", expression: cursor.slice(cursor.uleb()) };
    return true;
  }
  if (cfa?.kind !== "register") return false;
  if (code === opcode.defCfaRegister) machine.cfa = { ...cfa, register: cursor.uleb() };
  else if (code === opcode.defCfaOffset) machine.cfa = { ...cfa, offsetBytes: cursor.uleb() };
  else if (code === opcode.defCfaOffsetSf) machine.cfa = { ...cfa, offsetBytes: cursor.sleb() * dataAlignment };
  else return false;
  return true;
}

/** Performs an instruction that begins with a register number and gives it a rule; false when `code` is none. */
function setRule(code: number, cursor: Cursor, machine: Machine): boolean {
  const { rules, dataAlignment } = machine;
  const register = cursor.uleb();
  if (code === opcode.undefined) rules.set(register, { kind: "undefined" });
  else if (code === opcode.sameValue) rules.set(register, { kind: "same" });
  else if (code === opcode.register) rules.set(register, { kind: "register", register: cursor.uleb() });
  else if (code === opcode.offsetExtended) rules.set(register, saved(cursor.uleb() * dataAlignment));
  else if (code === opcode.offsetExtendedSf) rules.set(register, saved(cursor.sleb() * dataAlignment));
  else if (code === opcode.gnuNegativeOffsetExtended) rules.set(register, saved(-cursor.uleb() * dataAlignment));
  else if (code === opcode.valOffset) rules.set(register, value(cursor.uleb() * dataAlignment));
  else if (code === opcode.valOffsetSf) rules.set(register, value(cursor.sleb() * dataAlignment));
  else if (code === opcode.expression)
    rules.set(register, { kind: "savedAt", expression: cursor.slice(cursor.uleb()) });
  else if (code === opcode.valExpression) {
    rules.set(register, { kind: "valueOf", expression: cursor.slice(cursor.uleb()) });
  } else return false;
  return true;
}

function saved(offsetBytes: number): RegisterRule {
  return { kind: "saved", offsetBytes };
}

function value(offsetBytes: number): RegisterRule {
  return { kind: "value", offsetBytes };
}
