/** Turns what a machine shows of itself into lines, events, shares and findings, each with its VM. */
import type { Beat } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import type { MomentFields, Sink } from "../machine/sink.ts";
import { consoleOwners, hypervisorName } from "../system/consoles.ts";
import { type Guest, guestsOf } from "../system/guests.ts";
import { type System, vmNames } from "../system/system.ts";
import { type Accounting, createAccounting } from "../trace/accounting.ts";
import { type ConsoleLine, type ConsoleLines, createConsoleLines } from "../trace/console.ts";
import { type Event, makeEvent } from "../trace/event.ts";
import { createWatch, type Watch } from "../watch/watch.ts";
import { followThreads, readingOf } from "./follow-threads.ts";
import { createGuestFaults, type GuestFaults } from "./guest-faults.ts";
import { stoppedOf } from "./stopped.ts";

export interface Watcher {
  /** False where nobody will ask what src/watch sees. */
  readonly watches?: boolean;
  /** A console line is complete. */
  line?(vm: string, line: ConsoleLine): void;
  /** A byte arrived; `open` is the text of the line so far. */
  typed?(vm: string, device: string, open: () => string, byte: number): void;
  event?(event: Event): void;
  /** The board was reset: by what, and why where it said so. */
  reset?(beat: Beat, by: string): void;
}

export interface Observer {
  readonly sink: Sink;
  readonly lines: ConsoleLines;
  readonly accounting: Accounting;
  /** Model gaps by name, with how often they were touched. */
  readonly gaps: ReadonlyMap<string, number>;
  /** Fields of the hypervisor's freeze, where it froze. */
  freeze(): MomentFields | null;
  /** Faults that guests handle themselves. */
  readonly guestFaults: GuestFaults;
  readonly owners: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** What can be seen inside each VM, in the order of `names`. */
  readonly guests: readonly Guest[];
  lastLine(vm: string): ConsoleLine | null;
  /** What is watched while the system runs; null before a machine is attached, for a firmware, and if unwanted. */
  watch(): Watch | null;
  /** Between two pieces of the run: what has newly become so is an event. */
  look(): void;
  /** Nothing more will come: what stands in an unfinished line is told as a line. */
  end(): void;
  attach(machine: Machine): void;
}

export function createObserver(system: System, watcher: Watcher): Observer {
  const owners = new Map(consoleOwners(system).map(({ device, vm }) => [device, vm]));
  const names = vmNames(system);
  const lines = createConsoleLines();
  const guests = guestsOf(system);
  const gaps = new Map<string, number>();
  const guestFaults = createGuestFaults(system);
  const last = new Map<string, ConsoleLine>();
  const held: Held = { machine: null, freeze: null, resetReason: "", watch: null };
  const tick = (): number => held.machine?.tick() ?? 0;
  const now = (): Beat => held.machine?.now() ?? 0;
  const accounting = createAccounting(names.length, () => readingOf(held.machine));
  const current = (): string | null => names[accounting.current()] ?? null;
  const emit = (vm: string | null, kind: string, fields: MomentFields): void =>
    watcher.event?.(makeEvent(tick(), now(), vm, kind, fields));
  const finish = (line: ConsoleLine): void => {
    const vm = owners.get(line.device) ?? line.device;
    last.set(vm, line);
    watcher.line?.(vm, line);
    emit(vm, "console", { port: line.device, text: line.text });
  };
  const sink: Sink = {
    output(device, port, byte, beat) {
      if (port !== "tx") return emit(current(), "output", { device, port, byte });
      const line = lines.push(device, byte, beat, tick());
      held.watch?.printed(owners.get(device) ?? device);
      if (line !== null) finish(line);
      watcher.typed?.(owners.get(device) ?? device, device, () => lines.open(device), byte);
    },
    moment(kind, fields) {
      const next = nextVm(system, kind, fields);
      if (next !== null) accounting.enter(next);
      if (kind === "fault" && held.machine !== null) guestFaults.note(held.machine, current(), fields);
      if (kind === "reset") watcher.reset?.(now(), `${fields.by}${held.resetReason}`);
      hold(held, kind, fields);
      held.watch?.moment(kind, fields);
      const { vm, ...rest } = fields;
      const named = typeof vm === "number" ? (names[vm] ?? null) : kind === "log" ? hypervisorName : current();
      emit(named, kind, rest);
    },
    gap(what) {
      gaps.set(what, (gaps.get(what) ?? 0) + 1);
    },
  };
  return {
    ...{ sink, lines, accounting, gaps, guestFaults, owners, names, guests },
    freeze: () => held.freeze,
    lastLine: (vm) => last.get(vm) ?? null,
    watch: () => held.watch,
    look: () => lookAt(system, held, guestFaults, emit),
    end: () => lines.flush().forEach(finish),
    attach(machine) {
      held.machine = machine;
      held.watch = watcher.watches === false ? null : createWatch(system, guests, machine);
      accounting.enter(firstOf(system));
      followThreads(machine, accounting, guests, system.hypervisor.kind === "firmware");
    },
  };
}

function lookAt(
  system: System,
  { machine, watch }: Held,
  guestFaults: GuestFaults,
  emit: (vm: string | null, kind: string, fields: MomentFields) => void,
): void {
  if (machine === null || watch === null) return;
  watch.look(
    () => stoppedOf(system, machine, guestFaults.last()),
    ({ code, severity, message, vm }) => emit(vm ?? null, "watch", { code, severity, message }),
  );
}

interface Held {
  machine: Machine | null;
  freeze: MomentFields | null;
  /** What the device that asks for a reset says, until the reset comes. */
  resetReason: string;
  watch: Watch | null;
}

/** What a later moment wants to know of this one; a reset ends a freeze. */
function hold(held: Held, kind: string, fields: MomentFields): void {
  if (kind === "freeze") held.freeze = fields;
  if (kind === "reset-request") held.resetReason = `: ${fields.why}`;
  if (kind !== "reset") return;
  held.freeze = null;
  held.resetReason = "";
}

const nobody = -1;

/** Who has the processor from this moment on; null where it stays with whom it was. */
function nextVm(system: System, kind: string, fields: MomentFields): number | null {
  if (kind === "switch" && typeof fields.to === "number") return fields.to;
  if (kind === "vm-entry" && typeof fields.vm === "number") return fields.vm;
  if (kind === "freeze") return nobody;
  return kind === "reset" ? firstOf(system) : null;
}

/** A firmware has the processor from its first instruction on; VMs get it when their hypervisor says so. */
const firstOf = ({ hypervisor }: System): number => (hypervisor.kind === "firmware" ? 0 : nobody);
