/** Every byte of flash belongs to one image (fact sheet crosscon-armv8m section 12). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { endOf, labelAt, overlaps, type Range, rangeText } from "../window.ts";

interface Placed extends Range {
  readonly vm: string | null;
  readonly file: string;
  readonly sections: readonly string[];
  readonly order: number;
}

const placedIn = ({ images }: Subject): Placed[] =>
  images.flatMap(({ vm, image }, order) =>
    image.segments
      .filter(({ bytes }) => bytes.length > 0)
      .map(({ address, bytes, sections }) => ({
        ...{ vm, file: image.file, sections, order },
        ...{ base: address, sizeBytes: bytes.length },
      })),
  );

function judge(subject: Subject, one: Placed, other: Placed): Diagnostic {
  const base = Math.max(one.base, other.base);
  const shared = { base, sizeBytes: Math.min(endOf(one), endOf(other)) - base };
  const labels = [one, other].flatMap(({ vm, sections }) => {
    const partition = partitionsOf(subject).find(([, { name }]) => name === vm)?.[1];
    return partition === undefined ? [] : [labelAt(partition.span, `its ${sections.join(", ")} lies there`)];
  });
  return checkDiagnostic("IMG24", `\`${one.file}\` and \`${other.file}\` both have bytes in ${rangeText(shared)}`, {
    ...(other.vm === null ? {} : { vm: other.vm }),
    labels,
    help: ["link one of them for other addresses; the one that is flashed last destroys the other"],
  });
}

export const flashOverlap: Rule = {
  title: "images that overlap in flash",
  codes: ["IMG24"],
  find(subject) {
    const placed = placedIn(subject);
    const found = new Map<string, Diagnostic>();
    for (const one of placed) {
      for (const other of placed) {
        const pair = `${one.order} ${other.order}`;
        // The first pair of segments says it for two images.
        if (one.order < other.order && overlaps(one, other) && !found.has(pair))
          found.set(pair, judge(subject, one, other));
      }
    }
    return [...found.values()];
  },
};
