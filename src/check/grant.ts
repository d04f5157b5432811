/** The grant that would have allowed an access, as text for the configuration, or the reason why there is none. */
import type { Fix } from "../base/diagnostic.ts";
import { whatLivesAt } from "../board/describe.ts";
import type { Partition, SystemModel } from "../config/model.ts";
import { deviceAt, holeHelp, memoryAt, nonSecureView } from "./resident.ts";
import type { Stopped } from "./stopped.ts";
import {
  allWindows,
  bytesText,
  contains,
  endOf,
  hex,
  overlaps,
  placeText,
  type Range,
  sauEntriesOf,
  type Window,
  windowsOf,
} from "./window.ts";

export interface Proposal {
  readonly help: readonly string[];
  readonly fix: Fix | null;
}

const pageBytes = 0x40;
/** People write region sizes in these steps. */
const neatBytes = 0x1000;
/** A region is widened over at most this much; farther away, a region of its own is proposed. */
const widenBytes = 0x40000;

const only = (...help: string[]): Proposal => ({ help, fix: null });

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/** `address` as the VM used it; null model or partition: there is no configuration to grant anything in. */
export function proposeGrant(stopped: Stopped, partition: Partition, address: number): Proposal {
  const { board, model } = stopped;
  if (model === null) return only();
  const kept = stopped.reserved.find((range) => contains(range, address));
  if (kept !== undefined) return only(`${kept.name} lies there, and no grant can give it to a VM`);
  const resident = whatLivesAt(board, address);
  if (resident.kind === "hole") return only(holeHelp(board, address));
  if (resident.kind === "system") return only("that part of the processor belongs to Secure state");
  const view = nonSecureView(board, address);
  if (view === address) return proposeIn(stopped, model, partition, address);
  const granted = windowsOf(partition).find((window) => contains(window, view));
  const other = `${hex(address)} is the Secure view of ${resident.name}; a VM finds it at ${hex(view)}`;
  if (granted !== undefined) return only(`${other}, which ${partition.name} has (${placeText(granted.span)})`);
  const keptView = stopped.reserved.find((range) => contains(range, address) || contains(range, view));
  if (keptView !== undefined) return only(other, `${keptView.name} lies there, and no grant can give it to a VM`);
  const further = proposeIn(stopped, model, partition, view);
  return { ...further, help: [other, ...further.help] };
}

function proposeIn(stopped: Stopped, model: SystemModel, partition: Partition, address: number): Proposal {
  const owner = allWindows(model).find((window) => window.vm !== partition.name && contains(window, address));
  if (deviceAt(stopped.board, address) !== null) return proposeDevice(stopped, model, partition, address, owner);
  if (owner?.kind === "shared memory") return proposeIpc(model, partition, owner);
  if (owner !== undefined) {
    return only(
      `${owner.vm} has that memory (${placeText(owner.span)}); to share a part of it, put that part into ` +
        "`shmemlist` and into the `ipcs` of both VMs, and take it out of the region",
    );
  }
  return widenRegion(stopped, model, partition, address) ?? addRegion(stopped, model, partition, address);
}

function proposeIpc(model: SystemModel, partition: Partition, shared: Window): Proposal {
  const index = model.sharedMemories.findIndex((one) => one.base.value === shared.base);
  const line = `{ .base = ${hex(shared.base)}, .size = ${hex(shared.sizeBytes)}, .shmem_id = ${index} },`;
  const count = partition.ipcCount.value + 1;
  return only(
    `shared memory ${index} lies there; add to \`.ipcs\` of ${partition.name} (\`.ipc_num = ${count}\`):\n  ${line}`,
  );
}

/** Where the VM's images end around an address: the last byte of the segment that covers it, else that address. */
function imageEnd(stopped: Stopped, vm: string, address: number): number {
  const segments = stopped.images.filter((one) => one.vm === vm).flatMap(({ image }) => image.segments);
  const ends = segments
    .map((segment) => ({ base: segment.address, sizeBytes: segment.bytes.length + segment.zeroFillBytes }))
    .filter((range) => contains(range, address))
    .map(endOf);
  return Math.max(address + 4, ...ends);
}

