/**
 * Macros: their definitions and their expansion (C11 section 6.10.3). Each token of the result still knows where the
 * user wrote it: an argument its own place, a token of a macro's body the place where the outermost macro was used.
 */
import { SourceText } from "../../base/source-text.ts";
import { lexTokens } from "./lexer.ts";
import type { Report } from "./report.ts";
import { builtInFile, isPunctuator, type Place, placeOf, spanOfPlace, type Token } from "./token.ts";

export interface Macro {
  readonly name: string;
  readonly definition: Token;
  /** Null for an object-like macro. The last one is `__VA_ARGS__` (or the name before ...) if `variadic`. */
  readonly parameters: readonly string[] | null;
  readonly variadic: boolean;
  readonly body: readonly Token[];
}

/** Handles a call of a macro that is ours and does more than text: gets the arguments unexpanded, gives the result. */
export type NativeMacro = (call: readonly Token[], macroArguments: readonly (readonly Token[])[]) => Token[];

/** How many tokens one configuration may make by expansion: real ones make a few thousand. */
const expansionLimit = 300_000;
const nestingLimit = 100;

export class MacroTable {
  private readonly macros = new Map<string, Macro>();
  private readonly natives: ReadonlyMap<string, NativeMacro>;
  private readonly report: Report;
  private expanded = 0;
  private gaveUp: { readonly token: Token; readonly what: string } | null = null;

  constructor(report: Report, natives: ReadonlyMap<string, NativeMacro>) {
    this.report = report;
    this.natives = natives;
  }

  has(name: string): boolean {
    return this.macros.has(name) || this.natives.has(name);
  }

  names(): string[] {
    return [...this.macros.keys(), ...this.natives.keys()];
  }

  undefine(name: string): void {
    this.macros.delete(name);
  }

  /** Reads `#define` from the tokens behind it. */
  define(tokens: readonly Token[], directive: Token): void {
    const name = tokens[0];
    if (name === undefined || name.kind !== "identifier") {
      this.report.at("CFG03", name ? [name] : [directive], "#define needs a name", "expected a name");
      return;
    }
    if (name.text === "defined") {
      this.report.at("CFG07", [name], "`defined` cannot be a macro", "this name belongs to the preprocessor");
      return;
    }
    const open = tokens[1];
    if (!isPunctuator(open, "(") || open?.spaceBefore) {
      this.enter({ name: name.text, definition: name, parameters: null, variadic: false, body: tokens.slice(1) });
      return;
    }
    const parsed = this.parameterList(tokens, name);
    if (parsed === null) return;
    const body = tokens.slice(parsed.end);
    const macro = { name: name.text, definition: name, parameters: parsed.parameters, variadic: parsed.variadic, body };
    if (this.bodyIsSound(macro)) this.enter(macro);
  }

