/**
 * Random legal words of a row, and random states that reach its corners. Everything comes from the caller's generator.
 */

import type { Random } from "../base/prng.ts";
import { nextBelow, nextUint32, pick } from "../base/prng.ts";
import type { Instruction, Place, Row } from "./decode.ts";
import { decode } from "./decode.ts";
import type { PlainState } from "./evaluate.ts";
import { fpscrMask } from "./float.ts";
import { insertField } from "./pattern.ts";

const attempts = 300;

/**
 * A word that decodes to `row` at `place` and is executed there; null where `place` seems to allow none. Should-be bits
 * are as they should.
 */
export function randomInstruction(row: Row, random: Random, place: Place): Instruction | null {
  const { pattern } = row;
  const sizeBytes = pattern.width === 16 ? 2 : 4;
  for (let attempt = 0; attempt < attempts; attempt++) {
    let word = (pattern.value | pattern.shouldValue) >>> 0;
    for (const field of pattern.fields.values()) word = insertField(field, word, randomField(random, field.width));
    const [first, second] = sizeBytes === 2 ? [word, 0] : [word >>> 16, word & 0xffff];
    const decoded = decode(first, second, place);
    if (!("undefined" in decoded) && decoded.encoding === row.encoding) return decoded;
  }
  return null;
}

/** Mostly uniform; now and then all zeros or all ones, which rows treat as special. */
function randomField(random: Random, width: number): number {
  const roll = nextBelow(random, 16);
  if (roll === 0) return 0;
  if (roll === 1) return 2 ** width - 1;
  return nextUint32(random) >>> (32 - width);
}

const edges = [
  0, 1, 2, 31, 32, 33, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
  0x8000_8000, 0x7fff_8000, 0x7f80_ff01,
];

/** Half of the values are edges of the arithmetic, a quarter small, a quarter anything. */
export function randomValue(random: Random): number {
  const roll = nextBelow(random, 4);
  if (roll < 2) return pick(random, edges);
  return roll === 2 ? nextBelow(random, 256) : nextUint32(random);
}

/** Patterns where one step matters: zero, least and greatest denormal and normal, one, halves, infinity, NaNs. */
const floatEdges = [
  0, 1, 2, 0x7f_ffff, 0x80_0000, 0x80_0001, 0xff_ffff, 0x100_0000, 0x3300_0000, 0x3380_0000, 0x3eff_ffff, 0x3f00_0000,
  0x3f00_0001, 0x3f7f_ffff, 0x3f80_0000, 0x3f80_0001, 0x3fc0_0000, 0x4020_0000, 0x477f_e000, 0x477f_f000, 0x4780_0000,
  0x3880_0000, 0x387f_ffff, 0x4aff_ffff, 0x4b00_0000, 0x4eff_ffff, 0x4f00_0000, 0x4f7f_ffff, 0x4f80_0000, 0x5f00_0000,
  0x7e80_0000, 0x7f00_0000, 0x7f7f_ffff, 0x7f80_0000, 0x7f80_0001, 0x7fbf_ffff, 0x7fc0_0000, 0x7fff_ffff,
];

/** Bits of a single-precision number: edges, numbers near one another in size, few significant bits, or anything. */
export function randomFloat(random: Random): number {
  const sign = (nextUint32(random) & 0x8000_0000) >>> 0;
  switch (nextBelow(random, 6)) {
    case 0:
    case 1:
      return (sign | pick(random, floatEdges)) >>> 0;
    case 2:
      return (sign | ((112 + nextBelow(random, 32)) << 23) | (nextUint32(random) & 0x7f_ffff)) >>> 0;
    case 3:
      return (sign | (nextBelow(random, 255) << 23) | (nextBelow(random, 8) << nextBelow(random, 21))) >>> 0;
    case 4:
      return (sign | (nextBelow(random, 40) << 23) | (nextUint32(random) & 0x7f_ffff)) >>> 0;
    default:
      return nextUint32(random);
  }
}

export function randomState(random: Random): PlainState {
  const regs = new Uint32Array(16);
  for (let index = 0; index < 15; index++) regs[index] = randomValue(random);
  regs[13] = (regs[13] ?? 0) & ~3;
  const bit = (): number => nextBelow(random, 2);
  const flags = { N: bit(), Z: bit(), C: bit(), V: bit(), Q: bit(), GE: nextBelow(random, 16) };
  const singles = Uint32Array.from({ length: 32 }, () => randomFloat(random));
  return { regs, flags, singles, fpscr: (nextUint32(random) & fpscrMask) >>> 0 };
}

/** Bytes that a fuzzed instruction may touch; `middleAddress` should have 8 KB on both sides. */
export interface FuzzMemory {
  readonly middleAddress: number;
}

/** As randomState, with the registers by which `instruction` forms an address pointing near the middle of `memory`. */
export function randomStateFor(instruction: Instruction, random: Random, memory: FuzzMemory): PlainState {
  const state = randomState(random);
  const { class: kind } = instruction.operation;
  if (kind !== "load" && kind !== "store" && kind !== "exclusive" && !instruction.operation.name.startsWith("TB"))
    return state;
  const { n = 16, m = 16 } = instruction.args;
  if (m < 15) state.regs[m] = nextBelow(random, 256);
  if (n < 15) state.regs[n] = (memory.middleAddress + (nextBelow(random, 64) & pick(random, [~3, ~3, ~1, ~0]))) >>> 0;
  state.regs[13] = (n === 13 ? (state.regs[13] ?? 0) : memory.middleAddress + nextBelow(random, 64)) & ~3;
  return state;
}
