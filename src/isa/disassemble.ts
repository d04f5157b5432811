/** From a decoded instruction to its text, by the templates of the rows. */

import type { EncodingContext, Instruction, Place } from "./decode.ts";
import { compileForPattern, decode } from "./decode.ts";
import type { Compiled } from "./expression.ts";
import { conditions } from "./format.ts";
import { parsePattern } from "./pattern.ts";
import type { Encoding } from "./rows.ts";
import { templateOf } from "./syntax.ts";

type Writer = (context: EncodingContext) => string;

/** The condition that an ITSTATE byte puts on the instruction, written out; empty outside IT blocks. */
export function conditionText(itstate: number): string {
  if ((itstate & 15) === 0) return "";
  const text = conditions[itstate >>> 4] ?? "";
  return text === "al" ? "" : text;
}

function compileWriters(encoding: Encoding): Writer[] {
  const pattern = parsePattern(encoding.pattern);
  return templateOf(encoding).map((piece): Writer => {
    if (piece.kind === "text") return () => piece.text;
    if (piece.kind === "condition") return ({ itstate }) => conditionText(itstate);
    const value: Compiled<EncodingContext> = compileForPattern(piece.value, pattern);
    return (context) => piece.format.print(value(context));
  });
}

const writers = new WeakMap<Encoding, Writer[]>();

/** The text of `instruction`, which was decoded at `place`. */
export function disassemble({ encoding, word }: Instruction, { pc, itstate }: Place): string {
  const own = writers.get(encoding) ?? compileWriters(encoding);
  writers.set(encoding, own);
  const context = { word, pc, itstate };
  return own.map((write) => write(context)).join("");
}

/** Text of whatever lies at `place`: an instruction, or `.inst` where there is none. */
export function disassembleWord(
  first: number,
  second: number,
  place: Place,
): { readonly text: string; readonly sizeBytes: 2 | 4 } {
  const decoded = decode(first, second, place);
  const { sizeBytes } = decoded;
  if (!("undefined" in decoded)) return { text: disassemble(decoded, place), sizeBytes };
  const digits = decoded.word.toString(16).padStart(sizeBytes * 2, "0");
  return { text: `.inst${sizeBytes === 2 ? ".n" : ".w"} 0x${digits}`, sizeBytes };
}
