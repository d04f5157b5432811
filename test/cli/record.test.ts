/** Recordings as `run --record` leaves them, however the run ends. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openExample, root } from "../guests/example.ts";
import { read, record } from "../time/recorded-run.ts";
import { chronovisor, folderOf } from "./command.ts";

const folder = folderOf({ "file.txt": "" });

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run at the board's pace that has no end, and gets a signal as soon as it has printed `text`. */
function signalled(signal: NodeJS.Signals, text: string, ...args: string[]): Promise<Ended> {
  const words = ["run", "examples/two-vms", "--for", "100000s", "--realtime", ...args];
  const child = spawn(process.execPath, [join(root, "bin/chronovisor.mjs"), ...words], { cwd: root });
  const seen = { stdout: "", stderr: "" };
  child.stderr.on("data", (chunk) => {
    seen.stderr += chunk;
  });
  child.stdout.on("data", (chunk) => {
    const before = seen.stdout.includes(text);
    seen.stdout += chunk;
    if (!before && seen.stdout.includes(text)) child.kill(signal);
  });
  return new Promise((resolve) => child.on("close", (code, by) => resolve({ code, signal: by, ...seen })));
}

test("a target that is no regular file, or has no folder, is refused before the run", () => {
  const pipe = join(folder, "pipe.chv");
  spawnSync("mkfifo", [pipe, join(folder, "waiting.chv.partial")]);
  // By a link of our own, so that a failure replaces the link and not the machine's device.
  const device = join(folder, "device.chv");
  symlinkSync("/dev/null", device);
  const refused: readonly (readonly [string, RegExp])[] = [
    [folder, /is a folder/],
    [pipe, /is no regular file/],
    [device, /is no regular file/],
    [join(folder, "waiting.chv"), /waiting\.chv\.partial` is no regular file/],
    [join(folder, "none/run.chv"), /there is no folder `.*none`/],
    [join(folder, "file.txt/run.chv"), /there is no folder `.*file\.txt`/],
  ];
  const before = readdirSync(folder);
  for (const [target, reason] of refused) {
    const { code, stdout, stderr } = chronovisor("run", "examples/two-vms", "--for", "1s", "--record", target);
    assert.is(code, 3, `${target}: ${stderr}`);
    assert.is(stdout, "", target);
    assert.is(stderr.split("[REC08]").length, 2, stderr);
    assert.match(stderr, reason);
  }
  assert.equal(readdirSync(folder), before);
  assert.not(existsSync(`${folder}.partial`));
});

test("a run that is told to end leaves its summary and a whole recording, with the signal's exit code", async () => {
  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const) {
    const file = join(folder, `${signal}.chv`);
    const ended = await signalled(signal, "uptime 0 ms", "--record", file);
    assert.is(ended.code, code, `${signal}: ${ended.signal} ${ended.stderr}`);
    assert.match(ended.stderr, /^stopped: interrupted at /m);
    assert.not(existsSync(`${file}.partial`));
    assert.is(chronovisor("replay", file, "--verify").code, 0, signal);
  }
});

test("--json says that a run was told to end, and the exit code by what", async () => {
  const { code, stdout } = await signalled("SIGTERM", "uptime 0 ms", "--json=lines");
  assert.is(code, 143);
  const last = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  assert.is(last.kind, "end");
  assert.is(last.stop, "interrupt");
});

test("a run that is killed after two seconds leaves what it had recorded by the last whole second or so", async () => {
  const file = join(folder, "killed.chv");
  const { signal } = await signalled("SIGKILL", "uptime 2000 ms", "--record", file);
  assert.is(signal, "SIGKILL");
  const { upTo, checks } = read(readFileSync(`${file}.partial`));
  assert.ok(upTo.tick > 0, "something is known");
  assert.ok(checks.length > 0);
  const { code, stderr } = chronovisor("replay", `${file}.partial`, "--verify");
  assert.is(code, 0, stderr);
  assert.match(stderr, new RegExp(`${checks.length} of ${checks.length} checks agree`));
});

test("a verification that can compare nothing is a no", async () => {
  const recorded = await record(await openExample("two-vms"), 0.3);
  const whole = join(folder, "whole.chv");
  writeFileSync(whole, recorded.bytes);
  const asked = ["replay", whole, "--until-tick", "0"];
  const { code, stderr } = chronovisor(...asked, "--verify");
  assert.is(code, 1, stderr);
  assert.match(stderr, /REC09.*nothing is verified/);
  const { verified, checks } = JSON.parse(chronovisor(...asked, "--verify", "--json").stdout);
  assert.equal({ verified, checks }, { verified: false, checks: 0 });
  assert.is(chronovisor(...asked).code, 0, "without --verify nothing was asked");
});

test.run();
