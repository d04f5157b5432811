/**
 * Fused pairs: an instruction that sets the flags, and the record behind it that asks for them, in one dispatch number.
 * The second record stays where it is and works alone, too.
 */
import { B_cond } from "./operations/branch.ts";
import { special } from "./record.ts";
import type { Operation } from "./rows.ts";
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
