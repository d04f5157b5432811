/** Diffs, applied by the tools that they are for. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, pick, seeded } from "../../src/base/prng.ts";
import { unifiedDiff } from "../../src/cli/unified-diff.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { folderOf } from "./command.ts";

/** `before` changed as a tool understands the diff. */
function appliedBy(tool: readonly [string, ...string[]], before: string, diff: string): string {
  const folder = folderOf({ "config.c": before, "change.diff": `${diff}\n` });
  try {
    const { status, stdout, stderr } = spawnSync(tool[0], tool.slice(1), { cwd: folder, encoding: "utf8" });
    assert.is(status, 0, `${tool.join(" ")}: ${stdout}${stderr}\n${diff}`);
    return readFileSync(join(folder, "config.c"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tools = [
  ["patch", "-p0", "--fuzz=0", "-i", "change.diff"],
  ["git", "apply", "-p0", "change.diff"],
] as const;

/** A text of few different lines, so that many of them agree, and one with some of its lines changed. */
function pairOf(seed: number): readonly [before: string, after: string] {
  const random = seeded(seed);
  const line = (): string => pick(random, ["{\n", "},\n", "    .size = 0x1000,\n", "\n", `${nextBelow(random, 9)}\n`]);
  const old = Array.from({ length: 1 + nextBelow(random, 60) }, line);
  const fresh = old.flatMap((one) => pick(random, [[one], [one], [one], [one], [], [line(), one], [line()]]));
  const end = (lines: readonly string[]): string => {
    const text = lines.join("");
    return nextBelow(random, 4) === 0 ? text.replace(/\n$/, "") : text;
  };
  return [end(old), end([...fresh, line()])];
}

for (const tool of tools) {
  const name = `${tool[0]} makes of 60 texts and their diffs the texts that they became`;
  if (!skipUnless(hasProgram(tool[0]), name, `${tool[0]} is not installed`)) continue;
  test(name, () => {
    for (let seed = 0; seed < 60; seed++) {
      const [before, after] = pairOf(seed);
      if (before === after) continue;
      assert.is(appliedBy(tool, before, unifiedDiff("config.c", before, after)), after, `seed ${seed}`);
    }
  });
}

test("lines that are only inserted are counted from the line before them, with three lines around", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\nh\n";
  assert.is(
    unifiedDiff("config.c", before, before.replace("d\n", "d\nnew\n")),
    "--- config.c\n+++ config.c\n@@ -2,6 +2,7 @@\n b\n c\n d\n+new\n e\n f\n g",
  );
  assert.is(unifiedDiff("config.c", "", "a\n"), "--- config.c\n+++ config.c\n@@ -0,0 +1 @@\n+a");
});

test("what does not differ has no diff", () => {
  assert.is(unifiedDiff("config.c", "a\n", "a\n"), "");
});

test.run();
