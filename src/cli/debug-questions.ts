/** The questions of `chronovisor at`, as a debugger's client asks them: one line in, text out. */
import type { Question, Questions } from "../debug/question.ts";
import { UsageError } from "./exit.ts";
import { ask, questions } from "./queries.ts";

/** What a search finds is gone to. */
const moving: ReadonlySet<string> = new Set(["last-write", "last-read", "last-call", "printed"]);

export const debugQuestions: Questions = Object.fromEntries(
  Object.entries(questions)
    // Debuggers read memory themselves.
    .filter(([name]) => name !== "mem")
    .map(([name, { form, help }]) => {
      const usage = [name, form].filter(Boolean).join(" ");
      return [name, { usage, does: help, moves: moving.has(name), run: inText(name, form) }];
    }),
);

function inText(name: string, form: string): Question["run"] {
  return function* (timeline, text) {
    const words = form === "TEXT" ? [text.trim()] : text.split(/\s+/);
    try {
      const answer = yield* ask(timeline, name, words.filter(Boolean));
      return answer === null ? `${name} ${text}: nothing of that kind in this run` : answer.lines.join("\n");
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return error.hint === null ? error.message : `${error.message}\n  help: ${error.hint}`;
    }
  };
}
