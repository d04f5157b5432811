/** A VM for a guest, from what the guest was built from: its memory, its devices and their interrupts, its entry. */
import type { Board, PlacedDevice } from "../board/board.ts";
import { chosen, interruptLinesOf, registersOf } from "../config/devicetree/query.ts";
import type { GuestDescription } from "../config/guest.ts";
import { kconfigNumber } from "../config/kconfig.ts";
import type { Image } from "../image/image.ts";
import { windowOf } from "./add-device.ts";
import { type DeviceUse, usesOf } from "./guest-use.ts";
import { endOf, hex, type Range } from "./window.ts";

export interface PlannedDevice extends Range {
  /** What lies in the window, for the comment. */
  readonly titles: readonly string[];
  readonly interruptIds: readonly number[];
}

export interface PlannedVm {
  /** A C identifier. */
  readonly name: string;
  readonly ram: Range;
  readonly flash: Range;
  readonly devices: readonly PlannedDevice[];
  /** Null: a placeholder is written, which an image fills. */
  readonly entry: number | null;
  /** Bytes of the image in flash; the region's where no image is known. */
  readonly imageBytes: number;
}

const kib = 1024;
const firstLine = 16;

/** RAM and flash as the guest was linked for; null where neither device tree nor `.config` says. */
function memoriesOf({ tree, kconfig }: GuestDescription): { readonly ram: Range; readonly flash: Range } | null {
  const inTree = (name: string): Range | null => {
    const [register] = tree === null ? [] : registersOf(chosen(tree, name)?.node ?? tree.root);
    return register === undefined ? null : { base: register.address, sizeBytes: register.sizeBytes };
  };
  const inKconfig = (base: string, size: string, unit: number): Range | null => {
    const [from, length] = kconfig === null ? [] : [kconfigNumber(kconfig, base), kconfigNumber(kconfig, size)];
    return from && length ? { base: from.value, sizeBytes: length.value * unit } : null;
  };
  const ram = inTree("zephyr,sram") ?? inKconfig("SRAM_BASE_ADDRESS", "SRAM_SIZE", kib);
  const flash =
    inTree("zephyr,code-partition") ?? inKconfig("FLASH_LOAD_OFFSET", "FLASH_LOAD_SIZE", 1) ?? inTree("zephyr,flash");
  return ram === null || flash === null ? null : { ram, flash };
}

const idsOf = ({ node, driver }: DeviceUse): number[] =>
  node === null || driver === null || driver.interrupt === "none"
    ? []
    : interruptLinesOf(node).map(({ line }) => line + firstLine);

/** Windows by address; those that touch are one. */
function windowsFor(uses: readonly DeviceUse[]): PlannedDevice[] {
  const byDevice = new Map<PlacedDevice, number[]>();
  for (const use of uses) byDevice.set(use.device, [...(byDevice.get(use.device) ?? []), ...idsOf(use)]);
  const single = [...byDevice]
    .map(([device, ids]): PlannedDevice => ({ ...windowOf(device), titles: [device.title], interruptIds: ids }))
    .sort((a, b) => a.base - b.base);
  const joined: PlannedDevice[] = [];
  for (const one of single) {
    const before = joined.at(-1);
    if (before === undefined || endOf(before) < one.base) joined.push(one);
    else joined[joined.length - 1] = join(before, one);
  }
  return joined;
}

const join = (a: PlannedDevice, b: PlannedDevice): PlannedDevice => ({
  base: a.base,
  sizeBytes: Math.max(endOf(a), endOf(b)) - a.base,
  titles: [...a.titles, ...b.titles],
  interruptIds: [...new Set([...a.interruptIds, ...b.interruptIds])],
});

function imageBytesIn(flash: Range, image: Image | null): number {
  const ends = (image?.segments ?? [])
    .filter(({ address, bytes }) => bytes.length > 0 && address >= flash.base && address < endOf(flash))
    .map(({ address, bytes }) => address + bytes.length - flash.base);
  return ends.length === 0 ? flash.sizeBytes : Math.max(...ends);
}

/** Null where nothing says what memory the guest was built for. */
export function planVm(board: Board, guest: GuestDescription, image: Image | null): PlannedVm | null {
  const memories = memoriesOf(guest);
  if (memories === null) return null;
  return {
    ...{ name: guest.vm.replaceAll(/\W/g, "_").replace(/^(?=\d)/, "_"), ...memories },
    devices: windowsFor(usesOf({ board }, guest)),
    entry: image?.entry ?? null,
    imageBytes: imageBytesIn(memories.flash, image),
  };
}

/** As text of its own in a configuration. */
export function vmText({ name, ram, flash, devices, entry, imageBytes }: PlannedVm): string {
  const entryText = entry === null ? `@@${name.toUpperCase()}_ENTRY@@` : hex(entry);
  const region = ({ base, sizeBytes }: Range, what: string): string =>
    `            { .base = ${hex(base)}, .size = ${hex(sizeBytes)} }, /* ${what} */`;
  return [
    `struct vm_config ${name} = {`,
    `    .image = VM_IMAGE_LOADED(${hex(flash.base)}, ${hex(flash.base)}, ${hex(imageBytes)}),`,
    `    .entry = ${entryText},`,
    "    .platform = {",
    "        .cpu_num = 1,",
    "        .region_num = 2,",
    "        .regions = (struct vm_mem_region[]) {",
    region(ram, "RAM"),
    region(flash, "flash"),
    "        },",
    ...(devices.length === 0
      ? []
      : [
          `        .dev_num = ${devices.length},`,
          "        .devs = (struct vm_dev_region[]) {",
          ...devices.flatMap(deviceLines),
          "        },",
        ]),
    "    },",
    "};",
  ].join("\n");
}

function deviceLines({ base, sizeBytes, titles, interruptIds }: PlannedDevice): string[] {
  const ids = interruptIds.map((id) => `16 + ${id - firstLine}`).join(", ");
  return [
    "            {",
    ...titles.map((title) => `                /* ${title} */`),
    `                .pa = ${hex(base)},`,
    `                .va = ${hex(base)},`,
    `                .size = ${hex(sizeBytes)},`,
    ...(interruptIds.length === 0
      ? []
      : [
          `                .interrupt_num = ${interruptIds.length},`,
          `                .interrupts = (irqid_t[]) { ${ids} },`,
        ]),
    "            },",
  ];
}

/** A configuration of these VMs and nothing else. */
export function configText(vms: readonly PlannedVm[]): string {
  return [
    "#include <config.h>",
    "",
    ...vms.flatMap((vm) => [vmText(vm), ""]),
    "struct config config = {",
    "    CONFIG_HEADER",
    `    .vmlist_size = ${vms.length},`,
    "    .vmlist = (struct vm_config*[]) {",
    ...vms.map(({ name }) => `        &${name},`),
    "    },",
    "};",
    "",
  ].join("\n");
}
