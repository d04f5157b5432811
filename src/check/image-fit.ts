/** Do images fit the memory of their VMs, and each other? One answer for `check` and for what comes before a run. */
import { type Diagnostic, type Label, wholeFile } from "../base/diagnostic.ts";
import type { Partition } from "../config/model.ts";
import type { Image } from "../image/image.ts";
import { checkDiagnostic } from "./codes.ts";
import {
  bytesText,
  contains,
  distanceTo,
  endOf,
  hex,
  labelAt,
  overlaps,
  type Range,
  rangeText,
  type Window,
  windowsOf,
} from "./window.ts";

/** A piece of an image that its VM may not reach, at least from `reached` on. */
interface Piece extends Range {
  readonly sections: readonly string[];
  /** Has bytes in the file; false where it is zeroed memory alone. */
  readonly hasBytes: boolean;
  /** First address that is not granted. */
  readonly reached: number;
}

export interface Misfit {
  readonly finding: Diagnostic;
  /** Bytes of the file of which none lies where the VM may go: its first step there is its last. */
  readonly isLost: boolean;
}

/** How much of a range the windows cover, from its start; windows that touch continue each other. */
function coveredUpTo(range: Range, windows: readonly Window[]): number {
  let reached = range.base;
  for (;;) {
    const next = windows.find((one) => contains(one, reached));
    if (next === undefined || reached >= endOf(range)) return Math.min(reached, endOf(range));
    reached = endOf(next);
  }
}

/** Segments that the windows do not hold, in order; what continues one of them outside is one with it. */
function piecesOutside({ segments }: Image, windows: readonly Window[]): Piece[] {
  const outside = segments
    .map(({ address, bytes, zeroFillBytes, sections }) => {
      const range = { base: address, sizeBytes: bytes.length + zeroFillBytes };
      return { ...range, sections, hasBytes: bytes.length > 0, reached: coveredUpTo(range, windows) };
    })
    .filter((one) => one.reached < endOf(one))
    .sort((a, b) => a.base - b.base);
  const joined: Piece[] = [];
  for (const one of outside) {
    const last = joined.at(-1);
    if (last === undefined || endOf(last) !== one.base || one.reached !== one.base) joined.push(one);
    else joined[joined.length - 1] = join(last, one);
  }
  return joined;
}

const join = (one: Piece, next: Piece): Piece => ({
  ...one,
  sizeBytes: one.sizeBytes + next.sizeBytes,
  sections: [...one.sections, ...next.sections],
  hasBytes: one.hasBytes || next.hasBytes,
});

/** What of an image lies outside of its VM's memory. */
export function misfitsOf(partition: Partition, image: Image): Misfit[] {
  const windows = windowsOf(partition).filter((one) => one.sizeBytes > 0);
  return piecesOutside(image, windows).map((piece) => {
    const region = windows.find((one) => piece.reached > piece.base && endOf(one) === piece.reached);
    return region === undefined
      ? { finding: farOutside(partition, windows, piece, image), isLost: piece.hasBytes }
      : { finding: beyond(partition, region, piece, image), isLost: false };
  });
}

/** A sentence about the sections of a piece, with the verb in the right number. */
function told({ sections }: Piece, { file }: Image, one: string, many: string): (rest: string) => string {
  const [word, verb] = sections.length > 1 ? ["sections", many] : ["section", one];
  return (rest) => `${word} ${sections.join(", ") || "?"} of \`${file}\` ${verb} ${rest}`;
}

function farOutside({ name, span }: Partition, windows: readonly Window[], piece: Piece, image: Image): Diagnostic {
  const [nearest] = windows
    .filter(({ kind }) => kind === "region")
    .sort((a, b) => distanceTo(a, piece.base) - distanceTo(b, piece.base));
  const label =
    nearest === undefined
      ? labelAt(span, "this VM has no region")
      : labelAt(nearest.span, `the nearest region covers ${rangeText(nearest)}`);
  const say = told(piece, image, "lies", "lie");
  return checkDiagnostic("IMG21", say(`outside every region of ${name}, in ${rangeText(piece)}`), {
    vm: name,
    labels: [label],
    help: ["link the image for the VM's memory, or grant that memory"],
  });
}

function beyond({ name }: Partition, region: Window, piece: Piece, image: Image): Diagnostic {
  const missing = endOf(piece) - endOf(region);
  const size = Math.ceil((endOf(piece) - region.base) / 0x1000) * 0x1000;
  const { sizeSpan, span, element } = region;
  const fix =
    sizeSpan === null
      ? null
      : { title: `make it ${bytesText(size)}`, edits: [{ span: sizeSpan, replacement: hex(size) }] };
  const say = told(piece, image, "needs", "need");
  return checkDiagnostic("IMG21", say(`${bytesText(missing)} more than ${element} of ${name} has`), {
    vm: name,
    labels: [labelAt(sizeSpan ?? span, `ends at ${hex(endOf(region))}, the image at ${hex(endOf(piece))}`)],
    help: [`\`.size = ${hex(size)}\` would hold it`],
    fix,
  });
}

interface Owned {
  /** Null for bytes that are loaded besides. */
  readonly vm: string | null;
  readonly image: Image;
}

interface Placed extends Range, Owned {
  readonly sections: readonly string[];
  readonly order: number;
}

/** Images with bytes in the same place; the first such place of two images stands for all. */
export function overlapsOf(images: readonly Owned[], partitions: readonly Partition[]): Diagnostic[] {
  const placed = images.flatMap(({ vm, image }, order): Placed[] =>
    image.segments
      .filter(({ bytes }) => bytes.length > 0)
      .map(({ address, bytes, sections }) => ({
        ...{ vm, image, sections, order, base: address, sizeBytes: bytes.length },
      })),
  );
  const found = new Map<string, Diagnostic>();
  for (const one of placed) {
    for (const other of placed) {
      const pair = `${one.order} ${other.order}`;
      if (one.order < other.order && overlaps(one, other) && !found.has(pair))
        found.set(pair, overlapOf(one, other, partitions));
    }
  }
  return [...found.values()];
}

function overlapOf(one: Placed, other: Placed, partitions: readonly Partition[]): Diagnostic {
  const base = Math.max(one.base, other.base);
  const shared = { base, sizeBytes: Math.min(endOf(one), endOf(other)) - base };
  const owned = [one, other].flatMap(({ vm, sections }): Label[] => {
    const partition = partitions.find(({ name }) => name === vm);
    return partition === undefined ? [] : [labelAt(partition.span, `its ${sections.join(", ")} lies there`)];
  });
  const files = [one.image.file, other.image.file];
  const labels = owned.length > 0 ? owned : files.map((file) => wholeFile(file, ""));
  if (files[0] === files[1]) {
    return checkDiagnostic("IMG24", `\`${files[0]}\` is loaded twice, into ${rangeText(shared)}`, {
      labels: labels.slice(0, 1),
      help: [
        "leave it away once: images of the system, `--load` and `--firmware` all stand side by side; with " +
          "`--firmware FILE`, a SYSTEM is what else is in memory",
      ],
    });
  }
  return checkDiagnostic("IMG24", `\`${files[0]}\` and \`${files[1]}\` both have bytes in ${rangeText(shared)}`, {
    ...(other.vm === null ? {} : { vm: other.vm }),
    labels,
    help: ["link one of them for other addresses; the one that is flashed last destroys the other"],
  });
}
