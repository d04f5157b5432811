/**
 * Output lines of devices: their levels are state; where they go (interrupts, other devices' signals) the board says.
 */
import { assert } from "../base/assert.ts";
import type { Board, DeviceGuard } from "../board/board.ts";
import { array, block, u8, type View } from "../state/layout.ts";

export const lineCells = 1024;
export const lineBlock = block("lines", { level: array(u8, lineCells) });

export interface LineTargets {
  interrupt(number: number, level: 0 | 1): void;
  signal(device: string, signal: string, level: 0 | 1): void;
  /** A region of the IDAU, by its number, became callable or ceased to be. */
  callable(region: number, level: 0 | 1): void;
}

interface Line {
  readonly cell: number;
  readonly interrupts: readonly number[];
  readonly wires: readonly { readonly device: string; readonly signal: string }[];
  readonly regions: readonly number[];
}

export interface Lines {
  drive(device: string, line: string, level: 0 | 1): void;
  level(name: string): 0 | 1;
}

export function createLines(board: Board, state: View<(typeof lineBlock)["fields"]>, targets: LineTargets): Lines {
  const lines = new Map<string, Line>();
  /** Cells of all lines that share an interrupt: its level is their OR. */
  const sharers = new Map<number, number[]>();
  const lineOf = (name: string): Line => {
    const known = lines.get(name);
    if (known !== undefined) return known;
    assert(lines.size < lineCells, "the board's lines fit their block");
    const [device = "", line = ""] = splitName(name);
    const placed = board.devices.find((one) => one.name === device);
    const number = placed?.interrupts[line];
    const interrupts = number === undefined ? [] : [number];
    const wires = board.wires.filter((wire) => wire.from.device === device && wire.from.line === line).map((w) => w.to);
    const regions = [...board.idau.keys()].filter((region) => board.idau[region]?.callable === name);
    const made: Line = { cell: lines.size, interrupts, wires, regions };
    for (const irq of interrupts) sharers.set(irq, [...(sharers.get(irq) ?? []), made.cell]);
    lines.set(name, made);
    return made;
  };
  // Cells are numbered in board order, never by who drives first: the same board always has the same layout.
  for (const device of board.devices) {
    for (const line of Object.keys(device.interrupts)) lineOf(`${device.name}.${line}`);
    if (device.gate !== null) lineOf(device.gate);
    if (device.guard !== undefined) for (const name of guardLines(device.guard)) lineOf(name);
  }
  for (const { callable } of board.idau) if (callable !== undefined) lineOf(callable);
  for (const wire of board.wires) lineOf(`${wire.from.device}.${wire.from.line}`);
  return {
    drive(device, name, level) {
      const line = lines.get(`${device}.${name}`);
      if (line === undefined || state.level[line.cell] === level) return;
      state.level[line.cell] = level;
      for (const irq of line.interrupts) {
        const any = (sharers.get(irq) ?? []).some((cell) => state.level[cell] === 1);
        targets.interrupt(irq, any ? 1 : 0);
      }
      for (const wire of line.wires) targets.signal(wire.device, wire.signal, level);
      for (const region of line.regions) targets.callable(region, level);
    },
    level(name) {
      const line = lines.get(name);
      return line !== undefined && state.level[line.cell] === 1 ? 1 : 0;
    },
  };
}

const guardLines = ({ nonSecure, unprivileged, respond }: DeviceGuard): string[] => [nonSecure, unprivileged, respond];

function splitName(name: string): [string, string] {
  const dot = name.indexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}
