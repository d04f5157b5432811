/**
 * Tests that need something a machine may lack are skipped by name and with the reason, never silently:
 *
 *     const name = "gdb steps backward";
 *     if (skipUnless(hasGdb, name, "gdb-multiarch is not installed")) test(name, () => ...);
 *
 * The runner counts the printed lines and repeats them at its end.
 */
import { spawnSync } from "node:child_process";

/**
 * Returns `condition` as a boolean; prints `SKIP name: reason` when it is false. Call it where the test is registered.
 */
export function skipUnless(condition: unknown, testName: string, reason: string): boolean {
  if (!condition) process.stdout.write(`SKIP ${testName}: ${reason}\n`);
  return Boolean(condition);
}

/** Whether a program can be started here; asks it for its version, so a broken installation counts as absent. */
export function hasProgram(name: string, versionOption = "--version"): boolean {
  return spawnSync(name, [versionOption], { stdio: "ignore" }).status === 0;
}
