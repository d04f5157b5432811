/**
 * Who had the processor in a window of the run: VM, and inside it the thread its kernel names or the exception that was
 * being handled.
 */
import { type Beat, beatsPerSecond, nanosecondsOf } from "../../base/beat.ts";
import { exceptionName } from "../../check/call-chain.ts";
import type { Machine } from "../../machine/machine.ts";
import { forListener, noteKinds } from "../../machine/notes.ts";
import { machineView } from "../../machine/view.ts";
import { hypervisorName } from "../../system/consoles.ts";
import { type Guest, guestsOf } from "../../system/guests.ts";
import type { System } from "../../system/system.ts";
import { comparePositions, positionOf } from "../position.ts";
import type { Target, Timeline } from "../timeline.ts";
import type { Work } from "../work.ts";
import { runningVm } from "./moment.ts";

/** From `tick` on, for `ticks` instructions. */
export interface Stint {
  readonly tick: number;
  readonly time_ns: number;
  readonly vm: string | null;
  /** A thread's name, an exception's, or null: the VM's own code, as far as anybody can tell. */
  readonly who: string | null;
  readonly ticks: number;
  readonly duration_ns: number;
  readonly asleep_ns: number;
}

export type Share = Omit<Stint, "tick" | "time_ns"> & { readonly stints: number };

export interface WhoRan {
  /** In order, without gaps. */
  readonly stints: readonly Stint[];
  /** The same added up, the longest first. */
  readonly shares: readonly Share[];
}

interface Reading {
  readonly tick: number;
  readonly beat: Beat;
  readonly asleepCycles: number;
}

const readingOf = (machine: Machine): Reading => ({
  tick: machine.tick(),
  beat: machine.now(),
  asleepCycles: machine.asleepCycles(),
});

/** Runs from one moment to another, and returns to where the cursor was. */
export function* whoRan(timeline: Timeline, from: Target, to: Target): Work<WhoRan> {
  const { machine, system } = timeline;
  const origin = timeline.now();
  yield* timeline.seek(from);
  const { scratch } = machine.core;
  const { noteMask } = scratch;
  const before = machine.listener.onException;
  const log = createLog(system, machine);
  machine.listener.onException = log.hear;
  scratch.noteMask = noteMask | forListener(noteKinds.exceptionEntry) | forListener(noteKinds.exceptionReturn);
  try {
    yield* runOn(timeline, to);
  } finally {
    scratch.noteMask = noteMask;
    machine.listener.onException = before;
  }
  const stints = log.close();
  yield* timeline.seek(origin);
  return { stints, shares: sharesOf(stints) };
}

/** Forward without a leap: everything in between happens. */
function* runOn(timeline: Timeline, to: Target): Work<void> {
  const { machine } = timeline;
  const isThere = (): boolean => ("beat" in to ? machine.now() >= to.beat : machine.tick() >= to.tick);
  while (!isThere()) {
    const end = timeline.end();
    if (end !== null && comparePositions(positionOf(machine), end) >= 0) return;
    timeline.piece("beat" in to ? { beat: to.beat } : { tick: to.tick });
    yield positionOf(machine);
  }
}

interface Log {
  hear(entered: boolean, number: number, secure: boolean): void;
  close(): readonly Stint[];
}

function createLog(system: System, machine: Machine): Log {
  const guests = guestsOf(system);
  const isAlone = system.hypervisor.kind === "firmware";
  const stints: Stint[] = [];
  let open = { vm: runningVm(system, machine), who: whoIs(machine, guests, machine.core.cpu.ipsr) };
  let since = readingOf(machine);
  const change = (vm: string | null, who: string | null): void => {
    if (vm === open.vm && who === open.who) return;
    const now = readingOf(machine);
    if (now.beat > since.beat) stints.push(stintOf(machine, open, since, now));
    open = { vm, who };
    since = now;
  };
  const hear: Log["hear"] = (entered, number, secure) => {
    if (entered && secure && !isAlone) return change(hypervisorName, null);
    const exception = entered ? number : machine.core.cpu.ipsr;
    change(runningVm(system, machine), whoIs(machine, guests, exception));
  };
  return {
    hear,
    close() {
      change(null, "");
      return stints;
    },
  };
}

/** The exception that is being handled, else the thread that the kernel of the VM that is in names. */
function whoIs(machine: Machine, guests: readonly Guest[], exception: number): string | null {
  if (exception !== 0) return exceptionName(exception);
  const view = machineView(machine);
  const guest = guests[machine.currentVm?.() ?? 0];
  const id = guest?.lens ? (view.word(guest.lens.currentAt) ?? 0) : 0;
  if (id === 0 || guest === undefined) return null;
  return guest.threads(view).find((one) => one.id === id)?.name ?? `thread 0x${id.toString(16)}`;
}

function stintOf(machine: Machine, { vm, who }: Pick<Stint, "vm" | "who">, since: Reading, now: Reading): Stint {
  const asleepBeats = (now.asleepCycles - since.asleepCycles) * machine.core.cpu.beatsPerCycle;
  return {
    tick: since.tick,
    time_ns: nanosecondsOf(since.beat),
    vm,
    who,
    ticks: now.tick - since.tick,
    duration_ns: nanosecondsOf(now.beat) - nanosecondsOf(since.beat),
    asleep_ns: Math.round((asleepBeats / beatsPerSecond) * 1e9),
  };
}

function sharesOf(stints: readonly Stint[]): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { vm, who, ticks, duration_ns, asleep_ns } of stints) {
    const key = JSON.stringify([vm, who]);
    const sum = shares.get(key) ?? { vm, who, ticks: 0, duration_ns: 0, asleep_ns: 0, stints: 0 };
    shares.set(key, {
      ...sum,
      ticks: sum.ticks + ticks,
      duration_ns: sum.duration_ns + duration_ns,
      asleep_ns: sum.asleep_ns + asleep_ns,
      stints: sum.stints + 1,
    });
  }
  return [...shares.values()].sort((a, b) => b.duration_ns - a.duration_ns);
}
