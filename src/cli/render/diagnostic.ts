/**
 * A diagnostic as text for people: message, place, the lines in question with marks, then help and the edit that mends
 * it. A label whose file is not among the texts (an ELF file, an option) shows its place without lines.
 */
import pc from "picocolors";
import { type Diagnostic, isWholeFile, type Label, type Severity } from "../../base/diagnostic.ts";
import { SourceText } from "../../base/source-text.ts";
import { editRows } from "./edit.ts";
import { type FrameRow, type FrameStyle, frameRows } from "./frame.ts";
import { withoutControls, wrap } from "./plain-line.ts";

export interface RenderOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Colours = ReturnType<typeof pc.createColors>;

interface Page {
  readonly colours: Colours;
  readonly style: FrameStyle;
  readonly width: number;
  /** Columns of the widest line number. */
  readonly margin: number;
}

/** No newline at the end. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  texts: ReadonlyMap<string, string>,
  { colour, width }: RenderOptions,
): string {
  const colours = pc.createColors(colour);
  const sources = sourcesOf(diagnostic, texts);
  const primary = (text: string): string => paintOf(colours, diagnostic.severity)(text);
  const style = { primary, secondary: (text: string): string => colours.blue(text) };
  const page = { colours, style, width: Math.max(40, width), margin: marginOf(diagnostic, sources) };
  const head = `${primary(`${diagnostic.severity}[${diagnostic.code}]`)}: ${withoutControls(diagnostic.message)}`;
  const blocks = [...labelsByFile(diagnostic)].flatMap(([file, labels], index) =>
    fileBlock(page, diagnostic, { file, labels, source: sources.get(file), first: index === 0 }),
  );
  const notes = notesOf(page, diagnostic, sources);
  const between = blocks.length > 0 && notes.length > 0 && sources.size > 0 ? [bar(page)] : [];
  return [colours.bold(head), ...blocks, ...between, ...notes].join("\n");
}

const paintOf = (colours: Colours, severity: Severity): ((text: string) => string) =>
  severity === "error" ? colours.red : severity === "warning" ? colours.yellow : colours.cyan;

function sourcesOf(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): ReadonlyMap<string, SourceText> {
  const sources = new Map<string, SourceText>();
  const spans = [...diagnostic.labels, ...(diagnostic.fix?.edits.map((edit) => edit.span) ?? [])];
  for (const { file } of spans) {
    const text = texts.get(file);
    if (text !== undefined) sources.set(file, new SourceText(file, text));
  }
  return sources;
}

function marginOf(diagnostic: Diagnostic, sources: ReadonlyMap<string, SourceText>): number {
  const spans = [...diagnostic.labels, ...(diagnostic.fix?.edits.map((edit) => edit.span) ?? [])];
  const numbers = spans.filter(({ file }) => sources.has(file)).map(({ endLine }) => String(endLine).length);
  return Math.max(2, ...numbers);
}

function labelsByFile(diagnostic: Diagnostic): ReadonlyMap<string, readonly Label[]> {
  const files = new Map<string, Label[]>();
  for (const label of diagnostic.labels) files.set(label.file, [...(files.get(label.file) ?? []), label]);
  return files;
}

interface FileLabels {
  readonly file: string;
  readonly labels: readonly Label[];
  readonly source: SourceText | undefined;
  /** It holds the diagnostic's first label. */
  readonly first: boolean;
}

function fileBlock(page: Page, diagnostic: Diagnostic, { file, labels, source, first }: FileLabels): string[] {
  const { colours, style, width, margin } = page;
  const arrow = colours.blue(`${" ".repeat(margin)}${first ? "-->" : ":::"}`);
  const name = withoutControls(file);
  const place = labels[0] as Label;
  if (source === undefined) {
    const words = [...new Set(labels.map((label) => label.text))].filter((text) => text !== "");
    const at = isWholeFile(place) ? "" : `:${place.line}:${place.column}`;
    return [`${arrow} ${name}${at}${words.length > 0 ? `: ${withoutControls(words.join("; "))}` : ""}`];
  }
  const marked = labels.map((label) => ({ label, primary: label === diagnostic.labels[0] }));
  const rows = frameRows(source, marked, style, width - margin - 3);
  return [`${arrow} ${name}:${place.line}:${place.column}`, bar(page), ...rows.map((row) => rowText(page, row))];
}

const bar = ({ colours, margin }: Page): string => colours.blue(`${" ".repeat(margin)} |`);

function rowText({ colours, margin }: Page, row: FrameRow): string {
  if (row.margin === "...") return `${colours.blue("...".padEnd(margin + 2))} ${row.body}`.trimEnd();
  return `${colours.blue(`${row.margin.padStart(margin)} |`)}${row.body === "" ? "" : ` ${row.body}`}`;
}

const whoText = (vm: string, thread: string | undefined): string =>
  thread === undefined ? vm : `${vm}, thread ${thread}`;

function notesOf(page: Page, diagnostic: Diagnostic, sources: ReadonlyMap<string, SourceText>): string[] {
  const notes = diagnostic.help.flatMap((text) => note(page, "help", text));
  const where = [
    ...(diagnostic.vm === undefined ? [] : [whoText(diagnostic.vm, diagnostic.thread)]),
    ...(diagnostic.tick === undefined ? [] : [`tick ${diagnostic.tick}`]),
  ];
  if (where.length > 0) notes.push(...note(page, diagnostic.vm === undefined ? "at" : "vm", where.join(", at ")));
  if (diagnostic.fix === null) return notes;
  const added = (text: string): string => page.colours.green(text);
  const removed = (text: string): string => page.colours.red(text);
  const rows = editRows(diagnostic.fix, sources).map((row) => {
    const number = page.colours.blue(
      row.line === null ? " ".repeat(page.margin) : String(row.line).padStart(page.margin),
    );
    return `${number} ${(row.sign === "+" ? added : removed)(`${row.sign} ${row.text}`.trimEnd())}`;
  });
  return [...notes, ...note(page, "fix", diagnostic.fix.title), ...rows];
}

/** ` = help: words`, further lines below the first word. */
function note({ colours, width, margin }: Page, kind: string, text: string): string[] {
  const lead = `${" ".repeat(margin)} = `;
  const indent = " ".repeat(lead.length + kind.length + 2);
  return wrap(text, width - indent.length).map((line, index) =>
    index === 0 ? `${colours.blue(lead)}${colours.bold(`${kind}:`)} ${line}` : `${indent}${line}`.trimEnd(),
  );
}
