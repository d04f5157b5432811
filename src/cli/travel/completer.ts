/** Completion for the shell: commands, then symbols, VMs, registers and kinds of events where they belong. */

import { type System, vmNames } from "../../system/system.ts";
import { eventKinds } from "../../time/questions/events.ts";
import { questions } from "../queries.ts";
import { allNames, commands, type Kind } from "./commands.ts";
import { conditionNames } from "./condition.ts";
import { goalWords } from "./goal.ts";

/** Candidates for the last word of a line, and that word. */
export type Completion = [candidates: string[], word: string];

const registers: readonly string[] = [...Array.from({ length: 13 }, (_, index) => `r${index}`), "sp", "lr", "pc"];

/** Words that stand in front of a condition. */
const beforeConditions: ReadonlySet<string> = new Set(["if", "when", "&&", "||"]);

export function createCompleter(system: System): (line: string) => Completion {
  const lazy: { symbols?: readonly string[] } = {};
  const symbols = (): readonly string[] => {
    lazy.symbols ??= symbolNames(system);
    return lazy.symbols;
  };
  return (line) => {
    const words = line.trimStart().split(/\s+/);
    const word = words.at(-1) ?? "";
    const [name = "", ...rest] = words;
    if (words.length <= 1) return [startingWith(allNames(), word), word];
    const isCondition = rest.slice(0, -1).some((one) => beforeConditions.has(one));
    const kind = isCondition ? "condition" : kindOf(name, rest.length);
    return [candidates(system, kind, word, symbols), word];
  };
}

function kindOf(name: string, position: number): Kind {
  const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
  if (question !== undefined) return /ADDR|FUNC/.test(question.form) && position === 1 ? "place" : "none";
  return commands.find(({ names }) => names.includes(name))?.completes ?? "none";
}

const startingWith = (names: readonly string[], word: string): string[] =>
  names.filter((name) => name.startsWith(word));

function candidates(system: System, kind: Kind, word: string, symbols: () => readonly string[]): string[] {
  const vms = vmNames(system);
  const owners = vms.map((vm) => `${vm}:`);
  // All symbols of two images at once help nobody.
  const places = word === "" ? owners : [...owners, ...symbols()];
  switch (kind) {
    case "place":
      return startingWith(places, word);
    case "goal":
      return startingWith([...goalWords, "if", "within", ...places, ...eventKinds], word);
    case "condition":
      return startingWith([...registers, ...conditionNames, ...vms, ...places], word);
    case "change":
      return startingWith([...registers, ...places], word);
    case "event":
      return startingWith(eventKinds, word);
    case "vm":
      return startingWith(vms, word);
    case "time":
      return startingWith(["begin", "end"], word);
    default:
      return [];
  }
}

/** Functions and variables: by name where one image has it, with the VM in front in any case. */
function symbolNames({ images }: System): readonly string[] {
  const names = images.flatMap(({ vm, image }) => {
    const own = image.symbols.symbols.filter(
      ({ kind, name }) => (kind === "function" || kind === "object") && name !== "",
    );
    return own.flatMap(({ name }) => (vm === null ? [name] : [name, `${vm}:${name}`]));
  });
  return [...new Set(names)].sort();
}
