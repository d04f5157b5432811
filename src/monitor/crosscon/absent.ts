/**
 * An interrupt that arrives in Secure state because its VM does not run (fact sheet crosscon-armv8m section 9). Under
 * `deferred` the line is disabled and nothing gets here; `hang` is the bare handler; `switch` brings the owner in
 * through PendSV.
 */
import { firstInterruptException, icsrPendsvset, icsrS, nvicIcerNs } from "./address.ts";
import { saveCore } from "./context.ts";
import { costs } from "./costs.ts";
import { enterVm } from "./entry.ts";
import { type Hypervisor, stop } from "./hypervisor.ts";
import { anyInterruptActive, injectInterrupt, ownerOf } from "./interrupts.ts";
import { noVm } from "./state.ts";

/** NVIC_ICER, Secure view. */
const nvicIcerS = nvicIcerNs - 0x20000;

export function takeAbsentInterrupt(hypervisor: Hypervisor, exception: number): void {
  const { host, state, switches } = hypervisor;
  const owner = ownerOf(hypervisor, exception);
  if (switches.absentIrq !== "switch" || owner < 0) {
    stop(hypervisor, "IRQ03", { vm: state.current, interrupt: exception, otherVm: owner });
    return;
  }
  host.charge(costs.interruptService);
  const line = exception - firstInterruptException;
  // Still asserted by its device: it must not come again before its owner has it.
  host.write(nvicIcerS + (line >>> 5) * 4, 4, (1 << (line & 31)) >>> 0);
  injectInterrupt(hypervisor, owner, exception);
  if (state.serviceOwner === noVm && owner !== state.current) {
    state.serviceOwner = owner;
    state.serviceInterrupt = exception;
    host.write(icsrS, 4, icsrPendsvset);
  }
  host.exceptionReturn(host.cpu.r[14] ?? 0);
}

/**
 * PendSV, the second half: switch to the owner, unless the running VM handles an interrupt; then its turn brings it.
 */
export function serveAbsentInterrupt(hypervisor: Hypervisor): void {
  const { host, state } = hypervisor;
  const owner = state.serviceOwner;
  const vm = state.current;
  state.serviceOwner = noVm;
  host.charge(costs.activeInterruptCheck);
  if (owner === vm || anyInterruptActive(hypervisor)) {
    host.exceptionReturn(host.cpu.r[14] ?? 0);
    return;
  }
  saveCore(hypervisor, vm);
  host.charge(costs.vmExit);
  if (state.displaced === noVm) state.displaced = vm;
  if (state.displaced === owner) state.displaced = noVm;
  enterVm(hypervisor, owner);
}
