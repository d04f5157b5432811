import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { listFiles, readTexts } from "./tree.ts";

/** A folder with sources, something installed, something built and something binary. */
function inTree(work: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), "tree-"));
  try {
    for (const folder of ["src", "node_modules/x", "dist"]) mkdirSync(join(root, folder), { recursive: true });
    for (const path of ["src/a.ts", "node_modules/x/b.js", "dist/c.js", "README.md"])
      writeFileSync(join(root, path), "x\n");
    writeFileSync(join(root, "src/d.elf"), Uint8Array.from([0x7f, 0, 1]));
    writeFileSync(join(root, ".gitignore"), "node_modules/\ndist/\n");
    work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const ours = [".gitignore", "README.md", "src/a.ts", "src/d.elf"];

test("without git, what is installed or built is left out", () => {
  inTree((root) => assert.equal(listFiles(root), ours));
});

const withGit = "with git, ignored files are left out and new ones are in, removed ones not";
if (skipUnless(hasProgram("git"), withGit, "git is not installed")) {
  test(withGit, () => {
    inTree((root) => {
      const git = (...args: readonly string[]) => spawnSync("git", [...args], { cwd: root });
      git("init", "--quiet");
      writeFileSync(join(root, "gone.ts"), "x\n");
      git("add", "gone.ts", "README.md");
      rmSync(join(root, "gone.ts"));
      assert.equal(listFiles(root), ours);
    });
  });
}

test("binary files are not texts", () => {
  inTree((root) =>
    assert.equal(
      readTexts(root).map((file) => file.path),
      ours.filter((path) => path !== "src/d.elf"),
    ),
  );
});

test.run();