const isFree = (stopped: Stopped, model: SystemModel, vm: string, range: Range): boolean =>
  !allWindows(model).some((window) => window.vm !== vm && overlaps(window, range)) &&
  !stopped.reserved.some(
    (kept) => overlaps(kept, range) || overlaps({ ...kept, base: nonSecureView(stopped.board, kept.base) }, range),
  );

/** A region that ends shortly before the address, made larger. */
function widenRegion(stopped: Stopped, model: SystemModel, partition: Partition, address: number): Proposal | null {
  const memory = memoryAt(stopped.board, address);
  const before = windowsOf(partition)
    .filter((one) => one.kind === "region" && endOf(one) <= address && address - endOf(one) < widenBytes)
    .filter((one) => memory !== null && contains(memory, one.base))
    .sort((a, b) => b.base - a.base)[0];
  if (before === undefined || memory === null) return null;
  const needed = imageEnd(stopped, partition.name, address) - before.base;
  const sizes = [roundUp(needed, neatBytes), roundUp(needed, pageBytes)];
  const sizeBytes = sizes.find((size) => {
    const added = { base: endOf(before), sizeBytes: size - before.sizeBytes };
    return before.base + size <= endOf(memory) && isFree(stopped, model, partition.name, added);
  });
  if (sizeBytes === undefined) return null;
  const text =
    `\`.size = ${hex(sizeBytes)}\` (${bytesText(sizeBytes)}) for ${before.element} of ` +
    `${partition.name} would cover it`;
  const title = `make ${before.element} of ${partition.name} ${bytesText(sizeBytes)}`;
  const span = before.sizeSpan;
  return { help: [text], fix: span === null ? null : { title, edits: [{ span, replacement: hex(sizeBytes) }] } };
}

function addRegion(stopped: Stopped, model: SystemModel, partition: Partition, address: number): Proposal {
  const base = address - (address % neatBytes);
  const sizeBytes = roundUp(imageEnd(stopped, partition.name, address) - base, neatBytes);
  if (!isFree(stopped, model, "", { base, sizeBytes })) {
    return only(`the memory around ${hex(address)} is spoken for, so no whole page of it can be granted`);
  }
  const count = partition.regionCount.value + 1;
  return only(
    `to grant it, add to \`.regions\` of ${partition.name} (\`.region_num = ${count}\`):\n` +
      `  { .base = ${hex(base)}, .size = ${hex(sizeBytes)} },`,
    ...sauHelp(stopped, partition),
  );
}

/** A new window needs a SAU entry; with none left the board would not boot any more. */
function sauHelp(stopped: Stopped, partition: Partition): string[] {
  const used = sauEntriesOf(partition);
  if (used < stopped.sauEntries) return [];
  return [
    `${partition.name} uses all ${stopped.sauEntries} SAU entries already: join two of its windows ` +
      "that lie close together, " +
      "or widen one of them over this address",
  ];
}

function proposeDevice(
  stopped: Stopped,
  model: SystemModel,
  partition: Partition,
  address: number,
  owner: Window | undefined,
): Proposal {
  const device = deviceAt(stopped.board, address);
  if (device === null) return only();
  const owned = new Set(
    model.partitions.flatMap(({ devices, ipcs }) =>
      [...devices, ...ipcs].flatMap(({ interrupts }) => interrupts.map((one) => one.value)),
    ),
  );
  const ids = [...new Set(Object.values(device.interrupts))].map((line) => line + 16).filter((id) => !owned.has(id));
  // Windows of less than a page of the part's map are rare in real configurations.
  const sizeBytes = roundUp(device.sizeBytes, neatBytes);
  const place = `.pa = ${hex(device.base)}, .va = ${hex(device.base)}, .size = ${hex(sizeBytes)}`;
  const interrupts =
    ids.length === 0
      ? ""
      : `,\n    .interrupt_num = ${ids.length}, .interrupts = (irqid_t[]) { ` +
        `${ids.map((id) => `16 + ${id - 16}`).join(", ")} }`;
  const count = partition.deviceCount.value + 1;
  const shared =
    owner === undefined
      ? []
      : [`${owner.vm} has ${device.name} already (${placeText(owner.span)}); two VMs can share it only by agreement`];
  return only(
    `to grant ${device.name}, add to \`.devs\` of ${partition.name} (\`.dev_num = ${count}\`):\n  { ` +
      `${place}${interrupts} },`,
    ...shared,
    ...sauHelp(stopped, partition),
  );
}
