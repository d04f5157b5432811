/**
 * The syntax tree of preprocessed text. tree-sitter's C grammar does the parsing; its tree is copied into plain nodes
 * that know their tokens, and with them the user's text. Literals are handed over as stand-ins, since only their kind
 * matters here.
 */
import { createRequire } from "node:module";
import { Language, Parser, type TreeCursor } from "web-tree-sitter";
import type { Label } from "../../base/diagnostic.ts";
import type { Report } from "./report.ts";
import { findSlip, insertAfter, type Slip } from "./slip.ts";
import { isPunctuator, labelsOf, placeOf, spanOfPlace, type Token } from "./token.ts";

export class SyntaxNode {
  /** The grammar's name for it: `binary_expression`, `{`, `ERROR`, ... */
  readonly kind: string;
  readonly named: boolean;
  /** The grammar's name for its role in its parent: `left`, `value`, ... */
  readonly role: string | null;
  readonly missing: boolean;
  readonly children: SyntaxNode[] = [];
  private readonly all: readonly Token[];
  private readonly first: number;
  private readonly end: number;

  constructor(
    what: { kind: string; named: boolean; role: string | null; missing: boolean },
    all: readonly Token[],
    first: number,
    end: number,
  ) {
    this.kind = what.kind;
    this.named = what.named;
    this.role = what.role;
    this.missing = what.missing;
    this.all = all;
    this.first = first;
    this.end = end;
  }

  get tokens(): readonly Token[] {
    return this.all.slice(this.first, this.end);
  }

  get firstToken(): Token | undefined {
    return this.first < this.end ? this.all[this.first] : undefined;
  }

  /** The token just before this node: what the user sees when something is missing. */
  get tokenBefore(): Token | undefined {
    return this.all[this.first - 1];
  }

  /** The text of its first token: the whole text of names, literals and operators. */
  get text(): string {
    return this.firstToken?.text ?? "";
  }

  /** The tokens before this node, back to the end of the statement before. */
  get statementBefore(): readonly Token[] {
    let from = this.first;
    while (from > 0 && !isPunctuator(this.all[from - 1], ";")) from--;
    return this.all.slice(from, this.first);
  }

  /** One of the usual slips in or just before this node. */
  get slip(): Slip | null {
    return findSlip(this.all, Math.max(0, this.first - 3), this.end + 2);
  }

  /** The token at or after the place where this node would begin. */
  get tokenAfter(): Token | undefined {
    return this.all[this.first];
  }

  child(role: string): SyntaxNode | undefined {
    return this.children.find((node) => node.role === role);
  }

  childrenOf(role: string): SyntaxNode[] {
    return this.children.filter((node) => node.role === role);
  }

  get namedChildren(): SyntaxNode[] {
    return this.children.filter((node) => node.named);
  }

  firstOf(kind: string): SyntaxNode | undefined {
    return this.children.find((node) => node.kind === kind);
  }
}

const nestingLimit = 200;
const tokenLimit = 300_000;
/** More do not help anyone. */
const syntaxErrorLimit = 20;

/** A parser that is ready; get one with `loadCParser`. */
export class CParser {
  private readonly parser: Parser;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  /** The tree of a whole text; null when it is no C, with the reasons in `report`. */
  parseFile(tokens: readonly Token[], report: Report): SyntaxNode | null {
    if (!bracketsMatch(tokens, report)) return null;
    const root = this.parse(tokens);
    if (root === null) {
      report.at("CFG22", tokens.slice(0, 1), "this text is too large or too broken to be read", "gave up");
      return null;
    }
    const errors = syntaxErrors(root);
    for (const error of errors.slice(0, syntaxErrorLimit)) reportSyntaxError(error, report);
    return errors.length === 0 ? root : null;
  }

