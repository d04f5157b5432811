/** What the code of one region is written into: its body, and the locals in which the processor's state lives. */
import { cpuBlock } from "../state/blocks.ts";
import { cpuBase, scratchBase } from "../state/places.ts";
import { scratchBlock } from "../state/scratch.ts";
import type { Instruction } from "./code-block.ts";
import {
  type Body,
  branch,
  branchIf,
  constant,
  emit,
  get,
  type Label,
  memoryAccess,
  newBody,
  newLocal,
  open,
  set,
  type ValueType,
} from "./wasm.ts";

/** Where a part of the processor's state lies in linear memory. */
export const cpuPlace = (field: keyof typeof cpuBlock.offsets, index = 0): number =>
  cpuBase + cpuBlock.offsets[field] + 4 * index;

/** Stores what `value` pushes into a cell of the scratch block. */
export function storeScratch(body: Body, field: keyof typeof scratchBlock.offsets, value: () => void): void {
  constant(body, 0);
  value();
  memoryAccess(body, "i32.store", scratchBase + scratchBlock.offsets[field]);
}

/** A part of the processor's state that lives in a local while the region runs. */
interface Kept {
  readonly local: number;
  readonly place: number;
  readonly type: "i32" | "f32";
  isUsed: boolean;
  isWritten: boolean;
}

export type FlagName = "N" | "Z" | "C" | "V";

export interface Scope {
  readonly body: Body;
  /** The parameters: what is left of the budget, the access table in force, and the door. */
  readonly budget: number;
  readonly table: number;
  /** By which door the region is entered; 0 once that is done. */
  readonly door: number;
  readonly registers: readonly Kept[];
  readonly flags: Readonly<Record<FlagName, Kept>>;
  readonly singles: readonly Kept[];
  readonly fpscr: Kept;
  /** Limit of the stack in use; read at the entry where `asksLimit` was set. */
  readonly limit: number;
  asksLimit: boolean;
  usesFloat: boolean;
  /** Local of the float level (assembly/native.ts), and the least that is known where code is being written. */
  readonly floatLevel: number;
  leastLevel: number;
  /** How the region is left: the record, or 0 and the address. */
  readonly record: number;
  readonly pc: number;
  readonly exit: Label;
  /** Where the interpreter goes on with a record. */
  readonly placeOf: (record: number) => number;
  /** Free locals for values inside an instruction. */
  readonly free: Record<ValueType, number[]>;
}

/** What is known while one instruction is written. */
export interface Moment {
  readonly scope: Scope;
  readonly instruction: Instruction;
  /** Locals of the intermediate language. */
  readonly values: Map<number, { readonly local: number; readonly type: ValueType }>;
  readonly taken: { readonly local: number; readonly type: ValueType }[];
}

/** With the block open whose end is the way out. */
export function newScope(placeOf: (record: number) => number): Scope {
  const body = newBody(3);
  const exit = open(body, "block");
  const kept = (place: number, type: "i32" | "f32"): Kept => ({
    local: newLocal(body, type),
    place,
    type,
    isUsed: false,
    isWritten: false,
  });
  const flag = (field: "flagN" | "flagZ" | "flagC" | "flagV"): Kept => kept(cpuPlace(field), "i32");
  return {
    body,
    budget: 0,
    table: 1,
    door: 2,
    registers: Array.from({ length: 15 }, (_, index) => kept(cpuPlace("r", index), "i32")),
    flags: { N: flag("flagN"), Z: flag("flagZ"), C: flag("flagC"), V: flag("flagV") },
    singles: Array.from({ length: 32 }, (_, index) => kept(cpuPlace("s", index), "f32")),
    fpscr: kept(cpuPlace("fpscr"), "i32"),
    limit: newLocal(body, "i32"),
    asksLimit: false,
    usesFloat: false,
    floatLevel: newLocal(body, "i32"),
    leastLevel: 0,
    record: newLocal(body, "i32"),
    pc: newLocal(body, "i32"),
    exit,
    placeOf,
    free: { i32: [], i64: [], f32: [], f64: [] },
  };
}

export function read(scope: Scope, kept: Kept | undefined): void {
  if (kept === undefined) throw new Error("no such register");
  kept.isUsed = true;
  get(scope.body, kept.local);
}

/** From the stack. */
export function write(scope: Scope, kept: Kept | undefined): void {
  if (kept === undefined) throw new Error("no such register");
  kept.isUsed = true;
  kept.isWritten = true;
  set(scope.body, kept.local);
}

const allKept = (scope: Scope): Kept[] => [
  ...scope.registers,
  ...Object.values(scope.flags),
  ...scope.singles,
  scope.fpscr,
];

/** The state that the region uses, into its locals. */
export function loadKept(scope: Scope, into: Body): void {
  for (const { local, place, type, isUsed } of allKept(scope)) {
    if (!isUsed) continue;
    constant(into, 0);
    memoryAccess(into, `${type}.load`, place);
    set(into, local);
  }
}

/** What the region may have written, back into the state. */
export function storeKept(scope: Scope): void {
  for (const { local, place, type, isWritten } of allKept(scope)) {
    if (!isWritten) continue;
    constant(scope.body, 0);
    get(scope.body, local);
    memoryAccess(scope.body, `${type}.store`, place);
  }
}

/** A local for a value that is not needed beyond this instruction. */
export function borrow(moment: Moment, type: ValueType): number {
  const local = moment.scope.free[type].pop() ?? newLocal(moment.scope.body, type);
  moment.taken.push({ local, type });
  return local;
}

/** Where the condition on the stack holds, hand this instruction to the interpreter: nothing of it has been done. */
export function leaveIf(moment: Moment): void {
  const { scope, instruction } = moment;
  constant(scope.body, scope.placeOf(instruction.record));
  set(scope.body, scope.record);
  branchIf(scope.body, scope.exit);
}

/** Hand the record to the interpreter. */
export function leaveAt(scope: Scope, record: number): void {
  constant(scope.body, scope.placeOf(record));
  set(scope.body, scope.record);
  branch(scope.body, scope.exit);
}

/** Leave for the address on the stack. */
export function leaveFor(scope: Scope): void {
  set(scope.body, scope.pc);
  constant(scope.body, 0);
  set(scope.body, scope.record);
  branch(scope.body, scope.exit);
}

/** Leaves where the instruction needs more than the float level allows. */
export function askFloatLevel(moment: Moment, level: 1 | 2): void {
  const { scope, instruction } = moment;
  scope.usesFloat = true;
  if (scope.leastLevel >= level) return;
  get(scope.body, scope.floatLevel);
  constant(scope.body, level);
  emit(scope.body, "i32.lt_u");
  leaveIf(moment);
  if (instruction.condition === null) scope.leastLevel = level;
}
