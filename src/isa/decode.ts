/** The reference decoder: straight from the rows, obviously right, the oracle for the printed one. */

import type { Compiled, Leaf } from "./expression.ts";
import { compileExpression } from "./expression.ts";
import type { Expr, Extension } from "./ir.ts";
import type { Pattern } from "./pattern.ts";
import { extractField, matches, parsePattern } from "./pattern.ts";
import type { Encoding, Operation, Statics } from "./rows.ts";
import { encodings } from "./set.ts";

export interface Place {
  /** Address of the instruction. */
  readonly pc: number;
  /** The ITSTATE byte that holds for it; 0 outside an IT block. */
  readonly itstate: number;
  /** Extensions that the processor lacks; it has them all where this is left out. */
  readonly lacks?: readonly Extension[];
}

export interface Instruction {
  readonly encoding: Encoding;
  readonly operation: Operation;
  readonly statics: Statics;
  readonly args: Readonly<Record<string, number>>;
  /** 16 bits, or both halfwords with the first uppermost. */
  readonly word: number;
  readonly sizeBytes: 2 | 4;
}

export interface Undefined {
  /** Why the word is no instruction: `"no encoding"`, or the name of the row and what it says. */
  readonly undefined: string;
  readonly word: number;
  readonly sizeBytes: 2 | 4;
}

export type Decoded = Instruction | Undefined;

/** What an encoding's expressions read. */
export interface EncodingContext extends Place {
  readonly word: number;
}

export interface Row {
  readonly encoding: Encoding;
  readonly pattern: Pattern;
  readonly args: readonly (readonly [string, Compiled<EncodingContext>])[];
  readonly undefined: Compiled<EncodingContext>;
  readonly unpredictable: Compiled<EncodingContext>;
}

const never: Expr = { kind: "const", value: 0 };

/** Compile an expression over the fields of `pattern`. */
export function compileForPattern(expr: Expr, pattern: Pattern): Compiled<EncodingContext> {
  return compileExpression(expr, (leaf: Leaf): Compiled<EncodingContext> => {
    if (leaf.kind === "pc") return ({ pc }) => pc;
    if (leaf.kind === "itstate") return ({ itstate }) => itstate;
    if (leaf.kind === "extension") return ({ lacks }) => (lacks?.includes(leaf.extension) ? 0 : 1);
    const field = leaf.kind === "bits" ? pattern.fields.get(leaf.name) : undefined;
    if (field === undefined) throw new Error(`an encoding cannot use ${leaf.kind}`);
    return ({ word }) => extractField(field, word);
  });
}

function compileRow(encoding: Encoding): Row {
  const pattern = parsePattern(encoding.pattern);
  return {
    encoding,
    pattern,
    args: Object.entries(encoding.args).map(([name, expr]) => [name, compileForPattern(expr, pattern)] as const),
    undefined: compileForPattern(encoding.undefined ?? never, pattern),
    unpredictable: compileForPattern(encoding.unpredictable ?? never, pattern),
  };
}

/** Each row behind those it is declared `after`. */
function inOrder(rows: readonly Row[]): Row[] {
  const byName = new Map(rows.map((row) => [row.encoding.name, row]));
  const done = new Set<Row>();
  const visit = (row: Row): void => {
    if (done.has(row)) return;
    for (const name of row.encoding.after) {
      const earlier = byName.get(name);
      if (earlier === undefined) throw new Error(`${row.encoding.name} is after ${name}, which is no row`);
      visit(earlier);
    }
    done.add(row);
  };
  for (const row of rows) visit(row);
  return [...done];
}

/** Every row, compiled, in an order in which the first that matches is the right one. */
export const rows: readonly Row[] = inOrder(encodings.map(compileRow));

/**
 * Rows by the leading bits of the word, so that a million words decode in a second or two. A bucket is filled when it
 * is first asked for: who explains one instruction must not wait for all.
 */
function bucketsOf(width: 16 | 32, bits: number): (word: number) => readonly Row[] {
  const shift = width - bits;
  const own = rows.filter((row) => row.pattern.width === width);
  const buckets: (readonly Row[])[] = [];
  return (word) => {
    const key = word >>> shift;
    buckets[key] ??= own.filter(({ pattern }) => ((key ^ (pattern.value >>> shift)) & (pattern.mask >>> shift)) === 0);
    return buckets[key];
  };
}
const bucket16 = bucketsOf(16, 8);
const bucket32 = bucketsOf(32, 12);

/** Whether a first halfword starts a 32-bit instruction. */
export const isWide = (halfword: number): boolean => halfword >= 0xe800;

/** The row that a word (16 bits, or 32 when its first halfword says so) belongs to; null when there is none. */
export function rowOf(word: number, sizeBytes: 2 | 4): Row | null {
  const bucket = sizeBytes === 2 ? bucket16(word) : bucket32(word);
  return bucket.find(({ pattern }) => matches(pattern, word)) ?? null;
}

function refusal(
  { encoding, pattern, undefined: isUndefined, unpredictable }: Row,
  context: EncodingContext,
): string | null {
  if (isUndefined(context) !== 0) return `${encoding.name}: UNDEFINED`;
  if (encoding.policy === "undefined" && unpredictable(context) !== 0) return `${encoding.name}: UNPREDICTABLE`;
  const broken = (context.word & pattern.shouldMask) >>> 0 !== pattern.shouldValue;
  if (broken && encoding.shouldBePolicy === "undefined") return `${encoding.name}: should-be bits`;
  return null;
}

/** Decode at `place`; `second` is read only where `first` starts a 32-bit instruction. */
export function decode(first: number, second: number, place: Place): Decoded {
  const sizeBytes = isWide(first) ? 4 : 2;
  const word = sizeBytes === 4 ? ((first << 16) | second) >>> 0 : first;
  const row = rowOf(word, sizeBytes);
  if (row === null) return { undefined: "no encoding", word, sizeBytes };
  const context = { word, ...place };
  const refused = refusal(row, context);
  if (refused !== null) return { undefined: refused, word, sizeBytes };
  const { encoding } = row;
  const { operation } = encoding;
  const args: Record<string, number> = {};
  const statics: Record<string, number> = {};
  for (const [name, value] of row.args) (name in operation.args ? args : statics)[name] = value(context);
  return { encoding, operation, statics, args, word, sizeBytes };
}

/**
 * The ITSTATE byte for the instruction behind `decoded`, which was decoded under `itstate`: ITAdvance(), or what IT
 * sets.
 */
export function itstateAfter(decoded: Decoded, itstate: number): number {
  if (!("undefined" in decoded) && decoded.operation.name === "IT") return decoded.args.imm ?? 0;
  return (itstate & 7) === 0 ? 0 : (itstate & 0xe0) | ((itstate << 1) & 0x1f);
}
