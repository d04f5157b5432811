/** Shows the boards of this release: one line each, or the whole map of one. */
import { didYouMean } from "../base/suggest.ts";
import type { Board } from "../board/board.ts";
import { boards, findBoard } from "../board/boards.ts";
import { UsageError } from "./exit.ts";

/** Throws UsageError for a board that is not there. */
export function showBoards(name: string | null, json: boolean): void {
  if (name === null) return print(json ? JSON.stringify(boards.map(summaryOf)) : tableText(boards.map(rowOf)));
  const board = findBoard(name);
  if (board === undefined) {
    const names = boards.map((one) => one.name);
    const [hint] = didYouMean(name, names);
    throw new UsageError(`there is no board \`${name}\``, hint ?? `known boards: ${names.join(", ")}`);
  }
  print(json ? JSON.stringify({ ...summaryOf(board), ...placesOf(board) }) : mapText(board));
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const hex = (value: number): string => `0x${value.toString(16).padStart(8, "0")}`;

const kib = (sizeBytes: number): string => (sizeBytes % 1024 === 0 ? `${sizeBytes / 1024} KiB` : `${sizeBytes} bytes`);

const sumOf = (board: Board, kinds: readonly string[]): number =>
  board.memories.reduce((sum, { kind, sizeBytes }) => sum + (kinds.includes(kind) ? sizeBytes : 0), 0);

const summaryOf = (board: Board): object => ({
  name: board.name,
  title: board.title,
  processor: board.processor.name,
  interrupt_lines: board.processor.interruptLines,
  sau_regions: board.processor.sauRegions,
  flash_bytes: sumOf(board, ["flash"]),
  ram_bytes: sumOf(board, ["ram"]),
});

const placesOf = ({ memories, devices }: Board): object => ({
  memories: memories.map(({ name, kind, base, sizeBytes, aliases }) => ({
    ...{ name, kind, base, size_bytes: sizeBytes, aliases },
  })),
  devices: devices.map(({ name, title, base, sizeBytes, aliases, interrupts }) => ({
    ...{ name, title, base, size_bytes: sizeBytes, aliases, interrupts },
  })),
});

function rowOf(board: Board): string[] {
  const { name, processor, devices, title } = board;
  const [flash, ram] = [kib(sumOf(board, ["flash"])), kib(sumOf(board, ["ram"]))];
  return [name, processor.name, `${flash} flash`, `${ram} RAM`, `${devices.length} devices`, title];
}

/** Columns as wide as their widest cell, two blanks between them. */
function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

function mapText({ name, title, processor, memories, devices }: Board): string {
  const memoryRows = memories.map(({ name, kind, base, sizeBytes, aliases }) => {
    const also = aliases.length === 0 ? "" : `also at ${aliases.map(hex).join(", ")}`;
    return [`  ${hex(base)}`, kib(sizeBytes), name, kind, also];
  });
  const deviceRows = [...devices]
    .sort((a, b) => a.base - b.base)
    .map(({ name, title, base, sizeBytes, interrupts }) => {
      const lines = [...new Set(Object.values(interrupts))];
      return [`  ${hex(base)}`, kib(sizeBytes), name, lines.length === 0 ? "" : `line ${lines.join(", ")}`, title];
    });
  return [
    `${name}: ${title}`,
    `${processor.name}, ${processor.interruptLines} interrupt lines, ${processor.sauRegions} SAU regions`,
    "memories:",
    tableText(memoryRows),
    "devices (an interrupt id in a configuration is 16 + the line):",
    tableText(deviceRows),
  ].join("\n");
}
