/** Questions in words, values of expressions, texts of consoles. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { finish, type Work } from "../../time/work.ts";
import { findQuestion } from "../monitor-commands.ts";
import { type Computed, isDatum, valueAt } from "./c-value.ts";
import { type Desk, frameOf, hex, refuse } from "./desk.ts";
import { sceneOf } from "./frames.ts";
import { nameAt, numberText, shownDatum, typeText } from "./values.ts";

type Evaluated = DebugProtocol.EvaluateResponse["body"];

/** In the debug console first the questions, as GDB's `monitor` asks them; else the value of an expression. */
export function evaluate(
  desk: Desk,
  { expression, frameId, context }: DebugProtocol.EvaluateArguments,
): Evaluated | { readonly moving: Work<string> } {
  const text = expression.trim();
  const { question, words, isKnown } = findQuestion(desk.questions, text);
  if (context === "repl" && isKnown) {
    const work = question.run(desk.timeline, words);
    return question.moves ? { moving: work } : { result: finish(work), variablesReference: 0 };
  }
  const found = valueAt(sceneOf(desk, frameOf(desk, frameId)), text);
  const { value, ...rest } = isDatum(found) ? shownDatum(desk, text, found) : shownNumber(desk, text, found);
  return { ...rest, result: value };
}

/** The value of an expression where the machine stands, in words. Throws Refusal. */
export function valueText(desk: Desk, text: string): string {
  const found = valueAt(sceneOf(desk, null), text);
  return (isDatum(found) ? shownDatum(desk, text, found) : shownNumber(desk, text, found)).value;
}

/** A number that may be an address: then it has a name, and memory to look at. */
function shownNumber(desk: Desk, name: string, { value, type }: Computed): DebugProtocol.Variable {
  const address = Number(BigInt.asUintN(32, value));
  const isAddress = type?.kind === "pointer" || nameAt(desk, address) !== null;
  return {
    name,
    value:
      isAddress && type?.kind !== "pointer"
        ? `${hex(address)} <${nameAt(desk, address)}>`
        : numberText(desk, value, type),
    type: type === null ? "int" : typeText(type),
    memoryReference: hex(address),
    variablesReference: 0,
  };
}

export function consoleText(
  { transcript }: Desk,
  { source, sourceReference }: DebugProtocol.SourceArguments,
): DebugProtocol.SourceResponse["body"] {
  const content = transcript.textOf(source?.sourceReference ?? sourceReference);
  return { content: content ?? refuse("there is no such console"), mimeType: "text/plain" };
}

export const consoleSource = ({ transcript }: Desk, name: string): DebugProtocol.Source => ({
  name: `console of ${name}`,
  sourceReference: transcript.numberOf(name),
  origin: "said in this run; `jump to cursor` goes to the moment of a line",
});
