/** Keeps the faults that guests handle themselves: each place once, explained while the machine stands there. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { explainGuestFault, isGuestFault } from "../check/guest-fault.ts";
import type { FaultMoment } from "../check/stopped.ts";
import type { Machine } from "../machine/machine.ts";
import type { MomentFields } from "../machine/sink.ts";
import { stateOf } from "../system/stopped-state.ts";
import type { System } from "../system/system.ts";
import { stoppedOf } from "./stopped.ts";

/** Different places that are told in full; a guest that faults all over is told so often enough. */
const toldPlaces = 4;

export interface GuestFaults {
  /** A `fault` moment while `vm` or a firmware was in; null for the time before any VM was. */
  note(machine: Machine, vm: string | null, fields: MomentFields): void;
  /** The last fault of a VM, those that Secure state takes included. */
  last(): FaultMoment | null;
  /** What to tell; a fault at the tick `endedAt` is the one that ended the run, and is told as that. */
  diagnostics(endedAt: number | null): Diagnostic[];
}

interface Kept {
  readonly diagnostic: Diagnostic;
  times: number;
}

export function createGuestFaults(system: System): GuestFaults {
  const places = new Map<string, Kept>();
  const held: { last: FaultMoment | null } = { last: null };
  return {
    note(machine, vm, { fault, address }) {
      const { cpu } = machine.core;
      if (vm === null || typeof fault !== "number" || typeof address !== "number") return;
      // What an emulated hypervisor does in Secure state is not the guest's.
      if (cpu.secure !== 0 && system.hypervisor.kind !== "firmware") return;
      held.last = { kind: fault, address, state: stateOf(machine) };
      if (!isGuestFault(fault)) return;
      const place = `${vm} ${fault} ${cpu.r[15]}`;
      const known = places.get(place);
      if (known !== undefined) known.times++;
      else if (places.size < toldPlaces) {
        const diagnostic = explainGuestFault(fault, address, vm, stoppedOf(system, machine));
        if (diagnostic !== null) places.set(place, { diagnostic, times: 1 });
      }
    },
    last: () => held.last,
    diagnostics: (endedAt) =>
      [...places.values()]
        .filter(({ diagnostic, times }) => times > 1 || diagnostic.tick !== endedAt)
        .map(({ diagnostic, times }) => {
          if (times === 1) return diagnostic;
          return { ...diagnostic, help: [...diagnostic.help, `it happened ${times} times there; this was the first`] };
        }),
  };
}
