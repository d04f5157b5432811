/**
 * `npm run bench [-- QUESTION...] [--write]`: questions are kernels, slices, start, snapshot, record, watch, travel.
 * Prints the table; `--write` also puts it into bench/README.md. Only ratios within one run mean much: machines are
 * noisy.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { compileForSpeed } from "../src/core/compiler.ts";
import type { Row } from "./row.ts";

compileForSpeed();

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

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const rows: Row[] = [];
for (const [name, ask] of Object.entries(questions)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  rows.push(...(await ask()));
}
const text = table(rows);
process.stdout.write(`${text}\n`);
if (process.argv.includes("--write")) {
  const file = new URL("./README.md", import.meta.url);
  const head = readFileSync(file, "utf8").split("<!-- table -->")[0] ?? "";
  writeFileSync(file, `${head}<!-- table -->\n\n${text}\n`);
}
