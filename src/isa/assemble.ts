/** From assembly text to the word, by the templates of the rows: what disassemble.ts writes, read back. */

import type { Place } from "./decode.ts";
import { decode, rows } from "./decode.ts";
import { conditionText } from "./disassemble.ts";
import type { Pattern } from "./pattern.ts";
import { insertField } from "./pattern.ts";
import type { Encoding } from "./rows.ts";
import type { Solution } from "./solve.ts";
import { combinations, countUnknown, evaluateWith, solve } from "./solve.ts";
import type { Piece } from "./syntax.ts";
import { templateOf } from "./syntax.ts";

export interface Assembled {
  readonly encoding: Encoding;
  /** 16 bits, or both halfwords with the first uppermost. */
  readonly word: number;
  readonly sizeBytes: 2 | 4;
}

interface Reader {
  readonly encoding: Encoding;
  readonly pattern: Pattern;
  readonly pieces: readonly Piece[];
  readonly places: readonly Extract<Piece, { kind: "place" }>[];
  /** By the IT condition that the text carries. */
  readonly expressions: Map<string, RegExp>;
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The text in which whatever nobody means differs: one blank between words, one after a comma. */
const normalise = (text: string): string => text.trim().replaceAll(/\s+/g, " ").replaceAll(/ ?, ?/g, ", ");

/** Rows by the letters that their text surely starts with. */
const readersByPrefix = new Map<string, Reader[]>();
for (const { encoding, pattern } of rows) {
  const pieces = templateOf(encoding);
  const places = pieces.filter((piece) => piece.kind === "place");
  const prefix = pieces[0]?.kind === "text" ? (pieces[0].text.split(" ")[0] ?? "") : "";
  const known = readersByPrefix.get(prefix) ?? [];
  known.push({ encoding, pattern, pieces, places, expressions: new Map() });
  readersByPrefix.set(prefix, known);
}

function expressionOf(reader: Reader, condition: string): RegExp {
  const known = reader.expressions.get(condition);
  if (known !== undefined) return known;
  const source = reader.pieces.map((piece) => {
    if (piece.kind === "text") return literally(piece.text);
    return piece.kind === "condition" ? condition : `(${piece.format.pattern})`;
  });
  const expression = new RegExp(`^${source.join("")}$`);
  reader.expressions.set(condition, expression);
  return expression;
}

/** The fields that the text tells, or null. */
function readFields(reader: Reader, text: string, place: Place): Solution | null {
  const match = expressionOf(reader, conditionText(place.itstate)).exec(text);
  if (match === null) return null;
  const solution: Solution = { fields: new Map(), ...place };
  const wanted: { place: Reader["places"][number]; value: number }[] = [];
  for (const [index, one] of reader.places.entries()) {
    const value = one.format.parse(match[index + 1] ?? "");
    if (value === null) return null;
    wanted.push({ place: one, value });
  }
  // What depends on fewest open fields first, plain fields before functions of them: the rest is then down to little.
  const open = [...wanted];
  while (open.length > 0) {
    const counts = open.map(
      ({ place: { value } }) => countUnknown(value, solution) + (value.kind === "bits" ? 0 : 0.5),
    );
    const [next] = open.splice(counts.indexOf(Math.min(...counts)), 1);
    if (next !== undefined && !solve(next.place.value, next.value, reader.pattern, solution)) return null;
  }
  const holds = wanted.every(({ place: one, value }) => evaluateWith(one.value, solution) === value >>> 0);
  return holds ? solution : null;
}

/** The word, with fields that the text leaves open at the lowest values with which it decodes to this row. */
function buildWord({ encoding, pattern }: Reader, solution: Solution, place: Place): Assembled | null {
  const open = [...pattern.fields.keys()].filter((name) => !solution.fields.has(name));
  for (const _ of combinations(open, pattern, solution)) {
    let word = (pattern.value | pattern.shouldValue) >>> 0;
    for (const [name, field] of pattern.fields) word = insertField(field, word, solution.fields.get(name) ?? 0);
    const sizeBytes = pattern.width === 16 ? 2 : 4;
    const decoded = sizeBytes === 2 ? decode(word, 0, place) : decode(word >>> 16, word & 0xffff, place);
    if (!("undefined" in decoded) && decoded.encoding === encoding) return { encoding, word, sizeBytes };
  }
  return null;
}

/** Assemble one instruction that will stand at `place`; null where no row has such a text there. */
export function assemble(text: string, place: Place): Assembled | null {
  const plain = normalise(text);
  const longest = plain.search(/ |$/);
  for (let length = longest; length >= 0; length--) {
    for (const reader of readersByPrefix.get(plain.slice(0, length)) ?? []) {
      const solution = readFields(reader, plain, place);
      const assembled = solution === null ? null : buildWord(reader, solution, place);
      if (assembled !== null) return assembled;
    }
  }
  return null;
}
