/** Keeps the arguments of a run while it runs: an onlooker that writes a recording. */
import { beatsPerSecond } from "../base/beat.ts";
import { loadHasher } from "../base/hash.ts";
import { engineHash } from "../core/core.ts";
import type { Machine } from "../machine/machine.ts";
import { hashedParts } from "../machine/snapshot.ts";
import type { System } from "../system/system.ts";
import {
  type ByteSink,
  createRecordingWriter,
  type Head,
  type Moment,
  type RecordingWriter,
} from "../trace/recording.ts";
import { checkBeats, createChecker } from "./check.ts";
import type { Onlooker } from "./session.ts";

/** Longest stretch of virtual time that waits to be written: what a crash of the host may lose. */
const spanBeats = 2 * beatsPerSecond;

export interface Recorder extends Onlooker {
  note(text: string): void;
  /** The run is over: the recording becomes whole. */
  end(stop: string): void;
}

export const momentOf = (machine: Machine): Moment => ({ tick: machine.tick(), beat: machine.now() });

/** Opens a recording of `system`: everything before the first instruction is written at once. */
export async function beginRecording(
  system: System,
  out: ByteSink,
  version: string,
  parent: Head["parent"] = null,
): Promise<(machine: Machine) => Recorder> {
  const hasher = await loadHasher();
  const { request, files } = system.source;
  const contents = new Map<string, Uint8Array>();
  const named = files.map(({ path, kind, bytes }) => {
    if (bytes === null) return { path, kind, hash: null };
    const hash = hasher.hex([bytes]);
    contents.set(hash, bytes);
    return { path, kind, hash };
  });
  const head: Head = {
    engine: { version, wasm: await engineHash() },
    request: request as Head["request"],
    files: named,
    checkBeats,
    parent,
  };
  const writer = createRecordingWriter(out, hasher, head, contents);
  return (machine) => recorderOf(machine, writer, () => hasher.hex(hashedParts(machine)));
}

function recorderOf(machine: Machine, writer: RecordingWriter, finalHash: () => string): Recorder {
  const checker = createChecker(machine, checkBeats, (check) => writer.check(check));
  let written = machine.now();
  return {
    next: checker.next,
    look() {
      checker.look(machine);
      const now = machine.now();
      if (now - written < spanBeats && writer.pendingInputs() === 0) return;
      written = now;
      writer.flush(momentOf(machine));
    },
    delivers({ device, port, bytes }) {
      writer.input({ ...momentOf(machine), device, port, bytes });
    },
    note: (text) => writer.note({ ...momentOf(machine), text }),
    end(stop) {
      writer.end({ ...momentOf(machine), stop, hash: finalHash() });
    },
  };
}
