/** Another future: a run up to a moment, something changed there, and on from it in a recording of its own. */

import { beatsPerSecond } from "../base/beat.ts";
import { loadHasher } from "../base/hash.ts";
import type { Stop } from "../machine/machine.ts";
import type { Sink } from "../machine/sink.ts";
import { hashedParts } from "../machine/snapshot.ts";
import { powerOn } from "../system/power-on.ts";
import type { System } from "../system/system.ts";
import type { ByteSink, Head } from "../trace/recording.ts";
import { type Change, changeInput, changeText } from "./change.ts";
import { createInputQueue, type Input } from "./input.ts";
import type { Position } from "./position.ts";
import { beginRecording } from "./recorder.ts";
import { advance } from "./session.ts";
import type { Timeline } from "./timeline.ts";

export interface Branch {
  /** Where the machine stands when it is changed. */
  readonly at: Position;
  readonly changes: readonly Change[];
  /** Bytes from outside in place of what the parent got from there on; null = the same as the parent. */
  readonly typed: readonly Input[];
  /** Whether what came in later in the parent comes in here, too. */
  readonly keepLater: boolean;
  /** End of the new run. */
  readonly endBeat: number;
}

export interface Branched {
  readonly tick: number;
  readonly beat: number;
  readonly stop: Stop;
}

/** Longest piece between two looks at the host. */
const pieceBeats = beatsPerSecond / 10;
const silent: Sink = { output: () => {}, moment: () => {}, gap: () => {} };

/** What the new run gets from outside: its parent's past, the changes, and what comes after them. */
export function branchInputs(timeline: Timeline, { at, changes, typed, keepLater }: Branch): Input[] {
  const { list } = timeline.inputs;
  const delivered = list.filter(({ beat }) => beat <= at.beat);
  const later = keepLater ? list.slice(delivered.length) : [];
  const own = changes.map((change) => changeInput(change, at.beat));
  return [...delivered, ...own, ...typed, ...later];
}

/** Runs from power-on; null when `breathe` answered false. The timeline stands at the moment of the branch. */
export async function recordBranch(
  timeline: Timeline,
  branch: Branch,
  out: ByteSink,
  version: string,
  breathe: () => Promise<boolean>,
): Promise<Branched | null> {
  const { system } = timeline;
  const begin = await beginRecording(system, out, version, await parentOf(timeline, branch));
  const machine = powerOn(system, silent);
  const inputs = createInputQueue(branchInputs(timeline, branch));
  const recorder = begin(machine);
  for (;;) {
    const beat = Math.min(branch.endBeat, machine.now() + pieceBeats);
    const stop = advance(machine, inputs, { beat }, recorder);
    const isOver = stop.reason !== "limit" && stop.reason !== "frozen" && stop.reason !== "lockup";
    if (isOver || machine.now() >= branch.endBeat) {
      recorder.end(isOver ? stop.reason : "for");
      return { tick: machine.tick(), beat: machine.now(), stop };
    }
    if (!(await breathe())) return null;
  }
}

/** The parent by its name and by its state at the moment of the branch, before the change. */
async function parentOf({ system, machine }: Timeline, { at, changes, typed }: Branch): Promise<Head["parent"]> {
  const hasher = await loadHasher();
  const inputs = typed.map(({ device, bytes }) => `${device}<${JSON.stringify(new TextDecoder().decode(bytes))}`);
  const change = [...changes.map(changeText), ...inputs].join("\n");
  return { ...at, file: parentName(system), hash: hasher.hex(hashedParts(machine)), change };
}

const parentName = ({ recording, name }: System): string => recording?.file ?? name;
