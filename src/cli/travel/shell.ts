/** The loop of the shell: lines in, answers out; on a terminal with history, completion, Ctrl-C and a status line. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { InputError } from "../../base/diagnostic.ts";
import { drive } from "../../time/work.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { printDiagnostics } from "../print.ts";
import { questions } from "../queries.ts";
import { tableLines } from "../render/answer.ts";
import { backToParent, branchHere } from "./branch-here.ts";
import { commands, perform, type Reply, type Words } from "./commands.ts";
import { createCompleter } from "./completer.ts";
import { addNote, type Session } from "./session.ts";
import { statusText } from "./status.ts";

const historyLines = 500;
const historyFile = (): string =>
  join(process.env.XDG_STATE_HOME ?? join(homedir(), ".local", "state"), "chronovisor", "travel-history");

interface Host {
  readonly terminal: boolean;
  /** Ctrl-C since the command began. */
  interrupted: boolean;
  busy: boolean;
  /** What the whole script comes to. */
  code: number;
}

const print = (...lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

/** Until the input ends or somebody leaves. A script ends at its first mistake: exit code 2. */
export async function runShell(session: Session): Promise<number> {
  const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const host: Host = { terminal, interrupted: false, busy: false, code: exitCodes.yes };
  const lines = openLines(session, host);
  if (terminal) print("`help` lists the commands; Ctrl-C stops a search, Ctrl-D leaves");
  print(statusText(session));
  showPrompt(lines, host);
  for await (const line of lines) {
    const words = wordsOf(line);
    if (words.length > 0 && !line.trim().startsWith("#")) {
      if (!terminal) print(`> ${line.trim()}`);
      await obey(session, host, words);
    }
    const isOver = session.leaving || (!terminal && host.code >= exitCodes.usage);
    if (isOver) break;
    showPrompt(lines, host);
  }
  lines.close();
  if (terminal) print("");
  return terminal ? exitCodes.yes : host.code;
}

/** Words are apart by spaces; quotes keep some together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, plain]) => single ?? double ?? plain ?? "");

function openLines(session: Session, host: Host): Interface {
  const { terminal } = host;
  const interrupt = (): void => {
    host.interrupted = true;
    if (terminal && !host.busy) print("", "`quit` or Ctrl-D leaves");
  };
  if (!terminal) {
    process.on("SIGINT", interrupt);
    return createInterface({ input: process.stdin, terminal: false });
  }
  const complete = createCompleter(session.timeline.system);
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: complete,
    history: readHistory(),
    historySize: historyLines,
    removeHistoryDuplicates: true,
    prompt: "chv> ",
  });
  lines.on("SIGINT", () => {
    interrupt();
    if (!host.busy) lines.prompt();
  });
  lines.on("history", writeHistory);
  return lines;
}

function showPrompt(lines: Interface, { terminal }: Host): void {
  if (terminal) lines.prompt();
}

/** One line. What is wrong with it is told, and changes nothing. */
async function obey(session: Session, host: Host, words: Words): Promise<void> {
  host.busy = true;
  host.interrupted = false;
  try {
    const reply = await answer(session, host, words);
    if (reply === null) {
      print("interrupted");
      if (!host.terminal) host.code = exitCodes.interrupted;
    } else {
      print(...reply.lines);
      if (!reply.found) host.code = Math.max(host.code, exitCodes.no);
    }
    if (reply === null || reply.moved) print(statusText(session));
  } catch (error) {
    tellMistake(error, session);
    host.code = error instanceof InputError ? exitCodes.badInput : exitCodes.usage;
  } finally {
    host.busy = false;
  }
}

function tellMistake(error: unknown, session: Session): void {
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === null ? "" : `  help: ${error.hint}\n`}`);
  } else if (error instanceof InputError) printDiagnostics(error.diagnostics, session.timeline.system.texts);
  else throw error;
}

/** Null: interrupted. */
async function answer(session: Session, host: Host, [name = "", ...words]: Words): Promise<Reply | null> {
  const plain = (...lines: string[]): Reply => ({ lines, moved: false, found: true });
  const breathe = async (): Promise<boolean> => {
    await new Promise<void>((resume) => setImmediate(resume));
    return !host.interrupted;
  };
  switch (name) {
    case "quit":
    case "q":
    case "exit":
      session.leaving = true;
      return plain();
    case "help":
    case "?":
      return plain(...helpLines());
    case "status":
      return { lines: [], moved: true, found: true };
    case "note":
      if (words.length === 0)
        throw new UsageError("note: no text is given", "like `note the length is wrong from here`");
      return plain(await addNote(session, words.join(" ")));
    case "notes":
      return plain(...noteLines(session));
    case "branch":
      return branchHere(session, words, breathe);
    case "parent":
      return backToParent(session);
    default:
      return drive(perform(session, [name, ...words]), breathe);
  }
}

const noteLines = ({ notes }: Session): string[] =>
  notes.length === 0
    ? ["no notes"]
    : tableLines(notes.map(({ tick, text }, index) => [`#${index + 1}`, `tick ${tick}`, text]));

/** No more than a page. */
export function helpLines(): string[] {
  const own = commands.map(({ names, form, help }) => [`  ${[names[0], form].join(" ").trim()}`, help]);
  const asked = Object.entries(questions).map(([name, { form, help }]) => [`  ${name} ${form}`.trimEnd(), help]);
  const more = [
    ["  note TEXT, notes", "remarks, kept in the recording"],
    ["  branch FILE.chv CHANGE... [for T]", "change something here and go on, in a new recording; `parent` goes back"],
    ["  status, quit", "where the cursor stands; leave"],
  ];
  return [
    ...tableLines([...own, ...more]),
    "  WHAT: FUNC, FILE:LINE, write|read|access ADDR[,LEN], printed TEXT, exception [NAME], world, switch,",
    "        event KIND, when COND.  COND: r0 == 5 && kernel:tick_count > 10, [sp] != 0, vm == kernel, value == 1",
    "  CHANGE: r0=5, pc=kernel:main, ADDR=5, ADDR=hex:00ff, 'kernel<hello\\n', vms.kernel.devs[0].size=0x1000",
    "Questions:",
    ...tableLines(asked),
  ];
}

function readHistory(): string[] {
  try {
    return readFileSync(historyFile(), "utf8").split("\n").filter(Boolean);
  } catch {
    // Nobody has used the shell here yet.
    return [];
  }
}

function writeHistory(history: readonly string[]): void {
  const file = historyFile();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${history.join("\n")}\n`);
  } catch {
    // A home that cannot be written has no history.
  }
}
