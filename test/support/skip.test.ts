import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readSummary } from "../runner/summary.ts";
import { hasProgram } from "./skip.ts";

test("a skip prints a line that the runner's reader understands, and tells its caller", () => {
  const script = `import { skipUnless } from ${JSON.stringify(new URL("skip.ts", import.meta.url))};
    console.log(skipUnless(0, "gdb: steps", "gdb is absent"), skipUnless("yes", "other", "never"));`;
  const command = ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script];
  const { stdout } = spawnSync(process.execPath, command, { encoding: "utf8" });
  assert.is(stdout, "SKIP gdb: steps: gdb is absent\nfalse true\n");
  assert.is(readSummary(stdout).skips.length, 1);
});

test("a program counts as present only when it starts and answers", () => {
  assert.ok(hasProgram(process.execPath));
  assert.not(hasProgram("no-such-program-anywhere"));
  assert.not(hasProgram(process.execPath, "--no-such-option"));
});

test.run();
