/** Fixes that take elements out of lists: the comma and the line go along, what comments say of the element stays. */
import type { Fix, Span } from "../base/diagnostic.ts";
import { SourceText } from "../base/source-text.ts";

type Edit = Fix["edits"][number];

const commentPattern = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g;

const offsetsOf = (source: SourceText, span: Span): readonly [from: number, to: number] => [
  (source.lineStarts[span.line - 1] ?? 0) + span.column - 1,
  (source.lineStarts[span.endLine - 1] ?? 0) + span.endColumn - 1,
];

/** With the comma behind it and the comments on its last line, and its lines where nothing else stands there. */
function wholeRange(text: string, [from, end]: readonly [number, number]): readonly [from: number, to: number] {
  const to = end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0);
  const behind = /^(?:[ \t]*(?:\/\*(?:[^*\n]|\*(?!\/))*\*\/|\/\/[^\r\n]*))*[ \t]*(?=\r?\n)/.exec(text.slice(to));
  const start = from - (/[ \t]*$/.exec(text.slice(0, from))?.[0].length ?? 0);
  if (behind === null || (start > 0 && text[start - 1] !== "\n")) return [from, to];
  const last = to + behind[0].length;
  // The line end before it goes rather than the one behind, so that the edit touches no line that stays.
  if (start > 0) return [start - (text[start - 2] === "\r" ? 2 : 1), last];
  return [start, last + (text[last] === "\r" ? 2 : 1)];
}

const asBlock = (comment: string): string =>
  comment.startsWith("//") ? `/* ${comment.slice(2).trim().replaceAll("*/", "* /")} */` : comment;

/** Behind the comment of the element that `edit` is in; else behind what the edit writes. */
function heirOf(source: SourceText, edit: Edit): number | null {
  const [at] = offsetsOf(source, edit.span);
  const open = source.text.lastIndexOf("{", at);
  const last = [...source.text.slice(open, at).matchAll(commentPattern)].at(-1);
  return last === undefined || last[0].startsWith("//") ? null : open + last.index + last[0].length;
}

/** The same fix with whole elements; what their comments said goes to the element that the edit before them changes. */
export function withWholeElements(fix: Fix, texts: ReadonlyMap<string, string>): Fix {
  let edits: readonly Edit[] = fix.edits;
  for (const edit of fix.edits) {
    const text = texts.get(edit.span.file);
    if (edit.replacement !== "" || text === undefined) continue;
    const source = new SourceText(edit.span.file, text);
    const range = offsetsOf(source, edit.span);
    if (text[range[0]] !== "{") continue;
    const whole = wholeRange(text, range);
    const comments = (text.slice(...whole).match(commentPattern) ?? []).map((one) => ` ${asBlock(one)}`).join("");
    edits = edits.map((one) => (one === edit ? { span: source.spanOf(...whole), replacement: "" } : one));
    const before = fix.edits
      .filter((one) => one.replacement !== "" && isBefore(one.span, edit.span))
      .toSorted((a, b) => (isBefore(a.span, b.span) ? -1 : 1))
      .at(-1);
    if (comments === "" || before === undefined) continue;
    const at = heirOf(source, before);
    edits =
      at === null
        ? edits.map((one) =>
            one.span === before.span ? { ...one, replacement: `${one.replacement}${comments}` } : one,
          )
        : [...edits, { span: source.spanOf(at, at), replacement: comments }];
  }
  return { ...fix, edits };
}

const isBefore = (a: Span, b: Span): boolean =>
  a.file === b.file && (a.line < b.line || (a.line === b.line && a.column < b.column));
