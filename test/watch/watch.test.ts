/** What is no fault and still wrong is named, with its reason; what is right is left alone. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { createObserver } from "../../src/cli/observer.ts";
import { powerOn } from "../../src/system/power-on.ts";
import { createInputQueue } from "../../src/time/input.ts";
import { advance } from "../../src/time/session.ts";
import { watchCodes } from "../../src/watch/codes.ts";
import { foldersIn, hashOf, toBeat } from "../guests/example.ts";
import { codesOf, openExample, runWatched, type Typed, type Watched, watchExample } from "./watched.ts";

/** Of what guests/bench/iterations.mjs exports. */
interface Patcher {
  setIterations(elf: Uint8Array, iterations: number): Uint8Array;
}

const bench = new URL("../../guests/bench/", import.meta.url);
const { setIterations }: Patcher = await import(new URL("iterations.mjs", bench).href);

const key = (vm: string, text = "x"): Typed => ({ vm, second: 0.5, text });

function only({ findings }: Watched, code: string): Diagnostic {
  const [found, ...others] = findings.filter((one) => one.code === code);
  assert.ok(
    found,
    `${code} is not among ${findings.map((one) => `${one.code} ${one.message}`).join("; ") || "nothing"}`,
  );
  assert.equal(others, []);
  return found;
}

const labelled = ({ labels }: Diagnostic, file: string): boolean => labels.some((label) => label.file.endsWith(file));

test("WAT01: a handler that never returns keeps the processor from the other VM", async () => {
  const found = only(await watchExample("watch/hogged", 2, [key("baremetal")]), "WAT01");
  assert.is(found.vm, "kernel");
  assert.match(
    found.message,
    /^kernel gets no slice any more: baremetal keeps the processor in interrupt 33 \(flexcomm3\)$/,
  );
  assert.ok(found.help.some((text) => text.includes("flexcomm3_handler")));
});

test("WAT02: a VM that sleeps with nothing enabled to wake it", async () => {
  const found = only(await watchExample("watch/asleep", 2), "WAT02");
  assert.match(found.message, /^guest sleeps in wait_for_interrupt .*, and nothing can wake it$/);
  assert.ok(found.help.some((text) => text.includes("watch/dozer.c:9")));
});

