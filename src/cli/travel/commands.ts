/** The commands of the shell. Each says what it found and whether the cursor moved; what takes long can be stopped. */
import { nanosecondsOf } from "../../base/beat.ts";
import { didYouMean } from "../../base/suggest.ts";
import { consoleOwners } from "../../system/consoles.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../../time/hunt.ts";
import { comparePositions, type Position } from "../../time/position.ts";
import { eventKinds } from "../../time/questions/events.ts";
import { type Direction, stepEvent, stepInstruction, stepLine, stepOut, stepSlice } from "../../time/steps.ts";
import type { Arrival } from "../../time/timeline.ts";
import type { Work } from "../../time/work.ts";
import { UsageError } from "../exit.ts";
import { ask, questions, targetOf } from "../queries.ts";
import { secondsText } from "../render/answer.ts";
import { parseDuration } from "../words.ts";
import { hitText, huntOf, parseGoal } from "./goal.ts";
import type { Session } from "./session.ts";

export interface Reply {
  readonly lines: readonly string[];
  /** The cursor may be elsewhere now. */
  readonly moved: boolean;
  /** False: nothing of that kind in this run. */
  readonly found: boolean;
}

export type Words = readonly string[];

/** What can follow a command's name, for completion. */
export type Kind = "place" | "goal" | "event" | "vm" | "time" | "change" | "condition" | "none";

export interface Command {
  readonly names: readonly string[];
  readonly form: string;
  readonly help: string;
  readonly completes: Kind;
  run(session: Session, words: Words): Work<Reply>;
}

const told = (...lines: string[]): Reply => ({ lines, moved: false, found: true });

/** A command that is done at once. */
export const atOnce = (
  names: readonly string[],
  form: string,
  help: string,
  completes: Kind,
  answer: (session: Session, words: Words) => Reply,
): Command => ({
  names,
  form,
  help,
  completes,
  // biome-ignore lint/correctness/useYield: nothing is run
  *run(session, words) {
    return answer(session, words);
  },
});

type Step = (session: Session, direction: Direction) => Work<Arrival | Hit>;

const steps: Readonly<
  Record<string, { readonly names: readonly string[]; readonly help: string; readonly step: Step }>
> = {
  step: {
    names: ["step", "s"],
    help: "to the next source line, into calls",
    step: (session, direction) => lineStep(session, direction, false),
  },
  next: {
    names: ["next", "n"],
    help: "to the next source line, over calls",
    step: (session, direction) => lineStep(session, direction, true),
  },
  out: {
    names: ["out", "finish"],
    help: "to where this function returns to; back: to its call",
    step: ({ timeline, code }, direction) => stepOut(timeline, code, direction),
  },
  stepi: {
    names: ["stepi", "si"],
    help: "by instruction",
    step: ({ timeline }, direction) => stepInstruction(timeline, direction),
  },
  slice: {
    names: ["slice"],
    help: "to where the hypervisor's next slice begins",
    step: ({ timeline }, direction) => {
      if (timeline.system.hypervisor.kind !== "firmware") return stepSlice(timeline, direction);
      throw new UsageError("slice: nobody divides time into slices here", "a firmware is alone");
    },
  },
};

/** A step that finds no other line, from an idle loop, leads nowhere: the cursor stays, and the answer has an edge. */
function* lineStep({ timeline, code }: Session, direction: Direction, over: boolean): Work<Arrival> {
  const start = timeline.now();
  const lineHere = (): ReturnType<typeof code.lineAt> => code.lineAt((timeline.machine.core.cpu.r[15] ?? 0) >>> 0);
  const line = lineHere();
  const arrival = yield* stepLine(timeline, code, direction, over);
  if (direction === "back") return arrival;
  const gaveUp = arrival.edge === null && (lineHere() === null || lineHere() === line);
  // What ended the run by itself, a freeze perhaps, is where the line led to.
  if (!gaveUp && (arrival.edge !== "end" || arrival.stop !== null)) return arrival;
  yield* timeline.seek(start);
  return { ...timeline.now(), edge: "end", stop: null };
}

const goalWords = "WHAT [if COND] [within T]";

/** Those that have a `back` in front of them, too. */
const motions: readonly Command[] = [
  ...Object.values(steps).map(
    ({ names, help, step }): Command => ({
      names,
      form: "[N]",
      help,
      completes: "none",
      run: (session, words) => repeated(session, words, "forward", step),
    }),
  ),
  {
    names: ["event", "e"],
    form: "[KIND]",
    help: "to the next event, of that kind",
    completes: "event",
    run: (session, words) => nextEvent(session, words, "forward"),
  },
];

