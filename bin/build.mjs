#!/usr/bin/env node
/**
 * Builds what is stale, once: assembly/ to build/*.wasm, src/ to dist/. Says nothing when nothing is to do, nothing
 * ever on stdout. `node bin/build.mjs [--force] [--debug]`; `--debug` adds build/m33.debug.wasm with names, source map
 * and text. Exits 4 with the compiler's words when a build fails.
 */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parts, staleParts } from "./stale.mjs";

const exitOurBug = 4;

/**
 * Bring everything up to date; ends the process with 4 when a compiler refuses.
 * @param {{ force?: boolean, debug?: boolean }} [wanted]
 */
export async function ensureBuilt(wanted = {}) {
  const chosen = parts.filter((part) => wanted.debug || !part.onlyDebug);
  const stale = wanted.force ? chosen : staleParts(chosen);
  if (stale.length === 0) return;
  // The compilers' driver is loaded only now: a run with nothing to do must cost a few milliseconds.
  const { compile } = await import("./compile.mjs");
  if (!(await compile(stale, wanted.force === true))) process.exit(exitOurBug);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== "--force" && word !== "--debug");
  if (unknown) {
    process.stderr.write(`unknown option ${unknown}; known are --force and --debug\n`);
    process.exit(2);
  }
  await ensureBuilt({ force: words.includes("--force"), debug: words.includes("--debug") });
}
