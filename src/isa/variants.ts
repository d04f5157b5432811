/** Numbers every operation variant (operation plus values of its statics) for the interpreter's dense switch. */
import { buildStatements } from "./builder.ts";
import type { Stmt } from "./ir.ts";
import { firstVariantNumber } from "./record.ts";
import type { Operation, Statics } from "./rows.ts";
import { variantsOf } from "./set.ts";

export interface Variant {
  readonly number: number;
  readonly operation: Operation;
  readonly statics: Statics;
  readonly statements: readonly Stmt[];
  /** Control may leave the straight line: the block ends with this instruction. */
  readonly ends: boolean;
}

export interface NumberedOperation {
  readonly operation: Operation;
  /** Number of the variant whose statics are all 0; the others follow, the last static fastest. */
  readonly first: number;
  readonly variants: readonly Variant[];
}

export function numberOperations(operations: readonly Operation[]): Map<Operation, NumberedOperation> {
  const numbered = new Map<Operation, NumberedOperation>();
  let next = firstVariantNumber;
  for (const operation of operations) {
    const first = next;
    const variants = variantsOf(operation).map(({ statics }): Variant => {
      const statements = buildStatements((b) => operation.semantics(b, statics));
      return { number: next++, operation, statics, statements, ends: statements.some(endsBlock) };
    });
    numbered.set(operation, { operation, first, variants });
  }
  return numbered;
}

export function endsBlock(stmt: Stmt): boolean {
  if (stmt.kind === "branch" || stmt.kind === "jump" || stmt.kind === "exchange") return true;
  if (stmt.kind === "exec") return stmt.ends;
  return stmt.kind === "if" && [...stmt.then, ...stmt.else].some(endsBlock);
}

/** Multiplier of each static in a variant's number: number = first + sum of value * stride. */
export function stridesOf(operation: Operation): ReadonlyMap<string, number> {
  const strides = new Map<string, number>();
  let stride = 1;
  for (const [name, count] of Object.entries(operation.statics).reverse()) {
    strides.set(name, stride);
    stride *= count;
  }
  return strides;
}
