/** The derived trace: what a run tells of itself, made again by running it, in any window and of any kinds. */
import { type Beat, beatsPerSecond } from "../../base/beat.ts";
import type { Machine } from "../../machine/machine.ts";
import { noteKinds } from "../../machine/notes.ts";
import { powerOn } from "../../system/power-on.ts";
import type { System } from "../../system/system.ts";
import { type Event, makeEvent } from "../../trace/event.ts";
import { createTeller, type TimelineEvent } from "../annals.ts";
import { createInputQueue, recordedInputs } from "../input.ts";
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

/** Longest piece of virtual time between two looks at whoever reads: so few events that none gets old. */
const pieceBeats: Beat = beatsPerSecond / 200;

const lineFields = ({ firstTick: _, firstBeat: __, ...fields }: TimelineEvent["fields"]): TimelineEvent["fields"] =>
  fields;

/** Pieces of the trace, in order; the run ends with the window, the recording, or by itself. */
export function* eventsOf(system: System, filter: EventFilter): Generator<Event[], void, void> {
  const wanted = new Set(filter.kinds);
  const teller = createTeller(system);
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
      if (port === "tx" && hearsConsole && held.machine !== null)
        tell(teller.console(held.machine, device, byte, beat));
    },
    moment(kind: string, fields: TimelineEvent["fields"]): void {
      if (wanted.has(kind) && held.machine !== null) tell(teller.moment(held.machine, kind, fields));
    },
    gap: (): void => {},
  };
  const machine = powerOn(system, sink, (built) => {
    held.machine = built;
    built.core.scratch.noteMask = notesFor(filter.kinds);
  });
  const inputs = createInputQueue(recordedInputs(system));
  const lastBeat = Math.min(
    filter.to.beat ?? Number.POSITIVE_INFINITY,
    system.recording?.upTo.beat ?? Number.POSITIVE_INFINITY,
  );
  const lastTick = filter.to.tick ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    const beat = Math.min(lastBeat, machine.now() + pieceBeats);
    const { reason } = advance(machine, inputs, { beat, tick: lastTick });
    if (held.events.length > 0) {
      yield held.events;
      held.events = [];
    }
    const goesOn = reason === "limit" || reason === "frozen";
    if (!goesOn || machine.now() >= lastBeat || machine.tick() >= lastTick) return;
  }
}
