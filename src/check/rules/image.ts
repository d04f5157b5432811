/** The image fits its regions with all it needs at run time, and the size that is written covers it (section 1.2). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Partition } from "../../config/model.ts";
import type { Image } from "../../image/image.ts";
import { checkDiagnostic } from "../codes.ts";
import { misfitsOf } from "../image-fit.ts";
import { partitionsOf, type Rule } from "../rule.ts";
import { hex, labelAt } from "../window.ts";

function sizeNote({ name, image: placed }: Partition, image: Image): Diagnostic[] {
  if (placed === null || placed.sizeBytes.span === null || placed.sizeBytes.value === 0) return [];
  const base = placed.baseAddress.value;
  const ends = image.segments
    .filter(({ address, bytes }) => bytes.length > 0 && address >= base)
    .filter(({ address }) => address - base < 0x100000)
    .map(({ address, bytes }) => address + bytes.length);
  const needed = Math.max(base, ...ends) - base;
  if (needed <= placed.sizeBytes.value) return [];
  const message = `the image of ${name} has ${hex(needed)} bytes, \`.size\` says ${hex(placed.sizeBytes.value)}`;
  const labels = [labelAt(placed.sizeBytes.span, "smaller than the file")];
  return [checkDiagnostic("IMG22", message, { vm: name, labels, help: ["harmless while the image runs in place"] })];
}

export const image: Rule = {
  title: "images that do not fit their VM",
  codes: ["IMG21", "IMG22"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([, partition]) => {
      const own = subject.images.filter(({ vm }) => vm === partition.name);
      return own.flatMap(({ image: one }) => [
        ...misfitsOf(partition, one).map(({ finding }) => finding),
        ...sizeNote(partition, one),
      ]);
    }),
};
