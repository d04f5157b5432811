/**
 * The decoded record: 16 bytes per instruction in the block arena, read by the interpreter and written by the decoder.
 *
 *   0 u16 dispatch number   2, 3, 4, 5 u8 register numbers times 4, or small values (from 5 downwards)
 *   6 u8 instructions of the block from this one to its end   7 u8 ITSTATE that holds for this instruction
 *   8 u32 immediate   12 u32 address of the instruction, bit 0 set when it is four bytes long
 *
 * A block is a header record {0 u32 instructions, 4 u32 address, 8 u32 flags}, its instructions, and a link record
 * {0 u16 dispatch number of FALL, 4 u32 block taken, 8 u32 block that follows, 12 u32 address that follows}.
 */
import type { ArgKind } from "./ir.ts";
import type { Operation } from "./rows.ts";

export const recordBytes = 16;

export interface Slot {
  readonly kind: ArgKind;
  readonly offset: number;
}

/** Place of each argument of an operation in its record. */
export function slotsOf(operation: Operation): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  let lowest = 2;
  let highest = 5;
  for (const [name, kind] of Object.entries(operation.args)) {
    if (kind === "imm") slots.set(name, { kind, offset: 8 });
    else if (kind === "small") slots.set(name, { kind, offset: highest-- });
    else slots.set(name, { kind, offset: lowest++ });
  }
  const immediates = [...slots.values()].filter((slot) => slot.kind === "imm").length;
  if (immediates > 1 || lowest > highest + 1) throw new Error(`${operation.name}: arguments do not fit the record`);
  return slots;
}

/**
 * Dispatch numbers that no row owns. `refused`: a word of the coprocessor space that its row says is UNDEFINED, which
 * it is only where the coprocessor, its immediate, is enabled. `native` begins a compiled region (src/jit).
 */
export const special = { stop: 0, fall: 1, undefined: 2, refused: 3, native: 4, ifCondition: 5 } as const;
/** IF_CONDITION takes 14 numbers, one per condition EQ..LE. */
export const firstVariantNumber = special.ifCondition + 14;
