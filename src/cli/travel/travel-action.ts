/** What `travel` does: open, and hand over to the shell. */
import { beatsPerSecond } from "../../base/beat.ts";
import { compileForSpeed } from "../../core/compiler.ts";
import type { System } from "../../system/system.ts";
import { beginRecording } from "../../time/recorder.ts";
import { finish } from "../../time/work.ts";
import { createRecordingFile } from "../../trace/recording-file.ts";
import { UsageError } from "../exit.ts";
import { printDiagnostics } from "../print.ts";
import { openNamed } from "../system-flags.ts";
import type { TravelFlags } from "../travel.ts";
import { version } from "../version.ts";
import { parseTime } from "../words.ts";
import { openSession, type SessionOptions } from "./session.ts";
import { runShell } from "./shell.ts";

/** A script on a live system searches no farther, unless told otherwise. */
const scriptSeconds = 10;
const mebibyte = 2 ** 20;

export async function travel(file: string | null, flags: TravelFlags): Promise<number> {
  compileForSpeed();
  const keyframeBytes = memoryOf(flags.memory);
  const lastBeat = flags.for === undefined ? null : parseTime(flags.for, "--for");
  const system = await openNamed("travel", file, flags);
  printDiagnostics(system.warnings, system.texts);
  const session = openSession(system, { keyframeBytes, ...(await recorderFor(system, flags)) });
  const isScript = process.stdin.isTTY !== true;
  session.lastBeat = lastBeat ?? (isScript ? scriptSeconds * beatsPerSecond : null);
  const { timeline, recorder } = session;
  const code = await runShell(session);
  if (recorder !== null) {
    finish(timeline.seek(timeline.known()));
    recorder.end("interrupt");
  }
  return code;
}

function memoryOf(text = ""): number {
  const megabytes = Number(text);
  if (Number.isFinite(megabytes) && megabytes >= 1) return megabytes * mebibyte;
  throw new UsageError(`--memory: \`${text}\` is no number of MiB`, "from 1 on; 256 unless told otherwise");
}

async function recorderFor(system: System, { record }: TravelFlags): Promise<Pick<SessionOptions, "recorder">> {
  if (record === undefined) return {};
  if (system.recording !== null)
    throw new UsageError("--record: this is a recording already", "`branch` makes another");
  const out = createRecordingFile(record, (problem) => printDiagnostics([problem], system.texts));
  return { recorder: await beginRecording(system, out, version) };
}
