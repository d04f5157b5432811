/** What a search looks for, as people write it: a function, a line, an access, an event, a condition. */
import { didYouMean } from "../../base/suggest.ts";
import { exceptionName } from "../../check/call-chain.ts";
import { type System, vmNames } from "../../system/system.ts";
import type { TimelineEvent } from "../../time/annals.ts";
import type { Breakpoint, Hit, Hunt, Watchpoint } from "../../time/hunt.ts";
import { eventKinds, notesFor } from "../../time/questions/events.ts";
import { functionEntries } from "../../time/questions/place.ts";
import type { Event } from "../../trace/event.ts";
import { UsageError } from "../exit.ts";
import { addressOf, lengthOf } from "../queries.ts";
import { eventWords } from "../render/event.ts";
import { type Condition, parseCondition } from "./condition.ts";

/** One thing to look for, with the words that asked for it. */
export interface Goal extends Hunt {
  readonly words: string;
}

/** First words of goals that are no place in the code. */
export const goalWords: readonly string[] = [
  ...["write", "read", "access", "printed", "exception", "world", "switch", "event", "when"],
];

/** `WHAT [if CONDITION]`. @throws UsageError */
export function parseGoal(system: System, words: readonly string[]): Goal {
  const text = words.join(" ");
  const [first = "", ...rest] = words;
  if (first === "") throw new UsageError("what is to be looked for?", goalHelp);
  if (first === "when") {
    const condition = parseCondition(system, rest.join(" "));
    return { words: text, condition: (machine) => condition(machine) !== 0 };
  }
  if (first === "printed") return { words: text, event: isPrinted(rest.join(" ")) };
  const at = words.indexOf("if");
  const condition = at < 0 ? null : parseCondition(system, words.slice(at + 1).join(" "));
  const what = at < 0 ? words : words.slice(0, at);
  return { words: text, ...huntFor(system, what, condition) };
}

const goalHelp =
  "FUNC, FILE:LINE, write ADDR, read ADDR, printed TEXT, exception, world, switch, event KIND, when CONDITION";

function isPrinted(text: string): (event: TimelineEvent) => boolean {
  if (text === "") throw new UsageError("printed: no text is given", "like `printed uptime 1000`");
  return ({ kind, fields }) => kind === "console" && String(fields.text).includes(text);
}

function huntFor(system: System, [first = "", ...rest]: readonly string[], condition: Condition | null): Hunt {
  if (first === "write" || first === "read" || first === "access")
    return { watchpoints: [watchpoint(system, first, rest, condition)] };
  const event = eventGoal(first, rest);
  if (event !== null) {
    if (condition !== null) throw new UsageError(`${first}: events have no condition`, "`if` is for code and accesses");
    return event;
  }
  if (rest.length > 0) throw new UsageError(`\`${[first, ...rest].join(" ")}\` is not understood`, goalHelp);
  const when = condition === null ? {} : { when: (machine: Parameters<Condition>[0]) => condition(machine) !== 0 };
  return { breakpoints: codeAddresses(system, first).map((address): Breakpoint => ({ address, ...when })) };
}

function watchpoint(
  system: System,
  kind: Watchpoint["kind"],
  rest: readonly string[],
  condition: Condition | null,
): Watchpoint {
  const [where = "", length] = rest.join("").split(",");
  const { address, sizeBytes } = addressOf({ system }, where);
  const size = length === undefined ? (sizeBytes ?? 4) : lengthOf(length);
  const when: Watchpoint["when"] =
    condition === null ? undefined : (access, machine) => condition(machine, access) !== 0;
  return { address, sizeBytes: size, kind, ...(when === undefined ? {} : { when }) };
}

function eventGoal(first: string, [name, ...more]: readonly string[]): Hunt | null {
  if (first === "exception") return exceptionGoal(name);
  if (first === "world") return kindGoal("security");
  if (first === "switch" && name === undefined) return kindGoal("switch");
  if (first !== "event") return null;
  if (name === undefined || more.length > 0) throw new UsageError("event: one kind is wanted", eventKinds.join(", "));
  if (eventKinds.includes(name)) return kindGoal(name);
  const help = didYouMean(name, eventKinds)[0] ?? `there are ${eventKinds.join(", ")}`;
  throw new UsageError(`event: there is no kind \`${name}\``, help);
}

const kindGoal = (wanted: string): Hunt => ({ event: ({ kind }) => kind === wanted, notes: notesFor([wanted]) });

/** Any, or one by number or name: `15`, `SysTick`, `irq17`. */
function exceptionGoal(name: string | undefined): Hunt {
  const notes = notesFor(["exception"]);
  if (name === undefined) return { event: ({ kind }) => kind === "exception", notes };
  const line = /^irq(\d+)$/i.exec(name)?.[1];
  const number = line === undefined ? exceptionNumber(name) : 16 + Number(line);
  return { event: ({ kind, fields }) => kind === "exception" && fields.number === number, notes };
}

const systemExceptions = 16;

function exceptionNumber(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const names = Array.from({ length: systemExceptions }, (_, number) => exceptionName(number));
  const number = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (number >= 0) return number;
  const known = names.filter((one) => !one.startsWith("interrupt"));
  throw new UsageError(`exception: \`${name}\` is none`, didYouMean(name, known)[0] ?? `${known.join(", ")}, irq17`);
}

/** `FILE:LINE`, or whatever names a function or an address. */
function codeAddresses(system: System, text: string): readonly number[] {
  const [, file, line] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (file !== undefined && line !== undefined) {
    const places = system.images.flatMap(({ image }) => image.debug?.addressesOfLine(file, Number(line)) ?? []);
    if (places.length > 0) return places.map(({ address }) => address);
    throw new UsageError(`no code comes from line ${line} of \`${file}\``, "a line with code, as backtraces show them");
  }
  const entries = functionEntries(system, text);
  if (!("problem" in entries)) return entries;
  throw new UsageError(entries.problem, entries.help ?? goalHelp);
}

/** All of them at once: whichever comes first. */
export function huntOf(goals: readonly Goal[]): Hunt {
  const conditions = goals.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  const events = goals.flatMap(({ event }) => (event === undefined ? [] : [event]));
  const [condition] = conditions;
  return {
    breakpoints: goals.flatMap(({ breakpoints }) => breakpoints ?? []),
    watchpoints: goals.flatMap(({ watchpoints }) => watchpoints ?? []),
    ...(events.length === 0 ? {} : { event: (event: TimelineEvent) => events.some((one) => one(event)) }),
    notes: goals.reduce((mask, { notes = 0 }) => mask | notes, 0),
    ...(condition === undefined ? {} : { condition }),
  };
}

/** What was found, in a line; null for an end of history or a bound. */
export function hitText(system: System, hit: Hit): string | null {
  switch (hit.kind) {
    case "access": {
      const { kind, value, address, sizeBytes } = hit.access;
      const digits = `0x${(value >>> 0).toString(16).padStart(2 * sizeBytes, "0")}`;
      const place = `0x${(address >>> 0).toString(16).padStart(8, "0")}`;
      return kind === "write" ? `about to write ${digits} to ${place}` : `about to read ${digits} from ${place}`;
    }
    case "event": {
      const { kind, vm, fields } = hit.event;
      const { firstTick: _, firstBeat: __, ...rest } = fields;
      const told = eventWords(kind, rest as Readonly<Record<string, Event[string]>>, vmNames(system));
      return [`${kind}:`, ...(vm === null ? [] : [vm]), told].join(" ");
    }
    case "condition":
      return "the condition begins to hold";
    default:
      return null;
  }
}
