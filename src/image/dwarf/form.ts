/** Attribute values by form (DWARF 5 section 7.5.5 and 7.5.6), read or skipped without interpreting them. */
import type { Cursor } from "../cursor.ts";
import { form } from "./constants.ts";

/** Sizes that the unit header decides. */
export interface Encoding {
  readonly version: number;
  readonly addressSizeBytes: number;
  /** 4 in the 32-bit format, 8 in the 64-bit format. */
  readonly offsetSizeBytes: number;
}

/**
 * A value as stored: the number itself; for text in place, blocks and expressions the offset in the section, with
 * `sizeBytes` for the latter two; for references the stored reference; for indexed forms the index.
 */
export interface FormValue {
  readonly form: number;
  readonly value: number;
  readonly sizeBytes: number;
}

const fixedSizes = new Map<number, number>([
  [form.data1, 1],
  [form.flag, 1],
  [form.ref1, 1],
  [form.strx1, 1],
  [form.addrx1, 1],
  [form.data2, 2],
  [form.ref2, 2],
  [form.strx2, 2],
  [form.addrx2, 2],
  [form.strx3, 3],
  [form.addrx3, 3],
  [form.data4, 4],
  [form.ref4, 4],
  [form.refSup4, 4],
  [form.strx4, 4],
  [form.addrx4, 4],
  [form.data8, 8],
  [form.ref8, 8],
  [form.refSig8, 8],
  [form.refSup8, 8],
  [form.data16, 16],
  [form.flagPresent, 0],
  [form.implicitConst, 0],
]);

const offsetForms: readonly number[] = [
  form.strp,
  form.secOffset,
  form.strpSup,
  form.lineStrp,
  form.gnuRefAlt,
  form.gnuStrpAlt,
];

const lebForms: readonly number[] = [form.udata, form.refUdata, form.strx, form.addrx, form.loclistx, form.rnglistx];

/** Size of a form that is the same for every value; null for the others. */
export function fixedFormSize(code: number, encoding: Encoding): number | null {
  if (code === form.addr) return encoding.addressSizeBytes;
  if (code === form.refAddr) return encoding.version <= 2 ? encoding.addressSizeBytes : encoding.offsetSizeBytes;
  if (offsetForms.includes(code)) return encoding.offsetSizeBytes;
  return fixedSizes.get(code) ?? null;
}

/** Reads one value; an unknown form ends the reading by setting the cursor's overrun. */
export function readForm(cursor: Cursor, code: number, encoding: Encoding, implicit: number): FormValue {
  if (code === form.indirect) return readIndirect(cursor, encoding);
  if (code === form.flagPresent) return { form: code, value: 1, sizeBytes: 0 };
  if (code === form.implicitConst) return { form: code, value: implicit, sizeBytes: 0 };
  if (code === form.string) {
    const value = cursor.offset;
    cursor.skipText();
    return { form: code, value, sizeBytes: 0 };
  }
  const block = blockSize(cursor, code);
  if (block !== null) {
    const value = cursor.offset;
    cursor.skip(block);
    return { form: code, value, sizeBytes: block };
  }
  if (code === form.data16) return { form: code, value: readAndSkip(cursor, 16), sizeBytes: 0 };
  return { form: code, value: readNumber(cursor, code, encoding), sizeBytes: 0 };
}

export function skipForm(cursor: Cursor, code: number, encoding: Encoding): void {
  const fixed = fixedFormSize(code, encoding);
  if (fixed !== null) cursor.skip(fixed);
  else readForm(cursor, code, encoding, 0);
}

function readNumber(cursor: Cursor, code: number, encoding: Encoding): number {
  if (lebForms.includes(code)) return cursor.uleb();
  if (code === form.sdata) return cursor.sleb();
  // The attribute decides about the sign. Nothing of a 32-bit program needs bit 63, but clang writes -8 as this.
  if (code === form.data8) return cursor.signed(8);
  return readUnsigned(cursor, fixedFormSize(code, encoding));
}

/** An unsigned field; a size that does not exist ends the reading. */
export function readUnsigned(cursor: Cursor, sizeBytes: number | null): number {
  if (sizeBytes === 1) return cursor.u8();
  if (sizeBytes === 2) return cursor.u16();
  if (sizeBytes === 3) return cursor.u24();
  if (sizeBytes === 4) return cursor.u32();
  if (sizeBytes === 8) return cursor.u64();
  cursor.skip(-1);
  return 0;
}

function readIndirect(cursor: Cursor, encoding: Encoding): FormValue {
  const code = cursor.uleb();
  if (code === form.indirect || code === form.implicitConst) cursor.skip(-1);
  return cursor.overrun ? { form: code, value: 0, sizeBytes: 0 } : readForm(cursor, code, encoding, 0);
}

function blockSize(cursor: Cursor, code: number): number | null {
  if (code === form.block1) return cursor.u8();
  if (code === form.block2) return cursor.u16();
  if (code === form.block4) return cursor.u32();
  return code === form.block || code === form.exprloc ? cursor.uleb() : null;
}

function readAndSkip(cursor: Cursor, sizeBytes: number): number {
  const value = cursor.offset;
  cursor.skip(sizeBytes);
  return value;
}
