/**
 * Finds fields for which an expression of an encoding takes a wanted value: what the assembler does for each place of a
 * template.
 * Expressions are taken apart where an operator can be undone; what remains, of a few bits, is tried out.
 */

import type { Compiled, Leaf } from "./expression.ts";
import { compileExpression } from "./expression.ts";
import type { Expr } from "./ir.ts";
import type { Pattern } from "./pattern.ts";

/** Fields found so far, and where the instruction stands. */
export interface Solution {
  readonly fields: Map<string, number>;
  readonly pc: number;
  readonly itstate: number;
}

/** At most this many unknown bits are tried out. */
const mostTriedBits = 13;

const leafOf = (leaf: Leaf): Compiled<Solution> => {
  if (leaf.kind === "pc") return ({ pc }) => pc;
  if (leaf.kind === "itstate") return ({ itstate }) => itstate;
  if (leaf.kind !== "bits") throw new Error(`an encoding cannot use ${leaf.kind}`);
  const { name } = leaf;
  return ({ fields }) => fields.get(name) ?? 0;
};

interface Known {
  readonly evaluate: Compiled<Solution>;
  readonly fields: ReadonlySet<string>;
  readonly placed: boolean;
}
const cache = new WeakMap<Expr, Known>();

/** The expression compiled, with the fields it reads and whether it depends on where the instruction stands. */
function study(expr: Expr): Known {
  const known = cache.get(expr);
  if (known !== undefined) return known;
  const fields = new Set<string>();
  let placed = false;
  const visit = (node: Expr): void => {
    if (node.kind === "bits") fields.add(node.name);
    if (node.kind === "pc" || node.kind === "itstate") placed = true;
    if (node.kind === "select") visit(node.condition);
    if (node.kind === "unary" || node.kind === "binary" || node.kind === "select") visit(node.a);
    if (node.kind === "binary" || node.kind === "select") visit(node.b);
  };
  visit(expr);
  const studied = { evaluate: compileExpression(expr, leafOf), fields, placed };
  cache.set(expr, studied);
  return studied;
}

export const evaluateWith = (expr: Expr, solution: Solution): number => study(expr).evaluate(solution);

/** How many fields that `expr` reads are not yet known. */
export const countUnknown = (expr: Expr, solution: Solution): number => unknownOf(expr, solution).length;

const unknownOf = (expr: Expr, { fields }: Solution): string[] =>
  [...study(expr).fields].filter((name) => !fields.has(name));
const widthOf = (pattern: Pattern, name: string): number => pattern.fields.get(name)?.width ?? 32;
const ones = (width: number): number => (2 ** width - 1) >>> 0;

/** Bits that may be 1 in the value of `expr`. */
function possibleBits(expr: Expr, pattern: Pattern): number {
  if (expr.kind === "const") return expr.value >>> 0;
  if (expr.kind === "bits") return ones(widthOf(pattern, expr.name));
  if (expr.kind !== "binary") return 0xffff_ffff;
  const a = possibleBits(expr.a, pattern);
  if (expr.op === "shl" && expr.b.kind === "const") return (a << expr.b.value) >>> 0;
  const b = possibleBits(expr.b, pattern);
  if (expr.op === "and") return (a & b) >>> 0;
  if (expr.op === "or" || expr.op === "xor") return (a | b) >>> 0;
  return 0xffff_ffff;
}

/** Sets fields in `solution` so that `expr` is `value`; false where that is impossible or beyond us. */
export function solve(expr: Expr, value: number, pattern: Pattern, solution: Solution): boolean {
  const wanted = value >>> 0;
  const unknown = unknownOf(expr, solution);
  if (unknown.length === 0) return evaluateWith(expr, solution) === wanted;
  if (expr.kind === "bits") {
    if (wanted > ones(widthOf(pattern, expr.name))) return false;
    solution.fields.set(expr.name, wanted);
    return true;
  }
  if (expr.kind === "binary") {
    const undone = undo(expr, wanted, pattern, solution);
    if (undone !== null) return undone;
  }
  return tryOut(expr, wanted, unknown, pattern, solution);
}

