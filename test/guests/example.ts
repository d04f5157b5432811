/** Examples on the machine: what their consoles say and what the monitor reports. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beatsPerSecond } from "../../src/base/beat.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { loadHasher } from "../../src/base/hash.ts";
import type { Machine, Stop } from "../../src/machine/machine.ts";
import { noteKinds } from "../../src/machine/notes.ts";
import type { MomentFields } from "../../src/machine/sink.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { createConsoleLines } from "../../src/trace/console.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Moment {
  readonly kind: string;
  readonly fields: MomentFields;
}

/** A running example and what came out of it so far. */
export interface Example {
  readonly machine: Machine;
  readonly warnings: readonly Diagnostic[];
  readonly moments: readonly Moment[];
  /** What guests used and the model does not have. */
  readonly gaps: readonly string[];
  /** Complete lines of a port, without CR. */
  lines(device: string): string[];
  /** When the line was begun, in seconds; a missing line is an error. */
  secondOf(device: string, text: string): number;
  /** Run up to `seconds` of virtual time after power-on. */
  runTo(seconds: number): Stop;
  hash(): string;
}

/** Names of the folders in a folder of the repository. */
export function foldersIn(path: string): string[] {
  return readdirSync(root + path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export const openExample = (path: string): Promise<System> =>
  openSystem({ path: `${root}examples/${path}`, images: [], loads: [], overrides: [] }, diskFiles);

const hasher = await loadHasher();

export const hashOf = (machine: Machine): string => hasher.hex(hashedParts(machine));

export const toBeat = (seconds: number): number => Math.round(seconds * beatsPerSecond);

/** Switched on, and at the first entry of a guest. */
export function start(system: System): Example {
  const console = createConsoleLines();
  const complete: { device: string; text: string; second: number }[] = [];
  const moments: Moment[] = [];
  const gaps: string[] = [];
  const machine = powerOn(system, {
    output(device, _port, byte, beat) {
      const line = console.push(device, byte, beat, 0);
      if (line !== null) complete.push({ device, text: line.text, second: line.beat / beatsPerSecond });
    },
    moment: (kind, fields) => moments.push({ kind, fields }),
    gap: (what) => gaps.push(what),
  });
  machine.core.scratch.noteMask = (1 << noteKinds.fault) | (1 << noteKinds.lockup) | (1 << noteKinds.exceptionEntry);
  return {
    machine,
    warnings: system.warnings,
    moments,
    gaps,
    lines: (device) => complete.filter((line) => line.device === device).map((line) => line.text),
    secondOf(device, text) {
      const found = complete.find((line) => line.device === device && line.text === text);
      if (found === undefined) throw new Error(`${device} never said "${text}"`);
      return found.second;
    },
    runTo: (seconds) => machine.run({ beat: toBeat(seconds) }),
    hash: () => hashOf(machine),
  };
}

export const startExample = async (path: string): Promise<Example> => start(await openExample(path));
