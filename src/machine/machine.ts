/**
 * The whole board: engine, memories, devices, lines, deadlines. One loop: run the core to the next moment anybody waits
 * for, deliver, repeat. Nothing here reads a host clock or draws a number of its own.
 */
import { assert } from "../base/assert.ts";
import { type Beat, never } from "../base/beat.ts";
import type { Board } from "../board/board.ts";
import { breakExit, type Core, createCore } from "../core/core.ts";
import { block, u32, type View } from "../state/layout.ts";
import { pageBytes, physicalBase } from "../state/memory-map.ts";
import { beatNow, cycleAt } from "./clock.ts";
import { createDeadlines, type Deadlines, deadlineBlock } from "./deadlines.ts";
import { type BuiltDevices, buildDevices } from "./devices.ts";
import { generatorBlock, nextRandom, seedGenerator } from "./generator.ts";
import { createLines, lineBlock } from "./lines.ts";
import { describeBoard, idauAttributes, memoryAt, type PlacedMemory, placeMemories } from "./memories.ts";
import { noteAccess, noteException } from "./notes.ts";
import { createPlaces, type Places } from "./places.ts";
import type { Listener } from "./probes.ts";
import type { Sink } from "./sink.ts";
import type { SavedProcessor } from "./view.ts";

/**
 * Why `run` came back. `limit` = tick or beat reached; `stop` = somebody asked; `idle` = asleep and nothing will ever
 * wake it; `breakpoint` = about to execute one.
 */
export type Stop =
  | { readonly reason: "limit" | "stop" | "idle" | "lockup" | "frozen" | "breakpoint" }
  /** The software has ended itself by semihosting; it never goes on. */
  | { readonly reason: "exit"; readonly status: number }
  | { readonly reason: "gap"; readonly index: number };

export interface Limits {
  readonly tick?: number;
  readonly beat?: Beat;
  /** Go on from a breakpoint: where the run starts, it does not stop. */
  readonly pass?: boolean;
  /** Somebody who looks on. */
  readonly looks?: Looks;
}

/** Reads the machine at moments of virtual time, as if it stood there; changes nothing. */
export interface Looks {
  next(): Beat;
  /** The machine is at that moment, or at the first one behind it. */
  look(): void;
}

/** Nobody looks on. */
export const nobody: Looks = { next: () => never, look: () => {} };

export interface Machine {
  readonly board: Board;
  readonly core: Core;
  readonly memories: readonly PlacedMemory[];
  readonly ramBytes: number;
  readonly places: Places;
  readonly sink: Sink;
  /** Whom to call when the core stands at a trap address; set once by a monitor. */
  onTrap: ((address: number) => void) | null;
  /** Serves BKPT 0xAB where a debugger is attached; the processor goes on with the instruction behind it. */
  onSemihosting: (() => void) | null;
  /** What starts the software after a system reset, core and devices being as reset leaves them. */
  onReset: (() => void) | null;
  /** The partition whose code runs, -1 for none; set once by a monitor. */
  currentVm: (() => number) | null;
  /** What a partition that is not in left of the processor, null before its first entry; set once by a monitor. */
  savedProcessor: ((vm: number) => SavedProcessor | null) | null;
  /**
   * Values of the hypervisor's configuration become others, as if it had been built with them; answers why they cannot,
   * where they cannot. Null where no hypervisor is emulated.
   */
  reconfigure:
    | ((values: readonly { readonly path: string; readonly value: string | number }[]) => string | null)
    | null;
  /** Who hears of accesses to watched ranges (probes.ts). Not state. */
  readonly listener: Listener;
  run(limits: Limits): Stop;
  /** Ask a running `run` to come back after the current instruction. */
  requestStop(): void;
  now(): Beat;
  tick(): number;
  /** Cycles for which the processor slept since the machine was built. Not state. */
  asleepCycles(): number;
  /** Let processor cycles pass without instructions; devices keep their appointments. */
  passCycles(cycles: number): void;
  /** Bytes arrive from outside at a device. */
  input(device: string, port: string, bytes: Uint8Array): void;
  /** Put bytes into memory, flash included, from outside. False where no memory answers for all of them. */
  program(address: number, bytes: Uint8Array): boolean;
  /** A copy of all memory that the bus cannot write, shared until `program` changes it. */
  rom(): Uint8Array;
  /** That memory has been overwritten from a copy: it is the shared one now. */
  adoptRom(copy: Uint8Array): void;
  /** Bytes as they are, without any effect; null outside memory. */
  peek(address: number, sizeBytes: number): Uint8Array | null;
  /** A device register as it is, without any effect. */
  peekDevice(device: string, offset: number): number;
  /** Nothing will run any more: the software spins with interrupts off. */
  freeze(): void;
  /** Nothing will run any more: the software has ended itself. */
  exit(status: number): void;
  /** Derived things follow the state after it was overwritten from outside. */
  reload(): void;
  /** As reload, where of memory only the pages at these places in linear memory were overwritten. */
  reloadPages(hosts: readonly number[]): void;
}

