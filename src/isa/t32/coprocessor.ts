/**
 * T32 coprocessor space. Only 10 and 11 (floating point) exist in the parts we model; whatever names another
 * coprocessor raises
 * NOCP, also where the word is no instruction at all, and floating-point words without a row are UNDEFINED once the
 * unit is on.
 */
import { bits, isZero } from "../builder.ts";
import { any } from "../field.ts";
import { COPROC } from "../operations/system.ts";
import { overlap, parsePattern } from "../pattern.ts";
import { t32 } from "../row.ts";
import type { Encoding } from "../rows.ts";
import { floatRows } from "./float.ts";

function coprocessor(name: string, pattern: string, syntax: string, earlier: readonly Encoding[]): Encoding {
  const own = parsePattern(pattern);
  const after = earlier.filter((row) => overlap(own, parsePattern(row.pattern))).map((row) => row.name);
  // LDC and STC without offset, writeback and length: MCRR where the D bit is set, else UNDEFINED.
  const noForm = own.fields.has("p") ? { undefined: isZero(any(bits("p"), bits("u"), bits("w"))) } : {};
  return t32(name, pattern, COPROC, { imm: "c" }, { ...noForm, after, syntax });
}

type Form = readonly [name: string, pattern: string, syntax: string];

/** `z` of the pattern is 0 for the first and 1 for the second set (MCR and MCR2). */
const forms: readonly Form[] = [
  ["MCRR", "111z 1100 0100 vvvv | tttt cccc oooo mmmm", "mcrr{2} {c:p}, {o}, {t:r}, {v:r}, {m:c}"],
  ["MRRC", "111z 1100 0101 vvvv | tttt cccc oooo mmmm", "mrrc{2} {c:p}, {o}, {t:r}, {v:r}, {m:c}"],
  ["STC", "111z 110 p u l w 0 nnnn | dddd cccc iiiiiiii", "stc{2}{l:l} {c:p}, {d:c}, {puwni:coprocessor}"],
  ["LDC", "111z 110 p u l w 1 nnnn | dddd cccc iiiiiiii", "ldc{2}{l:l} {c:p}, {d:c}, {puwni:coprocessor}"],
  ["CDP", "111z 1110 oooo nnnn | dddd cccc xxx 0 mmmm", "cdp{2} {c:p}, {o}, {d:c}, {n:c}, {m:c}, #{x}"],
  ["MCR", "111z 1110 ooo 0 nnnn | tttt cccc xxx 1 mmmm", "mcr{2} {c:p}, {o}, {t:r}, {n:c}, {m:c}, #{x}"],
  ["MRC", "111z 1110 ooo 1 nnnn | tttt cccc xxx 1 mmmm", "mrc{2} {c:p}, {o}, {t:rflags}, {n:c}, {m:c}, #{x}"],
];

const rows: Encoding[] = [];
for (const [name, pattern, syntax] of forms) {
  for (const second of [0, 1]) {
    const suffix = second ? "2" : "";
    const spelt = pattern.replace("z", `${second}`);
    rows.push(
      coprocessor(`${name}${suffix}_T${second + 1}`, spelt, syntax.replace("{2}", suffix), [...floatRows, ...rows]),
    );
  }
}

export const coprocessorRows: readonly Encoding[] = rows;
