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

/** Where a VM was seen, as a ring: all of its registers each time. */
export interface Samples {
  readonly registers: readonly Uint32Array[];
  readonly cycles: Float64Array;
  count: number;
}

export const createSamples = (): Samples => ({
  registers: Array.from({ length: sampleCount }, () => new Uint32Array(16)),
  cycles: new Float64Array(sampleCount),
  count: 0,
});

/** The VM is seen again; `look` writes its registers. */
export function sample(samples: Samples, cycle: number, look: (registers: Uint32Array) => void): void {
  const at = samples.count % sampleCount;
  const registers = samples.registers[at];
  if (registers !== undefined) look(registers);
  samples.cycles[at] = cycle;
  samples.count++;
}

const pcOf = (registers: Uint32Array): number => registers[15] ?? 0;

/** It did something else: printed, or slept. */
export function forget(samples: Samples): void {
  samples.count = 0;
}

export function isSpinning({ registers, count }: Samples): boolean {
  if (count < sampleCount) return false;
  const lines: number[] = [];
  for (const one of registers) if (!lines.includes(pcOf(one) >>> 5)) lines.push(pcOf(one) >>> 5);
  return lines.length <= fewPlaces;
}

/** Each instruction is put into words once, however often the loop is gone through. */
function readingOnce(stopped: Stopped): Stopped {
  const texts = new Map<number, string | null>();
  const instructionAt = (address: number, itstate: number): string | null => {
    const known = texts.get(address);
    if (known !== undefined) return known;
    const text = stopped.instructionAt(address, itstate);
    texts.set(address, text);
    return text;
  };
  return { ...stopped, instructionAt };
}

/**
 * Whether the loop came back to a place in memory: who waits for something looks at it again and again, who computes
 * walks on. In one sample it stands in any case, the last.
 */
function comesBack(stopped: Stopped, { registers }: Samples, pcs: readonly number[], address: number): boolean {
  return registers.filter((one) => loopAt(stopped, pcs, [...one]).reads.includes(address)).length > 1;
}

/** Null where the places are a loop that computes: it stores or walks through memory, and reads no peripheral. */
export function explainSpin(sight: Sight, samples: Samples, stopped: Stopped, seconds: number): Diagnostic | null {
  const state = stateOf(sight, stopped);
  if (state === null) return null;
  const pcs = [...new Set(samples.registers.map(pcOf))];
  const read = readingOnce(stopped);
  const loop = loopAt(read, pcs, state.registers);
  const polled = polledOf(loop, stopped.board).filter(
    (address) => !isMemory(stopped.board, address) || comesBack(read, samples, pcs, address),
  );
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
