/** Do the images fit the board and the regions of their VMs? */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import type { MemoryRegion, Partition } from "../config/model.ts";
import type { Segment } from "../image/image.ts";
import { alignUp } from "../state/layout.ts";
import { systemDiagnostic, wholeFile } from "./codes.ts";
import type { GuestImage, Hypervisor } from "./system.ts";

/** The hypervisor maps in granules of 64 bytes (fact sheet crosscon-armv8m, section 1.3). */
const granuleBytes = 64;
const hex = (value: number): string => `0x${value.toString(16).padStart(8, "0")}`;
const sizeOf = (segment: Segment): number => segment.bytes.length + segment.zeroFillBytes;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (segment: Segment): Span => ({ from: segment.address, to: segment.address + sizeOf(segment) });

/** Warnings and errors, in the order of the images. */
export function checkFit(board: Board, hypervisor: Hypervisor, guests: readonly GuestImage[]): Diagnostic[] {
  return [
    ...guests.flatMap((guest) => outsideMemory(board, guest)),
    ...(hypervisor.kind === "firmware"
      ? []
      : guests.flatMap((guest) => outsideRegions(hypervisor.model.partitions, guest))),
    ...sharedBytes(guests),
  ];
}

function outsideMemory(board: Board, { image, vm }: GuestImage): Diagnostic[] {
  const places = board.memories.flatMap(({ base, aliases, sizeBytes }) =>
    [base, ...aliases].map((from) => ({ from, to: from + sizeBytes })),
  );
  return image.segments
    .filter((segment) => sizeOf(segment) > 0)
    .flatMap((segment) => {
      const { from, to } = spanOf(segment);
      // Neighbouring memories continue each other, so each end is asked for by itself.
      const holds = (address: number): boolean => places.some((place) => address >= place.from && address < place.to);
      if (holds(from) && holds(to - 1)) return [];
      const message = `\`${image.file}\` has bytes at ${hex(from)}..${hex(to)}, where ${board.name} has no memory`;
      const labels = [wholeFile(image.file, `section ${segment.sections.join(", ")}`)];
      return [systemDiagnostic("SYS07", message, { labels, ...(vm === null ? {} : { vm }) })];
    });
}

/** How much of a span the regions cover, from its start; regions that touch continue each other. */
function coveredUpTo({ from, to }: Span, regions: readonly MemoryRegion[]): number {
  let reached = from;
  for (let grew = true; grew && reached < to; ) {
    grew = false;
    for (const { base, sizeBytes } of regions) {
      const end = base.value + sizeBytes.value;
      if (base.value <= reached && end > reached) {
        reached = end;
        grew = true;
      }
    }
  }
  return Math.min(reached, to);
}

function outsideRegions(partitions: readonly Partition[], { image, vm }: GuestImage): Diagnostic[] {
  const partition = partitions.find((one) => one.name === vm);
  if (partition === undefined) return [];
  return image.segments
    .filter((segment) => segment.bytes.length > 0)
    .flatMap((segment) => {
      const span = spanOf(segment);
      const reached = coveredUpTo(span, partition.regions);
      if (reached >= span.to) return [];
      const nearest = nearestRegion(partition, span.from);
      const sections = segment.sections.length === 0 ? "a segment" : `section ${segment.sections.join(", ")}`;
      const labels: Label[] = nearest === null ? [] : [{ ...nearest.span, text: regionText(nearest) }];
      const where = `${sections} of \`${image.file}\`, ${hex(span.from)}..${hex(span.to)}`;
      if (reached > span.from) {
        const missing = `0x${(span.to - reached).toString(16)}`;
        const message = `${where}, reaches ${missing} bytes beyond the region of VM \`${partition.name}\``;
        const needed = alignUp(span.to - (nearest?.base.value ?? 0), granuleBytes);
        const help = [`the region needs a size of at least 0x${needed.toString(16)}`];
        return [systemDiagnostic("SYS09", message, { severity: "warning", vm: partition.name, labels, help })];
      }
      const message = `${where}, lies outside every region of VM \`${partition.name}\``;
      const help = ["link the image for the VM's regions, or add the range to `.regions`"];
      return [systemDiagnostic("SYS05", message, { vm: partition.name, labels, help })];
    });
}

const regionText = ({ base, sizeBytes }: MemoryRegion): string =>
  `covers ${hex(base.value)}..${hex(base.value + sizeBytes.value)}`;

function nearestRegion(partition: Partition, address: number): MemoryRegion | null {
  const distance = ({ base, sizeBytes }: MemoryRegion): number =>
    address < base.value ? base.value - address : Math.max(0, address - (base.value + sizeBytes.value));
  return [...partition.regions].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function sharedBytes(guests: readonly GuestImage[]): Diagnostic[] {
  const spans = guests.flatMap(({ image }) =>
    image.segments
      .filter((one) => one.bytes.length > 0)
      .map((one) => ({ image, from: one.address, to: one.address + one.bytes.length })),
  );
  const ordered = spans.sort((a, b) => a.from - b.from);
  return ordered.flatMap((span, index) => {
    const next = ordered[index + 1];
    if (next === undefined || next.from >= span.to || next.image === span.image) return [];
    const message = `\`${span.image.file}\` and \`${next.image.file}\` both have bytes at ${hex(next.from)}`;
    const labels = [
      wholeFile(span.image.file, `up to ${hex(span.to)}`),
      wholeFile(next.image.file, `from ${hex(next.from)}`),
    ];
    return [systemDiagnostic("SYS06", message, { labels })];
  });
}
