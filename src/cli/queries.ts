/** The questions that `at` and `travel` ask about a moment; what they find out is in src/time/questions. */
import { didYouMean } from "../base/suggest.ts";
import { machineView } from "../machine/view.ts";
import { guestsOf } from "../system/guests.ts";
import { callChain } from "../time/questions/calls.ts";
import { systemNow } from "../time/questions/in-force.ts";
import { interruptRows } from "../time/questions/interrupts.ts";
import { bytesAt, momentOf, registersOf, vmRows } from "../time/questions/moment.ts";
import { functionEntries, isPlace, type Place, placeOf } from "../time/questions/place.ts";
import { mpuOf, sauOf } from "../time/questions/protection.ts";
import { lastAccess, lastCall, printed } from "../time/questions/search.ts";
import { mpuSetting, sauSetting } from "../time/questions/setting.ts";
import { whoRan } from "../time/questions/who-ran.ts";
import { whyAt } from "../time/questions/why.ts";
import type { Target, Timeline } from "../time/timeline.ts";
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
  settingLines,
  vmLines,
  whyLines,
} from "./render/answer.ts";
import { threadLines, whoRanLines } from "./render/running.ts";
import { threadReport } from "./threads.ts";
import { isBackward, parseDuration } from "./words.ts";

/** Data for `--json`, and the same for people. */
export interface Answer {
  readonly data: unknown;
  readonly lines: readonly string[];
}

/** Null: the answer is that there is none. */
type Asked = Work<Answer | null>;

export interface Question {
  /** Words behind its name, as help shows them. */
  readonly form: string;
  readonly help: string;
  ask(timeline: Timeline, words: readonly string[]): Asked;
}

/** A question that needs no search. */
const look = (
  form: string,
  help: string,
  answer: (timeline: Timeline, words: readonly string[]) => Answer,
): Question => ({
  form,
  help,
  // biome-ignore lint/correctness/useYield: searches yield, looks are done at once
  *ask(timeline, words) {
    return answer(timeline, words);
  },
});

export const questions: Readonly<Record<string, Question>> = {
  regs: look("", "registers, of both security states", ({ machine }) => {
    const data = registersOf(machine);
    return { data, lines: registerLines(data) };
  }),
  mem: look("ADDR LEN", "bytes of memory", ({ machine, system }, words) => {
    const { address } = addressOf({ system }, words[0]);
    const length = lengthOf(words[1]);
    const data = bytesAt(machine, address, length);
    if (data === null) throw new UsageError(`mem: no memory answers for ${length} bytes at 0x${address.toString(16)}`);
    return { data, lines: byteLines(data) };
  }),
  backtrace: look("", "the calls that led there, across exceptions and security states", ({ machine, system }) => {
    const data = callChain(system, machine);
    return { data, lines: callLines(data) };
  }),
  threads: look("", "the threads of each VM's kernel: state, what they wait for, where they are", threads),
  vms: look("", "who there is, who runs, what each said last", (timeline) => {
    const data = vmRows(timeline);
    return { data, lines: vmLines(data) };
  }),
  sau: look("", "security attribution, with the lines of the configuration it comes from", (timeline) => {
    const data = sauOf(systemNow(timeline), timeline.machine);
    return { data, lines: sauLines(data) };
  }),
  mpu: look("", "memory protection, likewise", (timeline) => {
    const data = mpuOf(systemNow(timeline), timeline.machine);
    return { data, lines: mpuLines(data) };
  }),
  nvic: look("", "interrupts, likewise", (timeline) => {
    const data = interruptRows(systemNow(timeline), timeline.machine);
    return { data, lines: interruptLines(data) };
  }),
  why: { form: "ADDR", help: "who may read, write, execute there, by which entries, and who set them", ask: why },
  "last-write": {
    form: "ADDR[,LEN]",
    help: "who wrote there last, and what",
    ask: (timeline, words) => accessed(timeline, "write", words),
  },
  "last-read": {
    form: "ADDR[,LEN]",
    help: "who read there last",
    ask: (timeline, words) => accessed(timeline, "read", words),
  },
  "last-call": { form: "FUNC", help: "who called it last, and with what; inlined copies count", ask: called },
  "who-ran": { form: "T1 T2", help: "who had the processor in between: VMs, threads, exceptions", ask: ran },
  printed: {
    form: "TEXT",
    help: "when a console line with this text was printed",
    *ask(timeline, words) {
      const data = yield* printed(timeline, words.join(" "));
      return data === null ? null : { data, lines: printedLines(data) };
    },
  },
};

