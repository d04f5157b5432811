/** A VM's windows fit the SAU, the hypercall's page included (fact sheet crosscon-armv8m section 2.1). */
import type { Diagnostic, Fix } from "../../base/diagnostic.ts";
import { whatLivesAt } from "../../board/describe.ts";
import type { Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { fitsSau, type Join, type Proposal, planSau } from "../sau-plan.ts";
import { bytesText, endOf, hex, labelAt, rangeText, sauEntriesOf, windowsOf } from "../window.ts";

const shownProposals = 3;

/** One line per entry: what takes it. */
function tableOf({ board }: Subject, partition: Partition): string[] {
  const rows = windowsOf(partition).map((window) => {
    const what = window.kind === "device" ? whatLivesAt(board, window.base).name : window.kind;
    const size = bytesText(window.sizeBytes).padEnd(14);
    return `  ${window.element.padEnd(10)} ${hex(window.base).padEnd(10)} ${size} ${what}`;
  });
  return partition.ipcCount.value > 0 ? [...rows, "  hypercall  0x10000040 64 bytes       because of `ipcs`"] : rows;
}

const joinText = ({ from, to }: Join): string =>
  `${from.element} + ${to.element} -> \`.pa = ${hex(from.base)}, .size = ${hex(endOf(to) - from.base)}\``;

function proposalText(proposal: Proposal): string {
  const names = proposal.exposed.map((one) => one.name);
  const besides = names.length === 0 ? "nothing else comes with it" : `the VM gets ${names.join(", ")} besides`;
  return `${proposal.joins.map(joinText).join("; ")}: ${proposal.entries} entries, ${besides}`;
}

/** The first window grows over its neighbour, the neighbour goes: both as text edits, and one device fewer. */
function fixOf(partition: Partition, { joins }: Proposal): Fix | null {
  const [join, more] = joins;
  const { sizeSpan } = join?.from ?? { sizeSpan: null };
  const count = partition.deviceCount.span;
  if (join === undefined || more !== undefined || sizeSpan === null || count === null) return null;
  const device = partition.devices.find((one) => one.span === join.to.span);
  // An id in the list of the window that goes would be lost.
  if (device === undefined || device.interruptCount.value > 0) return null;
  return {
    title: `join ${join.from.element} and ${join.to.element}`,
    edits: [
      { span: sizeSpan, replacement: hex(endOf(join.to) - join.from.base) },
      { span: join.to.span, replacement: "" },
      { span: count, replacement: String(partition.deviceCount.value - 1) },
    ],
  };
}

function judge(subject: Subject, partition: Partition): Diagnostic[] {
  if (fitsSau(partition, subject.sauEntries)) return [];
  const { name } = partition;
  const needed = sauEntriesOf(partition);
  const proposals = planSau(subject, partition);
  const [best] = proposals;
  const last = windowsOf(partition).at(-1);
  return [
    checkDiagnostic("SAU01", `${name} needs ${needed} SAU entries, the processor has ${subject.sauEntries}`, {
      vm: name,
      labels: [
        labelAt(partition.span, "the windows of this VM"),
        ...(best?.joins[0] === undefined
          ? []
          : [labelAt(best.joins[0].to.span, "could be joined with the one before")]),
        ...(best === undefined && last !== undefined
          ? [labelAt(last.span, `no entry is left: ${rangeText(last)}`)]
          : []),
      ],
      help: [
        ["what takes an entry:", ...tableOf(subject, partition)].join("\n"),
        ...(best === undefined ? ["no two neighbouring windows can be joined: grant less"] : []),
        ...proposals.slice(0, shownProposals).map((one, index) => `plan ${index + 1}: ${proposalText(one)}`),
      ],
      fix: best === undefined ? null : fixOf(partition, best),
    }),
  ];
}

export const sauBudget: Rule = {
  title: "more windows than SAU entries",
  codes: ["SAU01"],
  find: (subject) => partitionsOf(subject).flatMap(([, partition]) => judge(subject, partition)),
};
