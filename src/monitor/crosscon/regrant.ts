/** Memory windows of VMs while they run: entries of the SAU as creation would have chosen them for another model. */
import type { Partition, SystemModel } from "../../config/model.ts";
import type { Hypervisor } from "./hypervisor.ts";
import { veneerBase } from "./image.ts";
import { counted, partitionsOf } from "./plan.ts";
import { pageBytes, sauEntries } from "./platform.ts";
import { addressSpace, flagCallable, flagEnable, mapRegion, restoreSau, type Section } from "./sau.ts";
import { phases } from "./state.ts";

interface Window {
  readonly base: number;
  readonly sizeBytes: number;
  readonly flags: number;
  readonly section: Section;
}

/** Null, or why the hypervisor would have refused such a model; then everything is as it was. */
export function regrant(hypervisor: Hypervisor, model: SystemModel): string | null {
  const { state } = hypervisor;
  if (state.phase !== phases.running) return "the hypervisor runs no VM at this moment";
  const { sauRbar, sauRlar, sauTaken } = state;
  const before = { rbar: Array.from(sauRbar), rlar: Array.from(sauRlar), taken: Array.from(sauTaken) };
  const problem = [...partitionsOf(model).entries()]
    .map(([vm, partition]) => mapAll(hypervisor, vm, partition, windowsOf(model, partition)))
    .find((one) => one !== null);
  if (problem !== undefined) {
    sauRbar.set(before.rbar);
    sauRlar.set(before.rlar);
    sauTaken.set(before.taken);
  }
  restoreSau(hypervisor, state.current);
  return problem ?? null;
}

/** In the order of creation.ts. */
function windowsOf(model: SystemModel, partition: Partition): Window[] {
  const plain = (base: number, sizeBytes: number): Window => ({ base, sizeBytes, flags: flagEnable, section: "vm" });
  const regions = counted(partition.regions, partition.regionCount).map((one) =>
    plain(one.base.value, one.sizeBytes.value),
  );
  const devices = counted(partition.devices, partition.deviceCount).map((one) =>
    plain(one.physicalAddress.value, one.sizeBytes.value),
  );
  const ipcs = counted(partition.ipcs, partition.ipcCount).flatMap((one) => {
    const shared = model.sharedMemories[one.sharedMemoryIndex.value];
    return shared === undefined ? [] : [plain(one.base.value, Math.min(one.sizeBytes.value, shared.sizeBytes.value))];
  });
  const callable = flagEnable | flagCallable;
  const veneer: Window = { base: veneerBase, sizeBytes: pageBytes, flags: callable, section: "hypercall" };
  return [...regions, ...devices, ...ipcs, ...(partition.ipcCount.value === 0 ? [] : [veneer])];
}

function mapAll(hypervisor: Hypervisor, vm: number, { name }: Partition, windows: readonly Window[]): string | null {
  const { state } = hypervisor;
  const first = vm * sauEntries;
  state.sauRbar.fill(0, first, first + sauEntries);
  state.sauRlar.fill(0, first, first + sauEntries);
  state.sauTaken[vm] = 0;
  const space = addressSpace(vm);
  for (const { base, sizeBytes, flags, section } of windows) {
    const range = `0x${base.toString(16)}, 0x${sizeBytes.toString(16)} bytes`;
    if (base % pageBytes !== 0) return `${name}: the window at ${range} begins inside a page of ${pageBytes} bytes`;
    if (mapRegion(hypervisor, space, base, sizeBytes, flags, section) === "full")
      return `${name}: there is no SAU entry left for the window at ${range}`;
  }
  return null;
}
