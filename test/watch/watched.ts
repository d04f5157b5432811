/** Runs an example as `run` does and gives what was watched: at the end, and as events meanwhile. */
import { fileURLToPath } from "node:url";
import { beatsPerSecond } from "../../src/base/beat.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { loadHasher } from "../../src/base/hash.ts";
import { watchedOf } from "../../src/cli/findings.ts";
import { type Ran, type RunOptions, runSystem } from "../../src/cli/run-system.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import type { System } from "../../src/system/system.ts";
import type { Event } from "../../src/trace/event.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const hasher = await loadHasher();

/** `images` by VM, in place of the example's own. */
export const openExample = (path: string, images: Readonly<Record<string, Uint8Array>> = {}): Promise<System> => {
  const named = Object.keys(images).map((vm) => [vm, vm] as const);
  const bytes = (file: string): Uint8Array | null => images[file] ?? diskFiles.bytes(file);
  return openSystem(
    { path: `${root}examples/${path}`, images: named, loads: [], overrides: [] },
    { ...diskFiles, bytes },
  );
};

export interface Typed {
  readonly vm: string;
  readonly second: number;
  readonly text: string;
}

export interface Watched {
  readonly ran: Ran;
  readonly findings: readonly Diagnostic[];
  readonly events: readonly Event[];
  readonly hash: string;
}

export async function runWatched(system: System, seconds: number, typed: readonly Typed[] = []): Promise<Watched> {
  const events: Event[] = [];
  const options: RunOptions = {
    engine: "interp",
    ...{ until: null, failOn: null, timeout: null, mayFault: [], realtime: null, recorder: null },
    for: { unit: "beats", beats: seconds * beatsPerSecond },
    sends: typed.map(({ vm, second, text }) => {
      return { vm, beat: Math.round(second * beatsPerSecond), bytes: new TextEncoder().encode(text) };
    }),
  };
  const ran = await runSystem(system, options, {
    event(event) {
      if (event.kind === "watch") events.push(event);
    },
  });
  return { ran, findings: watchedOf(system, ran), events, hash: hasher.hex(hashedParts(ran.machine)) };
}

export const watchExample = async (path: string, seconds: number, typed: readonly Typed[] = []): Promise<Watched> =>
  runWatched(await openExample(path), seconds, typed);

export const codesOf = ({ findings }: Watched): string[] => findings.map(({ code }) => code);