const backwards: Readonly<Record<string, string>> = {
  "reverse-step": "step",
  rs: "step",
  "reverse-next": "next",
  rn: "next",
  "reverse-finish": "out",
  "reverse-stepi": "stepi",
  rsi: "stepi",
};

export const commands: readonly Command[] = [
  {
    names: ["go"],
    form: "T",
    help: "to 1.5s, 200ms, 123456t, +5ms, -100t, begin, end, or #N of the notes",
    completes: "time",
    run: goTo,
  },
  ...motions,
  {
    names: ["back"],
    form: "[MOTION]",
    help: "the same backwards: back step, back next, back out, ...; alone: back to a stop",
    completes: "none",
    run: back,
  },
  {
    names: ["until"],
    form: goalWords,
    help: "forward to what is looked for",
    completes: "goal",
    run: (session, words) => searched(session, words, "forward"),
  },
  {
    names: ["back-to"],
    form: goalWords,
    help: "backward to it",
    completes: "goal",
    run: (session, words) => searched(session, words, "back"),
  },
  atOnce(["stop", "break", "b"], "WHAT [if COND]", "let continue and back stop there", "goal", addStop),
  atOnce(["stops"], "", "what they stop at", "none", ({ stops }) =>
    told(...(stops.size === 0 ? ["none yet"] : [...stops].map(([number, { words }]) => `${number}  ${words}`))),
  ),
  atOnce(["delete"], "[N]", "forget one stop, or all", "none", deleteStop),
  {
    names: ["continue", "c"],
    form: "[within T]",
    help: "forward to the next stop",
    completes: "none",
    run: (session, words) => toStop(session, words, "forward"),
  },
  atOnce(["type"], "VM TEXT", "bytes for a VM's console, at the end of a live run; \\n ends a line", "vm", typeText),
];

const aliases: Readonly<Record<string, string>> = { bt: "backtrace", where: "backtrace", "info-threads": "threads" };

/** Everything that can begin a line. */
export const allNames = (): string[] => [
  ...commands.flatMap(({ names }) => names),
  ...Object.keys(questions),
  ...Object.keys(backwards),
  ...["rc", "reverse-continue", "bt", "note", "notes", "help", "quit"],
];

/** The work of one line; its first word is no note, help or quit. */
export function perform(session: Session, [name = "", ...words]: Words): Work<Reply> {
  const command = commands.find(({ names }) => names.includes(name));
  if (command !== undefined) return command.run(session, words);
  const motion = Object.hasOwn(backwards, name) ? backwards[name] : undefined;
  if (motion !== undefined) return back(session, [motion, ...words]);
  if (name === "rc" || name === "reverse-continue") return back(session, words);
  const question = (Object.hasOwn(aliases, name) ? aliases[name] : undefined) ?? name;
  if (Object.hasOwn(questions, question)) return answered(session, question, words);
  throw new UsageError(`there is no command \`${name}\``, didYouMean(name, allNames())[0] ?? "`help` lists them");
}

/** Questions that search leave the cursor at what they found. */
function* answered({ timeline }: Session, name: string, words: Words): Work<Reply> {
  const before = timeline.now();
  const answer = yield* ask(timeline, name, words);
  const now = timeline.now();
  const moved = now.tick !== before.tick || now.beat !== before.beat;
  if (answer === null) yield* timeline.seek(before);
  return { lines: answer?.lines ?? [notFound], moved: moved && answer !== null, found: answer !== null };
}

const notFound = "nothing of that kind in this run";

function* goTo(session: Session, [word = "", ...more]: Words): Work<Reply> {
  const { timeline } = session;
  if (word === "" || more.length > 0) throw new UsageError("go: one moment is wanted", "like `go 1.5s` or `go end`");
  const arrival = yield* timeline.seek(momentFor(session, word));
  const edge = arrival.edge === null || word === "begin" || word === "end" ? [] : [edgeText(arrival.edge)];
  return { lines: edge, moved: true, found: true };
}

function momentFor({ timeline, notes }: Session, word: string): Parameters<typeof timeline.seek>[0] {
  if (word === "begin") return timeline.begin();
  // A live run ends where it has come to.
  if (word === "end") return timeline.end() ?? timeline.known();
  const [, sign, distance] = /^([+-])(.+)$/.exec(word) ?? [];
  if (sign !== undefined && distance !== undefined) {
    const by = parseDuration(distance, "go");
    const factor = sign === "+" ? 1 : -1;
    const now = timeline.now();
    if (by.unit === "ticks") return { tick: Math.max(0, now.tick + factor * by.ticks) };
    return { beat: Math.max(0, now.beat + factor * by.beats) };
  }
  if (!word.startsWith("#")) return targetOf(word, "go");
  const note = notes[Number(word.slice(1)) - 1];
  if (note === undefined) throw new UsageError(`go: there is no note ${word}`, "`notes` lists them");
  return { tick: note.tick, beat: note.beat };
}

