/** Entries of .debug_frame: which frame description belongs to an address (DWARF 5 section 6.4.1). */
import { Cursor } from "../cursor.ts";
import { type Interval, IntervalIndex } from "../interval.ts";
import { readUnsigned } from "./form.ts";
import { type IsLive, isRealAddress } from "./range.ts";
import type { DebugSections, ProblemLog } from "./sections.ts";
import { readInitialLength } from "./unit.ts";

/** What descriptions have in common. */
export interface FrameCommon {
  readonly codeAlignment: number;
  readonly dataAlignment: number;
  readonly returnAddressRegister: number;
  readonly hasAugmentationData: boolean;
  readonly instructions: Uint8Array;
}

/** How to find the caller's registers from anywhere in a piece of code. */
export interface FrameDescription {
  readonly common: FrameCommon;
  readonly start: number;
  readonly end: number;
  readonly instructions: Uint8Array;
}

export type FrameIndex = IntervalIndex<FrameDescription>;

/** Reads the whole section; damaged entries are noted and left out. */
export function readFrames(sections: DebugSections, log: ProblemLog, isLive: IsLive): FrameDescription[] {
  const section = sections.frame;
  const commons = new Map<number, FrameCommon | null>();
  const frames: FrameDescription[] = [];
  for (let offset = 0; offset < section.length; ) {
    const cursor = new Cursor(section, offset);
    const { length, offsetSizeBytes } = readInitialLength(cursor);
    const end = cursor.offset + length;
    if (cursor.overrun || end > section.length) {
      log.note("frame", offset, "an entry reaches beyond the section");
      break;
    }
    if (length >= offsetSizeBytes) {
      const commonOffset = readUnsigned(cursor, offsetSizeBytes);
      if (!isCommon(commonOffset, offsetSizeBytes)) {
        const frame = readDescription(section, cursor.offset, end, commonAt(section, commonOffset, commons));
        if (!frame) log.note("frame", offset, "a frame description that cannot be understood");
        else if (frame.end > frame.start && isRealAddress(frame.start) && isLive(frame.start)) frames.push(frame);
      }
    }
    offset = end;
  }
  return frames;
}

export function indexFrames(frames: readonly FrameDescription[]): FrameIndex {
  const intervals = frames.map((frame): Interval<FrameDescription> => {
    return { start: frame.start, end: frame.end, value: frame };
  });
  return new IntervalIndex(intervals);
}

/** The id of a common entry is all ones; read as a number, the 64-bit one rounds to 2^64. */
function isCommon(id: number, offsetSizeBytes: number): boolean {
  return id === 0xffff_ffff || (offsetSizeBytes === 8 && id >= 2 ** 63);
}

function commonAt(section: Uint8Array, offset: number, commons: Map<number, FrameCommon | null>): FrameCommon | null {
  let common = commons.get(offset);
  if (common === undefined) {
    common = readCommon(section, offset);
    commons.set(offset, common);
  }
  return common;
}

function readCommon(section: Uint8Array, offset: number): FrameCommon | null {
  const outer = new Cursor(section, offset);
  const { length, offsetSizeBytes } = readInitialLength(outer);
  const end = outer.offset + length;
  const cursor = new Cursor(section, outer.offset, end);
  const id = readUnsigned(cursor, offsetSizeBytes);
  const version = cursor.u8();
  if (end > section.length || !isCommon(id, offsetSizeBytes) || ![1, 3, 4].includes(version)) return null;
  const augmentation = cursor.text();
  if (augmentation !== "" && !augmentation.startsWith("z")) return null;
  if (version >= 4 && (cursor.u8() !== 4 || cursor.u8() !== 0)) return null;
  const codeAlignment = cursor.uleb();
  const dataAlignment = cursor.sleb();
  const returnAddressRegister = version === 1 ? cursor.u8() : cursor.uleb();
  const hasAugmentationData = augmentation !== "";
  if (hasAugmentationData) cursor.skip(cursor.uleb());
  if (cursor.overrun) return null;
  const instructions = section.subarray(cursor.offset, end);
  return { codeAlignment, dataAlignment, returnAddressRegister, hasAugmentationData, instructions };
}

function readDescription(
  section: Uint8Array,
  offset: number,
  end: number,
  common: FrameCommon | null,
): FrameDescription | null {
  const cursor = new Cursor(section, offset, end);
  const start = cursor.u32();
  const sizeBytes = cursor.u32();
  if (!common) return null;
  if (common.hasAugmentationData) cursor.skip(cursor.uleb());
  if (cursor.overrun) return null;
  return { common, start, end: start + sizeBytes, instructions: section.subarray(cursor.offset, end) };
}
