/** Puts the tokens of a device tree together into a tree; later text amends what earlier text said. */
import { InputError, type Span } from "../../base/diagnostic.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { Report } from "../crosscon-c/report.ts";
import { placeOf, spanOfTokens, type Token } from "../crosscon-c/token.ts";
import { evaluate, literalValue } from "./expression.ts";
import type { DtCell, DtNode, DtProperty, DtReference, DtValue } from "./tree.ts";

/** A node while it is being put together. */
export interface GrowingNode extends DtNode {
  readonly labels: string[];
  readonly properties: Map<string, DtProperty>;
  readonly children: Map<string, GrowingNode>;
}

const nestingLimit = 64;

/** A reference that is looked up when the whole tree is known. */
interface LooseReference {
  readonly kind: "reference";
  readonly name: string;
  readonly span: Span;
}

type LooseValue =
  | Exclude<DtValue, { kind: "cells" | "path" }>
  | { readonly kind: "cells"; readonly bits: number; readonly cells: readonly (DtCell | LooseReference)[] }
  | { readonly kind: "path"; readonly name: string; readonly span: Span };

interface Statement {
  readonly kind: "property" | "node" | "directive";
  readonly name: string;
}

export class TreeParser {
  readonly root: GrowingNode;
  readonly labels = new Map<string, GrowingNode>();
  private readonly tokens: readonly Token[];
  private readonly report: Report;
  private readonly loose = new Map<GrowingNode, Map<string, { span: Span; values: readonly LooseValue[] }>>();
  private at = 0;

  constructor(tokens: readonly Token[], report: Report, start: Span) {
    this.tokens = tokens;
    this.report = report;
    this.root = this.grow("/", "/", null, start);
  }

  /** Throws InputError at the first thing that is wrong: what follows would be guesses. */
  parse(): void {
    while (this.at < this.tokens.length) this.topLevel();
    for (const [node, properties] of this.loose) {
      for (const [name, { span, values }] of properties) {
        node.properties.set(name, { name, span, values: values.map((value) => this.resolved(value)) });
      }
    }
  }

  private grow(name: string, path: string, parent: DtNode | null, span: Span): GrowingNode {
    const node = { name, path, parent, span, labels: [], properties: new Map(), children: new Map() };
    this.loose.set(node, new Map());
    return node;
  }

  private get token(): Token | undefined {
    return this.tokens[this.at];
  }

  private fail(message: string, text: string, help: readonly string[] = [], token = this.token): never {
    const shown = token ?? this.tokens.at(-1);
    if (shown === undefined) this.report.add("DTS01", message, [{ ...this.root.span, text }], help);
    else this.report.at("DTS01", [shown], message, text, help);
    throw new InputError(this.report.errors.slice(-1));
  }

  private expect(text: string, after: string): void {
    if (this.token?.text === text && this.token.kind !== "string") {
      this.at++;
      return;
    }
    const before = this.tokens[this.at - 1];
    this.fail(
      `\`${text}\` is missing ${after}`,
      this.token === undefined ? "the text ends here" : "expected after this",
      [],
      before,
    );
  }

  private isNext(text: string): boolean {
    return this.token?.text === text && this.token.kind !== "string";
  }

  /** A name: tokens that touch each other. */
  private word(): { readonly text: string; readonly tokens: readonly Token[] } {
    const tokens: Token[] = [];
    for (let token = this.token; token !== undefined; token = this.token) {
      if (tokens.length > 0 && token.spaceBefore) break;
      if (token.kind === "string" || '{}=;:<>[]()&"'.includes(token.text)) break;
      tokens.push(token);
      this.at++;
    }
    return { text: tokens.map(({ text }) => text).join(""), tokens };
  }

  private topLevel(): void {
    if (this.isNext(";")) {
      this.at++;
      return;
    }
    const labels = this.labelsBefore();
    if (this.isNext("&")) {
      const start = this.at;
      const node = this.lookUp(this.reference());
      for (const label of labels) this.label(node, label, this.tokens[start]);
      return this.body(node, 0);
    }
    const { text, tokens } = this.word();
    if (text === "/") {
      for (const label of labels) this.label(this.root, label, tokens[0]);
      return this.body(this.root, 0);
    }
    switch (text) {
      case "/dts-v1/":
      case "/plugin/":
        return this.expect(";", `after \`${text}\``);
      case "/memreserve/":
        while (this.token !== undefined && !this.isNext(";")) this.at++;
        return this.expect(";", "after `/memreserve/`");
      case "/omit-if-no-ref/":
        this.reference();
        return this.expect(";", `after \`${text}\``);
      case "/delete-node/":
        this.deleteNode(this.lookUp(this.reference()));
        return this.expect(";", `after \`${text}\``);
    }
    this.at -= tokens.length;
    this.fail(`a device tree cannot go on with ${this.shown(text)}`, "here", [
      "outside of all nodes stand `/ { ... };`, `&label { ... };` and directives like `/dts-v1/;`",
    ]);
  }

