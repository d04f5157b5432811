/** What `at` does: go there, ask, show. */
import { compileForSpeed } from "../core/compiler.ts";
import { momentOf } from "../time/questions/moment.ts";
import { openTimeline, type Timeline } from "../time/timeline.ts";
import { finish } from "../time/work.ts";
import type { AtFlags } from "./at.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { printDiagnostics } from "./print.ts";
import { ask, targetOf } from "./queries.ts";
import { openNamed } from "./system-flags.ts";

export async function at(file: string, time: string, [name = "", ...words]: string[], flags: AtFlags): Promise<number> {
  compileForSpeed();
  const system = await openNamed("at", file, flags);
  printDiagnostics(system.warnings, system.texts);
  const timeline = openTimeline(system);
  const asked = ask(timeline, name, words);
  const told = goTo(timeline, time);
  if (told !== null) process.stderr.write(`${told}\n`);
  const moment = momentOf(timeline);
  const answer = finish(asked);
  if (flags.json === true) {
    const found = answer !== null;
    const query = name === "" ? "overview" : name;
    print(JSON.stringify({ version: 1, ...moment, query, found, answer: answer?.data ?? null }));
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
  const arrival = finish(timeline.seek(targetOf(time, "at")));
  if (arrival.edge === null) return null;
  const word = arrival.edge === "end" ? "ends" : "begins";
  return `the run ${word} at tick ${arrival.tick}: this is there, not at ${time}`;
}
