/**
 * Watches a running system for what is no fault and still wrong. It only looks: at the moments that the monitor tells
 * of anyway, and every quarter of a second of virtual time. A run is the same with it and without.
 */
import { beatsPerSecond, never } from "../base/beat.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Stopped } from "../check/stopped.ts";
import type { Partition, SystemModel } from "../config/model.ts";
import type { Machine } from "../machine/machine.ts";
import type { MomentFields } from "../machine/sink.ts";
import { type MachineView, machineView } from "../machine/view.ts";
import { consoleOwners } from "../system/consoles.ts";
import type { Guest } from "../system/guests.ts";
import type { System } from "../system/system.ts";
import { explainSleep, isSuspect } from "./asleep.ts";
import { comeBack, createDrift, type Drift, explainDrift, isWrong } from "./drift.ts";
import { type Cells, createSight, cycleOf, liveOf, registersInto, type Sight, seeEntry, seeState } from "./sight.ts";
import { explainSilence } from "./silent.ts";
import { createSamples, explainSpin, forget, isSpinning, type Samples, sample } from "./spin.ts";
import { createStacks, explainStack, lookAtStack, type Stack } from "./stack.ts";
import { countLate, createHolder, explainLate, explainStarved, type Holder, keep, type Late } from "./starved.ts";
import { createPorts, explainUnread, lookAtPort, type Port } from "./unread.ts";
import { createUptime, isOff, measuredOf, readUptime, type Uptime } from "./uptime.ts";

export interface Watch {
  /** A moment of the run, as the sink got it. */
  moment(kind: string, fields: MomentFields): void;
  /** A VM printed. */
  printed(vm: string): void;
  /** Between two pieces of a run. `tell` gets what has newly become so. */
  look(stopped: () => Stopped, tell: (found: Diagnostic) => void): void;
  /** What is so now; `running` is false once nothing runs any more. */
  findings(stopped: Stopped, running: boolean): Diagnostic[];
}

/** Virtual time between two looks at the clocks that are to be read. */
const clockBeats = beatsPerSecond / 4;
/**
 * Between two looks around, and between two judgements, at least. Most is told in the first seconds; the longer it all
 * goes well, the less one more says, so both become a share of what has passed.
 */
const lookBeats = beatsPerSecond / 4;
const lookShare = 1 / 40;
const judgeBeats = beatsPerSecond;
const judgeShare = 1 / 20;
/** What lasts shorter is no wonder. */
const patienceSeconds = 0.5;
/** Of the slices of a busy VM, each so-manieth is looked at for where it stands. */
const sampledSlices = 8;

interface Watched {
  readonly guest: Guest;
  readonly sight: Sight;
  readonly samples: Samples;
  readonly drift: Drift;
  readonly late: Late;
  readonly uptime: Uptime;
  slices: number;
  /** It has printed something. */
  spoke: boolean;
}

interface Scene {
  readonly machine: Machine;
  readonly live: Cells;
  /** What the virtual timer does. */
  readonly timer: { readonly vmCount: number; readonly compensated: boolean };
  readonly view: MachineView;
  readonly guests: readonly Watched[];
  readonly holder: Holder;
  readonly ports: readonly Port[];
  readonly stacks: readonly Stack[];
  current: number;
  clockAt: number;
  lookAt: number;
  judgeAt: number;
}

/** `guests` in the order of `vmNames`. Null for a firmware: who runs when is then its own affair. */
export function createWatch(system: System, guests: readonly Guest[], machine: Machine): Watch | null {
  const { hypervisor } = system;
  if (hypervisor.kind === "firmware") return null;
  const held = { scene: sceneOf(system, hypervisor, guests, machine) };
  /** By suspicion, when it is looked into again: never once it was told, ever later while it comes to nothing. */
  const again = new Map<string, { at: number; pauseBeats: number }>();
  return {
    moment(kind, fields) {
      if (kind === "reset") held.scene = sceneOf(system, hypervisor, guests, machine);
      else note(held.scene, kind, fields);
    },
    printed(vm) {
      for (const watched of held.scene.guests) {
        if (watched.guest.vm !== vm) continue;
        watched.spoke = true;
        forget(watched.samples);
      }
    },
    look(stopped, tell) {
      const { scene } = held;
      const now = machine.now();
      if (now < scene.clockAt) return;
      scene.clockAt = now + clockBeats;
      readClocks(scene);
      if (now < scene.lookAt) return;
      scene.lookAt = now + Math.max(lookBeats, now * lookShare);
      lookAround(scene);
      if (now < scene.judgeAt) return;
      scene.judgeAt = now + Math.max(judgeBeats, now * judgeShare);
      for (const [key, explain] of suspicionsOf(scene, true)) {
        const { at, pauseBeats } = again.get(key) ?? { at: 0, pauseBeats: judgeBeats };
        if (now < at) continue;
        const found = explain(stopped());
        again.set(key, { at: found === null ? now + pauseBeats : never, pauseBeats: 2 * pauseBeats });
        if (found !== null) tell(found);
      }
    },
    findings(stopped, running) {
      lookAround(held.scene);
      readClocks(held.scene);
      return suspicionsOf(held.scene, running).flatMap(([, explain]) => explain(stopped) ?? []);
    },
  };
}

