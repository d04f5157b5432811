/** Expressions of C as people write them into a watch window or a condition: without assignments and calls. */

export type Expression =
  | { readonly kind: "number"; readonly value: bigint; readonly unsigned: boolean }
  /** Also `VM:name`. */
  | { readonly kind: "name"; readonly name: string }
  /** `$r0`. */
  | { readonly kind: "register"; readonly name: string }
  | { readonly kind: "member"; readonly of: Expression; readonly name: string; readonly through: boolean }
  | { readonly kind: "index"; readonly of: Expression; readonly index: Expression }
  | { readonly kind: "unary"; readonly sign: string; readonly of: Expression }
  | { readonly kind: "cast"; readonly type: TypeName; readonly of: Expression }
  | { readonly kind: "binary"; readonly sign: string; readonly left: Expression; readonly right: Expression };

/** `unsigned char **`, `struct thread *`. */
export interface TypeName {
  readonly name: string;
  readonly stars: number;
}

const tokenPattern = new RegExp(
  [
    /\s+|0[xX][\da-fA-F]+[uUlL]*|\d+[uUlL]*|'(?:[^'\\]|\\.)'/,
    /\$?[A-Za-z_]\w*(?::[A-Za-z_]\w*)?/,
    /->|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^~!<>()[\].]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);

/** Null where the text is no such expression. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const expression = reader.binary(0);
  return reader.isAtEnd ? expression : null;
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  for (let at = 0; at < text.length; ) {
    tokenPattern.lastIndex = at;
    const [token] = tokenPattern.exec(text) ?? [];
    if (token === undefined) return null;
    if (token.trim() !== "") tokens.push(token);
    at += token.length;
  }
  return tokens.length > tokenLimit ? null : tokens;
}

/** Nobody types more; the reader below calls itself. */
const tokenLimit = 200;

/** From the weakest to the strongest. */
const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

const plainWords: readonly string[] = ["unsigned", "signed", "char", "short", "int", "long"];
const isTypeWord = (word: string | undefined): boolean =>
  word !== undefined && (plainWords.includes(word) || /^u?int(8|16|32|64)_t$|^s?size_t$|^uintptr_t$|^bool$/.test(word));

/** Every method answers null where the text does not go on as it would have to. */
class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  binary(level: number): Expression | null {
    const signs = levels[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const sign = this.tokens[this.at];
      if (left === null || sign === undefined || !signs.includes(sign)) return left;
      this.at++;
      const right = this.binary(level + 1);
      left = right === null ? null : { kind: "binary", sign, left, right };
    }
  }

  private unary(): Expression | null {
    const sign = this.tokens[this.at];
    if (sign !== undefined && ["*", "&", "-", "+", "!", "~"].includes(sign)) {
      this.at++;
      const of = this.unary();
      return of === null ? null : { kind: "unary", sign, of };
    }
    const type = this.castType();
    if (type === null) return this.postfix();
    const of = this.unary();
    return of === null ? null : { kind: "cast", type, of };
  }

  /** `(unsigned char *)`, `(struct thread *)`; what is no type stays where it is. */
  private castType(): TypeName | null {
    const begin = this.at;
    if (!this.take("(")) return null;
    const words: string[] = [];
    if (["struct", "union", "enum"].includes(this.tokens[this.at] ?? "")) {
      this.at++;
      words.push(this.tokens[this.at++] ?? "");
    } else while (isTypeWord(this.tokens[this.at])) words.push(this.tokens[this.at++] as string);
    let stars = 0;
    while (words.length > 0 && this.take("*")) stars++;
    if (words.length > 0 && this.take(")")) return { name: words.join(" "), stars };
    this.at = begin;
    return null;
  }

  private postfix(): Expression | null {
    let of = this.primary();
    for (;;) {
      if (of === null) return null;
      if (this.take("[")) {
        const index = this.binary(0);
        if (index === null || !this.take("]")) return null;
        of = { kind: "index", of, index };
        continue;
      }
      const through = this.take("->");
      if (!through && !this.take(".")) return of;
      const name = this.tokens[this.at++];
      if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return null;
      of = { kind: "member", of, name, through };
    }
  }

  private primary(): Expression | null {
    if (this.take("(")) {
      const inner = this.binary(0);
      return inner !== null && this.take(")") ? inner : null;
    }
    const token = this.tokens[this.at++];
    if (token === undefined) return null;
    if (/^\d/.test(token))
      return { kind: "number", value: BigInt(token.replace(/[uUlL]+$/, "")), unsigned: /u/i.test(token) };
    if (token.startsWith("'")) return { kind: "number", value: characterOf(token), unsigned: false };
    if (token.startsWith("$")) return { kind: "register", name: token.slice(1) };
    return /^[A-Za-z_]/.test(token) ? { kind: "name", name: token } : null;
  }

  private take(token: string): boolean {
    const isIt = this.tokens[this.at] === token;
    if (isIt) this.at++;
    return isIt;
  }
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, "0": 0 };

function characterOf(token: string): bigint {
  const inner = token.slice(1, -1);
  const code = inner.startsWith("\\") ? (escapes[inner[1] ?? ""] ?? inner.charCodeAt(1)) : inner.charCodeAt(0);
  return BigInt(code);
}
