/**
 * Moments the machine can go back to at once: as many as a bound of memory allows, dense near the cursor, sparse far
 * from it. What is dropped costs time, never a result.
 */
import { type Beat, beatsPerSecond } from "../base/beat.ts";
import type { Machine } from "../machine/machine.ts";
import { createPageStore, type PageImage } from "./page-image.ts";
import { comparePositions, firstFrom, type Position, positionOf } from "./position.ts";

export interface Keyframe extends Position {
  /** Inputs delivered before. */
  readonly inputs: number;
  readonly image: PageImage;
}

export interface Keyframes {
  /** The machine as it stands; the keyframe that is there already, where one is. */
  take(inputs: number): Keyframe;
  restore(keyframe: Keyframe): void;
  /** The last one at or before a moment. */
  before(beat: Beat): Keyframe;
  /** The last one of which the tick is smaller, or the first of all. */
  beforeTick(tick: number): Keyframe;
  /** The last one strictly before a position; null at the start of history. */
  preceding(position: Position): Keyframe | null;
  readonly list: readonly Keyframe[];
  /**
   * Whether memory at a place of linear memory was certainly not written between two neighbouring keyframes (`to` the
   * later one).
   */
  untouched(to: Keyframe, ramOffset: number, bytes: number): boolean;
  usedBytes(): number;
}

/** What a stretch of history costs to run again: a second of sleep about as much as a million instructions. */
export const workAt = ({ tick, beat }: Position): number => tick + (beat / beatsPerSecond) * 1_000_000;

export function createKeyframes(machine: Machine, limitBytes: number): Keyframes {
  const store = createPageStore(machine);
  const list: Keyframe[] = [];
  const drop = (index: number): void => {
    const [gone] = list.splice(index, 1);
    if (gone === undefined) return;
    const next = list[index];
    // What was written in the stretch that ends there is now written in the longer one.
    if (next !== undefined) mergeBits(next.image.written, gone.image.written);
    store.drop(gone.image);
  };
  const thin = (): void => {
    const cursor = workAt(positionOf(machine));
    while (store.usedBytes() > limitBytes && list.length > 2) {
      const worth = list.map((one, index) => worthOf(list[index - 1], one, list[index + 1], cursor));
      const limit = worth.slice().sort((a, b) => a - b)[(list.length - 2) >>> 3] ?? 0;
      for (let index = list.length - 1; index > 0; index--) {
        // Never two neighbours in one go: their worth was reckoned with each other there.
        if ((worth[index] ?? 0) <= limit) drop(index--);
      }
    }
  };
  const at = (index: number): Keyframe => {
    const found = list[Math.max(0, index)];
    if (found === undefined) throw new Error("history has a first keyframe");
    return found;
  };
  return {
    take(inputs) {
      const position = positionOf(machine);
      const index = firstFrom(list, position);
      const there = list[index];
      if (there !== undefined && comparePositions(there, position) === 0) return there;
      const keyframe = { ...position, inputs, image: store.take() };
      list.splice(index, 0, keyframe);
      if (store.usedBytes() > limitBytes) thin();
      return keyframe;
    },
    restore: ({ image }) => store.restore(image),
    before: (beat) => at(firstFrom(list, { beat, tick: Number.POSITIVE_INFINITY }) - 1),
    beforeTick(tick) {
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (at(middle).tick < tick) low = middle + 1;
        else high = middle;
      }
      return at(low - 1);
    },
    preceding: (position) => list[firstFrom(list, position) - 1] ?? null,
    get list() {
      return list;
    },
    untouched: ({ image }, ramOffset, bytes) => areClear(image.written, ramOffset, bytes),
    usedBytes: store.usedBytes,
  };
}

/** How much is lost with a keyframe: the stretch that would have to be run, the less the farther it is. */
function worthOf(before: Keyframe | undefined, one: Keyframe, after: Keyframe | undefined, cursor: number): number {
  if (before === undefined || after === undefined) return Number.POSITIVE_INFINITY;
  const gap = workAt(after) - workAt(before);
  return gap / (1 + Math.abs(workAt(one) - cursor));
}

function mergeBits(into: Uint8Array, more: Uint8Array): void {
  more.forEach((bits, index) => {
    into[index] = (into[index] ?? 0) | bits;
  });
}

const pageShift = 10;

function areClear(bits: Uint8Array, offset: number, bytes: number): boolean {
  for (let page = offset >>> pageShift; page <= (offset + bytes - 1) >>> pageShift; page++) {
    if (((bits[page >>> 3] ?? 0) & (1 << (page & 7))) !== 0) return false;
  }
  return true;
}
