/** A program as text, one instruction a line, and the registers that it starts from. */
import { decode, isWide, itstateAfter } from "../../src/isa/decode.ts";
import { disassembleWord } from "../../src/isa/disassemble.ts";

export interface Listed {
  readonly pc: number;
  readonly code: Uint8Array;
  readonly regs: readonly number[];
}

export function listing({ pc, code, regs }: Listed): string[] {
  const lines = [regs.map((value, index) => `r${index}=${(value >>> 0).toString(16)}`).join(" ")];
  const half = (at: number): number => (code[at] ?? 0) | ((code[at + 1] ?? 0) << 8);
  let itstate = 0;
  for (let at = 0; at < code.length; ) {
    const [first, second] = [half(at), half(at + 2)];
    const place = { pc: pc + at, itstate };
    lines.push(`  ${(pc + at).toString(16)}  ${disassembleWord(first, second, place).text}`);
    itstate = itstateAfter(decode(first, second, place), itstate);
    at += isWide(first) ? 4 : 2;
  }
  return lines;
}
