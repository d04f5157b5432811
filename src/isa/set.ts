/** The whole instruction set: every operation, every encoding, and the variants that statics make of an operation. */
import type { Encoding, Operation, Statics } from "./rows.ts";
import { t16Encodings } from "./t16.ts";
import { t32Encodings } from "./t32.ts";

export const encodings: readonly Encoding[] = [...t16Encodings, ...t32Encodings];

/** Each operation that some encoding names, once, in order of first use. */
export const operations: readonly Operation[] = [...new Set(encodings.map((row) => row.operation))];

export interface Variant {
  readonly operation: Operation;
  readonly statics: Statics;
}

/** Every combination of the values of the operation's statics; the last static runs fastest. */
export function variantsOf(operation: Operation): readonly Variant[] {
  let combinations: Statics[] = [{}];
  for (const [name, count] of Object.entries(operation.statics)) {
    combinations = combinations.flatMap((given) =>
      Array.from({ length: count }, (_, value) => ({ ...given, [name]: value })),
    );
  }
  return combinations.map((statics) => ({ operation, statics }));
}