  /** The tree of one expression (of an #if line); null when it is none. */
  parseExpression(tokens: readonly Token[]): SyntaxNode | null {
    const first = tokens[0];
    if (first === undefined) return null;
    const made = (text: string, kind: Token["kind"] = "punctuator"): Token => ({ ...first, kind, text });
    const around = [made("int", "identifier"), made("x", "identifier"), made("="), made("(")];
    let level = 0;
    for (const token of tokens) {
      if (isPunctuator(token, "(")) level++;
      if (isPunctuator(token, ")") && --level < 0) return null;
      if (level > nestingLimit) return null;
    }
    const root = this.parse([...around, ...tokens, made(")"), made(";")]);
    if (root === null || syntaxErrors(root).length > 0) return null;
    const value = root.namedChildren[0]?.firstOf("init_declarator")?.child("value");
    const inner = value?.kind === "parenthesized_expression" ? value.namedChildren[0] : undefined;
    return root.namedChildren.length === 1 && inner !== undefined ? inner : null;
  }

  private parse(tokens: readonly Token[]): SyntaxNode | null {
    if (tokens.length > tokenLimit) return null;
    const typeNames = typedefNames(tokens);
    const starts: number[] = [];
    const pieces: string[] = [];
    let offset = 0;
    for (const [i, token] of tokens.entries()) {
      const text = standIn(token, tokens[i - 1], tokens[i + 1], typeNames);
      starts.push(offset);
      pieces.push(text);
      offset += text.length + 1;
    }
    // The parser calls back about every hundred steps; sound text needs a few steps per token.
    let calls = 0;
    const callLimit = 2_000 + tokens.length * 4;
    const tree = this.parser.parse(pieces.join(" "), null, { progressCallback: () => ++calls > callLimit });
    if (tree === null) {
      this.parser.reset();
      return null;
    }
    const cursor = tree.walk();
    const root = copyTree(cursor, tokens, starts);
    cursor.delete();
    tree.delete();
    return root;
  }
}

let loading: Promise<CParser> | null = null;

/** Loads the grammar that the npm package tree-sitter-c ships, once per process. */
export function loadCParser(): Promise<CParser> {
  loading ??= (async () => {
    await Parser.init();
    const path = createRequire(import.meta.url).resolve("tree-sitter-c/tree-sitter-c.wasm");
    const parser = new Parser();
    parser.setLanguage(await Language.load(path));
    return new CParser(parser);
  })();
  return loading;
}

/** Types of the hypervisor's headers under which the grammar cannot guess that they are types. */
const headerTypeNames = ["irqid_t", "paddr_t", "vaddr_t", "colormap_t", "cpumap_t", "vmid_t", "cpuid_t", "streamid_t"];

function typedefNames(tokens: readonly Token[]): Set<string> {
  const names = new Set(headerTypeNames);
  for (const [i, token] of tokens.entries()) {
    if (token.text !== "typedef") continue;
    let level = 0;
    let name: string | null = null;
    for (let j = i + 1; j < tokens.length; j++) {
      const next = tokens[j] as Token;
      if (level === 0 && (isPunctuator(next, ";") || isPunctuator(next, ","))) {
        if (name !== null) names.add(name);
        if (next.text === ";") break;
      }
      if ("{[(".includes(next.text)) level++;
      else if ("}])".includes(next.text)) level--;
      else if (level === 0 && next.kind === "identifier") name = next.text;
    }
  }
  return names;
}

/**
 * `(name) - 1` is a cast or a subtraction depending on what the name is: the grammar is told by a type name it knows.
 */
function standIn(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  typeNames: ReadonlySet<string>,
): string {
  switch (token.kind) {
    case "number":
    case "placeholder":
      return "0";
    case "string":
      return '""';
    case "character":
      return "'0'";
    default:
      if (!typeNames.has(token.text)) return token.text;
      return isPunctuator(before, "(") && isPunctuator(after, ")") ? "size_t" : token.text;
  }
}

