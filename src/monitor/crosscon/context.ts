/**
 * What a switch carries of a VM, no more and no less than the real one: the values are written back as they were
 * read, so that AIRCR (no key) and DHCSR (no key) stay as they are; active and pending system exceptions travel with
 * their VM (fact sheet crosscon-armv8m section 7). Floating-point registers are not carried.
 */
import type { SavedProcessor } from "../../machine/view.ts";
import { icsrNs, icsrPendstset, icsrPendsvset, mpuCtrlNs } from "./address.ts";
import { costs } from "./costs.ts";
import { cellsOf, type Hypervisor } from "./hypervisor.ts";
import { interruptCycles, restoreInterrupts, saveInterrupts } from "./interrupts.ts";
import { restoreSau } from "./sau.ts";
import { restoreTimer, saveTimer, stopTimer } from "./vtimer.ts";

/** Registers that the hardware has not stacked, at every exit to the hypervisor. */
export function saveCore(hypervisor: Hypervisor, vm: number): void {
  const { host, state } = hypervisor;
  const { cpu } = host;
  cellsOf(hypervisor, vm).callee.set(hypervisor.cpuCells.callee);
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

/** The same, for those who only look. */
export function savedOf(hypervisor: Hypervisor, vm: number): SavedProcessor {
  const { state } = hypervisor;
  return {
    exceptionReturn: state.excReturn[vm] ?? 0,
    calleeSaved: [...cellsOf(hypervisor, vm).callee],
    mainNonSecure: state.mspNs[vm] ?? 0,
    processNonSecure: state.pspNs[vm] ?? 0,
    processStackSelected: ((state.controlNs[vm] ?? 0) & controlSpsel) !== 0,
    sysTick: { csr: state.timerCsr[vm] ?? 0, rvr: state.timerRvr[vm] ?? 0 },
  };
}

const controlSpsel = 2;

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
  hypervisor.cpuCells.callee.set(cellsOf(hypervisor, vm).callee);
  cpu.r[14] = state.excReturn[vm] ?? 0;
}

/**
 * vcpu_context_switch: everything else from the current VM to `next`. False when the hypervisor faulted. What is the
 * same in both VMs is not written: every register here is one that such a write would leave as it is. ICSR alone tells
 * of what has happened since it was read, so `restorePending` goes over it once the timer of the VM that leaves is off.
 */
export function switchContext(hypervisor: Hypervisor, next: number): boolean {
  const { host, state, carried } = hypervisor;
  const last = state.current;
  saveTimer(hypervisor, last);
  for (const { address, saved } of carried) saved[last] = host.read(address, 4);
  if (!saveInterrupts(hypervisor, last)) return false;
  saveMpu(hypervisor, last);

  for (const { address, saved } of carried) {
    const value = saved[next] ?? 0;
    if (value !== saved[last]) host.write(address, 4, value);
  }
  if (!restoreInterrupts(hypervisor, next)) return false;
  restoreMpu(hypervisor, next);
  host.charge(saveAndRestoreCycles + interruptCycles(hypervisor, last) + interruptCycles(hypervisor, next));
  stopTimer(hypervisor);
  restorePending(hypervisor, last, next);
  restoreTimer(hypervisor, next);
  restoreSau(hypervisor, next);
  host.charge(costs.vtimerRestore + costs.sauRestore + costs.vmEntry);
  state.current = next;
  state.switches++;
  return true;
}

const saveAndRestoreCycles = costs.contextSave + costs.mpuSave + costs.contextRestore + costs.mpuRestore;

function saveMpu(hypervisor: Hypervisor, vm: number): void {
  const { host, state, cpuCells } = hypervisor;
  const { cpu } = host;
  const cells = cellsOf(hypervisor, vm);
  state.mpuCtrl[vm] = cpu.mpuCtrl[0] ?? 0;
  state.mpuRnr[vm] = cpu.mpuRnr[0] ?? 0;
  state.mpuMair0[vm] = cpu.mpuMair0[0] ?? 0;
  state.mpuMair1[vm] = cpu.mpuMair1[0] ?? 0;
  cells.mpuRbar.set(cpuCells.mpuRbar);
  cells.mpuRlar.set(cpuCells.mpuRlar);
}

/**
 * The regions are put in their places, as RNR, RBAR and RLAR would; the write of the control register tells the core.
 */
function restoreMpu(hypervisor: Hypervisor, vm: number): void {
  const { host, state, cpuCells } = hypervisor;
  const { cpu } = host;
  const cells = cellsOf(hypervisor, vm);
  cpuCells.mpuRbar.set(cells.mpuRbar);
  cpuCells.mpuRlar.set(cells.mpuRlar);
  cpu.mpuMair0[0] = state.mpuMair0[vm] ?? 0;
  cpu.mpuMair1[0] = state.mpuMair1[vm] ?? 0;
  cpu.mpuRnr[0] = state.mpuRnr[vm] ?? 0;
  host.write(mpuCtrlNs, 4, state.mpuCtrl[vm] ?? 0);
}

/**
 * Writing ICSR back sets what was pending for `next` but clears nothing. What is pending for `last` goes with it, or,
 * under `pendingLeak`, hits `next`. A timer that expired during the switch expires again from the count that was saved.
 */
function restorePending(hypervisor: Hypervisor, last: number, next: number): void {
  const { host, state, switches } = hypervisor;
  const foreign = host.read(icsrNs, 4) & ~(state.icsr[next] ?? 0) & (icsrPendstset | icsrPendsvset);
  if (foreign === 0) return;
  if (switches.pendingLeak === "on") {
    const [sysTick, pendSv] = [(foreign & icsrPendstset) !== 0, (foreign & icsrPendsvset) !== 0];
    host.moment("pending-leak", { from: last, to: next, sysTick, pendSv });
    return;
  }
  // Each clear bit lies right below its set bit.
  host.write(icsrNs, 4, foreign >>> 1);
}
