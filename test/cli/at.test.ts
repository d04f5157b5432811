import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { watchingOnlooker } from "../../src/cli/event-onlooker.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { type EventFilter, eventsOf } from "../../src/time/questions/events.ts";
import { chronovisor, folderOf } from "./command.ts";

const file = join(folderOf({}), "run.chv");
chronovisor("run", "examples/two-vms", "--for", "400ms", "--record", file, "--json");

test("`at` without a question says when, who and where", () => {
  const { stdout, code } = chronovisor("at", file, "300ms");
  assert.match(stdout, /^0\.300000000 s, tick \d+\nbaremetal runs at /);
  assert.match(stdout, /kernel\.elf .*last line: VM1: uptime 0 ms/);
  assert.is(code, 0);
});

test("--json answers with the moment and the data", () => {
  const { stdout } = chronovisor("at", file, "300ms", "why", "0x20017000", "--json");
  const shape = JSON.parse(stdout);
  assert.is(shape.time_ns, 300_000_000);
  assert.is(shape.vm, "baremetal");
  assert.is(shape.answer.attribute, "non-secure");
  assert.is(shape.answer.grants.length, 3);
});

test("questions that the shell asks too answer with their data", () => {
  const dataOf = (...words: string[]) => JSON.parse(chronovisor("at", file, "390ms", ...words, "--json").stdout).answer;
  const [, kernel] = dataOf("threads");
  assert.is(kernel.threads[0].name, "clock");
  assert.is(dataOf("why", "0x20017000").sau_set.by, "hypervisor");
  assert.ok(dataOf("who-ran", "300ms", "340ms").stints.length > 4);
});

test("what is not found is exit code 1, what is misspelt exit code 2 with a suggestion", () => {
  const none = chronovisor("at", file, "end", "printed", "no such text");
  assert.is(none.code, 1);
  assert.match(none.stdout, /nothing of that kind/);
  const symbol = chronovisor("at", file, "end", "last-write", "kernel:tick_cuont");
  assert.is(symbol.code, 2);
  assert.match(symbol.stderr, /did you mean `tick_count`/);
  const query = chronovisor("at", file, "end", "backtrce");
  assert.is(query.code, 2);
  assert.match(query.stderr, /did you mean `backtrace`/);
});

test("a moment behind the end is told to be the end", () => {
  const { stderr, code } = chronovisor("at", file, "9s", "vms");
  assert.match(stderr, /the run ends at tick \d+/);
  assert.is(code, 0);
});

test("what is watched is told as events with the tick, the same as in the run, live and from a recording", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-events-"));
  try {
    const recording = join(folder, "run.chv");
    const path = "examples/watch/no-interrupt";
    const { stdout } = chronovisor("run", path, "--for", "2s", "--json=lines", "--record", recording);
    const objects = stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
    const told = objects.filter((event) => event.kind === "watch");
    assert.ok(told.length > 0 && told.every(({ code, tick, vm }) => /^WAT\d\d$/.test(code) && tick > 0 && vm !== null));
    const open = (file: string) => openSystem({ path: file, images: [], loads: [], overrides: [] }, diskFiles);
    const whole = { kinds: ["watch"], vm: null, from: {}, to: {} };
    const seen = async (file: string, filter: Partial<EventFilter>): Promise<unknown[]> => {
      const system = await open(file);
      return [...eventsOf(system, { ...whole, ...filter }, watchingOnlooker(system))].flat();
    };
    assert.equal(await seen(recording, {}), told);
    assert.equal(await seen(path, { to: { beat: 2 * beatsPerSecond } }), told);
    const { vm, tick, code, message } = told[0];
    assert.equal(await seen(recording, { vm: "hypervisor" }), []);
    assert.equal(await seen(recording, { vm, from: { tick: tick + 1 } }), told.slice(1));
    const text = chronovisor("events", recording, "--kinds", "watch").stdout;
    assert.ok(text.includes(` ${tick}t watch: warning ${code}: ${message}\n`), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("events as lines carry tick, time, VM and kind, and only the kinds asked for", () => {
  const words = ["--kinds", "switch", "--vm", "kernel", "--from", "300ms", "--json=lines"];
  const { stdout, code } = chronovisor("events", file, ...words);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.ok(lines.length > 2);
  for (const { tick, time_ns, vm, kind } of lines) {
    assert.ok(tick > 0 && time_ns >= 300_000_000);
    assert.is(`${vm} ${kind}`, "kernel switch");
  }
  assert.is(code, 0);
  assert.match(chronovisor("events", file, "--kinds", "swich").stderr, /did you mean `switch`/);
  assert.is(chronovisor("events", "examples/two-vms").code, 2);
});

test("a system is opened with the options of `run`: what is overridden says so", () => {
  const set = ["--set", "vms.baremetal.devs[1].size=0x3000"];
  const { stdout } = chronovisor("at", "examples/two-vms", "300ms", "sau", ...set);
  assert.match(
    stdout,
    /0x40000000\.\.0x40002fff .*baremetal\.devs\[1\] \(examples\/two-vms\/config\.c:30, overridden\)/,
  );
  const { code, stderr } = chronovisor("travel", "examples/two-vms", "--set", "vms.nobody.entry=1");
  assert.is(code, 3);
  assert.match(stderr, "nobody");
});

test.run();
