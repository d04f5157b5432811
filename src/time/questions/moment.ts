/** What is there at a moment: when it is, who runs, the registers of both worlds, bytes, the VMs. */
import { nanosecondsOf } from "../../base/beat.ts";
import type { Machine } from "../../machine/machine.ts";
import { stateOf } from "../../system/stopped-state.ts";
import { type System, vmNames } from "../../system/system.ts";
import type { Timeline } from "../timeline.ts";
import { type Call, callChain } from "./calls.ts";

export interface Moment {
  readonly tick: number;
  readonly time_ns: number;
  /** Whose code runs; null before the first VM is entered. */
  readonly vm: string | null;
  readonly state: "secure" | "non-secure";
  /** Exception number; 0 in Thread mode. */
  readonly exception: number;
  readonly asleep: boolean;
  readonly at: Call | null;
}

/** The VM whose code runs: a firmware is alone. */
export function runningVm(system: System, machine: Machine): string | null {
  return vmNames(system)[machine.currentVm?.() ?? 0] ?? null;
}

export function momentOf({ system, machine }: Timeline): Moment {
  const { cpu } = machine.core;
  return {
    tick: machine.tick(),
    time_ns: nanosecondsOf(machine.now()),
    vm: runningVm(system, machine),
    state: cpu.secure !== 0 ? "secure" : "non-secure",
    exception: cpu.ipsr,
    asleep: cpu.sleeping !== 0,
    at: callChain(system, machine).frames[0] ?? null,
  };
}

/** Registers that exist once per security state. */
export interface WorldRegisters {
  readonly msp: number;
  readonly psp: number;
  readonly msplim: number;
  readonly psplim: number;
  readonly control: number;
  readonly primask: number;
  readonly faultmask: number;
  readonly basepri: number;
  readonly vtor: number;
  readonly cfsr: number;
  readonly mmfar: number;
}

export interface Registers {
  /** R0 to R15, SP and PC of the state that runs. */
  readonly r: readonly number[];
  readonly xpsr: number;
  readonly state: "secure" | "non-secure";
  readonly non_secure: WorldRegisters;
  readonly secure: WorldRegisters;
  readonly hfsr: number;
  readonly bfar: number;
  readonly sfsr: number;
  readonly sfar: number;
  readonly fpscr: number;
  readonly s: readonly number[];
}

export function registersOf(machine: Machine): Registers {
  const { cpu } = machine.core;
  const { stackPointers } = stateOf(machine);
  const { mainNonSecure, processNonSecure, mainSecure, processSecure } = stackPointers;
  const worldOf = (bank: 0 | 1, msp: number | null, psp: number | null): WorldRegisters => ({
    msp: msp ?? 0,
    psp: psp ?? 0,
    msplim: cpu.splim[2 * bank] ?? 0,
    psplim: cpu.splim[2 * bank + 1] ?? 0,
    control: cpu.control[bank] ?? 0,
    primask: cpu.primask[bank] ?? 0,
    faultmask: cpu.faultmask[bank] ?? 0,
    basepri: cpu.basepri[bank] ?? 0,
    vtor: cpu.vtor[bank] ?? 0,
    cfsr: cpu.cfsr[bank] ?? 0,
    mmfar: cpu.mmfar[bank] ?? 0,
  });
  return {
    r: Array.from(cpu.r, (value) => value >>> 0),
    xpsr: statusOf(machine),
    state: cpu.secure !== 0 ? "secure" : "non-secure",
    non_secure: worldOf(0, mainNonSecure, processNonSecure),
    secure: worldOf(1, mainSecure, processSecure),
    hfsr: cpu.hfsr,
    bfar: cpu.bfar,
    sfsr: cpu.sfsr,
    sfar: cpu.sfar,
    fpscr: cpu.fpscr,
    s: Array.from(cpu.s, (value) => value >>> 0),
  };
}

/** XPSR as an exception would stack it (DDI 0553, "xPSR"): ITSTATE[7:2] at 15:10, ITSTATE[1:0] at 26:25. */
function statusOf({ core: { cpu } }: Machine): number {
  const negative = cpu.flagN >>> 31 !== 0 ? 8 : 0;
  const flags = negative | (cpu.flagZ === 0 ? 4 : 0) | (cpu.flagC === 0 ? 0 : 2) | (cpu.flagV === 0 ? 0 : 1);
  const it = ((cpu.itstate & 0xfc) << 8) | ((cpu.itstate & 3) << 25);
  const q = cpu.flagQ === 0 ? 0 : 1 << 27;
  const rest = q | ((cpu.flagGE & 0xf) << 16) | (cpu.thumb === 0 ? 0 : 1 << 24) | it | cpu.ipsr;
  return ((flags << 28) | rest) >>> 0;
}

export interface Bytes {
  readonly address: number;
  readonly bytes: readonly number[];
}

/** Null where no memory answers for all of them. */
export function bytesAt(machine: Machine, address: number, sizeBytes: number): Bytes | null {
  const bytes = machine.peek(address, sizeBytes);
  return bytes === null ? null : { address, bytes: Array.from(bytes) };
}

export interface VmRow {
  readonly name: string;
  readonly runs: boolean;
  /** File of its image; null where it has none. */
  readonly image: string | null;
  /** Last complete console line up to here, and its tick. */
  readonly last_line: string | null;
  readonly last_line_tick: number | null;
  /** Where the configuration defines it: `file:line`; null for a firmware. */
  readonly defined: string | null;
}

export function vmRows({ system, machine, annals }: Timeline): VmRow[] {
  const { hypervisor } = system;
  const running = runningVm(system, machine);
  const now = machine.now();
  return vmNames(system).map((name, index) => {
    const last = annals.events.findLast((one) => one.kind === "console" && one.vm === name && one.beat <= now);
    const span = hypervisor.kind === "firmware" ? undefined : hypervisor.model.partitions[index]?.span;
    const isOwn = (vm: string | null): boolean => vm === name || (vm === null && hypervisor.kind === "firmware");
    return {
      name,
      runs: name === running,
      image: system.images.find(({ vm }) => isOwn(vm))?.image.file ?? null,
      last_line: last === undefined ? null : String(last.fields.text),
      last_line_tick: last?.tick ?? null,
      defined: span === undefined ? null : `${span.file}:${span.line}`,
    };
  });
}
