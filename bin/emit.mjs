/**
 * src/ to dist/ by the TypeScript compiler, in a process of its own. Output is collected in memory and published file
 * by file through rename, unchanged files untouched: a command that runs meanwhile never finds half a file.
 * Types are not checked here: `npm run lint` does that, and a user's first start should not wait for it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { publish, root } from "./stale.mjs";

const outDir = join(root, "dist");
const host = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (/** @type {string} */ name) => name,
  getNewLine: () => "\n",
};

const settings = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.build.json"),
  { noCheck: true, outDir },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => refuse([problem]) },
);
if (!settings) process.exit(1);
const program = ts.createProgram({ rootNames: settings.fileNames, options: settings.options });
/** @type {Map<string, string>} */
const files = new Map();
const emitted = program.emit(undefined, (path, text) => files.set(resolve(path), text));
const problems = [
  ...settings.errors,
  ...program.getConfigFileParsingDiagnostics(),
  ...program.getSyntacticDiagnostics(),
  ...emitted.diagnostics,
];
if (problems.some((problem) => problem.category === ts.DiagnosticCategory.Error)) refuse(problems);

for (const [path, text] of files) publishChanged(path, text);
for (const name of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
  const path = join(outDir, name);
  if (/\.(js|d\.ts|map|partial)$/.test(name) && !files.has(path)) rmSync(path, { force: true });
}

/**
 * @param {string} path
 * @param {string} text
 */
function publishChanged(path, text) {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  publish(path, text);
}

/**
 * @param {readonly ts.Diagnostic[]} problems
 * @returns {never}
 */
function refuse(problems) {
  process.stdout.write(ts.formatDiagnostics(problems, host));
  process.exit(1);
}