  private shown(text: string): string {
    const word = text === "" ? (this.token?.text ?? "the end of the text") : text;
    return word.length > 40 ? `\`${word.slice(0, 40)}...\`` : `\`${word}\``;
  }

  private labelsBefore(): string[] {
    const labels: string[] = [];
    for (;;) {
      const [name, colon] = [this.tokens[this.at], this.tokens[this.at + 1]];
      if (name?.kind !== "identifier" || colon?.text !== ":" || colon.spaceBefore) return labels;
      labels.push(name.text);
      this.at += 2;
    }
  }

  private label(node: GrowingNode, label: string, token: Token | undefined): void {
    const other = this.labels.get(label);
    if (other !== undefined && other !== node) {
      this.fail(`the label \`${label}\` belongs to ${other.path} already`, `given to ${node.path} here`, [], token);
    }
    this.labels.set(label, node);
    if (!node.labels.includes(label)) node.labels.push(label);
  }

  private body(node: GrowingNode, depth: number): void {
    if (depth > nestingLimit) this.fail(`nodes are nested more than ${nestingLimit} deep`, "gave up here");
    const opening = this.token;
    this.expect("{", `to begin the body of ${node.path}`);
    let child: string | null = null;
    while (!this.isNext("}")) {
      if (this.token === undefined) this.fail(`${node.path} has no end`, "opened here", ["`};` ends a node"], opening);
      const begin = this.token;
      const what = this.statement(node, depth);
      if (what.kind === "node") child = what.name;
      if (what.kind === "property" && child !== null)
        this.fail(
          `the property \`${what.name}\` stands behind the node \`${child}\``,
          "properties come first",
          [],
          begin,
        );
    }
    this.at++;
    this.expect(";", `after the \`}\` of ${node.path}`);
  }

