/** Gathers what is wrong while a configuration is read, so that the user sees all of it at once. */
import { type Diagnostic, type Fix, InputError, type Label } from "../../base/diagnostic.ts";
import { type ConfigCodeName, configDiagnostic } from "../codes.ts";
import { labelsOf, type Token } from "./token.ts";

/** Of more, nobody reads the last; a binary file taken for C would give one per byte. */
const errorLimit = 100;
const messageLimit = 300;

export class Report {
  readonly errors: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  /** Above 0, nothing is taken in: what is read does not count. */
  muted = 0;
  private readonly seen = new Set<string>();

  add(
    code: ConfigCodeName,
    message: string,
    labels: readonly Label[],
    help: readonly string[] = [],
    fix: Fix | null = null,
  ): void {
    const shown = message.length <= messageLimit ? message : `${message.slice(0, messageLimit)} ...`;
    const found = configDiagnostic(code, shown, labels, help, fix);
    const first = labels[0];
    const key = `${code} ${message} ${first?.file} ${first?.line} ${first?.column}`;
    if (this.muted > 0 || this.seen.has(key)) return;
    this.seen.add(key);
    const list = found.severity === "error" ? this.errors : this.warnings;
    if (list.length < errorLimit) list.push(found);
  }

  /** The usual case: the place is a run of tokens. */
  at(
    code: ConfigCodeName,
    tokens: readonly Token[],
    message: string,
    labelText = "",
    help: readonly string[] = [],
    fix: Fix | null = null,
  ): void {
    this.add(code, message, labelsOf(tokens, labelText), help, fix);
  }

  throwIfErrors(): void {
    if (this.errors.length > 0) throw new InputError([...inTextOrder(this.errors), ...inTextOrder(this.warnings)]);
  }
}

/** As they stand in the text; files in the order in which something was found in them. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = diagnostics.map((each) => each.labels[0]?.file);
  return diagnostics.toSorted((a, b) => {
    const [one, other] = [a.labels[0], b.labels[0]];
    if (one === undefined || other === undefined) return 0;
    if (one.file !== other.file) return files.indexOf(one.file) - files.indexOf(other.file);
    return one.line - other.line || one.column - other.column;
  });
}
