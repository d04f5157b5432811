/**
 * What a switch carries of a VM, no more and no less than the real one: the values are written back as they were
 * read, so that AIRCR (no key) and DHCSR (no key) stay as they are, and an exception pending for the VM that leaves
 * stays pending (fact sheet crosscon-armv8m section 7). Floating-point registers are not carried.
 */
import { icsrPendstset, icsrPendsvset, mpuCtrlNs, mpuMair0Ns, mpuMair1Ns, mpuRnrNs } from "./address.ts";
import { costs } from "./costs.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { interruptCycles, restoreInterrupts, saveInterrupts } from "./interrupts.ts";
import { mpuRegions } from "./platform.ts";
import { restoreSau } from "./sau.ts";
import type { CrossconState } from "./state.ts";
import { restoreTimer, saveTimer } from "./vtimer.ts";

type PerVmField = keyof CrossconState &
  (
    | "icsr"
    | "vtor"
    | "aircr"
    | "scr"
    | "ccr"
    | "shpr1"
    | "shpr2"
    | "shpr3"
    | "shcsr"
    | "mmfar"
    | "bfar"
    | "csselr"
    | "cpacr"
    | "dhcsr"
    | "dcrdr"
    | "demcr"
    | "dauthctrl"
  );

/** SCB_NS and DCB_NS in the order in which they are carried. */
const carried: readonly (readonly [PerVmField, number])[] = [
  ["icsr", 0xe002ed04],
  ["vtor", 0xe002ed08],
  ["aircr", 0xe002ed0c],
  ["scr", 0xe002ed10],
  ["ccr", 0xe002ed14],
  ["shpr1", 0xe002ed18],
  ["shpr2", 0xe002ed1c],
  ["shpr3", 0xe002ed20],
  ["shcsr", 0xe002ed24],
  ["mmfar", 0xe002ed34],
  ["bfar", 0xe002ed38],
  ["csselr", 0xe002ed84],
  ["cpacr", 0xe002ed88],
  ["dhcsr", 0xe002edf0],
  ["dcrdr", 0xe002edf8],
  ["demcr", 0xe002edfc],
  ["dauthctrl", 0xe002ee04],
];

/** Registers that the hardware has not stacked, at every exit to the hypervisor. */
export function saveCore(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  const { cpu } = host;
  for (let index = 0; index < 8; index++) state.callee[vm * 8 + index] = cpu.r[4 + index] ?? 0;
  state.excReturn[vm] = cpu.r[14] ?? 0;
  state.mspNs[vm] = host.stackPointer(0);
  state.pspNs[vm] = host.stackPointer(1);
  state.msplimNs[vm] = cpu.splim[0] ?? 0;
  state.psplimNs[vm] = cpu.splim[1] ?? 0;
  state.basepriNs[vm] = cpu.basepri[0] ?? 0;
  state.primaskNs[vm] = cpu.primask[0] ?? 0;
  state.faultmaskNs[vm] = cpu.faultmask[0] ?? 0;
  state.controlNs[vm] = cpu.control[0] ?? 0;
}

export function restoreCore(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  const { cpu } = host;
  host.setStackPointer(0, state.mspNs[vm] ?? 0);
  host.setStackPointer(1, state.pspNs[vm] ?? 0);
  cpu.splim[0] = state.msplimNs[vm] ?? 0;
  cpu.splim[1] = state.psplimNs[vm] ?? 0;
  cpu.basepri[0] = state.basepriNs[vm] ?? 0;
  cpu.primask[0] = state.primaskNs[vm] ?? 0;
  cpu.faultmask[0] = state.faultmaskNs[vm] ?? 0;
  cpu.control[0] = state.controlNs[vm] ?? 0;
  cpu.recheck = 1;
  for (let index = 0; index < 8; index++) cpu.r[4 + index] = state.callee[vm * 8 + index] ?? 0;
  cpu.r[14] = state.excReturn[vm] ?? 0;
}

