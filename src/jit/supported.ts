/** Which instructions a region can contain; any other is handed to the interpreter, and the region goes no further. */
import type { Stmt } from "../isa/ir.ts";
import { argumentOf, type Instruction } from "./code-block.ts";
import { knownValue } from "./emit-expression.ts";
import { isFloatSupported } from "./emit-float.ts";

/** Functions of assembly/exec that have a form here, in emit-statement.ts. */
export const inlined = [
  "checkDivisor",
  "dataBarrier",
  "loadMultiple",
  "loadMultiplePc",
  "loadSingles",
  "storeMultiple",
  "storeSingles",
] as const;
export type Inlined = (typeof inlined)[number];

export const isInlined = (name: string): name is Inlined => (inlined as readonly string[]).includes(name);

/** Control never comes back from these. A barrier only marks where a block ends. */
export const isFinal = (stmt: Stmt): boolean =>
  stmt.kind === "branch" ||
  stmt.kind === "jump" ||
  stmt.kind === "exchange" ||
  (stmt.kind === "exec" && stmt.name === "loadMultiplePc");

/** Statements that may hand the instruction to the interpreter, which then runs it from its begin. */
const mayLeave = (stmt: Stmt): boolean =>
  stmt.kind === "load" ||
  stmt.kind === "store" ||
  stmt.kind === "checkStackLimit" ||
  stmt.kind === "float" ||
  stmt.kind === "exec" ||
  (stmt.kind === "if" && [...stmt.then, ...stmt.else].some(mayLeave));

/** Q and memory may be written twice. */
const writesOnce = (stmt: Stmt): boolean =>
  /^set(?!Q$)/.test(stmt.kind) || (stmt.kind === "if" && [...stmt.then, ...stmt.else].some(writesOnce));

function leavesAfterWriting(statements: readonly Stmt[]): boolean {
  const first = statements.findIndex(writesOnce);
  return first >= 0 && statements.slice(first + 1).some(mayLeave);
}

function isStatementSupported(instruction: Instruction, stmt: Stmt, all: readonly Stmt[]): boolean {
  switch (stmt.kind) {
    case "load":
    case "store":
      return !stmt.unprivileged;
    case "exec":
      return isInlined(stmt.name) && stmt.result === null && hasWords(instruction, stmt.name);
    case "float":
      return isFloatSupported(
        stmt.name,
        stmt.args.map((arg) => knownValue(instruction, arg)),
      );
    case "setFpscr":
      // VCMP writes its flags; VMSR may change how everything behind it rounds.
      return all.some((other) => other.kind === "float");
    case "exchange":
      return stmt.target.kind === "local";
    case "if":
      return (
        !leavesAfterWriting(stmt.then) &&
        !leavesAfterWriting(stmt.else) &&
        [...stmt.then, ...stmt.else].every((one) => isStatementSupported(instruction, one, all))
      );
    default:
      return true;
  }
}

/** A row of no words, or of registers that no such instruction should name, is the interpreter's. */
function hasWords(instruction: Instruction, name: Inlined): boolean {
  const stackPointer = 1 << 13;
  switch (name) {
    case "checkDivisor":
    case "dataBarrier":
      return true;
    case "loadSingles":
    case "storeSingles": {
      const words = argumentOf(instruction, "imm");
      return words > 0 && argumentOf(instruction, "d") + words <= 32;
    }
    default: {
      const list = argumentOf(instruction, "imm");
      return list !== 0 && (list & stackPointer) === 0 && argumentOf(instruction, "n") < 15;
    }
  }
}

export function isSupported(instruction: Instruction): boolean {
  const { statements, operation } = instruction.variant;
  if (operation.class === "gap" || leavesAfterWriting(statements)) return false;
  return statements.every((stmt) => isStatementSupported(instruction, stmt, statements));
}
