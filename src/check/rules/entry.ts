/** A VM begins at its image's entry, written without the Thumb bit (fact sheet crosscon-armv8m section 1.1). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { hex, isInside, labelAt } from "../window.ts";

function wrongEntry({ name, entry, span }: Partition, message: string, right: number, why: string): Diagnostic {
  const written = entry.span;
  return checkDiagnostic("ENT01", message, {
    vm: name,
    labels: [labelAt(written ?? span, why)],
    help: [`\`.entry = ${hex(right)}\``],
    fix:
      written === null
        ? null
        : { title: `begin at ${hex(right)}`, edits: [{ span: written, replacement: hex(right) }] },
  });
}

function judge({ images }: Subject, partition: Partition): Diagnostic[] {
  const { name, entry } = partition;
  const own = images.find(({ vm }) => vm === name)?.image;
  const start = own?.entry ?? null;
  const right = start === null ? null : start & ~1;
  if (right !== null && entry.value >>> 0 !== right >>> 0) {
    const bit = entry.value === right + 1;
    const message = bit
      ? `the entry of ${name} has the Thumb bit set`
      : `${name} is entered at ${hex(entry.value)}, but its image begins at ${hex(right)}`;
    return [wrongEntry(partition, message, right, bit ? "bit 0 must be clear" : `\`${own?.file}\` says ${hex(right)}`)];
  }
  if (right === null && entry.value % 2 === 1)
    return [
      wrongEntry(partition, `the entry of ${name} has the Thumb bit set`, entry.value & ~1, "bit 0 must be clear"),
    ];
  if (right !== null || isInside(partition, entry.value)) return [];
  const help = ["the first instruction is fetched from there; put the image's entry, or grant the memory it is in"];
  const labels = [labelAt(entry.span ?? partition.span, "in no region of the VM")];
  return [
    checkDiagnostic("ENT02", `${name} is entered at ${hex(entry.value)}, outside its memory`, {
      vm: name,
      labels,
      help,
    }),
  ];
}

export const entry: Rule = {
  title: "entries that are not the image's",
  codes: ["ENT01", "ENT02"],
  find: (subject) => partitionsOf(subject).flatMap(([, partition]) => judge(subject, partition)),
};
