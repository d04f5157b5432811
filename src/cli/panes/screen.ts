/** Side by side: one terminal emulator per console, drawn cell by cell into one screen. */
import type { Terminal } from "@xterm/headless";
import stringWidth from "string-width";

export interface Pane {
  readonly title: string;
  readonly terminal: Terminal;
  /** Lines scrolled back; 0 follows the output. */
  scroll: number;
}

export interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly focus: number;
  readonly status: string;
  readonly colour: boolean;
}

/** Narrowest pane that is still worth looking at. */
export const narrowestPane = 20;

/** Width of each of `count` panes, borders between them taken off. */
export function paneWidths(columns: number, count: number): number[] {
  const inner = columns - (count - 1);
  const each = Math.floor(inner / count);
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? inner - each * (count - 1) : each));
}

const reset = "\x1b[0m";

function padTo(text: string, width: number): string {
  let kept = "";
  for (const character of text) {
    if (stringWidth(kept + character) > width) break;
    kept += character;
  }
  return kept + " ".repeat(Math.max(0, width - stringWidth(kept)));
}

function titleOf(pane: Pane, focused: boolean, width: number, colour: boolean): string {
  const scrolled = pane.scroll > 0 ? ` [-${pane.scroll}]` : "";
  const text = padTo(`${focused ? ">" : " "} ${pane.title}${scrolled}`, width);
  if (!colour) return text;
  return focused ? `\x1b[7m${text}${reset}` : `\x1b[2m${text}${reset}`;
}

/** One row of a pane's emulator, padded to its width. Colours of the guest are kept where they are wanted. */
function rowOf(pane: Pane, row: number, width: number): string {
  const buffer = pane.terminal.buffer.active;
  const line = buffer.getLine(Math.max(0, buffer.baseY - pane.scroll) + row);
  return padTo(line?.translateToString(true, 0, width) ?? "", width);
}

/** The whole screen as one write: home, then every row. */
export function drawScreen(panes: readonly Pane[], frame: Frame): string {
  const widths = paneWidths(frame.columns, panes.length);
  const border = frame.colour ? `\x1b[2m|${reset}` : "|";
  const join = (cells: readonly string[]): string => cells.join(border);
  const rows = [
    join(panes.map((pane, index) => titleOf(pane, index === frame.focus, widths[index] ?? 0, frame.colour))),
  ];
  for (let row = 0; row < frame.rows - 2; row++) {
    rows.push(join(panes.map((pane, index) => rowOf(pane, row, widths[index] ?? 0))));
  }
  const status = padTo(frame.status, frame.columns);
  rows.push(frame.colour ? `\x1b[7m${status}${reset}` : status);
  return `\x1b[H${rows.map((row) => `${row}\x1b[K`).join("\r\n")}`;
}
