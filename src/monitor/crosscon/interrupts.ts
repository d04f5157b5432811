/**
 * Who owns which interrupt, and where the NVIC sends it: to the guest while its VM runs, to Secure state while it
 * does not (fact sheet crosscon-armv8m section 9).
 */
import {
  firstInterruptException,
  nvicIabrNs,
  nvicIcerNs,
  nvicIserNs,
  nvicIserS,
  nvicIsprNs,
  nvicItns,
} from "./address.ts";
import { costs } from "./costs.ts";
import { type Hypervisor, planOf, stop } from "./hypervisor.ts";
import { lineWords } from "./state.ts";

/** interruptOwner of an id that the hypervisor keeps for itself. */
const ownHypervisor = 0xff;

export const reserveForHypervisor = (hypervisor: Hypervisor, id: number): void => {
  hypervisor.state.interruptOwner[id] = ownHypervisor;
};

/** VM that owns `id`, or -1. */
export function ownerOf(hypervisor: Hypervisor, id: number): number {
  const owner = hypervisor.state.interruptOwner[id] ?? 0;
  return owner === ownHypervisor ? -1 : owner - 1;
}

/** Cycles that saving, or restoring, the interrupts of `vm` takes. */
export const interruptCycles = (hypervisor: Hypervisor, vm: number): number =>
  costs.interruptLoop + costs.interruptEach * planOf(hypervisor, vm).interrupts.length;

/** Give interrupt `id` to `vm`; false after an ERROR. */
export function assignInterrupt(hypervisor: Hypervisor, vm: number, id: number, element: string): boolean {
  const owners = hypervisor.state.interruptOwner;
  const limit = firstInterruptException + Number(hypervisor.switches.nvicLines);
  const fields = { vm, element, interrupt: id, limit };
  if (id >= limit) return stop(hypervisor, "IRQ01", fields, id);
  if (owners[id] === ownHypervisor) return stop(hypervisor, "IRQ02", fields);
  if (owners[id] !== 0) return stop(hypervisor, "IRQ01", { ...fields, otherVm: ownerOf(hypervisor, id) }, id);
  owners[id] = vm + 1;
  return true;
}

/**
 * The look at the active bits that decides whether a slice may end: any external interrupt of the running VM active.
 */
export function anyInterruptActive(hypervisor: Hypervisor): boolean {
  for (let word = 0; word < lineWords; word++) {
    if (hypervisor.host.read(nvicIabrNs + word * 4, 4) !== 0) return true;
  }
  return false;
}

/**
 * Take the interrupts of `vm` out of its hands; false when the hypervisor faults doing so. An id below 16 makes it
 * compute an address outside its own memory map: a fault of the hypervisor itself.
 */
export function saveInterrupts(hypervisor: Hypervisor, vm: number): boolean {
  for (const id of planOf(hypervisor, vm).interrupts) {
    if (id < firstInterruptException) return stop(hypervisor, "FLT02", { vm, interrupt: id });
    saveLine(hypervisor, vm, id - firstInterruptException);
  }
  return true;
}

function saveLine(hypervisor: Hypervisor, vm: number, line: number): void {
  const { host, state, switches } = hypervisor;
  const word = (line >>> 5) * 4;
  const bit = 1 << (line & 31);
  const slot = vm * lineWords + (line >>> 5);
  const enabled = host.read(nvicIserNs + word, 4);
  if ((enabled & bit) !== 0) {
    state.interruptEnabled[slot] = (state.interruptEnabled[slot] ?? 0) | bit;
    host.write(nvicIcerNs + word, 4, switches.nvicClearDefect === "on" ? (enabled | bit) >>> 0 : bit >>> 0);
    if (switches.absentIrq !== "deferred") host.write(nvicIserS + word, 4, bit >>> 0);
  } else {
    state.interruptEnabled[slot] = (state.interruptEnabled[slot] ?? 0) & ~bit;
  }
  const pending = (host.read(nvicIsprNs + word, 4) & bit) !== 0;
  state.interruptPending[slot] = pending
    ? (state.interruptPending[slot] ?? 0) | bit
    : (state.interruptPending[slot] ?? 0) & ~bit;
  host.write(nvicItns + word, 4, (host.read(nvicItns + word, 4) & ~bit) >>> 0);
}

/** Hand the interrupts of `vm` back to it, those pended meanwhile included. */
export function restoreInterrupts(hypervisor: Hypervisor, vm: number): boolean {
  for (const id of planOf(hypervisor, vm).interrupts) {
    if (id < firstInterruptException) return stop(hypervisor, "FLT02", { vm, interrupt: id });
    restoreLine(hypervisor, vm, id - firstInterruptException);
  }
  return true;
}

function restoreLine(hypervisor: Hypervisor, vm: number, line: number): void {
  const { host, state } = hypervisor;
  const word = (line >>> 5) * 4;
  const bit = 1 << (line & 31);
  const slot = vm * lineWords + (line >>> 5);
  host.write(nvicItns + word, 4, (host.read(nvicItns + word, 4) | bit) >>> 0);
  if (((state.interruptEnabled[slot] ?? 0) & bit) !== 0) host.write(nvicIserNs + word, 4, bit >>> 0);
  if (((state.interruptPending[slot] ?? 0) & bit) !== 0) host.write(nvicIsprNs + word, 4, bit >>> 0);
}

/** One VM alone is never switched: its lines belong to it from its entry on. */
export function targetAll(hypervisor: Hypervisor, vm: number): void {
  const { host } = hypervisor;
  for (const id of planOf(hypervisor, vm).interrupts) {
    if (id < firstInterruptException) continue;
    const line = id - firstInterruptException;
    const address = nvicItns + (line >>> 5) * 4;
    host.write(address, 4, (host.read(address, 4) | (1 << (line & 31))) >>> 0);
  }
}

/** Mark `id` for `vm`; it becomes pending when the VM's state is restored, or at once where it is the current one. */
export function injectInterrupt(hypervisor: Hypervisor, vm: number, id: number): void {
  const { host, state } = hypervisor;
  host.moment("inject", { vm, interrupt: id });
  if (id < firstInterruptException) return;
  const line = id - firstInterruptException;
  const bit = 1 << (line & 31);
  const slot = vm * lineWords + (line >>> 5);
  state.interruptPending[slot] = (state.interruptPending[slot] ?? 0) | bit;
  if (vm === state.current) host.write(nvicIsprNs + (line >>> 5) * 4, 4, bit >>> 0);
}