const machineBlock = block("machine", {
  frozen: u32,
  resets: u32,
  exited: u32,
  exitStatus: u32,
});

interface Parts {
  readonly board: Board;
  readonly core: Core;
  readonly memories: readonly PlacedMemory[];
  readonly ramBytes: number;
  readonly places: Places;
  readonly sink: Sink;
  readonly deadlines: Deadlines;
  readonly devices: BuiltDevices;
  readonly state: View<(typeof machineBlock)["fields"]>;
  /** Things of the host's side: a wish to stop, the shared copy of read-only memory, a count. */
  readonly flags: { stop: boolean; rom: Uint8Array | null; asleepCycles: number };
  readonly listener: Listener;
}

export function createMachine(board: Board, seed: number, sink: Sink): Machine {
  const parts = assemble(board, seed, sink);
  const machine = faceOf(parts);
  resetMachine(parts);
  return machine;
}

/** Everything of a board, placed and connected, all state zero but erased flash and the seed. */
function assemble(board: Board, seed: number, sink: Sink): Parts {
  const { memories, ramBytes, totalBytes } = placeMemories(board);
  const listener: Listener = { onAccess: null, onException: null };
  const core = createCore(totalBytes, {
    mmioRead: (address, size) => devices.read(address >>> 0, size),
    mmioWrite: (address, value, size) => devices.write(address >>> 0, value >>> 0, size),
    note(kind, a, b) {
      if (noteAccess(core, listener.onAccess, kind, a >>> 0, b >>> 0)) return;
      if (noteException(core, listener.onException, kind, a >>> 0)) devices.note(kind, a >>> 0, b >>> 0);
    },
  });
  describeBoard(core, board, memories);
  for (const memory of memories) {
    if (memory.kind !== "ram") new Uint8Array(core.memory, memory.host, memory.sizeBytes).fill(0xff);
  }
  const places = createPlaces(core.memory);
  const state = places.place("machine", machineBlock);
  const generator = places.place("generator", generatorBlock);
  seedGenerator(generator, seed);
  const deadlineState = places.place("deadlines", deadlineBlock);
  deadlineState.at.fill(never);
  const deadlines = createDeadlines(deadlineState, deadlineState.at.length);
  const lines = createLines(board, places.place("lines", lineBlock), {
    interrupt: (number, level) => {
      core.calls.setLine(number, level);
      core.scratch.resync = 1;
    },
    signal: (device, signal, level) => devices.signal(device, signal, level),
    callable(region, level) {
      core.board.idauAttribute[region] = idauAttributes[level === 1 ? "secure-callable" : "secure"];
      core.calls.dropTables();
    },
  });
  const random = (): number => nextRandom(generator);
  const devices: BuiltDevices = buildDevices({ board, core, memories, places, deadlines, lines, sink, random });
  return {
    board,
    core,
    memories,
    ramBytes,
    places,
    sink,
    deadlines,
    devices,
    state,
    flags: { stop: false, rom: null, asleepCycles: 0 },
    listener,
  };
}

/** Before a monitor or a host of firmware takes charge. */
const unserved = {
  onTrap: null,
  onSemihosting: null,
  onReset: null,
  currentVm: null,
  savedProcessor: null,
  reconfigure: null,
} as const;

