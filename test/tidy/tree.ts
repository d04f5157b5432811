/**
 * The repository's own files: what git tracks or would track; without git, everything but what is built or installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "./rule.ts";

/** Never ours: installed, built or measured. Only consulted where git cannot answer. */
const foreign = new Set(["node_modules", "dist", "build", "coverage", ".git"]);

/** Paths relative to `root`, sorted, with `/`. */
export function listFiles(root: string): string[] {
  const git = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const ownRepository = git.status === 0 && existsSync(join(root, ".git"));
  const paths = ownRepository ? git.stdout.split("\0").filter((path) => path !== "") : listFolder(root, "");
  // A file removed but not yet committed is still in git's list.
  return [...new Set(paths)].filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile()).sort();
}

function listFolder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (foreign.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFolder(root, path) : [path];
  });
}

/** All text files; a NUL byte marks a file as not being text. */
export function readTexts(root: string): SourceText[] {
  return listFiles(root)
    .map((path) => ({ path, bytes: readFileSync(join(root, path)) }))
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ path, bytes }) => ({ path, text: bytes.toString("utf8") }));
}