function copyTree(cursor: TreeCursor, tokens: readonly Token[], starts: readonly number[]): SyntaxNode {
  const path: SyntaxNode[] = [];
  const copy = (): SyntaxNode => {
    const first = tokenAt(starts, cursor.startIndex);
    const end = cursor.endIndex > cursor.startIndex ? tokenAt(starts, cursor.endIndex) : first;
    const missing = cursor.nodeIsMissing;
    const what = { kind: cursor.nodeType, named: cursor.nodeIsNamed, role: cursor.currentFieldName, missing };
    const node = new SyntaxNode(what, tokens, first, end);
    path.at(-1)?.children.push(node);
    return node;
  };
  const root = copy();
  path.push(root);
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    const node = copy();
    path.push(node);
    if (cursor.gotoFirstChild()) continue;
    path.pop();
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent() || path.length <= 1) return root;
      path.pop();
    }
  }
}

/** Index of the first token that starts at or after a text offset. */
function tokenAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const partners: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function bracketsMatch(tokens: readonly Token[], report: Report): boolean {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "punctuator") continue;
    if (token.text === "(" || token.text === "[" || token.text === "{") {
      open.push(token);
      if (open.length > nestingLimit) {
        report.at("CFG22", [token], `brackets are nested more than ${nestingLimit} deep`, "gave up here");
        return false;
      }
    }
    const wanted = partners[token.text];
    if (wanted === undefined) continue;
    const last = open.pop();
    if (last?.text === wanted) continue;
    const message =
      last === undefined ? `\`${token.text}\` closes nothing` : `\`${token.text}\` does not close \`${last.text}\``;
    const labels: Label[] = [{ ...spanOfPlace(placeOf(token)), text: last === undefined ? "here" : "unexpected here" }];
    if (last !== undefined) labels.push({ ...spanOfPlace(placeOf(last)), text: "this is still open" });
    report.add("CFG01", message, labels);
    return false;
  }
  const last = open.at(-1);
  if (last === undefined) return true;
  report.at("CFG01", [last], `\`${last.text}\` is never closed`, "opened here");
  return false;
}

/** Missing pieces and the innermost pieces that do not fit. */
function syntaxErrors(root: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const rest = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.missing || node.kind === "ERROR") found.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) rest.push(node.children[i] as SyntaxNode);
  }
  return found.filter((node) => !node.children.some(holdsError));
}

function holdsError(node: SyntaxNode): boolean {
  const rest = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.missing || next.kind === "ERROR") return true;
    for (const child of next.children) rest.push(child);
  }
  return false;
}

/** A declaration to which only its semicolon is lacking; a word that is half written is not mended by one. */
const isWhole = (statement: readonly Token[]): boolean =>
  statement[0]?.text === "typedef" ||
  isPunctuator(statement.at(-1), "}") ||
  statement.slice(1, -1).some((one) => isPunctuator(one, "="));

function reportSyntaxError(node: SyntaxNode, report: Report): void {
  const { tokens, slip } = node;
  if (slip !== null) return report.at("CFG01", [slip.token], slip.message, slip.label, [], slip.fix);
  if (node.missing || tokens.length === 0) {
    const before = node.tokenBefore;
    const what = node.kind === "identifier" ? "a value or name" : node.missing ? `\`${node.kind}\`` : "more";
    if (before === undefined) {
      const after = node.tokenAfter;
      return report.at("CFG01", after === undefined ? [] : [after], `expected ${what}`, `expected ${what} before this`);
    }
    const labels = labelsOf([before], `expected ${what} after this`);
    const isSure = node.kind === "," || (node.kind === ";" && isWhole(node.statementBefore));
    const fix = isSure ? insertAfter(before, node.kind) : null;
    return report.add("CFG01", `expected ${what} after \`${before.text}\``, labels, [], fix);
  }
  const shown = tokens.slice(0, 8);
  const text = shown.map((token) => token.text).join(" ") + (tokens.length > 8 ? " ..." : "");
  const before = node.tokenBefore;
  const help = before === undefined ? [] : [`look at what stands before it, too: \`${before.text}\``];
  report.at("CFG01", shown, `cannot make sense of \`${text}\``, "not C here", help);
}
