/** What `at` does: go there, ask, show. The questions themselves are in src/time/questions. */
import { didYouMean } from "../base/suggest.ts";
import { compileForSpeed } from "../core/compiler.ts";
import { diskFiles } from "../system/files.ts";
import { openSystem } from "../system/open.ts";
import { callChain } from "../time/questions/calls.ts";
import { interruptRows } from "../time/questions/interrupts.ts";
import { bytesAt, momentOf, registersOf, vmRows } from "../time/questions/moment.ts";
import { isPlace, type Place, placeOf } from "../time/questions/place.ts";
import { mpuOf, sauOf } from "../time/questions/protection.ts";
import { lastAccess, lastCall, printed } from "../time/questions/search.ts";
import { whyAt } from "../time/questions/why.ts";
import { openTimeline, type Timeline } from "../time/timeline.ts";
import { finish } from "../time/work.ts";
import type { AtFlags } from "./at.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { printDiagnostics } from "./print.ts";
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
import { parseDuration } from "./words.ts";

/** Data for `--json`, and the same for people. Null: the answer is that there is none. */
interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
}

type Query = (timeline: Timeline, words: readonly string[]) => Answer | null;

export async function at(file: string, time: string, [name = "", ...words]: string[], flags: AtFlags): Promise<number> {
  compileForSpeed();
  const query = name === "" ? overview : queryNamed(name);
  const system = await openSystem({ path: file, images: [], loads: [], overrides: [] }, diskFiles);
  printDiagnostics(system.warnings, system.texts);
  const timeline = openTimeline(system);
  const told = goTo(timeline, time);
  if (told !== null) process.stderr.write(`${told}\n`);
  const moment = momentOf(timeline);
  const answer = query(timeline, words);
  if (flags.json === true) {
    const found = answer !== null;
    const shape = {
      version: 1,
      ...moment,
      query: name === "" ? "overview" : name,
      found,
      answer: answer?.data ?? null,
    };
    print(JSON.stringify(shape));
  } else if (answer === null) print(`${[name, ...words].join(" ")}: nothing of that kind in this run`);
  else for (const line of answer.lines) print(line);
  return answer === null ? exitCodes.no : exitCodes.yes;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** To the moment; what is to be said where history ends before it. */
function goTo(timeline: Timeline, time: string): string | null {
  const end = timeline.end();
  if (time === "end") {
    if (end === null) throw new UsageError("at: only a recording has an end", "say a time, or `run --record` first");
    finish(timeline.seek(end));
    return null;
  }
  const to = parseDuration(time, "at");
  const arrival = finish(timeline.seek(to.unit === "ticks" ? { tick: to.ticks } : { beat: to.beats }));
  if (arrival.edge === null) return null;
  const word = arrival.edge === "end" ? "ends" : "begins";
  return `the run ${word} at tick ${arrival.tick}: this is there, not at ${time}`;
}

const queries: Readonly<Record<string, Query>> = {
  regs: ({ machine }, words) => {
    expect("regs", words, 0, "");
    const data = registersOf(machine);
    return { data, lines: registerLines(data) };
  },
  mem: ({ machine, system }, words) => {
    expect("mem", words, 2, "ADDR LEN");
    const { address } = addressOf({ system }, words[0]);
    const length = lengthOf(words[1]);
    const data = bytesAt(machine, address, length);
    if (data === null) throw new UsageError(`mem: no memory answers for ${length} bytes at 0x${address.toString(16)}`);
    return { data, lines: byteLines(data) };
  },
  backtrace: ({ machine, system }, words) => {
    expect("backtrace", words, 0, "");
    const data = callChain(system, machine);
    return { data, lines: callLines(data) };
  },
  vms: (timeline, words) => {
    expect("vms", words, 0, "");
    const data = vmRows(timeline);
    return { data, lines: vmLines(data) };
  },
  sau: ({ machine, system }, words) => {
    expect("sau", words, 0, "");
    const data = sauOf(system, machine);
    return { data, lines: sauLines(data) };
  },
  mpu: ({ machine, system }, words) => {
    expect("mpu", words, 0, "");
    const data = mpuOf(system, machine);
    return { data, lines: mpuLines(data) };
  },
  nvic: ({ machine, system }, words) => {
    expect("nvic", words, 0, "");
    const data = interruptRows(system, machine);
    return { data, lines: interruptLines(data) };
  },
  why: ({ machine, system }, words) => {
    expect("why", words, 1, "ADDR");
    const data = whyAt(system, machine, addressOf({ system }, words[0]).address);
    return { data, lines: whyLines(data) };
  },
  "last-write": (timeline, words) => accessed(timeline, "write", words),
  "last-read": (timeline, words) => accessed(timeline, "read", words),
  "last-call": (timeline, words) => {
    expect("last-call", words, 1, "FUNC");
    const data = finish(lastCall(timeline, addressOf(timeline, words[0]).address & ~1));
    return data === null ? null : { data, lines: foundCallLines(data) };
  },
  printed: (timeline, words) => {
    if (words.length === 0) throw new UsageError("printed: no text is given", "like `printed 'uptime 1000'`");
    const data = finish(printed(timeline, words.join(" ")));
    return data === null ? null : { data, lines: printedLines(data) };
  },
};

const overview: Query = (timeline) => {
  const [moment, vms] = [momentOf(timeline), vmRows(timeline)];
  const calls = callChain(timeline.system, timeline.machine);
  return { data: { vms, backtrace: calls }, lines: [...momentLines(moment), ...vmLines(vms), "", ...callLines(calls)] };
};

function queryNamed(name: string): Query {
  const query = Object.hasOwn(queries, name) ? queries[name] : undefined;
  if (query !== undefined) return query;
  const names = Object.keys(queries);
  throw new UsageError(
    `at: there is no question \`${name}\``,
    didYouMean(name, names)[0] ?? `there are ${names.join(", ")}`,
  );
}

function accessed(timeline: Timeline, kind: "read" | "write", words: readonly string[]): Answer | null {
  expect(`last-${kind}`, words, 1, "ADDR[,LEN]");
  const [where = "", length] = words[0]?.split(",") ?? [];
  const { address, sizeBytes } = addressOf(timeline, where);
  const bytes = length === undefined ? Math.min(sizeBytes ?? wordBytes, maxWatchBytes) : lengthOf(length);
  const data = finish(lastAccess(timeline, kind, address, bytes));
  return data === null ? null : { data, lines: accessLines(data) };
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
