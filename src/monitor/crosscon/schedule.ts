/** Round robin over the VM list with slices of 10 ms of SysTick_S (fact sheet crosscon-armv8m section 6). */
import { saveCore } from "./context.ts";
import { costs } from "./costs.ts";
import { enterVm } from "./entry.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { anyInterruptActive } from "./interrupts.ts";
import { noVm } from "./state.ts";

/** Pop the head of the queue, push it to the tail; the VM to run. */
export function nextVm(hypervisor: Hypervisor): number {
  const { state } = hypervisor;
  const head = state.queue[0] ?? 0;
  for (let index = 1; index < state.vmCount; index++) state.queue[index - 1] = state.queue[index] ?? 0;
  state.queue[state.vmCount - 1] = head;
  return head;
}

/** Start the slice anew. */
export const armSlice = ({ lists }: Hypervisor): void => lists.slice.write();

/** SysTick_S: the slice is over, unless an external interrupt of the running VM is being handled. */
export function endSlice(hypervisor: Hypervisor): void {
  const { host, state } = hypervisor;
  const vm = state.current;
  if (anyInterruptActive(hypervisor)) {
    host.charge(costs.activeInterruptCheck);
    host.moment("slice", { vm, kept: true });
    host.exceptionReturn(host.cpu.r[14] ?? 0);
    return;
  }
  host.moment("slice", { vm, kept: false });
  saveCore(hypervisor, vm);
  host.charge(costs.activeInterruptCheck + costs.vmExit + costs.schedule);
  const next = afterSlice(hypervisor);
  armSlice(hypervisor);
  enterVm(hypervisor, next);
}

/** Under absentIrq `switch`, the VM that an interrupt displaced comes back before the queue goes on. */
function afterSlice(hypervisor: Hypervisor): number {
  const { state } = hypervisor;
  const displaced = state.displaced;
  if (displaced === noVm) return nextVm(hypervisor);
  state.displaced = noVm;
  return displaced;
}
