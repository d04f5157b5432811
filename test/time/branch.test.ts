import { test } from "uvu";
import * as assert from "uvu/assert";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { type Branch, type Branched, recordBranch } from "../../src/time/branch.ts";
import { type Change, changeInput, problemOf, readChange } from "../../src/time/change.ts";
import { createInputQueue, recordedInputs } from "../../src/time/input.ts";
import { systemNow } from "../../src/time/questions/in-force.ts";
import { isPlace, placeOf } from "../../src/time/questions/place.ts";
import { sauOf } from "../../src/time/questions/protection.ts";
import { printed } from "../../src/time/questions/search.ts";
import { advance } from "../../src/time/session.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { createVerifier } from "../../src/time/verify.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { hashOf, read, record, reopen, runAgain, seconds, silent, typed } from "./recorded-run.ts";

const inputs = [typed(1.5, "hello\n", "flexcomm2")];
const parent = await reopen((await record(await openExample("two-vms"), 2, inputs)).bytes);

function timelineAt(system: System, second: number): Timeline {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(second) }));
  return timeline;
}

async function branchOff(
  timeline: Timeline,
  more: Partial<Branch>,
): Promise<{ readonly bytes: Uint8Array; readonly branched: Branched | null }> {
  const parts: Uint8Array[] = [];
  const out = { write: (bytes: Uint8Array) => void parts.push(bytes), finish: () => {} };
  const plain: Branch = { at: timeline.now(), changes: [], typed: [], keepLater: true, endBeat: seconds(2) };
  const branched = await recordBranch(timeline, { ...plain, ...more }, out, "test", async () => true);
  return { bytes: Uint8Array.from(Buffer.concat(parts)), branched };
}

const addressOf = (name: string): number => {
  const place = placeOf(parent, name);
  if (!isPlace(place)) throw new Error(place.problem);
  return place.address;
};
const word = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);
const wordAt = ({ machine }: Timeline, address: number): number =>
  new DataView((machine.peek(address, 4) ?? new Uint8Array(4)).slice().buffer).getUint32(0, true);

function verified(system: System, bytes: Uint8Array): boolean {
  const recording = read(bytes);
  const machine = powerOn(system, silent);
  const verifier = createVerifier(machine, recording);
  advance(machine, createInputQueue(recordedInputs(system)), { beat: recording.upTo.beat }, verifier);
  const agrees = verifier.difference() === null && verifier.compared() === recording.checks.length;
  return agrees && hashOf(machine) === recording.end?.hash;
}

test("a branch without a change is its parent's run, input for input", async () => {
  const { bytes } = await branchOff(timelineAt(parent, 1.3), {});
  assert.is(hashOf(runAgain(await reopen(bytes))), hashOf(runAgain(parent)));
});

test("a branch names its parent, the moment and the change, and verifies like any recording", async () => {
  const timeline = timelineAt(parent, 1.3);
  const here = hashOf(timeline.machine);
  const changes: Change[] = [{ kind: "memory", address: addressOf("kernel:tick_count"), bytes: word(1000) }];
  const { bytes } = await branchOff(timeline, { changes });
  const system = await reopen(bytes);
  const { head } = read(bytes);
  assert.is(head.parent?.file, "run.chv");
  assert.is(head.parent?.tick, timeline.machine.tick());
  assert.is(head.parent?.hash, here, "the state before the change");
  assert.match(head.parent?.change ?? "", /=e8030000$/);
  assert.ok(verified(system, bytes));
  assert.is.not(hashOf(runAgain(system)), hashOf(runAgain(parent)));
});

test("a changed word and register are there at the moment, not before, from whichever side one comes", async () => {
  const address = addressOf("kernel:tick_count");
  const timeline = timelineAt(parent, 1.3);
  const before = wordAt(timeline, address);
  const r5 = timeline.machine.core.cpu.r[5];
  const changes: Change[] = [
    { kind: "memory", address, bytes: word(1000) },
    { kind: "register", number: 5, value: 0xfeedbeef },
  ];
  const { bytes } = await branchOff(timeline, { changes });
  const branch = openTimeline(await reopen(bytes));
  const at = timeline.now();
  for (const from of [2, 0.1, 1.2999]) {
    finish(branch.seek({ beat: seconds(from) }));
    finish(branch.seek(at));
    assert.is(wordAt(branch, address), 1000, `from ${from} s`);
    assert.is((branch.machine.core.cpu.r[5] ?? 0) >>> 0, 0xfeedbeef);
    finish(branch.seek({ beat: at.beat - 1_000_000 }));
    assert.is(wordAt(branch, address), before);
    assert.is(branch.machine.core.cpu.r[5], r5);
  }
});

test("a change at the very first moment is there when history begins", async () => {
  const timeline = openTimeline(parent);
  const changes: Change[] = [{ kind: "register", number: 4, value: 0x1234 }];
  const { bytes } = await branchOff(timeline, { changes, endBeat: seconds(0.4) });
  const system = await reopen(bytes);
  assert.is(openTimeline(system).machine.core.cpu.r[4], 0x1234);
  assert.ok(verified(system, bytes));
});

