/** Where a VM stands, in words and as labels, from what was last seen of it. */
import type { Diagnostic, Label } from "../base/diagnostic.ts";
import { framesOf, frameText, stateBefore } from "../check/call-chain.ts";
import { sourceLabel, whoOf } from "../check/guest-place.ts";
import type { Stopped } from "../check/stopped.ts";
import type { BacktraceFrame, StoppedState } from "../image/backtrace.ts";
import { excReturnOf, frameOf, handlerOf, pointersOf, type Sight } from "./sight.ts";

/** The processor as the VM left it. */
export function stateOf(sight: Sight, stopped: Stopped): StoppedState | null {
  const { cpu } = sight;
  const { main, process } = pointersOf(sight);
  const handler = handlerOf(sight);
  const here: StoppedState = {
    ...stopped.state,
    ...{ registers: Array.from(cpu.r), secure: false, handler: handler !== 0, exceptionNumber: handler },
    stackPointers: { ...stopped.state.stackPointers, mainNonSecure: main, processNonSecure: process },
    processStackSelected: { secure: false, nonSecure: ((cpu.control[0] ?? 0) & 2) !== 0 },
  };
  const frame = frameOf(sight);
  return frame === null ? here : stateBefore({ ...stopped, state: here }, { excReturn: excReturnOf(sight), frame });
}

export interface Place {
  readonly frames: readonly BacktraceFrame[];
  /** ` in idle (main.c:12)`; empty where nothing is known. */
  readonly where: string;
  readonly labels: readonly Label[];
  readonly who: Pick<Diagnostic, "vm" | "thread">;
}

export function placeOf(sight: Sight, stopped: Stopped): Place {
  const state = stateOf(sight, stopped);
  const frames = state === null ? [] : framesOf(stopped, state);
  const where = frames[0] === undefined ? "" : ` in ${frameText(frames[0])}`;
  const who = whoOf(stopped, sight.partition.name, state);
  return { frames, where, who, labels: sourceLabel(frames, "it stands here") };
}
