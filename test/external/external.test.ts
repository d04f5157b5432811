import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { root } from "../guests/example.ts";

const folders: string[] = [];
test.after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with the two worlds of a firmware, `worlds.elf` and `other.elf`, and these files beside them. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "external-"));
  folders.push(folder);
  copyFileSync(join(root, "guests/worlds/secure-mps2.elf"), join(folder, "worlds.elf"));
  copyFileSync(join(root, "guests/worlds/nonsecure-mps2.elf"), join(folder, "other.elf"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function external(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const runner = ["--import", "tsx", join(root, "test/external/main.ts")];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...runner, ...args], { encoding: "utf8", cwd: root });
  return { code: status, stdout, stderr };
}

const system = "system: { board: mps2-an505, load: [other.elf], semihosting: true }\n";

test("a run that is as expected passes, and images without expectations are named", () => {
  const lines = 'lines: ["firmware:^secure: started", "firmware:argument=0{7}7", "firmware:^end$"]\n';
  const { code, stdout } = external(folderOf({ "worlds.yaml": `${system}${lines}` }));
  assert.match(stdout, /^ok {3}worlds: 0\.\d{3} s of virtual time, \d+ lines\n/);
  assert.match(stdout, /\n1 passed, 0 failed; without expectations: other\.elf\n$/);
  assert.is(code, 0);
});

test("a line that does not come in its place is told with what came instead, and the command to see it again", () => {
  const lines = 'lines: ["firmware:called arg", "firmware:^secure: started"]\nexit: 1\n';
  const { code, stdout } = external(folderOf({ "worlds.yaml": `${system}${lines}` }));
  assert.match(stdout, /FAIL worlds/);
  assert.match(stdout, /line 2 of 2 was not seen: firmware:\^secure: started\n +it came earlier, as line 1 of the run/);
  assert.match(stdout, /after:\n +firmware: nonsecure: called argument=00000007\n/);
  assert.match(stdout, /exit code 0 \(stopped: halt\), expected 1\n/);
  assert.match(stdout, /again: npx chronovisor run --board mps2-an505 --firmware \S+worlds\.elf --load \S+other\.elf/);
  assert.is(code, 1);
});

test("an image that cannot be opened fails with the diagnostic of the run", () => {
  const { code, stdout } = external(folderOf({ "gone.yaml": "system: { board: mps2-an505 }\n" }));
  assert.match(stdout, /FAIL gone/);
  assert.match(stdout, /exit code 3, expected 0\n.*SYS\d\d/);
  assert.is(code, 1);
});

test("every mistake in an expectations file is one diagnostic with its place", () => {
  const text = 'sistem: {}\nuntil: "no vm"\ntimeout: 5 years\nlines: ["firmware:("]\nexit: -1\n';
  const { code, stdout, stderr } = external(folderOf({ "worlds.yaml": text }));
  assert.match(stdout, /FAIL worlds: its expectations cannot be read/);
  const codes = [...stderr.matchAll(/^error\[(CFG\d\d)\]/gm)].map(([, one]) => one);
  assert.equal(codes.sort(), ["CFG31", "CFG32", "CFG32", "CFG32", "CFG32"]);
  assert.match(stderr, /worlds\.yaml:2:8/);
  assert.match(stderr, /did you mean `system`/);
  assert.is(code, 3);
});

test("a folder without expectations and a name without a file are wrong words", () => {
  assert.is(external(folderOf({})).code, 2);
  const { code, stderr } = external(folderOf({ "worlds.yaml": system }), "wolrds");
  assert.match(stderr, /there is no wolrds\.yaml/);
  assert.is(code, 2);
});

test.run();
