/** What `events` does: the filter from the words, then line after line. */
import { didYouMean } from "../base/suggest.ts";
import { compileForSpeed } from "../core/compiler.ts";
import { hypervisorName } from "../system/consoles.ts";
import { type System, vmNames } from "../system/system.ts";
import { type EventFilter, eventKinds, eventsOf } from "../time/questions/events.ts";
import type { Event } from "../trace/event.ts";
import { watchingOnlooker } from "./event-onlooker.ts";
import type { EventFlags } from "./events.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { printDiagnostics } from "./print.ts";
import { eventLine } from "./render/event.ts";
import { openNamed } from "./system-flags.ts";
import { isBackward, parseDuration } from "./words.ts";

export async function events(file: string, flags: EventFlags): Promise<number> {
  compileForSpeed();
  if (typeof flags.json === "string" && flags.json !== "lines")
    throw new UsageError(`--json=${flags.json}: no such form`, "--json=lines");
  const kinds = kindsOf(flags.kinds);
  const [from, to] = [momentOf(flags.from, "--from"), momentOf(flags.to, "--to")];
  if (isBackward(from, to)) throw new UsageError(`events: --to ${flags.to} is before --from ${flags.from}`);
  const system = await openNamed("events", file, flags);
  if (system.recording === null && flags.to === undefined)
    throw new UsageError("events: a system that is no recording never ends", "say --to, for example --to 2s");
  if (system.recording !== null && isBackward(from, system.recording.upTo))
    throw new UsageError(
      `events: the recording ends before --from ${flags.from}`,
      "`chronovisor at FILE end` tells when",
    );
  printDiagnostics(system.warnings, system.texts);
  const names = vmNames(system);
  const show = (event: Event): string => (flags.json === undefined ? eventLine(event, names) : JSON.stringify(event));
  const onlooker = kinds.includes("watch") ? watchingOnlooker(system) : null;
  for (const piece of eventsOf(system, { kinds, vm: vmOf(system, flags.vm), from, to }, onlooker)) {
    if (piece.length > 0) await write(`${piece.map((event) => show(event)).join("\n")}\n`);
  }
  return exitCodes.yes;
}

/** Waits where the reader is slower than the run. */
const write = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });

/** So many that nobody means them. */
const onlyWhenAsked: ReadonlySet<string> = new Set(["security", "sleep"]);

function kindsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return eventKinds.filter((kind) => !onlyWhenAsked.has(kind));
  if (text === "all") return eventKinds;
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) {
    if (eventKinds.includes(name)) continue;
    const help = didYouMean(name, eventKinds)[0] ?? `there are ${eventKinds.join(", ")}`;
    throw new UsageError(`--kinds: there are no events of kind \`${name}\``, help);
  }
  return names;
}

function vmOf(system: System, name: string | undefined): string | null {
  if (name === undefined) return null;
  const names = [...vmNames(system), hypervisorName];
  if (names.includes(name)) return name;
  throw new UsageError(`--vm: no VM has the name \`${name}\``, didYouMean(name, names)[0] ?? names.join(", "));
}

function momentOf(text: string | undefined, option: string): EventFilter["from"] {
  if (text === undefined) return {};
  const duration = parseDuration(text, option);
  return duration.unit === "ticks" ? { tick: duration.ticks } : { beat: duration.beats };
}
