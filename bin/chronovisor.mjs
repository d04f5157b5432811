#!/usr/bin/env node
/**
 * The command. In a checkout it first builds what is stale; an installed package ships its build and goes straight on.
 */
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);

if (existsSync(here("../src/cli/main.ts")) && existsSync(here("../assembly"))) {
  const { ensureBuilt } = await import("./build.mjs");
  await ensureBuilt();
}
// Node keeps what it has compiled for the next start, from 22 on.
if ("enableCompileCache" in nodeModule) nodeModule.enableCompileCache();
await import("../dist/cli/main.js");