const overview = look("", "", (timeline) => {
  const [moment, vms] = [momentOf(timeline), vmRows(timeline)];
  const calls = callChain(timeline.system, timeline.machine);
  return { data: { vms, backtrace: calls }, lines: [...momentLines(moment), ...vmLines(vms), "", ...callLines(calls)] };
});

/** The answer to `NAME WORDS...`; without a name a short overview. Throws UsageError before anything is run. */
export function ask(timeline: Timeline, name: string, words: readonly string[]): Asked {
  if (name === "") return overview.ask(timeline, []);
  const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
  if (question === undefined) {
    const names = Object.keys(questions);
    const help = didYouMean(name, names)[0] ?? `there are ${names.join(", ")}`;
    throw new UsageError(`at: there is no question \`${name}\``, help);
  }
  const wanted = question.form === "" ? 0 : question.form.split(" ").length;
  // A text may have spaces.
  const fits = question.form === "TEXT" ? words.length > 0 : words.length === wanted;
  if (fits) return question.ask(timeline, words);
  const form = [name, question.form].filter(Boolean).join(" ");
  throw new UsageError(`${name}: ${words.length} words after it, ${wanted} are wanted`, `write it as \`${form}\``);
}

function threads({ system, machine }: Timeline): Answer {
  const view = machineView(machine);
  const data = guestsOf(system).map((guest) => {
    const inside = guest.view(view);
    const { lens } = guest;
    const uptime = lens?.uptimeSeconds(inside) ?? null;
    return {
      vm: guest.vm,
      kernel: lens?.kernel ?? null,
      uptime_ns: uptime === null ? null : Math.round(uptime * 1e9),
      threads: guest.threads(view).map((thread) => threadReport(inside, thread)),
    };
  });
  return { data, lines: threadLines(data) };
}

function* why(timeline: Timeline, words: readonly string[]): Asked {
  const { system, machine } = timeline;
  const found = whyAt(systemNow(timeline), machine, addressOf({ system }, words[0]).address);
  const [index] = found.sau_entries;
  const region = found.non_secure.privileged.mpu_region;
  const set = {
    sau_set: found.sau_enabled && index !== undefined ? yield* sauSetting(timeline, index) : null,
    mpu_set: region === null ? null : yield* mpuSetting(timeline, "non-secure", region),
  };
  const told = [
    ...(index === undefined ? [] : settingLines(`SAU entry ${index}`, set.sau_set)),
    ...(region === null ? [] : settingLines(`MPU_NS region ${region}`, set.mpu_set)),
  ];
  return { data: { ...found, ...set }, lines: [...whyLines(found), ...told] };
}

function* accessed(timeline: Timeline, kind: "read" | "write", words: readonly string[]): Asked {
  const [where = "", length] = words[0]?.split(",") ?? [];
  const { address, sizeBytes } = addressOf(timeline, where);
  const bytes = length === undefined ? Math.min(sizeBytes ?? wordBytes, maxWatchBytes) : lengthOf(length);
  const data = yield* lastAccess(timeline, kind, address, bytes);
  return data === null ? null : { data, lines: accessLines(data) };
}

function* called(timeline: Timeline, words: readonly string[]): Asked {
  const entries = functionEntries(timeline.system, words[0] ?? "");
  if ("problem" in entries) throw new UsageError(`last-call: ${entries.problem}`, entries.help);
  const data = yield* lastCall(timeline, entries);
  return data === null ? null : { data, lines: foundCallLines(data) };
}

function* ran(timeline: Timeline, [from = "", to = ""]: readonly string[]): Asked {
  const [first, last] = [targetOf(from, "who-ran"), targetOf(to, "who-ran")];
  if (isBackward(first, last))
    throw new UsageError(`who-ran: ${to} is before ${from}`, "the earlier moment goes first");
  const data = yield* whoRan(timeline, first, last);
  return data.stints.length === 0 ? null : { data, lines: whoRanLines(data) };
}

/** `1.5s`, `200ms`, `123456t`. */
export function targetOf(text: string, verb: string): Target {
  const to = parseDuration(text, verb);
  return to.unit === "ticks" ? { tick: to.ticks } : { beat: to.beats };
}

const wordBytes = 4;
const maxWatchBytes = 1 << 20;

export function addressOf({ system }: Pick<Timeline, "system">, text = ""): Place {
  const found = placeOf(system, text);
  if (!isPlace(found)) throw new UsageError(found.problem, found.help);
  return found;
}

export function lengthOf(text = ""): number {
  const length = /^(0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : 0;
  if (length >= 1 && length <= maxWatchBytes) return length;
  throw new UsageError(`\`${text}\` is no number of bytes`, `from 1 to ${maxWatchBytes}`);
}
