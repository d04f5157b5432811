/**
 * Prints assembly/gen/decode.ts: from an instruction word to a decoded record. Rows are sorted into a switch on the
 * word's leading bits; inside a case they are asked in the order that `after` demands.
 */
import type { Expr } from "../isa/ir.ts";
import { type Field, type Pattern, parsePattern } from "../isa/pattern.ts";
import { slotsOf, special } from "../isa/record.ts";
import type { Encoding, Operation } from "../isa/rows.ts";
import { type NumberedOperation, stridesOf } from "../isa/variants.ts";
import { arithmeticImports, printExpression } from "./print-expression.ts";

const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;

/** Text that extracts a field from the word `w`. */
function printField(field: Field): string {
  const parts = field.parts.map(({ from, width, to }) => {
    const moved = from === 0 ? "w" : `(w >>> ${from})`;
    const masked = `(${moved} & ${hex(2 ** width - 1)})`;
    return to === 0 ? masked : `(${masked} << ${to})`;
  });
  return parts.length === 1 ? `${parts[0]}` : `(${parts.join(" | ")})`;
}

function printArgument(expr: Expr, pattern: Pattern): string {
  return printExpression(expr, (leaf) => {
    if (leaf.kind === "pc") return "pc";
    if (leaf.kind === "itstate") return "it";
    if (leaf.kind === "extension") return `load<u32>(BOARD_HAS_${leaf.extension.toUpperCase()})`;
    const field = leaf.kind === "bits" ? pattern.fields.get(leaf.name) : undefined;
    if (field === undefined) throw new Error(`an encoding cannot use ${leaf.kind}`);
    return printField(field);
  });
}

function printRow(row: Encoding, numbered: NumberedOperation, indent: string): string[] {
  const pattern = parsePattern(row.pattern);
  const value = (expr: Expr): string => printArgument(expr, pattern);
  const refused: string[] = [];
  if (row.undefined !== null) refused.push(`${value(row.undefined)} != 0`);
  if (row.unpredictable !== null && row.policy === "undefined") refused.push(`${value(row.unpredictable)} != 0`);
  if (pattern.shouldMask !== 0 && row.shouldBePolicy === "undefined") {
    refused.push(`(w & ${hex(pattern.shouldMask)}) != ${hex(pattern.shouldValue)}`);
  }
  const lines = [`${indent}if ((w & ${hex(pattern.mask)}) == ${hex(pattern.value)}) {`, `${indent}  // ${row.name}`];
  const answer = isCoprocessor(pattern) ? "refuse(w, record)" : "UNDEFINED";
  if (refused.length > 0) lines.push(`${indent}  if (${refused.join(" || ")}) return ${answer};`);
  for (const [name, slot] of slotsOf(row.operation)) {
    const text = value(row.args[name] ?? { kind: "const", value: 0 });
    if (slot.kind === "imm") lines.push(`${indent}  store<u32>(record, ${text}, 8);`);
    else
      lines.push(`${indent}  store<u8>(record, u8(${slot.kind === "small" ? text : `${text} << 2`}), ${slot.offset});`);
  }
  lines.push(`${indent}  return ${variantNumber(row, numbered, value)};`, `${indent}}`);
  return lines;
}

/** Words 111x 110x and 111x 1110: whose coprocessor is asked before anything else (IsCPInstruction). */
const isCoprocessor = ({ width, mask, value }: Pattern): boolean =>
  width === 32 && (value & 0xec00_0000) >>> 0 === 0xec00_0000 && (mask & value & 0x0300_0000) !== 0x0300_0000;

const refuse = [
  "/** The coprocessor goes into the record. */",
  "function refuse(w: u32, record: u32): u32 {",
  "  store<u32>(record, (w >>> 8) & 15, 8);",
  "  return REFUSED;",
  "}",
  "",
];

function variantNumber(row: Encoding, numbered: NumberedOperation, value: (expr: Expr) => string): string {
  const flags =
    (numbered.variants.some((v) => v.ends) ? 0x10000 : 0) |
    (row.operation.name === "IT" ? 0x20000 : 0) |
    (row.operation.unconditional ? 0x40000 : 0);
  const terms = [`${numbered.first + flags}`];
  for (const [name, stride] of stridesOf(row.operation)) {
    const expr = row.args[name];
    if (expr === undefined || (expr.kind === "const" && expr.value === 0)) continue;
    terms.push(stride === 1 ? value(expr) : `${value(expr)} * ${stride}`);
  }
  return terms.join(" + ");
}