/** What others see of a machine. */
function faceOf(parts: Parts): Machine {
  const { board, core, memories, ramBytes, places, sink, devices, state, flags, listener } = parts;
  const machine: Machine = {
    board,
    core,
    memories,
    ramBytes,
    places,
    sink,
    ...unserved,
    listener,
    run: (limits) => runMachine(parts, machine, limits),
    requestStop() {
      flags.stop = true;
      core.scratch.exitReason = breakExit;
      core.scratch.resync = 1;
    },
    now: () => beatNow(core),
    tick: () => core.cpu.ticks,
    asleepCycles: () => flags.asleepCycles,
    passCycles: (cycles) => passCycles(parts, cycles),
    input: (device, port, bytes) => devices.named(device).input?.(port, bytes),
    program(address, bytes) {
      flags.rom = null;
      return programMemory(core, memories, address, bytes);
    },
    rom() {
      flags.rom ??= new Uint8Array(core.memory, physicalBase + ramBytes, core.physicalBytes - ramBytes).slice();
      return flags.rom;
    },
    adoptRom: (copy) => void Object.assign(flags, { rom: copy }),
    peek: (address, sizeBytes) => peekMemory(core, memories, address, sizeBytes),
    peekDevice: (device, offset) => devices.named(device).peek(offset),
    freeze() {
      state.frozen = 1;
      core.scratch.exitReason = breakExit;
    },
    exit(status) {
      Object.assign(state, { exited: 1, exitStatus: status });
      core.scratch.exitReason = breakExit;
    },
    reload() {
      followState(parts);
      core.calls.dropBlocks();
      core.calls.touchRange(physicalBase, core.physicalBytes);
    },
    reloadPages(hosts) {
      followState(parts);
      for (const host of hosts) {
        if (host >= physicalBase + ramBytes) flags.rom = null;
        core.calls.codeWritten(host, pageBytes);
        core.calls.touchRange(host, pageBytes);
      }
    },
  };
  return machine;
}

/** Appointments and access tables are derived from state blocks. */
function followState({ core, deadlines }: Parts): void {
  deadlines.reload();
  core.calls.dropTables();
}

function resetMachine({ core, devices }: Parts): void {
  core.calls.reset();
  devices.resetAll();
  devices.applyClocks();
}

function peekMemory(
  core: Core,
  memories: readonly PlacedMemory[],
  address: number,
  sizeBytes: number,
): Uint8Array | null {
  const at = memoryAt(memories, address);
  if (at === null || at.offset + sizeBytes > at.memory.sizeBytes) return null;
  return new Uint8Array(core.memory, at.memory.host + at.offset, sizeBytes);
}

function programMemory(core: Core, memories: readonly PlacedMemory[], address: number, bytes: Uint8Array): boolean {
  const pieces: { host: number; part: Uint8Array }[] = [];
  // Neighbouring memories continue each other.
  for (let done = 0; done < bytes.length; ) {
    const at = memoryAt(memories, address + done);
    if (at === null) return false;
    const part = bytes.subarray(done, done + at.memory.sizeBytes - at.offset);
    pieces.push({ host: at.memory.host + at.offset, part });
    done += part.length;
  }
  for (const { host, part } of pieces) {
    new Uint8Array(core.memory).set(part, host);
    core.calls.touchRange(host, part.length);
  }
  core.calls.dropBlocks();
  return true;
}

/** Deliver every deadline that has come. */
function deliverDue({ core, deadlines, devices }: Parts): Beat {
  const now = beatNow(core);
  if (deadlines.next() > now) return now;
  for (let cell = deadlines.takeDue(now); cell >= 0; cell = deadlines.takeDue(now)) devices.due(cell);
  return now;
}

function passCycles(parts: Parts, cycles: number): void {
  // Nobody waits for a moment within: the usual case, many times in each service of a monitor.
  if (parts.core.calls.passCyclesBefore(cycles, parts.deadlines.next()) === 0) passWithStops(parts, cycles);
}

