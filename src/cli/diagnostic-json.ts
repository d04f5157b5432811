/** A diagnostic as `--json` gives it: the contract's DIAGNOSTIC, whose names are with underscores. */
import type { Diagnostic, Label, Severity, Span } from "../base/diagnostic.ts";

export interface SpanJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly labels: readonly (SpanJson & { readonly text: string })[];
  readonly help: readonly string[];
  readonly fix: {
    readonly title: string;
    readonly edits: readonly { readonly span: SpanJson; readonly replacement: string }[];
  } | null;
  readonly vm?: string;
  readonly thread?: string;
  readonly tick?: number;
}

const spanJson = ({ file, line, column, endLine, endColumn }: Span): SpanJson => ({
  ...{ file, line, column },
  ...{ end_line: endLine, end_column: endColumn },
});

const labelJson = (label: Label): SpanJson & { readonly text: string } => ({ ...spanJson(label), text: label.text });

export const diagnosticJson = ({ labels, fix, ...rest }: Diagnostic): DiagnosticJson => ({
  ...rest,
  labels: labels.map(labelJson),
  fix: fix && {
    title: fix.title,
    edits: fix.edits.map(({ span, replacement }) => ({ span: spanJson(span), replacement })),
  },
});
