/**
 * Prints fused cases. The flags still go to the state; the question is answered from locals. Both halves are printed
 * from their own rows.
 */
import type { FusedPair } from "../isa/fusion.ts";
import { slotsOf } from "../isa/record.ts";
import type { Variant } from "../isa/variants.ts";
import { type FlagPlaces, flagsInState, printKeepingFlags, printVariant } from "./print-statements.ts";

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
