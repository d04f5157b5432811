/** Source lines as a terminal shows them: tabs expanded, wide characters measured, control characters made visible. */
import stringWidth from "string-width";

const tabColumns = 4;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A line ready to print. */
export interface PlainLine {
  readonly text: string;
  /** Terminal columns that `text` takes. */
  readonly columns: number;
  /** Terminal column (0-based) of a source column (1-based, UTF-16 units); columns behind the end count as blanks. */
  columnOf(sourceColumn: number): number;
}

const isControl = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  // Marks that turn the writing direction would show another text than the one that is read.
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/** Control characters would steer the terminal: each is shown as one replacement character. Line feeds stay. */
export const withoutControls = (text: string): string =>
  [...text].map((one) => (one !== "\n" && isControl(one.codePointAt(0) ?? 0) ? "\ufffd" : one)).join("");

export function plainLine(source: string): PlainLine {
  const starts: number[] = [];
  let text = "";
  let columns = 0;
  for (const { segment } of graphemes.segment(source)) {
    const shown = segment === "\t" ? " ".repeat(tabColumns - (columns % tabColumns)) : withoutControls(segment);
    for (let unit = 0; unit < segment.length; unit++) starts.push(columns);
    text += shown;
    columns += segment === "\t" ? shown.length : stringWidth(shown);
  }
  const columnOf = (sourceColumn: number): number => {
    const unit = Math.max(0, sourceColumn - 1);
    return starts[unit] ?? columns + unit - starts.length;
  };
  return { text, columns, columnOf };
}

/** The terminal columns `from` to `to` of a line; a wide character that is cut leaves a blank. */
export function sliceColumns(text: string, from: number, to: number): string {
  let column = 0;
  let out = "";
  for (const { segment } of graphemes.segment(text)) {
    const width = stringWidth(segment);
    const end = column + width;
    if (column >= from && end <= to) out += segment;
    else if (end > from && column < to) out += " ".repeat(Math.min(end, to) - Math.max(column, from));
    column = end;
  }
  return out;
}

/** Words of a paragraph in lines of at most `columns`. Lines that begin with a blank are kept as they are. */
export function wrap(text: string, columns: number): string[] {
  return withoutControls(text)
    .split("\n")
    .flatMap((line) => (line.startsWith(" ") ? [line] : wrapLine(line, Math.max(columns, 20))));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let open = "";
  for (const word of line.split(" ")) {
    const longer = open === "" ? word : `${open} ${word}`;
    if (open !== "" && stringWidth(longer) > columns) {
      lines.push(open);
      open = word;
    } else open = longer;
  }
  return [...lines, open];
}
