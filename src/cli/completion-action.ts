/** Completion in the shell: what there is to say comes from the command table itself. */
import tab, { script } from "@bomb.sh/tab";
import type { Command } from "commander";
import { boards } from "../board/boards.ts";
import { UsageError } from "./exit.ts";
import { allCodes } from "./stories.ts";

const shells = ["bash", "zsh", "fish", "powershell"];

type Complete = (value: string, description: string) => void;
type Values = (complete: Complete) => void;

const boardNames: Values = (complete) => {
  for (const { name, title } of boards) complete(name, title);
};

/** Values by the name of an option or argument. What is not here is a file, or free text. */
const values: Readonly<Record<string, Values>> = {
  engine: (complete) => {
    complete("auto", "the fastest one there is");
    complete("interp", "the interpreter alone");
    complete("jit", "the interpreter, and compiled code for what is hot");
  },
  kind: (complete) => {
    complete("crosscon", "the CROSSCON hypervisor");
    complete("bao", "its early variant");
  },
  board: boardNames,
  name: boardNames,
  code: (complete) => {
    for (const { code, title } of allCodes) complete(code, title);
  },
  shell: (complete) => {
    for (const shell of shells) complete(shell, "");
  },
};

/** Throws UsageError for a shell that no script is there for. */
export function printScript(shell: string): void {
  if (!shells.includes(shell)) {
    throw new UsageError(`no completion for the shell \`${shell}\``, `known shells: ${shells.join(", ")}`);
  }
  script(shell, "chronovisor", "chronovisor");
}

/** Prints the candidates for the last of `words`, one a line, in the form that the script reads. */
export function answerShell(program: Command, words: readonly string[]): void {
  for (const command of program.createHelp().visibleCommands(program)) {
    const entry = tab.command(command.name(), command.summary());
    for (const { long, description, required, optional } of command.options) {
      const name = long?.replace(/^--/, "") ?? "";
      const offer = values[name];
      if (offer !== undefined) entry.option(name, description, offer);
      // A handler that offers nothing tells the library that a value follows.
      else if (required || optional) entry.option(name, description, () => {});
      else entry.option(name, description);
    }
    for (const argument of command.registeredArguments) {
      entry.argument(argument.name(), values[argument.name()], argument.variadic);
    }
  }
  tab.parse([...words]);
}
