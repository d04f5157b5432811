/**
 * A run as something one can stand anywhere in: keyframes and a cursor. The machine always stands at the cursor and may
 * be read freely. Nothing here is state: two timelines of one system show the same moments.
 */
import { type Beat, beatsPerSecond, never } from "../base/beat.ts";
import type { Machine, Stop } from "../machine/machine.ts";
import type { Sink } from "../machine/sink.ts";
import { powerOn } from "../system/power-on.ts";
import type { System } from "../system/system.ts";
import { type Annals, createAnnals, createTeller, type Teller, type TimelineEvent } from "./annals.ts";
import { createInputLog, type Input, type InputLog, recordedInputs } from "./input.ts";
import { createKeyframes, type Keyframe, type Keyframes, workAt } from "./keyframes.ts";
import { comparePositions, type Position, positionOf } from "./position.ts";
import type { Recorder } from "./recorder.ts";
import { advance } from "./session.ts";
import type { Work } from "./work.ts";

export interface TimelineOptions {
  /** Host memory for keyframes; 256 MiB unless told otherwise. */
  readonly keyframeBytes?: number;
  /** Keeps what is run for the first time, where the system is live. */
  readonly recorder?: (machine: Machine) => Recorder;
}

/** A moment by its tick (the first moment of that tick), by its time, or exactly. */
export type Target = { readonly tick: number } | { readonly beat: Beat } | Position;

export interface Arrival extends Position {
  /** The target lies beyond an end of history: the cursor stands at that end. */
  readonly edge: "begin" | "end" | null;
  /** What ended history there, where something did: freeze, lockup, a gap of the model, nothing left to do. */
  readonly stop: Stop | null;
}

export interface Limits {
  readonly tick?: number;
  readonly beat?: Beat;
  readonly pass?: boolean;
}

export interface Timeline {
  readonly system: System;
  readonly machine: Machine;
  readonly annals: Annals;
  readonly keyframes: Keyframes;
  readonly inputs: InputLog;
  now(): Position;
  begin(): Position;
  /** End of history: that of the recording, or where the run ended by itself; null while the run can go on. */
  end(): Position | null;
  /** How far history has been run. */
  known(): Position;
  seek(to: Target): Work<Arrival>;
  /** Run one piece forward from the cursor, as far as limits, the frontier of what is known, or a stop allow. */
  piece(limits: Limits): Stop;
  /** The machine as it was at a keyframe. */
  goBack(keyframe: Keyframe): void;
  /** Somebody else who hears everything the machine tells while it runs, forward or again; null = nobody. */
  listener: Sink | null;
  /**
   * Where the cursor is meant to be, when the machine stands at `at`: some moments lie inside a hypervisor's service,
   * where no machine can stand.
   */
  meant: { readonly at: Position; readonly means: Position } | null;
  /** Hears of every event of the annals when it happens for the first time. */
  onTold: ((event: TimelineEvent) => void) | null;
  /** Bytes from outside, now: only at the end of what is known, of a system that is live. */
  type(input: Omit<Input, "beat">): void;
}

const defaultKeyframeBytes = 256 << 20;
/** Longest piece between two looks at the host: about 5 ms. */
const pieceTicks = 1 << 20;
const pieceBeats = beatsPerSecond;
/** Bits of the core's notes that cost nothing while nothing goes wrong: faults and lockup. */
const quietNotes = (1 << 3) | (1 << 5);
/** Keyframes at these distances before the target of a seek, in ticks: the next steps back are short. */
const denseTicks = [1 << 17, 1 << 13, 1 << 9];

interface Held {
  frontier: Position;
  end: Position | null;
  stop: Stop | null;
  /** The machine runs where nobody has run before. */
  exploring: boolean;
}

export function openTimeline(system: System, options: TimelineOptions = {}): Timeline {
  const annals = createAnnals();
  const teller = createTeller(system);
  const start: Position = { tick: 0, beat: 0 };
  const held: Held = { frontier: start, end: null, stop: null, exploring: true };
  const box: Ears = { machine: null, listener: null, onTold: null };
  const machine = powerOn(system, sinkOf(box, held, annals, teller), (built) => {
    box.machine = built;
    built.core.scratch.noteMask = quietNotes;
  });
  const inputs = createInputLog(recordedInputs(system));
  const keyframes = createKeyframes(machine, options.keyframeBytes ?? defaultKeyframeBytes);
  const recorder = options.recorder?.(machine);
  // What comes in at the very first moment is there when one stands in it.
  if (inputs.next() <= machine.now()) advance(machine, inputs, { beat: machine.now() }, recorder);
  const first = keyframes.take(inputs.delivered());
  held.frontier = positionOf(machine);
  const lastBeat = system.recording === null ? never : Math.max(system.recording.upTo.beat, first.beat);
  const timeline: Timeline = {
    system,
    machine,
    annals,
    keyframes,
    inputs,
    now: () => positionOf(machine),
    begin: () => ({ tick: first.tick, beat: first.beat }),
    end: () => held.end ?? system.recording?.upTo ?? null,
    known: () => held.frontier,
    seek: (to) => seek(timeline, held, to),
    piece: (limits) => runPiece(timeline, held, lastBeat, recorder, limits),
    goBack(keyframe) {
      keyframes.restore(keyframe);
      inputs.rewind(keyframe.inputs);
    },
    meant: null,
    get listener() {
      return box.listener;
    },
    set listener(sink) {
      box.listener = sink;
    },
    get onTold() {
      return box.onTold;
    },
    set onTold(told) {
      box.onTold = told;
    },
    type(input) {
      if (comparePositions(positionOf(machine), held.frontier) !== 0) throw new Error("type only where history ends");
      inputs.append({ ...input, beat: machine.now() });
      held.end = null;
    },
  };
  return timeline;
}

