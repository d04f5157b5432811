/** What `run` does: open, run, tell. */

import { type Beat, beatsPerSecond, never } from "../base/beat.ts";
import { compileForReading, compileForSpeed, stayLean } from "../core/compiler.ts";
import type { System } from "../system/system.ts";
import type { ConsoleLine } from "../trace/console.ts";
import { UsageError } from "./exit.ts";
import { findingsOf, watchedOf } from "./findings.ts";
import { formatLine, formatNote } from "./line.ts";
import { printDiagnostics } from "./print.ts";
import { makeReport, summarise } from "./report.ts";
import type { RunFlags } from "./run.ts";
import { type Conductor, type Ran, type RunOptions, runSystem } from "./run-system.ts";
import { heedSignals, type Signals } from "./signals.ts";
import { openNamed } from "./system-flags.ts";
import { verdictOf } from "./verdict.ts";
import { version } from "./version.ts";
import { parsePattern, parseRunLength, parseSend, parseTime } from "./words.ts";

/** Virtual time of a run that was given no end and has nobody at a terminal to end it. */
const defaultSeconds = 10;

type JsonForm = "no" | "object" | "lines";

/** `path` is null where `--firmware` alone says what to run. */
export async function run(path: string | null, flags: RunFlags): Promise<number> {
  compileForReading();
  stayLean();
  const options = readOptions(flags);
  const system = await openNamed("run", path, flags);
  compileForSpeed();
  const json: JsonForm = flags.json === "lines" ? "lines" : flags.json === undefined ? "no" : "object";
  printDiagnostics(system.warnings, system.texts);
  const live = process.stdout.isTTY === true && json === "no" && flags.panes !== false && !process.env.CI;
  const limited = options.for !== null || options.until !== null || live ? options : withDefaultEnd(options, system);
  refuseLateText(limited);
  const recorder = flags.record === undefined ? null : await recordTo(flags.record, system);
  const kept = { ...limited, recorder };
  const signals = heedSignals();
  const ran = await (live ? runLive(system, kept, signals) : runPlain(system, kept, json, signals));
  signals.release();
  return finish(system, ran, json, { mayFault: options.mayFault, signalCode: signals.code() });
}

async function runLive(system: System, options: RunOptions, signals: Signals): Promise<Ran> {
  const { runInPanes } = await import("./panes/panes.ts");
  return runInPanes(system, options, signals);
}

function runPlain(system: System, options: RunOptions, json: JsonForm, signals: Signals): Promise<Ran> {
  const conductor: Conductor = {
    ...(json === "no" ? { line: (vm: string, line: ConsoleLine) => print(formatLine(vm, line)) } : {}),
    ...(json === "lines" ? { event: (event: unknown) => print(JSON.stringify(event)) } : {}),
    reset: (beat, by) => void process.stderr.write(`${formatNote(beat, `reset by ${by}`)}\n`),
    between: () => signals.code() !== null,
  };
  return runSystem(system, options, conductor);
}

interface Finish extends Pick<RunOptions, "mayFault"> {
  readonly signalCode: number | null;
}

async function finish(system: System, ran: Ran, json: JsonForm, { mayFault, signalCode }: Finish): Promise<number> {
  const findings = findingsOf(system, ran, mayFault);
  const watched = watchedOf(system, ran);
  const report = await makeReport(ran, findings, watched);
  if (json === "no") {
    printDiagnostics([...findings, ...watched], system.texts);
    process.stderr.write(`${summarise(ran, report).join("\n")}\n`);
  } else if (json === "object") print(JSON.stringify(report));
  else print(JSON.stringify({ tick: report.ticks, vm: null, kind: "end", ...report }));
  process.stderr.write(untypedText(ran));
  return verdictOf(ran, findings, signalCode);
}

const secondsOf = (beat: Beat): string => `${beat / beatsPerSecond} s`;

/** Text for a moment that the run cannot come to, as far as that is known beforehand. */
function refuseLateText({ sends, for: length, timeout }: RunOptions): void {
  const end = Math.min(length?.unit === "beats" ? length.beats : never, timeout ?? never);
  const late = sends.find(({ beat }) => beat > end);
  if (late === undefined) return;
  throw new UsageError(
    `--send: ${late.vm}@${secondsOf(late.beat)} is behind the end of the run, at ${secondsOf(end)}`,
    "say --for with more time, or type earlier",
  );
}

/** What was never typed, because the run ended before. */
function untypedText({ untyped, machine }: Ran): string {
  const end = secondsOf(machine.now());
  return untyped
    .map(({ vm, beat }) => `warning: --send ${vm}@${secondsOf(beat)} was never typed: the run ended at ${end}\n`)
    .join("");
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function recordTo(file: string, system: System): Promise<NonNullable<RunOptions["recorder"]>> {
  const { beginRecording } = await import("../time/recorder.ts");
  const { createRecordingFile } = await import("../trace/recording-file.ts");
  const out = createRecordingFile(file, (problem) => printDiagnostics([problem], system.texts));
  return beginRecording(system, out, version);
}

/** A recording is run as long as it was; everything else gets a default. */
function withDefaultEnd(options: RunOptions, { recording }: System): RunOptions {
  if (recording !== null) return { ...options, for: { unit: "beats", beats: recording.upTo.beat } };
  process.stderr.write(`no --for or --until: running ${defaultSeconds} s of virtual time\n`);
  return { ...options, for: { unit: "beats", beats: defaultSeconds * beatsPerSecond } };
}

function readOptions(flags: RunFlags): RunOptions {
  if (flags.engine !== "interp" && flags.engine !== "jit" && flags.engine !== "auto")
    throw new UsageError(`--engine: no engine \`${flags.engine}\``, "interp, jit or auto");
  if (typeof flags.json === "string" && flags.json !== "lines")
    throw new UsageError(`--json=${flags.json}: no such form`, "--json or --json=lines");
  return {
    engine: flags.engine,
    for: flags.for === undefined ? null : parseRunLength(flags.for, "--for"),
    until: flags.until === undefined ? null : parsePattern(flags.until, "--until"),
    failOn: flags.failOn === undefined ? null : parsePattern(flags.failOn, "--fail-on"),
    timeout: flags.timeout === undefined ? null : parseTime(flags.timeout, "--timeout"),
    sends: flags.send.map(parseSend),
    mayFault: flags.mayFault,
    realtime: flags.realtime ?? null,
    recorder: null,
  };
}
