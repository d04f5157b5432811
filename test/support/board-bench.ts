/** All devices of a board, wired and clocked as the board says, without a processor: accesses by address, time by hand. */
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

export function boardBench(board: Board): BoardBench {
  const built = new Map<string, Built>();
  const lines = new Map<string, 0 | 1>();
  const deadlines = new Map<string, { beat: Beat; tag: number; device: string }>();
  const gaps: string[] = [];
  const resets: string[] = [];
  const text = new Map<string, string>();
  let now = 0;
  let draws = 0;
  const peek = (name: string, offset: number) => (built.get(name)?.device.peek(offset) ?? 0) >>> 0;
  const clock = (name: string) => board.clocks[name]?.(peek) ?? 0;
  const applyClocks = () => {
    for (const { device } of built.values()) device.clocksChanged?.();
  };
  const ioFor = (placed: PlacedDevice): DeviceIo => ({
    state: viewOf(placed.kind.state, new ArrayBuffer(placed.kind.state.sizeBytes), 0),
    now: () => now,
    at: (tag, beat) => void deadlines.set(`${placed.name}#${tag}`, { beat, tag, device: placed.name }),
    cancel: (tag) => void deadlines.delete(`${placed.name}#${tag}`),
    line(name, level) {
      const full = `${placed.name}.${name}`;
      if ((lines.get(full) ?? 0) === level) return;
      lines.set(full, level);
      for (const { from, to } of board.wires)
        if (from.device === placed.name && from.line === name) built.get(to.device)?.device.signal?.(to.signal, level);
    },
    output: (_, byte) => void text.set(placed.name, (text.get(placed.name) ?? "") + String.fromCharCode(byte)),
    clockHz: (name) => clock(placed.clocks[name] ?? ""),
    clocksChanged: applyClocks,
    random: () => Math.imul(++draws, 0x9e3779b1) >>> 0,
    gap: (what) => void gaps.push(what),
    requestReset: (why) => void resets.push(why),
  });
  for (const placed of board.devices) built.set(placed.name, { placed, device: placed.kind.build(ioFor(placed)) });
  const resetAll = () => {
    for (const { device } of built.values()) device.reset();
    applyClocks();
  };
  resetAll();
  const at = (address: number): { one: Built; offset: number } | null => {
    for (const one of built.values()) {
      const { placed } = one;
      for (const base of [placed.base, ...placed.aliases])
        if (address >= base && address - base < placed.sizeBytes) return { one, offset: address - base };
    }
    return null;
  };
  const open = ({ placed }: Built): boolean => {
    const shut = placed.gate !== null && lines.get(placed.gate) !== 1;
    if (shut) gaps.push(`${placed.name} closed`);
    return !shut;
  };
  return {
    ...{ gaps, resets, text, clock, warmReset: resetAll },
    read(address, width = 4) {
      const found = at(address);
      return found !== null && open(found.one) ? found.one.device.read(found.offset, width) >>> 0 : 0;
    },
    write(address, value, width = 4) {
      const found = at(address);
      if (found !== null && open(found.one)) found.one.device.write(found.offset, width, value);
    },
    passMicroseconds(microseconds) {
      const end = now + (microseconds * beatsPerSecond) / 1_000_000;
      for (;;) {
        const next = [...deadlines].sort(([, a], [, b]) => a.beat - b.beat)[0];
        if (next === undefined || next[1].beat > end || next[1].beat === never) break;
        now = Math.max(now, next[1].beat);
        deadlines.delete(next[0]);
        built.get(next[1].device)?.device.due?.(next[1].tag);
      }
      now = end;
    },
    line: (name) => lines.get(name) ?? 0,
    input: (device, port, bytes) => built.get(device)?.device.input?.(port, Uint8Array.from(bytes)),
    interrupts() {
      const high = board.devices.flatMap(({ name, interrupts }) =>
        Object.entries(interrupts).flatMap(([line, number]) => (lines.get(`${name}.${line}`) === 1 ? [number] : [])),
      );
      return [...new Set(high)].sort((a, b) => a - b);
    },
  };
}
