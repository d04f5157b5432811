/** The scenes' image as an ELF file, so that anything that starts firmware can run it. */
import type { Piece } from "./stage.ts";

const headerBytes = 52;
const entryBytes = 32;
const [executable, arm, load] = [2, 40, 1];

/** Little-endian Arm, a segment for each piece. */
export function elfOf(pieces: readonly Piece[], start: number): Uint8Array {
  const first = headerBytes + entryBytes * pieces.length;
  const file = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.length, first));
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  const halves: [number, number][] = [
    ...([
      [16, executable],
      [18, arm],
      [40, headerBytes],
      [42, entryBytes],
      [44, pieces.length],
    ] as [number, number][]),
  ];
  for (const [at, value] of halves) view.setUint16(at, value, true);
  const words: [number, number][] = [
    [20, 1],
    [24, start],
    [28, headerBytes],
    [36, 0x0500_0000],
  ];
  for (const [at, value] of words) view.setUint32(at, value, true);
  let at = first;
  for (const [index, { address, bytes }] of pieces.entries()) {
    const fields = [load, at, address, address, bytes.length, bytes.length, 7, 4];
    for (const [number, value] of fields.entries())
      view.setUint32(headerBytes + entryBytes * index + 4 * number, value, true);
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}
