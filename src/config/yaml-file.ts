/** Reads a YAML file against a schema: every mistake with its place. Loads yaml and zod: import it lazily. */
import type { Document, Node, Pair } from "yaml";
import type { z } from "zod";
import { type Diagnostic, InputError, type Span } from "../base/diagnostic.ts";
import { SourceText } from "../base/source-text.ts";
import { didYouMean, nearestName } from "../base/suggest.ts";
import { configDiagnostic } from "./codes.ts";

export type Path = readonly (string | number)[];

/**
 * Reads `text`; `file` is its path as the user gave it, `what` what it is called in messages (`the project file`).
 * Throws InputError with every problem found: YAML syntax (CFG30), unknown keys (CFG31), bad values (CFG32), missing
 * keys (CFG33).
 */
export async function readYaml<T>(
  text: string,
  file: string,
  what: string,
  schema: z.ZodType<T>,
): Promise<{ readonly value: T; readonly places: Places }> {
  const yaml = await import("yaml");
  const source = new SourceText(file, text);
  const document = parseYaml(yaml, source, what);
  const places = new Places(source, document);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, places };
  const { keysAt } = await import("./schema-keys.ts");
  const describer = new IssueDescriber(places, what, (path, kind) => keysAt(schema, path, kind));
  const found = checked.error.issues.flatMap((issue) => describer.describe(issue as Issue, []));
  throw new InputError(found.filter((one) => !isMisspelt(one, found)));
}

const textLimit = 1 << 18;
/** The parser takes time and stack for each level; a project file has five. */
const depthLimit = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a binary file
const notText = /[\0-\x08\x0e-\x1f]/;

/** Where brackets, or dashes of lists in each other, go deeper than anybody writes; quotes are not looked at. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(/[[{\]}]|^[ \t]*(?:- *)+/gm)) {
    if (piece === "]" || piece === "}") depth = Math.max(0, depth - 1);
    else if (piece === "[" || piece === "{") depth += 1;
    else if (piece.split("-").length > depthLimit) return index;
    if (depth > depthLimit) return index;
  }
  return null;
}

function parseYaml(yaml: typeof import("yaml"), source: SourceText, what: string): Document.Parsed {
  const problem = (message: string, span: Span) =>
    new InputError([configDiagnostic("CFG30", message, [{ ...span, text: "here" }])]);
  if (source.text.length > textLimit)
    throw problem(`${what} is larger than ${textLimit} characters`, source.spanOf(0, 0));
  const binary = source.text.search(notText);
  if (binary >= 0) throw problem(`${what} is no text`, source.spanOf(binary, binary + 1));
  const deep = tooDeepAt(source.text);
  if (deep !== null)
    throw problem(`${what} is nested more than ${depthLimit} levels deep`, source.spanOf(deep, deep + 1));
  let document: Document.Parsed;
  try {
    document = yaml.parseDocument(source.text, { prettyErrors: false, logLevel: "silent" });
    // Resolves aliases, too, which may be missing or multiply without end.
    if (document.errors.length === 0) document.toJS();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { message } = error;
    if (!["RangeError", "ReferenceError"].includes(error.name) && !(error instanceof yaml.YAMLError)) throw error;
    const why = error.name === "RangeError" ? "it is nested too deeply" : message;
    throw problem(`${what} cannot be read: ${why}`, source.spanOf(0, 0));
  }
  // Behind the first one, the parser has lost the thread.
  const [first] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return document;
  const message = /call stack/.test(first.message) ? `${what} is nested too deeply` : first.message;
  throw problem(message, source.spanOf(first.pos[0], first.pos[1]));
}

/** Where keys and values stand in the text. */
export class Places {
  private readonly source: SourceText;
  private readonly document: Document.Parsed;

  constructor(source: SourceText, document: Document.Parsed) {
    this.source = source;
    this.document = document;
  }

  /** The value at a path; null where nothing is written. */
  value(path: Path): Span | null {
    return this.spanOf(
      path.length === 0 ? this.document.contents : (this.document.getIn(path, true) as Node | undefined),
    );
  }

  /** The key that ends a path; null for list items and where nothing is written. */
  key(path: Path): Span | null {
    const owner = path.length === 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    const items = (owner as { items?: readonly Pair[] } | null | undefined)?.items ?? [];
    const wanted = String(path.at(-1));
    for (const item of items) {
      const key = (item as Partial<Pair>).key as (Node & { value?: unknown }) | undefined;
      if (key !== undefined && key !== null && String(key.value ?? key) === wanted) return this.spanOf(key);
    }
    return null;
  }

  isWritten(path: Path): boolean {
    return path.length === 0 ? this.document.contents !== null : this.document.hasIn(path);
  }

  /** The scalar at a path as text; empty for anything else. */
  text(path: Path): string {
    const value = this.document.getIn(path);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }

  /** The best place there is: the value, its key, or what holds it. */
  nearest(path: Path): Span {
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      const span = (length === path.length ? this.value(part) : null) ?? this.key(part);
      if (span !== null) return span;
    }
    return this.source.spanOf(0, 0);
  }

  private spanOf(node: Node | null | undefined): Span | null {
    const range = node?.range;
    return range ? this.source.spanOf(range[0], range[1]) : null;
  }
}

