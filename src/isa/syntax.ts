/**
 * Syntax templates of rows: assembly text with places in braces.
 *
 *   `{d}`       the operation's argument or static `d`; failing that, the encoding's field `d`
 *   `{ym:f}`    fields `y` and `m` concatenated, written by the format `f` of isa/format.ts
 *   `{-u}`      a minus sign where field `u` is 0
 *   `{i*4}` `{k+1}` `{w-l+1}`   arithmetic on fields
 *
 * Where an IT block makes an instruction conditional, the condition follows the mnemonic, before its first dot.
 */
import { add, bits, mul, ne, or, shl, sub } from "./builder.ts";
import type { Format } from "./format.ts";
import { formats } from "./format.ts";
import type { ArgKind, Expr } from "./ir.ts";
import type { Pattern } from "./pattern.ts";
import { parsePattern } from "./pattern.ts";
import type { Encoding } from "./rows.ts";

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  /** Where the condition of an IT block goes. */
  | { readonly kind: "condition" }
  /** `value` is an expression over the fields of the encoding. */
  | { readonly kind: "place"; readonly value: Expr; readonly format: Format };

/** Fields `text` concatenated, the first uppermost. */
function concatenate(text: string, pattern: Pattern): Expr {
  let value: Expr | null = null;
  for (const name of text) {
    const width = pattern.fields.get(name)?.width;
    if (width === undefined) throw new Error(`no field ${name}`);
    value = value === null ? bits(name) : or(shl(value, width), bits(name));
  }
  if (value === null) throw new Error("an empty place");
  return value;
}

/** `w-l+1`, `i*4`, `ji`. */
function arithmetic(text: string, pattern: Pattern): Expr {
  const operand = (part: string): Expr =>
    /^\d+$/.test(part) ? { kind: "const", value: Number(part) } : concatenate(part, pattern);
  const [first = "", ...rest] = text.split(/([-+*])/);
  let value = operand(first);
  for (let index = 0; index < rest.length; index += 2) {
    const right = operand(rest[index + 1] ?? "");
    value = { "+": add, "-": sub, "*": mul }[rest[index] as "+" | "-" | "*"](value, right);
  }
  return value;
}

const argFormats: Readonly<Record<ArgKind, string>> = { reg: "r", single: "s", imm: "imm", small: "imm" };

function readPlace(body: string, encoding: Encoding, pattern: Pattern): Piece {
  const [name = "", formatName] = body.split(":");
  const { operation, args } = encoding;
  const format = (fallback: string): Format => {
    const found = formats[formatName ?? fallback];
    if (found === undefined) throw new Error(`no format ${formatName ?? fallback}`);
    return found;
  };
  const own = args[name];
  if (own !== undefined && name in operation.args) {
    return { kind: "place", value: own, format: format(argFormats[operation.args[name] ?? "imm"]) };
  }
  if (own !== undefined) {
    // A static that says how flags are set has several values, of which the text only tells zero from the rest.
    const value = formatName === undefined ? ne(own, 0) : own;
    return { kind: "place", value, format: format("flag") };
  }
  if (name.startsWith("-")) return { kind: "place", value: bits(name.slice(1)), format: format("sign") };
  return { kind: "place", value: arithmetic(name, pattern), format: format("imm") };
}

/** Pieces with the place of an IT condition in the mnemonic. */
function markCondition(pieces: readonly Piece[], conditional: boolean): readonly Piece[] {
  if (!conditional) return pieces;
  const marked: Piece[] = [];
  let pending = true;
  for (const piece of pieces) {
    const end = piece.kind === "text" && pending ? piece.text.search(/[ .]/) : -1;
    if (piece.kind !== "text" || end < 0) {
      marked.push(piece);
      continue;
    }
    pending = false;
    const [before, after] = [piece.text.slice(0, end), piece.text.slice(end)];
    if (before !== "") marked.push({ kind: "text", text: before });
    marked.push({ kind: "condition" }, { kind: "text", text: after });
  }
  return pending ? [...marked, { kind: "condition" }] : marked;
}

/** The template of an encoding: its own, or that of its operation. */
export function templateOf(encoding: Encoding): readonly Piece[] {
  const text = encoding.syntax ?? encoding.operation.syntax;
  const pattern = parsePattern(encoding.pattern);
  const pieces: Piece[] = [];
  try {
    for (const [, literal, place] of text.matchAll(/([^{]+)|\{([^}]+)\}/g)) {
      if (literal !== undefined) pieces.push({ kind: "text", text: literal });
      else if (place !== undefined) pieces.push(readPlace(place, encoding, pattern));
    }
  } catch (error) {
    throw new Error(`syntax of ${encoding.name}, "${text}": ${(error as Error).message}`);
  }
  return markCondition(pieces, !encoding.operation.unconditional);
}
