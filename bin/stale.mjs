/**
 * Is a part older than what it is made from? A part is fresh when its stamp holds the same (path, mtime, size) list;
 * when only times moved, as after a checkout, the SHA-256 over paths, contents and compiler version decides.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/**
 * @typedef {object} Part
 * @property {string} name            in the stamp's file name
 * @property {string} title           what the user reads
 * @property {string} folder          source folder, all its .ts files count
 * @property {readonly string[]} settings   single files that count too
 * @property {readonly string[]} packages   their locked versions count
 * @property {string} output          the file that must be there
 * @property {"engine" | "library"} how
 * @property {string} [target]        of asconfig.json
 * @property {boolean} [onlyDebug]
 */

/** Packages that become part of the library's files: they are needed at each start. */
export const builtIn = [
  "@assemblyscript/loader",
  "commander",
  "picocolors",
  "string-width",
  "xxhash-wasm",
  "yaml",
  "zod",
];

/** @type {readonly Part[]} */
export const parts = [
  {
    name: "engine",
    title: "the engine",
    folder: "assembly",
    settings: ["asconfig.json", "bin/compile.mjs"],
    packages: ["assemblyscript"],
    output: "build/m33.wasm",
    how: "engine",
    target: "release",
  },
  {
    name: "engine-debug",
    title: "the engine for debugging",
    folder: "assembly",
    settings: ["asconfig.json", "bin/compile.mjs"],
    packages: ["assemblyscript"],
    output: "build/m33.debug.wasm",
    how: "engine",
    target: "debug",
    onlyDebug: true,
  },
  {
    name: "library",
    title: "the library",
    folder: "src",
    settings: ["tsconfig.json", "tsconfig.build.json", "bin/emit.mjs"],
    packages: ["esbuild", ...builtIn],
    output: "dist/cli/main.js",
    how: "library",
  },
];

/** @param {readonly Part[]} chosen */
export function staleParts(chosen) {
  return chosen.filter((part) => !isFresh(part));
}

/**
 * True when nothing is to do; renews the stamp's times when only those moved.
 * @param {Part} part
 */
export function isFresh(part) {
  const stamp = readStamp(part);
  if (!stamp || !existsSync(join(root, part.output))) return false;
  const inputs = listInputs(part);
  if (JSON.stringify(inputs) === JSON.stringify(stamp.inputs)) return true;
  if (hashInputs(part, inputs) !== stamp.hash) return false;
  writeStamp(part, { hash: stamp.hash, inputs });
  return true;
}

/**
 * What the part would be built from now, for the stamp. Take it before compiling: an edit during the build then shows.
 * @param {Part} part
 */
export function fingerprint(part) {
  const inputs = listInputs(part);
  return { hash: hashInputs(part, inputs), inputs };
}

/**
 * Paths with `/`, relative to the root, sorted, with modification time in ms and size in bytes.
 * @param {Part} part
 * @returns {[string, number, number][]}
 */
function listInputs(part) {
  const sources = readdirSync(join(root, part.folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${part.folder}/${path.replaceAll("\\", "/")}`)
    .sort();
  return [...part.settings, "package-lock.json", ...sources].map((path) => {
    const { mtimeMs, size } = statSync(join(root, path));
    return [path, mtimeMs, size];
  });
}

/**
 * @param {Part} part
 * @param {readonly [string, number, number][]} inputs
 */
function hashInputs(part, inputs) {
  // Loaded here because the usual answer, "fresh", does not need it.
  const hash = require("node:crypto").createHash("sha256");
  for (const [path] of inputs) {
    const text = readFileSync(join(root, path));
    const content = path === "package-lock.json" ? lockedVersions(part.packages, text.toString()) : text;
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Only versions that reach the output count: another dependency's update must not rebuild the engine.
 * @param {readonly string[]} names
 * @param {string} lockfile
 */
function lockedVersions(names, lockfile) {
  const { packages } = JSON.parse(lockfile);
  return names.map((name) => packages?.[`node_modules/${name}`]?.version).join("\0");
}

/** @param {Part} part */
const stampPath = (part) => join(root, "build", `.stamp-${part.name}.json`);

/** @param {Part} part */
function readStamp(part) {
  try {
    return JSON.parse(readFileSync(stampPath(part), "utf8"));
  } catch {
    // Absent, or cut by a full disk: either way the part counts as stale.
    return undefined;
  }
}

/**
 * @param {Part} part
 * @param {{ hash: string, inputs: readonly [string, number, number][] }} stamp
 */
export function writeStamp(part, stamp) {
  mkdirSync(join(root, "build"), { recursive: true });
  publish(stampPath(part), JSON.stringify(stamp));
}

/**
 * Write whole or not at all: readers see the old file or the new one.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function publish(path, content) {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}
