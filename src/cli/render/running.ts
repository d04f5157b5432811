/** Who runs and who waits, for people: threads of each VM, and who had the processor in a window. */
import { momentText } from "../../lens/sentence.ts";
import type { Share, Stint, WhoRan } from "../../time/questions/who-ran.ts";
import type { ThreadReport } from "../threads.ts";
import { secondsText, tableLines } from "./answer.ts";

export interface VmThreads {
  readonly vm: string;
  /** Null where no kernel is known in its images. */
  readonly kernel: string | null;
  readonly uptime_ns: number | null;
  readonly threads: readonly ThreadReport[];
}

export function threadLines(vms: readonly VmThreads[]): string[] {
  return vms.flatMap(({ vm, kernel, uptime_ns, threads }) => {
    if (kernel === null) return [`${vm}: no kernel that is known`];
    const uptime = uptime_ns === null ? "" : `, up ${(uptime_ns / 1e9).toFixed(3)} s`;
    if (threads.length === 0) return [`${vm}: ${kernel}, no threads yet`];
    return [`${vm}: ${kernel}${uptime}`, ...tableLines(threads.map(threadCells))];
  });
}

function threadCells(thread: ThreadReport): string[] {
  const { state, name, priority, stack, calls, until_ns, waits_for } = thread;
  const on = waits_for === null ? "" : ` for ${waits_for.kind ?? "object"} ${waits_for.name ?? waits_for.address}`;
  const until = until_ns === null ? "" : ` until ${momentText(until_ns / 1e9, "guest")}`;
  const used = stack === null || stack.used === null ? "" : `stack ${stack.used} of ${stack.size}`;
  return [
    `${state === "running" ? "*" : " "} ${name}`,
    `${state}${on}${until}`,
    `priority ${priority}`,
    used,
    callText(calls),
  ];
}

function callText([first, ...callers]: ThreadReport["calls"]): string {
  if (first?.function === undefined || first.function === null) return "";
  const place = first.file === null ? "" : ` (${first.file.split("/").at(-1)}:${first.line})`;
  const outer = callers.map(({ function: name }) => name ?? "?").slice(0, 3);
  return [`${first.function}${place}`, ...outer].join(" < ");
}

const milliseconds = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(3)} ms`;

const nameOf = ({ vm, who }: Pick<Stint, "vm" | "who">): string =>
  [vm ?? "-", ...(who === null ? [] : [who])].join(" ");

/** So many stints are told one by one. */
const toldStints = 40;

export function whoRanLines({ shares, stints }: WhoRan): string[] {
  const all = shares.reduce((sum, one) => sum + one.duration_ns, 0);
  const share = ({ duration_ns, asleep_ns, ticks, stints: count, ...who }: Share): string[] => [
    nameOf(who),
    `${((100 * duration_ns) / Math.max(1, all)).toFixed(1)} %`.padStart(7),
    milliseconds(duration_ns).padStart(12),
    `${ticks} instructions`,
    asleep_ns === 0 ? "" : `asleep ${milliseconds(asleep_ns)}`,
    `${count} times`,
  ];
  const stint = (one: Stint): string[] => [
    secondsText(one.time_ns),
    `tick ${one.tick}`,
    `+${milliseconds(one.duration_ns)}`.padStart(13),
    nameOf(one),
  ];
  const rest = stints.length - toldStints;
  return [
    ...tableLines(shares.map(share)),
    "",
    ...tableLines(stints.slice(0, toldStints).map(stint)),
    ...(rest > 0 ? [`and ${rest} more: a shorter window tells them, --json all of them`] : []),
  ];
}
