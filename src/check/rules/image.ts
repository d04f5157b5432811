/** The image fits its regions with all it needs at run time, and the size that is written covers it (section 1.2). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Partition } from "../../config/model.ts";
import type { Image, Segment } from "../../image/image.ts";
import { checkDiagnostic } from "../codes.ts";
import { isGranted, partitionsOf, type Rule } from "../rule.ts";
import { bytesText, endOf, hex, labelAt, type Range, rangeText, windowsOf } from "../window.ts";

const rangeOf = ({ address, bytes, zeroFillBytes }: Segment): Range => ({
  base: address,
  sizeBytes: bytes.length + zeroFillBytes,
});

function outside({ name, span, ...partition }: Partition, image: Image): Diagnostic[] {
  const own = { name, span, ...partition };
  return image.segments
    .filter((segment) => rangeOf(segment).sizeBytes > 0 && !isGranted(own, rangeOf(segment)))
    .map((segment) => {
      const range = rangeOf(segment);
      const region = windowsOf(own).find((one) => one.base <= range.base && endOf(one) > range.base);
      const what = `section ${segment.sections.join(", ") || "?"} of \`${image.file}\``;
      if (region === undefined) {
        return checkDiagnostic("IMG21", `${what} lies outside every region of ${name}`, {
          vm: name,
          labels: [labelAt(span, `no region covers ${rangeText(range)}`)],
          help: ["link the image for the VM's memory, or grant that memory"],
        });
      }
      const missing = endOf(range) - endOf(region);
      const size = Math.ceil((endOf(range) - region.base) / 0x1000) * 0x1000;
      const edit = region.sizeSpan;
      return checkDiagnostic(
        "IMG21",
        `${what} needs ${bytesText(missing)} more than ${region.element} of ${name} has`,
        {
          vm: name,
          labels: [
            labelAt(region.sizeSpan ?? region.span, `ends at ${hex(endOf(region))}, the image at ${hex(endOf(range))}`),
          ],
          help: [`\`.size = ${hex(size)}\` would hold it`],
          fix:
            edit === null
              ? null
              : { title: `make it ${bytesText(size)}`, edits: [{ span: edit, replacement: hex(size) }] },
        },
      );
    });
}

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
      return own.flatMap(({ image: one }) => [...outside(partition, one), ...sizeNote(partition, one)]);
    }),
};
