/**
 * The piece of a source file under a diagnostic: its lines with numbers, and marks with words under the
 * labelled parts.
 */
import type { Label } from "../../base/diagnostic.ts";
import type { SourceText } from "../../base/source-text.ts";
import { type PlainLine, plainLine, sliceColumns, withoutControls } from "./plain-line.ts";

export interface FrameStyle {
  /** Marks and words of the first label of the diagnostic. */
  primary(text: string): string;
  secondary(text: string): string;
}

export interface FrameRow {
  /** Line number; `...` for lines left out; empty under a line. */
  readonly margin: string;
  readonly body: string;
}

/** A label, and whether it is the diagnostic's first. */
export interface FrameLabel {
  readonly label: Label;
  readonly primary: boolean;
}

/** A label over several lines, with the column of bars at its left. */
interface Bar extends FrameLabel {
  readonly lane: number;
}

interface Shown {
  readonly line: number;
  readonly plain: PlainLine;
}

/** Rows of one file. `columns` is what remains for text beside the margin. */
export function frameRows(
  source: SourceText,
  allLabels: readonly FrameLabel[],
  style: FrameStyle,
  columns: number,
): FrameRow[] {
  const labels = allLabels.map((one) => ({ ...one, label: insideOf(source, one.label) }));
  const bars = withLanes(labels.filter(({ label }) => label.endLine > label.line));
  const marks = labels.filter(({ label }) => label.endLine <= label.line);
  const lanes = bars.reduce((most, bar) => Math.max(most, bar.lane + 1), 0);
  const shown = linesToShow(labels).map((line) => ({ line, plain: plainLine(source.lineAt(line)) }));
  const window = chooseWindow(shown, labels, columns - 2 * lanes);
  const rows: FrameRow[] = [];
  for (const [index, one] of shown.entries()) {
    const before = shown[index - 1];
    if (before !== undefined && one.line > before.line + 1) {
      rows.push({ margin: "...", body: barsAt(bars, lanes, one.line - 1, style).trimEnd() });
    }
    const text = cut(one.plain.text, one.plain.columns, window);
    rows.push({ margin: String(one.line), body: `${barsAt(bars, lanes, one.line, style)}${text}`.trimEnd() });
    rows.push(...marksUnder(one, marks, barsAt(bars, lanes, one.line + 0.5, style), style, window));
    rows.push(...barEnds(one, bars, lanes, style, window));
  }
  return rows;
}

/** A place behind the end of the text counts as the last line. */
function insideOf(source: SourceText, label: Label): Label {
  const last = source.lineStarts.length;
  return { ...label, line: Math.min(label.line, last), endLine: Math.min(label.endLine, last) };
}

/** Bars that share a line stand side by side; the longest outermost. */
function withLanes(labels: readonly FrameLabel[]): Bar[] {
  const sorted = [...labels].sort((a, b) => a.label.line - b.label.line || b.label.endLine - a.label.endLine);
  const bars: Bar[] = [];
  for (const one of sorted) {
    const taken = bars.filter(({ label }) => label.endLine >= one.label.line).map((bar) => bar.lane);
    let lane = 0;
    while (taken.includes(lane)) lane++;
    bars.push({ ...one, lane });
  }
  return bars;
}

/** First two and last line of a label, its own line where it is one; a single line between two of them, too. */
function linesToShow(labels: readonly FrameLabel[]): number[] {
  const wanted = new Set<number>();
  for (const { label } of labels) {
    for (const line of [label.line, Math.min(label.line + 1, label.endLine), label.endLine]) {
      wanted.add(line);
    }
  }
  for (const line of [...wanted]) if (wanted.has(line + 2)) wanted.add(line + 1);
  return [...wanted].sort((a, b) => a - b);
}

/** Part of the lines that fits: from the beginning unless a mark lies too far right. */
interface Window {
  readonly from: number;
  readonly columns: number;
}

function chooseWindow(shown: readonly Shown[], labels: readonly FrameLabel[], columns: number): Window {
  const widest = shown.reduce((most, { plain }) => Math.max(most, plain.columns), 0);
  const room = Math.max(20, columns);
  if (widest <= room) return { from: 0, columns: widest };
  const starts = labels.map(({ label }) => {
    const plain = shown.find((one) => one.line === label.line)?.plain;
    return plain?.columnOf(label.column) ?? 0;
  });
  const leftmost = Math.min(...starts);
  const from = leftmost < room * 0.6 ? 0 : leftmost - Math.floor(room / 4);
  return { from, columns: room };
}

function cut(text: string, columns: number, { from, columns: room }: Window): string {
  const left = from > 0 ? "…" : "";
  const right = columns > from + room ? "…" : "";
  return `${left}${sliceColumns(text, from + left.length, from + room - right.length)}${right}`;
}

const clampTo = ({ from, columns }: Window, column: number): number => Math.max(0, Math.min(column - from, columns));

/** What stands left of a line's text: `/` where a label begins, `|` inside it. */
function barsAt(bars: readonly Bar[], lanes: number, line: number, style: FrameStyle): string {
  let out = "";
  for (let lane = 0; lane < lanes; lane++) {
    const bar = bars.find((one) => one.lane === lane && one.label.line <= line && line <= one.label.endLine);
    const paint = bar === undefined ? String : painter(bar, style);
    out += bar === undefined ? "  " : `${paint(bar.label.line === line ? "/" : "|")} `;
  }
  return out;
}

const painter = ({ primary }: FrameLabel, style: FrameStyle): ((text: string) => string) =>
  primary ? style.primary : style.secondary;

function marksUnder(
  { line, plain }: Shown,
  labels: readonly FrameLabel[],
  bars: string,
  style: FrameStyle,
  window: Window,
): FrameRow[] {
  return labels
    .filter(({ label }) => label.line === line)
    .sort((a, b) => a.label.column - b.label.column)
    .map((one) => {
      const start = clampTo(window, plain.columnOf(one.label.column));
      const end = clampTo(window, plain.columnOf(one.label.endColumn));
      const mark = (one.primary ? "^" : "-").repeat(Math.max(1, end - start));
      const words = `${mark} ${withoutControls(one.label.text)}`.trimEnd();
      return { margin: "", body: `${bars}${" ".repeat(start)}${painter(one, style)(words)}` };
    });
}

/** `|____^ words` under the last line of a label over several lines. */
function barEnds(
  { line, plain }: Shown,
  bars: readonly Bar[],
  lanes: number,
  style: FrameStyle,
  window: Window,
): FrameRow[] {
  return bars
    .filter(({ label }) => label.endLine === line)
    .sort((a, b) => b.lane - a.lane)
    .map((bar) => {
      const open = bars.filter((one) => one.lane < bar.lane);
      const left = barsAt(open, bar.lane, line + (bar.lane > 0 ? 0 : 0.5), style);
      const column = clampTo(window, plain.columnOf(Math.max(1, bar.label.endColumn - 1)));
      const run = "_".repeat(2 * (lanes - bar.lane) - 1 + column);
      const words = `|${run}${bar.primary ? "^" : "-"} ${withoutControls(bar.label.text)}`.trimEnd();
      return { margin: "", body: `${left}${painter(bar, style)(words)}` };
    });
}
