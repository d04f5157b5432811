/** Fields of the guest's structures: found once by name in the debug information, then read from memory by number. */
import { type DataType, memberNamed } from "../image/dwarf/data-type.ts";

/** What a lens reads: memory, and nothing else. */
export interface Memory {
  /** A copy; null where no memory answers for all of it. */
  bytes(address: number, sizeBytes: number): Uint8Array | null;
  word(address: number): number | null;
}

export interface Field {
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  readonly signed: boolean;
  readonly bits: { readonly size: number; readonly shift: number } | null;
  readonly type: DataType | null;
}

/**
 * The field that a path leads to from the start of a `type`: member names and array indices, "cpus[0].current".
 * Members of anonymous structures need no step of their own. Null where this build of the guest has no such field.
 */
export function fieldOf(type: DataType | null, path: string): Field | null {
  let at: Field = wholeOf(type, 0);
  for (const step of path.matchAll(/\[(\d+)\]|[^.[\]]+/g)) {
    const next = step[1] === undefined ? memberOf(at, step[0]) : elementOf(at, Number(step[1]));
    if (next === null) return null;
    at = next;
  }
  return at;
}

/** A plain field that something other than debug information names. */
export const plainField = (offsetBytes: number, sizeBytes: number, signed = false): Field => ({
  offsetBytes,
  sizeBytes,
  signed,
  bits: null,
  type: null,
});

function memberOf({ type, offsetBytes }: Field, name: string): Field | null {
  const found = type?.kind === "record" ? memberNamed(type, name) : null;
  if (found === null) return null;
  const { member } = found;
  return { ...wholeOf(member.type(), offsetBytes + found.offsetBytes), bits: member.bits };
}

function elementOf({ type, offsetBytes }: Field, index: number): Field | null {
  const element = type?.kind === "array" ? type.element() : null;
  return element === null ? null : wholeOf(element, offsetBytes + index * element.sizeBytes);
}

function wholeOf(type: DataType | null, offsetBytes: number): Field {
  const signed = (type?.kind === "base" || type?.kind === "enum") && type.signed;
  return { offsetBytes, sizeBytes: type?.sizeBytes ?? 0, signed, bits: null, type };
}

/** A number; 64 bits are exact up to 2^53. Null where there is no such field, or no memory. */
export function readField(memory: Memory, base: number, field: Field | null): number | null {
  const value = field === null ? null : readExact(memory, base, field);
  return value === null ? null : Number(value);
}

/** All 64 bits. Null where no memory answers, and for what is larger. */
export function readExact(memory: Memory, base: number, field: Field): bigint | null {
  const { sizeBytes, signed, bits } = field;
  const length = bits === null ? sizeBytes : (bits.shift + bits.size + 7) >> 3;
  const bytes = length > 8 || length === 0 ? null : memory.bytes(base + field.offsetBytes, length);
  if (bytes === null) return null;
  let value = 0n;
  for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  if (bits !== null) value >>= BigInt(bits.shift);
  const width = bits?.size ?? length * 8;
  return signed ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value);
}

/** Text up to the first zero byte, at most `limitBytes`; null where it is no text. */
export function readText(memory: Memory, address: number, limitBytes: number): string | null {
  let text = "";
  for (let i = 0; i < limitBytes; i++) {
    const byte = memory.bytes(address + i, 1)?.[0];
    if (byte === undefined) return null;
    if (byte === 0) break;
    if (byte < 0x20 || byte === 0x7f) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
