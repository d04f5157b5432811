/** Question 5: what does recording cost, in time and in bytes, and how fast is a verified replay. */
import { beatsPerSecond } from "../src/base/beat.ts";
import { loadHasher } from "../src/base/hash.ts";
import { filesOf } from "../src/system/files.ts";
import { openSystem } from "../src/system/open.ts";
import { powerOn } from "../src/system/power-on.ts";
import type { System } from "../src/system/system.ts";
import { createInputQueue } from "../src/time/input.ts";
import { eventKinds, eventsOf } from "../src/time/questions/events.ts";
import { beginRecording, type Recorder } from "../src/time/recorder.ts";
import { advance } from "../src/time/session.ts";
import { createVerifier } from "../src/time/verify.ts";
import { type ByteSink, readRecording } from "../src/trace/recording.ts";
import { kernelElf, openWith } from "./engines.ts";
import { extraCost, median, processorTime, type Row } from "./row.ts";

/** As `run` does it: a look at the host every 20 ms of virtual time. */
const pieceBeats = beatsPerSecond / 50;
const silent = { output: () => {}, moment: () => {}, gap: () => {} };

function memorySink(): ByteSink & { bytes(): Uint8Array } {
  const parts: Uint8Array[] = [];
  return {
    write: (bytes) => void parts.push(bytes),
    finish: () => {},
    bytes: () => Uint8Array.from(Buffer.concat(parts)),
  };
}

/** Milliseconds from the first instruction to the end. */
async function runTo(system: System, seconds: number, sink: ByteSink | null): Promise<number> {
  const begin = sink === null ? null : await beginRecording(system, sink, "bench");
  const machine = powerOn(system, silent);
  const inputs = createInputQueue();
  const end = seconds * beatsPerSecond;
  let recorder: Recorder | undefined;
  return processorTime(() => {
    recorder = begin?.(machine);
    while (machine.now() < end) {
      advance(machine, inputs, { beat: Math.min(machine.now() + pieceBeats, end) }, recorder);
    }
    recorder?.end("for");
  });
}

async function costOf(system: System, seconds: number): Promise<string> {
  const machine = powerOn(system, silent);
  const recorder = (await beginRecording(system, memorySink(), "bench"))(machine);
  const inputs = createInputQueue();
  return extraCost((recorded) => {
    const end = machine.now() + seconds * beatsPerSecond;
    while (machine.now() < end) {
      advance(machine, inputs, { beat: Math.min(machine.now() + pieceBeats, end) }, recorded ? recorder : null);
    }
  });
}

async function verifiedReplay(system: System, seconds: number): Promise<string> {
  const sink = memorySink();
  await runTo(system, seconds, sink);
  const bytes = sink.bytes();
  const recording = readRecording(bytes, "x.chv", await loadHasher());
  const again = await openSystem(
    { path: "x.chv", images: [], loads: [], overrides: [] },
    filesOf([{ path: "x.chv", kind: "file", bytes }]),
  );
  const ratios: number[] = [];
  for (let round = 0; round < 5; round++) {
    const plain = await runTo(system, seconds, null);
    const machine = powerOn(again, silent);
    const verifier = createVerifier(machine, recording);
    const end = recording.upTo.beat;
    ratios.push(processorTime(() => void advance(machine, createInputQueue(), { beat: end }, verifier)) / plain);
    if (verifier.compared() !== recording.checks.length) throw new Error("the replay differs");
  }
  return `${median(ratios).toFixed(2)} x`;
}

const programBase = 0x1000_0000;

/** A firmware that calls the supervisor for ever, in three instructions: nothing has more events. */
function supervisorCalls(): Uint8Array {
  const image = new Uint8Array(0x120);
  const view = new DataView(image.buffer);
  const [stack, start, handler] = [0x3000_8000, 0x100, 0x110];
  view.setUint32(0, stack, true);
  view.setUint32(4, programBase + start + 1, true);
  view.setUint32(4 * 11, programBase + handler + 1, true);
  // SVC #0; B to it; in the handler BX LR.
  view.setUint16(start, 0xdf00, true);
  view.setUint16(start + 2, 0xe7fd, true);
  view.setUint16(handler, 0x4770, true);
  return image;
}

/** Events of all kinds by second of processor time, the run itself included. */
async function eventRate(): Promise<string> {
  const files = filesOf([{ path: "calls.bin", kind: "file", bytes: supervisorCalls() }]);
  const firmware = { file: "calls.bin", address: programBase };
  const system = await openSystem({ path: null, firmware, images: [], loads: [], overrides: [] }, files);
  const filter = { kinds: eventKinds, vm: null, from: {}, to: { beat: 0.3 * beatsPerSecond } };
  const rates = Array.from({ length: 5 }, () => {
    let count = 0;
    const milliseconds = processorTime(() => {
      for (const piece of eventsOf(system, filter)) count += piece.length;
    });
    return count / milliseconds / 1000;
  });
  return `${median(rates).toFixed(2)} M/s`;
}

export async function recordRows(): Promise<Row[]> {
  const idle = await openWith("two-vms", {});
  const busy = await openWith("two-vms", {
    baremetal: kernelElf("strings", "vm0", 1_000_000),
    kernel: kernelElf("integer", "vm1", 1_000_000),
  });
  const [first, minute] = [memorySink(), memorySink()];
  await runTo(idle, 0.3, first);
  await runTo(idle, 60, minute);
  const images = minute.bytes().length - first.bytes().length;
  const each = images / 59.7;
  return [
    { question: "recording two idle VMs against not", measured: await costOf(idle, 10), target: "at most 2 %" },
    { question: "recording two busy VMs against not", measured: await costOf(busy, 0.5), target: "at most 2 %" },
    { question: "a second of recording", measured: `${each.toFixed(0)} bytes`, target: "below 1 KB" },
    {
      question: "a minute of recording, system included",
      measured: `${(minute.bytes().length / 1024).toFixed(1)} KB`,
      target: "below 100 KB without images",
    },
    { question: "events of all kinds, derived", measured: await eventRate(), target: "at least 1 M/s" },
    {
      question: "verified replay of two busy VMs against the run",
      measured: await verifiedReplay(busy, 1),
      target: "full speed",
    },
  ];
}