/** Rows in an order in which each stands behind those it is declared `after`. */
function inOrder(rows: readonly Encoding[]): Encoding[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const done = new Set<string>();
  const ordered: Encoding[] = [];
  const visit = (row: Encoding): void => {
    if (done.has(row.name)) return;
    done.add(row.name);
    for (const name of row.after) {
      const earlier = byName.get(name);
      if (earlier !== undefined) visit(earlier);
    }
    ordered.push(row);
  };
  for (const row of rows) visit(row);
  return ordered;
}

/** One function per value of the leading bits keeps each function small enough for the optimising compiler. */
function printSet(
  name: string,
  rows: readonly Encoding[],
  numbered: ReadonlyMap<Operation, NumberedOperation>,
  shift: number,
): string[] {
  const printed = inOrder(rows).map((row) => {
    const target = numbered.get(row.operation);
    if (target === undefined) throw new Error(`${row.name}: operation ${row.operation.name} is not listed`);
    return { pattern: parsePattern(row.pattern), text: printRow(row, target, "  ").join("\n") };
  });
  const groups = new Map<string, number[]>();
  const count = 2 ** ((printed[0]?.pattern.width ?? 16) - shift);
  for (let key = 0; key < count; key++) {
    const own = printed.filter((row) => matchesKey(row.pattern, key, shift));
    const text = own.map((row) => row.text).join("\n");
    groups.set(text, [...(groups.get(text) ?? []), key]);
  }
  const functions: string[] = [];
  const cases: string[] = [];
  for (const [text, keys] of groups) {
    if (text === "") continue;
    const own = `${name}${(keys[0] ?? 0).toString(16)}`;
    functions.push(
      `function ${own}(w: u32, pc: u32, it: u32, record: u32): u32 {`,
      text,
      "  return UNDEFINED;",
      "}",
      "",
    );
    cases.push(...keys.map((key) => `    case ${hex(key)}:`), `      return ${own}(w, pc, it, record);`);
  }
  return [
    ...functions,
    `export function ${name}(w: u32, pc: u32, it: u32, record: u32): u32 {`,
    `  switch (w >>> ${shift}) {`,
    ...cases,
    "    default:",
    "      return UNDEFINED;",
    "  }",
    "}",
    "",
  ];
}

function matchesKey(pattern: Pattern, key: number, shift: number): boolean {
  const mask = pattern.mask >>> shift;
  return ((key ^ (pattern.value >>> shift)) & mask) === 0;
}

export function printDecoder(
  encodings: readonly Encoding[],
  numbered: ReadonlyMap<Operation, NumberedOperation>,
): string {
  const rowsOf = (profile: string): Encoding[] => encodings.filter((row) => row.profile === profile);
  const lines = [
    "// Printed by src/gen/print-decoder.ts from src/isa. Do not edit: npm run gen.",
    `import { ${arithmeticImports.join(", ")} } from "../exec/arithmetic";`,
    'import { BOARD_HAS_DSP } from "./layout";',
    "",
    "/** Bits beside the dispatch number: the block ends here; the row is IT; IT conditions do not count. */",
    "export const ENDS: u32 = 0x10000;",
    "export const IS_IT: u32 = 0x20000;",
    "export const UNCONDITIONAL: u32 = 0x40000;",
    `export const UNDEFINED: u32 = ${special.undefined} | ENDS;`,
    `export const REFUSED: u32 = ${special.refused} | ENDS;`,
    `export const OP_STOP: u32 = ${special.stop};`,
    `export const OP_FALL: u32 = ${special.fall};`,
    `export const OP_NATIVE: u32 = ${special.native};`,
    `export const OP_IF: u32 = ${special.ifCondition};`,
    "",
    ...refuse,
    ...printSet("decodeT16", rowsOf("t16"), numbered, 10),
    ...printSet("decodeT32", rowsOf("t32"), numbered, 23),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
