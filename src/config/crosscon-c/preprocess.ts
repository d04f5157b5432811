/** The preprocessor (C11 section 6.10) for a configuration and the user's files it includes. */
import { dirname, isAbsolute, join } from "node:path";
import { SourceText } from "../../base/source-text.ts";
import { didYouMean } from "../../base/suggest.ts";
import { builtInMacros, configHeaders, knownHeaders } from "./headers.ts";
import { lexTokens } from "./lexer.ts";
import { append, MacroTable, type NativeMacro, spell } from "./macro.ts";
import type { Report } from "./report.ts";
import { builtInFile, isPunctuator, type Token } from "./token.ts";

/** Reads an included text; null when there is no such file. Paths are as the user's, relative to the same folder. */
export type ReadText = (path: string) => string | null;

/** Evaluates the expression of an #if line; null when it has no value (already reported). */
export type EvaluateCondition = (tokens: readonly Token[], directive: Token) => bigint | null;

/** A file that VM_IMAGE embeds into the hypervisor's image. */
export interface EmbeddedImage {
  readonly name: string;
  /** As written: relative to wherever the hypervisor was built. */
  readonly path: string;
  readonly pathTokens: readonly Token[];
  readonly nameToken: Token;
}

export interface Preprocessed {
  readonly tokens: readonly Token[];
  readonly images: ReadonlyMap<string, EmbeddedImage>;
  readonly includesConfigHeader: boolean;
  readonly macroNames: readonly string[];
}

export interface PreprocessOptions {
  readonly report: Report;
  readonly readText: ReadText;
  readonly evaluate: EvaluateCondition;
  /** Macros from outside, as `-D` gives them to a compiler. */
  readonly defines: Readonly<Record<string, string>>;
  /**
   * What the text is besides its directives. A device tree has names that begin with `#` and characters that are no C,
   * and its headers come from folders, not from a compiler. Default: C.
   */
  readonly language?: "c" | DeviceTreeLanguage;
}

export interface DeviceTreeLanguage {
  /** Where files in angle brackets are looked for, and those in quotes that are not beside the text. */
  readonly includeFolders: readonly string[];
}

export const textLimit = 1 << 20;
const includeLimit = 500;

export function preprocess(source: SourceText, options: PreprocessOptions): Preprocessed {
  return new Preprocessor(options).run(source);
}

interface Conditional {
  readonly directive: Token;
  readonly outerActive: boolean;
  active: boolean;
  taken: boolean;
  sawElse: boolean;
}

const conditionalDirectives = ["if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif"];
const otherDirectives = ["define", "undef", "include", "error", "warning", "pragma", "line", "ident"];

class Preprocessor {
  private readonly options: PreprocessOptions;
  private readonly report: Report;
  private readonly macros: MacroTable;
  private readonly images = new Map<string, EmbeddedImage>();
  private readonly out: Token[] = [];
  private readonly onlyOnce = new Set<string>();
  /** Null for C. */
  private readonly tree: DeviceTreeLanguage | null;
  private includesConfigHeader = false;
  private includeCount = 0;

  constructor(options: PreprocessOptions) {
    this.options = options;
    this.report = options.report;
    this.tree = options.language === undefined || options.language === "c" ? null : options.language;
    const image: NativeMacro = (call, given) => this.embedImage(call, given);
    this.macros = new MacroTable(options.report, this.tree === null ? new Map([["VM_IMAGE", image]]) : new Map());
  }

  run(source: SourceText): Preprocessed {
    if (this.tree === null) this.readLines(new SourceText(builtInFile, builtInMacros), []);
    const defines = Object.entries(this.options.defines).map(([name, value]) => `#define ${name} ${value}\n`);
    this.readLines(new SourceText(builtInFile, defines.join("")), []);
    this.readFile(source, []);
    return {
      tokens: this.out,
      images: this.images,
      includesConfigHeader: this.includesConfigHeader,
      macroNames: this.macros.names(),
    };
  }

  private readFile(source: SourceText, chain: readonly string[]): void {
    if (source.text.length > textLimit) {
      const label = { ...source.spanOf(0, 0), text: `${source.text.length} characters` };
      this.report.add("CFG22", `${source.file} is larger than ${textLimit} characters`, [label]);
      return;
    }
    const zero = source.text.indexOf("\0");
    if (zero >= 0) {
      const label = { ...source.spanOf(zero, zero + 1), text: "a zero byte" };
      this.report.add("CFG02", `${source.file} is no text`, [label], ["give the source, not what was built from it"]);
      return;
    }
    this.readLines(source, [...chain, source.file]);
  }