function passWithStops(parts: Parts, cycles: number): void {
  const { core, deadlines } = parts;
  const target = core.cycle() + cycles;
  for (;;) {
    const next = Math.min(target, Math.max(core.cycle(), cycleAt(core, deadlines.next())));
    core.passCycles(next - core.cycle());
    deliverDue(parts);
    // A reset ends whatever time was passing for.
    if (core.cycle() >= target || core.cpu.resetRequest !== 0) return;
  }
}

/** A system reset that was asked for: everything but memory and time starts over, and the software with it. */
function restart(parts: Parts, machine: Machine): void {
  const { core, devices, state } = parts;
  machine.sink.moment("reset", { by: devices.resetter(core.cpu.resetRequest) });
  state.resets += 1;
  state.frozen = 0;
  resetMachine(parts);
  machine.onReset?.();
}

/** The processor stands, but the board goes on: what waits in a FIFO is still sent, and a watchdog may bite. */
function standing(parts: Parts, beat: Beat, looks: Looks, stop: Stop): Stop {
  const { core } = parts;
  while (beat !== never && beatNow(core) < beat && core.cpu.resetRequest === 0) {
    passCycles(parts, Math.max(0, cycleAt(core, Math.min(beat, looks.next())) - core.cycle()));
    if (beatNow(core) >= looks.next()) looks.look();
  }
  return stop;
}

/** Sleep until a timer or the appointment at a beat may wake the processor; false when nothing ever will. */
function sleep({ core, flags }: Parts, appointment: Beat, looks: Looks): boolean {
  const wake = Math.min(core.nextTimerCycle(), cycleAt(core, appointment));
  if (wake === Number.POSITIVE_INFINITY) return false;
  for (;;) {
    const look = cycleAt(core, looks.next());
    const asleep = Math.max(0, Math.min(wake, look) - core.cycle());
    flags.asleepCycles += asleep;
    core.passCycles(asleep);
    // A look at the moment of waking comes behind what is delivered there, as everywhere.
    if (wake <= look) return true;
    looks.look();
  }
}

function runMachine(parts: Parts, machine: Machine, limits: Limits): Stop {
  const { core, deadlines, state, flags } = parts;
  const { tick = Number.MAX_SAFE_INTEGER, beat = never, pass = false, looks = nobody } = limits;
  flags.stop = false;
  core.scratch.passTick = pass ? core.cpu.ticks + 1 : 0;
  for (;;) {
    const now = deliverDue(parts);
    if (now >= looks.next()) looks.look();
    if (flags.stop) return { reason: "stop" };
    if (state.exited !== 0) return standing(parts, beat, looks, { reason: "exit", status: state.exitStatus });
    if (state.frozen !== 0) {
      const stop = standing(parts, beat, looks, { reason: "frozen" });
      if (core.cpu.resetRequest === 0) return stop;
      restart(parts, machine);
      continue;
    }
    if (core.cpu.ticks >= tick || now >= beat) return { reason: "limit" };
    const appointment = Math.min(deadlines.next(), beat);
    const until = cycleAt(core, Math.min(appointment, looks.next())) - core.cpu.extraCycles;
    const exit = core.run(Math.min(until, tick, Number.MAX_SAFE_INTEGER));
    if (exit === "breakpoint") return { reason: "breakpoint" };
    if (exit === "lockup") {
      const stop = standing(parts, beat, looks, { reason: "lockup" });
      if (core.cpu.resetRequest === 0) return stop;
      restart(parts, machine);
    }
    if (exit === "gap") return { reason: "gap", index: core.scratch.exitValue };
    if (exit === "reset") restart(parts, machine);
    if (exit === "semihosting") {
      assert(machine.onSemihosting !== null, "somebody serves semihosting");
      machine.onSemihosting();
    }
    if (exit === "trap") {
      assert(machine.onTrap !== null, "somebody serves the trap range");
      machine.onTrap(core.scratch.exitValue >>> 0);
    }
    // The instructions before the sleep may have made an appointment earlier than what was known when they began.
    if (exit === "sleep" && !sleep(parts, Math.min(deadlines.next(), beat), looks)) return { reason: "idle" };
  }
}
