/** Keeps the arguments of a run while it runs: an onlooker that writes a recording. */
import { loadHasher } from "../base/hash.ts";
import { engineHash } from "../core/core.ts";
import type { Machine } from "../machine/machine.ts";
import { hashedParts } from "../machine/snapshot.ts";
import type { System, SystemRequest } from "../system/system.ts";
import {
  type ByteSink,
  createRecordingWriter,
  type Head,
  type Moment,
  type RecordingWriter,
} from "../trace/recording.ts";
import { checkBeats, createChecker } from "./check.ts";
import type { Onlooker } from "./session.ts";

/** Longest stretch that waits to be written where nobody asks for a flush: about 0.2 s of the host's time. */
const span = { checks: 4000, ticks: 1 << 26 };

export interface Recorder extends Onlooker {
  note(text: string): void;
  /** Write out what has come in: the run is known up to here, whatever happens to the host. Changes no run. */
  flush(): void;
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
  const named = files.map(({ path, kind: seen, bytes }) => {
    // What could not be read is not there when the recording is opened.
    const kind = seen === "file" || seen === "folder" ? seen : null;
    if (bytes === null) return { path, kind, hash: null };
    const hash = hasher.hex([bytes]);
    contents.set(hash, bytes);
    return { path, kind, hash };
  });
  const head: Head = {
    engine: { version, wasm: await engineHash() },
    request: kept(request) as Head["request"],
    files: named,
    checkBeats,
    parent,
  };
  const writer = createRecordingWriter(out, hasher, head, contents);
  return (machine) => recorderOf(machine, writer, () => hasher.hex(hashedParts(machine)));
}

/**
 * An option that recordings had no place for would be gone when they are opened: this compiles only if all have one.
 * Whoever only looks (`tolerant`) records nothing.
 */
type Kept = Exclude<keyof SystemRequest, "tolerant"> extends keyof Head["request"] ? SystemRequest : never;
const kept = (request: Kept): SystemRequest => request;

function recorderOf(machine: Machine, writer: RecordingWriter, finalHash: () => string): Recorder {
  const pending = { checks: 0, inputs: 0, fromTick: machine.tick() };
  const flush = (): void => {
    writer.flush(momentOf(machine));
    pending.checks = 0;
    pending.inputs = 0;
    pending.fromTick = machine.tick();
  };
  const checker = createChecker(machine, checkBeats, () => {
    const { tick, value } = checker.last;
    writer.check(tick, value);
    pending.checks += 1;
    const isLong = pending.checks >= span.checks || tick - pending.fromTick >= span.ticks;
    if (isLong || pending.inputs > 0) flush();
  });
  return {
    next: checker.next,
    look: checker.look,
    delivers({ device, port, bytes }) {
      writer.input({ ...momentOf(machine), device, port, bytes });
      pending.inputs += 1;
    },
    flush,
    note: (text) => writer.note({ ...momentOf(machine), text }),
    end(stop) {
      writer.end({ ...momentOf(machine), stop, hash: finalHash() });
    },
  };
}
