/** Where the bytes of a variable are: in memory, in registers, in neither, or in pieces (DWARF 5 section 2.6.1). */
import { Cursor } from "../cursor.ts";
import { armRegister } from "./constants.ts";
import { type ExpressionInputs, evaluateUntil } from "./expression.ts";

/** What is asked of the frame that a variable belongs to. */
export interface LocationInputs extends ExpressionInputs {
  /** S0 to S31 by number; null where they are not known. */
  readonly single: (number: number) => number | null;
}

export type Location =
  | { readonly kind: "memory"; readonly address: number }
  /** Bytes that are in no memory, the lowest first; null for those that are lost. */
  | { readonly kind: "held"; readonly bytes: readonly (number | null)[]; readonly where: string }
  | { readonly kind: "lost"; readonly why: string };

type Part =
  | { readonly kind: "memory"; readonly address: number }
  | { readonly kind: "register"; readonly number: number }
  | { readonly kind: "value"; readonly bytes: readonly number[] }
  | { readonly kind: "lost"; readonly why: string };

const op = {
  reg0: 0x50,
  reg31: 0x6f,
  regx: 0x90,
  piece: 0x93,
  bitPiece: 0x9d,
  implicitValue: 0x9e,
  stackValue: 0x9f,
  implicitPointer: 0xa0,
  gnuImplicitPointer: 0xf2,
} as const;

const terminators: readonly number[] = [op.piece, op.bitPiece, op.stackValue];

export const optimisedOut: Location = { kind: "lost", why: "optimised out" };
const notUnderstood: Part = { kind: "lost", why: "kept in a way that cannot be computed here" };

const wordBytes = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

/** Where a variable of `sizeBytes` is by an expression. */
export function locate(expression: Uint8Array, sizeBytes: number, inputs: LocationInputs): Location {
  if (expression.length === 0) return optimisedOut;
  const cursor = new Cursor(expression);
  const pieces: { readonly part: Part; readonly sizeBytes: number }[] = [];
  while (cursor.more) {
    const part = readPart(cursor, inputs);
    if (!cursor.more) {
      if (pieces.length === 0) return wholeOf(part, sizeBytes, inputs);
      break;
    }
    // Pieces of bits are of processors that have them.
    if (cursor.u8() !== op.piece) return { kind: "lost", why: "kept in a way that cannot be computed here" };
    pieces.push({ part, sizeBytes: Math.min(cursor.uleb(), sizeBytes) });
  }
  const places = pieces.map(({ part, sizeBytes: own }) => heldBytes(part, own, inputs));
  const bytes = places.flatMap((one) => one.bytes).slice(0, sizeBytes);
  if (bytes.every((one) => one === null)) return optimisedOut;
  while (bytes.length < sizeBytes) bytes.push(null);
  return { kind: "held", bytes, where: [...new Set(places.map(({ where }) => where))].join(", ") };
}

function readPart(cursor: Cursor, inputs: LocationInputs): Part {
  const code = cursor.bytes[cursor.offset] ?? 0;
  if (code === op.piece) return { kind: "lost", why: "optimised out" };
  if (code >= op.reg0 && code <= op.reg31) {
    cursor.skip(1);
    return { kind: "register", number: code - op.reg0 };
  }
  if (code === op.regx) {
    cursor.skip(1);
    return { kind: "register", number: cursor.uleb() };
  }
  if (code === op.implicitValue) {
    cursor.skip(1);
    const sizeBytes = cursor.uleb();
    const from = cursor.offset;
    cursor.skip(sizeBytes);
    return { kind: "value", bytes: cursor.overrun ? [] : [...cursor.bytes.subarray(from, from + sizeBytes)] };
  }
  if (code === op.implicitPointer || code === op.gnuImplicitPointer) {
    cursor.skip(cursor.end - cursor.offset);
    return { kind: "lost", why: "optimised out: it would point to something that is in no memory" };
  }
  const value = evaluateUntil(cursor, terminators, [], inputs);
  if (value === null) {
    cursor.skip(cursor.end - cursor.offset);
    return notUnderstood;
  }
  if (cursor.bytes[cursor.offset] !== op.stackValue || !cursor.more) return { kind: "memory", address: value >>> 0 };
  cursor.skip(1);
  return { kind: "value", bytes: wordBytes(value) };
}

function wholeOf(part: Part, sizeBytes: number, inputs: LocationInputs): Location {
  if (part.kind === "memory") return part;
  if (part.kind === "lost") return part;
  const { bytes, where } = heldBytes(part, sizeBytes, inputs);
  if (bytes.every((one) => one === null)) return { kind: "lost", why: `was in ${where}, which is not known any more` };
  return { kind: "held", bytes, where };
}

function heldBytes(
  part: Part,
  sizeBytes: number,
  inputs: LocationInputs,
): { readonly bytes: (number | null)[]; readonly where: string } {
  const lost = (): null[] => Array.from({ length: sizeBytes }, () => null);
  if (part.kind === "lost") return { bytes: lost(), where: "no place" };
  if (part.kind === "memory") {
    const byte = (address: number): number | null => {
      const word = inputs.readWord((address & ~3) >>> 0);
      return word === null ? null : (word >>> ((address & 3) * 8)) & 0xff;
    };
    const bytes = Array.from({ length: sizeBytes }, (_, index) => byte(part.address + index));
    return { bytes, where: `0x${part.address.toString(16).padStart(8, "0")}` };
  }
  if (part.kind === "value") {
    const bytes = Array.from({ length: sizeBytes }, (_, index) => part.bytes[index] ?? null);
    return { bytes, where: "no place: it is a constant or computed" };
  }
  return registerBytes(part.number, sizeBytes, inputs);
}

/** What does not fit into one register goes on in the next. */
function registerBytes(
  number: number,
  sizeBytes: number,
  inputs: LocationInputs,
): { readonly bytes: (number | null)[]; readonly where: string } {
  const { firstDouble, firstSingle } = armRegister;
  const isDouble = number >= firstDouble && number < firstDouble + 32;
  const isSingle = number >= firstSingle && number < firstSingle + 32;
  const first = isDouble ? (number - firstDouble) * 2 : number - firstSingle;
  const word = (index: number): number | null =>
    isDouble || isSingle ? inputs.single(first + index) : number < 16 ? inputs.register(number + index) : null;
  const words = Array.from({ length: Math.ceil(sizeBytes / 4) }, (_, index) => word(index));
  const bytes = words.flatMap((one): (number | null)[] => (one === null ? [null, null, null, null] : wordBytes(one)));
  const where = isDouble ? `d${number - firstDouble}` : isSingle ? `s${first}` : (coreNames[number] ?? `r${number}`);
  return { bytes: bytes.slice(0, sizeBytes), where };
}

const coreNames: Readonly<Record<number, string>> = { 13: "sp", 14: "lr", 15: "pc" };
