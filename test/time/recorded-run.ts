/** Recordings made in memory, and runs of them. */
import { beatsPerSecond } from "../../src/base/beat.ts";
import { loadHasher } from "../../src/base/hash.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { Sink } from "../../src/machine/sink.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import type { Files } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { createInputQueue, type Input, recordedInputs } from "../../src/time/input.ts";
import { beginRecording } from "../../src/time/recorder.ts";
import { advance } from "../../src/time/session.ts";
import { type Recording, readRecording } from "../../src/trace/recording.ts";

export const hasher = await loadHasher();
export const hashOf = (machine: Machine): string => hasher.hex(hashedParts(machine));
export const silent: Sink = { output: () => {}, moment: () => {}, gap: () => {} };
export const seconds = (count: number): number => Math.round(count * beatsPerSecond);

export const typed = (second: number, text: string, device = "flexcomm3"): Input => ({
  beat: seconds(second),
  device,
  port: "rx",
  bytes: new TextEncoder().encode(text),
});

/** The bytes of a recording of `system` up to `second`, and the hash at its end. */
export async function record(
  system: System,
  second: number,
  inputs: readonly Input[] = [],
): Promise<{ readonly bytes: Uint8Array; readonly hash: string; readonly tick: number }> {
  const parts: Uint8Array[] = [];
  const out = { write: (bytes: Uint8Array) => void parts.push(bytes), finish: () => {} };
  const begin = await beginRecording(system, out, "test");
  const machine = powerOn(system, silent);
  const recorder = begin(machine);
  advance(machine, createInputQueue(inputs), { beat: seconds(second) }, recorder);
  recorder.end("for");
  return { bytes: Uint8Array.from(Buffer.concat(parts)), hash: hashOf(machine), tick: machine.tick() };
}

/** A disk that holds one recording and nothing else. */
export const onlyFile = (path: string, bytes: Uint8Array): Files => ({
  bytes: (asked) => (asked === path ? bytes : null),
  kind: (asked) => (asked === path ? "file" : null),
});

export const reopen = (bytes: Uint8Array): Promise<System> =>
  openSystem({ path: "run.chv", images: [], loads: [], overrides: [] }, onlyFile("run.chv", bytes));

export const read = (bytes: Uint8Array): Recording => readRecording(bytes, "run.chv", hasher);

/** The recorded arguments once more, up to their end. */
export function runAgain(system: System): Machine {
  const machine = powerOn(system, silent);
  advance(machine, createInputQueue(recordedInputs(system)), { beat: system.recording?.upTo.beat ?? 0 });
  return machine;
}
