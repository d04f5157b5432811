/** Carries out fixes as text edits: comments and everything else in the text stay as they are. */
import type { Diagnostic, Fix, Span } from "../base/diagnostic.ts";

type Edit = Fix["edits"][number];

export interface Mended {
  /** File -> its text with the edits. Only files that change. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Diagnostic[];
}

function offsetsOf(text: string, { line, column, endLine, endColumn }: Span): readonly [from: number, to: number] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return [(starts[line - 1] ?? 0) + column - 1, (starts[endLine - 1] ?? 0) + endColumn - 1];
}

const clash = (a: Edit, b: Edit): boolean =>
  a.span.file === b.span.file && a.span.line <= b.span.endLine && b.span.line <= a.span.endLine;

/** Fixes that touch the same lines as an earlier one wait for the next round. */
export function applyFixes(findings: readonly Diagnostic[], texts: ReadonlyMap<string, string>): Mended {
  const edits: Edit[] = [];
  const applied: Diagnostic[] = [];
  for (const finding of findings) {
    const own = finding.fix?.edits ?? [];
    if (own.length === 0 || own.some(({ span }) => !texts.has(span.file))) continue;
    if (own.some((edit) => edits.some((other) => clash(edit, other)))) continue;
    edits.push(...own);
    applied.push(finding);
  }
  const changed = new Map<string, string>();
  for (const file of new Set(edits.map(({ span }) => span.file))) {
    const text = texts.get(file) ?? "";
    changed.set(
      file,
      edited(
        text,
        edits.filter(({ span }) => span.file === file),
      ),
    );
  }
  return { texts: changed, applied };
}

function edited(text: string, edits: readonly Edit[]): string {
  const placed = edits.map(({ span, replacement }) => ({ range: offsetsOf(text, span), replacement }));
  let result = text;
  for (const { range, replacement } of placed.sort((a, b) => b.range[0] - a.range[0])) {
    result = result.slice(0, range[0]) + replacement + result.slice(range[1]);
  }
  return result;
}
