/** What can be asked about a moment: the questions of `at`, which a debugger's client may ask as well. */
import { didYouMean } from "../base/suggest.ts";
import { callChain } from "../time/questions/calls.ts";
import { interruptRows } from "../time/questions/interrupts.ts";
import { bytesAt, momentOf, registersOf, vmRows } from "../time/questions/moment.ts";
import { isPlace, type Place, placeOf } from "../time/questions/place.ts";
import { mpuOf, sauOf } from "../time/questions/protection.ts";
import { lastAccess, lastCall, printed } from "../time/questions/search.ts";
import { whyAt } from "../time/questions/why.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";
import { UsageError } from "./exit.ts";
import {
  accessLines,
  byteLines,
  callLines,
  foundCallLines,
  interruptLines,
  momentLines,
  mpuLines,
  printedLines,
  registerLines,
  sauLines,
  vmLines,
  whyLines,
} from "./render/answer.ts";

/** Data for `--json`, and the same for people. */
export interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
}

/** Null: the answer is that there is none. Words that do not fit are a UsageError. */
export type Query = (timeline: Timeline, words: readonly string[]) => Work<Answer | null>;

/** An answer that needs no way to go. */
const atOnce = (say: (timeline: Timeline, words: readonly string[]) => Answer): Query =>
  // biome-ignore lint/correctness/useYield: work that is done at once
  function* (timeline, words) {
    return say(timeline, words);
  };

export const queries: Readonly<Record<string, Query>> = {
  regs: atOnce(({ machine }, words) => {
    expect("regs", words, 0, "");
    const data = registersOf(machine);
    return { data, lines: registerLines(data) };
  }),
  mem: atOnce(({ machine, system }, words) => {
    expect("mem", words, 2, "ADDR LEN");
    const { address } = addressOf({ system }, words[0]);
    const length = lengthOf(words[1]);
    const data = bytesAt(machine, address, length);
    if (data === null) throw new UsageError(`mem: no memory answers for ${length} bytes at 0x${address.toString(16)}`);
    return { data, lines: byteLines(data) };
  }),
  backtrace: atOnce(({ machine, system }, words) => {
    expect("backtrace", words, 0, "");
    const data = callChain(system, machine);
    return { data, lines: callLines(data) };
  }),
  vms: atOnce((timeline, words) => {
    expect("vms", words, 0, "");
    const data = vmRows(timeline);
    return { data, lines: vmLines(data) };
  }),
  sau: atOnce(({ machine, system }, words) => {
    expect("sau", words, 0, "");
    const data = sauOf(system, machine);
    return { data, lines: sauLines(data) };
  }),
  mpu: atOnce(({ machine, system }, words) => {
    expect("mpu", words, 0, "");
    const data = mpuOf(system, machine);
    return { data, lines: mpuLines(data) };
  }),
  nvic: atOnce(({ machine, system }, words) => {
    expect("nvic", words, 0, "");
    const data = interruptRows(system, machine);
    return { data, lines: interruptLines(data) };
  }),
  why: atOnce(({ machine, system }, words) => {
    expect("why", words, 1, "ADDR");
    const data = whyAt(system, machine, addressOf({ system }, words[0]).address);
    return { data, lines: whyLines(data) };
  }),
  "last-write": accessed("write"),
  "last-read": accessed("read"),
  "last-call": function* (timeline, words) {
    expect("last-call", words, 1, "FUNC");
    const data = yield* lastCall(timeline, addressOf(timeline, words[0]).address & ~1);
    return data === null ? null : { data, lines: foundCallLines(data) };
  },
  printed: function* (timeline, words) {
    if (words.length === 0) throw new UsageError("printed: no text is given", "like `printed 'uptime 1000'`");
    const data = yield* printed(timeline, words.join(" "));
    return data === null ? null : { data, lines: printedLines(data) };
  },
};

export const overview: Query = atOnce((timeline) => {
  const [moment, vms] = [momentOf(timeline), vmRows(timeline)];
  const calls = callChain(timeline.system, timeline.machine);
  return { data: { vms, backtrace: calls }, lines: [...momentLines(moment), ...vmLines(vms), "", ...callLines(calls)] };
});

export function queryNamed(name: string): Query {
  const query = Object.hasOwn(queries, name) ? queries[name] : undefined;
  if (query !== undefined) return query;
  const names = Object.keys(queries);
  throw new UsageError(
    `at: there is no question \`${name}\``,
    didYouMean(name, names)[0] ?? `there are ${names.join(", ")}`,
  );
}

function accessed(kind: "read" | "write"): Query {
  return function* (timeline, words) {
    expect(`last-${kind}`, words, 1, "ADDR[,LEN]");
    const [where = "", length] = words[0]?.split(",") ?? [];
    const { address, sizeBytes } = addressOf(timeline, where);
    const bytes = length === undefined ? Math.min(sizeBytes ?? wordBytes, maxWatchBytes) : lengthOf(length);
    const data = yield* lastAccess(timeline, kind, address, bytes);
    return data === null ? null : { data, lines: accessLines(data) };
  };
}

const wordBytes = 4;
const maxWatchBytes = 1 << 20;

function expect(name: string, words: readonly string[], count: number, form: string): void {
  if (words.length === count) return;
  const rest = form === "" ? "" : ` ${form}`;
  throw new UsageError(
    `${name}: ${words.length} words after it, ${count} are wanted`,
    `write it as \`${name}${rest}\``,
  );
}

function addressOf({ system }: Pick<Timeline, "system">, text = ""): Place {
  const found = placeOf(system, text);
  if (!isPlace(found)) throw new UsageError(`at: ${found.problem}`, found.help);
  return found;
}

function lengthOf(text = ""): number {
  const length = /^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : 0;
  if (length >= 1 && length <= maxWatchBytes) return length;
  throw new UsageError(`at: \`${text}\` is no number of bytes`, `from 1 to ${maxWatchBytes}`);
}
