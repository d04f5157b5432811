/**
 * A snapshot is a copy of the state blocks and of all memory that can change. Read-only memory changes only by
 * `program`; a snapshot shares it as long as it did not.
 */
import { assert } from "../base/assert.ts";
import { physicalBase, stateBase } from "../state/memory-map.ts";
import type { Machine } from "./machine.ts";

export interface Snapshot {
  readonly board: string;
  readonly tick: number;
  readonly state: Uint8Array;
  readonly memory: Uint8Array;
}

/** All bytes that a run's future depends on. */
export function takeSnapshot(machine: Machine): Snapshot {
  const { core, board } = machine;
  const bytes = new Uint8Array(core.memory);
  const state = new Uint8Array(machine.places.end() - stateBase);
  state.set(bytes.subarray(stateBase, machine.places.end()));
  const memory = new Uint8Array(core.physicalBytes);
  memory.set(bytes.subarray(physicalBase, physicalBase + core.physicalBytes));
  return { board: board.name, tick: machine.tick(), state, memory };
}

/** Overwrite `machine`, of the same board and blocks, with a snapshot. */
export function restoreSnapshot(machine: Machine, snapshot: Snapshot): void {
  const { core, board, places } = machine;
  assert(
    snapshot.board === board.name && snapshot.state.length === places.end() - stateBase,
    "a snapshot of this system",
  );
  const bytes = new Uint8Array(core.memory);
  bytes.set(snapshot.state, stateBase);
  bytes.set(snapshot.memory, physicalBase);
  machine.reload();
}

/** The bytes that the hash of a machine covers: state blocks and physical memory, as views. */
export function hashedParts({ core, places }: Machine): readonly Uint8Array[] {
  return [
    new Uint8Array(core.memory, stateBase, places.end() - stateBase),
    new Uint8Array(core.memory, physicalBase, core.physicalBytes),
  ];
}
