/** Questions in words, values of expressions, texts of consoles. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import { finish, type Work } from "../../time/work.ts";
import { findQuestion } from "../monitor-commands.ts";
import { type Desk, frameOf, refuse } from "./desk.ts";
import { registerValue } from "./frames.ts";
import { datumOf, shownDatum } from "./values.ts";

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
  const shown = frameOf(desk, frameId);
  const { value, ...rest } =
    registerValue(desk, text, shown) ?? shownDatum(desk, text, datumOf(desk, text, shown?.frame.image ?? null));
  return { ...rest, result: value };
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
