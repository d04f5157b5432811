/** What the shell holds on to between two commands. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { loadHasher } from "../../base/hash.ts";
import type { System } from "../../system/system.ts";
import { type CodeMap, codeMapOf } from "../../time/code-map.ts";
import type { Recorder } from "../../time/recorder.ts";
import { openTimeline, type Timeline } from "../../time/timeline.ts";
import type { Note } from "../../trace/recording.ts";
import { withNote } from "../../trace/recording-notes.ts";
import { UsageError } from "../exit.ts";
import type { Goal } from "./goal.ts";

export interface Session {
  timeline: Timeline;
  code: CodeMap;
  /** What `continue` and `back` stop at, by number. */
  readonly stops: Map<number, Goal>;
  nextStop: number;
  notes: readonly Note[];
  /** Of a live system that is recorded while it runs. */
  recorder: Recorder | null;
  /** Searches forward give up there; null = they go on until somebody interrupts. */
  lastBeat: number | null;
  /** Where this branch came from, the nearest last. */
  readonly parents: Timeline[];
  leaving: boolean;
}

export interface SessionOptions {
  readonly keyframeBytes?: number;
  readonly recorder?: (machine: Timeline["machine"]) => Recorder;
}

export function openSession(system: System, { keyframeBytes, recorder }: SessionOptions): Session {
  const held: { recorder: Recorder | null } = { recorder: null };
  const timeline = openTimeline(system, {
    ...(keyframeBytes === undefined ? {} : { keyframeBytes }),
    ...(recorder === undefined
      ? {}
      : {
          recorder(machine) {
            held.recorder = recorder(machine);
            return held.recorder;
          },
        }),
  });
  return {
    timeline,
    code: codeMapOf(system),
    stops: new Map(),
    nextStop: 1,
    notes: system.recording?.notes ?? [],
    recorder: held.recorder,
    lastBeat: null,
    parents: [],
    leaving: false,
  };
}

/** Everything that is asked from here on concerns another run. */
export function enter(session: Session, timeline: Timeline): void {
  session.timeline = timeline;
  session.code = codeMapOf(timeline.system);
  session.notes = timeline.system.recording?.notes ?? [];
}

/** A note at the cursor, kept with the run: in the recording, or in the one that is being made. */
export async function addNote(session: Session, text: string): Promise<string> {
  const { timeline, recorder } = session;
  const { recording } = timeline.system;
  const note: Note = { ...timeline.now(), text };
  if (recording !== null) await saveNote(recording.file, note);
  else recorder?.note(text);
  session.notes = [...session.notes, note];
  if (recording !== null) return `noted in ${recording.file}`;
  return recorder === null ? "noted until you leave: only a recording keeps notes" : "noted in the recording";
}

async function saveNote(file: string, note: Note): Promise<void> {
  const hasher = await loadHasher();
  const bytes = withNote(readFileSync(file), note, hasher);
  if (bytes === null) throw new UsageError(`note: \`${file}\` is cut or damaged, nothing can be added`, null);
  const beside = `${file}.partial`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`note: \`${file}\` cannot be written: ${reason}`, "the recording is as it was");
  }
}