  private statement(node: GrowingNode, depth: number): Statement {
    const labels = this.labelsBefore();
    const { text, tokens } = this.word();
    if (text === "/delete-node/") {
      this.deleteIn(node);
      return { kind: "directive", name: text };
    }
    if (text === "/delete-property/") {
      const { text: name } = this.word();
      this.loose.get(node)?.delete(name);
      this.expect(";", `after \`/delete-property/ ${name}\``);
      return { kind: "directive", name: text };
    }
    if (text === "/omit-if-no-ref/") return this.statement(node, depth);
    if (!/^[A-Za-z0-9,._+?#@-]+$/.test(text)) {
      this.at -= tokens.length;
      const bad = this.token;
      this.fail(`${this.shown(text)} is no name of a property or node`, "inside of this node's body", [], bad);
    }
    const span = spanOfTokens(tokens) as Span;
    if (this.isNext("{")) {
      const child = node.children.get(text) ?? this.grow(text, `${node.path.replace(/\/$/, "")}/${text}`, node, span);
      node.children.set(text, child);
      for (const label of labels) this.label(child, label, tokens[0]);
      this.body(child, depth + 1);
      return { kind: "node", name: text };
    }
    const values = this.isNext("=") ? this.values(text) : [];
    const last = placeOf(this.tokens[this.at - 1] as Token);
    const first = placeOf(tokens[0] as Token);
    const whole = first.source === last.source ? first.source.spanOf(first.start, last.end) : span;
    this.expect(";", `after the property \`${text}\``);
    this.loose.get(node)?.set(text, { span: whole, values });
    return { kind: "property", name: text };
  }

  private deleteIn(node: GrowingNode): void {
    if (this.isNext("&")) this.deleteNode(this.lookUp(this.reference()));
    else {
      const child = node.children.get(this.word().text);
      if (child !== undefined) this.deleteNode(child);
    }
    this.expect(";", "after `/delete-node/`");
  }

  private deleteNode(node: GrowingNode): void {
    (node.parent as GrowingNode | null)?.children.delete(node.name);
    const gone = (one: DtNode): boolean => one === node || (one.parent !== null && gone(one.parent));
    for (const [label, one] of [...this.labels]) if (gone(one)) this.labels.delete(label);
    for (const one of [...this.loose.keys()]) if (gone(one)) this.loose.delete(one);
  }

  private values(property: string): LooseValue[] {
    const values: LooseValue[] = [];
    do {
      this.at++;
      this.labelsBefore();
      values.push(this.value(property));
      this.labelsBefore();
    } while (this.isNext(","));
    return values;
  }

  private value(property: string): LooseValue {
    const token = this.token;
    if (token === undefined) this.fail(`\`${property}\` has no value`, "the text ends here", [], this.tokens.at(-1));
    const span = spanOfTokens([token]) as Span;
    if (token.kind === "string") {
      this.at++;
      return { kind: "string", text: unescaped(token.text.slice(1, -1)), span };
    }
    if (token.text === "<") return { kind: "cells", bits: 32, cells: this.cells(32) };
    if (token.text === "[") return { kind: "bytes", bytes: this.bytes(), span };
    if (token.text === "&") {
      const { name, span: place } = this.reference();
      return { kind: "path", name, span: place };
    }
    const { text } = this.word();
    const width = this.token === undefined ? null : literalValue(this.token);
    if (text === "/bits/" && width !== null && [8n, 16n, 32n, 64n].includes(width)) {
      this.at++;
      if (!this.isNext("<")) this.fail("`/bits/` needs a list in angle brackets", "expected `<` here");
      return { kind: "cells", bits: Number(width), cells: this.cells(Number(width)) };
    }
    this.fail(
      `${this.shown(text)} is no value`,
      `the value of \`${property}\``,
      ['values are `<...>`, `"..."`, `[...]` and `&label`'],
      token,
    );
  }

  private cells(bits: number): (DtCell | LooseReference)[] {
    const opening = this.token;
    const cells: (DtCell | LooseReference)[] = [];
    this.at++;
    for (;;) {
      this.labelsBefore();
      const token = this.token;
      if (token === undefined) this.fail("this list of cells has no end", "opened here", ["`>` ends it"], opening);
      if (token.text === ">") break;
      if (token.text === "&") cells.push(this.reference());
      else cells.push({ kind: "number", ...this.number(token, bits) });
    }
    this.at++;
    return cells;
  }

  private number(token: Token, bits: number): { readonly value: number; readonly span: Span } {
    let part: readonly Token[] = [token];
    this.at++;
    if (token.text === "(") {
      const start = this.at;
      for (let level = 1; level > 0; this.at++) {
        if (this.token === undefined) this.fail("this parenthesis has no end", "opened here", [], token);
        level += this.isNext("(") ? 1 : this.isNext(")") ? -1 : 0;
      }
      part = this.tokens.slice(start, this.at - 1);
    }
    const result = evaluate(part);
    if ("problem" in result) {
      const help = ["names are macros from header files; operators stand in parentheses"];
      this.fail(
        `\`${(result.at ?? token).text}\`: ${result.problem}`,
        "in this list of cells",
        help,
        result.at ?? token,
      );
    }
    const span = spanOfTokens([token, ...part]) as Span;
    return { value: Number(BigInt.asUintN(bits, result.value)), span };
  }

  private bytes(): number[] {
    const opening = this.token;
    let digits = "";
    for (this.at++; !this.isNext("]"); this.at++) {
      if (this.token === undefined) this.fail("this list of bytes has no end", "opened here", ["`]` ends it"], opening);
      digits += this.token.text;
    }
    if (!/^([0-9a-fA-F]{2})*$/.test(digits)) {
      this.fail("bytes are written as pairs of hexadecimal digits", "here", ["like [0a ff 00]"], opening);
    }
    this.at++;
    return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  }

  private reference(): LooseReference {
    const start = this.at;
    if (!this.isNext("&")) this.fail("a reference like `&label` is expected", "here");
    this.at++;
    let name = "";
    if (this.isNext("{")) {
      for (this.at++; !this.isNext("}"); this.at++) {
        if (this.token === undefined) this.fail("this path has no end", "opened here", [], this.tokens[start]);
        name += this.token.text;
      }
      this.at++;
    } else {
      if (this.token?.kind !== "identifier") this.fail("`&` needs a label or a path in braces", "here");
      name = this.token.text;
      this.at++;
    }
    return { kind: "reference", name, span: spanOfTokens(this.tokens.slice(start, this.at)) as Span };
  }

  private lookUp({ name, span }: Pick<LooseReference, "name" | "span">): GrowingNode {
    const node = name.startsWith("/") ? this.atPath(name) : this.labels.get(name);
    if (node !== undefined) return node;
    const help = didYouMean(name, [...this.labels.keys()]);
    this.report.add("DTS02", `no node has the label or path \`${name}\``, [{ ...span, text: "points nowhere" }], help);
    throw new InputError(this.report.errors.slice(-1));
  }

  private atPath(path: string): GrowingNode | undefined {
    let node: GrowingNode | undefined = this.root;
    for (const step of path.split("/").filter((one) => one !== "")) {
      const here: GrowingNode | undefined = node;
      node = here?.children.get(step);
    }
    return node;
  }

  private resolved(value: LooseValue): DtValue {
    if (value.kind === "path") return { kind: "path", node: this.lookUp(value), span: value.span };
    if (value.kind !== "cells") return value;
    const cells = value.cells.map((cell): DtCell => {
      if (cell.kind === "number" || "node" in cell) return cell;
      return { kind: "reference", node: this.lookUp(cell), span: cell.span } satisfies DtReference;
    });
    return { kind: "cells", bits: value.bits, cells };
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0" };

const unescaped = (text: string): string =>
  text.replaceAll(/\\(x[0-9a-fA-F]{1,2}|.)/gs, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (escapes[code] ?? code),
  );