/** The part of zod's issues that is used here. */
interface Issue {
  readonly code: string;
  readonly message: string;
  readonly path: Path;
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly keys?: readonly string[];
  readonly values?: readonly (string | number)[];
  readonly options?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** A key that is missing because it was written wrongly: that is told once. */
const isMisspelt = ({ code, message }: Diagnostic, found: readonly Diagnostic[]): boolean =>
  code === "CFG33" &&
  found.some(
    (other) => other.code === "CFG31" && other.fix?.edits.some((edit) => message.includes(`\`${edit.replacement}\``)),
  );

class IssueDescriber {
  private readonly places: Places;
  private readonly what: string;
  private readonly keysAt: (path: Path, kind: string) => string[];

  constructor(places: Places, what: string, keysAt: (path: Path, kind: string) => string[]) {
    this.what = what;
    this.places = places;
    this.keysAt = keysAt;
  }

  describe(issue: Issue, prefix: Path): Diagnostic[] {
    const path = [...prefix, ...issue.path];
    if (issue.code === "unrecognized_keys") return (issue.keys ?? []).map((key) => this.unknownKey(key, path));
    if (issue.code === "invalid_union" && issue.options === undefined) {
      // The branch that gets farthest into the value says best what is wrong.
      const branches = issue.errors ?? [];
      const without = (codes: readonly string[]) =>
        branches.find((branch) => branch.every((inner) => inner.path.length > 0 || !codes.includes(inner.code)));
      const branch = without(["invalid_type", "invalid_value"]) ?? without(["invalid_type"]) ?? branches[0] ?? [];
      return branch.flatMap((inner) => this.describe(inner, path));
    }
    const absent = issue.code === "invalid_type" || issue.code === "invalid_union" || issue.code === "invalid_value";
    if (absent && !this.places.isWritten(path)) return [this.missingKey(path, issue)];
    return [this.badValue(path, issue)];
  }

  private unknownKey(key: string, path: Path): Diagnostic {
    const span = this.places.key([...path, key]) ?? this.places.nearest(path);
    const known = this.keysAt(path, this.kindAt(path));
    const nearest = nearestName(key, known);
    const where = path.length === 0 ? this.what : `\`${nameOf(path)}\``;
    const elsewhere = known.filter((one) => this.keysAt([...path, one], this.kindAt([...path, one])).includes(key));
    const help = [
      ...elsewhere.map((one) => `\`${key}\` belongs below \`${nameOf([...path, one])}\``),
      ...didYouMean(key, known),
      ...(known.length > 0 ? [`possible here: ${known.join(", ")}`] : []),
    ];
    const fix = nearest === null ? null : { title: `write ${nearest}`, edits: [{ span, replacement: nearest }] };
    return configDiagnostic("CFG31", `${where} has no key \`${key}\``, [{ ...span, text: "unknown key" }], help, fix);
  }

  private kindAt(path: Path): string {
    return this.places.text([...path, "kind"]);
  }

  private missingKey(path: Path, issue: Issue): Diagnostic {
    const options = issue.options ?? issue.values ?? [];
    const help = options.length > 0 ? [`possible: ${options.join(", ")}`] : [];
    const owner = { ...this.places.nearest(path.slice(0, -1)), text: "needed here" };
    const message = path.length === 0 ? `${this.what} is empty` : `the key \`${nameOf(path)}\` is missing`;
    return configDiagnostic("CFG33", message, [owner], help);
  }

  private badValue(path: Path, issue: Issue): Diagnostic {
    const name = path.length === 0 ? this.what : `\`${nameOf(path)}\``;
    const allowed = issue.values ?? issue.options;
    const place = this.places.nearest(path);
    if (allowed === undefined) {
      return configDiagnostic("CFG32", `${name} has a bad value`, [{ ...place, text: wanted(issue) }]);
    }
    const names = [...new Set(allowed.map(String))];
    const nearest = nearestName(this.places.text(path), names);
    const help = [...didYouMean(this.places.text(path), names), `possible: ${names.join(", ")}`];
    const fix = nearest === null ? null : { title: `write ${nearest}`, edits: [{ span: place, replacement: nearest }] };
    return configDiagnostic("CFG32", `${name} has a bad value`, [{ ...place, text: "not possible here" }], help, fix);
  }
}

function nameOf(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

function wanted(issue: Issue): string {
  const kinds: Readonly<Record<string, string>> = {
    string: "a text is needed",
    object: "keys with values are needed",
    record: "keys with values are needed",
    array: "a list is needed",
    number: "a number is needed",
    int: "a whole number is needed",
  };
  if (issue.code === "too_small")
    return issue.origin === "string" ? "it is empty" : `at least ${issue.minimum} is needed`;
  if (issue.code === "too_big") return `at most ${issue.maximum} is possible`;
  return kinds[issue.expected ?? ""] ?? issue.message;
}
