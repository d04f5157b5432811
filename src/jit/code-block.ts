/** Reads decoded blocks out of the arena: what src/isa/record.ts describes, with the meaning of each record. */
import type { Core } from "../core/core.ts";
import { fusedPairs } from "../isa/fusion.ts";
import { type Slot, slotsOf, special } from "../isa/record.ts";
import { operations } from "../isa/set.ts";
import { numberOperations, type Variant } from "../isa/variants.ts";
import {
  arenaBase,
  blockFlags,
  blockMapBase,
  entryBits,
  pageBits,
  pageBytes,
  physicalBase,
  wayBytes,
} from "../state/memory-map.ts";

/** One instruction, with the values of its arguments. */
export interface Instruction {
  /** Address of its record in linear memory. */
  readonly record: number;
  readonly pc: number;
  readonly next: number;
  readonly variant: Variant;
  readonly slots: ReadonlyMap<string, Slot>;
  /** Registers times 4, small values, and the immediate, by their offset in the record. */
  readonly bytes: readonly number[];
  readonly immediate: number;
  /** The condition of an IT block under which it executes; null for always. */
  readonly condition: number | null;
}

/**
 * How a block ends behind its last instruction: with the instruction at `next`, inside an IT block, or with a record
 * that no row has.
 */
export interface BlockEnd {
  readonly record: number;
  readonly kind: "fall" | "stop" | "unknown";
  readonly next: number;
}

/** A block, as its header tells. */
export interface BlockPlace {
  /** Address of its header in linear memory. */
  readonly header: number;
  /** Where it starts, as the guest sees it and in linear memory. */
  readonly pc: number;
  readonly host: number;
  readonly bytes: number;
  /** It reaches into the next page, which must be executable, too. */
  readonly crosses: boolean;
}

export interface CodeBlock extends BlockPlace {
  /** What it costs to enter it. */
  readonly count: number;
  /** Length of its records, the last one included. */
  readonly recordBytes: number;
  readonly instructions: readonly Instruction[];
  readonly end: BlockEnd;
}

let known: ReadonlyMap<number, Variant> | undefined;

/** Dispatch number -> what it means; of a fused pair, its first half. Made when something is hot for the first time. */
function meanings(): ReadonlyMap<number, Variant> {
  known ??= readMeanings();
  return known;
}

function readMeanings(): ReadonlyMap<number, Variant> {
  const numbered = numberOperations(operations);
  const variants = new Map<number, Variant>();
  for (const one of numbered.values()) for (const variant of one.variants) variants.set(variant.number, variant);
  for (const pair of fusedPairs(numbered)) variants.set(pair.number, pair.first);
  return variants;
}

const conditions = 14;

/** The block decoded at `pc`, where the current state may execute it; null otherwise. */
export function blockStarting(core: Core, pc: number, table: number): CodeBlock | null {
  const place = placeStarting(core, pc, table);
  return place === null ? null : blockAt(core, place);
}

/** The same, as far as its header tells. */
export function placeStarting(core: Core, pc: number, table: number): BlockPlace | null {
  const view = core.words;
  const entry = view.getUint32(table + ((pc >>> pageBits) << 2), true);
  if ((entry & entryBits.execute) === 0) return null;
  const host = (pc + (entry & ~(pageBytes - 1))) >>> 0;
  const header = view.getUint32(blockMapBase + (host - physicalBase) * 2, true);
  if (header < arenaBase || view.getUint32(header + 4, true) !== pc) return null;
  const crosses = (view.getUint32(header + 8, true) & blockFlags.crosses) !== 0;
  return { header, pc, host, crosses, bytes: view.getUint32(header + 12, true) };
}

export function blockAt(core: Core, place: BlockPlace): CodeBlock {
  const view = core.words;
  const first = firstRecord(view, place.header);
  const { limit, ...rest } = readRecords(view, first);
  return { ...place, count: view.getUint32(place.header, true), recordBytes: limit - first, ...rest };
}

/** The first record of a block, or of the copy that a compiled region has left of it. */
function firstRecord(view: DataView, header: number): number {
  const first = header + 16;
  return view.getUint16(first, true) === special.native ? view.getUint32(first + 8, true) + wayBytes : first;
}

interface Records {
  readonly instructions: Instruction[];
  readonly end: BlockEnd;
  /** Behind the last record. */
  readonly limit: number;
}

function readRecords(view: DataView, first: number): Records {
  const instructions: Instruction[] = [];
  let condition: number | null = null;
  let unknown: BlockEnd | null = null;
  for (let record = first; ; record += 16) {
    const number = view.getUint16(record, true);
    const next = (view.getUint32(record + 12, true) & ~1) >>> 0;
    if (number === special.fall || number === special.stop) {
      const kind = number === special.fall ? "fall" : "stop";
      return { instructions, end: unknown ?? { record, kind, next }, limit: record + 16 };
    }
    if (unknown !== null) continue;
    if (number >= special.ifCondition && number < special.ifCondition + conditions) {
      condition = number - special.ifCondition;
      continue;
    }
    const variant = meanings().get(number);
    if (variant === undefined) unknown = { record: condition === null ? record : record - 16, kind: "unknown", next };
    else instructions.push(readInstruction(view, record, variant, condition));
    condition = null;
  }
}

function readInstruction(view: DataView, record: number, variant: Variant, condition: number | null): Instruction {
  const word = view.getUint32(record + 12, true);
  const pc = (word & ~1) >>> 0;
  return {
    record,
    pc,
    next: (pc + (word & 1 ? 4 : 2)) >>> 0,
    variant,
    slots: slotsOf(variant.operation),
    bytes: [0, 0, 2, 3, 4, 5].map((offset) => (offset === 0 ? 0 : view.getUint8(record + offset))),
    immediate: view.getUint32(record + 8, true),
    condition,
  };
}

/** The place and value of an argument: a register's number, or the value itself. */
export function argumentOf(instruction: Instruction, name: string): number {
  const slot = instruction.slots.get(name);
  if (slot === undefined) throw new Error(`${instruction.variant.operation.name}: no argument ${name}`);
  if (slot.kind === "imm") return instruction.immediate >>> 0;
  const byte = instruction.bytes[slot.offset] ?? 0;
  return slot.kind === "small" ? byte : byte >>> 2;
}
