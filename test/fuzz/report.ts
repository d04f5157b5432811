/** One disagreement, as text for people: what ran, on what, and where the two sides differ. */
import type { Case } from "./case.ts";
import { type Difference, differences } from "./compare.ts";
import { recordNames } from "./layout.ts";
import { codeLines, hex, inputLines } from "./listing.ts";

export interface Finding {
  readonly one: Case;
  /** Null where that side left no record. */
  readonly here: Uint32Array | null;
  readonly there: Uint32Array | null;
  /** Why a record is missing, or that the case disagrees only behind others. */
  readonly note: string | null;
}

const stateNames = recordNames.slice(0, recordNames.indexOf("s0"));

/** Both states; what differs has a mark. */
function stateLines({ one, here, there }: Finding): string[] {
  if (here === null || there === null) return [];
  const found = new Map<string, Difference>(
    differences(one, here, there).map((difference) => [difference.name, difference]),
  );
  const names = [...new Set<string>([...stateNames, ...found.keys()])];
  const index = new Map<string, number>(recordNames.map((name, at) => [name, at]));
  return names.map((name) => {
    const own = index.get(name);
    const difference = found.get(name);
    const mine = difference?.here ?? (own === undefined ? 0 : (here[own] ?? 0));
    const theirs = difference?.there ?? (own === undefined ? 0 : (there[own] ?? 0));
    const mark = difference === undefined ? "  " : "->";
    return `  ${mark} ${name.padEnd(12)} ${hex(mine)} ${hex(theirs)}`;
  });
}

const namedAtOnce = 6;

/** One line for a run that goes on: which words differ, ours first. */
export function findingSummary({ one, here, there, note }: Finding): string {
  const found = here === null || there === null ? [] : differences(one, here, there);
  const words = found.slice(0, namedAtOnce).map((word) => `${word.name} ${hex(word.here)} ${hex(word.there)}`);
  const more = found.length > namedAtOnce ? [`${found.length - namedAtOnce} more`] : [];
  return `case ${one.number} differs: ${[...(note === null ? [] : [note]), ...words, ...more].join(", ")}`;
}

export function findingLines(finding: Finding, peer: string): string[] {
  const { one, note } = finding;
  const { world, privileged, wild } = one.code;
  const state = `${world.secure ? "Secure" : "Non-secure"}, ${privileged ? "privileged" : "unprivileged"}`;
  const manner = wild ? `${state}, wild` : state;
  const rows = [...new Set(one.code.placed.flatMap(({ row }) => (row === null ? [] : [row.encoding.name])))];
  return [
    `case ${one.number} (${manner})${note === null ? "" : `: ${note}`}`,
    ...codeLines(one.code),
    "begins with",
    ...inputLines(one),
    `ends with${"here".padStart(13)}${peer.padStart(9)}`,
    ...stateLines(finding),
    `rows: ${rows.filter((name) => name !== "NOP_T1").join(" ")}`,
    `again: npm run fuzz -- --seed ${one.seed} --case ${one.number} --against ${peer}`,
    "",
  ];
}
