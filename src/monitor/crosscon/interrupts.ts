/**
 * Who owns which interrupt, and where the NVIC sends it: to the guest while its VM runs, to Secure state while it
 * does not (fact sheet crosscon-armv8m section 9).
 */
import { firstInterruptException, nvicIcerNs, nvicIserNs, nvicIserS, nvicIsprNs, nvicItns } from "./address.ts";
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
export function anyInterruptActive({ host }: Hypervisor): boolean {
  const { interruptActive, interruptTarget } = host.cpu;
  for (let word = 0; word < lineWords; word++) {
    if (((interruptActive[word] ?? 0) & (interruptTarget[word] ?? 0)) !== 0) return true;
  }
  return false;
}

/**
 * Take the interrupts of `vm` out of its hands; false when the hypervisor faults doing so. An id below 16 makes it
 * compute an address outside its own memory map: a fault of the hypervisor itself.
 */
export function saveInterrupts(hypervisor: Hypervisor, vm: number): boolean {
  const { lines, interrupts } = planOf(hypervisor, vm);
  const lowest = interrupts[0] ?? firstInterruptException;
  if (lowest < firstInterruptException) return stop(hypervisor, "FLT02", { vm, interrupt: lowest });
  for (let word = 0; word < lineWords; word++) {
    const mask = lines[word] ?? 0;
    if (mask !== 0) saveWord(hypervisor, vm, word, mask);
  }
  return true;
}

/**
 * All lines of one NVIC word. The real one goes line by line, and so does its defect: disabling the first enabled line
 * reads all enabled ones and clears them together, so that no later line is found enabled.
 */
function saveWord(hypervisor: Hypervisor, vm: number, word: number, mask: number): void {
  const { host, state, switches } = hypervisor;
  const { cpu } = host;
  const slot = vm * lineWords + word;
  const enabled = (cpu.interruptEnabled[word] ?? 0) & (cpu.interruptTarget[word] ?? 0) & mask;
  const found = switches.nvicClearDefect === "on" ? enabled & -enabled : enabled;
  state.interruptEnabled[slot] = found;
  state.interruptPending[slot] = (cpu.interruptPending[word] ?? 0) & mask;
  if (enabled !== 0) host.write(nvicIcerNs + word * 4, 4, enabled >>> 0);
  if (found !== 0 && switches.absentIrq !== "deferred") host.write(nvicIserS + word * 4, 4, found >>> 0);
  host.write(nvicItns + word * 4, 4, ((cpu.interruptTarget[word] ?? 0) & ~mask) >>> 0);
}

/** Hand the interrupts of `vm` back to it, those pended meanwhile included. */
export function restoreInterrupts(hypervisor: Hypervisor, vm: number): boolean {
  const { host, state } = hypervisor;
  const { lines, interrupts } = planOf(hypervisor, vm);
  const lowest = interrupts[0] ?? firstInterruptException;
  if (lowest < firstInterruptException) return stop(hypervisor, "FLT02", { vm, interrupt: lowest });
  for (let word = 0; word < lineWords; word++) {
    const mask = lines[word] ?? 0;
    if (mask === 0) continue;
    const enabled = state.interruptEnabled[vm * lineWords + word] ?? 0;
    const pending = state.interruptPending[vm * lineWords + word] ?? 0;
    host.write(nvicItns + word * 4, 4, ((host.cpu.interruptTarget[word] ?? 0) | mask) >>> 0);
    if (enabled !== 0) host.write(nvicIserNs + word * 4, 4, enabled);
    if (pending !== 0) host.write(nvicIsprNs + word * 4, 4, pending);
  }
  return true;
}

/**
 * One VM alone is never switched, so that only the assignment can give it its lines. Where that does nothing, as in
 * Bao's exp/armv8m at 954b3ac (src/arch/armv8-m/nvic.c), they stay Secure, and enabling them has no effect.
 */
export function targetAll(hypervisor: Hypervisor, vm: number): void {
  const { host, switches } = hypervisor;
  if (switches.loneVmIrqs === "never") return;
  for (const [word, mask] of planOf(hypervisor, vm).lines.entries()) {
    if (mask !== 0) host.write(nvicItns + word * 4, 4, ((host.cpu.interruptTarget[word] ?? 0) | mask) >>> 0);
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
