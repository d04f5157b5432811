/**
 * Reads little-endian fields from bytes that cannot be trusted. A read past the end gives 0 and sets `overrun` for
 * good, so a reader tests once after a group of reads instead of before each, and no damaged file can raise an
 * exception.
 */
export class Cursor {
  readonly bytes: Uint8Array;
  /** First offset that may not be read. */
  readonly end: number;
  offset: number;
  overrun: boolean;

  constructor(bytes: Uint8Array, offset = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.end = Math.min(end, bytes.length);
    this.offset = offset;
    this.overrun = !(offset >= 0 && offset <= this.end);
    if (this.overrun) this.offset = this.end;
  }

  /** True while there are bytes left and nothing was read past the end. */
  get more(): boolean {
    return !this.overrun && this.offset < this.end;
  }

  u8(): number {
    const at = this.take(1);
    return at < 0 ? 0 : (this.bytes[at] as number);
  }

  u16(): number {
    const at = this.take(2);
    return at < 0 ? 0 : (this.bytes[at] as number) | ((this.bytes[at + 1] as number) << 8);
  }

  u24(): number {
    const low = this.u16();
    return low | (this.u8() << 16);
  }

  u32(): number {
    const at = this.take(4);
    return at < 0 ? 0 : wordAt(this.bytes, at);
  }

  /** A 64-bit unsigned field as a number: exact up to 2^53. */
  u64(): number {
    const low = this.u32();
    return low + this.u32() * 0x1_0000_0000;
  }

  /** Two's-complement field of 1, 2, 4 or 8 bytes. */
  signed(sizeBytes: number): number {
    if (sizeBytes === 1) return (this.u8() << 24) >> 24;
    if (sizeBytes === 2) return (this.u16() << 16) >> 16;
    const low = this.u32();
    return sizeBytes === 4 ? low | 0 : low + (this.u32() | 0) * 0x1_0000_0000;
  }

  /** Unsigned LEB128, DWARF 5 section 7.6: exact up to 2^53. */
  uleb(): number {
    let result = 0;
    let scale = 1;
    for (;;) {
      const byte = this.u8();
      result += (byte & 0x7f) * scale;
      if (byte < 0x80 || this.overrun) return result;
      scale *= 128;
    }
  }

  /** Signed LEB128, DWARF 5 section 7.6: exact within 2^53. */
  sleb(): number {
    let result = 0;
    let scale = 1;
    for (;;) {
      const byte = this.u8();
      result += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80 || this.overrun) return byte & 0x40 ? result - scale : result;
    }
  }

  /** The lower 32 bits, unsigned, of an unsigned LEB128 of any length. */
  ulebWord(): number {
    return this.lebWord(false);
  }

  /** The lower 32 bits, unsigned, of a signed LEB128 of any length. */
  slebWord(): number {
    return this.lebWord(true);
  }

  /** Text up to the next zero byte, which is consumed. */
  text(): string {
    const start = this.offset;
    this.skipText();
    return this.overrun ? "" : textBetween(this.bytes, start, this.offset - 1);
  }

  skipText(): void {
    const zero = this.bytes.indexOf(0, this.offset);
    if (zero < 0 || zero >= this.end) this.fail();
    else this.offset = zero + 1;
  }

  skip(sizeBytes: number): void {
    this.take(sizeBytes);
  }

  /** A view of the next bytes, empty when they are not all there. */
  slice(sizeBytes: number): Uint8Array {
    const at = this.take(sizeBytes);
    return at < 0 ? this.bytes.subarray(0, 0) : this.bytes.subarray(at, at + sizeBytes);
  }

  private lebWord(isSigned: boolean): number {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      if (shift < 32) result |= (byte & 0x7f) << shift;
      if (byte >= 0x80 && !this.overrun) continue;
      const isNegative = isSigned && (byte & 0x40) !== 0 && shift + 7 < 32;
      return (isNegative ? result | (-1 << (shift + 7)) : result) >>> 0;
    }
  }

  private take(sizeBytes: number): number {
    const at = this.offset;
    if (sizeBytes <= this.end - at && sizeBytes >= 0) {
      this.offset = at + sizeBytes;
      return at;
    }
    this.fail();
    return -1;
  }

  private fail(): void {
    this.overrun = true;
    this.offset = this.end;
  }
}

/** The unsigned word at an offset the caller has checked. */
export function wordAt(bytes: Uint8Array, at: number): number {
  const upper = ((bytes[at + 3] as number) << 24) | ((bytes[at + 2] as number) << 16);
  return (upper | ((bytes[at + 1] as number) << 8) | (bytes[at] as number)) >>> 0;
}

/**
 * Longest name that is taken over whole; without a limit a table of overlapping names could be multiplied to any
 * size.
 */
const nameLimitBytes = 4096;

/** The text that starts at an offset of a string table and ends at the next zero byte; null outside the table. */
export function textAt(table: Uint8Array, offset: number): string | null {
  if (offset >= table.length || offset < 0) return null;
  const limit = offset + nameLimitBytes;
  const zero = table.subarray(offset, limit).indexOf(0);
  if (zero < 0 && limit >= table.length) return null;
  return textBetween(table, offset, zero < 0 ? limit : offset + zero);
}

const decoder = new TextDecoder("utf-8");

/** UTF-8 text; short plain names, which nearly all are, skip the decoder. */
function textBetween(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 64) return decoder.decode(bytes.subarray(start, end));
  let text = "";
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte > 0x7e) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
