/** The edits of a fix as lines taken away and lines put in. */
import type { Fix } from "../../base/diagnostic.ts";
import type { SourceText } from "../../base/source-text.ts";
import { plainLine } from "./plain-line.ts";

export interface EditRow {
  /** Line number in the text as it is; null for added lines that have no counterpart. */
  readonly line: number | null;
  readonly sign: "-" | "+";
  readonly text: string;
}

type Edit = Fix["edits"][number];

/** Rows for all edits of files whose text is known, in the order of the lines. */
export function editRows(fix: Fix, sources: ReadonlyMap<string, SourceText>): EditRow[] {
  const sorted = [...fix.edits].sort(
    (a, b) => a.span.file.localeCompare(b.span.file) || a.span.line - b.span.line || a.span.column - b.span.column,
  );
  const groups: Edit[][] = [];
  for (const edit of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.span;
    if (group && last && last.file === edit.span.file && last.endLine >= edit.span.line) group.push(edit);
    else groups.push([edit]);
  }
  return groups.flatMap((group) => {
    const source = sources.get(group[0]?.span.file ?? "");
    return source === undefined ? [] : groupRows(group, source);
  });
}

/** Edits that share lines, as one replacement of these lines. */
function groupRows(edits: readonly Edit[], source: SourceText): EditRow[] {
  const first = edits[0]?.span.line ?? 1;
  const last = edits.at(-1)?.span.endLine ?? first;
  const start = source.lineStarts[first - 1] ?? 0;
  const end = (source.lineStarts[last - 1] ?? 0) + source.lineAt(last).length;
  const offset = (line: number, column: number): number => (source.lineStarts[line - 1] ?? 0) + column - 1;
  let text = "";
  let from = start;
  for (const { span, replacement } of edits) {
    text += source.text.slice(from, offset(span.line, span.column)) + replacement;
    from = offset(span.endLine, span.endColumn);
  }
  text += source.text.slice(from, Math.max(from, end));
  const before = source.text.slice(start, end).split(/\r\n?|\n/);
  const after = text.split(/\r\n?|\n/);
  return changedRows(first, before, after);
}

/** Without the lines at both ends that stay as they are. */
function changedRows(first: number, before: readonly string[], after: readonly string[]): EditRow[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  return [
    ...removed.map((line, index): EditRow => ({ line: first + head + index, sign: "-", text: plainLine(line).text })),
    ...added.map((line, index): EditRow => {
      return { line: index < removed.length ? first + head + index : null, sign: "+", text: plainLine(line).text };
    }),
  ];
}