  private readLines(source: SourceText, chain: readonly string[]): void {
    const tokens = lexTokens(source);
    const conditionals: Conditional[] = [];
    let pending: Token[] = [];
    for (let i = 0; i < tokens.length; ) {
      let end = i + 1;
      while (end < tokens.length && !tokens[end]?.lineStart) end++;
      const line = tokens.slice(i, end);
      i = end;
      if (isPunctuator(line[0], "#") && this.isDirective(line[1])) {
        // A condition may stand among the arguments of a macro call: only what changes macros ends the text before it.
        if (!conditionalDirectives.includes(line[1]?.text ?? "")) {
          this.flush(pending);
          pending = [];
        }
        this.directive(line, conditionals, chain);
      } else if (conditionals.at(-1)?.active ?? true) append(pending, line);
    }
    this.flush(pending);
    for (const open of conditionals) {
      this.report.at("CFG03", [open.directive], `#${open.directive.text} has no #endif`, "opened here");
    }
  }

  private isDirective(name: Token | undefined): boolean {
    if (this.tree === null) return true;
    if (name === undefined || name.spaceBefore) return name === undefined || name.kind === "number";
    return conditionalDirectives.includes(name.text) || otherDirectives.includes(name.text);
  }

  private flush(pending: readonly Token[]): void {
    // What is wrong in a device tree is for its own reader to say.
    if (this.tree !== null) return append(this.out, this.macros.expand(pending));
    const sound = pending.filter((token) => {
      if (token.kind === "stray") this.report.at("CFG02", [token], token.problem ?? "this is no C token", "here");
      return token.kind !== "stray";
    });
    append(this.out, this.macros.expand(sound));
  }

  private directive(line: readonly Token[], conditionals: Conditional[], chain: readonly string[]): void {
    const name = line[1];
    if (name === undefined) return;
    const rest = line.slice(2);
    if (conditionalDirectives.includes(name.text)) return this.conditional(name, rest, conditionals);
    if (!(conditionals.at(-1)?.active ?? true)) return;
    const message = textBehind(name, rest);
    if (name.kind === "number") return;
    switch (name.text) {
      case "define":
        return this.macros.define(this.soundTokens(rest), name);
      case "undef":
        if (rest[0]?.kind === "identifier") return this.macros.undefine(rest[0].text);
        return this.report.at("CFG03", [name], "#undef needs a name", "here");
      case "include":
        return this.include(name, rest, chain);
      case "error":
        return this.report.at("CFG04", [name, ...rest], `#error: ${message}`, "reached here");
      case "warning":
        return this.report.at("CFG27", [name, ...rest], `#warning: ${message}`, "reached here");
      case "pragma":
        if (rest[0]?.text === "once") this.onlyOnce.add(name.source.file);
        return;
      case "line":
      case "ident":
        return;
      default: {
        const known = [...conditionalDirectives, ...otherDirectives];
        const help = didYouMean(name.text, known);
        return this.report.at("CFG03", [name], `#${name.text} is no directive`, "unknown", help);
      }
    }
  }

  private soundTokens(tokens: readonly Token[]): readonly Token[] {
    const bad = tokens.find((token) => token.kind === "stray");
    if (bad !== undefined) this.report.at("CFG02", [bad], bad.problem ?? "this is no C token", "here");
    return tokens.filter((token) => token.kind !== "stray");
  }

  private conditional(name: Token, rest: readonly Token[], stack: Conditional[]): void {
    if (name.text === "if" || name.text === "ifdef" || name.text === "ifndef") {
      const outerActive = stack.at(-1)?.active ?? true;
      const active = outerActive && this.test(name, rest);
      stack.push({ directive: name, outerActive, active, taken: active, sawElse: false });
      return;
    }
    const open = stack.at(-1);
    if (open === undefined) {
      this.report.at("CFG03", [name], `#${name.text} without an #if before it`, "nothing to continue or to end");
      return;
    }
    if (name.text === "endif") {
      stack.pop();
      return;
    }
    if (open.sawElse) {
      const first = {
        ...name.source.spanOf(open.directive.start, open.directive.end),
        text: "this one has its #else already",
      };
      const here = { ...name.source.spanOf(name.start, name.end), text: "comes after #else" };
      this.report.add("CFG03", `#${name.text} after #else`, [here, first]);
    }
    if (name.text === "else") {
      open.sawElse = true;
      open.active = open.outerActive && !open.taken;
    } else open.active = open.outerActive && !open.taken && this.test(name, rest);
    open.taken ||= open.active;
  }

  private test(name: Token, rest: readonly Token[]): boolean {
    if (name.text.endsWith("def")) {
      const what = rest[0];
      if (what?.kind === "identifier") return this.macros.has(what.text) !== name.text.endsWith("ndef");
      this.report.at("CFG03", [name], `#${name.text} needs a name`, "here");
      return false;
    }
    if (rest.length === 0) {
      this.report.at("CFG03", [name], `#${name.text} needs a condition`, "here");
      return false;
    }
    const value = this.options.evaluate(this.conditionTokens(rest), name);
    return value !== null && value !== 0n;
  }

