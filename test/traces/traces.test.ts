/** The golden recordings of traces/: their events as text, and on the engine that made them their states. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { z } from "zod";
import { parseChanges } from "../../src/cli/change-words.ts";
import { eventLine } from "../../src/cli/render/event.ts";
import { parseDuration, parseSend, parseTime } from "../../src/cli/words.ts";
import { engineHash } from "../../src/core/core.ts";
import { consoleOwners } from "../../src/system/consoles.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import { type System, vmNames } from "../../src/system/system.ts";
import { recordBranch } from "../../src/time/branch.ts";
import { createInputQueue, type Input, recordedInputs } from "../../src/time/input.ts";
import { eventsOf } from "../../src/time/questions/events.ts";
import { beginRecording } from "../../src/time/recorder.ts";
import { advance } from "../../src/time/session.ts";
import { openTimeline } from "../../src/time/timeline.ts";
import { createVerifier } from "../../src/time/verify.ts";
import { finish } from "../../src/time/work.ts";
import type { ByteSink } from "../../src/trace/recording.ts";
import { matchFile } from "../support/golden.ts";
import { skipUnless } from "../support/skip.ts";
import { hashOf, silent } from "../time/recorded-run.ts";

const window = z.strictObject({ kinds: z.array(z.string()), from: z.string().optional(), to: z.string().optional() });
const run = z.strictObject({
  about: z.string(),
  system: z.string(),
  board: z.string().optional(),
  load: z.array(z.string()).default([]),
  semihosting: z.boolean().optional(),
  send: z.array(z.string()).default([]),
  for: z.string(),
  events: z.array(window),
});
const branch = z.strictObject({
  about: z.string(),
  parent: z.string(),
  at: z.string(),
  changes: z.array(z.string()),
  for: z.string(),
  events: z.array(window),
});
const manifest = z.union([run, branch]);

const limitBytes = 100_000;
const names = readdirSync("traces", { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
const pathOf = (name: string, file: string): string => join("traces", name, file);
const manifestOf = (name: string) => manifest.parse(parse(readFileSync(pathOf(name, "manifest.yaml"), "utf8")));
const open = (name: string): Promise<System> =>
  openSystem({ path: pathOf(name, "run.chv"), images: [], loads: [], overrides: [] }, diskFiles);

function fileSink(path: string): ByteSink {
  const parts: Uint8Array[] = [];
  return { write: (bytes) => void parts.push(bytes), finish: () => writeFileSync(path, Buffer.concat(parts)) };
}

async function makeRun(name: string, wanted: z.infer<typeof run>): Promise<void> {
  const loads = wanted.load.map((file) => ({ file, address: null }));
  const { board, semihosting } = wanted;
  const more = { ...(board === undefined ? {} : { board }), ...(semihosting === undefined ? {} : { semihosting }) };
  const system = await openSystem({ path: wanted.system, images: [], loads, overrides: [], ...more }, diskFiles);
  const inputs = wanted.send.map((text): Input => {
    const { vm, beat, bytes } = parseSend(text);
    const device = consoleOwners(system).find((one) => one.vm === vm)?.device ?? "";
    return { beat, device, port: "rx", bytes };
  });
  const begin = await beginRecording(system, fileSink(pathOf(name, "run.chv")), "golden");
  const machine = powerOn(system, silent);
  const recorder = begin(machine);
  advance(machine, createInputQueue(inputs), { beat: parseTime(wanted.for, "for") }, recorder);
  recorder.end("for");
}

async function makeBranch(name: string, wanted: z.infer<typeof branch>): Promise<void> {
  const timeline = openTimeline(await open(wanted.parent));
  const at = finish(timeline.seek({ beat: parseTime(wanted.at, "at") }));
  const changes = parseChanges(timeline, wanted.changes);
  const endBeat = at.beat + parseTime(wanted.for, "for");
  const out = fileSink(pathOf(name, "run.chv"));
  await recordBranch(timeline, { at, ...changes, keepLater: false, endBeat }, out, "golden", async () => true);
}

if (process.env.UPDATE === "1") {
  const all = names.map((name) => ({ name, wanted: manifestOf(name) }));
  for (const { name, wanted } of all) if ("system" in wanted) await makeRun(name, wanted);
  for (const { name, wanted } of all) if ("parent" in wanted) await makeBranch(name, wanted);
}

const momentOf = (text: string | undefined): { tick?: number; beat?: number } => {
  if (text === undefined) return {};
  const duration = parseDuration(text, "window");
  return duration.unit === "ticks" ? { tick: duration.ticks } : { beat: duration.beats };
};

function eventsText(system: System, { about, events }: { about: string; events: z.infer<typeof window>[] }): string {
  const parts = events.map(({ kinds, from, to }) => {
    const window = { from: momentOf(from), to: momentOf(to) };
    const lines = [...eventsOf(system, { kinds, vm: null, ...window })]
      .flat()
      .map((event) => eventLine(event, vmNames(system)));
    return [`# ${kinds.join(",")} from ${from ?? "the beginning"} to ${to ?? "the end"}`, ...lines, ""].join("\n");
  });
  return [`# ${about}`, ...parts].join("\n");
}

const engine = await engineHash();

for (const name of names) {
  const system = await open(name);
  const { recording } = system;

  test(`${name}: the events are those that were accepted`, () => {
    matchFile(pathOf(name, "events.txt"), eventsText(system, manifestOf(name)));
  });

  test(`${name}: the recording is whole and small`, () => {
    assert.ok(recording?.end !== null && recording?.damage.length === 0);
    const { length } = readFileSync(pathOf(name, "run.chv"));
    assert.ok(length < limitBytes, `${length} bytes`);
  });

  const states = `${name}: every check of the state agrees, and the state at the end`;
  if (skipUnless(recording?.head.engine.wasm === engine, states, "another engine recorded it; UPDATE=1 records anew")) {
    test(states, () => {
      if (recording === null) throw new Error("a .chv opens as a recording");
      const machine = powerOn(system, silent);
      const verifier = createVerifier(machine, recording);
      advance(machine, createInputQueue(recordedInputs(system)), { beat: recording.upTo.beat }, verifier);
      assert.is(verifier.difference(), null);
      assert.is(verifier.compared(), recording.checks.length);
      assert.is(hashOf(machine), recording.end?.hash);
    });
  }
}

test("there are golden recordings, and the branch among them names its parent", async () => {
  assert.ok(names.length >= 6);
  const { recording } = await open("branch");
  assert.is(recording?.head.parent?.file, pathOf("two-vms", "run.chv"));
});

test.run();
