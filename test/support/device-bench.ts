/** A bench for one device: virtual time that moves only when told, line levels, output with its beats, gaps by name. */
import { type Beat, beatsPerSecond, never } from "../../src/base/beat.ts";
import type { Device, DeviceIo, DeviceKind, Width } from "../../src/device/device.ts";
import { type Fields, type View, viewOf } from "../../src/state/layout.ts";

export interface Output {
  readonly port: string;
  readonly byte: number;
  readonly beat: Beat;
}

export interface DeviceBench {
  readonly device: Device;
  /** The block's bytes, and the deadlines beside it: all there is to save. */
  readonly memory: ArrayBuffer;
  readonly deadlines: Map<number, Beat>;
  readonly state: View<Fields>;
  readonly outputs: Output[];
  readonly gaps: string[];
  readonly resets: string[];
  now(): Beat;
  /** Let time pass; deadlines come in order of (time, tag), each at its own beat. */
  pass(beats: Beat): void;
  passSeconds(seconds: number): void;
  /** Deliver deadlines only when time has come to a multiple of this, as a processor between two instructions does. */
  setGrain(beats: Beat): void;
  line(name: string): 0 | 1;
  /** All lines ever driven. */
  levels(): Record<string, 0 | 1>;
  /** A fresh device of the same kind on a copy of this one's bytes, deadlines and lines. `clocks` as they are now. */
  copy(clocks: Readonly<Record<string, number>>): DeviceBench;
  /** How often a line has risen. */
  rises(name: string): number;
  setClock(name: string, hertz: number): void;
  read(offset: number, width?: Width): number;
  write(offset: number, value: number, width?: Width): void;
  peek(offset: number): number;
  text(): string;
}

/** Starting conditions: clocks in hertz by the device's names for them, and a moment to start from. */
export interface BenchStart {
  readonly clocks?: Readonly<Record<string, number>>;
  readonly memory?: ArrayBuffer;
  readonly deadlines?: ReadonlyMap<number, Beat>;
  readonly lines?: ReadonlyMap<string, 0 | 1>;
  readonly now?: Beat;
  readonly draws?: number;
  readonly grain?: Beat;
}

export function deviceBench(kind: DeviceKind, start: BenchStart = {}): DeviceBench {
  const memory = start.memory ?? new ArrayBuffer(kind.state.sizeBytes);
  const state = viewOf(kind.state, memory, 0);
  const deadlines = new Map(start.deadlines ?? []);
  const lines = new Map(start.lines ?? []);
  const rises = new Map<string, number>();
  const clocks = new Map(Object.entries(start.clocks ?? {}));
  const outputs: Output[] = [];
  const gaps: string[] = [];
  const resets: string[] = [];
  let now = start.now ?? 0;
  let grain = start.grain ?? 1;
  let draws = start.draws ?? 0;
  const io: DeviceIo = {
    state,
    now: () => now,
    at: (tag, beat) => void deadlines.set(tag, beat),
    cancel: (tag) => void deadlines.delete(tag),
    line(name, level) {
      if (level === 1 && lines.get(name) !== 1) rises.set(name, (rises.get(name) ?? 0) + 1);
      lines.set(name, level);
    },
    output: (port, byte) => void outputs.push({ port, byte, beat: now }),
    clockHz: (name) => clocks.get(name) ?? 0,
    clocksChanged: () => device.clocksChanged?.(),
    random: () => (Math.imul(++draws, 0x9e3779b1) ^ 0x5bd1e995) >>> 0,
    gap: (what) => void gaps.push(what),
    requestReset: (why) => void resets.push(why),
  };
  const device: Device = kind.build(io);
  if (start.memory === undefined) device.reset();
  const soonest = (): [number, Beat] => {
    let found: [number, Beat] = [-1, never];
    for (const [tag, beat] of deadlines)
      if (beat < found[1] || (beat === found[1] && tag < found[0])) found = [tag, beat];
    return found;
  };
  const pass = (beats: Beat): void => {
    const end = now + beats;
    for (let [tag, beat] = soonest(); Math.ceil(beat / grain) * grain <= end; [tag, beat] = soonest()) {
      now = Math.max(now, Math.ceil(beat / grain) * grain);
      deadlines.delete(tag);
      device.due?.(tag);
    }
    now = end;
  };
  return {
    ...{ device, memory, deadlines, state, outputs, gaps, resets, pass },
    now: () => now,
    passSeconds: (seconds) => pass(Math.round(seconds * beatsPerSecond)),
    setGrain(beats) {
      grain = beats;
    },
    line: (name) => lines.get(name) ?? 0,
    levels: () => Object.fromEntries([...lines].sort()),
    copy: (hertz) => deviceBench(kind, { clocks: hertz, memory: memory.slice(0), deadlines, lines, now, draws, grain }),
    rises: (name) => rises.get(name) ?? 0,
    setClock(name, hertz) {
      clocks.set(name, hertz);
      device.clocksChanged?.();
    },
    read: (offset, width = 4) => device.read(offset, width),
    write: (offset, value, width = 4) => device.write(offset, width, value),
    peek: (offset) => device.peek(offset),
    text: () => String.fromCharCode(...outputs.map(({ byte }) => byte)),
  };
}
