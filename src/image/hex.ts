/**
 * Reads Intel HEX (Intel "Hexadecimal Object File Format Specification", revision A, 1988): data, end, extended segment
 * and linear address, and start address records.
 */
import { wholeFile } from "../base/diagnostic.ts";
import { hexText, imageError } from "./codes.ts";

/** Consecutive bytes of a HEX file. */
export interface HexRun {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface HexImage {
  readonly file: string;
  /** Sorted by address; no two touch or overlap. */
  readonly runs: readonly HexRun[];
  /** From a start address record, with the Thumb bit cleared; null without one. */
  readonly entry: number | null;
}

interface HexRecord {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly type: number;
  readonly address: number;
  readonly data: Uint8Array;
}

interface Chunk {
  readonly address: number;
  readonly data: Uint8Array;
  readonly record: HexRecord;
}

const typeNames = ["data", "end", "extended segment address", "start segment address", "extended linear address"];
typeNames.push("start linear address");
const dataBytesOfType = [null, 0, 2, 4, 2, 4];

/**
 * Reads a file's bytes. Throws InputError (IMG07, IMG08, IMG09, IMG11, IMG12, IMG13) at the line and column
 * concerned.
 */
export function readHex(bytes: Uint8Array, file: string): HexImage {
  const chunks: Chunk[] = [];
  let base = 0;
  let segmented = false;
  let entry: number | null = null;
  let ended = false;
  let line = 0;
  for (const [start, end] of linesOf(bytes)) {
    line++;
    if (start === end) continue;
    const record = readRecord(bytes, start, end, line, file);
    if (ended) throw recordError("IMG11", "a record after the end record", record, file);
    if (record.type === 0) chunks.push(...placeData(record, base, segmented, file));
    else if (record.type === 1) ended = true;
    else if (record.type === 2 || record.type === 4) {
      segmented = record.type === 2;
      base = field(record) * (segmented ? 16 : 0x1_0000);
    } else entry = startAddress(record);
  }
  if (!ended) {
    const label = {
      file,
      line: Math.max(line, 1),
      column: 1,
      endLine: Math.max(line, 1),
      endColumn: 1,
      text: "file ends",
    };
    const help = ["the last line must be :00000001FF; build or copy the file again"];
    throw imageError("IMG13", `${file} has no end record; it was probably cut short`, label, help);
  }
  if (chunks.length === 0) {
    throw imageError("IMG07", `${file} holds nothing to load: no data record`, wholeFile(file, "no data record"));
  }
  return { file, runs: joinChunks(chunks, file), entry };
}

/** Start and end of each line without its line end and the blanks around it. */
function* linesOf(bytes: Uint8Array): Generator<[number, number]> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    let first = start;
    let last = newline < 0 ? next : newline;
    while (first < last && isBlank(bytes[first] as number)) first++;
    while (last > first && isBlank(bytes[last - 1] as number)) last--;
    yield [first, last];
    start = next;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

function readRecord(bytes: Uint8Array, start: number, end: number, line: number, file: string): HexRecord {
  const lineStart = bytes.lastIndexOf(0x0a, start) + 1;
  const column = start - lineStart + 1;
  const fail = (text: string, at: number, length: number): Error =>
    placedError("IMG11", text, { line, column: at - lineStart + 1, length }, file);
  if (bytes[start] !== 0x3a) throw fail("the record does not begin with a colon", start, 1);
  const raw: number[] = [];
  for (let at = start + 1; at < end; at += 2) {
    const high = digit(bytes[at] as number);
    const low = at + 1 < end ? digit(bytes[at + 1] as number) : -1;
    if (high < 0) throw fail("not a hexadecimal digit", at, 1);
    if (low < 0) throw fail(at + 1 < end ? "not a hexadecimal digit" : "half a byte", Math.min(at + 1, end - 1), 1);
    raw.push(high * 16 + low);
  }
  const count = raw[0] ?? 0;
  if (raw.length < 5) throw fail("the record is too short", start, end - start);
  if (raw.length !== count + 5) {
    throw fail(`the record says ${count} data bytes, but has ${raw.length - 5}`, start + 1, 2);
  }
  const sum = raw.reduce((total, byte) => total + byte, 0) & 255;
  if (sum !== 0) {
    const written = raw[raw.length - 1] as number;
    const wanted = (written - sum) & 255;
    const text = `checksum is ${byteText(written)}, the other bytes call for ${byteText(wanted)}`;
    throw placedError("IMG12", text, { line, column: end - lineStart - 1, length: 2 }, file);
  }
  const type = raw[3] as number;
  const wantedBytes = dataBytesOfType[type];
  if (wantedBytes === undefined) throw fail(`record type ${byteText(type)} does not exist`, start + 7, 2);
  if (wantedBytes !== null && wantedBytes !== count) {
    throw fail(`a record "${typeNames[type]}" has ${wantedBytes} data bytes, not ${count}`, start + 1, 2);
  }
  const address = ((raw[1] as number) << 8) | (raw[2] as number);
  return { line, column, length: end - start, type, address, data: Uint8Array.from(raw.slice(4, -1)) };
}

/** In segmented records the offset wraps within 64 KiB; one record then lands in two places. */
function placeData(record: HexRecord, base: number, segmented: boolean, file: string): Chunk[] {
  const { address, data } = record;
  if (data.length === 0) return [];
  const split = segmented ? Math.min(data.length, 0x1_0000 - address) : data.length;
  const chunks = [{ address: base + address, data: data.subarray(0, split), record }];
  if (split < data.length) chunks.push({ address: base, data: data.subarray(split), record });
  for (const chunk of chunks) {
    if (chunk.address + chunk.data.length <= 0x1_0000_0000) continue;
    throw recordError("IMG08", "the record reaches beyond the 32-bit address space", record, file);
  }
  return chunks;
}

function startAddress(record: HexRecord): number {
  const value = field(record);
  const address = record.type === 3 ? (value >>> 16) * 16 + (value & 0xffff) : value;
  return (address & ~1) >>> 0;
}

/** The data of an address record as one big-endian number. */
function field(record: HexRecord): number {
  return record.data.reduce((value, byte) => value * 256 + byte, 0);
}

function joinChunks(chunks: Chunk[], file: string): HexRun[] {
  const sorted = [...chunks].sort((a, b) => a.address - b.address || a.record.line - b.record.line);
  const runs: HexRun[] = [];
  for (let first = 0; first < sorted.length; ) {
    const address = (sorted[first] as Chunk).address;
    let end = address;
    let next = first;
    for (; next < sorted.length && (sorted[next] as Chunk).address <= end; next++) {
      const chunk = sorted[next] as Chunk;
      if (chunk.address < end) throw overlapError(sorted[next - 1] as Chunk, chunk, file);
      end += chunk.data.length;
    }
    const bytes = new Uint8Array(end - address);
    for (; first < next; first++) bytes.set((sorted[first] as Chunk).data, (sorted[first] as Chunk).address - address);
    runs.push({ address, bytes });
  }
  return runs;
}

function overlapError(one: Chunk, other: Chunk, file: string): Error {
  const [earlier, later] = one.record.line <= other.record.line ? [one, other] : [other, one];
  const text = `the bytes at ${hexText(other.address)} were given on line ${earlier.record.line} already`;
  return recordError("IMG09", text, later.record, file);
}

type HexCode = "IMG08" | "IMG09" | "IMG11" | "IMG12";

function recordError(code: HexCode, text: string, record: HexRecord, file: string): Error {
  return placedError(code, text, record, file);
}

function placedError(
  code: HexCode,
  text: string,
  place: { readonly line: number; readonly column: number; readonly length: number },
  file: string,
): Error {
  const { line, column, length } = place;
  const label = { file, line, column, endLine: line, endColumn: column + length, text };
  return imageError(code, `${file}: ${text}`, label);
}

function digit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function byteText(value: number): string {
  return value.toString(16).toUpperCase().padStart(2, "0");
}