test("typed bytes of a branch arrive beside those of its parent, or in their place", async () => {
  const more = { typed: [typed(1.3, "hi\n", "flexcomm2")] };
  const linesOf = async (keepLater: boolean): Promise<boolean[]> => {
    const { bytes } = await branchOff(timelineAt(parent, 1.3), { ...more, keepLater });
    const timeline = openTimeline(await reopen(bytes));
    finish(timeline.seek({ beat: seconds(2) }));
    return ['echo "hi"', 'echo "hello"'].map((text) => finish(printed(timeline, text)) !== null);
  };
  assert.equal(await linesOf(true), [true, true]);
  assert.equal(await linesOf(false), [true, false]);
});

test("a device that a branch takes away from a VM freezes it at its next access", async () => {
  // flexcomm2 of the kernel guest: its echo needs it.
  const config: Change = { kind: "config", values: [{ path: "vms.kernel.devs[0].size", value: "0" }] };
  const { bytes, branched } = await branchOff(timelineAt(parent, 1.3), { changes: [config] });
  const system = await reopen(bytes);
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(2) }));
  const freeze = timeline.annals.events.find(({ kind }) => kind === "freeze");
  assert.is(branched?.stop.reason, "frozen");
  assert.ok(Number(freeze?.fields.address) >>> 12 === 0x40088, `freeze at ${freeze?.fields.address}`);
  assert.ok(verified(system, bytes));
});

test("tables behind a changed configuration name the grants as they are then, before it as they were", async () => {
  const config: Change = { kind: "config", values: [{ path: "vms.baremetal.devs[1].size", value: "0x1000" }] };
  const { bytes } = await branchOff(timelineAt(parent, 1.3), { changes: [config], endBeat: seconds(1.4) });
  const timeline = openTimeline(await reopen(bytes));
  const entry = (second: number): { readonly last: number | undefined; readonly grants: string } => {
    finish(timeline.seek({ beat: seconds(second) }));
    const row = sauOf(systemNow(timeline), timeline.machine).entries.find(({ base }) => base === 0x40000000);
    const grants = (row?.from ?? []).map((one) => `${one.vm}.${one.element} ${one.size_bytes} ${one.place}`);
    return { last: row?.last, grants: grants.join() };
  };
  const [before, after] = [entry(1.205), entry(1.345)];
  assert.is(before.last, 0x40001fff);
  assert.match(before.grants, /^baremetal\.devs\[1\] 8192 .*config\.c:30$/);
  assert.is(after.last, 0x40000fff);
  assert.match(after.grants, /^baremetal\.devs\[1\] 4096 .*config\.c:30, overridden$/);
  assert.equal(entry(1.205), before);
});

test("granting by a branch what an example lacks lets it go on where its parent froze", async () => {
  const faulty = await openExample("faults/device-not-granted");
  const frozen = openTimeline(faulty);
  finish(frozen.seek({ beat: seconds(1) }));
  const freeze = frozen.annals.events.find(({ kind }) => kind === "freeze");
  assert.ok(freeze !== undefined, "the parent freezes");
  finish(frozen.seek(frozen.begin()));
  const config: Change = { kind: "config", values: [{ path: "vms.guest.devs[1].size", value: "0x40000" }] };
  assert.is(problemOf(frozen, config), null);
  const { branched } = await branchOff(frozen, { changes: [config], endBeat: seconds(1) });
  assert.is.not(branched?.stop.reason, "frozen");
});

test("what cannot change while VMs run is refused with the reason, and asking changes nothing", () => {
  const timeline = timelineAt(parent, 1.3);
  const before = hashOf(timeline.machine);
  const problem = (path: string, value: string): string | null =>
    problemOf(timeline, { kind: "config", values: [{ path, value }] });
  assert.match(problem("vms.kernel.entry", "0x40000") ?? "", /when VMs are created/);
  assert.match(problem("vms.kernel.devs[99].size", "0") ?? "", /no element 99/);
  assert.match(problem("vms.kernel.devs[0].size", "many") ?? "", /no number/);
  assert.is(problem("vms.kernel.devs[0].size", "0x2000"), null);
  assert.match(problemOf(timeline, { kind: "memory", address: 0xfff00000, bytes: word(1) }) ?? "", /no memory/);
  assert.is(hashOf(timeline.machine), before);
});

test("changes read back as they were written, and nothing else reads as a change", () => {
  const changes: Change[] = [
    { kind: "register", number: 15, value: 0xffffffff },
    { kind: "memory", address: 0x20000000, bytes: Uint8Array.of(0, 255) },
    { kind: "config", values: [{ path: "a.b", value: "1" }] },
  ];
  for (const change of changes) assert.equal(readChange(changeInput(change, 1)), change);
  const read = (port: string, text: string) => readChange({ port, bytes: new TextEncoder().encode(text) });
  for (const text of ["", "r16=0x00000000", "r1=5", "0x20000000=", "0x20000000=abc"]) {
    assert.is(read("register", text), null);
    assert.is(read("memory", text), null);
  }
  assert.is(read("rx", "a=1"), null);
});

test.run();
