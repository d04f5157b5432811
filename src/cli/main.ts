/** The command line. Every verb is listed here by hand; each loads what it needs when it is called. */
import { Command } from "commander";
import { InputError } from "../base/diagnostic.ts";
import { register as at } from "./at.ts";
import { register as bench } from "./bench.ts";
import { register as boards } from "./boards.ts";
import { register as check } from "./check.ts";
import { register as completion } from "./completion.ts";
import { register as dap } from "./dap.ts";
import { register as disasm } from "./disasm.ts";
import { register as doctor } from "./doctor.ts";
import { register as events } from "./events.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { register as explain } from "./explain.ts";
import { register as gdb } from "./gdb.ts";
import { register as init } from "./init.ts";
import { closedWords } from "./json-option.ts";
import { register as lsp } from "./lsp.ts";
import { register as plan } from "./plan.ts";
import { register as replay } from "./replay.ts";
import { register as run } from "./run.ts";
import { register as travel } from "./travel.ts";
import { version } from "./version.ts";

const verbs = [
  run,
  check,
  plan,
  replay,
  at,
  travel,
  events,
  gdb,
  dap,
  lsp,
  explain,
  init,
  boards,
  disasm,
  doctor,
  bench,
  completion,
];

function createProgram(): Command {
  const program = new Command("chronovisor")
    .description("A deterministic, time-travelling workbench for RTOSes in embedded hypervisors.")
    .version(version)
    .showSuggestionAfterError(true)
    .showHelpAfterError("(chronovisor --help lists the commands)")
    .configureOutput({ outputError: (text, write) => write(negativeText(text) ?? text) })
    .exitOverride();
  program.addHelpText(
    "before",
    "Examples:\n  chronovisor run examples/two-vms --for 5s\n  chronovisor explain CFG07\n",
  );
  for (const register of verbs) register(program);
  return program;
}

/** For commander, all that begins with a dash is an option. */
function negativeText(error: string): string | null {
  const [, word] = /unknown option '(-\d[^']*)'/.exec(error) ?? [];
  return word === undefined ? null : `error: \`${word}\` is negative: times, ticks and addresses begin at 0\n`;
}

/** An exception of commander that has already said what it had to. */
function commanderCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("exitCode" in error) || !("code" in error)) return null;
  return error.exitCode === 0 ? exitCodes.yes : exitCodes.usage;
}

/** `asked` is the verb whose words were understood; null before. */
async function tell(error: unknown, asked: Command | null): Promise<number> {
  const shown = commanderCode(error);
  if (shown !== null) return shown;
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === null ? "" : `  help: ${error.hint}\n`}`);
    return exitCodes.usage;
  }
  if (error instanceof InputError) {
    const { tellRefusal } = await import("./refusal.ts");
    tellRefusal(error, asked?.name() ?? "", asked?.opts() ?? {});
    return exitCodes.badInput;
  }
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `chronovisor has a bug: ${story}\n  help: please report it with the command and the files it was given\n`,
  );
  return exitCodes.ourBug;
}

// A reader that goes away (`| head`) is no error to tell of, but the answer was not given either.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.unread);
  process.stderr.write(`error: the answer cannot be written: ${error.message}\n`);
  process.exit(exitCodes.badInput);
});

async function main(): Promise<void> {
  let asked: Command | null = null;
  const program = createProgram().hook("preAction", (_, command) => {
    asked = command;
  });
  const [node = "", script = "", ...words] = process.argv;
  try {
    await program.parseAsync([node, script, ...closedWords(program, words)]);
  } catch (error) {
    process.exitCode = await tell(error, asked);
  }
}

await main();