type Binary = Extract<Expr, { kind: "binary" }>;

/** Undo one operator; null where there is no way that is sure. */
function undo(expr: Binary, value: number, pattern: Pattern, solution: Solution): boolean | null {
  const { op, a, b } = expr;
  const aKnown = unknownOf(a, solution).length === 0;
  const bKnown = unknownOf(b, solution).length === 0;
  const into = (part: Expr, wanted: number): boolean => solve(part, wanted, pattern, solution);
  if (op === "or" || (op === "add" && !aKnown && !bKnown)) return splitBits(expr, value, pattern, solution);
  if (aKnown) {
    const known = evaluateWith(a, solution);
    if (op === "add") return into(b, value - known);
    if (op === "sub") return into(b, known - value);
    return op === "xor" ? into(b, value ^ known) : null;
  }
  if (!bKnown) return null;
  const known = evaluateWith(b, solution);
  if (op === "add") return into(a, value - known);
  if (op === "sub") return into(a, value + known);
  if (op === "xor") return into(a, value ^ known);
  if (op === "shl") return (value & ones(known)) === 0 ? into(a, value >>> known) : false;
  // The shift that a sign extension ends with: its low bits are the only ones that tell.
  return op === "sar" && a.kind === "binary" && a.op === "shl" ? into(a, value << known) : null;
}

/**
 * Both sides of a sum or union that share no bit. The side with fewer unknown fields goes first, as the other may need
 * them.
 */
function splitBits({ a, b }: Binary, value: number, pattern: Pattern, solution: Solution): boolean | null {
  const aBits = possibleBits(a, pattern);
  const bBits = possibleBits(b, pattern);
  if ((aBits & bBits) !== 0) return null;
  if ((value & ~(aBits | bBits)) !== 0) return false;
  const sides = [
    { part: a, wanted: value & aBits },
    { part: b, wanted: value & bBits },
  ];
  if (unknownOf(b, solution).length < unknownOf(a, solution).length) sides.reverse();
  return sides.every(({ part, wanted }) => solve(part, wanted, pattern, solution));
}

const inverses = new WeakMap<Expr, Map<number, number>>();

/** Value -> lowest field value, for an expression over one field alone. */
function inverseOf(expr: Expr, name: string, width: number): ReadonlyMap<number, number> {
  const known = inverses.get(expr);
  if (known !== undefined) return known;
  const inverse = new Map<number, number>();
  for (let candidate = 2 ** width - 1; candidate >= 0; candidate--) {
    const fields = new Map([[name, candidate]]);
    inverse.set(evaluateWith(expr, { fields, pc: 0, itstate: 0 }), candidate);
  }
  inverses.set(expr, inverse);
  return inverse;
}

function tryOut(expr: Expr, value: number, unknown: readonly string[], pattern: Pattern, solution: Solution): boolean {
  const { fields, placed } = study(expr);
  const [only] = fields;
  if (fields.size === 1 && !placed && only !== undefined) {
    const found = inverseOf(expr, only, widthOf(pattern, only)).get(value);
    if (found !== undefined) solution.fields.set(only, found);
    return found !== undefined;
  }
  for (const _ of combinations(unknown, pattern, solution)) if (evaluateWith(expr, solution) === value) return true;
  return false;
}

/**
 * Puts every combination of values of the fields `names` into `solution`, one after the other; none where they are too
 * many.
 */
export function* combinations(names: readonly string[], pattern: Pattern, solution: Solution): Generator<void> {
  const widths = names.map((name) => widthOf(pattern, name));
  const bits = widths.reduce((sum, width) => sum + width, 0);
  if (bits > mostTriedBits) return;
  for (let all = 0; all < 2 ** bits; all++) {
    let rest = all;
    names.forEach((name, index) => {
      const width = widths[index] ?? 0;
      solution.fields.set(name, rest & ones(width));
      rest >>>= width;
    });
    yield;
  }
  for (const name of names) solution.fields.delete(name);
}
