/** C integer expressions between parentheses of a device tree, in 64 unsigned bits as `dtc` computes them. */
import type { Token } from "../crosscon-c/token.ts";

const precedence: Readonly<Record<string, number>> = {
  ...{ "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6 },
  ...{ "<": 7, ">": 7, "<=": 7, ">=": 7, "<<": 8, ">>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10 },
};

const wide = (value: bigint): bigint => BigInt.asUintN(64, value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

const binary: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  "||": (a, b) => truth(a !== 0n || b !== 0n),
  "&&": (a, b) => truth(a !== 0n && b !== 0n),
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "&": (a, b) => a & b,
  "==": (a, b) => truth(a === b),
  "!=": (a, b) => truth(a !== b),
  "<": (a, b) => truth(a < b),
  ">": (a, b) => truth(a > b),
  "<=": (a, b) => truth(a <= b),
  ">=": (a, b) => truth(a >= b),
  "<<": (a, b) => (b > 63n ? 0n : wide(a << b)),
  ">>": (a, b) => (b > 63n ? 0n : a >> b),
  "+": (a, b) => wide(a + b),
  "-": (a, b) => wide(a - b),
  "*": (a, b) => wide(a * b),
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

const nestingLimit = 100;

/** What an expression is worth, or the token that spoils it and why. */
export type Evaluated = { readonly value: bigint } | { readonly at: Token | undefined; readonly problem: string };

/** The value of a number or a character; null for anything else. */
export function literalValue(token: Token): bigint | null {
  if (token.kind === "number") {
    const digits = token.text.replace(/[uUlL]*$/, "");
    if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^(0|[1-9][0-9]*)$/.test(digits)) return BigInt(digits);
    return /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : null;
  }
  if (token.kind !== "character") return null;
  const letter = /^'\\(n|r|t|0|\\|')'$/.exec(token.text)?.[1];
  if (letter !== undefined) return BigInt("\n\r\t\0\\'".charCodeAt("nrt0\\'".indexOf(letter)));
  return token.text.length === 3 ? BigInt(token.text.charCodeAt(1)) : null;
}

class Expression {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Evaluated {
    const result = this.ternary(0);
    if ("problem" in result || this.at === this.tokens.length) return result;
    return this.wrong("an operator is missing here");
  }

  private isNext(text: string): boolean {
    return this.tokens[this.at]?.text === text;
  }

  private wrong(problem: string): Evaluated {
    return { at: this.tokens[this.at] ?? this.tokens.at(-1), problem };
  }

  private ternary(depth: number): Evaluated {
    const condition = this.binary(1, depth);
    if ("problem" in condition || !this.isNext("?")) return condition;
    this.at++;
    const yes = this.ternary(depth + 1);
    if ("problem" in yes) return yes;
    if (!this.isNext(":")) return this.wrong("`?` needs a `:`");
    this.at++;
    const no = this.ternary(depth + 1);
    if ("problem" in no) return no;
    return condition.value !== 0n ? yes : no;
  }

  private binary(least: number, depth: number): Evaluated {
    let left = this.unary(depth);
    for (;;) {
      if ("problem" in left) return left;
      const operator = this.tokens[this.at]?.text ?? "";
      const level = precedence[operator];
      if (level === undefined || level < least) return left;
      this.at++;
      const right = this.binary(level + 1, depth + 1);
      if ("problem" in right) return right;
      if ((operator === "/" || operator === "%") && right.value === 0n) return this.wrong("this divides by zero");
      left = { value: binary[operator]?.(left.value, right.value) ?? 0n };
    }
  }

  private unary(depth: number): Evaluated {
    if (depth > nestingLimit) return this.wrong("this expression is nested too deeply");
    const token = this.tokens[this.at];
    if (token === undefined) return this.wrong("a number is missing here");
    this.at++;
    if (token.text === "(") {
      const inner = this.ternary(depth + 1);
      if ("problem" in inner) return inner;
      if (!this.isNext(")")) return this.wrong("a `)` is missing here");
      this.at++;
      return inner;
    }
    if (token.text === "-" || token.text === "~" || token.text === "!" || token.text === "+") {
      const inner = this.unary(depth + 1);
      if ("problem" in inner) return inner;
      if (token.text === "!") return { value: truth(inner.value === 0n) };
      return { value: wide(token.text === "-" ? -inner.value : token.text === "~" ? ~inner.value : inner.value) };
    }
    const value = literalValue(token);
    if (value !== null) return { value };
    return { at: token, problem: token.kind === "identifier" ? "no such macro" : "this is no number" };
  }
}

export const evaluate = (tokens: readonly Token[]): Evaluated => new Expression(tokens).read();