const edgeText = (edge: "begin" | "end"): string =>
  edge === "end" ? "this is the end of the run" : "this is the beginning of the run";

const maxRepeats = 1_000_000;

function* repeated(session: Session, words: Words, direction: Direction, step: Step): Work<Reply> {
  const count = words.length === 0 ? 1 : Number(words[0]);
  if (words.length > 1 || !Number.isInteger(count) || count < 1 || count > maxRepeats)
    throw new UsageError(`\`${words.join(" ")}\` is no number of steps`, `from 1 to ${maxRepeats}`);
  for (let done = 0; done < count; done++) {
    const arrival = yield* step(session, direction);
    const edge = edgeOf(arrival);
    if (edge !== null) return { lines: [edgeHere(session, edge)], moved: true, found: true };
  }
  return { lines: [], moved: true, found: true };
}

/** A thread has its own beginning, and an idle loop no next line. */
function edgeHere({ timeline }: Session, edge: "begin" | "end"): string {
  const end = timeline.end();
  if (edge === "end" && (end === null || comparePositions(timeline.now(), end) < 0)) {
    if (end === null) return "no other line of this code begins for long: `until WHAT` looks farther";
    const at = secondsText(nanosecondsOf(end.beat));
    return `no other line of this code begins before the end of the run at ${at}: \`go end\` leads there`;
  }
  const isInside = edge === "begin" && comparePositions(timeline.now(), timeline.begin()) > 0;
  return isInside ? "this is where it began to run" : edgeText(edge);
}

function edgeOf(arrival: Arrival | Hit): "begin" | "end" | null {
  if ("edge" in arrival) return arrival.edge;
  return arrival.kind === "begin" || arrival.kind === "end" ? arrival.kind : null;
}

/** So many that nobody means them. */
const onlyWhenAsked: ReadonlySet<string> = new Set(["security", "sleep"]);

function* nextEvent(session: Session, words: Words, direction: Direction): Work<Reply> {
  const [kind] = words;
  if (kind !== undefined && !eventKinds.includes(kind)) {
    const help = didYouMean(kind, eventKinds)[0] ?? `there are ${eventKinds.join(", ")}`;
    throw new UsageError(`event: there is no kind \`${kind}\``, help);
  }
  const kinds = kind === undefined ? eventKinds.filter((one) => !onlyWhenAsked.has(one)) : [kind];
  return foundReply(session, yield* stepEvent(session.timeline, kinds, direction));
}

function* back(session: Session, [name, ...words]: Words): Work<Reply> {
  if (name === undefined || name === "within")
    return yield* toStop(session, name === undefined ? [] : [name, ...words], "back");
  const found = Object.values(steps).find(({ names }) => names.includes(name));
  if (found !== undefined) return yield* repeated(session, words, "back", found.step);
  if (name === "event" || name === "e") return yield* nextEvent(session, words, "back");
  if (name === "continue" || name === "c") return yield* toStop(session, words, "back");
  if (name === "to") return yield* searched(session, words, "back");
  const names = Object.keys(steps).concat("event", "continue", "to");
  throw new UsageError(`back: \`${name}\` is no motion`, didYouMean(name, names)[0] ?? `there are ${names.join(", ")}`);
}

/** `within T` at the end is a bound. */
function boundIn(words: Words): { readonly words: Words; readonly beats: number | null } {
  const at = words.lastIndexOf("within");
  if (at < 0 || at !== words.length - 2) return { words, beats: null };
  const duration = parseDuration(words[at + 1] ?? "", "within");
  if (duration.unit === "beats") return { words: words.slice(0, at), beats: duration.beats };
  throw new UsageError("within: a virtual time is wanted", "like `within 500ms`");
}

/** One search: what finds nothing leaves the cursor where it was. */
function* searched(session: Session, all: Words, direction: Direction): Work<Reply> {
  const { timeline } = session;
  const { words, beats } = boundIn(all);
  const goal = parseGoal(timeline.system, words);
  const origin = timeline.now();
  const held = goal.condition?.(timeline.machine) ?? false;
  const reply = yield* hunted(session, goal, direction, beats);
  if (reply.found) return reply;
  yield* timeline.seek(origin);
  return { ...reply, lines: held ? ["it holds already, and does not begin to anew"] : reply.lines, moved: false };
}

