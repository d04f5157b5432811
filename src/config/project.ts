/** The project file `chronovisor.yaml`: which board, hypervisor, images and attachments make up a system. */
import type { Document, Node, Pair } from "yaml";
import { type Diagnostic, InputError, type Span } from "../base/diagnostic.ts";
import { SourceText } from "../base/source-text.ts";
import { didYouMean, nearestName } from "../base/suggest.ts";
import { configDiagnostic } from "./codes.ts";
import type { Sourced } from "./model.ts";
import { type AttachmentKind, defaultBoard, defaultSeed } from "./project-rows.ts";
import type { ProjectInput } from "./project-schema.ts";
import type { Switches } from "./switches.ts";

export type ProjectHypervisor =
  | {
      readonly kind: "crosscon" | "bao";
      readonly config: Sourced<string>;
      readonly switches: Partial<Switches>;
    }
  | { readonly kind: "firmware"; readonly image: Sourced<string>; readonly semihosting: boolean }
  | { readonly kind: "none"; readonly semihosting: boolean };

export interface ProjectLoad {
  readonly file: Sourced<string>;
  /** Null where the image has its own addresses. */
  readonly address: number | null;
}

/** Paths are as written: relative to the folder of the project file. A span is null where a default applies. */
export interface Project {
  readonly file: string;
  readonly board: Sourced<string>;
  readonly hypervisor: ProjectHypervisor;
  /** VM name -> image file; the span of a name is that of its key. */
  readonly images: readonly { readonly vm: Sourced<string>; readonly file: Sourced<string> }[];
  readonly attach: readonly { readonly device: Sourced<string>; readonly kind: AttachmentKind }[];
  readonly seed: Sourced<number>;
  readonly load: readonly ProjectLoad[];
}

type Path = readonly (string | number)[];

/**
 * Reads a project file. `file` is the path as the user gave it. Throws InputError with every problem found: YAML syntax
 * (CFG30), unknown keys (CFG31), bad values (CFG32), missing keys (CFG33).
 */
export async function readProject(text: string, file: string): Promise<Project> {
  const yaml = await import("yaml");
  const { keysAt, projectSchema } = await import("./project-schema.ts");
  const source = new SourceText(file, text);
  const document = parseYaml(yaml, source);
  const places = new Places(source, document);
  const checked = projectSchema.safeParse(document.toJS());
  if (checked.success) return new ProjectBuilder(places, file).build(checked.data);
  const describer = new IssueDescriber(places, keysAt);
  throw new InputError(checked.error.issues.flatMap((issue) => describer.describe(issue as Issue, [])));
}

const textLimit = 1 << 18;

function parseYaml(yaml: typeof import("yaml"), source: SourceText): Document.Parsed {
  const problem = (message: string, span: Span) =>
    new InputError([configDiagnostic("CFG30", message, [{ ...span, text: "here" }])]);
  if (source.text.length > textLimit)
    throw problem(`the project file is larger than ${textLimit} characters`, source.spanOf(0, 0));
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
    throw problem(`the project file cannot be read: ${why}`, source.spanOf(0, 0));
  }
  if (document.errors.length === 0) return document;
  throw new InputError(
    document.errors.map((error) => {
      const span = source.spanOf(error.pos[0], error.pos[1]);
      return configDiagnostic("CFG30", error.message, [{ ...span, text: "here" }]);
    }),
  );
}

/** Where keys and values stand in the text. */
class Places {
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

class IssueDescriber {
  private readonly places: Places;
  private readonly keysAt: (path: Path, kind: string) => string[];

  constructor(places: Places, keysAt: (path: Path, kind: string) => string[]) {
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
    const where = path.length === 0 ? "the project file" : `\`${nameOf(path)}\``;
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
    const message = path.length === 0 ? "the project file is empty" : `the key \`${nameOf(path)}\` is missing`;
    return configDiagnostic("CFG33", message, [owner], help);
  }

  private badValue(path: Path, issue: Issue): Diagnostic {
    const name = path.length === 0 ? "the project file" : `\`${nameOf(path)}\``;
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

/** Puts the place beside each value of a project file that was found sound. */
class ProjectBuilder {
  private readonly places: Places;
  private readonly file: string;

  constructor(places: Places, file: string) {
    this.places = places;
    this.file = file;
  }

  build(input: ProjectInput): Project {
    return {
      file: this.file,
      board: this.at(input.board ?? defaultBoard, ["board"]),
      hypervisor: this.hypervisor(input.hypervisor),
      images: Object.entries(input.images ?? {}).map(([vm, file]) => ({
        vm: { value: vm, span: this.places.key(["images", vm]) },
        file: this.at(file, ["images", vm]),
      })),
      attach: Object.entries(input.attach ?? {}).map(([device, what]) => ({
        device: { value: device, span: this.places.key(["attach", device]) },
        kind: typeof what === "string" ? what : what.kind,
      })),
      seed: this.at(input.seed ?? defaultSeed, ["seed"]),
      load: (input.load ?? []).map((item, i) => this.load(item, ["load", i])),
    };
  }

  private at<T>(value: T, path: Path): Sourced<T> {
    return { value, span: this.places.value(path) };
  }

  private hypervisor(input: ProjectInput["hypervisor"]): ProjectHypervisor {
    if (input.kind === "none") return { kind: "none", semihosting: input.semihosting === true };
    if (input.kind === "firmware") {
      const image = this.at(input.image, ["hypervisor", "image"]);
      return { kind: "firmware", image, semihosting: input.semihosting === true };
    }
    const switches = Object.entries(input.switches ?? {}).map(([name, value]) => [name, String(value)]);
    return {
      kind: input.kind,
      config: this.at(input.config, ["hypervisor", "config"]),
      switches: Object.fromEntries(switches) as Partial<Switches>,
    };
  }

  private load(item: NonNullable<ProjectInput["load"]>[number], path: Path): ProjectLoad {
    if (typeof item !== "string") {
      return { file: this.at(item.file, [...path, "file"]), address: item.address ?? null };
    }
    const match = /^(.+)@(0[xX][0-9a-fA-F]{1,8}|[0-9]{1,10})$/.exec(item);
    const address = match === null ? null : Number(match[2]);
    if (match === null || address === null || address > 0xffff_ffff)
      return { file: this.at(item, path), address: null };
    return { file: this.at(match[1] as string, path), address };
  }
}
