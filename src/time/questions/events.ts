/** The derived trace: what a run tells of itself, made again by running it, in any window and of any kinds. */
import { type Beat, beatsPerSecond } from "../../base/beat.ts";
import type { Machine } from "../../machine/machine.ts";
import { noteKinds } from "../../machine/notes.ts";
import type { MomentFields } from "../../machine/sink.ts";
import { consoleOwners } from "../../system/consoles.ts";
import { powerOn } from "../../system/power-on.ts";
import type { System } from "../../system/system.ts";
import { type Event, makeEvent } from "../../trace/event.ts";
import { createTeller, type TimelineEvent } from "../annals.ts";
import { createInputQueue, recordedInputs } from "../input.ts";
import { positionOf } from "../position.ts";
import { advance } from "../session.ts";

/** Kinds, with the core's note that each needs: 0 = comes unasked. */
const kinds: Readonly<Record<string, number>> = {
  console: 0,
  switch: 0,
  slice: 0,
  "vm-entry": 0,
  hypercall: 0,
  inject: 0,
  "pending-leak": 0,
  "map-ignored": 0,
  log: 0,
  exception: noteKinds.exceptionEntry,
  "exception-return": noteKinds.exceptionReturn,
  fault: noteKinds.fault,
  security: noteKinds.security,
  sleep: noteKinds.sleep,
  watch: 0,
  lockup: noteKinds.lockup,
  freeze: 0,
  "reset-request": 0,
  reset: 0,
};
export const eventKinds: readonly string[] = Object.keys(kinds);

/** Bits of the notes that events of these kinds need; bit 0 stands for no note at all. */
export const notesFor = (wanted: readonly string[]): number =>
  wanted.reduce((mask, kind) => mask | (1 << (kinds[kind] ?? 0)), 0) & ~1;

export interface EventFilter {
  readonly kinds: readonly string[];
  /** Null = all of them. */
  readonly vm: string | null;
  /** First moment that is told. */
  readonly from: { readonly tick?: number; readonly beat?: Beat };
  /** Last moment that is run. */
  readonly to: { readonly tick?: number; readonly beat?: Beat };
}

/** Looks at the run from outside, and may tell events of kind `watch`. Must not change it. */
export interface Onlooker {
  /** Virtual time from one look to the next. */
  readonly pieceBeats: Beat;
  attach(machine: Machine): void;
  moment(event: TimelineEvent, fields: MomentFields): void;
  printed(vm: string): void;
  look(tell: (vm: string | null, fields: MomentFields) => void): void;
}

/** Longest piece of virtual time between two looks at whoever reads: so few events that none gets old. */
const pieceBeats: Beat = beatsPerSecond / 200;

const lineFields = ({ firstTick: _, firstBeat: __, ...fields }: TimelineEvent["fields"]): TimelineEvent["fields"] =>
  fields;

/** Pieces of the trace, in order; the run ends with the window, the recording, or by itself. */
export function* eventsOf(
  system: System,
  filter: EventFilter,
  onlooker: Onlooker | null = null,
): Generator<Event[], void, void> {
  const wanted = new Set(filter.kinds);
  const teller = createTeller(system);
  const owners = new Map(consoleOwners(system).map(({ device, vm }) => [device, vm]));
  const held: { machine: Machine | null; events: Event[] } = { machine: null, events: [] };
  const { tick: fromTick = 0, beat: fromBeat = 0 } = filter.from;
  const tell = (event: TimelineEvent | null): void => {
    if (event === null || event.tick < fromTick || event.beat < fromBeat) return;
    if (filter.vm !== null && event.vm !== filter.vm) return;
    const fields = event.kind === "console" ? lineFields(event.fields) : event.fields;
    held.events.push(makeEvent(event.tick, event.beat, event.vm, event.kind, fields));
  };
  const hearsConsole = wanted.has("console");
  const sink = {
    output(device: string, port: string, byte: number, beat: Beat): void {
      if (port !== "tx" || held.machine === null || !(hearsConsole || onlooker !== null)) return;
      const line = teller.console(held.machine, device, byte, beat);
      onlooker?.printed(owners.get(device) ?? device);
      if (hearsConsole) tell(line);
    },
    moment(kind: string, fields: TimelineEvent["fields"]): void {
      if (held.machine === null || !(wanted.has(kind) || onlooker !== null)) return;
      const event = teller.moment(held.machine, kind, fields);
      onlooker?.moment(event, fields);
      if (wanted.has(kind)) tell(event);
    },
    gap: (): void => {},
  };
  const machine = powerOn(system, sink, (built) => {
    held.machine = built;
    built.core.scratch.noteMask = notesFor(onlooker === null ? filter.kinds : [...filter.kinds, "fault"]);
    onlooker?.attach(built);
  });
  const inputs = createInputQueue(recordedInputs(system));
  const lastBeat = Math.min(
    filter.to.beat ?? Number.POSITIVE_INFINITY,
    system.recording?.upTo.beat ?? Number.POSITIVE_INFINITY,
  );
  const lastTick = filter.to.tick ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    const beat = Math.min(lastBeat, machine.now() + (onlooker?.pieceBeats ?? pieceBeats));
    const { reason } = advance(machine, inputs, { beat, tick: lastTick });
    onlooker?.look((vm, fields) => tell({ ...positionOf(machine), kind: "watch", vm, fields }));
    if (held.events.length > 0) {
      yield held.events;
      held.events = [];
    }
    const goesOn = reason === "limit" || reason === "frozen";
    if (!goesOn || machine.now() >= lastBeat || machine.tick() >= lastTick) return;
  }
}
