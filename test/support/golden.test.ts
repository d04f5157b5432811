import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { diffLines } from "./diff.ts";
import { matchFile } from "./golden.ts";

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("equal text passes, and a different one throws with both lines and the accepting command", () => {
  inFolder((folder) => {
    const path = join(folder, "a.txt");
    writeFileSync(path, "one\ntwo\nthree\n");
    matchFile(path, "one\ntwo\nthree\n");
    assert.throws(() => matchFile(path, "one\n2\nthree\n"), /- two\n\+ 2\n {2}three[\s\S]*UPDATE=1 npx tsx /);
    assert.is(readFileSync(path, "utf8"), "one\ntwo\nthree\n");
  });
});

test("a missing golden is a failure, not a silent first version", () => {
  inFolder((folder) => {
    assert.throws(() => matchFile(join(folder, "none.txt"), "text"), /does not exist yet/);
    assert.throws(() => readFileSync(join(folder, "none.txt")), /ENOENT/);
  });
});

test("only UPDATE=1 writes the new text", () => {
  inFolder((folder) => {
    const path = join(folder, "deep", "a.txt");
    const script = `import { matchFile } from ${JSON.stringify(new URL("golden.ts", import.meta.url))};
      matchFile(${JSON.stringify(path)}, "new\\n");`;
    const command = ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script];
    const accept = (value: string) =>
      spawnSync(process.execPath, command, { env: { ...process.env, UPDATE: value }, encoding: "utf8" });
    assert.is(accept("").status, 1);
    assert.is(accept("0").status, 1);
    assert.is(accept("1").status, 0);
    assert.is(readFileSync(path, "utf8"), "new\n");
  });
});

/** Rebuild the actual lines from the expected ones and a diff. */
function apply(expected: readonly string[], diff: string): string[] {
  const actual: string[] = [];
  let next = 0;
  for (const line of diff === "" ? [] : diff.split("\n")) {
    const hunk = /^@@ line (\d+)$/.exec(line);
    if (hunk) while (next < Number(hunk[1]) - 1) actual.push(expected[next++]!);
    else if (line.startsWith("+")) actual.push(line.slice(2));
    else {
      assert.is(line.slice(2), expected[next++]);
      if (line.startsWith(" ")) actual.push(line.slice(2));
    }
  }
  return [...actual, ...expected.slice(next)];
}

test("applying a diff to the expected text gives the actual one", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (expected, actual) => {
      assert.equal(apply(expected, diffLines(expected.join("\n"), actual.join("\n"))), actual);
    }),
  );
});

test("a diff names no line as both removed and added where it could be kept", () => {
  assert.is(
    diffLines("a\nb\nc\nd\ne\nf\ng\nh\ni", "a\nb\nc\nd\nE\nf\ng\nh\ni"),
    "@@ line 2\n  b\n  c\n  d\n- e\n+ E\n  f\n  g\n  h",
  );
});

test("a diff too long to read is cut and says by how much", () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join("\n");
  assert.match(diffLines(many("a"), many("b")), /\n\.\.\. 5801 more lines$/);
});

test.run();
