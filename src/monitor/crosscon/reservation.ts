/**
 * Memory initialisation: every range of the configuration is reserved in the page pool of each platform region that
 * contains it (fact sheet crosscon-armv8m section 1.3).
 */
import type { Partition } from "../../config/model.ts";
import { type Hypervisor, stop } from "./hypervisor.ts";
import { counted, partitionsOf } from "./plan.ts";
import {
  cpuStructure,
  dataBytes,
  imageBase,
  imageBytes,
  type PlatformRegion,
  pageBytes,
  platformRegions,
  rootPool,
} from "./platform.ts";

interface Range {
  readonly base: number;
  readonly sizeBytes: number;
  readonly element: string;
  /** -1: the hypervisor's own, or a shared memory. */
  readonly vm: number;
}

const hypervisorRanges: readonly Range[] = [
  { base: imageBase, sizeBytes: imageBytes, element: "hypervisor image", vm: -1 },
  { base: cpuStructure & ~0xffff, sizeBytes: dataBytes, element: "hypervisor data", vm: -1 },
];

/** Forced values and reservation; false after an ERROR. */
export function reserveMemory(hypervisor: Hypervisor): boolean {
  if (!checkIpcBases(hypervisor)) return false;
  const ranges = configuredRanges(hypervisor);
  const root = platformRegions[rootPool] as PlatformRegion;
  const pools = [root, ...platformRegions.filter((region) => region !== root)];
  for (const pool of pools) if (!reserveIn(hypervisor, pool, ranges, pool === root)) return false;
  const homeless = ranges.find((range) => range.sizeBytes > 0 && !pools.some((pool) => contains(pool, range)));
  return homeless === undefined || stop(hypervisor, "MEM01", fieldsOf(homeless));
}

/** shmem bases count as physical, and an ipc must be mapped where its shared memory is. */
function checkIpcBases(hypervisor: Hypervisor): boolean {
  const { model } = hypervisor;
  for (const [vm, partition] of partitionsOf(model).entries()) {
    for (const [index, ipc] of counted(partition.ipcs, partition.ipcCount).entries()) {
      const shared = model.sharedMemories[ipc.sharedMemoryIndex.value];
      if (shared === undefined || shared.base.value === ipc.base.value) continue;
      return stop(hypervisor, "IPC01", {
        vm,
        element: `ipcs[${index}]`,
        address: ipc.base.value,
        size: ipc.sizeBytes.value,
        sharedMemory: ipc.sharedMemoryIndex.value,
        sharedMemoryBase: shared.base.value,
      });
    }
  }
  return true;
}

function configuredRanges(hypervisor: Hypervisor): readonly Range[] {
  const ranges: Range[] = [];
  for (const [vm, partition] of partitionsOf(hypervisor.model).entries()) {
    const image = imageOutsideRegions(partition, vm);
    if (image !== null) ranges.push(image);
    for (const [index, region] of counted(partition.regions, partition.regionCount).entries()) {
      ranges.push(rounded(region.base.value, region.sizeBytes.value, `regions[${index}]`, vm));
    }
  }
  for (const [index, shared] of hypervisor.model.sharedMemories.entries()) {
    ranges.push(rounded(shared.base.value, shared.sizeBytes.value, `shmemlist[${index}]`, -1));
  }
  return ranges;
}

/** An image's load range is reserved by itself unless it lies inside a region of its VM. */
function imageOutsideRegions(partition: Partition, vm: number): Range | null {
  if (partition.image === null || partition.image.sizeBytes.value === 0) return null;
  const range = rounded(partition.image.loadAddress.value, partition.image.sizeBytes.value, "image", vm);
  const regions = counted(partition.regions, partition.regionCount);
  const inside = regions.some((r) =>
    contains(
      { base: r.base.value, sizeBytes: r.sizeBytes.value },
      { ...range, sizeBytes: partition.image?.sizeBytes.value ?? 0 },
    ),
  );
  return inside ? null : range;
}

const rounded = (base: number, sizeBytes: number, element: string, vm: number): Range => ({
  base,
  sizeBytes: Math.ceil(sizeBytes / pageBytes) * pageBytes,
  element,
  vm,
});

const contains = (pool: PlatformRegion, range: PlatformRegion): boolean =>
  range.base >= pool.base && range.base + range.sizeBytes <= pool.base + pool.sizeBytes;

const overlap = (a: Range, b: Range): boolean => a.base < b.base + b.sizeBytes && b.base < a.base + a.sizeBytes;

function reserveIn(hypervisor: Hypervisor, pool: PlatformRegion, ranges: readonly Range[], root: boolean): boolean {
  const reserved = hypervisorRanges.filter((range) => contains(pool, range));
  for (const range of ranges) {
    if (range.sizeBytes === 0 || !contains(pool, range)) continue;
    const other = reserved.find((earlier) => overlap(earlier, range));
    if (other !== undefined) {
      const fields = { ...fieldsOf(range), otherVm: other.vm, otherElement: other.element };
      return stop(hypervisor, root ? "MEM03" : "MEM02", {
        ...fields,
        otherAddress: other.base,
        otherSize: other.sizeBytes,
      });
    }
    reserved.push(range);
  }
  return true;
}

const fieldsOf = (range: Range): { vm: number; element: string; address: number; size: number } => ({
  vm: range.vm,
  element: range.element,
  address: range.base,
  size: range.sizeBytes,
});
