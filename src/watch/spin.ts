/** WAT03: a VM that has been seen at the same few places for a second of its time, never asleep, never printing. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Board } from "../board/board.ts";
import { chainHelp, frameText } from "../check/call-chain.ts";
import { nonSecureView, residentText } from "../check/resident.ts";
import type { Stopped } from "../check/stopped.ts";
import { hex } from "../check/window.ts";
import { watchDiagnostic } from "./codes.ts";
import { handlerText, lineText, obstaclesOf } from "./lines.ts";
import { placeOf, stateOf } from "./place.ts";
import { type Loop, loopAt } from "./poll.ts";
import type { Sight } from "./sight.ts";

/** Places that are remembered. */
const sampleCount = 8;
/** Stretches of 32 bytes among them, at most, to be called a loop. */
const fewPlaces = 5;

/** Where a VM was seen, as a ring. */
export interface Samples {
  readonly pcs: Uint32Array;
  count: number;
  /** Cycle of the oldest place in the ring. */
  readonly cycles: Float64Array;
}

export const createSamples = (): Samples => ({
  pcs: new Uint32Array(sampleCount),
  cycles: new Float64Array(sampleCount),
  count: 0,
});

export function sample(samples: Samples, pc: number, cycle: number): void {
  const at = samples.count % sampleCount;
  samples.pcs[at] = pc;
  samples.cycles[at] = cycle;
  samples.count++;
}

/** It did something else: printed, or slept. */
export function forget(samples: Samples): void {
  samples.count = 0;
}

export function isSpinning({ pcs, count }: Samples): boolean {
  if (count < sampleCount) return false;
  const lines: number[] = [];
  for (const pc of pcs) if (!lines.includes(pc >>> 5)) lines.push(pc >>> 5);
  return lines.length <= fewPlaces;
}

/** Null where the places are a loop that computes: it stores, and reads no peripheral. */
export function explainSpin(sight: Sight, samples: Samples, stopped: Stopped, seconds: number): Diagnostic | null {
  const state = stateOf(sight, stopped);
  if (state === null) return null;
  const loop = loopAt(stopped, [...new Set(samples.pcs)], state.registers);
  const polled = polledOf(loop, stopped.board);
  if (polled.length === 0 && !loop.empty) return null;
  const { frames, where, who, labels } = placeOf(sight, stopped);
  const reads = polled.map((address) => `${hex(address)} (${thingAt(stopped, address)})`);
  const what = loop.empty ? "a branch to itself" : `reading ${reads.join(" and ")}`;
  const obstacles = obstaclesOf(sight, stopped.board).map(
    ({ line, why }) => `${lineText(stopped.board, line)} is pending meanwhile, but ${why}`,
  );
  const caller = frames.find(({ kind }) => kind === "called");
  return watchDiagnostic("WAT03", `${sight.partition.name} spins${where}${handlerText(sight)}: ${what}`, {
    labels,
    help: [
      `it has done nothing else for ${seconds.toFixed(1)} s, and used all of its slices for it`,
      ...(loop.empty && caller !== undefined
        ? [`a loop like this ends an error handler: see ${frameText(caller)}`]
        : []),
      ...obstacles,
      ...chainHelp(frames),
    ],
    ...who,
    tick: stopped.tick,
  });
}

/** Peripherals first; a variable counts where the loop changes nothing itself. */
function polledOf({ reads, stores }: Loop, board: Board): number[] {
  const different = [...new Set(reads)];
  const devices = different.filter((address) => !isMemory(board, address));
  if (devices.length > 0) return devices.slice(0, 2);
  return stores || different.length > 2 ? [] : different;
}

const isMemory = (board: Board, address: number): boolean =>
  board.memories.some(({ base, sizeBytes }) => {
    const view = nonSecureView(board, address);
    return view >= base && view - base < sizeBytes;
  });

function thingAt(stopped: Stopped, address: number): string {
  for (const { image } of stopped.images) {
    const found = image.symbols.objectAt(address);
    if (found === null) continue;
    const { symbol, offsetBytes } = found;
    return `variable ${symbol.name}${offsetBytes === 0 ? "" : `+${hex(offsetBytes)}`}`;
  }
  return residentText(stopped.board, address);
}
