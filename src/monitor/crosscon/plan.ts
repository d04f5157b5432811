/**
 * What the running monitor needs of the configuration, per VM, with C's rules for counts applied. Constant during a
 * run.
 */
import type { Partition, SystemModel } from "../../config/model.ts";
import { firstInterruptException } from "./address.ts";
import { lineWords } from "./state.ts";

export interface IpcPlan {
  readonly sharedMemoryIndex: number;
  /** False when shmem_id names no shared memory: the hypervisor skipped it at boot. */
  readonly valid: boolean;
  readonly interrupts: readonly number[];
}

export interface VmPlan {
  readonly index: number;
  readonly name: string;
  readonly entry: number;
  /** Where the vector table is taken to be: the image's base, else the region that holds the entry. */
  readonly imageBase: number;
  /** Ids (16 + line) of devices and valid ipcs, ascending, as the hypervisor's bitmap yields them. */
  readonly interrupts: readonly number[];
  /** The same as NVIC lines, by word; ids below 16 have none. */
  readonly lines: readonly number[];
  readonly ipcs: readonly IpcPlan[];
}

/** The first `count` elements: what a loop over the C array sees of it. */
export const counted = <T>(items: readonly T[], count: { readonly value: number }): readonly T[] =>
  items.slice(0, Math.max(0, count.value));

export const partitionsOf = (model: SystemModel): readonly Partition[] => counted(model.partitions, model.vmCount);

export const vmPlans = (model: SystemModel): readonly VmPlan[] =>
  partitionsOf(model).map((partition, index) => vmPlan(model, partition, index));

function vmPlan(model: SystemModel, partition: Partition, index: number): VmPlan {
  const ipcs = counted(partition.ipcs, partition.ipcCount).map((ipc) => ({
    sharedMemoryIndex: ipc.sharedMemoryIndex.value,
    valid: ipc.sharedMemoryIndex.value < model.sharedMemories.length,
    interrupts: counted(ipc.interrupts, ipc.interruptCount).map((id) => id.value),
  }));
  const devices = counted(partition.devices, partition.deviceCount).flatMap((device) =>
    counted(device.interrupts, device.interruptCount).map((id) => id.value),
  );
  const ids = [...devices, ...ipcs.filter((ipc) => ipc.valid).flatMap((ipc) => ipc.interrupts)];
  const interrupts = [...new Set(ids)].sort((a, b) => a - b);
  return {
    index,
    name: partition.name,
    entry: partition.entry.value,
    imageBase: imageBaseOf(partition),
    interrupts,
    lines: lineMasks(interrupts),
    ipcs,
  };
}

function lineMasks(ids: readonly number[]): readonly number[] {
  const masks = new Array<number>(lineWords).fill(0);
  for (const id of ids) {
    const line = id - firstInterruptException;
    if (line >= 0 && line < lineWords * 32) masks[line >>> 5] = ((masks[line >>> 5] ?? 0) | (1 << (line & 31))) >>> 0;
  }
  return masks;
}

function imageBaseOf(partition: Partition): number {
  if (partition.image !== null) return partition.image.baseAddress.value;
  const entry = partition.entry.value;
  const home = partition.regions.find((r) => entry >= r.base.value && entry < r.base.value + r.sizeBytes.value);
  return home?.base.value ?? entry;
}
