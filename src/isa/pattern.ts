/**
 * Reads the bit pattern of an encoding row, e.g. `"11110 i 010001 nnnn | 0 iii 1111 iiiiiiii"`: mask, value, fields and
 * should-be bits. Words are 16 bits wide in T16 and 32 bits in T32 with the first halfword uppermost.
 */

/** A run of bits of the word that belong to a field; `to` is where its lowest bit lands in the field's value. */
export interface FieldPart {
  readonly from: number;
  readonly width: number;
  readonly to: number;
}

/** A field: its parts from most to least significant, concatenated in the order in which they appear in the pattern. */
export interface Field {
  readonly name: string;
  readonly width: number;
  readonly parts: readonly FieldPart[];
}

export interface Pattern {
  readonly width: 16 | 32;
  /** Bits that must equal `value` for the word to match. */
  readonly mask: number;
  readonly value: number;
  /** Bits the manual writes in parentheses, and what they should be; a word that breaks them still matches. */
  readonly shouldMask: number;
  readonly shouldValue: number;
  readonly fields: ReadonlyMap<string, Field>;
}

type Cell = { readonly kind: "fixed" | "should" | "field"; readonly text: string };

function readCells(text: string): Cell[] {
  const cells: Cell[] = [];
  const cleaned = text.replaceAll(/[\s|]/g, "");
  for (const match of cleaned.matchAll(/\(([01])\)|([01])|([A-Za-z])|(.)/g)) {
    const [whole, should, fixed, field] = match;
    if (should !== undefined) cells.push({ kind: "should", text: should });
    else if (fixed !== undefined) cells.push({ kind: "fixed", text: fixed });
    else if (field !== undefined) cells.push({ kind: "field", text: field });
    else throw new Error(`pattern "${text}": unexpected "${whole}"`);
  }
  return cells;
}

/** Runs of equal letters, lowest bit positions first. */
function readFields(cells: readonly Cell[]): Map<string, Field> {
  const fields = new Map<string, { width: number; parts: FieldPart[] }>();
  const lettersUpwards = cells.map((cell) => (cell.kind === "field" ? cell.text : "")).reverse();
  for (let from = 0; from < lettersUpwards.length; ) {
    const name = lettersUpwards[from] ?? "";
    let width = 1;
    while (lettersUpwards[from + width] === name) width++;
    if (name !== "") {
      const field = fields.get(name) ?? { width: 0, parts: [] };
      field.parts.unshift({ from, width, to: field.width });
      field.width += width;
      fields.set(name, field);
    }
    from += width;
  }
  return new Map([...fields].map(([name, field]) => [name, { name, ...field }]));
}

/** Throws on a pattern that is not exactly 16 or 32 bits: that is a mistake in a row. */
export function parsePattern(text: string): Pattern {
  const cells = readCells(text);
  const width = cells.length;
  if (width !== 16 && width !== 32) throw new Error(`pattern "${text}" has ${width} bits`);
  let mask = 0;
  let value = 0;
  let shouldMask = 0;
  let shouldValue = 0;
  cells.forEach((cell, index) => {
    const bit = (1 << (width - 1 - index)) >>> 0;
    if (cell.kind === "fixed") mask |= bit;
    if (cell.kind === "fixed" && cell.text === "1") value |= bit;
    if (cell.kind === "should") shouldMask |= bit;
    if (cell.kind === "should" && cell.text === "1") shouldValue |= bit;
  });
  return {
    width,
    mask: mask >>> 0,
    value: value >>> 0,
    shouldMask: shouldMask >>> 0,
    shouldValue: shouldValue >>> 0,
    fields: readFields(cells),
  };
}

export const matches = (pattern: Pattern, word: number): boolean => (word & pattern.mask) >>> 0 === pattern.value;

/** Some word matches both. */
export function overlap(a: Pattern, b: Pattern): boolean {
  return a.width === b.width && ((a.value ^ b.value) & a.mask & b.mask) === 0;
}

/** The field's value, unsigned. */
export function extractField(field: Field, word: number): number {
  let value = 0;
  for (const part of field.parts) value |= ((word >>> part.from) & (2 ** part.width - 1)) << part.to;
  return value >>> 0;
}

/** `word` with the field set to `value`; bits of `value` beyond the field's width are dropped. */
export function insertField(field: Field, word: number, value: number): number {
  let result = word;
  for (const part of field.parts) {
    const ones = 2 ** part.width - 1;
    result = (result & ~(ones << part.from)) | (((value >>> part.to) & ones) << part.from);
  }
  return result >>> 0;
}
