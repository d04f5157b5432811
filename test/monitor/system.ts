/** SystemModels written as short as config.c: numbers only, spans that say nothing. */
import type { Span } from "../../src/base/diagnostic.ts";
import type { ImagePlacement, Partition, Sourced, SystemModel } from "../../src/config/model.ts";

export interface VmShort {
  readonly image?: readonly [base: number, load: number, size: number];
  readonly entry?: number;
  readonly type?: number;
  readonly regions?: readonly (readonly [base: number, size: number])[];
  readonly devs?: readonly (readonly [pa: number, size: number, ids?: readonly number[], va?: number])[];
  readonly ipcs?: readonly (readonly [base: number, size: number, shmem: number, ids: readonly number[]])[];
}

const span: Span = { file: "config.c", line: 1, column: 1, endLine: 1, endColumn: 2 };
const val = <T>(value: T): Sourced<T> => ({ value, span: null });

export function system(
  vms: readonly VmShort[],
  shmems: readonly (readonly [base: number, size: number])[] = [],
): SystemModel {
  return {
    file: "config.c",
    vmListForm: "pointers",
    vmCount: val(vms.length),
    partitions: vms.map(partition),
    sharedMemories: shmems.map(([base, size]) => ({ span, base: val(base), sizeBytes: val(size) })),
  };
}

function partition(vm: VmShort, index: number): Partition {
  const { regions = [], devs = [], ipcs = [] } = vm;
  return {
    name: `vm${index}`,
    span,
    image: vm.image === undefined ? null : image(vm.image),
    entry: val(vm.entry ?? vm.image?.[0] ?? 0),
    type: val(vm.type ?? 0),
    cpuCount: val(1),
    regionCount: val(regions.length),
    regions: regions.map(([base, size]) => ({ span, base: val(base), sizeBytes: val(size) })),
    deviceCount: val(devs.length),
    devices: devs.map(([pa, size, ids = [], va = pa]) => ({
      span,
      physicalAddress: val(pa),
      virtualAddress: val(va),
      sizeBytes: val(size),
      interrupts: ids.map(val),
      interruptCount: val(ids.length),
    })),
    ipcCount: val(ipcs.length),
    ipcs: ipcs.map(([base, size, shmem, ids]) => ({
      span,
      base: val(base),
      sizeBytes: val(size),
      sharedMemoryIndex: val(shmem),
      interrupts: ids.map(val),
      interruptCount: val(ids.length),
    })),
  };
}

const image = ([base, load, size]: readonly [number, number, number]): ImagePlacement => ({
  span,
  baseAddress: val(base),
  loadAddress: val(load),
  sizeBytes: val(size),
  separatelyLoaded: true,
  file: null,
});

/** The two VMs of the real configuration (fact sheet crosscon-armv8m section 12, config.c). */
export const bareMetal: VmShort = {
  image: [0x20000, 0x20000, 0xd00],
  regions: [
    [0x20010000, 0x7000],
    [0x20000, 0x10000],
  ],
  devs: [
    [0x40089000, 0x1000, [33]],
    [0x40000000, 0x2000],
  ],
  ipcs: [[0x20017000, 0x1000, 0, [78]]],
};
export const zephyr: VmShort = {
  image: [0x40000, 0x40000, 0xf000],
  entry: 0x41234,
  regions: [
    [0x20020000, 0x10000],
    [0x40000, 0x18000],
  ],
  devs: [
    [0x40088000, 0x1000, [32]],
    [0x40000000, 0x5000],
    [0x40013000, 0xe000],
    [0x4003a000, 0x1000],
  ],
  ipcs: [[0x20017000, 0x1000, 0, [79]]],
};
export const sharedPage: readonly (readonly [number, number])[] = [[0x20017000, 0x1000]];

export const twoVms = (): SystemModel => system([bareMetal, zephyr], sharedPage);
