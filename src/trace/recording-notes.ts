/** Notes added to a recording that is whole: everything that is there stays as it is, byte for byte. */
import type { Hasher } from "../base/hash.ts";
import { encodeChunk, footer, prefaceBytes, scanChunks } from "./recording-chunk.ts";
import type { Note } from "./recording-record.ts";

/** The recording with one more note; null where it is cut or damaged, as nothing can be put behind that. */
export function withNote(bytes: Uint8Array, note: Note, hasher: Hasher): Uint8Array | null {
  const { chunks, brokenAt } = scanChunks(bytes, hasher);
  const index = chunks.at(-1);
  if (brokenAt !== null || index?.kind !== "indx") return null;
  const before = chunks.slice(0, -1);
  const added = encodeChunk("note", before.length, [note], hasher);
  const offset = index.offset + added.bytes.length;
  const rows = [...before, { ...added, offset: index.offset }].map(({ kind, offset, checksum }) => [
    kind,
    offset,
    checksum,
  ]);
  const list = encodeChunk("indx", before.length + 1, [rows], hasher);
  return Uint8Array.from(
    Buffer.concat([
      bytes.subarray(0, before.length === 0 ? prefaceBytes : index.offset),
      added.bytes,
      list.bytes,
      footer(offset),
    ]),
  );
}
