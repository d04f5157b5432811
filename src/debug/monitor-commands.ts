/** What GDB's `monitor` can ask: moments, and whatever questions the server brings. Answers are texts for people. */
import { beatsPerSecond } from "../base/beat.ts";
import { findNext } from "../time/hunt.ts";
import { momentOf } from "../time/questions/moment.ts";
import type { Target, Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";
import type { Question, Questions } from "./question.ts";

/** An answer that needs no way to go. */
const atOnce = (say: (timeline: Timeline, words: string) => string): Pick<Question, "moves" | "run"> => ({
  moves: false,
  // biome-ignore lint/correctness/useYield: work that is done at once
  *run(timeline, words) {
    return say(timeline, words);
  },
});

const own: Questions = {
  when: { usage: "when", does: "tick, virtual time, VM and place of this moment", ...atOnce(whenText) },
  goto: { usage: "goto TICK|TIME", does: "go to 120000, 1.5s, 200ms, begin, end", moves: true, run: goTo },
  "next-printed": {
    usage: "next-printed TEXT",
    does: "go on to where such a line ends",
    moves: true,
    run: nextPrinted,
  },
};

/** Names that other servers know, for the tools that send them. */
const foreign: Questions = {
  reset: { usage: "reset [halt]", does: "go to the begin of the run", moves: true, run: toBegin },
  system_reset: { usage: "", does: "", moves: true, run: toBegin },
  halt: { usage: "halt, stop", does: "nothing: the machine stands whenever you are asked", ...atOnce(whenText) },
  stop: { usage: "", does: "", ...atOnce(whenText) },
};

export interface FoundQuestion {
  readonly question: Question;
  readonly words: string;
  /** False where the answer is that there is none of that name. */
  readonly isKnown: boolean;
}

/** The question that a line begins with. */
export function findQuestion(more: Questions, line: string): FoundQuestion {
  const [, name = "help", words = ""] = /^\s*(\S+)\s*(.*?)\s*$/s.exec(line) ?? [];
  const all: Questions = { ...own, ...more, ...foreign };
  const help = helpText(all);
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  const text = name === "help" ? help : `no command \`${name}\`\n${help}`;
  const question = found ?? { usage: "", does: "", ...atOnce(() => text) };
  return { question, words, isKnown: found !== undefined || name === "help" };
}

function helpText(all: Questions): string {
  const told = Object.values(all).filter(({ usage }) => usage !== "");
  const rows = told.map(({ usage, does }) => `${usage.padEnd(24)}${does}`);
  return [...rows, "GDB does not see that a command has moved the machine: docs/debugging.md has a `define`"].join(
    "\n",
  );
}

function whenText(timeline: Timeline): string {
  const { tick, vm, at } = momentOf(timeline);
  const { beat } = timeline.now();
  const pc = hex(timeline.machine.core.cpu.r[15] ?? 0);
  const where = at?.function == null ? pc : `${pc} ${at.function}${at.line === null ? "" : ` (${at.file}:${at.line})`}`;
  return `tick ${tick}, ${(beat / beatsPerSecond).toFixed(9)} s, ${vm ?? "no VM"}, ${where}`;
}

function* goTo(timeline: Timeline, text: string): Work<string> {
  const target = targetOf(timeline, text);
  if (target === null) return `goto: \`${text}\` is no moment; a tick, or a time like 1.5s, 200ms, 50us, begin, end`;
  const { edge } = yield* timeline.seek(target);
  return `${edge === null ? "" : `${edge} of history: `}${whenText(timeline)}`;
}

const unitBeats: Readonly<Record<string, number>> = {
  s: beatsPerSecond,
  ms: beatsPerSecond / 1000,
  us: beatsPerSecond / 1_000_000,
};

function targetOf(timeline: Timeline, text: string): Target | null {
  if (text === "begin") return timeline.begin();
  if (text === "end") return timeline.end() ?? timeline.known();
  const match = /^(\d+(?:\.\d+)?)(s|ms|us|t?)$/.exec(text);
  if (match === null) return null;
  const [, number = "", unit = ""] = match;
  const beats = unitBeats[unit];
  if (beats !== undefined) return { beat: Math.round(Number(number) * beats) };
  return number.includes(".") ? null : { tick: Number(number) };
}

function* nextPrinted(timeline: Timeline, text: string): Work<string> {
  const hit = yield* findNext(timeline, {
    event: ({ kind, fields }) => kind === "console" && String(fields.text).includes(text),
  });
  if (hit.kind !== "event") return `no console line has \`${text}\`; ${hit.kind} of history: ${whenText(timeline)}`;
  return `[${hit.event.vm ?? ""}] ${String(hit.event.fields.text)}\n${whenText(timeline)}`;
}

function* toBegin(timeline: Timeline): Work<string> {
  yield* timeline.seek(timeline.begin());
  return whenText(timeline);
}

const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
