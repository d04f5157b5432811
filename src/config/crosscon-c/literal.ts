/** Integer, character and string constants (C11 sections 6.4.4 and 6.4.5). */

import { fits } from "./arithmetic.ts";
import {
  type DataModel,
  type IntType,
  intType,
  longLongType,
  longType,
  unsignedLongLongType,
  unsignedType,
} from "./types.ts";

export type Literal = { readonly type: IntType; readonly value: bigint } | { readonly problem: string };

/** An integer constant as C reads it: the first type of the standard's list that can hold it. */
export function readInteger(text: string, model: DataModel): Literal {
  const match = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|[0-9]+)([a-zA-Z]*)$/.exec(text);
  if (match === null) {
    if (/^(0[xX][0-9a-fA-F]*)?[0-9]*\.?[0-9a-fA-F]*([eEpP][-+]?[0-9]+)?[fFlL]?$/.test(text)) {
      return { problem: "a whole number is needed, not a floating-point one" };
    }
    return { problem: "this is no number" };
  }
  const digits = match[1] as string;
  const suffix = (match[2] as string).toLowerCase();
  if (!/^(u?(l|ll)?|(l|ll)u)$/.test(suffix) || /lL|Ll/.test(match[2] as string)) {
    return { problem: `\`${match[2]}\` is no suffix of a number (u, l, ll are)` };
  }
  const octal = /^0[0-9]/.test(digits);
  if (octal && /[89]/.test(digits))
    return { problem: "a number that begins with 0 is octal: digits 8 and 9 are not allowed" };
  const value = BigInt(octal ? `0o${digits.slice(1)}` : digits.toLowerCase());
  const decimal = /^[1-9]/.test(digits);
  for (const type of candidates(suffix, decimal, model)) if (fits(value, type)) return { type, value };
  return { problem: "this number does not fit 64 bits" };
}

function candidates(suffix: string, decimal: boolean, model: DataModel): IntType[] {
  const unsigned = suffix.includes("u");
  const long = suffix.replace("u", "").length;
  const pairs: [IntType, IntType][] = [
    [intType, unsignedType],
    [longType(model, true), longType(model, false)],
    [longLongType, unsignedLongLongType],
  ];
  return pairs.slice(long).flatMap(([signed, plain]) => (unsigned ? [plain] : decimal ? [signed] : [signed, plain]));
}

const simpleEscapes: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  "0": 0,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  e: 27,
  "\\": 92,
  "'": 39,
  '"': 34,
  "?": 63,
};

/** The bytes or code points between the quotes; null when an escape is malformed. */
export function charactersOf(inner: string): number[] | null {
  const codes: number[] = [];
  for (const match of inner.matchAll(/\\([0-7]{1,3})|\\x([0-9a-fA-F]+)|\\u([0-9a-fA-F]{4})|\\([\s\S])|([^\\])/gu)) {
    const [, octal, hex, unicode, simple, plain] = match;
    if (octal !== undefined) codes.push(Number.parseInt(octal, 8));
    else if (hex !== undefined) codes.push(Number.parseInt(hex.slice(-8), 16));
    else if (unicode !== undefined) codes.push(Number.parseInt(unicode, 16));
    else if (plain !== undefined) codes.push(plain.codePointAt(0) as number);
    else {
      const code = simpleEscapes[simple ?? ""];
      if (code === undefined) return null;
      codes.push(code);
    }
  }
  return codes;
}

/**
 * A character constant. char is unsigned on Arm, but a constant's type is int. Several characters: as GCC packs them.
 */
export function readCharacter(text: string): Literal {
  const wide = !text.startsWith("'");
  const codes = charactersOf(text.slice(text.indexOf("'") + 1, -1));
  if (codes === null) return { problem: "unknown escape in this character constant" };
  if (wide || codes.length === 1) {
    const code = codes[0] ?? 0;
    if (!wide && code > 0xff) return { problem: "this character has more than one byte" };
    return { type: intType, value: BigInt(code) };
  }
  if (codes.length > 4) return { problem: "a character constant holds at most four characters" };
  let value = 0n;
  for (const code of codes) value = (value << 8n) | BigInt(code & 0xff);
  return { type: intType, value: BigInt.asIntN(32, value) };
}

/** The text of a string constant, quotes and escapes resolved. */
export function readString(text: string): string {
  const inner = text.slice(text.indexOf('"') + 1, -1);
  return String.fromCodePoint(...(charactersOf(inner) ?? []).map((code) => Math.min(code, 0x10ffff)));
}
