/** A VM is entered with MSP_NS = 0 and has to set it before it uses it (fact sheet crosscon-armv8m section 5). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Partition } from "../../config/model.ts";
import { firstStackUse } from "../../image/first-stack-use.ts";
import type { Image } from "../../image/image.ts";
import { checkDiagnostic } from "../codes.ts";
import { noStackHelp } from "../no-stack.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { hex, labelAt } from "../window.ts";

function halfwordAt({ segments }: Image, address: number): number | null {
  for (const { address: base, bytes } of segments) {
    const at = address - base;
    if (at >= 0 && at + 2 <= bytes.length) return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  }
  return null;
}

function judge({ name, entry, span }: Partition, image: Image): Diagnostic[] {
  const start = ((image.entry ?? entry.value) & ~1) >>> 0;
  const at = firstStackUse(start, (address) => halfwordAt(image, address));
  if (at === null) return [];
  const owner = image.symbols.functionAt(at)?.symbol.name;
  const where = owner === undefined ? hex(at) : `${hex(at)}, in ${owner}`;
  return [
    checkDiagnostic("FLT07", `${name} uses the stack before it has set the stack pointer, which is 0 at its entry`, {
      vm: name,
      labels: [labelAt(entry.span ?? span, `the code from here first uses the stack at ${where}`)],
      help: noStackHelp,
    }),
  ];
}

export const initialStack: Rule = {
  title: "start-up code that uses the stack before it sets the stack pointer",
  codes: ["FLT07"],
  find(subject: Subject) {
    if (subject.switches.initialMsp !== "zero") return [];
    return partitionsOf(subject).flatMap(([, partition]) =>
      subject.images.filter(({ vm }) => vm === partition.name).flatMap(({ image }) => judge(partition, image)),
    );
  },
};
