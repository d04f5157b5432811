/**
 * Creation of the VMs: mappings, interrupts, ipcs, image, type, in the hypervisor's order and with its lines (facts
 * 1.2, 1.3, 4.1).
 */
import type { DeviceWindow, IpcWindow, Partition, Sourced } from "../../config/model.ts";
import { costs } from "./costs.ts";
import { type Hypervisor, hex, log, stop, write } from "./hypervisor.ts";
import { veneerBase } from "./image.ts";
import { assignInterrupt } from "./interrupts.ts";
import { counted, partitionsOf } from "./plan.ts";
import { pageBytes, sauEntries } from "./platform.ts";
import { type AddressSpace, addressSpace, flagCallable, flagEnable, mapRegion, type Section } from "./sau.ts";

/** All VMs of the list; false after an ERROR. */
export function createVms(hypervisor: Hypervisor): boolean {
  return [...partitionsOf(hypervisor.model).entries()].every(([vm, partition]) => createVm(hypervisor, vm, partition));
}

function createVm(hypervisor: Hypervisor, vm: number, partition: Partition): boolean {
  const space = addressSpace(vm);
  hypervisor.host.charge(costs.vmCreate);
  return (
    log(hypervisor, "INFO", `Initializing VM ${vm}`) &&
    mapRegions(hypervisor, space, partition) &&
    addDevices(hypervisor, space, partition) &&
    addIpcs(hypervisor, space, partition) &&
    settleType(hypervisor, vm, partition) &&
    (!hypervisor.variant.dumpsSau || dumpSau(hypervisor, vm))
  );
}

interface Window {
  readonly element: string;
  readonly base: number;
  readonly sizeBytes: number;
}

/** One mapping with the hypervisor's checks; false after an ERROR. */
function map(
  hypervisor: Hypervisor,
  space: AddressSpace,
  window: Window,
  flags = flagEnable,
  section: Section = "vm",
): boolean {
  const { element, base, sizeBytes } = window;
  const fields = { vm: space.vm, element, address: base, size: sizeBytes };
  hypervisor.host.charge(costs.regionMap);
  const result = mapRegion(hypervisor, space, base, sizeBytes, flags, section);
  if (result === "full") return stop(hypervisor, "SAU01", { ...fields, entries: sauEntries });
  if (result === "overlap") hypervisor.host.moment("map-ignored", fields);
  return true;
}

const misaligned = (value: number): boolean => value % pageBytes !== 0;

function mapRegions(hypervisor: Hypervisor, space: AddressSpace, partition: Partition): boolean {
  for (const [index, region] of counted(partition.regions, partition.regionCount).entries()) {
    const window = { element: `regions[${index}]`, base: region.base.value, sizeBytes: region.sizeBytes.value };
    if (misaligned(window.base) || misaligned(window.sizeBytes)) return refuseAlignment(hypervisor, space.vm, window);
    if (!map(hypervisor, space, window)) return false;
    if (holdsImage(partition, window) && !installImage(hypervisor, space.vm, partition)) return false;
  }
  return true;
}

const refuseAlignment = (hypervisor: Hypervisor, vm: number, window: Window): false =>
  stop(hypervisor, "MEM04", {
    vm,
    element: window.element,
    address: window.base,
    size: window.sizeBytes,
    granularity: pageBytes,
  });

function holdsImage(partition: Partition, window: Window): boolean {
  if (partition.image === null) return false;
  const base = partition.image.baseAddress.value;
  return base >= window.base && base + partition.image.sizeBytes.value <= window.base + window.sizeBytes;
}

/** Where image and place differ, the bytes are copied; an image that lies in place stays. */
function installImage(hypervisor: Hypervisor, vm: number, partition: Partition): boolean {
  const base = partition.image?.baseAddress.value ?? 0;
  const load = partition.image?.loadAddress.value ?? 0;
  const sizeBytes = partition.image?.sizeBytes.value ?? 0;
  if (base === load || sizeBytes === 0) return true;
  if (base < load + sizeBytes && load < base + sizeBytes) {
    return stop(hypervisor, "IMG01", { vm, element: "image", address: base, size: sizeBytes, loadAddress: load });
  }
  const { host } = hypervisor;
  const words = sizeBytes >>> 2;
  for (let word = 0; word < words; word++) host.write(base + word * 4, 4, host.read(load + word * 4, 4));
  for (let byte = words * 4; byte < sizeBytes; byte++) host.write(base + byte, 1, host.read(load + byte, 1));
  host.charge(costs.imageCopyWord * Math.ceil(sizeBytes / 4));
  return true;
}

function addDevices(hypervisor: Hypervisor, space: AddressSpace, partition: Partition): boolean {
  return counted(partition.devices, partition.deviceCount).every((device, index) =>
    addDevice(hypervisor, space, device, `devs[${index}]`),
  );
}

