/** The questions of `chronovisor at`, as a debugger's client asks them: one line in, text out. */
import type { Question, Questions } from "../debug/question.ts";
import { UsageError } from "./exit.ts";
import { type Query, queries } from "./queries.ts";

const rows: readonly (readonly [name: string, usage: string, does: string])[] = [
  ["last-write", "last-write ADDR[,LEN]", "go back to the last write; ADDR is a number or a symbol: main+4, vm:main"],
  ["last-read", "last-read ADDR[,LEN]", "go back to the last read"],
  ["last-call", "last-call FUNC", "go back to the last call of a function"],
  ["printed", "printed TEXT", "go to where a console line with TEXT begins: the last one, else the next"],
  ["why", "why ADDR", "who may read, write, execute there, by which entries, granted by which line"],
  ["vms", "vms", "who there is, who runs, what each said last"],
  ["sau", "sau, mpu, nvic", "protection and interrupts, with the lines of the configuration they come from"],
  ["mpu", "", ""],
  ["nvic", "", ""],
  ["regs", "regs", "registers of both security states"],
  ["backtrace", "backtrace", "the calls that led here, across exceptions and security states"],
];

const moving: ReadonlySet<string> = new Set(["last-write", "last-read", "last-call", "printed"]);

export const debugQuestions: Questions = Object.fromEntries(
  rows.flatMap(([name, usage, does]) => {
    const query = queries[name];
    return query === undefined ? [] : [[name, { usage, does, moves: moving.has(name), run: inText(name, query) }]];
  }),
);

function inText(name: string, query: Query): Question["run"] {
  return function* (timeline, words) {
    try {
      const answer = yield* query(timeline, words.split(/\s+/).filter(Boolean));
      return answer === null ? `${name} ${words}: nothing of that kind in this run` : answer.lines.join("\n");
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return error.hint === null ? error.message : `${error.message}\n  help: ${error.hint}`;
    }
  };
}
