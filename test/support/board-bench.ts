/**
 * All devices of a board, wired and clocked as the board says, without a processor: accesses by address, time by
 * hand.
 */
import { type Beat, beatsPerSecond, never } from "../../src/base/beat.ts";
import type { Board, PlacedDevice } from "../../src/board/board.ts";
import type { Device, DeviceIo, Width } from "../../src/device/device.ts";
import { viewOf } from "../../src/state/layout.ts";

export interface BoardBench {
  readonly gaps: string[];
  readonly resets: string[];
  readonly text: Map<string, string>;
  /** Accesses by Non-secure address; through a closed gate they read 0 and are counted in `gaps`. */
  read(address: number, width?: Width): number;
  write(address: number, value: number, width?: Width): void;
  clock(name: string): number;
  passMicroseconds(microseconds: number): void;
  line(name: string): 0 | 1;
  input(device: string, port: string, bytes: readonly number[]): void;
  /** Levels of external interrupts that are high, by number. */
  interrupts(): number[];
  warmReset(): void;
}

interface Built {
  readonly placed: PlacedDevice;
  readonly device: Device;
}

interface World {
  readonly board: Board;
  readonly built: Map<string, Built>;
  readonly lines: Map<string, 0 | 1>;
  readonly deadlines: Map<string, { readonly beat: Beat; readonly tag: number; readonly device: string }>;
  readonly gaps: string[];
  readonly resets: string[];
  readonly text: Map<string, string>;
  now: Beat;
  draws: number;
}

const clockOf = ({ board, built }: World, name: string): number =>
  board.clocks[name]?.((device, offset) => (built.get(device)?.device.peek(offset) ?? 0) >>> 0) ?? 0;

function applyClocks({ built }: World): void {
  for (const { device } of built.values()) device.clocksChanged?.();
}

function drive({ board, built, lines }: World, device: string, line: string, level: 0 | 1): void {
  const full = `${device}.${line}`;
  if ((lines.get(full) ?? 0) === level) return;
  lines.set(full, level);
  for (const { from, to } of board.wires)
    if (from.device === device && from.line === line) built.get(to.device)?.device.signal?.(to.signal, level);
}

function ioFor(world: World, { name, kind, clocks }: PlacedDevice): DeviceIo {
  return {
    state: viewOf(kind.state, new ArrayBuffer(kind.state.sizeBytes), 0),
    now: () => world.now,
    at: (tag, beat) => void world.deadlines.set(`${name}#${tag}`, { beat, tag, device: name }),
    cancel: (tag) => void world.deadlines.delete(`${name}#${tag}`),
    line: (line, level) => drive(world, name, line, level),
    output: (_, byte) => void world.text.set(name, (world.text.get(name) ?? "") + String.fromCharCode(byte)),
    clockHz: (input) => clockOf(world, clocks[input] ?? ""),
    clocksChanged: () => applyClocks(world),
    openBlocks: () => {},
    random: () => Math.imul(++world.draws, 0x9e3779b1) >>> 0,
    gap: (what) => void world.gaps.push(what),
    requestReset: (why) => void world.resets.push(why),
  };
}

/** The device that answers at an address, and the offset in it; null in a hole or behind a closed gate. */
function answering(world: World, address: number): { readonly device: Device; readonly offset: number } | null {
  for (const { placed, device } of world.built.values())
    for (const base of [placed.base, ...placed.aliases]) {
      if (address < base || address - base >= placed.sizeBytes) continue;
      if (placed.gate === null || world.lines.get(placed.gate) === 1) return { device, offset: address - base };
      world.gaps.push(`${placed.name} closed`);
      return null;
    }
  return null;
}

function pass(world: World, beats: Beat): void {
  const end = world.now + beats;
  for (;;) {
    const next = [...world.deadlines].sort(([, a], [, b]) => a.beat - b.beat)[0];
    if (next === undefined || next[1].beat > end || next[1].beat === never) break;
    world.now = Math.max(world.now, next[1].beat);
    world.deadlines.delete(next[0]);
    world.built.get(next[1].device)?.device.due?.(next[1].tag);
  }
  world.now = end;
}

function raisedInterrupts({ board, lines }: World): number[] {
  const high = board.devices.flatMap(({ name, interrupts }) =>
    Object.entries(interrupts).flatMap(([line, number]) => (lines.get(`${name}.${line}`) === 1 ? [number] : [])),
  );
  return [...new Set(high)].sort((a, b) => a - b);
}

export function boardBench(board: Board): BoardBench {
  const world: World = {
    ...{ board, built: new Map(), lines: new Map(), deadlines: new Map(), text: new Map() },
    ...{ gaps: [], resets: [], now: 0, draws: 0 },
  };
  for (const placed of board.devices)
    world.built.set(placed.name, { placed, device: placed.kind.build(ioFor(world, placed)) });
  const resetAll = () => {
    for (const { device } of world.built.values()) device.reset();
    applyClocks(world);
  };
  resetAll();
  return {
    ...{ gaps: world.gaps, resets: world.resets, text: world.text, warmReset: resetAll },
    clock: (name) => clockOf(world, name),
    read(address, width = 4) {
      const found = answering(world, address);
      return found === null ? 0 : found.device.read(found.offset, width) >>> 0;
    },
    write(address, value, width = 4) {
      const found = answering(world, address);
      found?.device.write(found.offset, width, value);
    },
    passMicroseconds: (microseconds) => pass(world, (microseconds * beatsPerSecond) / 1_000_000),
    line: (name) => world.lines.get(name) ?? 0,
    input: (device, port, bytes) => world.built.get(device)?.device.input?.(port, Uint8Array.from(bytes)),
    interrupts: () => raisedInterrupts(world),
  };
}
