/**
 * What is wrong, where, why and what to do: the one shape in which every reader, check and fault speaks to the user.
 * The JSON form is the contract's DIAGNOSTIC; the terminal renders the same object.
 */

export type Severity = "error" | "warning" | "note";

/** A place in a text: 1-based line and column, end exclusive. `file` is the path as the user gave it. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span with words beside it. The first label of a diagnostic is its primary place. */
export interface Label extends Span {
  readonly text: string;
}

/** A label for what has a name but no lines: an image, a recording, a file that nobody could read. */
export const wholeFile = (file: string, text: string): Label => ({
  ...{ file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  text,
});

export const isWholeFile = ({ line, column, endLine, endColumn }: Span): boolean =>
  line === 1 && column === 1 && endLine === 1 && endColumn === 1;

/** A text edit that mends the cause: replace `span` by `replacement`. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly replacement: string }[];
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly labels: readonly Label[];
  readonly help: readonly string[];
  readonly fix: Fix | null;
  /** The partition concerned, where one is. */
  readonly vm?: string;
  /** The thread that the partition's kernel ran, where that can be seen. */
  readonly thread?: string;
  /** The moment concerned, where one is. */
  readonly tick?: number;
}

/** Bad input reached a reader. Carries every diagnostic found; the command line prints them and exits 3. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that spans refer to and that lie in no file of that name. */
  readonly texts: ReadonlyMap<string, string>;

  constructor(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string> = new Map()) {
    super(diagnostics.map((d) => `${d.code}: ${d.message}`).join("\n"));
    this.name = "InputError";
    this.diagnostics = diagnostics;
    this.texts = texts;
  }
}

/** A diagnostic with the usual defaults filled in. */
export function diagnostic(
  code: string,
  message: string,
  more: Partial<Omit<Diagnostic, "code" | "message">> = {},
): Diagnostic {
  return { code, severity: "error", message, labels: [], help: [], fix: null, ...more };
}
