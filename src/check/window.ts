/** What a configuration grants, as address ranges with the places that say so. */
import type { Label, Span } from "../base/diagnostic.ts";
import type { Partition, SystemModel } from "../config/model.ts";

export interface Range {
  readonly base: number;
  readonly sizeBytes: number;
}

/** A range that something else keeps for itself, with its name for people. */
export interface NamedRange extends Range {
  readonly name: string;
}

export interface Window extends Range {
  readonly kind: "region" | "device" | "ipc" | "shared memory";
  /** Null for a shared memory, which is nobody's own. */
  readonly vm: string | null;
  /** As the monitor names it: `regions[1]`. */
  readonly element: string;
  readonly span: Span;
  readonly baseSpan: Span | null;
  readonly sizeSpan: Span | null;
}

export const endOf = (range: Range): number => range.base + range.sizeBytes;

export const contains = (range: Range, address: number): boolean => address >= range.base && address < endOf(range);

export const overlaps = (a: Range, b: Range): boolean => a.base < endOf(b) && b.base < endOf(a);

/** Bytes between an address and the nearest byte of a range; 0 inside. */
export const distanceTo = (range: Range, address: number): number =>
  contains(range, address) ? 0 : address < range.base ? range.base - address : address - endOf(range) + 1;

const counted = <T>(items: readonly T[], { value }: { readonly value: number }): readonly T[] => items.slice(0, value);

/** What a VM may touch. Counts in the configuration are honoured: an element behind the count is no grant. */
export function windowsOf(partition: Partition): Window[] {
  const { name: vm, regions, regionCount, devices, deviceCount, ipcs, ipcCount } = partition;
  return [
    ...counted(regions, regionCount).map(({ base, sizeBytes, span }, index): Window => {
      const place = { span, baseSpan: base.span, sizeSpan: sizeBytes.span };
      return {
        kind: "region",
        vm,
        element: `regions[${index}]`,
        base: base.value,
        sizeBytes: sizeBytes.value,
        ...place,
      };
    }),
    ...counted(devices, deviceCount).map(({ physicalAddress: base, sizeBytes, span }, index): Window => {
      const place = { span, baseSpan: base.span, sizeSpan: sizeBytes.span };
      return { kind: "device", vm, element: `devs[${index}]`, base: base.value, sizeBytes: sizeBytes.value, ...place };
    }),
    ...counted(ipcs, ipcCount).map(({ base, sizeBytes, span }, index): Window => {
      const place = { span, baseSpan: base.span, sizeSpan: sizeBytes.span };
      return { kind: "ipc", vm, element: `ipcs[${index}]`, base: base.value, sizeBytes: sizeBytes.value, ...place };
    }),
  ];
}

/** True where a region of the VM holds the address. */
export const isInside = (partition: Partition, address: number): boolean =>
  windowsOf(partition).some((one) => one.kind === "region" && contains(one, address));

/** Every range that the configuration speaks of. */
export function allWindows(model: SystemModel): Window[] {
  const shared = model.sharedMemories.map(({ base, sizeBytes, span }, index): Window => {
    const place = { span, baseSpan: base.span, sizeSpan: sizeBytes.span };
    const range = { base: base.value, sizeBytes: sizeBytes.value };
    return { kind: "shared memory", vm: null, element: `shmemlist[${index}]`, ...range, ...place };
  });
  return [...model.partitions.flatMap(windowsOf), ...shared];
}

/**
 * SAU entries that a VM needs once ranges that touch are joined (fact sheet crosscon-armv8m section 2.1), the page of
 * the hypercall included.
 */
export function sauEntriesOf(partition: Partition): number {
  const sorted = windowsOf(partition)
    .filter((one) => one.sizeBytes > 0)
    .sort((a, b) => a.base - b.base);
  const joined = sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || endOf(before) !== one.base;
  });
  return joined.length + (partition.ipcCount.value > 0 ? 1 : 0);
}

export const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;

/** `64 KiB`, `0x7040 bytes`. */
export function bytesText(sizeBytes: number): string {
  const mib = 1024 * 1024;
  if (sizeBytes >= mib && sizeBytes % mib === 0) return `${sizeBytes / mib} MiB`;
  if (sizeBytes >= 1024 && sizeBytes % 1024 === 0) return `${sizeBytes / 1024} KiB`;
  return sizeBytes < 1024 ? `${sizeBytes} bytes` : `${hex(sizeBytes)} bytes`;
}

/** `0x20010000..0x20017000 (28 KiB)`, the end being the first address behind it. */
export const rangeText = (range: Range): string =>
  `${hex(range.base)}..0x${endOf(range).toString(16)} (${bytesText(range.sizeBytes)})`;

export const labelAt = (span: Span, text: string): Label => ({ ...span, text });

/** `config.c:23` */
export const placeText = ({ file, line }: Span): string => `${file}:${line}`;
