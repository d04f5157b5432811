/**
 * Runs the compilers, each in its own process, side by side. A lock lets a second starter wait instead of compiling
 * too; it is an economy only: outputs are published by rename, so even two compilers at once leave a whole build
 * behind.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, isFresh, root, writeStamp } from "./stale.mjs";

/** @typedef {import("./stale.mjs").Part} Part */

const require = createRequire(import.meta.url);
/** A lock older than any build takes is left over, even when its process number lives on in another program. */
const lockLifeMs = 10 * 60_000;

/**
 * Compile the parts that are still stale once the lock is ours. False when a compiler refused; its words are on stderr
 * then.
 * @param {readonly Part[]} stale
 * @param {boolean} force
 */
export async function compile(stale, force) {
  mkdirSync(join(root, "build"), { recursive: true });
  const release = await takeLock(join(root, "build", ".lock"));
  try {
    const todo = force ? stale : stale.filter((part) => !isFresh(part));
    return todo.length === 0 || (await compileAll(todo));
  } finally {
    release();
  }
}

/** @param {readonly Part[]} todo */
async function compileAll(todo) {
  const start = performance.now();
  process.stderr.write(`building ${todo.map((part) => part.title).join(" and ")} ... `);
  const results = await Promise.all(todo.map(compilePart));
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  const failed = results.filter((result) => !result.ok);
  for (const { part, output } of failed) process.stderr.write(`\n${part.title} does not compile:\n${output}\n`);
  return failed.length === 0;
}

/** @param {Part} part */
async function compilePart(part) {
  const print = fingerprint(part);
  const { ok, output } = part.how === "engine" ? await compileEngine(part) : await compileLibrary();
  if (ok) writeStamp(part, print);
  return { part, ok, output };
}

/** @param {Part} part */
async function compileEngine(part) {
  const home = packageFolder("assemblyscript");
  if (!home) return notInstalled;
  const asc = join(home, "bin", "asc.js");
  const scratch = join("build", `.partial-${part.name}`);
  // Left over when an earlier build was interrupted.
  rmSync(join(root, scratch), { recursive: true, force: true });
  const outputs = Object.entries(scratchNames(part)).flatMap(([option, name]) => [option, `${scratch}/${name}`]);
  // Run in the root without an entry argument: asconfig.json names the entries, and arguments would only add to them.
  const result = await runNode([asc, "--config", "asconfig.json", "--target", part.target ?? "release", ...outputs]);
  if (result.ok) {
    for (const name of readdirSync(join(root, scratch)))
      renameSync(join(root, scratch, name), join(root, "build", name));
  }
  rmSync(join(root, scratch), { recursive: true, force: true });
  return result;
}

/** @param {Part} part */
function scratchNames(part) {
  const name = part.output.replace(/^build\//, "");
  return part.onlyDebug ? { "--outFile": name, "--textFile": name.replace(/wasm$/, "wat") } : { "--outFile": name };
}

async function compileLibrary() {
  if (!packageFolder("esbuild")) return notInstalled;
  return runNode([fileURLToPath(new URL("./emit.mjs", import.meta.url))]);
}

const notInstalled = { ok: false, output: `the compiler is not installed: run npm ci in ${root} first\n` };

/**
 * Folder of an installed package, if it is there. Compilers are started by path, never by npx, which would ask the
 * network.
 * @param {string} name
 */
function packageFolder(name) {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function runNode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.stderr.on("data", (data) => {
      output += data;
    });
    child.on("error", (error) => resolve({ ok: false, output: String(error) }));
    child.on("close", (code, signal) => {
      const end = signal ? `the compiler was ended by ${signal}\n` : "";
      resolve({ ok: code === 0, output: output + end });
    });
  });
}

/**
 * Wait until the lock file is ours; returns its release.
 * @param {string} path
 */
async function takeLock(path) {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      const release = () => rmSync(path, { force: true });
      process.once("exit", release);
      return release;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} path */
function isAbandoned(path) {
  if (!existsSync(path)) return false;
  try {
    if (Date.now() - statSync(path).mtimeMs > lockLifeMs) return true;
    const owner = Number(readFileSync(path, "utf8"));
    // Just created and not yet written: its owner is alive.
    if (!owner) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}
