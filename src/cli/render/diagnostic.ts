/** A diagnostic as text, in the layout of rustc. */
import type { Diagnostic } from "../../base/diagnostic.ts";

export function renderDiagnostic(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  _options: { readonly colour: boolean; readonly width: number },
): string {
  const lines = [`${diagnostic.severity}[${diagnostic.code}]: ${diagnostic.message}`];
  for (const label of diagnostic.labels) {
    lines.push(` --> ${label.file}:${label.line}:${label.column}`);
    const source = texts.get(label.file)?.split("\n")[label.line - 1];
    if (source === undefined) continue;
    const length = label.endLine === label.line ? Math.max(1, label.endColumn - label.column) : 1;
    lines.push(
      `${String(label.line).padStart(5)} | ${source}`,
      `      | ${" ".repeat(label.column - 1)}${"^".repeat(length)} ${label.text}`,
    );
  }
  for (const help of diagnostic.help) lines.push(`      = help: ${help}`);
  return lines.join("\n");
}