test("WAT03: a loop that polls names the register, its device and the line", async () => {
  const found = only(await watchExample("watch/spinning", 2), "WAT03");
  assert.match(found.message, /reading 0x40000584 \(syscon PLL0STAT/);
  assert.ok(labelled(found, "watch/poller.c"));
});

test("a guest that computes does not spin, whatever few instructions it stays in", async () => {
  const endless = (name: string): Uint8Array => setIterations(readFileSync(new URL(`${name}.elf`, bench)), 1_000_000);
  const images = { baremetal: endless("strings-vm0"), kernel: endless("integer-vm1") };
  const watched = await runWatched(await openExample("two-vms", images), 10);
  assert.equal(codesOf(watched), []);
});

test("WAT04: an interrupt that is pending and not the VM's points at the window it lacks", async () => {
  const found = only(await watchExample("watch/no-interrupt", 2, [key("guest")]), "WAT04");
  assert.match(found.message, /interrupt 33 \(flexcomm3\) is pending: the configuration does not give it to the VM$/);
  assert.ok(labelled(found, "no-interrupt/config.c"));
});

test("WAT04 and WAT05: an interrupt that the guest never enabled, and the bytes that wait behind it", async () => {
  const watched = await watchExample("watch/deaf", 2, [key("guest", "abc")]);
  assert.match(only(watched, "WAT04").message, /it is not enabled in the VM's NVIC$/);
  assert.is(only(watched, "WAT05").message, "flexcomm3 of guest holds 3 received bytes that nobody reads");
});

test("WAT05: bytes beyond the FIFO are told as lost", async () => {
  const found = only(await watchExample("watch/deaf", 2, [key("guest", "x".repeat(40))]), "WAT05");
  assert.ok(found.help.includes("further ones were lost: the FIFO was full"), found.help.join("\n"));
});

test("WAT06: interrupts that came while their VM was absent are counted, as a note", async () => {
  const found = only(await watchExample("two-vms", 2, [key("kernel", "a line of text\n")]), "WAT06");
  assert.is(found.severity, "note");
  assert.match(found.message, /^\d* ?(an )?interrupts? of kernel came while another VM had the processor$/);
});

test("WAT07: without compensation two VMs' clocks run at half speed", async () => {
  const { findings } = await watchExample("watch/frozen-clock", 4);
  assert.equal(
    findings.map(({ code, vm }) => [code, vm]),
    [
      ["WAT07", "baremetal"],
      ["WAT07", "kernel"],
    ],
  );
  for (const { message } of findings) assert.match(message, /runs at 0\.(49|50|51)\d of real time, (1\.9|2\.0) times/);
});

test("WAT08: a stack that was used to its end names what lies below", async () => {
  const found = only(await watchExample("watch/full-stack", 2), "WAT08");
  assert.match(found.message, /^stack `worker_stack` of guest is used to its end, .* `calibration`/);
});

test("each is an event at the moment it becomes so, once", async () => {
  const { events } = await watchExample("watch/spinning", 5);
  assert.is(events.length, 1);
  assert.is(events[0]?.vm, "guest");
  assert.is(events[0]?.code, "WAT03");
  assert.ok((events[0]?.time_ns ?? 0) < 3e9, `at ${events[0]?.time_ns} ns`);
});

const good: readonly (readonly [path: string, typed: readonly Typed[]])[] = [
  ["two-vms", []],
  ["single-vm", [key("kernel", "hello\n")]],
  ["ipc", []],
];

test("what runs well raises no alarm", async () => {
  for (const [path, typed] of good) assert.equal(codesOf(await watchExample(path, 6, typed)), [], path);
});

test("beside a fault no watcher speaks of what the fault left", async () => {
  for (const name of foldersIn("examples/faults"))
    assert.equal(codesOf(await watchExample(`faults/${name}`, 2)), [], `examples/faults/${name}`);
});

test("what is typed at a VM that shares its processor is read, and no alarm", async () => {
  const { findings } = await watchExample("two-vms", 3, [key("kernel", "hello\n"), key("baremetal", "hello\n")]);
  assert.equal(
    findings.filter(({ severity }) => severity !== "note"),
    [],
  );
});

/** The same run with nobody looking. */
async function unwatched(path: string, seconds: number): Promise<string> {
  const machine = powerOn(await openExample(path), { output() {}, moment() {}, gap() {} });
  machine.run({ beat: toBeat(seconds) });
  return hashOf(machine);
}

test("a run is the same with watchers and without", async () => {
  for (const path of ["two-vms", "watch/spinning", "watch/full-stack", "watch/frozen-clock"])
    assert.is((await watchExample(path, 1.5)).hash, await unwatched(path, 1.5), path);
});

test("a run is the same however often it is looked at", async () => {
  const system = await openExample("two-vms");
  const looked = createObserver(system, {});
  const machine = powerOn(system, looked.sink, (built) => looked.attach(built));
  const inputs = createInputQueue();
  for (let milliseconds = 3; machine.now() < toBeat(1.5); milliseconds += 7) {
    advance(machine, inputs, { beat: Math.min(toBeat(1.5), toBeat(milliseconds / 1000)) });
    looked.look();
  }
  assert.is(hashOf(machine), (await runWatched(system, 1.5)).hash);
});

test("every code of the watchers is told by one of these examples", () => {
  assert.equal(
    watchCodes.map(({ code }) => code),
    ["WAT01", "WAT02", "WAT03", "WAT04", "WAT05", "WAT06", "WAT07", "WAT08", "WAT09"],
  );
});

test.run();
