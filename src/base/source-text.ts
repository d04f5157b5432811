/**
 * A text the user wrote, with its name: turns offsets into lines and columns, and lines into frames for diagnostics.
 */
import type { Span } from "./diagnostic.ts";

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** Whole lines around a span, for printing under a diagnostic. */
export interface Frame {
  /** 1-based number of the first line of `lines`. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

export class SourceText {
  /** The path as the user gave it. */
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins; line ends are LF, CR LF and a lone CR. */
  readonly lineStarts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
    this.lineStarts = starts;
  }

  /** The place of an offset; offsets outside the text are taken as its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] as number) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.lineStarts[low] as number) + 1 };
  }

  /** The span of `start` (inclusive) to `end` (exclusive), both offsets. */
  spanOf(start: number, end: number): Span {
    const from = this.positionAt(start);
    const to = this.positionAt(Math.max(start, end));
    return { file: this.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** A 1-based line without its line end; empty outside the text. */
  lineAt(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    const end = this.lineStarts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, "");
  }

  /** The lines a span covers and `around` lines on each side, clipped to the text. */
  frameOf(span: Span, around = 0): Frame {
    const firstLine = Math.max(1, span.line - around);
    const lastLine = Math.min(this.lineStarts.length, span.endLine + around);
    const lines: string[] = [];
    for (let line = firstLine; line <= lastLine; line++) lines.push(this.lineAt(line));
    return { firstLine, lines };
  }
}
