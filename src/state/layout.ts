/**
 * Blocks of state: named fields at fixed offsets in the engine's one linear memory. A block declared here is saved,
 * hashed, compared and named in a diff without another line of code.
 */
import { assert } from "../base/assert.ts";

export type ScalarKind = "u8" | "u16" | "u32" | "i32" | "u64" | "f64";

export interface FieldKind<C extends number = number> {
  readonly scalar: ScalarKind;
  /** Elements; 1 for a scalar. */
  readonly count: C;
}

const scalarBytes: Readonly<Record<ScalarKind, number>> = { u8: 1, u16: 2, u32: 4, i32: 4, u64: 8, f64: 8 };

export const u8: FieldKind<1> = { scalar: "u8", count: 1 };
export const u16: FieldKind<1> = { scalar: "u16", count: 1 };
export const u32: FieldKind<1> = { scalar: "u32", count: 1 };
export const i32: FieldKind<1> = { scalar: "i32", count: 1 };
/** Unsigned 64 bits; the TypeScript view gives a number and asserts that it stays below 2^53. */
export const u64: FieldKind<1> = { scalar: "u64", count: 1 };
/** For times that are whole numbers up to 2^53. */
export const f64: FieldKind<1> = { scalar: "f64", count: 1 };
/** `count` elements of one kind, seen as a typed array (`u64` arrays as pairs of u32, low word first). */
export function array(kind: FieldKind<1>, count: number): FieldKind {
  assert(count > 1, "an array field has at least two elements");
  return { scalar: kind.scalar, count };
}

export type Fields = Readonly<Record<string, FieldKind>>;

export interface Block<F extends Fields = Fields> {
  readonly name: string;
  readonly fields: F;
  /** Byte offset of each field from the block's start. */
  readonly offsets: Readonly<Record<keyof F & string, number>>;
  /** A multiple of 8. */
  readonly sizeBytes: number;
}

/** Declare a block: fields in order, each aligned to its scalar. */
export function block<F extends Fields>(name: string, fields: F): Block<F> {
  const offsets: Record<string, number> = {};
  let end = 0;
  for (const [field, kind] of Object.entries(fields)) {
    const bytes = scalarBytes[kind.scalar];
    end = alignUp(end, bytes);
    offsets[field] = end;
    end += bytes * kind.count;
  }
  return { name, fields, offsets: offsets as Block<F>["offsets"], sizeBytes: alignUp(end, 8) };
}

export const fieldBytes = (kind: FieldKind): number => scalarBytes[kind.scalar] * kind.count;

/** The typed face of one placed block: scalars are plain properties, arrays are typed arrays over the same memory. */
export type View<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends FieldKind<1> ? number : ArrayLike<number> & MutableArray;
};

/** What typed-array views of fields offer; element writes wrap to the element's width. */
export interface MutableArray {
  [index: number]: number;
  readonly length: number;
  fill(value: number, start?: number, end?: number): unknown;
  set(values: ArrayLike<number>, offset?: number): void;
}

/** View of `block` placed at byte address `base` of `memory`. */
export function viewOf<F extends Fields>(block: Block<F>, memory: ArrayBufferLike, base: number): View<F> {
  assert(base % 8 === 0, "blocks are placed at multiples of 8");
  const view = {};
  for (const [name, kind] of Object.entries(block.fields)) {
    const at = base + (block.offsets[name] ?? 0);
    const property = kind.count === 1 ? scalarProperty(kind.scalar, memory, at) : arrayProperty(kind, memory, at);
    Object.defineProperty(view, name, { enumerable: true, ...property });
  }
  return view as View<F>;
}

function arrayProperty(kind: FieldKind, memory: ArrayBufferLike, at: number): PropertyDescriptor {
  if (kind.scalar === "u8") return { value: new Uint8Array(memory, at, kind.count) };
  if (kind.scalar === "u16") return { value: new Uint16Array(memory, at, kind.count) };
  if (kind.scalar === "f64") return { value: new Float64Array(memory, at, kind.count) };
  if (kind.scalar === "i32") return { value: new Int32Array(memory, at, kind.count) };
  return { value: new Uint32Array(memory, at, (fieldBytes(kind) / 4) | 0) };
}

function scalarProperty(kind: ScalarKind, memory: ArrayBufferLike, at: number): PropertyDescriptor {
  if (kind === "u64") return wideProperty(new Uint32Array(memory, at, 2));
  const cell = scalarCell(kind, memory, at);
  return {
    get: () => cell[0],
    set: (value: number) => {
      cell[0] = value;
    },
  };
}

function scalarCell(kind: ScalarKind, memory: ArrayBufferLike, at: number): MutableArray {
  if (kind === "u8") return new Uint8Array(memory, at, 1);
  if (kind === "u16") return new Uint16Array(memory, at, 1);
  if (kind === "f64") return new Float64Array(memory, at, 1);
  if (kind === "i32") return new Int32Array(memory, at, 1);
  return new Uint32Array(memory, at, 1);
}

function wideProperty(cell: Uint32Array): PropertyDescriptor {
  return {
    get: () => (cell[1] ?? 0) * 2 ** 32 + (cell[0] ?? 0),
    set: (value: number) => {
      assert(Number.isSafeInteger(value) && value >= 0, "a u64 field holds a whole number below 2^53");
      cell[0] = value >>> 0;
      cell[1] = Math.floor(value / 2 ** 32);
    },
  };
}

export const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to;
