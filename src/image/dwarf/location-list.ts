/** Which expression says where a variable is, at one address (DWARF 5 section 2.6.2; DWARF 4 section 2.6.2). */
import { Cursor } from "../cursor.ts";
import { form, locationListEntry } from "./constants.ts";
import { type FormValue, readUnsigned } from "./form.ts";
import { unitBase } from "./range.ts";
import type { DebugSections } from "./sections.ts";
import { indexedAddress, type Unit } from "./unit.ts";

const inPlace: readonly number[] = [form.exprloc, form.block, form.block1, form.block2, form.block4];

/** Lists are as long as a function has changes of mind; a damaged one may have no end. */
const entryLimit = 10_000;

/** The expression of an attribute of class location; null where the list has none for `pc`. */
export function expressionAt(value: FormValue, unit: Unit, sections: DebugSections, pc: number): Uint8Array | null {
  if (inPlace.includes(value.form)) return sections.info.subarray(value.value, value.value + value.sizeBytes);
  return unit.encoding.version < 5 ? inOldList(value, unit, sections, pc) : inNewList(value, unit, sections, pc);
}

function inOldList(list: FormValue, unit: Unit, sections: DebugSections, pc: number): Uint8Array | null {
  const cursor = new Cursor(sections.loc, list.value);
  let base = unitBase(unit, sections);
  for (let count = 0; cursor.more && count < entryLimit; count++) {
    const start = cursor.u32();
    const end = cursor.u32();
    if (start === 0 && end === 0) break;
    if (start === 0xffff_ffff) {
      base = end;
      continue;
    }
    const expression = take(cursor, cursor.u16());
    if (pc >= base + start && pc < base + end) return expression;
  }
  return null;
}

function inNewList(list: FormValue, unit: Unit, sections: DebugSections, pc: number): Uint8Array | null {
  const cursor = new Cursor(sections.loclists, listOffset(list, unit, sections));
  const indexed = (): number => indexedAddress(cursor.uleb(), unit, sections) ?? 0;
  let base = unitBase(unit, sections);
  let fallback: Uint8Array | null = null;
  for (let count = 0; cursor.more && count < entryLimit; count++) {
    const kind = cursor.u8();
    if (kind === locationListEntry.end) break;
    if (kind === locationListEntry.baseAddressx) base = indexed();
    else if (kind === locationListEntry.baseAddress) base = cursor.u32();
    else if (kind === locationListEntry.viewPair) cursor.uleb() + cursor.uleb();
    else if (kind === locationListEntry.defaultLocation) fallback = take(cursor, cursor.uleb());
    else {
      const range = readRange(kind, cursor, base, indexed);
      if (range === null) return null;
      const expression = take(cursor, cursor.uleb());
      if (pc >= range.start && pc < range.end) return expression;
    }
  }
  return cursor.overrun ? null : fallback;
}

function readRange(
  kind: number,
  cursor: Cursor,
  base: number,
  indexed: () => number,
): { readonly start: number; readonly end: number } | null {
  if (kind === locationListEntry.offsetPair) {
    const start = base + cursor.uleb();
    return { start, end: base + cursor.uleb() };
  }
  if (kind === locationListEntry.startxEndx) {
    const start = indexed();
    return { start, end: indexed() };
  }
  if (kind === locationListEntry.startEnd) {
    const start = cursor.u32();
    return { start, end: cursor.u32() };
  }
  if (kind !== locationListEntry.startxLength && kind !== locationListEntry.startLength) return null;
  const start = kind === locationListEntry.startLength ? cursor.u32() : indexed();
  return { start, end: start + cursor.uleb() };
}

function take(cursor: Cursor, sizeBytes: number): Uint8Array | null {
  const from = cursor.offset;
  cursor.skip(sizeBytes);
  return cursor.overrun ? null : cursor.bytes.subarray(from, from + sizeBytes);
}

function listOffset(list: FormValue, unit: Unit, sections: DebugSections): number {
  if (list.form !== form.loclistx) return list.value;
  const { offsetSizeBytes } = unit.encoding;
  const cursor = new Cursor(sections.loclists, unit.locationListsBase + list.value * offsetSizeBytes);
  const offset = readUnsigned(cursor, offsetSizeBytes);
  return cursor.overrun ? sections.loclists.length : unit.locationListsBase + offset;
}
