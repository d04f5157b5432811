/** `--json` and `--json=FORM`: the form stands behind an equals sign or not at all, so that no other word is taken. */
import { type Command, Option } from "commander";

/** Its value: absent, true for `--json` alone, else the form. */
export const jsonOption = (description: string): Option =>
  new Option("--json [form]", description).argParser((form: string) => (form === "" ? true : form));

/**
 * The words of a command line, in which `--json` alone is closed against the word after it where the verb's has a form.
 */
export function closedWords(program: Command, words: readonly string[]): string[] {
  const name = words.find((word) => program.commands.some((one) => one.name() === word));
  const verb = program.commands.find((one) => one.name() === name);
  const hasForm = verb?.options.some((one) => one.long === "--json" && one.optional) ?? false;
  const end = words.indexOf("--");
  return words.map((word, index) => (hasForm && word === "--json" && (end < 0 || index < end) ? "--json=" : word));
}