function addDevice(hypervisor: Hypervisor, space: AddressSpace, device: DeviceWindow, element: string): boolean {
  const address = device.virtualAddress.value;
  const sizeBytes = device.sizeBytes.value;
  const physicalAddress = device.physicalAddress.value;
  const place = `VA: ${hex(address)} size: ${hex(sizeBytes)} mapped at ${hex(physicalAddress)}`;
  if (!log(hypervisor, "INFO", `VM ${space.vm} adding MMIO region, ${place}`)) return false;
  const window = { element, base: physicalAddress, sizeBytes };
  if (address !== physicalAddress) {
    return stop(hypervisor, "MAP01", { vm: space.vm, element, address, size: sizeBytes, physicalAddress });
  }
  if (misaligned(address)) return refuseAlignment(hypervisor, space.vm, window);
  return map(hypervisor, space, window) && assignAll(hypervisor, space.vm, element, device, true);
}

interface InterruptList {
  readonly interrupts: readonly Sourced<number>[];
  readonly interruptCount: Sourced<number>;
}

function assignAll(hypervisor: Hypervisor, vm: number, element: string, list: InterruptList, tell: boolean): boolean {
  return counted(list.interrupts, list.interruptCount).every((id, index) => {
    if (tell && !log(hypervisor, "INFO", `VM ${vm} assigning interrupt ${id.value}`)) return false;
    hypervisor.host.charge(costs.interruptAssign);
    return assignInterrupt(hypervisor, vm, id.value, `${element}.interrupts[${index}]`);
  });
}

function addIpcs(hypervisor: Hypervisor, space: AddressSpace, partition: Partition): boolean {
  const ipcs = counted(partition.ipcs, partition.ipcCount);
  if (!ipcs.every((ipc, index) => addIpc(hypervisor, space, ipc, `ipcs[${index}]`))) return false;
  if (partition.ipcCount.value === 0) return true;
  const veneer = { element: "hypercall veneer", base: veneerBase, sizeBytes: pageBytes };
  return map(hypervisor, space, veneer, flagEnable | flagCallable, "hypercall");
}

function addIpc(hypervisor: Hypervisor, space: AddressSpace, ipc: IpcWindow, element: string): boolean {
  const { vm } = space;
  const id = ipc.sharedMemoryIndex.value;
  const shared = hypervisor.model.sharedMemories[id];
  if (shared === undefined) return log(hypervisor, "WARNING", "Invalid shmem id in configuration. Ignored.");
  const base = ipc.base.value;
  const place = `VA: ${hex(base)} size: ${hex(ipc.sizeBytes.value)}`;
  if (!log(hypervisor, "INFO", `VM ${vm} adding IPC for shared memory ${id} at ${place}`)) return false;
  let sizeBytes = ipc.sizeBytes.value;
  if (sizeBytes > shared.sizeBytes.value) {
    sizeBytes = shared.sizeBytes.value;
    if (!log(hypervisor, "WARNING", "Trying to map region to smaller shared memory. Truncated")) return false;
  }
  const window = { element, base, sizeBytes };
  if (misaligned(base) || misaligned(sizeBytes)) return refuseAlignment(hypervisor, vm, window);
  return map(hypervisor, space, window) && assignAll(hypervisor, vm, element, ipc, false);
}

function settleType(hypervisor: Hypervisor, vm: number, partition: Partition): boolean {
  const type = partition.type.value;
  if (type === 0) return log(hypervisor, "INFO", `VM ${vm} is sdGPOS (normal VM)`);
  if (type === 1 || type === 2) return log(hypervisor, "INFO", `VM ${vm} is sdTZ (kind ${type})`);
  return stop(hypervisor, "VMT01", { vm, element: "type", type }, type);
}

function dumpSau(hypervisor: Hypervisor, vm: number): boolean {
  const lines = [`SAU entries: ${sauEntries}`];
  for (let entry = 0; entry < sauEntries; entry++) {
    const rbar = hypervisor.state.sauRbar[vm * sauEntries + entry] ?? 0;
    const rlar = hypervisor.state.sauRlar[vm * sauEntries + entry] ?? 0;
    const range = `base ${hex(rbar & ~0x1f)} limit ${hex(rlar & ~0x1f)}`;
    lines.push(`SAU entry ${entry}: ${range} enable ${rlar & 1} nsc ${(rlar >>> 1) & 1}`);
  }
  return lines.every((line) => log(hypervisor, "INFO", line));
}

/** The banner, straight to the console: it has no level. */
export const printBanner = (hypervisor: Hypervisor): boolean =>
  hypervisor.variant.banner.every((line) => write(hypervisor, `${line}\n`));
