/** From what a freeze names (`vm` and `element`) back to the place in the configuration that wrote it. */
import type { Span } from "../../base/diagnostic.ts";
import type { Partition, Sourced, SystemModel } from "../../config/model.ts";

/**
 * Place of `element` of VM `vm` (-1: of none), or null where the configuration did not write it.
 * `devs[0].interrupts[1]` is the id itself; the hypercall veneer belongs to the VM's first ipc.
 */
export function elementSpan(model: SystemModel, vm: number, element: string): Span | null {
  const shared = /^shmemlist\[(\d+)\]$/.exec(element);
  if (shared !== null) return model.sharedMemories[Number(shared[1])]?.span ?? null;
  const partition = model.partitions[vm];
  if (partition === undefined) return null;
  if (element === "image") return partition.image?.span ?? null;
  if (element === "type") return partition.type.span;
  if (element === "hypercall veneer") return partition.ipcs[0]?.span ?? null;
  const [, list, index, id] = /^(regions|devs|ipcs)\[(\d+)\](?:\.interrupts\[(\d+)\])?$/.exec(element) ?? [];
  const item = list === undefined ? undefined : listOf(partition, list)[Number(index)];
  if (item === undefined) return null;
  return id === undefined ? item.span : (item.interrupts?.[Number(id)]?.span ?? item.span);
}

interface Item {
  readonly span: Span;
  readonly interrupts?: readonly Sourced<number>[];
}

function listOf(partition: Partition, list: string): readonly Item[] {
  if (list === "regions") return partition.regions;
  return list === "devs" ? partition.devices : partition.ipcs;
}
