/**
 * Runs every test file (`*.test.ts` below test/) in a process of its own and ends with `N passed, N failed[, N
 * skipped]` as the last line. Exits 0 only when at least one test ran and none failed. Run in the package's root.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Options, readOptions, usage } from "./options.ts";
import { endAll, runFile } from "./process.ts";
import { lastLine, renderFailure, renderJunit, renderSkips, renderSlowest, sumUp } from "./report.ts";
import { type FileResult, judge } from "./result.ts";

const exitUsage = 2;
const exitInterrupted = 130;
const coverageFolder = join("coverage", "tmp");

function parse(): Options {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}`);
    process.exit(exitUsage);
  }
}

function findFiles(filters: readonly string[]): string[] {
  return readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("test", name).replaceAll("\\", "/"))
    .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
    .sort();
}

/** `jobs` files at once, in order; bad files are told as soon as they end. */
async function runAll(files: readonly string[], options: Options): Promise<FileResult[]> {
  const env = options.coverage ? { ...process.env, NODE_V8_COVERAGE: coverageFolder } : process.env;
  const results: FileResult[] = [];
  const queue = [...files];
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const result = judge(file, readFileSync(file, "utf8"), await runFile(file, options.limitMs, env));
      results.push(result);
      tell(result, results.length, files.length, options.verbose);
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.jobs, files.length) }, work));
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function tell(result: FileResult, done: number, all: number, verbose: boolean): void {
  const clear = process.stderr.isTTY ? "\r\u001b[K" : "";
  process.stderr.write(clear);
  process.stdout.write(renderFailure(result));
  const seconds = (result.ending.durationMs / 1000).toFixed(1);
  if (verbose)
    process.stdout.write(`${result.failed ? "bad " : "good"} ${result.file} ${result.passed} in ${seconds} s\n`);
  if (process.stderr.isTTY) process.stderr.write(done < all ? `${done} of ${all} files` : "");
}

function reportCoverage(): void {
  const c8 = fileURLToPath(new URL("bin/c8.js", import.meta.resolve("c8")));
  const reporters = ["--reporter=text-summary", "--reporter=lcov"];
  const folders = ["--temp-directory", coverageFolder, "--all", "--src=src", "--include=src/**"];
  spawnSync(process.execPath, [c8, "report", ...reporters, ...folders], { stdio: "inherit" });
}

const options = parse();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    endAll();
    process.exit(exitInterrupted);
  });
}
if (options.coverage) rmSync("coverage", { recursive: true, force: true });
const results = await runAll(findFiles(options.filters), options);
if (options.coverage) reportCoverage();
if (options.junit !== undefined) writeFileSync(options.junit, renderJunit(results));
if (options.verbose) process.stdout.write(renderSlowest(results));
process.stdout.write(renderSkips(results));
if (results.length === 0)
  process.stdout.write(`no test file matches ${options.filters.join(" ") || "test/**/*.test.ts"}\n`);
const totals = sumUp(results);
process.stdout.write(`${lastLine(totals)}\n`);
process.exitCode = totals.failed > 0 || results.length === 0 ? 1 : 0;
