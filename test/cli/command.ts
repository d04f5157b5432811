/** Runs the command line as a user does, and small systems made for one test. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `chronovisor ARGS`, from the repository's root, without colour and without a terminal. */
export function chronovisor(...args: string[]): Answer {
  const environment = { ...process.env, NO_COLOR: "1" };
  const run = spawnSync(process.execPath, [join(root, "bin/chronovisor.mjs"), ...args], {
    cwd: root,
    env: environment,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** A folder with these files; returns its path. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-cli-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const guestFile = (name: string): string => join(root, "guests", name);
