/**
 * src/ to dist/ by the TypeScript compiler, in a process of its own. Each file is translated by itself (our settings
 * make that sound: erasable syntax, verbatim modules), which takes a fifth of the time of a whole program; types are
 * checked by
 * `npm run lint`, declarations are made when the package is packed. Published file by file through rename, unchanged
 * files untouched: a command that runs meanwhile never finds half a file.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { publish, root } from "./stale.mjs";

const outDir = join(root, "dist");
const settings = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.build.json"),
  // Translating one file, the compiler does not look into package.json: it must be told that modules are ES modules.
  { outDir, declaration: false, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => refuse([problem]) },
);
if (!settings) process.exit(1);
const { options, errors } = settings;
const sourceDir = options.rootDir ?? join(root, "src");
/** @type {ts.Diagnostic[]} */
const problems = [...errors];
/** @type {Map<string, string>} */
const files = new Map();
for (const source of settings.fileNames) if (!source.endsWith(".d.ts")) translate(source);
if (problems.length > 0) refuse(problems);

mkdirSync(outDir, { recursive: true });
for (const [path, text] of files) publishChanged(path, text);
for (const name of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
  const path = join(outDir, name);
  if (/\.(js|d\.ts|map|partial)$/.test(name) && !files.has(path)) rmSync(path, { force: true });
}

/** @param {string} source */
function translate(source) {
  const text = readFileSync(source, "utf8");
  const made = ts.transpileModule(text, { compilerOptions: options, fileName: source, reportDiagnostics: true });
  problems.push(...(made.diagnostics ?? []));
  const path = join(outDir, relative(sourceDir, resolve(source)).replace(/\.ts$/, ".js"));
  files.set(path, made.outputText);
  if (made.sourceMapText === undefined) return;
  // Translated by itself, the file does not know how far away its source lies.
  const map = { ...JSON.parse(made.sourceMapText), sources: [relative(dirname(path), source).replaceAll("\\", "/")] };
  files.set(`${path}.map`, JSON.stringify(map));
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
 * @param {readonly ts.Diagnostic[]} found
 * @returns {never}
 */
function refuse(found) {
  const host = { getCurrentDirectory: () => root, getCanonicalFileName: String, getNewLine: () => "\n" };
  process.stdout.write(ts.formatDiagnostics(found, host));
  process.exit(1);
}
