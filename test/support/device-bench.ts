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
  /** Words of the memory guard's table, as the device has opened them. */
  readonly blocks: ReadonlyMap<number, number>;
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

/** What the fake io keeps: all of it visible to the bench. */
interface World {
  now: Beat;
  grain: Beat;
  draws: number;
  readonly deadlines: Map<number, Beat>;
  readonly lines: Map<string, 0 | 1>;
  readonly rises: Map<string, number>;
  readonly clocks: Map<string, number>;
  readonly outputs: Output[];
  readonly gaps: string[];
  readonly resets: string[];
  readonly blocks: Map<number, number>;
}

const worldOf = (start: BenchStart): World => ({
  now: start.now ?? 0,
  grain: start.grain ?? 1,
  draws: start.draws ?? 0,
  deadlines: new Map(start.deadlines ?? []),
  lines: new Map(start.lines ?? []),
  rises: new Map(),
  clocks: new Map(Object.entries(start.clocks ?? {})),
  ...{ outputs: [], gaps: [], resets: [], blocks: new Map() },
});

const fakeIo = (world: World, state: View<Fields>, clocksChanged: () => void): DeviceIo => ({
  state,
  now: () => world.now,
  at: (tag, beat) => void world.deadlines.set(tag, beat),
  cancel: (tag) => void world.deadlines.delete(tag),
  line(name, level) {
    if (level === 1 && world.lines.get(name) !== 1) world.rises.set(name, (world.rises.get(name) ?? 0) + 1);
    world.lines.set(name, level);
  },
  output: (port, byte) => void world.outputs.push({ port, byte, beat: world.now }),
  clockHz: (name) => world.clocks.get(name) ?? 0,
  clocksChanged,
  openBlocks: (word, nonSecure) => void world.blocks.set(word, nonSecure >>> 0),
  random: () => (Math.imul(++world.draws, 0x9e3779b1) ^ 0x5bd1e995) >>> 0,
  gap: (what) => void world.gaps.push(what),
  requestReset: (why) => void world.resets.push(why),
});

function soonest(deadlines: ReadonlyMap<number, Beat>): [tag: number, beat: Beat] {
  let found: [number, Beat] = [-1, never];
  for (const [tag, beat] of deadlines)
    if (beat < found[1] || (beat === found[1] && tag < found[0])) found = [tag, beat];
  return found;
}

/** Deliver, in order, what falls due within `beats`, at the first multiple of the grain. */
function pass(world: World, device: Device, beats: Beat): void {
  const end = world.now + beats;
  for (;;) {
    const [tag, beat] = soonest(world.deadlines);
    const at = Math.ceil(beat / world.grain) * world.grain;
    if (at > end || beat === never) break;
    world.now = Math.max(world.now, at);
    world.deadlines.delete(tag);
    device.due?.(tag);
  }
  world.now = end;
}

export function deviceBench(kind: DeviceKind, start: BenchStart = {}): DeviceBench {
  const memory = start.memory ?? new ArrayBuffer(kind.state.sizeBytes);
  const state = viewOf(kind.state, memory, 0);
  const world = worldOf(start);
  const { deadlines, lines, outputs, gaps, resets, blocks } = world;
  const device: Device = kind.build(fakeIo(world, state, () => device.clocksChanged?.()));
  if (start.memory === undefined) device.reset();
  return {
    ...{ device, memory, deadlines, state, outputs, gaps, resets, blocks },
    now: () => world.now,
    pass: (beats) => pass(world, device, beats),
    passSeconds: (seconds) => pass(world, device, Math.round(seconds * beatsPerSecond)),
    setGrain(beats) {
      world.grain = beats;
    },
    line: (name) => lines.get(name) ?? 0,
    levels: () => Object.fromEntries([...lines].sort()),
    copy: (clocks) => deviceBench(kind, { ...world, clocks, memory: memory.slice(0) }),
    rises: (name) => world.rises.get(name) ?? 0,
    setClock(name, hertz) {
      world.clocks.set(name, hertz);
      device.clocksChanged?.();
    },
    read: (offset, width = 4) => device.read(offset, width),
    write: (offset, value, width = 4) => device.write(offset, width, value),
    peek: (offset) => device.peek(offset),
    text: () => String.fromCharCode(...outputs.map(({ byte }) => byte)),
  };
}
