/** Prints assembly/gen/peephole.ts: what a finished block may be improved by, read off the rows. */
import { footprintOf } from "../isa/analysis.ts";
import { fusedPairs } from "../isa/fusion.ts";
import type { Flag } from "../isa/ir.ts";
import type { Operation } from "../isa/rows.ts";
import type { NumberedOperation, Variant } from "../isa/variants.ts";

const flagBits: Readonly<Partial<Record<Flag, number>>> = { N: 1, Z: 2, C: 4, V: 8 };
const maskOf = (flags: ReadonlySet<Flag>): number => [...flags].reduce((mask, flag) => mask | (flagBits[flag] ?? 0), 0);

export const effectShifts = { reads: 0, kills: 4, mayWrite: 8, barrier: 12, twin: 16 } as const;

/** The variant of the same operation that differs only in leaving the flags alone; 0 where there is none. */
function twinOf({ operation, statics }: Variant, variants: readonly Variant[]): number {
  if (!statics.s) return 0;
  const wanted = Object.values({ ...statics, s: 0 }).join();
  const twin = variants.find((one) => Object.values(one.statics).join() === wanted);
  if (twin === undefined || footprintOf(operation, twin.statics).flagsMayWrite.size > 0) return 0;
  return twin.number;
}

function effectOf(variant: Variant, variants: readonly Variant[]): number {
  const footprint = footprintOf(variant.operation, variant.statics);
  if (footprint.mayFault || footprint.endsBlock) return 1 << effectShifts.barrier;
  const twin = footprint.flagsMayWrite.has("GE") ? 0 : twinOf(variant, variants);
  return (
    (maskOf(footprint.flagsRead) << effectShifts.reads) |
    (maskOf(footprint.flagsWritten) << effectShifts.kills) |
    (maskOf(footprint.flagsMayWrite) << effectShifts.mayWrite) |
    (twin << effectShifts.twin)
  );
}

/** Cases of a switch that returns the value of each key; keys of equal value share a line. */
function printCases(values: ReadonlyMap<number, number>): string[] {
  const groups = new Map<number, number[]>();
  for (const [key, value] of values) groups.set(value, [...(groups.get(value) ?? []), key]);
  return [...groups].flatMap(([value, keys]) => [
    ...keys.map((key) => `    case ${key}:`),
    `      return 0x${value.toString(16)};`,
  ]);
}

const printSwitch = (on: string, values: ReadonlyMap<number, number>): string[] => [
  `  switch (${on}) {`,
  ...printCases(values),
  "    default:",
  "      return 0;",
  "  }",
  "}",
  "",
];

export function printPeephole(numbered: ReadonlyMap<Operation, NumberedOperation>): string {
  const effects = new Map<number, number>();
  for (const { variants } of numbered.values()) {
    for (const variant of variants) {
      const effect = effectOf(variant, variants);
      if (effect !== 0) effects.set(variant.number, effect);
    }
  }
  const fused = new Map(
    fusedPairs(numbered).map((pair) => [(pair.first.number << 16) | pair.secondNumber, pair.number]),
  );
  const lines = [
    "// Printed by src/gen/print-peephole.ts from src/isa. Do not edit: npm run gen.",
    ...Object.entries(effectShifts).map(
      ([name, shift]) => `export const EFFECT_${name.toUpperCase()}: u32 = ${shift};`,
    ),
    "",
    "/**",
    " * What a variant does to the flags N 1, Z 2, C 4, V 8, each set at its shift: reads, surely writes, may write. A",
    " * barrier may leave the straight line, so that all flags are seen. The twin is the variant that writes no flags.",
    " */",
    "export function flagEffect(op: u32): u32 {",
    ...printSwitch("op", effects),
    "/** The case that does the work of two records at once; 0 where there is none. */",
    "export function fusedWith(first: u32, second: u32): u32 {",
    ...printSwitch("(first << 16) | second", fused),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
