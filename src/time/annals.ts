/**
 * What history has shown of itself while it was first run: console lines, and the moments that come unasked. Searches
 * look here before they run anything. Bounded: of a very long history the oldest events are forgotten.
 */
import type { Beat } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import type { MomentFields } from "../machine/sink.ts";
import { consoleOwners, hypervisorName } from "../system/consoles.ts";
import { type System, vmNames } from "../system/system.ts";
import { createConsoleLines } from "../trace/console.ts";
import { firstFrom, type Position, positionOf } from "./position.ts";

export interface TimelineEvent extends Position {
  /** `console`, or a moment's kind: `switch`, `hypercall`, `exception`, ... */
  readonly kind: string;
  /** The partition concerned, `hypervisor`, or null. */
  readonly vm: string | null;
  /** Of a console line: port, text, and the tick and beat of its first byte (`firstTick`, `firstBeat`). */
  readonly fields: MomentFields;
}

export interface Annals {
  /** Everything remembered, in order. */
  readonly events: readonly TimelineEvent[];
  /** Nothing before this position is remembered any more; null while everything is. */
  forgottenBefore(): Position | null;
  add(event: TimelineEvent): void;
  /** Index of the first event that is not before a position. */
  from(position: Position): number;
}

const limitEvents = 400_000;

export function createAnnals(): Annals {
  const events: TimelineEvent[] = [];
  let forgotten: Position | null = null;
  return {
    events,
    forgottenBefore: () => forgotten,
    add(event) {
      events.push(event);
      if (events.length <= limitEvents) return;
      const gone = events.splice(0, limitEvents / 4);
      forgotten = gone.at(-1) ?? forgotten;
    },
    from: (position) => firstFrom(events, position),
  };
}

function withoutVm({ vm: _, ...rest }: MomentFields): MomentFields {
  return rest;
}

/** Names the VM of what a machine shows; console bytes become lines. */
export interface Teller {
  console(machine: Machine, device: string, byte: number, beat: Beat): TimelineEvent | null;
  moment(machine: Machine, kind: string, fields: MomentFields): TimelineEvent;
}

export function createTeller(system: System): Teller {
  const names = vmNames(system);
  const owners = new Map(consoleOwners(system).map(({ device, vm }) => [device, vm]));
  const lines = createConsoleLines();
  return {
    console(machine, device, byte, beat) {
      const line = lines.push(device, byte, beat, machine.tick());
      if (line === null) return null;
      const fields = { port: device, text: line.text, firstTick: line.tick, firstBeat: line.beat };
      return { ...positionOf(machine), kind: "console", vm: owners.get(device) ?? device, fields };
    },
    moment(machine, kind, fields) {
      const { vm } = fields;
      const index = typeof vm === "number" ? vm : (machine.currentVm?.() ?? 0);
      const name = kind === "log" ? hypervisorName : (names[index] ?? null);
      // Most of them, and there are millions: no copy.
      const rest = vm === undefined ? fields : withoutVm(fields);
      return { tick: machine.tick(), beat: machine.now(), kind, vm: name, fields: rest };
    },
  };
}
