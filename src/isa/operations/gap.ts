/**
 * Instructions that exist in the part but whose meaning this release lacks. Executing one is reported as our gap by the
 * name that its number stands for. With the floating-point unit switched off they fault as they should.
 */
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";

const names: string[] = [];

/** Mnemonics of the gap operations; `gap` is called with the index into this list. */
export const gaps: readonly string[] = names;

/** One per mnemonic of the floating-point extension. */
export function floatGap(mnemonic: string): Operation {
  const index = names.push(mnemonic) - 1;
  return operation(mnemonic, "gap", "", {}, mnemonic.toLowerCase(), (b) => {
    b.checkFloat();
    b.execEnds("gap", index);
  });
}
