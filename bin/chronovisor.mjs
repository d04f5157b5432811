#!/usr/bin/env node
/**
 * The command. In a checkout it first builds what is stale; an installed package ships its build and goes straight on.
 */
import { existsSync } from "node:fs";

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);

if (existsSync(here("../src/cli/main.ts")) && existsSync(here("../assembly"))) {
  const { ensureBuilt } = await import("./build.mjs");
  await ensureBuilt();
}
await import("../dist/cli/main.js");