type Emulated = Extract<System["hypervisor"], { readonly model: SystemModel }>;

function sceneOf(system: System, { model, switches }: Emulated, all: readonly Guest[], machine: Machine): Scene {
  const guests = all.flatMap((guest): Watched[] => {
    const partition = model.partitions[guest.index];
    return partition === undefined ? [] : [watchedOf(guest, partition)];
  });
  const stacks = system.images.flatMap(({ vm, image }) => {
    const index = model.partitions.findIndex(({ name }) => name === vm);
    return index < 0 ? [] : createStacks(index, image, machine);
  });
  const ports = createPorts(
    system.board,
    consoleOwners(system).filter(({ vm }) => model.partitions.some(({ name }) => name === vm)),
  );
  const holder = createHolder();
  const timer = { vmCount: guests.length, compensated: switches.vtimer === "compensated" };
  const [live, view] = [liveOf(machine), machineView(machine)];
  const at = { clockAt: 0, lookAt: 0, judgeAt: 0 };
  return { machine, live, view, timer, guests, holder, ports, stacks, current: -1, ...at };
}

const watchedOf = (guest: Guest, partition: Partition): Watched => ({
  ...{ guest, sight: createSight(guest.index, partition), samples: createSamples(), drift: createDrift() },
  ...{ late: { count: 0, longestCycles: 0 }, uptime: createUptime(), slices: 0, spoke: false },
});

function note(scene: Scene, kind: string, fields: MomentFields): void {
  if (kind === "switch") changeVm(scene, Number(fields.to));
  else if (kind === "vm-entry") enter(scene, Number(fields.vm));
  else if (kind === "slice" && fields.kept === true) keep(scene.holder, Number(fields.vm), scene.machine);
}

function enter(scene: Scene, vm: number): void {
  const guest = scene.guests[vm];
  if (guest === undefined) return;
  seeEntry(guest.sight, scene.live);
  scene.current = vm;
}

/** The monitor goes from the VM that is in to `to`; a VM's first entry is a moment of its own. */
function changeVm(scene: Scene, to: number): void {
  const { machine, live, guests, current } = scene;
  const last = guests[current];
  if (last !== undefined) {
    seeState(last.sight, live);
    if (!last.sight.busy) forget(last.samples);
    else if (last.slices++ % sampledSlices === 0) sampleGuest(last, machine);
  }
  scene.holder.kept = 0;
  const next = guests[to];
  if (next === undefined || !next.sight.seen) return;
  const absentCycles = cycleOf(live) - next.sight.leftCycle;
  countLate(next.late, next.sight, live.level, absentCycles);
  comeBack(next.drift, next.sight, absentCycles, scene.timer);
  enter(scene, to);
}

function sampleGuest({ sight, samples }: Watched, machine: Machine): void {
  sample(samples, machine.core.cycle(), (registers) =>
    registersInto(registers, sight, (address) => wordAt(machine, address)),
  );
}

