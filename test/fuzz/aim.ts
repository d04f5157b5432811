/** Points a branch with an offset in its word at a target: the inverse of the branch rows' arguments. */
import type { Instruction } from "../../src/isa/decode.ts";

const direct = new Set(["B", "B_cond", "BL", "CBZ_r", "CBNZ_r"]);
export const isDirect = ({ operation }: Instruction): boolean => direct.has(operation.name);

/** `word` of row `name` at `pc`, going to `target`: even, and from `pc` + 4 to `pc` + 128. */
export function aim(name: string, word: number, pc: number, target: number): number {
  const half = (target - pc - 4) >> 1;
  switch (name) {
    case "B_T1":
      return (word & 0xff00) | half;
    case "B_T2":
      return (word & 0xf800) | half;
    case "CBZ_T1":
    case "CBNZ_T1":
      return (word & 0xfd07) | ((half & 0x20) << 4) | ((half & 0x1f) << 3);
    case "B_T3":
      return ((word & 0xfbc0_d000) | half) >>> 0;
    default:
      // J1 and J2 are the sign's complement where the offset is short.
      return ((word & 0xf800_d000) | 0x2800 | half) >>> 0;
  }
}

/** LDR PC, literal: `word` at `pc` with its literal at `address`, which is aligned and at most 4095 bytes behind. */
export const aimLiteral = (word: number, pc: number, address: number): number =>
  ((word & 0xff7f_f000) | 0x0080_0000 | (address - ((pc + 4) & ~3))) >>> 0;
