/** Builds the board's devices into a machine: their state, their io, their windows on the bus. */
import { assert } from "../base/assert.ts";
import { type Beat, never } from "../base/beat.ts";
import type { Board, PeekRegister, PlacedDevice } from "../board/board.ts";
import { breakExit, type Core } from "../core/core.ts";
import type { Device, DeviceIo, Width } from "../device/device.ts";
import { createBus, type Window } from "./bus.ts";
import { beatNow, cycleAt, setProcessorClock } from "./clock.ts";
import { type Deadlines, deadlineCells } from "./deadlines.ts";
import type { Lines } from "./lines.ts";
import { noteMoment } from "./notes.ts";
import type { Places } from "./places.ts";
import type { Sink } from "./sink.ts";

export interface Surroundings {
  readonly board: Board;
  readonly core: Core;
  readonly places: Places;
  readonly deadlines: Deadlines;
  readonly lines: Lines;
  readonly sink: Sink;
  random(): number;
}

export interface BuiltDevices {
  named(name: string): Device;
  read(address: number, sizeBytes: number): number;
  write(address: number, value: number, sizeBytes: number): void;
  note(kind: number, a: number, b: number): void;
  /** A deadline cell has come. */
  due(cell: number): void;
  signal(device: string, signal: string, level: 0 | 1): void;
  resetAll(): void;
  /** Frequencies follow the clock registers: the processor's, then every device is told. */
  applyClocks(): void;
}

interface Cell {
  readonly device: string;
  readonly tag: number;
}

export function buildDevices(around: Surroundings): BuiltDevices {
  const { board, core, lines, sink } = around;
  const devices = new Map<string, Device>();
  const cells: Cell[] = [];
  const named = (name: string): Device => {
    const device = devices.get(name);
    assert(device !== undefined, `the board has a device ${name}`);
    return device;
  };
  const peek: PeekRegister = (name, offset) => named(name).peek(offset) >>> 0;
  const applyClocks = (): void => {
    setClocks(around, peek);
    for (const device of devices.values()) device.clocksChanged?.();
    if (core.scratch.exitReason === 0) core.scratch.exitReason = breakExit;
  };
  for (const placed of board.devices) {
    const firstCell = cells.length;
    for (let tag = 0; tag < placed.kind.tags; tag++) cells.push({ device: placed.name, tag });
    const io = deviceIo(around, placed, firstCell, peek, applyClocks);
    devices.set(placed.name, placed.kind.build(io));
  }
  assert(cells.length <= deadlineCells, "the board's deadlines fit their block");
  const bus = createBus(board.devices.flatMap((placed) => windowsOf(placed, named(placed.name), lines)));
  const access = (address: number): Window | null => {
    const window = bus.find(address);
    if (window === null) core.scratch.busError = 1;
    else if (!window.open()) {
      sink.gap(`${window.name} used while its clock is off`);
      return null;
    }
    return window;
  };
  return {
    named,
    read(address, sizeBytes) {
      const window = access(address);
      return window === null ? 0 : window.device.read(address - window.offset, sizeBytes as Width) >>> 0;
    },
    write(address, value, sizeBytes) {
      const window = access(address);
      core.scratch.resync = 1;
      window?.device.write(address - window.offset, sizeBytes as Width, value);
    },
    note: (kind, a, b) => noteMoment(sink, kind, a, b),
    due(cell) {
      const target = cells[cell];
      assert(target !== undefined, "a deadline belongs to a device");
      named(target.device).due?.(target.tag);
    },
    signal(name, signal, level) {
      const device = named(name);
      if (signal !== "reset") device.signal?.(signal, level);
      else if (level === 1) device.reset();
    },
    resetAll() {
      for (const device of devices.values()) device.reset();
    },
    applyClocks,
  };
}

/** The processor's clock, SysTick's reference and calibration follow the registers. */
function setClocks({ board, core, sink }: Surroundings, peek: PeekRegister): void {
  const hertz = board.clocks.cpu?.(peek) ?? 0;
  if (hertz > 0) setProcessorClock(core, hertz);
  else sink.gap("processor clock stopped");
  const reference = board.systickReference === null ? 0 : (board.clocks[board.systickReference]?.(peek) ?? 0);
  core.cpu.systickReferenceCycles = reference === 0 ? 0 : Math.max(1, Math.round(hertz / reference));
  core.cpu.systickCalibration.set(board.systickCalibration(peek));
}

function windowsOf(placed: PlacedDevice, device: Device, lines: Lines): Window[] {
  const { gate, name, sizeBytes } = placed;
  const open = gate === null ? () => true : () => lines.level(gate) === 1;
  return [placed.base, ...placed.aliases].map((base) => ({ name, device, base, sizeBytes, offset: base, open }));
}

function deviceIo(
  around: Surroundings,
  placed: PlacedDevice,
  firstCell: number,
  peek: PeekRegister,
  applyClocks: () => void,
): DeviceIo {
  const { board, core, places, deadlines, lines, sink } = around;
  const { name, clocks } = placed;
  /** An appointment nearer than the end of the slice under way calls the core back. */
  const appoint = (tag: number, beat: Beat): void => {
    deadlines.set(firstCell + tag, beat);
    if (core.scratch.exitReason === 0 && cycleAt(core, beat) - core.cpu.extraCycles < core.scratch.sliceEnd) {
      core.scratch.exitReason = breakExit;
      core.scratch.resync = 1;
    }
  };
  return {
    state: places.place(name, placed.kind.state),
    now: () => beatNow(core),
    at: appoint,
    cancel: (tag) => deadlines.set(firstCell + tag, never),
    line: (line, level) => lines.drive(name, line, level),
    output: (port, byte) => sink.output(name, port, byte, beatNow(core)),
    clockHz: (input) => board.clocks[clocks[input] ?? ""]?.(peek) ?? 0,
    clocksChanged: applyClocks,
    random: around.random,
    gap: (what) => sink.gap(what),
    requestReset(why) {
      sink.moment("reset-request", { device: name, why });
      core.cpu.resetRequest = 1;
    },
  };
}
