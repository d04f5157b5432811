/**
 * Interrupts that the configuration gives and this variant of the hypervisor does not deliver (fact sheet
 * crosscon-armv8m sections 9 and 14).
 */
import type { Diagnostic, Label } from "../../base/diagnostic.ts";
import { interruptLinesOf } from "../../config/devicetree/query.ts";
import type { Partition, Sourced } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { guestsOf, interruptNeedOf, usesOf } from "../guest-use.ts";
import { counted, partitionsOf, type Rule, type Subject } from "../rule.ts";
import { labelAt } from "../window.ts";

const firstLine = 16;
const linesPerWord = 32;

interface Given extends Sourced<number> {
  /** The driver that waits for it; null where none is known to. */
  readonly waits: Label | null;
}

/** Interrupts of a VM as they are listed, each with who is known to need it. */
function givenTo(subject: Subject, partition: Partition): Given[] {
  const { devices, deviceCount, ipcs, ipcCount } = partition;
  const lists = [...counted(devices, deviceCount), ...counted(ipcs, ipcCount)];
  const needed = new Map<number, Label>();
  for (const { guest } of guestsOf(subject).filter((one) => one.partition === partition)) {
    for (const use of usesOf(subject, guest)) {
      const need = interruptNeedOf(guest, use);
      if (need?.sure !== true || use.node === null) continue;
      const [reason] = use.reasons;
      const label = need.receives === null ? reason : labelAt(need.receives, "this waits for what is received");
      for (const { line } of interruptLinesOf(use.node)) if (label !== undefined) needed.set(line + firstLine, label);
    }
  }
  return lists
    .flatMap(({ interrupts, interruptCount }) => counted(interrupts, interruptCount))
    .map((one) => ({ ...one, waits: needed.get(one.value) ?? null }));
}

const labelsOf = (given: readonly Given[], text: (one: Given) => string): Label[] =>
  given.flatMap((one) => (one.span === null ? [] : [labelAt(one.span, text(one))]));

const waitsOf = (given: readonly Given[]): Label[] => given.flatMap(({ waits }) => waits ?? []);

function alone(subject: Subject): Diagnostic[] {
  const [only, ...others] = partitionsOf(subject);
  if (subject.switches.loneVmIrqs !== "never" || only === undefined || others.length > 0) return [];
  const [, partition] = only;
  const given = givenTo(subject, partition);
  if (given.length === 0) return [];
  const waits = waitsOf(given);
  const { span } = subject.model.vmCount;
  return [
    checkDiagnostic("IRQ06", `no interrupt ever reaches ${partition.name}: it is the only VM`, {
      severity: waits.length > 0 ? "error" : "warning",
      vm: partition.name,
      labels: [
        ...labelsOf(given, ({ value }) => `${value} stays targeted to Secure state`),
        ...(span === null ? [] : [labelAt(span, "one VM is never switched, and only a switch targets interrupts")]),
        ...waits,
      ],
      help: ["a hypervisor that targets what it assigns: `kind: crosscon`, or `switches: { loneVmIrqs: assigned }`"],
    }),
  ];
}

/** Of the lines in one word of the NVIC, the lowest that is enabled is all that a switch remembers. */
function forgotten(subject: Subject): Diagnostic[] {
  const partitions = partitionsOf(subject);
  if (subject.switches.nvicClearDefect !== "on" || partitions.length < 2) return [];
  return partitions.flatMap(([, partition]) => {
    const words = new Map<number, Given[]>();
    for (const one of givenTo(subject, partition)) {
      const word = Math.floor((one.value - firstLine) / linesPerWord);
      words.set(word, [...(words.get(word) ?? []), one]);
    }
    return [...words.values()].flatMap((given) => judge(partition, given));
  });
}

function judge({ name }: Partition, given: readonly Given[]): Diagnostic[] {
  const ids = [...new Set(given.map(({ value }) => value))].sort((a, b) => a - b);
  const [lowest, ...rest] = ids;
  if (lowest === undefined || rest.length === 0) return [];
  const waiting = given.filter(({ waits }) => waits !== null);
  const sure = new Set(waiting.map(({ value }) => value)).size > 1;
  return [
    checkDiagnostic("IRQ07", `of the interrupts ${ids.join(", ")} of ${name} only one outlasts a switch between VMs`, {
      severity: sure ? "error" : "warning",
      vm: name,
      labels: [
        ...labelsOf(given, ({ value }) =>
          value === lowest
            ? "kept, where the guest enables it"
            : `disabled by the first switch, if ${lowest} is enabled`,
        ),
        ...(sure ? waitsOf(waiting) : []),
      ],
      help: [
        "a hypervisor without this defect: `kind: crosscon`, or `switches: { nvicClearDefect: off }`",
        "or interrupts of different words: ids 16 to 47, 48 to 79",
      ],
    }),
  ];
}

export const lostInterrupt: Rule = {
  title: "interrupts that this variant of the hypervisor does not deliver",
  codes: ["IRQ06", "IRQ07"],
  find: (subject) => [...alone(subject), ...forgotten(subject)],
};
