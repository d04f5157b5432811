/** Whether a program has floating-point instructions: coprocessors 10 and 11 of T32 (DDI 0553, C2.4). */
import type { Image, Segment } from "../image/image.ts";

/** A word that a table without mapping symbols happens to hold is no instruction; a few in code are. */
const enough = 2;

const isLong = (first: number): boolean => first >= 0xe800;

const isFloat = (first: number, second: number): boolean =>
  ((first & 0xee00) === 0xec00 || (first & 0xef00) === 0xee00) && ((second >>> 8) & 0xe) === 0xa;

function countIn({ symbols }: Image, { runAddress, bytes }: Segment): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (const { start, end } of symbols.codeRanges) {
    let at = Math.max(0, start - runAddress);
    const stop = Math.min(bytes.length, end - runAddress) - 4;
    while (at <= stop && count < enough) {
      const first = view.getUint16(at, true);
      const long = isLong(first) && symbols.codeKindAt(runAddress + at) === "thumb";
      if (long && isFloat(first, view.getUint16(at + 2, true))) count++;
      at += long ? 4 : 2;
    }
  }
  return count;
}

export const hasFloatCode = (image: Image): boolean =>
  image.segments.reduce((sum, segment) => sum + countIn(image, segment), 0) >= enough;
