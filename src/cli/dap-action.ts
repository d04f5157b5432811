/** What `dap` does: serve one client on standard input and output. */
import { setImmediate } from "node:timers/promises";
import { InputError } from "../base/diagnostic.ts";
import { compileForSpeed } from "../core/compiler.ts";
import type { StartArguments } from "../debug/adapter/adapter.ts";
import { Refusal } from "../debug/adapter/desk.ts";
import { serveAdapter } from "../debug/adapter/stream.ts";
import { openTimeline, type Timeline } from "../time/timeline.ts";
import { debugQuestions } from "./debug-questions.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { printDiagnostics, printInputError } from "./print.ts";
import { openNamed } from "./system-flags.ts";

export async function dap(): Promise<number> {
  compileForSpeed();
  await serveAdapter(process.stdin, process.stdout, {
    open,
    breathe: () => setImmediate(),
    questions: debugQuestions,
    workingFolder: process.cwd(),
  });
  return exitCodes.yes;
}

/** Diagnostics go to standard error, which editors show beside the console. */
async function open({ system: path = "", images = [] }: StartArguments): Promise<Timeline> {
  try {
    const system = await openNamed("dap", path, { image: [...images], load: [], set: [] });
    printDiagnostics(system.warnings, system.texts);
    return openTimeline(system);
  } catch (error) {
    if (error instanceof UsageError) throw new Refusal(error.message);
    if (!(error instanceof InputError)) throw error;
    printInputError(error);
    throw new Refusal(error.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("; "));
  }
}