/** Moments that come only while somebody has asked for their notes: the annals would hold them in some stretches. */
const onlyWhenAsked: ReadonlySet<string> = new Set(["exception", "exception-return", "security", "sleep"]);

interface Ears {
  machine: Machine | null;
  listener: Sink | null;
  onTold: Timeline["onTold"];
}

function sinkOf(box: Ears, held: Held, annals: Annals, teller: Teller): Sink {
  const tell = (event: TimelineEvent | null): void => {
    if (event === null) return;
    annals.add(event);
    box.onTold?.(event);
  };
  return {
    output(device, port, byte, beat) {
      box.listener?.output(device, port, byte, beat);
      if (!held.exploring || port !== "tx" || box.machine === null) return;
      tell(teller.console(box.machine, device, byte, beat));
    },
    moment(kind, fields) {
      box.listener?.moment(kind, fields);
      const isAsked = onlyWhenAsked.has(kind);
      if (held.exploring && !isAsked && box.machine !== null) tell(teller.moment(box.machine, kind, fields));
    },
    gap: (what) => box.listener?.gap(what),
  };
}

const isEnd = ({ reason }: Stop): boolean =>
  reason === "lockup" || reason === "gap" || reason === "idle" || reason === "frozen";

function runPiece(
  { machine, inputs, keyframes }: Timeline,
  held: Held,
  lastBeat: Beat,
  recorder: Recorder | undefined,
  { tick = Number.MAX_SAFE_INTEGER, beat = never, pass = false }: Limits,
): Stop {
  const from = positionOf(machine);
  held.exploring = comparePositions(from, held.frontier) >= 0;
  const limit = {
    tick: Math.min(tick, from.tick + pieceTicks),
    beat: Math.min(beat, from.beat + pieceBeats, held.exploring ? lastBeat : held.frontier.beat),
    pass,
  };
  const stop = advance(machine, inputs, limit, held.exploring ? recorder : undefined);
  if (!held.exploring) return stop;
  held.exploring = false;
  held.frontier = positionOf(machine);
  if (isEnd(stop) || held.frontier.beat >= lastBeat) {
    held.end = held.frontier;
    held.stop = isEnd(stop) ? stop : null;
  }
  // Somebody who stops a run may do so in the middle of a moment.
  if (stop.reason === "stop") return stop;
  const last = keyframes.before(held.frontier.beat);
  if (workAt(held.frontier) - workAt(last) >= pieceTicks) keyframes.take(inputs.delivered());
  return stop;
}

/** Whether the machine stands at or behind a target. */
function isThere(at: Position, to: Target): boolean {
  return "beat" in to ? at.beat >= to.beat : at.tick >= to.tick;
}

function* seek(timeline: Timeline, held: Held, to: Target): Work<Arrival> {
  const { machine, keyframes } = timeline;
  const byTick = !("beat" in to);
  const base = byTick ? keyframes.beforeTick(to.tick) : keyframes.before(to.beat);
  const here = positionOf(machine);
  // From here it is nearer, unless here is behind it, or perhaps a later moment of the same tick.
  const ahead = byTick ? here.tick < to.tick : here.beat <= to.beat;
  if (!ahead || comparePositions(here, base) < 0) timeline.goBack(base);
  const begin = timeline.begin();
  const isBefore = byTick ? to.tick < begin.tick : to.beat < begin.beat;
  if (isBefore) return { ...positionOf(machine), edge: "begin", stop: null };
  while (!isThere(positionOf(machine), to)) {
    const at = positionOf(machine);
    const { end } = held;
    if (end !== null && comparePositions(at, end) >= 0) {
      const stood = byTick ? standsSince(timeline) : null;
      // Who asks for an instruction that never comes stays where the last one was: no time has to pass for it.
      if (stood !== null && stood.tick === at.tick)
        yield* seek(timeline, held, { beat: Math.max(stood.beat + 1, here.beat) });
      return { ...positionOf(machine), edge: "end", stop: held.stop };
    }
    const dense = denseStop(timeline, to);
    const before = at.tick;
    const limits = byTick ? { tick: to.tick } : { beat: to.beat };
    timeline.piece(dense === null ? limits : { ...limits, tick: dense });
    if (dense !== null && machine.tick() >= dense && before < dense) keyframes.take(timeline.inputs.delivered());
    yield positionOf(machine);
  }
  return { ...positionOf(machine), edge: null, stop: null };
}

/** When the processor came to stand for good; null while it runs. */
function standsSince({ annals }: Timeline): Position | null {
  const last = annals.events.findLast(({ kind }) => standing.includes(kind));
  return last === undefined || last.kind === "reset" ? null : last;
}

const standing: readonly string[] = ["freeze", "lockup", "reset"];

/** The next tick on the way to a target where a keyframe is wanted; null when none is. */
function denseStop({ machine, keyframes }: Timeline, to: Target): number | null {
  const at = machine.tick();
  const target = "tick" in to ? to.tick : at + (to.beat - machine.now()) / machine.core.cpu.beatsPerCycle;
  const base = keyframes.beforeTick(at + 1).tick;
  for (const distance of denseTicks) {
    const stop = Math.floor(target) - distance;
    if (stop > at && stop - base >= distance) return stop;
  }
  return null;
}
