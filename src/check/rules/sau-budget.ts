/** A VM's windows fit the SAU, the hypercall's page included (fact sheet crosscon-armv8m section 2.1). */
import type { Diagnostic, Fix } from "../../base/diagnostic.ts";
import { whatLivesAt } from "../../board/describe.ts";
import type { Partition } from "../../config/model.ts";
import { checkDiagnostic } from "../codes.ts";
import { partitionsOf, type Rule, type Subject } from "../rule.ts";
import { fitsSau, type Join, type Proposal, planSau } from "../sau-plan.ts";
import { bytesText, endOf, hex, labelAt, rangeText, sauEntriesOf, type Window, windowsOf } from "../window.ts";

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

/** Windows that become one, in order of their addresses. */
function chainsOf(joins: readonly Join[]): Window[][] {
  const chains: Window[][] = [];
  for (const { from, to } of joins) {
    const chain = chains.find((one) => one.at(-1)?.element === from.element);
    if (chain === undefined) chains.push([from, to]);
    else chain.push(to);
  }
  return chains;
}

/** The first window of each chain grows over its neighbours, which go: text edits, and fewer devices. */
function fixOf(partition: Partition, { joins }: Proposal): Fix | null {
  const count = partition.deviceCount.span;
  const chains = chainsOf(joins);
  const gone = chains.flatMap((chain) => chain.slice(1));
  // An id in the list of a window that goes would be lost.
  const keepsIds = partition.devices.every(
    ({ span, interruptCount }) => interruptCount.value === 0 || !gone.some((one) => one.span === span),
  );
  if (count === null || !keepsIds) return null;
  const grown = chains.flatMap(([first, ...others]) => {
    const last = others.at(-1);
    if (!first?.sizeSpan || last === undefined) return [];
    return [{ span: first.sizeSpan, replacement: hex(endOf(last) - first.base) }];
  });
  if (grown.length < chains.length) return null;
  return {
    title: chains.map((chain) => `join ${chain.map(({ element }) => element).join(" and ")}`).join(", "),
    edits: [
      ...grown,
      ...gone.map(({ span }) => ({ span, replacement: "" })),
      { span: count, replacement: String(partition.deviceCount.value - gone.length) },
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
