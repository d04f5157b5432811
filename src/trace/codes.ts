/** Diagnostics about recordings. */
import { type Diagnostic, diagnostic, InputError, wholeFile } from "../base/diagnostic.ts";

export interface RecordingCode {
  readonly code: string;
  readonly title: string;
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

export const recordingCodes = [
  {
    code: "REC01",
    title: "not a recording",
    explanation: "The file does not begin as a recording does. Recordings are made by `run --record FILE.chv`.",
    failing: "chronovisor replay README.md",
    fixed: "chronovisor replay run.chv",
  },
  {
    code: "REC02",
    title: "recording of a newer format",
    explanation:
      "A newer chronovisor wrote the file, and this one cannot know what it says. Use the version that made it, or a " +
      "later one.",
    failing: "chronovisor replay from-the-future.chv",
    fixed: "npm install chronovisor@latest && npx chronovisor replay from-the-future.chv",
  },
  {
    code: "REC03",
    title: "recording is cut or damaged",
    explanation:
      "The file ends early, or bytes in it have changed: every piece carries a check value. What lies before that " +
      "place is whole and is used; the run is known up to there.",
    failing: "head -c 20000 run.chv > part.chv; chronovisor replay part.chv",
    fixed: "chronovisor replay run.chv",
  },
  {
    code: "REC04",
    title: "the recorded system is not whole",
    explanation:
      "A recording holds the configuration and the images of its run. One of them is missing or damaged here, so " +
      "that the run cannot be made again.",
    failing: "chronovisor replay damaged.chv",
    fixed: "chronovisor run examples/two-vms --record run.chv",
  },
  {
    code: "REC05",
    title: "recorded by another engine",
    explanation:
      "The same arguments give the same run only on the same engine build. Another one may differ, in the state it " +
      "keeps or in what it does. `replay --verify` runs it nevertheless and names the first moment that differs.",
    failing: "chronovisor replay old.chv",
    fixed: "chronovisor replay old.chv --verify",
  },
  {
    code: "REC06",
    title: "the run differs from its recording",
    explanation:
      "Replaying gave another state than the one recorded. On the same engine build this is our bug: please report " +
      "it with the recording. On another build it shows where that build behaves differently.",
    failing: "chronovisor replay old.chv --verify",
    fixed: "chronovisor run examples/two-vms --record new.chv",
  },
  {
    code: "REC07",
    title: "recording ended early",
    explanation:
      "The file could not be written any further: the disk is full, or the file system refused. The run goes on; " +
      "what was written stays as FILE.chv.partial and opens up to its last whole piece.",
    failing: "chronovisor run examples/two-vms --for 1h --record /full/disk/run.chv",
    fixed: "chronovisor run examples/two-vms --for 1h --record /roomy/disk/run.chv",
  },
  {
    code: "REC08",
    title: "recording cannot be written",
    explanation:
      "The file cannot be created: the folder does not exist, this user may not write there, or the name belongs to " +
      "something that is no regular file, a folder or a device, whose place a recording must not take.",
    failing: "chronovisor run examples/two-vms --record no/such/folder/run.chv",
    fixed: "chronovisor run examples/two-vms --record run.chv",
  },
  {
    code: "REC09",
    title: "nothing could be verified",
    explanation:
      "There is a check for every 10 ms of virtual time, and a hash where a run ended. The part that is left of this " +
      "recording, or that was asked for, has neither: it was run, and compared with nothing.",
    failing: "chronovisor replay run.chv --verify --until-tick 0",
    fixed: "chronovisor replay run.chv --verify",
  },
] as const satisfies readonly RecordingCode[];

export type RecordingCodeName = (typeof recordingCodes)[number]["code"];

type More = Partial<Pick<Diagnostic, "severity" | "help" | "tick">>;

/** A finding about the recording `file`. */
export const recordingDiagnostic = (
  code: RecordingCodeName,
  file: string,
  message: string,
  more: More = {},
): Diagnostic =>
  diagnostic(code, message, {
    labels: [wholeFile(file, "this recording")],
    ...more,
  });

export const recordingError = (code: RecordingCodeName, file: string, message: string, more: More = {}): InputError =>
  new InputError([recordingDiagnostic(code, file, message, more)]);
