import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const head = `import { test } from ${JSON.stringify(import.meta.resolve("uvu"))};\n`;
const good = `${head}test("a", () => {}); test("b", () => {}); test.run();`;

interface Outcome {
  readonly text: string;
  readonly lastLine: string;
  readonly code: number | null;
  /** Content of the JUnit file, when one was asked for as report.xml. */
  readonly junit: string;
}

/** Run the runner in a folder that holds just these test files. */
function runRunner(files: Readonly<Record<string, string>>, ...args: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "runner-"));
  try {
    mkdirSync(join(folder, "test"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "test", name), text);
    const command = ["--import", import.meta.resolve("tsx"), main, ...args];
    const { stdout, status } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
    const junit = args.includes("--junit") ? readFileSync(join(folder, "report.xml"), "utf8") : "";
    return { text: stdout, lastLine: stdout.trimEnd().split("\n").at(-1) ?? "", code: status, junit };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False also for a process that has ended and that nobody has collected, as happens in containers. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/^\d+ \(.*\) Z/.test(readFileSync(stat, "utf8"));
}

test("good files are silent and only the totals are printed", () => {
  const outcome = runRunner({ "one.test.ts": good, "two.test.ts": good });
  assert.is(outcome.text, "4 passed, 0 failed\n");
  assert.is(outcome.code, 0);
});

test("every way to be bad counts as exactly one failure and says why", () => {
  const outcome = runRunner({
    "fails.test.ts": `${head}test("is wrong", () => { throw new Error("boom") }); test("b", () => {}); test.run();`,
    "forgets.test.ts": `${head}test("a", () => {});`,
    "empty.test.ts": `${head}test.run();`,
    "throws.test.ts": 'throw new Error("at import");',
    "dies.test.ts": `${head}test("a", () => { process.kill(process.pid, "SIGSEGV") }); test.run();`,
    "late.test.ts": `${head}test("a", () => {}); test.run(); process.on("exit", () => { process.exitCode = 7 });`,
    "hook.test.ts": `${head}test.before(() => { throw new Error() }); test("a", () => {}); test.run();`,
    "quits.test.ts": `${head}test("a", () => { process.exit(0) }); test("b", () => {}); test.run();`,
    // Put together here so that this very file does not look narrowed.
    "narrow.test.ts": `${head}test("a", () => {});\n${"test.on"}ly("b", () => {}); test.run();`,
    "silent.test.ts": `${head}test("a", () => {});\n${"test.sk"}ip("b", () => {}); test.run();`,
  });
  assert.is(outcome.lastLine, "4 passed, 10 failed");
  assert.is(outcome.code, 1);
  assert.match(outcome.text, /"is wrong"[\s\S]*boom/);
  assert.match(outcome.text, "test/forgets.test.ts never reported");
  assert.match(outcome.text, "test/empty.test.ts contains no test");
  assert.match(outcome.text, "at import");
  assert.match(outcome.text, "test/dies.test.ts was ended by SIGSEGV");
  assert.match(outcome.text, "test/late.test.ts exited with 7");
  assert.match(outcome.text, "test/hook.test.ts only 0 of 1 tests");
  assert.match(outcome.text, "test/quits.test.ts exited with 1");
  assert.match(outcome.text, "test/narrow.test.ts a left-over .only");
  assert.match(outcome.text, "test/silent.test.ts skips tests without a reason");
});

test("a file over its time limit is ended together with what it started", () => {
  const sleeper = `${head}import { spawn } from "node:child_process"; import { writeSync } from "node:fs";
    const child = spawn("sleep", ["1000"]); writeSync(1, "child " + child.pid + "\\n");
    test("a", () => new Promise(() => {})); test.run();`;
  const outcome = runRunner({ "slow.test.ts": sleeper, "good.test.ts": good }, "--timeout", "3");
  assert.is(outcome.lastLine, "2 passed, 1 failed");
  assert.match(outcome.text, "test/slow.test.ts did not end within 3 s");
  const pid = Number(/child (\d+)/.exec(outcome.text)?.[1]);
  assert.not(isRunning(pid));
});

test("skips with a name and a reason are repeated and counted, even when nothing else is in the file", () => {
  const skipping = `${head}process.stdout.write("SKIP gdb steps: gdb is absent\\n"); test.run();`;
  const outcome = runRunner({ "skips.test.ts": skipping, "good.test.ts": good }, "--junit", "report.xml");
  assert.is(outcome.text, "SKIP gdb steps: gdb is absent\n2 passed, 0 failed, 1 skipped\n");
  assert.is(outcome.code, 0);
  assert.match(outcome.junit, '<testcase classname="test/skips.test.ts" name="gdb steps">');
  assert.match(outcome.junit, '<skipped message="gdb is absent">');
});

test("words choose files by a part of their path, and choosing none is a failure", () => {
  const files = { "one.test.ts": good, "two.test.ts": `${head}test("c", () => {}); test.run();` };
  assert.is(runRunner(files, "two").text, "1 passed, 0 failed\n");
  const none = runRunner(files, "three");
  assert.is(none.lastLine, "0 passed, 0 failed");
  assert.is(none.code, 1);
});

test("the JUnit report quotes what XML forbids", () => {
  const loud = `${head}test("a <b> & c", () => { throw new Error("\\u0001 bad") }); test.run();`;
  const { junit } = runRunner({ "loud.test.ts": loud }, "--junit", "report.xml");
  assert.match(junit, "a &lt;b&gt; &amp; c");
  assert.not.match(junit, "\u0001");
});

test.run();
