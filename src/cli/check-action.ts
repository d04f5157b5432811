/** What `check` does: open, look, tell, mend. */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { compileForReading } from "../core/compiler.ts";
import { diskFiles, type Files, rememberFiles } from "../system/files.ts";
import { openSystem } from "../system/open.ts";
import type { System } from "../system/system.ts";
import type { CheckFlags } from "./check.ts";
import { findingsOf } from "./check-findings.ts";
import { countsOf, formattedText } from "./check-format.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { changeIn } from "./watch.ts";
import { parseImages, parseLoad, parseSet } from "./words.ts";

const formats = ["text", "gcc", "github", "sarif"];

export async function checkAction(path: string, flags: CheckFlags): Promise<number> {
  compileForReading();
  if (!formats.includes(flags.format))
    throw new UsageError(`--format: no format \`${flags.format}\``, formats.join(", "));
  if (flags.json === true && flags.format !== "text")
    throw new UsageError(`--json and --format ${flags.format} are two forms`, "leave one of the two away");
  if (flags.dryRun === true && flags.fix !== true) throw new UsageError("--dry-run belongs to --fix");
  if (flags.fix === true && flags.set.length > 0)
    throw new UsageError("--fix mends files, --set overrides them", "leave one of the two away");
  if (flags.watch === true) {
    if (flags.fix === true) throw new UsageError("--watch looks, --fix mends", "leave one of the two away");
    return watch(path, flags);
  }
  if (flags.fix === true) {
    const { mend } = await import("./mend.ts");
    await mend((files) => open(path, flags, files), flags.dryRun !== true);
  }
  const system = await open(path, flags);
  return told(system, flags);
}

async function told(system: System, flags: CheckFlags): Promise<number> {
  const findings = findingsOf(system);
  await tell(findings, system, flags);
  return findings.some((one) => one.severity === "error") ? exitCodes.no : exitCodes.yes;
}

/** Until it is interrupted. What cannot be read is told like what is wrong. */
async function watch(path: string, flags: CheckFlags): Promise<number> {
  for (;;) {
    const files = rememberFiles(diskFiles);
    try {
      await told(await open(path, flags, files), flags);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      (await import("./refusal.ts")).tellRefusal(error, "check", flags);
    }
    const seen = files.seen();
    process.stderr.write(`watching ${plural(seen.length, "file")}\n`);
    process.stderr.write(`${await changeIn(seen)} changed\n`);
  }
}

const open = (path: string, flags: CheckFlags, files: Files = diskFiles): Promise<System> =>
  openSystem(
    {
      path,
      images: parseImages(flags.image),
      loads: flags.load.map(parseLoad),
      overrides: flags.set.map(parseSet),
      tolerant: true,
      ...(flags.board === undefined ? {} : { board: flags.board }),
    },
    files,
  );

async function tell(findings: readonly Diagnostic[], system: System, flags: CheckFlags): Promise<void> {
  const text = formattedText(flags, findings);
  if (text !== null) return print(text);
  // What measures text for a terminal is loaded where there is something to say.
  if (findings.length > 0) (await import("./print.ts")).printDiagnostics(findings, system.texts);
  const words = findings.length === 0 ? "nothing found" : countsText(countsOf(findings));
  process.stderr.write(`${system.name}: ${words}\n`);
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const countsText = ({ errors, warnings, notes }: Record<"errors" | "warnings" | "notes", number>): string =>
  [plural(errors, "error"), plural(warnings, "warning"), plural(notes, "note")].join(", ");

const print = (text: string): void => void (text !== "" && process.stdout.write(`${text}\n`));
