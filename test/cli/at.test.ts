import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
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

test("what is watched is told as events with the tick, the same as in the run, live and from a recording", () => {
  const parsed = (stdout: string) =>
    stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line))
      .filter((event) => event.kind === "watch");
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-events-"));
  try {
    const recording = join(folder, "spinning.chv");
    const run = chronovisor("run", "examples/watch/spinning", "--for", "3s", "--json=lines", "--record", recording);
    const told = parsed(run.stdout);
    assert.ok(told.length > 0 && told.every(({ code, tick, vm }) => /^WAT\d\d$/.test(code) && tick > 0 && vm !== null));
    const words = ["--kinds", "watch", "--json=lines"];
    assert.equal(parsed(chronovisor("events", recording, ...words).stdout), told);
    assert.equal(parsed(chronovisor("events", "examples/watch/spinning", "--to", "3s", ...words).stdout), told);
    const { vm, tick, message } = told[0];
    assert.equal(parsed(chronovisor("events", recording, ...words, "--vm", "hypervisor").stdout), []);
    assert.equal(
      parsed(chronovisor("events", recording, ...words, "--vm", vm, "--from", `${tick + 1}t`).stdout),
      told.slice(1),
    );
    const { stdout } = chronovisor("events", recording, "--kinds", "watch");
    assert.ok(stdout.includes(` ${tick}t watch: code=${told[0].code} `) && stdout.includes(message), stdout);
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

test.run();
