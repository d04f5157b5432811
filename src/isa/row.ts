/** Constructors of rows: they fill the defaults in and refuse rows that do not fit their operation. */

import type { Builder } from "./builder.ts";
import { bits, konst } from "./builder.ts";
import type { ArgKind, Expr } from "./ir.ts";
import { parsePattern } from "./pattern.ts";
import type { Encoding, Operation, OperationClass, Profile, Statics } from "./rows.ts";

type Semantics = (b: Builder, x: Statics) => void;

const argKinds: readonly ArgKind[] = ["reg", "single", "imm", "small"];

/** `"d n m imm:imm"`: names of arguments; without a kind a name is a register. */
function parseArgs(text: string): Record<string, ArgKind> {
  const args: Record<string, ArgKind> = {};
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const [name = "", kind] = word.split(":");
    args[name] = argKinds.find((one) => one === (kind ?? name)) ?? "reg";
    if (kind !== undefined && args[name] !== kind) throw new Error(`argument ${word}`);
  }
  return args;
}

/**
 * One operation row. `args` as `"d n imm"`: `imm` and `small` are of their own kind, other names are registers unless
 * they say.
 */
export function operation(
  name: string,
  operationClass: OperationClass,
  args: string,
  statics: Statics,
  syntax: string,
  semantics: Semantics,
): Operation {
  return { name, class: operationClass, args: parseArgs(args), statics, syntax, semantics, unconditional: false };
}

/** A field by its letter, a constant, or any expression over fields. */
export type ArgSource = Expr | string | number;

export interface RowOptions {
  readonly after?: readonly string[];
  readonly unpredictable?: Expr;
  readonly policy?: "undefined" | "execute";
  readonly shouldBePolicy?: "undefined" | "execute";
  readonly undefined?: Expr;
  readonly syntax?: string;
}

const source = (from: ArgSource): Expr =>
  typeof from === "string" ? bits(from) : typeof from === "number" ? konst(from) : from;

function checkRow(row: Encoding): void {
  const { fields } = parsePattern(row.pattern);
  const { operation: target } = row;
  for (const name of [...Object.keys(target.args), ...Object.keys(target.statics)]) {
    if (!(name in row.args)) throw new Error(`${row.name}: argument ${name} of ${target.name} is missing`);
  }
  const visit = (node: Expr): void => {
    if (node.kind === "bits" && !fields.has(node.name)) throw new Error(`${row.name}: no field ${node.name}`);
    if (node.kind === "unary") visit(node.a);
    if (node.kind === "binary" || node.kind === "select") {
      visit(node.a);
      visit(node.b);
    }
    if (node.kind === "select") visit(node.condition);
  };
  for (const [name, value] of Object.entries(row.args)) {
    if (!(name in target.args) && !(name in target.statics))
      throw new Error(`${row.name}: ${target.name} has no ${name}`);
    visit(value);
  }
  if (row.unpredictable) visit(row.unpredictable);
  if (row.undefined) visit(row.undefined);
}

/** One encoding row. Statics that `args` does not name are 0. */
export function encoding(
  profile: Profile,
  name: string,
  pattern: string,
  target: Operation,
  args: Readonly<Record<string, ArgSource>>,
  options: RowOptions = {},
): Encoding {
  const given = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, source(value)]));
  const zeros = Object.fromEntries(Object.keys(target.statics).map((key) => [key, konst(0)]));
  const row: Encoding = {
    name,
    profile,
    pattern,
    operation: target,
    args: { ...zeros, ...given },
    after: options.after ?? [],
    unpredictable: options.unpredictable ?? null,
    policy: options.policy ?? "undefined",
    shouldBePolicy: options.shouldBePolicy ?? "execute",
    undefined: options.undefined ?? null,
    syntax: options.syntax ?? null,
  };
  checkRow(row);
  return row;
}

type RowOf = (
  name: string,
  pattern: string,
  target: Operation,
  args: Readonly<Record<string, ArgSource>>,
  options?: RowOptions,
) => Encoding;

export const t16: RowOf = (name, pattern, target, args, options) =>
  encoding("t16", name, pattern, target, args, options);
export const t32: RowOf = (name, pattern, target, args, options) =>
  encoding("t32", name, pattern, target, args, options);

/** Text of an encoding that needs `.w` to be told from its T16 sibling. */
export const wide = (syntax: string): string => syntax.replace(/^([a-z0-9]+(\{[sc](:[a-z]+)?\})?)/, "$1.w");

/** Texts that no T16 row could have, so that GNU tools write them without `.w`. */
const onlyWide = /^(ORN|TEQ)_|^RSB_reg/;

/** A T32 row whose text has `.w` where a T16 row might be meant. */
export const t32w: RowOf = (name, pattern, target, args, options) => {
  const syntax = options?.syntax ?? target.syntax;
  return t32(name, pattern, target, args, { ...options, syntax: onlyWide.test(name) ? syntax : wide(syntax) });
};