/**
 * vcpu_context_switch: everything else from the current VM to `next`. False when the hypervisor faulted. What is the
 * same in both VMs is not written: every register here is one that such a write would leave as it is.
 */
export function switchContext(hypervisor: Hypervisor, next: number): boolean {
  const { host, state } = hypervisor;
  const last = state.current;
  saveTimer(hypervisor, last);
  for (const [field, address] of carried) state[field][last] = host.read(address, 4);
  if (!saveInterrupts(hypervisor, last)) return false;
  saveMpu(hypervisor, last);

  for (const [field, address] of carried) {
    const value = state[field][next] ?? 0;
    if (value !== state[field][last]) host.write(address, 4, value);
  }
  if (!restoreInterrupts(hypervisor, next)) return false;
  restoreMpu(hypervisor, next);
  host.charge(saveAndRestoreCycles + interruptCycles(hypervisor, last) + interruptCycles(hypervisor, next));
  restoreTimer(hypervisor, next);
  restoreSau(hypervisor, next);
  host.charge(costs.vtimerRestore + costs.sauRestore + costs.vmEntry);
  state.current = next;
  state.switches++;
  tellLeak(hypervisor, last, next);
  return true;
}

const saveAndRestoreCycles = costs.contextSave + costs.mpuSave + costs.contextRestore + costs.mpuRestore;

function saveMpu(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  const { cpu } = host;
  state.mpuCtrl[vm] = cpu.mpuCtrl[0] ?? 0;
  state.mpuRnr[vm] = cpu.mpuRnr[0] ?? 0;
  state.mpuMair0[vm] = cpu.mpuMair0[0] ?? 0;
  state.mpuMair1[vm] = cpu.mpuMair1[0] ?? 0;
  for (let region = 0; region < mpuRegions; region++) {
    state.mpuRbar[vm * mpuRegions + region] = cpu.mpuRbarNs[region] ?? 0;
    state.mpuRlar[vm * mpuRegions + region] = cpu.mpuRlarNs[region] ?? 0;
  }
}

/**
 * The regions are put in their places, as RNR, RBAR and RLAR would; the write of the control register tells the core.
 */
function restoreMpu(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  const { cpu } = host;
  let changed = cpu.mpuCtrl[0] !== state.mpuCtrl[vm];
  for (let region = 0; region < mpuRegions; region++) {
    const rbar = state.mpuRbar[vm * mpuRegions + region] ?? 0;
    const rlar = state.mpuRlar[vm * mpuRegions + region] ?? 0;
    if (cpu.mpuRbarNs[region] === rbar && cpu.mpuRlarNs[region] === rlar) continue;
    cpu.mpuRbarNs[region] = rbar;
    cpu.mpuRlarNs[region] = rlar;
    changed = true;
  }
  if (cpu.mpuMair0[0] !== state.mpuMair0[vm]) host.write(mpuMair0Ns, 4, state.mpuMair0[vm] ?? 0);
  if (cpu.mpuMair1[0] !== state.mpuMair1[vm]) host.write(mpuMair1Ns, 4, state.mpuMair1[vm] ?? 0);
  if (cpu.mpuRnr[0] !== state.mpuRnr[vm]) host.write(mpuRnrNs, 4, state.mpuRnr[vm] ?? 0);
  if (changed) host.write(mpuCtrlNs, 4, state.mpuCtrl[vm] ?? 0);
}

/**
 * Writing ICSR back sets what was pending for `next` but clears nothing: what was pending for `last` now hits `next`.
 */
function tellLeak(hypervisor: Hypervisor, last: number, next: number): void {
  const { host, state } = hypervisor;
  const leaked = (state.icsr[last] ?? 0) & ~(state.icsr[next] ?? 0) & (icsrPendstset | icsrPendsvset);
  if (leaked === 0) return;
  const sysTick = (leaked & icsrPendstset) !== 0;
  host.moment("pending-leak", { from: last, to: next, sysTick, pendSv: (leaked & icsrPendsvset) !== 0 });
}
