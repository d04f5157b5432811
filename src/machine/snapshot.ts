/**
 * A snapshot is a copy of the state blocks and of all memory that can change. Memory that the bus cannot write changes
 * only by `program`; snapshots share one copy of it as long as it did not.
 */
import { assert } from "../base/assert.ts";
import { physicalBase, stateBase } from "../state/memory-map.ts";
import type { Machine } from "./machine.ts";

export interface Snapshot {
  readonly board: string;
  readonly tick: number;
  readonly state: Uint8Array;
  /** All writable memory. */
  readonly ram: Uint8Array;
  /** All other memory; shared with other snapshots of the same programming. */
  readonly rom: Uint8Array;
}

/** A copy that is not filled with zeros first. */
function copyOf(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}

/** All bytes that a run's future depends on. */
export function takeSnapshot(machine: Machine): Snapshot {
  const [state, ram] = hashedParts(machine);
  return {
    board: machine.board.name,
    tick: machine.tick(),
    state: copyOf(state),
    ram: copyOf(ram),
    rom: machine.rom(),
  };
}

/** Overwrite `machine`, of the same board and blocks, with a snapshot. */
export function restoreSnapshot(machine: Machine, snapshot: Snapshot): void {
  const [state, ram, rom] = hashedParts(machine);
  const fits = snapshot.board === machine.board.name && snapshot.state.length === state.length;
  assert(fits && snapshot.ram.length === ram.length, "a snapshot of this system");
  state.set(snapshot.state);
  ram.set(snapshot.ram);
  if (machine.rom() !== snapshot.rom) {
    rom.set(snapshot.rom);
    machine.adoptRom(snapshot.rom);
  }
  machine.reload();
}

/** The bytes that the hash of a machine covers, as views: state blocks, writable memory, other memory. */
export function hashedParts({ core, places, ramBytes }: Machine): readonly [Uint8Array, Uint8Array, Uint8Array] {
  return [
    new Uint8Array(core.memory, stateBase, places.end() - stateBase),
    new Uint8Array(core.memory, physicalBase, ramBytes),
    new Uint8Array(core.memory, physicalBase + ramBytes, core.physicalBytes - ramBytes),
  ];
}