/** On to the next stop, or to the end of the run: what GDB does. */
function* toStop(session: Session, all: Words, direction: Direction): Work<Reply> {
  const { timeline, stops, lastBeat } = session;
  const { words, beats } = boundIn(all);
  if (words.length > 0)
    throw new UsageError(`continue: \`${words.join(" ")}\` is too much`, "`until` looks for one thing");
  if (stops.size > 0) return yield* hunted(session, huntOf([...stops.values()]), direction, beats);
  const isBounded = direction === "back" || timeline.end() !== null || beats !== null || lastBeat !== null;
  if (!isBounded)
    throw new UsageError("continue: a live run has no end, and there are no stops", "`stop WHAT`, `go T`");
  const limit = limitOf(session, direction, beats);
  const arrival = yield* timeline.seek({ beat: limit ?? (direction === "back" ? 0 : Number.MAX_SAFE_INTEGER) });
  return { lines: arrival.edge === null ? [] : [edgeText(arrival.edge)], moved: true, found: true };
}

/** Beat at which a search gives up; null = at the end of history. */
function limitOf({ timeline, lastBeat }: Session, direction: Direction, beats: number | null): number | null {
  const now = timeline.now();
  const far = beats === null ? null : Math.max(0, now.beat + (direction === "forward" ? beats : -beats));
  const isLive = direction === "forward" && timeline.end() === null;
  return isLive && lastBeat !== null ? Math.min(far ?? lastBeat, Math.max(lastBeat, now.beat)) : far;
}

function* hunted(session: Session, hunt: Hunt, direction: Direction, beats: number | null): Work<Reply> {
  const { timeline } = session;
  const limit = limitOf(session, direction, beats);
  const bound = limit === null ? {} : { to: boundAt(limit, direction) };
  const hit = yield* direction === "forward" ? findNext(timeline, hunt, bound) : findPrevious(timeline, hunt, bound);
  return foundReply(session, hit);
}

const boundAt = (beat: number, direction: Direction): Position => ({
  tick: direction === "forward" ? Number.MAX_SAFE_INTEGER : 0,
  beat,
});

function foundReply({ timeline }: Session, hit: Hit): Reply {
  if (hit.kind === "begin" || hit.kind === "end")
    return { lines: [`${notFound}: ${edgeText(hit.kind)}`], moved: true, found: false };
  if (hit.kind === "bound") return { lines: ["nothing of that kind up to here"], moved: true, found: false };
  const text = hitText(timeline.system, hit);
  return { lines: text === null ? [] : [text], moved: true, found: true };
}

function addStop(session: Session, words: Words): Reply {
  const goal = parseGoal(session.timeline.system, words);
  const hasCondition = [...session.stops.values()].some(({ condition }) => condition !== undefined);
  if (goal.condition !== undefined && hasCondition)
    throw new UsageError("stop: there is a condition already", "`delete` it, or join them with ||");
  const number = session.nextStop;
  session.nextStop += 1;
  session.stops.set(number, goal);
  return told(`stop ${number}: ${goal.words}`);
}

function deleteStop({ stops }: Session, [word]: Words): Reply {
  if (word === undefined) {
    stops.clear();
    return told();
  }
  if (stops.delete(Number(word))) return told();
  throw new UsageError(`delete: there is no stop ${word}`, "`stops` lists them");
}

function typeText({ timeline }: Session, [vm = "", ...words]: Words): Reply {
  const { system, annals } = timeline;
  const owned = consoleOwners(system).filter((one) => one.vm === vm);
  const names = [...new Set(consoleOwners(system).map((one) => one.vm))];
  if (owned.length === 0) throw new UsageError(`type: no VM \`${vm}\` has a console`, names.join(", "));
  const now = timeline.now();
  const { tick, beat } = timeline.known();
  if (now.tick !== tick || now.beat !== beat)
    throw new UsageError("type: the run has gone on from here", "`go end`, or `branch` to change the past");
  if (system.recording !== null) throw new UsageError("type: a recording is what it is", "`branch` goes on from here");
  const printing = annals.events.findLast((one) => one.kind === "console" && one.vm === vm)?.fields.port;
  const device = String(printing ?? owned[0]?.device);
  const text = words.join(" ").replaceAll("\\n", "\n").replaceAll("\\r", "\r");
  timeline.type({ device, port: "rx", bytes: new TextEncoder().encode(text) });
  return told(`typed ${JSON.stringify(text)} into ${device} at ${secondsText(nanosecondsOf(now.beat))}`);
}
