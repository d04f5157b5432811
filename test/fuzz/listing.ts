/** Cases as text for people. */
import { disassembleWord } from "../../src/isa/disassemble.ts";
import type { Case } from "./case.ts";
import type { Code } from "./code.ts";
import { isNop } from "./code.ts";
import { contextWords, inputWords, windowBytes } from "./layout.ts";

export const hex = (value: number, digits = 8): string => (value >>> 0).toString(16).padStart(digits, "0");

/** One line for each instruction: address, word, text, row. NOPs in place of what was taken out are left out. */
export function codeLines({ placed }: Code): string[] {
  return placed
    .filter((one) => !isNop(one))
    .map((one) => {
      const { address, word, sizeBytes, itstate, row } = one;
      const [first, second] = sizeBytes === 2 ? [word, 0] : [word >>> 16, word & 0xffff];
      const text = disassembleWord(first, second, { pc: address, itstate }).text;
      const name = row?.encoding.name ?? "no row";
      return `  ${hex(address)}  ${hex(word, sizeBytes * 2).padEnd(8)}  ${text.padEnd(44)} ${name}`;
    });
}

/** Columns of `perLine` words `name=value`. */
function columns(words: readonly (readonly [string, number])[], perLine: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += perLine)
    lines.push(
      `  ${words
        .slice(at, at + perLine)
        .map(([name, value]) => `${name}=${hex(value)}`)
        .join(" ")}`,
    );
  return lines;
}

const frameNames = ["r0", "r1", "r2", "r3", "r12", "lr", "pc", "xpsr"];

/** What the case begins with; words that are zero are left out. */
export function inputLines({ code, input, extended }: Case): string[] {
  const word = (index: number): number => input[index] ?? 0;
  const frame = word(inputWords.frame);
  const index = inputWords.window + (frame - code.world.windowBase) / 4;
  const inside = frame >= code.world.windowBase && frame < code.world.windowBase + windowBytes;
  const core: [string, number][] = inside ? frameNames.map((name, at) => [name, word(index + at)]) : [];
  for (let r = 4; r < 12; r++) core.push([`r${r}`, word(inputWords.high + r - 4)]);
  core.push(["sp", code.claims.get(13) ?? 0]);
  const names = ["excReturn", "frame", "stackLimit", "control", "ccr", "faultEnables", "cpacr", "fpscr"] as const;
  const context = contextWords.map((name, at): [string, number] => [name, word(inputWords.context + at)]);
  const singles = Array.from({ length: 32 }, (_, at): [string, number] => {
    const framed = extended && at < 16 && inside;
    return [`s${at}`, word(framed ? index + 8 + at : inputWords.singles + at)];
  });
  const used = ([, value]: readonly [string, number]): boolean => value !== 0;
  const memory = Array.from({ length: windowBytes / 4 }, (_, at): [string, number] => [
    `[${hex(code.world.windowBase + 4 * at)}]`,
    word(inputWords.window + at),
  ]);
  return [
    ...columns(
      names.map((name) => [name, word(inputWords[name])]),
      4,
    ),
    ...columns(context.filter(used), 4),
    ...columns(core, 6),
    ...columns(singles.filter(used), 6),
    ...columns(memory.filter(used), 4),
  ];
}
