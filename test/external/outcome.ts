/** One run of the command line, and how it differs from what was expected. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Expectations } from "./expectations.ts";

export interface SeenLine {
  readonly vm: string;
  readonly text: string;
}

export interface Outcome {
  /** Null where the run was killed. */
  readonly exit: number | null;
  readonly lines: readonly SeenLine[];
  /** Of the end object; null where there was none. */
  readonly stop: string | null;
  readonly seconds: number;
  readonly talk: string;
}

const command = "bin/chronovisor.mjs";

/** Runs `chronovisor run` with these arguments and collects its console lines in the order of time. */
export async function runCommand(root: string, args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [`${root}/${command}`, "run", ...args, "--json=lines"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: SeenLine[] = [];
  const talk: string[] = [];
  const ends: { readonly stop: string; readonly time_ns: number }[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => void talk.push(text));
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as Record<string, unknown>;
    if (event.kind === "console") lines.push({ vm: String(event.vm), text: String(event.text) });
    if (event.kind === "end") ends.push(event as unknown as (typeof ends)[number]);
  }
  const exit = await ended;
  const end = ends[0];
  return { exit, lines, stop: end?.stop ?? null, seconds: (end?.time_ns ?? 0) / 1e9, talk: talk.join("") };
}

/** Lines before the end that are shown where an expected one is missing. */
const shownLines = 5;
const shown = ({ vm, text }: SeenLine): string => `  ${vm}: ${text}`;

/** What differs, in words; empty where nothing does. */
export function differences({ lines: wanted, exit }: Expectations, outcome: Outcome): string[] {
  const found: string[] = [];
  let from = 0;
  for (const [index, { vm, pattern, text }] of wanted.entries()) {
    const at = outcome.lines.findIndex((line, place) => place >= from && line.vm === vm && pattern.test(line.text));
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    found.push(`line ${index + 1} of ${wanted.length} was not seen: ${text}`, ...around(outcome, from, text, pattern));
    break;
  }
  if (outcome.exit !== exit) {
    const hasRun = outcome.stop !== null && outcome.stop !== "refused";
    const stopped = hasRun ? ` (stopped: ${outcome.stop})` : "";
    found.push(`exit code ${outcome.exit}${stopped}, expected ${exit}`);
    if (!hasRun)
      found.push(
        ...outcome.talk
          .trimEnd()
          .split("\n")
          .map((line) => `  ${line}`),
      );
  }
  return found;
}

/** Where the search began and what came then; whether the line came earlier than it should. */
function around({ lines }: Outcome, from: number, text: string, pattern: RegExp): string[] {
  const vm = text.slice(0, text.indexOf(":"));
  const early = lines.findIndex((line) => line.vm === vm && pattern.test(line.text));
  const before = lines[from - 1];
  const after = lines.slice(from);
  return [
    ...(early >= 0 && early < from ? [`it came earlier, as line ${early + 1} of the run`] : []),
    ...(before === undefined ? [] : ["after:", shown(before)]),
    ...(after.length === 0 ? ["no line came then"] : ["the lines from there on end with:"]),
    ...after.slice(-shownLines).map(shown),
  ];
}
