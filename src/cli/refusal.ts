/** Input that cannot be read, told to machines in the form that they asked for. */
import type { Diagnostic, InputError } from "../base/diagnostic.ts";
import { type AskedForm, formattedText, reportOf } from "./check-format.ts";
import { printInputError } from "./print.ts";

/** Text for stdout, line end included; empty where people ask. In other verbs than `check` with why nothing ran. */
function refusalText(verb: string, form: AskedForm, findings: readonly Diagnostic[]): string {
  if (verb === "check" && form.json !== "lines") {
    const text = formattedText(form, findings);
    return text === null ? "" : `${text}\n`;
  }
  const report = { version: 1, ...(verb === "check" ? {} : { stop: "refused" }), ...reportOf(findings) };
  if (form.json === "lines") return `${JSON.stringify({ tick: 0, time_ns: 0, vm: null, kind: "end", ...report })}\n`;
  return form.json === undefined ? "" : `${JSON.stringify(report)}\n`;
}

/** On stderr for people, and on stdout where a form was asked for. */
export function tellRefusal(error: InputError, verb: string, form: AskedForm): void {
  process.stdout.write(refusalText(verb, form, error.diagnostics));
  printInputError(error);
}
