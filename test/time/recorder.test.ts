import { test } from "uvu";
import * as assert from "uvu/assert";
import { powerOn } from "../../src/system/power-on.ts";
import { createInputQueue, recordedInputs } from "../../src/time/input.ts";
import { beginRecording } from "../../src/time/recorder.ts";
import { advance } from "../../src/time/session.ts";
import { createVerifier } from "../../src/time/verify.ts";
import { openExample } from "../guests/example.ts";
import { hashOf, read, record, reopen, runAgain, seconds, silent, typed } from "./recorded-run.ts";

const twoVms = await openExample("two-vms");
const inputs = [typed(0.3, "hello\n"), typed(0.30001, "x"), typed(1.2, "y\n")];

test("recording a run does not change it", async () => {
  const machine = powerOn(twoVms, silent);
  advance(machine, createInputQueue(inputs), { beat: seconds(2) });
  const recorded = await record(twoVms, 2, inputs);
  assert.is(recorded.hash, hashOf(machine));
});

test("a recording opens as a system without any other file and runs to the same state", async () => {
  const { bytes, hash, tick } = await record(twoVms, 2, inputs);
  const machine = runAgain(await reopen(bytes));
  assert.is(hashOf(machine), hash);
  assert.is(machine.tick(), tick);
});

test("a replay agrees with every check, in pieces of any length", async () => {
  const { bytes } = await record(twoVms, 2, inputs);
  const system = await reopen(bytes);
  const recording = read(bytes);
  for (const piece of [0.0007, 0.013, 5]) {
    const machine = powerOn(system, silent);
    const verifier = createVerifier(machine, recording);
    const queue = createInputQueue(recordedInputs(system));
    for (let at = piece; machine.now() < seconds(2); at += piece) {
      advance(machine, queue, { beat: Math.min(seconds(at), seconds(2)) }, verifier);
    }
    assert.is(verifier.difference(), null, `pieces of ${piece} s`);
    assert.is(verifier.compared(), recording.checks.length);
  }
});

test("a byte changed in memory during a replay is found by the next look at all memory", async () => {
  const { bytes } = await record(twoVms, 2, inputs);
  const system = await reopen(bytes);
  const machine = powerOn(system, silent);
  const verifier = createVerifier(machine, read(bytes));
  const queue = createInputQueue(recordedInputs(system));
  advance(machine, queue, { beat: seconds(1) }, verifier);
  assert.is(verifier.difference(), null);
  const unused = 0x20043ff0;
  const value = machine.peek(unused, 1)?.[0] ?? 0;
  machine.program(unused, Uint8Array.of(value ^ 1));
  advance(machine, queue, { beat: seconds(2) }, verifier);
  const difference = verifier.difference();
  assert.ok(difference !== null && difference.agrees !== null);
  assert.is(difference?.recorded.tick, difference?.replayed.tick);
});

test("one second of two idle VMs takes less than 1 KB beside the system", async () => {
  const short = await record(twoVms, 1);
  const long = await record(twoVms, 11);
  const each = (long.bytes.length - short.bytes.length) / 10;
  assert.ok(each < 1000, `${each} bytes a second`);
});

test("a recording written out every second opens up to the last second, and a minute stays below 100 KB", async () => {
  const parts: Uint8Array[] = [];
  const out = { write: (bytes: Uint8Array) => void parts.push(bytes), finish: () => {} };
  const begin = await beginRecording(twoVms, out, "test");
  const machine = powerOn(twoVms, silent);
  const recorder = begin(machine);
  const queue = createInputQueue([typed(2.5, "hello\n")]);
  const sizeAfter: number[] = [];
  for (let second = 1; second <= 60; second++) {
    advance(machine, queue, { beat: seconds(second) }, recorder);
    recorder.flush();
    sizeAfter.push(parts.reduce((sum, { length }) => sum + length, 0));
    if (second !== 3) continue;
    const cut = await reopen(Uint8Array.from(Buffer.concat(parts)));
    assert.equal(cut.recording?.upTo, { tick: machine.tick(), beat: machine.now() });
    assert.is(hashOf(runAgain(cut)), hashOf(machine));
  }
  const [first = 0, last = 0] = [sizeAfter[0], sizeAfter.at(-1)];
  assert.ok((last - first) / 59 < 1000, `${(last - first) / 59} bytes a second`);
  assert.ok(last < 100_000, `${last} bytes`);
});

test.run();
