/** Do the images fit the board, the regions of their VMs, and each other? */
import { type Diagnostic, wholeFile } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import { misfitsOf, overlapsOf } from "../check/image-fit.ts";
import type { Partition } from "../config/model.ts";
import type { Segment } from "../image/image.ts";
import { systemDiagnostic } from "./codes.ts";
import type { GuestImage, Hypervisor } from "./system.ts";

const hex = (value: number): string => `0x${value.toString(16).padStart(8, "0")}`;
const sizeOf = (segment: Segment): number => segment.bytes.length + segment.zeroFillBytes;

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (segment: Segment): Span => ({ from: segment.address, to: segment.address + sizeOf(segment) });

/** Warnings and errors, in the order of the images. */
export function checkFit(board: Board, hypervisor: Hypervisor, guests: readonly GuestImage[]): Diagnostic[] {
  const partitions = hypervisor.kind === "firmware" ? [] : hypervisor.model.partitions;
  return [
    ...guests.flatMap((guest) => outsideMemory(board, guest)),
    ...guests.flatMap((guest) => outsideRegions(partitions, guest)),
    ...overlapsOf(guests, partitions),
  ];
}

/** A run may never come to a piece beyond a region's end: that is a warning, as far as running goes. */
function outsideRegions(partitions: readonly Partition[], { image, vm }: GuestImage): Diagnostic[] {
  const partition = partitions.find((one) => one.name === vm);
  if (partition === undefined) return [];
  return misfitsOf(partition, image).map(({ finding, isLost }) =>
    isLost ? finding : { ...finding, severity: "warning" },
  );
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
