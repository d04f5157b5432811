/** Input that cannot be read, told to machines in the form that they asked for. */
import type { Diagnostic, InputError } from "../base/diagnostic.ts";
import { gccLines, githubLines, sarifLog } from "./check-format.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { printInputError } from "./print.ts";

/** What of a verb's options says in which form it answers. */
export interface AskedForm {
  readonly json?: boolean | string;
  readonly format?: string;
}

const countOf = (findings: readonly Diagnostic[], severity: string): number =>
  findings.filter((one) => one.severity === severity).length;

/** `check`'s report; in other verbs with the word that says why nothing ran. */
function report(verb: string, findings: readonly Diagnostic[]): object {
  return {
    version: 1,
    ...(verb === "check" ? {} : { stop: "refused" }),
    errors: countOf(findings, "error"),
    warnings: countOf(findings, "warning"),
    notes: countOf(findings, "note"),
    findings: findings.map(diagnosticJson),
  };
}

/** Text for stdout, line end included; empty where people ask. */
function refusalText(verb: string, { json, format }: AskedForm, findings: readonly Diagnostic[]): string {
  if (json === "lines")
    return `${JSON.stringify({ tick: 0, time_ns: 0, vm: null, kind: "end", ...report(verb, findings) })}\n`;
  if (json !== undefined) return `${JSON.stringify(report(verb, findings))}\n`;
  if (verb !== "check") return "";
  if (format === "sarif") return `${JSON.stringify(sarifLog(findings))}\n`;
  if (format === "gcc") return `${gccLines(findings).join("\n")}\n`;
  if (format === "github") return `${githubLines(findings).join("\n")}\n`;
  return "";
}

/** On stderr for people, and on stdout where a form was asked for. */
export function tellRefusal(error: InputError, verb: string, form: AskedForm): void {
  process.stdout.write(refusalText(verb, form, error.diagnostics));
  printInputError(error);
}