  /** Replaces every macro call in `tokens`. */
  expand(tokens: readonly Token[], depth = 0): Token[] {
    const out: Token[] = [];
    const rest = tokens.toReversed();
    for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
      const expandable = token.kind === "identifier" && !token.hidden?.has(token.text);
      const result = expandable && this.withinLimits(token, depth) ? this.replace(token, rest, depth) : null;
      if (result === null) {
        out.push(token);
        continue;
      }
      this.expanded += result.length + 1;
      for (let i = result.length - 1; i >= 0; i--) rest.push(result[i] as Token);
    }
    if (depth === 0) this.reportGivenUp();
    return out;
  }

  private reportGivenUp(): void {
    if (this.gaveUp === null) return;
    const { token, what } = this.gaveUp;
    this.report.at("CFG22", [token], `the macros of this file expand to ${what}`, "gave up here");
    this.gaveUp = null;
  }

  private withinLimits(token: Token, depth: number): boolean {
    if (!this.has(token.text)) return false;
    if (this.expanded === Number.POSITIVE_INFINITY) return false;
    const chain = token.hidden?.size ?? 0;
    if (this.expanded <= expansionLimit && depth <= nestingLimit && chain <= nestingLimit) return true;
    this.giveUp(token, this.expanded > expansionLimit ? `more than ${expansionLimit} tokens` : "too deep a nesting");
    return false;
  }

  private giveUp(token: Token, what: string): void {
    // The calls around the first one that is too much come here, too: the outermost is what the user wrote.
    this.gaveUp = { token, what: this.gaveUp?.what ?? what };
    this.expanded = Number.POSITIVE_INFINITY;
  }

  /**
   * The replacement of one call, whose name was just taken from `rest` (a stack); null when it is no call after all.
   */
  private replace(token: Token, rest: Token[], depth: number): Token[] | null {
    const macro = this.macros.get(token.text);
    if (macro !== undefined && macro.parameters === null) {
      const hidden = new Set(token.hidden ?? []).add(token.text);
      return this.substitute(macro, new Map(), token.use ?? token, hidden, depth);
    }
    if (!isPunctuator(rest.at(-1), "(")) return null;
    const call = this.takeCall(token, rest);
    if (call === null) return null;
    if (macro === undefined) return this.natives.get(token.text)?.(call.tokens, call.macroArguments) ?? null;
    const bound = this.bind(macro, call);
    if (bound === null) return [];
    const last = call.tokens.at(-1) as Token;
    const common = [...(token.hidden ?? [])].filter((name) => last.hidden?.has(name));
    const hidden = new Set(common).add(token.text);
    return this.substitute(macro, bound, token.use ?? placeOfCall(token, last), hidden, depth);
  }

  /** Takes `( ... )` off the stack. Reports and gives null when it has no end. */
  private takeCall(name: Token, rest: Token[]): { tokens: Token[]; macroArguments: Token[][] } | null {
    const tokens = [name, rest.pop() as Token];
    const macroArguments: Token[][] = [[]];
    for (let level = 1; ; ) {
      const token = rest.pop();
      if (token === undefined) {
        this.report.at("CFG07", [name], `the call of macro \`${name.text}\` has no closing parenthesis`, "opened here");
        append(rest, tokens.slice(1).toReversed());
        return null;
      }
      tokens.push(token);
      if (isPunctuator(token, "(")) level++;
      if (isPunctuator(token, ")") && --level === 0) return { tokens, macroArguments };
      if (isPunctuator(token, ",") && level === 1) macroArguments.push([]);
      else macroArguments.at(-1)?.push(token);
    }
  }

  private bind(
    macro: Macro,
    call: { readonly tokens: readonly Token[]; readonly macroArguments: readonly Token[][] },
  ): Map<string, readonly Token[]> | null {
    const parameters = macro.parameters ?? [];
    let given: readonly (readonly Token[])[] = call.macroArguments;
    if (parameters.length === 0 && given.length === 1 && given[0]?.length === 0) given = [];
    if (macro.variadic) {
      const fixed = parameters.length - 1;
      const tail = call.macroArguments.slice(fixed);
      given = [...given.slice(0, fixed), ...(given.length >= fixed ? [this.joinArguments(tail, call.tokens)] : [])];
    }
    if (given.length !== parameters.length) {
      const wanted = `${parameters.length} argument${parameters.length === 1 ? "" : "s"}`;
      const message = `macro \`${macro.name}\` takes ${wanted} but is given ${given.length}`;
      this.report.at("CFG07", call.tokens, message, `expected ${macro.name}(${parameters.join(", ")})`);
      return null;
    }
    return new Map(parameters.map((name, i) => [name, given[i] ?? []]));
  }

  /** The arguments that `...` takes, with the commas between them. */
  private joinArguments(parts: readonly Token[][], call: readonly Token[]): Token[] {
    const comma = call.find((token) => isPunctuator(token, ","));
    return parts.flatMap((part, i) => (i > 0 && comma !== undefined ? [comma, ...part] : part));
  }

  private substitute(
    macro: Macro,
    bound: ReadonlyMap<string, readonly Token[]>,
    use: Place,
    hidden: ReadonlySet<string>,
    depth: number,
  ): Token[] {
    const out: Token[] = [];
    const ready = new Map<string, Token[]>();
    const expandedArgument = (name: string): Token[] => {
      const tokens = ready.get(name) ?? this.expand(bound.get(name) ?? [], depth + 1);
      ready.set(name, tokens);
      return tokens;
    };
    const body = macro.body;
    for (let i = 0; i < body.length; i++) {
      const token = body[i] as Token;
      const next = body[i + 1];
      if (macro.parameters !== null && isPunctuator(token, "#") && next !== undefined) {
        out.push(stringOf(bound.get(next.text) ?? [], { ...token, use }));
        i++;
      } else if (isPunctuator(token, "##") && next !== undefined) {
        const right = bound.get(next.text) ?? [{ ...next, use }];
        this.paste(out, right, { ...token, use });
        i++;
      } else if (bound.has(token.text) && token.kind === "identifier") {
        const verbatim = isPunctuator(next, "##");
        const tokens = verbatim ? (bound.get(token.text) ?? []) : expandedArgument(token.text);
        append(out, verbatim && tokens.length === 0 ? [placemarker({ ...token, use })] : tokens);
      } else out.push({ ...token, use });
      if (out.length + this.expanded > expansionLimit) {
        this.giveUp({ ...token, use }, `more than ${expansionLimit} tokens`);
        return [];
      }
    }
    return out.filter((token) => token.text !== "").map((token) => this.hide(token, hidden));
  }

  private hide(token: Token, hidden: ReadonlySet<string>): Token {
    // Names, and the parenthesis that ends a call: both decide what may be expanded.
    if (token.kind !== "identifier" && token.text !== ")") return token;
    if (token.hidden === null) return { ...token, hidden };
    // Copying names costs memory as tokens do, so it counts as they do.
    this.expanded += (token.hidden.size + hidden.size) >> 2;
    return { ...token, hidden: new Set([...token.hidden, ...hidden]) };
  }

  /** `##`: the last token so far and the first of the right side become one. */
  private paste(out: Token[], right: readonly Token[], operator: Token): void {
    const left = out.pop();
    const first = right[0];
    if (left === undefined) return;
    if (first === undefined) {
      out.push(left);
      return;
    }
    const text = left.text + first.text;
    const made = lexTokens(new SourceText("", text));
    const kind = made[0]?.kind;
    if (text !== "" && (made.length !== 1 || kind === undefined || kind === "stray")) {
      const message = `pasting \`${left.text}\` and \`${first.text}\` with ## gives no token`;
      this.report.at("CFG07", [operator], message, `\`${text}\` is not one token`);
    }
    out.push({ ...left, kind: kind ?? left.kind, text });
    append(out, right.slice(1));
  }

  private parameterList(
    tokens: readonly Token[],
    name: Token,
  ): { parameters: string[]; variadic: boolean; end: number } | null {
    const parameters: string[] = [];
    let variadic = false;
    let i = 2;
    if (isPunctuator(tokens[i], ")")) return { parameters, variadic, end: i + 1 };
    for (; ; i++) {
      const token = tokens[i];
      if (isPunctuator(token, "...")) {
        parameters.push("__VA_ARGS__");
        variadic = true;
      } else if (token?.kind === "identifier" && !parameters.includes(token.text)) {
        parameters.push(token.text);
        if (isPunctuator(tokens[i + 1], "...")) {
          variadic = true;
          i++;
        }
      } else break;
      i++;
      if (isPunctuator(tokens[i], ")")) return { parameters, variadic, end: i + 1 };
      if (!isPunctuator(tokens[i], ",") || variadic) break;
    }
    const bad = tokens[i] ?? name;
    this.report.at("CFG07", [bad], `the parameter list of macro \`${name.text}\` is malformed`, "unexpected here");
    return null;
  }

  private bodyIsSound(macro: Macro): boolean {
    for (const [i, token] of macro.body.entries()) {
      const next = macro.body[i + 1];
      if (isPunctuator(token, "#") && !(next && macro.parameters?.includes(next.text))) {
        this.report.at(
          "CFG07",
          [token],
          "# in a macro must stand before one of its parameters",
          "not a parameter after this",
        );
        return false;
      }
    }
    return true;
  }

  private enter(macro: Macro): void {
    const { body } = macro;
    if (isPunctuator(body[0], "##") || isPunctuator(body.at(-1), "##")) {
      this.report.at("CFG07", [macro.definition], "## cannot begin or end the body of a macro", "in this definition");
      return;
    }
    const earlier = this.macros.get(macro.name);
    if (earlier !== undefined && earlier.definition.source.file !== builtInFile && !sameMacro(earlier, macro)) {
      const again = { ...spanOfPlace(earlier.definition), text: "first defined here" };
      const now = { ...spanOfPlace(macro.definition), text: "defined differently here" };
      this.report.add("CFG28", `macro \`${macro.name}\` is defined again, with another meaning`, [now, again]);
    }
    this.macros.set(macro.name, macro);
  }
}

function sameMacro(a: Macro, b: Macro): boolean {
  return spell(a.body) === spell(b.body) && a.parameters?.join() === b.parameters?.join();
}

function placeOfCall(name: Token, last: Token): Place {
  const end = placeOf(last);
  if (end.source !== name.source || end.end < name.end) return name;
  return { source: name.source, start: name.start, end: end.end };
}

/** Appends without spreading, which would overflow the stack on long lists. */
export function append(out: Token[], tokens: readonly Token[]): void {
  for (const token of tokens) out.push(token);
}

function placemarker(token: Token): Token {
  return { ...token, kind: "punctuator", text: "" };
}

function stringOf(tokens: readonly Token[], hash: Token): Token {
  return { ...hash, kind: "string", text: `"${spell(tokens).replace(/["\\]/g, "\\$&")}"` };
}

/** The text of tokens with single spaces where there was any. */
export function spell(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (token.spaceBefore && i > 0 ? ` ${token.text}` : token.text)).join("");
}