function wordAt(machine: Machine, address: number): number | null {
  const bytes = machine.peek(address >>> 0, 4);
  return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

/** A VM that is never left is seen here only. */
function lookAround(scene: Scene): void {
  const { machine, live, guests, holder, ports, stacks, current } = scene;
  const guest = guests[current];
  const inVm = machine.core.cpu.secure === 0;
  if (guest !== undefined && inVm && (guests.length === 1 || holder.kept > 0)) {
    seeState(guest.sight, live);
    if (!guest.sight.busy) forget(guest.samples);
    else sampleGuest(guest, machine);
  }
  const cycle = machine.core.cycle();
  for (const port of ports) lookAtPort(port, machine, cycle);
  for (const stack of stacks) if (guests[stack.vm]?.sight.seen === true) lookAtStack(stack, cycle);
}

function readClocks({ guests, view, machine }: Scene): void {
  for (const { sight, uptime, guest } of guests) if (sight.seen) readUptime(uptime, guest, view, machine.now());
}

type Suspicion = readonly [key: string, explain: (stopped: Stopped) => Diagnostic | null];

const secondsOf = ({ core }: Machine, cycles: number): number => (cycles * core.cpu.beatsPerCycle) / beatsPerSecond;

/** What seems to be so, found without effort; each with who can tell for sure. */
function suspicionsOf(scene: Scene, running: boolean): readonly Suspicion[] {
  const { machine, live, guests, ports, stacks } = scene;
  const found: Suspicion[] = [];
  const now = cycleOf(live);
  if (running) for (const guest of guests) suspect(scene, guest, now, found);
  for (const port of ports) {
    const seconds = port.since < 0 ? 0 : secondsOf(machine, now - port.since);
    if (!port.lost && seconds < patienceSeconds) continue;
    const sight = guests.find((one) => one.sight.partition.name === port.vm)?.sight;
    found.push([`WAT05 ${port.device}`, (stopped) => explainUnread(port, sight, stopped, seconds)]);
  }
  for (const stack of stacks) {
    const guest = guests[stack.vm];
    if (stack.fullAt < 0 || guest === undefined) continue;
    const seconds = secondsOf(machine, stack.fullAt);
    found.push([`WAT08 ${stack.name} ${stack.vm}`, (stopped) => explainStack(stack, guest.sight, stopped, seconds)]);
  }
  return found;
}

function suspect(scene: Scene, watched: Watched, now: number, found: Suspicion[]): void {
  const { machine, view, guests, holder } = scene;
  const { guest, sight, samples, late } = watched;
  const { vm } = sight;
  const seconds = (cycle: number): number => secondsOf(machine, now - cycle);
  const holding = guests[holder.vm];
  if (holder.kept >= heldSlices && holding !== undefined && holding !== watched)
    found.push([`WAT01 ${vm}`, (stopped) => explainStarved(sight, holding.sight, holder, stopped)]);
  if (!sight.seen) return;
  const asleep = now === sight.idleSince ? 0 : seconds(sight.idleSince);
  if (asleep > patienceSeconds && isSuspect(sight))
    found.push([`sleep ${vm}`, (stopped) => explainSleep(sight, stopped, asleep)]);
  else if (asleep > 2 * patienceSeconds && !watched.spoke)
    found.push([`WAT09 ${vm}`, (stopped) => explainSilence(guest, view, stopped, asleep)]);
  if (isSpinning(samples)) {
    const spinning = seconds(Math.min(...samples.cycles));
    found.push([`WAT03 ${vm}`, (stopped) => explainSpin(sight, samples, stopped, spinning)]);
  }
  suspectClock(scene, watched, now - sight.firstCycle, found);
  if (late.count === 0) return;
  const longest = secondsOf(machine, late.longestCycles) * 1000;
  found.push([`WAT06 ${vm}`, (stopped) => explainLate(late, sight, stopped, longest)]);
}

function suspectClock({ machine, view, timer }: Scene, watched: Watched, cycles: number, found: Suspicion[]): void {
  const { guest, sight, drift, uptime } = watched;
  const seconds = secondsOf(machine, cycles);
  const kernel = measuredOf(uptime);
  if (!(kernel !== null && isOff(kernel)) && !(isWrong(drift, cycles) && seconds > 2 * patienceSeconds)) return;
  const builtForHertz = guest.lens?.clockHertz(guest.view(view)) ?? null;
  const timing = { cycles, seconds, kernel, builtForHertz, clockHertz: view.clockHertz(), ...timer };
  found.push([`WAT07 ${sight.vm}`, (stopped) => explainDrift(sight, drift, timing, stopped)]);
}

/** Slices in a row without a switch that are long enough to wonder: half a second of them at 12 MHz. */
const heldSlices = 50;
