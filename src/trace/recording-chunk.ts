/**
 * The outer form of a recording: a magic number, then chunks that can each be read alone, then an index that proves
 * that all of them are there.
 *
 * A chunk: kind (4 letters), number, stored bytes, raw bytes (u32 each, little-endian), xxHash64 over those 16 bytes
 * and the stored ones, then the stored bytes: msgpack records one after the other, deflated without a header.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { Packr, Unpackr } from "msgpackr";
import type { Hasher } from "../base/hash.ts";

export const chunkKinds = ["head", "file", "span", "note", "ends", "indx"] as const;
export type ChunkKind = (typeof chunkKinds)[number];

/** Raised by every change that older readers would misunderstand. */
export const formatVersion = 1;

/** Line ends in both forms, and the byte that ends a text, so that a mangled transfer shows at once. */
const magic = [0x43, 0x48, 0x56, 0x52, 0x0d, 0x0a, 0x1a];
const footerMagic = [0x63, 0x68, 0x76, 0x2d, 0x65, 0x6e, 0x64, 0x0a];
export const prefaceBytes = magic.length + 1;
const headerBytes = 24;
export const footerBytes = 16;
/** No chunk unpacks to more: what says so is not ours. */
const rawLimitBytes = 1 << 28;

// Plain maps: any msgpack reader understands them.
const packer = new Packr({ useRecords: false });
/** Where a usual chunk is packed: each would ask for new memory otherwise, in the middle of a run. */
const packingRoom = Buffer.alloc(1 << 16);
const unpacker = new Unpackr({ useRecords: false, mapsAsObjects: true, int64AsType: "number" });

export interface NewChunk {
  readonly kind: ChunkKind;
  readonly number: number;
  /** Hexadecimal. */
  readonly checksum: string;
  /** The whole chunk as it stands in the file. */
  readonly bytes: Uint8Array;
}

export interface Chunk extends NewChunk {
  readonly offset: number;
}

export const preface = (): Uint8Array => Uint8Array.from([...magic, formatVersion]);

export function encodeChunk(kind: ChunkKind, number: number, records: readonly unknown[], hasher: Hasher): NewChunk {
  packer.useBuffer(packingRoom);
  const raw = Buffer.concat(records.map((record) => packer.pack(record)));
  const stored = kind === "span" ? storedBlocks(raw) : deflateRawSync(raw, { level: raw.length > 4096 ? 6 : 1 });
  const bytes = new Uint8Array(headerBytes + stored.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < 4; index++) bytes[index] = kind.charCodeAt(index);
  view.setUint32(4, number, true);
  view.setUint32(8, stored.length, true);
  view.setUint32(12, raw.length, true);
  const checksum = hasher.hex([bytes.subarray(0, 16), stored]);
  view.setUint32(16, Number.parseInt(checksum.slice(8), 16), true);
  view.setUint32(20, Number.parseInt(checksum.slice(0, 8), 16), true);
  bytes.set(stored, headerBytes);
  return { kind, number, checksum, bytes };
}

const blockLimitBytes = 0xffff;

/**
 * Deflate's way of saying bytes as they are (RFC 1951, 3.2.4). Spans are written while the run goes on and are nearly
 * all check values, which nothing makes shorter: compressing them would cost more than all the checks.
 */
function storedBlocks(raw: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(raw.length / blockLimitBytes));
  const stored = new Uint8Array(raw.length + 5 * blocks);
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = raw.subarray(block * blockLimitBytes, (block + 1) * blockLimitBytes);
    stored[at] = block === blocks - 1 ? 1 : 0;
    new DataView(stored.buffer).setUint32(at + 1, part.length | (~part.length << 16), true);
    stored.set(part, at + 5);
    at += 5 + part.length;
  }
  return stored;
}

/** Last bytes of a whole recording. */
export function footer(indexOffset: number): Uint8Array {
  const bytes = new Uint8Array(footerBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, indexOffset >>> 0, true);
  view.setUint32(4, Math.floor(indexOffset / 2 ** 32), true);
  bytes.set(footerMagic, 8);
  return bytes;
}

export interface Scan {
  /** -1: no recording at all. */
  readonly version: number;
  readonly chunks: readonly Chunk[];
  /** First byte that is not part of a whole chunk or a right footer; null when the file is whole. */
  readonly brokenAt: number | null;
}

/** Every whole chunk from the start of a file on. */
export function scanChunks(bytes: Uint8Array, hasher: Hasher): Scan {
  if (bytes.length < prefaceBytes || magic.some((byte, index) => bytes[index] !== byte)) {
    return { version: -1, chunks: [], brokenAt: 0 };
  }
  const version = bytes[magic.length] ?? 0;
  const chunks: Chunk[] = [];
  if (version !== formatVersion) return { version, chunks, brokenAt: prefaceBytes };
  let offset = prefaceBytes;
  for (;;) {
    const chunk = chunkAt(bytes, offset, hasher);
    if (chunk === null || chunk.number !== chunks.length) return { version, chunks, brokenAt: offset };
    chunks.push(chunk);
    offset += chunk.bytes.length;
    if (chunk.kind === "indx") break;
  }
  const last = footer(chunks.at(-1)?.offset ?? 0);
  const whole = bytes.length === offset + footerBytes && last.every((byte, index) => bytes[offset + index] === byte);
  return { version, chunks, brokenAt: whole ? null : offset };
}

function chunkAt(bytes: Uint8Array, offset: number, hasher: Hasher): Chunk | null {
  if (bytes.length - offset < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, headerBytes);
  const letters = String.fromCharCode(...bytes.subarray(offset, offset + 4));
  const kind = chunkKinds.find((one) => one === letters);
  const end = offset + headerBytes + view.getUint32(8, true);
  if (kind === undefined || end > bytes.length || view.getUint32(12, true) > rawLimitBytes) return null;
  const hexOf = (at: number): string => view.getUint32(at, true).toString(16).padStart(8, "0");
  const checksum = hexOf(20) + hexOf(16);
  const covered = [bytes.subarray(offset, offset + 16), bytes.subarray(offset + headerBytes, end)];
  if (hasher.hex(covered) !== checksum) return null;
  return { kind, number: view.getUint32(4, true), offset, checksum, bytes: bytes.subarray(offset, end) };
}

/** The records of a chunk; null when they are not what the header says. */
export function recordsOf({ bytes }: Chunk): unknown[] | null {
  const rawBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  try {
    const raw = inflateRawSync(bytes.subarray(headerBytes), { maxOutputLength: Math.max(1, rawBytes) });
    if (raw.length !== rawBytes) return null;
    return raw.length === 0 ? [] : unpacker.unpackMultiple(raw);
  } catch {
    return null;
  }
}
