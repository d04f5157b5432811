/** Integer arithmetic as C defines it for the types of the target (C11 sections 6.3.1 and 6.5). */
import { type IntType, intType, unsignedType } from "./types.ts";
import { type IntValue, intValue } from "./value.ts";

/** A result, or why there is none; its type is known all the same. */
export type Outcome = IntValue | { readonly problem: string; readonly type: IntType };

export function fits(value: bigint, type: IntType): boolean {
  return wrap(value, type) === value;
}

/** The value that the type's bits hold (C's conversion between integer types; GCC's rule for signed ones). */
export function wrap(value: bigint, type: IntType): bigint {
  if (type.bool) return value === 0n ? 0n : 1n;
  const bits = type.sizeBytes * 8;
  return type.signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

export function convert(from: IntValue, type: IntType): IntValue {
  return intValue(type, wrap(from.value, type), from);
}

/** The integer promotions: everything smaller than int becomes int. */
export function promote(value: IntValue): IntValue {
  if (value.type.rank >= intType.rank) return value;
  return intValue(intType, value.value, value);
}

/** The type both operands are converted to (C11 section 6.3.1.8). */
export function commonType(a: IntType, b: IntType): IntType {
  if (a.signed === b.signed) return a.rank >= b.rank ? a : b;
  const [signed, unsigned] = a.signed ? [a, b] : [b, a];
  if (unsigned.rank >= signed.rank) return unsigned;
  if (signed.sizeBytes > unsigned.sizeBytes) return signed;
  return { ...signed, name: `unsigned ${signed.name}`, signed: false };
}

const truth = (value: boolean): bigint => (value ? 1n : 0n);

export function applyUnary(operator: string, operand: IntValue): Outcome {
  const value = promote(operand);
  switch (operator) {
    case "+":
      return value;
    case "-":
      return checkRange(-value.value, value.type, { ...value, pattern: false });
    case "~":
      return intValue(value.type, wrap(~value.value, value.type), { ...value, pattern: true });
    case "!":
      return intValue(intType, truth(value.value === 0n), { placeholder: value.placeholder });
    default:
      return { problem: `the operator \`${operator}\` is not possible in a constant`, type: value.type };
  }
}

export function applyBinary(operator: string, leftOperand: IntValue, rightOperand: IntValue): Outcome {
  const left = promote(leftOperand);
  const right = promote(rightOperand);
  const placeholder = left.placeholder ?? right.placeholder;
  if (operator === "<<" || operator === ">>") return shift(operator, left, right, placeholder);
  const type = commonType(left.type, right.type);
  const a = wrap(left.value, type);
  const b = wrap(right.value, type);
  const compared = compare(operator, a, b);
  if (compared !== null) return intValue(intType, truth(compared), { placeholder });
  const pattern = "&|^".includes(operator) && (left.pattern || right.pattern);
  if ((operator === "/" || operator === "%") && b === 0n) {
    if (placeholder !== null) return intValue(type, 0n, { placeholder });
    return { problem: operator === "/" ? "division by zero" : "remainder of a division by zero", type };
  }
  const result = calculate(operator, a, b);
  if (result === null) return { problem: `the operator \`${operator}\` is not possible in a constant`, type };
  return checkRange(result, type, { pattern, placeholder });
}

function compare(operator: string, a: bigint, b: bigint): boolean | null {
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    case "&&":
      return a !== 0n && b !== 0n;
    case "||":
      return a !== 0n || b !== 0n;
    default:
      return null;
  }
}

function calculate(operator: string, a: bigint, b: bigint): bigint | null {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    default:
      return null;
  }
}

/** The result has the promoted left operand's type; shifting into the sign bit is allowed, as GCC does. */
function shift(operator: string, left: IntValue, right: IntValue, placeholder: IntValue["placeholder"]): Outcome {
  const bits = BigInt(left.type.sizeBytes * 8);
  if (right.value < 0n || right.value >= bits) {
    return { problem: `a ${left.type.name} has ${bits} bits and cannot be shifted by ${right.value}`, type: left.type };
  }
  if (operator === ">>") return intValue(left.type, left.value >> right.value, { pattern: left.pattern, placeholder });
  const wide = left.value << right.value;
  if (left.type.signed && !left.pattern && !fits(wide, { ...left.type, signed: false }) && left.value > 0n) {
    return { problem: `the result of the shift does not fit ${left.type.name}`, type: left.type };
  }
  return intValue(left.type, wrap(wide, left.type), { pattern: true, placeholder });
}

function checkRange(result: bigint, type: IntType, from: Partial<IntValue>): Outcome {
  if (!type.signed || fits(result, type)) return intValue(type, wrap(result, type), from);
  const hex = result < 0n ? `-0x${(-result).toString(16)}` : `0x${result.toString(16)}`;
  const better =
    type.sizeBytes === unsignedType.sizeBytes ? "; write one of the constants with the suffix u, or ll" : "";
  return { problem: `the result ${hex} does not fit ${type.name} (${type.sizeBytes * 8} bits)${better}`, type };
}