  /** `defined` answered, macros expanded, and every name that is left is 0 (C11 section 6.10.1). */
  private conditionTokens(rest: readonly Token[]): Token[] {
    const answered: Token[] = [];
    const tokens = this.soundTokens(rest);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const bracket = isPunctuator(tokens[i + 1], "(");
      const what = tokens[bracket ? i + 2 : i + 1];
      if (token.text !== "defined" || what?.kind !== "identifier") {
        answered.push(token);
        continue;
      }
      answered.push({ ...token, kind: "number", text: this.macros.has(what.text) ? "1" : "0" });
      i += bracket ? 3 : 1;
    }
    const expanded = this.macros.expand(answered);
    return expanded.map((token) => {
      if (token.kind !== "identifier") return token;
      return { ...token, kind: "number", text: token.text === "true" ? "1" : "0" };
    });
  }

  private include(name: Token, rest: readonly Token[], chain: readonly string[]): void {
    const tokens = rest[0]?.kind === "identifier" ? this.macros.expand(rest) : rest;
    const first = tokens[0];
    const quoted = first?.kind === "string" ? first.text.slice(1, -1) : null;
    const angle = quoted === null ? /^<([^>]+)>/.exec(spell(tokens))?.[1] : undefined;
    const wanted = quoted ?? angle;
    if (wanted === undefined || wanted === "") {
      this.report.at("CFG03", [name, ...rest], '#include needs "file" or <header>', "here");
      return;
    }
    if (this.tree !== null) return this.includeForTree(tokens, wanted, quoted !== null, chain, this.tree);
    const from = dirname(tokens[0]?.source.file ?? "");
    if (quoted !== null && this.includeUserFile(tokens, isAbsolute(quoted) ? quoted : join(from, quoted), chain))
      return;
    if (configHeaders.includes(wanted)) this.includesConfigHeader = true;
    if (knownHeaders.includes(wanted)) return;
    const message = quoted === null ? `the header <${wanted}> is not known here` : `cannot read "${wanted}"`;
    const where = `built-in headers: ${knownHeaders.map((header) => `<${header}>`).join(", ")}`;
    const beside = `looked for ${join(dirname(name.source.file), wanted)}`;
    const help = [...didYouMean(wanted, knownHeaders), quoted === null ? where : beside];
    this.report.at("CFG05", tokens, message, "included here", help);
  }

  private includeForTree(
    tokens: readonly Token[],
    wanted: string,
    isQuoted: boolean,
    chain: readonly string[],
    { includeFolders }: DeviceTreeLanguage,
  ): void {
    const beside = isQuoted ? [dirname(tokens[0]?.source.file ?? "")] : [];
    const folders = [...beside, ...includeFolders];
    const paths = isAbsolute(wanted) ? [wanted] : folders.map((folder) => join(folder, wanted));
    if (paths.some((path) => this.includeUserFile(tokens, path, chain))) return;
    const looked = folders.length === 0 ? "there is no folder to look in" : `looked in: ${folders.join(", ")}`;
    this.report.at("CFG05", tokens, `cannot find ${isQuoted ? `"${wanted}"` : `<${wanted}>`}`, "included here", [
      looked,
      "the merged `zephyr.dts` of a build directory needs no includes",
    ]);
  }

  /** True when the file was dealt with, well or badly. */
  private includeUserFile(tokens: readonly Token[], path: string, chain: readonly string[]): boolean {
    if (this.onlyOnce.has(path)) return true;
    // A guarded header may include itself once, to no effect; a third time means that nothing stops it.
    if (chain.filter((file) => file === path).length >= 2) {
      const circle = [...chain.slice(chain.indexOf(path), chain.lastIndexOf(path)), path].join(" -> ");
      this.report.at("CFG06", tokens, `${path} includes itself without end`, "included again here", [circle]);
      return true;
    }
    if (++this.includeCount > includeLimit) {
      this.report.at("CFG22", tokens, `more than ${includeLimit} files are included`, "gave up here");
      return true;
    }
    const text = this.options.readText(path);
    if (text === null) return false;
    this.readFile(new SourceText(path, text), chain);
    return true;
  }

  /** VM_IMAGE(name, path): nothing is left in the text but the embedded file is known by its name. */
  private embedImage(call: readonly Token[], given: readonly (readonly Token[])[]): Token[] {
    const nameToken = given[0]?.[0];
    const pathTokens = this.macros.expand(given.slice(1).flat());
    if (given.length < 2 || nameToken?.kind !== "identifier" || pathTokens.length === 0) {
      const message = "VM_IMAGE needs a name and the path of a file";
      this.report.at("CFG25", call, message, "expected VM_IMAGE(name, path)");
      return [];
    }
    const earlier = this.images.get(nameToken.text);
    if (earlier !== undefined) {
      this.report.at("CFG25", [nameToken], `the image name \`${nameToken.text}\` is used twice`, "second use");
    }
    const strings = pathTokens.every((token) => token.kind === "string");
    const path = strings ? pathTokens.map((token) => token.text.slice(1, -1)).join("") : spell(pathTokens);
    this.images.set(nameToken.text, { name: nameToken.text, path, pathTokens, nameToken });
    return [];
  }
}

function textBehind(name: Token, rest: readonly Token[]): string {
  const last = rest.at(-1);
  return last === undefined ? "" : name.source.text.slice(name.end, last.end).trim();
}
