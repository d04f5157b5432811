/** What `check --fix` does: fix after fix in the texts of a system, each round on what the round before has left. */
import { writeFileSync } from "node:fs";
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { applyFixes } from "../check/apply-fix.ts";
import { diskFiles, type Files } from "../system/files.ts";
import type { System } from "../system/system.ts";
import { findingsOf } from "./check-findings.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** One fix may clear the way for the next. */
const mostRounds = 8;

interface Look {
  readonly findings: readonly Diagnostic[];
  /** The texts that the findings are about, by file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Fixes what can be fixed. Without `write`, only says what would change. */
export async function mend(open: (files: Files) => Promise<System>, write: boolean): Promise<void> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const told: string[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const look = await lookAt(open, after);
    // What is still there after its own fix would only have it once more.
    const fresh = look.findings.filter((one) => !tried.has(keyOf(one)));
    const { texts, applied } = applyFixes(fresh, look.texts);
    for (const one of applied) tried.add(keyOf(one));
    if (applied.length === 0) {
      if (round === 0) process.stderr.write(`--fix changed nothing: ${whyNothing(look)}\n`);
      break;
    }
    told.push(...applied.map(({ code, fix }) => `${code}: ${fix?.title ?? ""}`));
    for (const [file, text] of texts) {
      if (!before.has(file)) before.set(file, look.texts.get(file) ?? "");
      after.set(file, text);
    }
  }
  const changed = [...after].filter(([file, text]) => text !== before.get(file));
  const diffs = changed.map(([file, text]) => unifiedDiff(file, before.get(file) ?? "", text));
  for (const text of [...told, ...diffs]) process.stdout.write(`${text}\n`);
  if (write) for (const [file, text] of changed) writeFileSync(file, text);
}

const keyOf = ({ code, message, labels: [first] }: Diagnostic): string =>
  [code, message, first?.file, first?.line, first?.column].join(" ");

/** Also what cannot be read has findings. */
async function lookAt(open: (files: Files) => Promise<System>, changed: ReadonlyMap<string, string>): Promise<Look> {
  try {
    const system = await open(over(changed));
    return { findings: findingsOf(system), texts: system.texts };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { findings: error.diagnostics, texts: error.texts };
  }
}

/** The files as they would be with these texts. */
const over = (texts: ReadonlyMap<string, string>): Files => ({
  bytes(path) {
    const text = texts.get(path);
    return text === undefined ? diskFiles.bytes(path) : new TextEncoder().encode(text);
  },
  kind: (path) => diskFiles.kind(path),
});

function whyNothing({ findings }: Look): string {
  if (findings.length === 0) return "nothing was found";
  if (findings.some(({ fix }) => fix !== null)) return "its fixes lie in no file that was given";
  return findings.length === 1
    ? "for what was found no fix is sure, its help says what to do"
    : `for none of the ${findings.length} findings a fix is sure, their help says what to do`;
}
