/**
 * `npm run bench [-- QUESTION...] [--write]`: questions are kernels, slices, start, snapshot, record, watch, travel.
 * Prints the table; `--write` also puts it into bench/README.md. Only ratios within one run mean much: machines are
 * noisy.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { compileForSpeed } from "../src/core/compiler.ts";
import type { Row } from "./row.ts";

if (process.argv.includes("--rows")) compileForSpeed();

const questions: Readonly<Record<string, () => Promise<Row[]>>> = {
  kernels: async () => (await import("./kernels.ts")).kernelRows(),
  slices: async () => (await import("./slices.ts")).sliceRows(),
  start: async () => (await import("./start.ts")).startRows(),
  snapshot: async () => (await import("./snapshot.ts")).snapshotRows(),
  record: async () => (await import("./record.ts")).recordRows(),
  watch: async () => (await import("./watch.ts")).watchRows(),
  travel: async () => (await import("./travel.ts")).travelRows(),
};

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ question, measured, target }) => `| ${question} | ${measured} | ${target} |`);
  const where = `Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
  return ["| question | measured | target |", "|---|---|---|", ...lines, "", `${where}.`].join("\n");
}

/** Each question has a process to itself: what one leaves behind in the host's caches and heap is no other's cost. */
function askAlone(name: string): Row[] {
  const words = [...process.execArgv, fileURLToPath(import.meta.url), name, "--rows"];
  const { stdout, status } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout) as Row[];
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
if (process.argv.includes("--rows")) {
  process.stdout.write(JSON.stringify(await questions[wanted[0] ?? ""]?.()));
  process.exit();
}
const rows: Row[] = [];
for (const name of Object.keys(questions)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  rows.push(...askAlone(name));
}
const text = table(rows);
process.stdout.write(`${text}\n`);
if (process.argv.includes("--write")) {
  const file = new URL("./README.md", import.meta.url);
  const head = readFileSync(file, "utf8").split("<!-- table -->")[0] ?? "";
  writeFileSync(file, `${head}<!-- table -->\n\n${text}\n`);
}
