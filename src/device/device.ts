/**
 * The contract between a memory-mapped peripheral and the machine. A device keeps nothing itself: every mutable bit
 * lies in the state it declares, so that a snapshot, a hash and a diff need nothing else. Header order of a device
 * file: registers, state, reset, update, read, write, due.
 */
import type { Beat } from "../base/beat.ts";
import type { Block, Fields, View } from "../state/layout.ts";

export type Width = 1 | 2 | 4;

/** What the board says of one device of this kind. */
export interface DeviceKind<F extends Fields = Fields> {
  /** `flexcomm`, `ctimer`, ...: the label in documents and diffs. */
  readonly name: string;
  readonly state: Block<F>;
  /** Deadlines this kind uses: tags 0..tags-1. */
  readonly tags: number;
  /** Names and offsets of its registers, for traces, explanations and gap reports. */
  readonly registers: readonly RegisterName[];
  /** Names of the ports it takes bytes from and gives bytes to; a device without is deaf and mute. */
  readonly ports?: DevicePorts;
  build(io: DeviceIo<F>): Device;
}

export interface DevicePorts {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export interface RegisterName {
  readonly name: string;
  readonly offset: number;
}

/** What the bus tells of an access beside address and data. */
export interface Transaction {
  readonly nonSecure: boolean;
  readonly privileged: boolean;
}

export interface Device {
  /** Power-on or peripheral reset: every state field to its reset value, lines and deadlines withdrawn. */
  reset(): void;
  /** A guest access; may have effects. `offset` is relative to the device's window. */
  read(offset: number, width: Width): number;
  write(offset: number, width: Width, value: number): void;
  /** What `read` would give, without any effect: for debuggers, explanations and clock trees. */
  peek(offset: number): number;
  /** A deadline set with `io.at` has come. */
  due?(tag: number): void;
  /** Bytes from outside have arrived at `port`. They are already recorded when they get here. */
  input?(port: string, bytes: Uint8Array): void;
  /** An input signal wired by the board changed (pins, triggers, capture inputs). */
  signal?(name: string, level: 0 | 1): void;
  /**
   * A transaction to the memory that this device guards was kept from it; `offset` counts from the memory's start.
   * True = it is answered with a bus error, else it reads zero and writes nothing.
   */
  refuse?(offset: number, transaction: Transaction): boolean;
  /** A clock this device uses may have changed: recompute deadlines from state. */
  clocksChanged?(): void;
}

/** All that a device can see of the world. */
export interface DeviceIo<F extends Fields = Fields> {
  readonly state: View<F>;
  now(): Beat;
  /**
   * Ask for `due(tag)` at the given moment; replaces an earlier wish of the same tag. A moment that has passed comes
   * at once.
   */
  at(tag: number, beat: Beat): void;
  cancel(tag: number): void;
  /** Drive an output line: an interrupt, a reset, a gate or a pin; the board says where it goes. Level-sensitive. */
  line(name: string, level: 0 | 1): void;
  /** To the outside world; nothing comes back. */
  output(port: string, byte: number): void;
  /** Frequency in hertz of a clock input, by the device's own name for it (`function`, `bus`, ...); 0 while stopped. */
  clockHz(name: string): number;
  /** A clock selection or divider changed: the machine tells every device, and the processor. */
  clocksChanged(): void;
  /**
   * The 32 blocks of 1 KiB from 32 * `word` on, of the memory this device guards: open to Non-secure transactions where
   * the bit is 1, to Secure ones where it is 0.
   */
  openBlocks(word: number, nonSecure: number): void;
  /** The next 32 bits of the machine's seeded generator. */
  random(): number;
  /** The guest used something this model does not have: counted, told at the end of the run. */
  gap(what: string): void;
  /** Reset the whole system (watchdog, software reset), with a word for the trace. */
  requestReset(why: string): void;
}
