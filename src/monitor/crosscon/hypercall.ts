/**
 * Calls through the veneer: R0 the id, R1 and R2 the arguments. All of the caller's registers come back as they were,
 * R0 too: the result is lost on the way (fact sheet crosscon-armv8m section 10).
 */
import { costs } from "./costs.ts";
import { type Hypervisor, log, planOf, stop } from "./hypervisor.ts";
import { injectInterrupt } from "./interrupts.ts";

export const results = { success: 0, failure: -1, invalidId: -2, invalidArguments: -3 } as const;

const ipcId = 1;

/**
 * Names of the ids, by product; what only nested VMs, enclaves, TEEs or remote devices answer fails for a normal VM.
 */
export const hypercallNames = {
  crosscon: ["", "ipc", "vm-stack", "enclave", "tee"],
  bao: ["", "ipc", "remote-io"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The processor stands behind the gateway, in Secure state, LR the way back. */
export function answerHypercall(hypervisor: Hypervisor): void {
  const { host, state, switches } = hypervisor;
  const { cpu } = host;
  cpu.primask[1] = 1;
  host.charge(costs.hypercallEntry);
  const vm = state.current;
  const id = cpu.r[0] ?? 0;
  const [r1, r2] = [cpu.r[1] ?? 0, cpu.r[2] ?? 0];
  state.hypercalls++;
  const name = hypercallNames[switches.hypercallIds][id] ?? "";
  const result = dispatch(hypervisor, vm, id, name);
  if (result === null) return;
  host.moment("hypercall", { vm, id, r1, r2, name, result });
  host.charge(costs.hypercallExit);
  cpu.primask[1] = 0;
  cpu.recheck = 1;
  host.branchNonSecure(((cpu.r[14] ?? 0) & ~1) >>> 0);
}

/** The result, or null when the hypervisor stopped. */
function dispatch(hypervisor: Hypervisor, vm: number, id: number, name: string): number | null {
  const { host } = hypervisor;
  host.charge(costs.hypercallDispatch);
  if (id === ipcId) return notifyPartners(hypervisor, vm, host.cpu.r[1] ?? 0, host.cpu.r[2] ?? 0);
  if (name !== "") return results.failure;
  return log(hypervisor, "WARNING", `Unknown hypercall id ${id | 0}`) ? results.invalidId : null;
}

/**
 * Inject interrupt `event` of the matching ipc into every other VM that shares the memory of the caller's ipc
 * `index`.
 */
function notifyPartners(hypervisor: Hypervisor, vm: number, index: number, event: number): number | null {
  hypervisor.host.charge(costs.hypercallIpc);
  const ipc = planOf(hypervisor, vm).ipcs[index];
  if (ipc === undefined || !ipc.valid) return results.invalidArguments;
  for (const other of hypervisor.vms) {
    if (other.index === vm) continue;
    const partner = other.ipcs.find((candidate) => candidate.sharedMemoryIndex === ipc.sharedMemoryIndex);
    if (partner === undefined) continue;
    const interrupt = partner.interrupts[event];
    if (interrupt === undefined) {
      stop(hypervisor, "IPC02", { vm, element: `ipcs[${index}]`, event, otherVm: other.index });
      return null;
    }
    injectInterrupt(hypervisor, other.index, interrupt);
  }
  return results.success;
}
