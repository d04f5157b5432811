/** Diagnostics on stderr, with the lines of the files they point at. */
import { readFileSync, statSync } from "node:fs";
import type { Diagnostic, InputError } from "../base/diagnostic.ts";
import { renderDiagnostic } from "./render/diagnostic.ts";

const useColour = (): boolean => process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";

export function printDiagnostics(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): void {
  const options = { colour: useColour(), width: process.stderr.columns ?? 100 };
  for (const diagnostic of diagnostics) {
    const known = withFiles(diagnostic, texts);
    process.stderr.write(`${renderDiagnostic(diagnostic, known, options)}\n`);
  }
}

export function printInputError(error: InputError): void {
  printDiagnostics(error.diagnostics, error.texts);
}

/** Texts of the labelled files: those that were read already, else from disk where they are text. */
function withFiles(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const all = new Map(texts);
  for (const { file } of diagnostic.labels) {
    const text = all.has(file) ? null : readText(file);
    if (text !== null) all.set(file, text);
  }
  return all;
}

/** A pipe would be waited for, and a device may never end. */
function readText(file: string): string | null {
  try {
    if (!statSync(file).isFile()) return null;
    const bytes = readFileSync(file);
    return bytes.includes(0) ? null : bytes.toString("utf8");
  } catch {
    return null;
  }
}
