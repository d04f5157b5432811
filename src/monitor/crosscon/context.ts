/**
 * What a switch carries of a VM, no more and no less than the real one: the values are written back as they were
 * read, so that AIRCR (no key) and DHCSR (no key) stay as they are; active and pending system exceptions travel with
 * their VM (fact sheet crosscon-armv8m section 7). Floating-point registers are not carried.
 */
import type { SavedProcessor } from "../../machine/view.ts";
import { icsrNs, icsrPendstset, icsrPendsvset } from "./address.ts";
import { costs } from "./costs.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { interruptCycles, restoreInterrupts, saveInterrupts } from "./interrupts.ts";
import { restoreSau } from "./sau.ts";
import { restoreTimer, stopTimer } from "./vtimer.ts";

/** Registers that the hardware has not stacked, at every exit to the hypervisor. */
export const saveCore = ({ cells }: Hypervisor, vm: number): void => cells.core.keep(vm);

/** The same, for those who only look. */
export function savedOf(hypervisor: Hypervisor, vm: number): SavedProcessor {
  const { state } = hypervisor;
  return {
    exceptionReturn: state.excReturn[vm] ?? 0,
    calleeSaved: Array.from(state.callee).slice(vm * 8, vm * 8 + 8),
    mainNonSecure: state.mspNs[vm] ?? 0,
    processNonSecure: state.pspNs[vm] ?? 0,
    processStackSelected: ((state.controlNs[vm] ?? 0) & controlSpsel) !== 0,
    sysTick: { csr: state.timerCsr[vm] ?? 0, rvr: state.timerRvr[vm] ?? 0 },
  };
}

const controlSpsel = 2;

export function restoreCore({ host, cells }: Hypervisor, vm: number): void {
  cells.core.bring(vm);
  host.cpu.recheck = 1;
}

/**
 * vcpu_context_switch: everything else from the current VM to `next`. False when the hypervisor faulted. What is the
 * same in both VMs is not written: every register here is one that such a write would leave as it is. ICSR alone tells
 * of what has happened since it was read, so `restorePending` goes over it once the timer of the VM that leaves is off.
 */
export function switchContext(hypervisor: Hypervisor, next: number): boolean {
  const { host, state, lists, cells } = hypervisor;
  const last = state.current;
  lists.leaving.read();
  cells.timer.keep(last);
  cells.carried.keep(last);
  if (!saveInterrupts(hypervisor, last)) return false;
  cells.mpu.keep(last);

  cells.carried.bring(next);
  lists.leaving.update();
  if (!restoreInterrupts(hypervisor, next)) return false;
  // In their places as writes of CTRL, RNR, RBAR and RLAR would put them; `restoreSau` tells the core.
  cells.mpu.bring(next);
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
