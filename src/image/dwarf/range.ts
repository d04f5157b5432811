/**
 * The addresses that an entry covers (DWARF 5 sections 2.17, 7.24 and 7.25; DWARF 4 section 7.24 for .debug_ranges).
 */
import { Cursor } from "../cursor.ts";
import type { AddressRange } from "../symbols.ts";
import { attribute, form, rangeListEntry } from "./constants.ts";
import { type FormValue, readUnsigned } from "./form.ts";
import type { DebugSections } from "./sections.ts";
import { addressOf, indexedAddress, type Unit } from "./unit.ts";

/** Linkers mark addresses of code they threw away with one of the two highest ones. */
const firstTombstone = 0xffff_fffe;

/**
 * Whether code is at an address that debug information names. GNU ld leaves 0 (in .debug_ranges 1) for functions it
 * threw away; so the address 0 counts only when the symbol table has a function there.
 */
export type IsLive = (address: number) => boolean;

/** True unless the address is a tombstone; the case of 0 is left to the caller. */
export function isRealAddress(address: number): boolean {
  return address < firstTombstone;
}

/** Budget for the ranges of one unit, so that entries sharing one long list cannot multiply it without end. */
export interface RangeBudget {
  left: number;
}

/**
 * The ranges of an entry from DW_AT_low_pc with DW_AT_high_pc or from DW_AT_ranges, empty ones and thrown-away ones
 * left out; null when the entry has no code at all.
 */
export function rangesOf(
  attributes: ReadonlyMap<number, FormValue>,
  unit: Unit,
  sections: DebugSections,
  budget: RangeBudget,
): AddressRange[] | null {
  const list = attributes.get(attribute.ranges);
  if (list)
    return unit.encoding.version < 5 ? oldList(list, unit, sections, budget) : newList(list, unit, sections, budget);
  const start = addressOf(attributes.get(attribute.lowPc), unit, sections);
  const high = attributes.get(attribute.highPc);
  if (start === null || !high) return null;
  const absolute = addressOf(high, unit, sections);
  const end = absolute ?? start + high.value;
  return isRealAddress(start) && end > start ? [{ start, end }] : [];
}

/** What relative entries of a unit's lists are relative to, as long as the list names nothing else. */
export function unitBase(unit: Unit, sections: DebugSections): number {
  return addressOf(unit.root.attributes.get(attribute.lowPc), unit, sections) ?? 0;
}

function oldList(list: FormValue, unit: Unit, sections: DebugSections, budget: RangeBudget): AddressRange[] {
  const cursor = new Cursor(sections.ranges, list.value);
  const ranges: AddressRange[] = [];
  let base = unitBase(unit, sections);
  while (cursor.more && budget.left-- > 0) {
    const start = cursor.u32();
    const end = cursor.u32();
    if (cursor.overrun || (start === 0 && end === 0)) break;
    if (start === 0xffff_ffff) base = end;
    else add(ranges, base, base + start, base + end);
  }
  return ranges;
}

function newList(list: FormValue, unit: Unit, sections: DebugSections, budget: RangeBudget): AddressRange[] {
  const cursor = new Cursor(sections.rnglists, listOffset(list, unit, sections));
  const ranges: AddressRange[] = [];
  const indexed = (): number => indexedAddress(cursor.uleb(), unit, sections) ?? firstTombstone;
  let base = unitBase(unit, sections);
  while (cursor.more && budget.left-- > 0) {
    const kind = cursor.u8();
    if (kind === rangeListEntry.end) break;
    if (kind === rangeListEntry.baseAddressx) base = indexed();
    else if (kind === rangeListEntry.baseAddress) base = cursor.u32();
    else if (kind === rangeListEntry.offsetPair) {
      const start = base + cursor.uleb();
      add(ranges, base, start, base + cursor.uleb());
    } else {
      const range = absoluteEntry(kind, cursor, indexed);
      if (!range || cursor.overrun) break;
      add(ranges, range.start, range.start, range.end);
    }
  }
  return cursor.overrun ? [] : ranges;
}

function absoluteEntry(kind: number, cursor: Cursor, indexed: () => number): AddressRange | null {
  if (kind === rangeListEntry.startxEndx) {
    const start = indexed();
    return { start, end: indexed() };
  }
  if (kind === rangeListEntry.startxLength) {
    const start = indexed();
    return { start, end: start + cursor.uleb() };
  }
  if (kind !== rangeListEntry.startEnd && kind !== rangeListEntry.startLength) return null;
  const start = cursor.u32();
  return { start, end: kind === rangeListEntry.startEnd ? cursor.u32() : start + cursor.uleb() };
}

function listOffset(list: FormValue, unit: Unit, sections: DebugSections): number {
  if (list.form !== form.rnglistx) return list.value;
  const { offsetSizeBytes } = unit.encoding;
  const cursor = new Cursor(sections.rnglists, unit.rangeListsBase + list.value * offsetSizeBytes);
  const offset = readUnsigned(cursor, offsetSizeBytes);
  return cursor.overrun ? sections.rnglists.length : unit.rangeListsBase + offset;
}

function add(ranges: AddressRange[], base: number, start: number, end: number): void {
  if (isRealAddress(base) && end > start && end <= 0x1_0000_0000) ranges.push({ start, end });
}
