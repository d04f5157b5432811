/** What works gives no error: our examples, and configurations that people run (fact sheet crosscon-armv8m, 12). */
import { readdirSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { findingsOf } from "../../src/cli/check-findings.ts";
import { parseOverride } from "../../src/config/override.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import type { System } from "../../src/system/system.ts";
import { stopOf } from "./guest-cases.ts";

const errorsIn = (system: System): readonly Diagnostic[] =>
  findingsOf(system).filter((one) => one.severity === "error");

const textOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;

/** Folders with a project file, at any depth. */
function systemsIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const here = entries.some((one) => one.name === "chronovisor.yaml") ? [folder] : [];
  return [...here, ...entries.filter((one) => one.isDirectory()).flatMap((one) => systemsIn(`${folder}/${one.name}`))];
}

const plain = { images: [], loads: [], overrides: [] };

// What is broken on purpose is held against the board where it lives.
for (const path of systemsIn("examples").filter((one) => !one.endsWith("/broken"))) {
  test(`${path} gives no error that the board does not confirm`, async () => {
    const system = await openSystem({ path, ...plain, tolerant: true }, diskFiles);
    const errors = errorsIn(system);
    if (errors.length === 0) return;
    assert.ok(stopOf(system, 1) !== null, `the board runs, but: ${errors.map(textOf).join("; ")}`);
  });
}

/** Entries that a build writes in the place of the placeholders: the beginning of the VM's flash. */
const configurations: Readonly<Record<string, readonly string[]>> = {
  "seed.c": ["ZEPHYR_VM_ENTRY=0x40000"],
  "two-vms.c": ["ZEPHYR_VM_ENTRY=0x40000"],
  "single-bare-metal.c": [],
  "mtls.c": ["ZEPHYR_VM0_ENTRY=0x48000", "ZEPHYR_VM1_ENTRY=0x20000"],
  "puf.c": ["ZEPHYR_VM0_ENTRY=0x20000", "ZEPHYR_VM1_ENTRY=0x48000"],
};

for (const [name, entries] of Object.entries(configurations)) {
  test(`the configuration ${name} gives no error, and the hypervisor takes it`, async () => {
    const path = `test/config/texts/${name}`;
    const request = { path, ...plain, overrides: entries.map(parseOverride), tolerant: true };
    const system = await openSystem(request, diskFiles);
    assert.equal(errorsIn(system).map(textOf), []);
    // Without images its guests find erased flash and fault; what counts is that they are entered.
    assert.match(String(stopOf(system)), /^FLT|^null$/);
  });
}

test.run();
