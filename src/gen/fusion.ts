/**
 * Fused cases: an instruction that sets the flags, and the record behind it that asks for them, in one dispatch. The
 * flags still go to the state; the question is answered from locals. Both halves are printed from their own rows.
 */
import { B_cond } from "../isa/operations/branch.ts";
import type { Operation } from "../isa/rows.ts";
import { type FlagPlaces, flagsInState, printKeepingFlags, printVariant } from "./print-statements.ts";
import { slotsOf, special } from "./record.ts";
import type { NumberedOperation, Variant } from "./variants.ts";

export interface FusedPair {
  readonly number: number;
  readonly title: string;
  readonly first: Variant;
  readonly condition: number;
  /** Dispatch number of the second record: a conditional branch, or the condition of an IT block. */
  readonly secondNumber: number;
  /** The branch; null for a condition. */
  readonly branch: Variant | null;
}

type Numbered = ReadonlyMap<Operation, NumberedOperation>;

const conditionNames = ["EQ", "NE", "CS", "CC", "MI", "PL", "VS", "VC", "HI", "LS", "GE", "LT", "GT", "LE"];
const comparison = "EQ NE CS CC MI PL HI LS GE LT GT LE";

/** What compilers put before a condition, by operation, values of its statics, and the conditions that follow it. */
const firsts: readonly (readonly [name: string, statics: string, conditions: string])[] = [
  ["CMP_ri", "", comparison],
  ["CMP_rr", "", comparison],
  ["SUB_ri", "1", comparison],
  ["SUB_rr", "1", "EQ NE CS CC MI PL"],
  ["ADD_ri", "1", "EQ NE CS CC MI PL"],
  ["TST_ri", "0", "EQ NE"],
  ["TST_ri", "1", "EQ NE"],
  ["TST_rr", "", "EQ NE"],
  ["AND_ri", "1", "EQ NE"],
  ["AND_rr", "1", "EQ NE"],
  ["LSL_ri", "1", "EQ NE CS CC MI PL"],
  ["LSR_ri", "1", "EQ NE CS CC"],
];

/** Condition codes EQ..LE over the flags; NV and AL never reach a record. */
export function conditionTexts({ N, Z, C, V }: FlagPlaces): string[] {
  return [
    `${Z} == 0`,
    `${Z} != 0`,
    `${C} != 0`,
    `${C} == 0`,
    `i32(${N}) < 0`,
    `i32(${N}) >= 0`,
    `${V} != 0`,
    `${V} == 0`,
    `${C} != 0 && ${Z} != 0`,
    `${C} == 0 || ${Z} == 0`,
    `${N} >>> 31 == ${V}`,
    `${N} >>> 31 != ${V}`,
    `${Z} != 0 && ${N} >>> 31 == ${V}`,
    `${Z} == 0 || ${N} >>> 31 != ${V}`,
  ];
}

function variantNamed(numbered: Numbered, name: string, statics: string): Variant {
  const own = [...numbered].find(([operation]) => operation.name === name)?.[1];
  const variant = own?.variants.find((one) => Object.values(one.statics).join() === statics);
  if (variant === undefined) throw new Error(`fusion: no variant ${name} ${statics}`);
  return variant;
}

/** Every fused pair, numbered behind the variants. */
export function fusedPairs(numbered: Numbered): FusedPair[] {
  const all = [...numbered.values()].flatMap(({ variants }) => variants);
  let next = Math.max(...all.map(({ number }) => number)) + 1;
  const branches = numbered.get(B_cond)?.variants ?? [];
  return firsts.flatMap(([name, statics, conditions]) => {
    const first = variantNamed(numbered, name, statics);
    return conditions.split(" ").flatMap((text) => {
      const condition = conditionNames.indexOf(text);
      const branch = branches[condition];
      if (branch === undefined) throw new Error(`fusion: no branch on ${text}`);
      const title = `${name} ${statics} and ${text}`;
      return [
        { number: next++, title: `${title}, branch`, first, condition, secondNumber: branch.number, branch },
        { number: next++, title, first, condition, secondNumber: special.ifCondition + condition, branch: null },
      ];
    });
  });
}

/** Locals for the flags that the first half sets, the state for the others. */
function placesAfter(first: Variant): FlagPlaces {
  const sets = (kind: string): boolean => first.statements.some((stmt) => stmt.kind === kind);
  return {
    N: "flagNZ",
    Z: "flagNZ",
    C: sets("setC") ? "flagC" : flagsInState.C,
    V: sets("setV") ? "flagV" : flagsInState.V,
  };
}

/** Body of a fused case. */
export function printFused({ first, condition, branch }: FusedPair, used: Set<string>): string[] {
  const places = placesAfter(first);
  const head = printKeepingFlags(first, slotsOf(first.operation), used);
  if (branch === null) {
    const text = conditionTexts(places)[condition];
    return [...head, `        ip += ${text} ? 32 : 48;`, "        continue;"];
  }
  const body = printVariant(branch, slotsOf(branch.operation), used, places);
  return [...head, "        ip += 16;", "        {", ...body.map((line) => `  ${line}`), "        }"];
}
