/**
 * Who there is to be debugged. A process is a VM, the hypervisor, or the firmware; its threads are those of its RTOS as
 * far as a lens sees them, else one: the processor as the VM has it or left it.
 */
import { backtrace, type StoppedState } from "../image/backtrace.ts";
import { stackName } from "../image/exception-frame.ts";
import { stoppedState } from "../lens/guest-view.ts";
import type { Thread } from "../lens/lens.ts";
import { type MachineView, machineView } from "../machine/view.ts";
import { hypervisorName } from "../system/consoles.ts";
import { type Guest, guestsOf } from "../system/guests.ts";
import { type System, vmNames } from "../system/system.ts";
import type { Timeline } from "../time/timeline.ts";

export interface ThreadId {
  /** Index into the names of the processes. */
  readonly process: number;
  /** One of all threads of all processes, from 1; a process's own number is its index + 1. */
  readonly number: number;
}

export interface ThreadRow extends ThreadId {
  /** Of the RTOS; null for the processor of a VM. */
  readonly name: string | null;
  /** "running", "not in", or what the RTOS says. */
  readonly state: string;
}

export interface Roster {
  readonly names: readonly string[];
  readonly guests: readonly Guest[];
  /** Whose code is under way. Cheap. */
  processNow(): number;
  /** As processNow, with the thread that the RTOS says has the processor. Cheap, but for the first time. */
  now(): ThreadId;
  /** The thread that has, or had, the processor in a process. */
  mainOf(process: number): ThreadId;
  rows(): ThreadRow[];
  /** The processor as a thread left it that is not under way; before its first instruction, where it will begin. */
  left(id: ThreadId): StoppedState;
}

/** Names of the processes: the VMs in the order of the configuration, the hypervisor behind them. */
export const processNames = (system: System): readonly string[] =>
  system.hypervisor.kind === "firmware" ? vmNames(system) : [...vmNames(system), hypervisorName];

export function createRoster({ system, machine }: Timeline): Roster {
  const names = processNames(system);
  const guests = guestsOf(system);
  const view = machineView(machine);
  const count = numbering(names.length);
  // A firmware has no monitor that could say who is in.
  const processNow = (): number => {
    const vm = machine.currentVm?.() ?? 0;
    return vm >= 0 ? vm : guests.length;
  };
  const mainOf = (process: number): ThreadId => {
    const lens = guests[process]?.lens ?? null;
    const current = lens === null ? null : view.word(lens.currentAt);
    return { process, number: current === null || current === 0 ? process + 1 : count(process, current) };
  };
  const threadsOf = (process: number): Thread[] =>
    (guests[process]?.threads(view) ?? []).filter(({ state }) => state.kind !== "dead");
  return {
    names,
    guests,
    processNow,
    now: () => mainOf(processNow()),
    mainOf,
    rows: () =>
      names.flatMap((_, process) => rowsOf(process, threadsOf(process), mainOf(process), processNow(), count)),
    left({ process, number }) {
      const thread = threadsOf(process).find(({ id }) => count(process, id) === number);
      const state =
        thread === undefined ? leftByVm(guests[process], view, processNow() >= guests.length) : thread.processor;
      return state ?? unstarted(guests[process]?.images[0]?.entry ?? machine.core.board.trapBase);
    },
  };
}

const linkAfterReset = 0xffff_ffff;

/** A debugger can do nothing without a program counter. Of the hypervisor's own code, none is executed. */
function unstarted(entry: number): StoppedState {
  const registers: (number | null)[] = new Array(16).fill(null);
  registers[13] = 0;
  registers[14] = linkAfterReset;
  registers[15] = entry;
  const none = { mainNonSecure: null, processNonSecure: null, mainSecure: null, processSecure: null };
  return {
    registers,
    secure: false,
    handler: false,
    exceptionNumber: 0,
    stackPointers: none,
    processStackSelected: { nonSecure: false, secure: false },
    floatCalleeStacked: false,
  };
}

function rowsOf(process: number, threads: readonly Thread[], main: ThreadId, now: number, count: Count): ThreadRow[] {
  const rows = threads.map(({ id, name, state }): ThreadRow => {
    const number = count(process, id);
    const isNotIn = number === main.number && process !== now;
    return { process, number, name, state: isNotIn ? "not in" : state.kind };
  });
  if (rows.some(({ number }) => number === main.number)) return rows;
  return [{ ...main, name: null, state: process === now ? "running" : "not in" }, ...rows];
}

/** What a hypervisor keeps of a VM that is not in; where none is, the hypervisor may have interrupted this one. */
function leftByVm(guest: Guest | undefined, view: MachineView, isNobodyIn: boolean): StoppedState | null {
  if (guest === undefined) return null;
  return (isNobodyIn ? interrupted(guest, view) : null) ?? guest.view(view).state;
}

function interrupted({ images }: Guest, view: MachineView): StoppedState | null {
  const state = stoppedState(view.processor());
  const { frames } = backtrace(images, state, view.word, { limit: 4 });
  const found = frames.find(({ kind, image }) => kind === "interrupted" && images.some(({ file }) => file === image));
  if (found === undefined) return null;
  const { registers, secure } = found;
  const process = secure ? state.processStackSelected.secure : state.processStackSelected.nonSecure;
  const stackPointers = { ...state.stackPointers, [stackName(secure, process)]: registers[13] ?? null };
  return { ...state, registers, secure, stackPointers, handler: false, exceptionNumber: 0 };
}

/** Number of a thread of an RTOS by its control block: new ones behind those that are known. */
type Count = (process: number, block: number) => number;

function numbering(processes: number): Count {
  const numbers = new Map<string, number>();
  return (process, block) => {
    const key = `${process} ${block}`;
    const number = numbers.get(key) ?? processes + numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
}
