/** The initial stack of an image lies in the VM's memory. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Partition } from "../../config/model.ts";
import type { Image } from "../../image/image.ts";
import { checkDiagnostic } from "../codes.ts";
import { memoryAt } from "../resident.ts";
import { isGranted, partitionsOf, type Rule, type Subject } from "../rule.ts";
import { endOf, hex, labelAt, windowsOf } from "../window.ts";

/** A full stack descends: its first push is just below. */
const frameBytes = 32;

/** By these names vector tables go in Zephyr, in vendors' start-up code, and in our own guests. */
const tableNames = ["_vector_table", "__isr_vector", "__Vectors", "g_pfnVectors", "vector_table", "vectors"];

function wordAt({ segments }: Image, address: number): number | null {
  for (const { address: base, bytes } of segments) {
    const at = address - base;
    if (at < 0 || at + 4 > bytes.length) continue;
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
  }
  return null;
}

/** Null where no table is known. */
function initialStack(image: Image): number | null {
  for (const name of tableNames) {
    const table = image.symbols.named(name);
    if (table !== null) return wordAt(image, table.address);
  }
  return null;
}

function judge({ board }: Subject, partition: Partition, image: Image): Diagnostic[] {
  const top = initialStack(image);
  if (top === null || memoryAt(board, top - 4)?.kind !== "ram") return [];
  if (isGranted(partition, { base: top - frameBytes, sizeBytes: frameBytes })) return [];
  const before = windowsOf(partition)
    .filter(({ kind, base }) => kind === "region" && base < top && memoryAt(board, base)?.kind === "ram")
    .sort((a, b) => b.base - a.base)[0];
  const place = before?.sizeSpan ?? before?.span ?? partition.span;
  const lack = before === undefined ? "no region of RAM lies there" : `ends at ${hex(endOf(before))}`;
  return [
    checkDiagnostic(
      "IMG23",
      `the stack of \`${image.file}\` begins at ${hex(top)}, outside the memory of ${partition.name}`,
      {
        vm: partition.name,
        labels: [labelAt(place, lack)],
        help: ["link the image for the RAM that the VM has, or make the region as large as the image thinks it is"],
      },
    ),
  ];
}

export const stack: Rule = {
  title: "stacks that begin outside of the VM's memory",
  codes: ["IMG23"],
  find: (subject) =>
    partitionsOf(subject).flatMap(([, partition]) =>
      subject.images.filter(({ vm }) => vm === partition.name).flatMap(({ image }) => judge(subject, partition, image)),
    ),
};
