/** Builds the board's devices into a machine: their state, their io, their windows on the bus. */
import { assert } from "../base/assert.ts";
import { type Beat, never } from "../base/beat.ts";
import type { Board, PeekRegister, PlacedDevice } from "../board/board.ts";
import { breakExit, type Core } from "../core/core.ts";
import type { Device, DeviceIo, Transaction, Width } from "../device/device.ts";
import { type Bus, createBus, type Window } from "./bus.ts";
import { beatNow, cycleAt, setProcessorClock } from "./clock.ts";
import { type Deadlines, deadlineCells } from "./deadlines.ts";
import { type GuardedMemory, guardedMemories, openBlocks } from "./guards.ts";
import type { Lines } from "./lines.ts";
import type { PlacedMemory } from "./memories.ts";
import { noteMoment } from "./notes.ts";
import type { Places } from "./places.ts";
import type { Sink } from "./sink.ts";

export interface Surroundings {
  readonly board: Board;
  readonly core: Core;
  readonly memories: readonly PlacedMemory[];
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
  /** Who asked for a system reset, by what stands in the processor's resetRequest. */
  resetter(request: number): string;
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
  const bus = createBus(board.devices.flatMap((placed) => windowsOf(placed, named, lines)));
  const access = accessTo(around, bus, guardedMemories(board, named));
  return {
    named,
    read(address, sizeBytes) {
      const window = access(address);
      return window === null ? 0 : window.device.read(address - window.origin, sizeBytes as Width) >>> 0;
    },
    write(address, value, sizeBytes) {
      const window = access(address);
      core.scratch.resync = 1;
      window?.device.write(address - window.origin, sizeBytes as Width, value);
    },
    note: (kind, a, b) => noteMoment(sink, kind, a, b),
    due(cell) {
      const target = cells[cell];
      assert(target !== undefined, "a deadline belongs to a device");
      named(target.device).due?.(target.tag);
    },
    signal(name, signal, level) {
      if (name === processorName) return pendNmi(core, level);
      const device = named(name);
      if (signal !== "reset") device.signal?.(signal, level);
      else if (level === 1) device.reset();
    },
    resetAll() {
      for (const device of devices.values()) device.reset();
    },
    resetter: (request) => board.devices[request - firstResetter]?.name ?? "software (AIRCR.SYSRESETREQ)",
    applyClocks,
  };
}

/** The window that answers a transaction at an address; null where none does, and the bus has its answer. */
function accessTo(
  { core, sink }: Surroundings,
  bus: Bus,
  guarded: (address: number) => GuardedMemory | null,
): (address: number) => Window | null {
  return (address) => {
    const transaction = transactionOf(core.scratch.transaction);
    const window = bus.find(address);
    if (window === null) {
      const memory = guarded(address);
      if (memory === null || memory.refuse(transaction)) core.scratch.busError = 1;
      return null;
    }
    if (!window.open()) {
      sink.gap(`${window.name} used while its clock is off`);
      return null;
    }
    const refusal = window.refuse(transaction);
    if (refusal === null) return window;
    if (refusal.error) core.scratch.busError = 1;
    return null;
  };
}

/** Values of resetRequest: software writes 1, device n of the board leaves n + 2. */
const firstResetter = 2;

/** The processor's clock, SysTick's reference and calibration follow the registers. */
function setClocks({ board, core, sink }: Surroundings, peek: PeekRegister): void {
  const hertz = board.clocks.cpu?.(peek) ?? 0;
  if (hertz > 0) setProcessorClock(core, hertz);
  else sink.gap("processor clock stopped");
  const reference = board.systickReference === null ? 0 : (board.clocks[board.systickReference]?.(peek) ?? 0);
  core.cpu.systickReferenceCycles = reference === 0 ? 0 : Math.max(1, Math.round(hertz / reference));
  core.cpu.systickCalibration.set(board.systickCalibration(peek));
}

const transactionOf = (bits: number): Transaction => ({ nonSecure: (bits & 1) !== 0, privileged: (bits & 2) !== 0 });

/** The device of a wire that is none: the processor itself. */
const processorName = "processor";
const nmiPending = 1 << 2;
/** NMI is kept with the Secure exceptions, whichever state it is taken to. */
const nmiBank = 1;

function pendNmi({ cpu, scratch }: Core, level: 0 | 1): void {
  if (level === 0) return;
  cpu.systemPending[nmiBank] = (cpu.systemPending[nmiBank] ?? 0) | nmiPending;
  cpu.recheck = 1;
  scratch.resync = 1;
}

function windowsOf(placed: PlacedDevice, named: (name: string) => Device, lines: Lines): Window[] {
  const { gate, guard, name, sizeBytes, pages = [] } = placed;
  const device = named(name);
  const refuse = (transaction: Transaction): { error: boolean } | null => {
    if (guard === undefined) return null;
    const belongs = (lines.level(guard.nonSecure) === 1) === transaction.nonSecure;
    if (belongs && (transaction.privileged || lines.level(guard.unprivileged) === 1)) return null;
    const { device: teller, signal } = guard.refused;
    named(teller).signal?.(signal, 1);
    named(teller).signal?.(signal, 0);
    return { error: lines.level(guard.respond) === 1 };
  };
  const open = gate === null ? () => true : () => lines.level(gate) === 1;
  const whole = [placed.base, ...placed.aliases].map((base) => ({ base, sizeBytes, offset: 0 }));
  return [...whole, ...pages].map(({ base, sizeBytes: bytes, offset }) => {
    return { name, device, base, sizeBytes: bytes, origin: base - offset, open, refuse };
  });
}

function deviceIo(
  around: Surroundings,
  placed: PlacedDevice,
  firstCell: number,
  peek: PeekRegister,
  applyClocks: () => void,
): DeviceIo {
  const { board, core, memories, places, deadlines, lines, sink } = around;
  const { name, clocks } = placed;
  /** An appointment nearer than the end of the slice under way calls the core back. */
  const appoint = (tag: number, beat: Beat): void => {
    deadlines.set(firstCell + tag, beat);
    if (core.scratch.exitReason === 0 && cycleAt(core, beat) - core.cpu.extraCycles < core.scratch.runEnd) {
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
    openBlocks: (word, nonSecure) => openBlocks(core, memories, name, word, nonSecure),
    random: around.random,
    gap: (what) => sink.gap(what),
    requestReset(why) {
      sink.moment("reset-request", { device: name, why });
      core.cpu.resetRequest = firstResetter + board.devices.indexOf(placed);
    },
  };
}
