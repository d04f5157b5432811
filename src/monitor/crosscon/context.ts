/**
 * What a switch carries of a VM, no more and no less than the real one: the values are written back as they were
 * read, so that AIRCR (no key) and DHCSR (no key) stay as they are; active and pending system exceptions travel with
 * their VM (fact sheet crosscon-armv8m section 7). Floating-point registers are not carried.
 */
import type { SavedProcessor } from "../../machine/view.ts";
import { icsrNs, icsrPendstset, icsrPendsvset } from "./address.ts";
import { copyWords } from "./cells.ts";
import { costs } from "./costs.ts";
import { cellsOf, type Hypervisor } from "./hypervisor.ts";
import { interruptCycles, restoreInterrupts, saveInterrupts } from "./interrupts.ts";
import { restoreSau } from "./sau.ts";
import { restoreTimer, saveTimer, stopTimer } from "./vtimer.ts";

/** Registers that the hardware has not stacked, at every exit to the hypervisor. */
export function saveCore(hypervisor: Hypervisor, vm: number): void {
  const { state } = hypervisor;
  const { cpu } = hypervisor.host;
  copyWords(hypervisor.cpuCells.callee, cellsOf(hypervisor, vm).callee);
  state.excReturn[vm] = cpu.r[14] ?? 0;
  state.mspNs[vm] = cpu.sp[0] ?? 0;
  state.pspNs[vm] = cpu.sp[1] ?? 0;
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
  const { state } = hypervisor;
  const { cpu } = hypervisor.host;
  cpu.sp[0] = state.mspNs[vm] ?? 0;
  cpu.sp[1] = state.pspNs[vm] ?? 0;
  cpu.splim[0] = state.msplimNs[vm] ?? 0;
  cpu.splim[1] = state.psplimNs[vm] ?? 0;
  cpu.basepri[0] = state.basepriNs[vm] ?? 0;
  cpu.primask[0] = state.primaskNs[vm] ?? 0;
  cpu.faultmask[0] = state.faultmaskNs[vm] ?? 0;
  cpu.control[0] = state.controlNs[vm] ?? 0;
  cpu.recheck = 1;
  copyWords(cellsOf(hypervisor, vm).callee, hypervisor.cpuCells.callee);
  cpu.r[14] = state.excReturn[vm] ?? 0;
}

/**
 * vcpu_context_switch: everything else from the current VM to `next`. False when the hypervisor faulted. What is the
 * same in both VMs is not written: every register here is one that such a write would leave as it is. ICSR alone tells
 * of what has happened since it was read, so `restorePending` goes over it once the timer of the VM that leaves is off.
 */
export function switchContext(hypervisor: Hypervisor, next: number): boolean {
  const { host, state } = hypervisor;
  const last = state.current;
  hypervisor.lists.leaving.read();
  saveTimer(hypervisor, last);
  saveCarried(hypervisor, last);
  if (!saveInterrupts(hypervisor, last)) return false;
  saveMpu(hypervisor, last);

  restoreCarried(hypervisor, last, next);
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

function saveCarried({ carried, lists }: Hypervisor, vm: number): void {
  const { values } = lists.leaving;
  // The timer's two come first.
  let index = 2;
  for (const { saved } of carried) saved[vm] = values[index++] ?? 0;
}

function restoreCarried({ host, carried }: Hypervisor, last: number, next: number): void {
  for (const { address, saved } of carried) {
    const value = saved[next] ?? 0;
    if (value !== saved[last]) host.write(address, 4, value);
  }
}

const saveAndRestoreCycles = costs.contextSave + costs.mpuSave + costs.contextRestore + costs.mpuRestore;

function saveMpu(hypervisor: Hypervisor, vm: number): void {
  const { state, cpuCells } = hypervisor;
  const { cpu } = hypervisor.host;
  const cells = cellsOf(hypervisor, vm);
  state.mpuCtrl[vm] = cpu.mpuCtrl[0] ?? 0;
  state.mpuRnr[vm] = cpu.mpuRnr[0] ?? 0;
  state.mpuMair0[vm] = cpu.mpuMair0[0] ?? 0;
  state.mpuMair1[vm] = cpu.mpuMair1[0] ?? 0;
  copyWords(cpuCells.mpuRbar, cells.mpuRbar);
  copyWords(cpuCells.mpuRlar, cells.mpuRlar);
}

/** Everything is put in its place, as writes of CTRL, RNR, RBAR and RLAR would; `restoreSau` then tells the core. */
function restoreMpu(hypervisor: Hypervisor, vm: number): void {
  const { state, cpuCells } = hypervisor;
  const { cpu } = hypervisor.host;
  const cells = cellsOf(hypervisor, vm);
  copyWords(cells.mpuRbar, cpuCells.mpuRbar);
  copyWords(cells.mpuRlar, cpuCells.mpuRlar);
  cpu.mpuMair0[0] = state.mpuMair0[vm] ?? 0;
  cpu.mpuMair1[0] = state.mpuMair1[vm] ?? 0;
  cpu.mpuRnr[0] = state.mpuRnr[vm] ?? 0;
  cpu.mpuCtrl[0] = state.mpuCtrl[vm] ?? 0;
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
