/**
 * The guests' SysTick across switches (fact sheet crosscon-armv8m section 8). A counter cannot be written with a
 * value: it is loaded with RVR, made to reload, and RVR is put back, during which it already runs.
 */
import {
  systickClksource,
  systickCsrNs,
  systickCvrNs,
  systickEnable,
  systickRvrNs,
  systickTickint,
} from "./address.ts";
import { costs } from "./costs.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { sliceCounts } from "./platform.ts";

/** Value from which the counter of a VM that has run before goes on; `vmCount` VMs share the processor. */
export function resumedCount(savedCount: number, vmCount: number, compensated: boolean): number {
  if (!compensated) return savedCount;
  const elapsed = sliceCounts * (vmCount - 1);
  return savedCount < elapsed ? 1 : savedCount - elapsed;
}

/** The counter stands; what it is set to stays. */
export function stopTimer({ host }: Hypervisor): void {
  host.write(systickCsrNs, 4, (host.cpu.systickCsr[0] ?? 0) & 0xffff & ~systickEnable);
}

/** After `stopTimer`. */
export function restoreTimer(hypervisor: Hypervisor, vm: number): void {
  const { host, state, switches, lists } = hypervisor;
  if (state.entered[vm] === 0) {
    host.write(systickCvrNs, 4, 0);
    host.write(systickCsrNs, 4, state.timerCsr[vm] ?? 0);
    host.write(systickRvrNs, 4, state.timerRvr[vm] ?? 0);
    return;
  }
  const control = (host.cpu.systickCsr[0] ?? 0) & 0xffff & ~systickTickint;
  const { values } = lists.resume;
  values[0] = 0;
  values[1] = resumedCount(state.timerCvr[vm] ?? 0, state.vmCount, switches.vtimer === "compensated");
  values[2] = control | systickEnable | systickClksource;
  lists.resume.write();
  host.charge(costs.vtimerReload);
  host.write(systickCsrNs, 4, state.timerCsr[vm] ?? 0);
  // A count of 1 expires before RVR is put back: that is the one tick of the absence.
  host.charge(costs.vtimerPutBack);
  host.write(systickRvrNs, 4, state.timerRvr[vm] ?? 0);
}
