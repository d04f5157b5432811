/** Units of .debug_info: headers, the first entry, and the values of attributes (DWARF 5 sections 3.1 and 7.5.1). */
import { Cursor, textAt } from "../cursor.ts";
import { type Abbreviation, type AbbreviationBudget, readAbbreviations } from "./abbreviation.ts";
import { assemblyLanguages, attribute, form, unitType } from "./constants.ts";
import { type Encoding, type FormValue, readForm, readUnsigned, skipForm } from "./form.ts";
import type { DebugSections, ProblemLog } from "./sections.ts";

export interface Unit {
  readonly offset: number;
  /** First offset behind the unit. */
  readonly end: number;
  readonly entriesOffset: number;
  readonly encoding: Encoding;
  readonly abbreviations: ReadonlyMap<number, Abbreviation>;
  readonly root: Entry;
  readonly stringOffsetsBase: number;
  readonly addressBase: number;
  readonly rangeListsBase: number;
  readonly locationListsBase: number;
  readonly name: string;
  readonly isAssembly: boolean;
  readonly compilationDirectory: string;
  /** Offset of the line program; null when the unit has none. */
  readonly lineOffset: number | null;
}

/** A debugging entry with its attributes as stored. */
export interface Entry {
  readonly offset: number;
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly attributes: ReadonlyMap<number, FormValue>;
}

interface UnitHeader {
  readonly offset: number;
  readonly end: number;
  readonly entriesOffset: number;
  readonly encoding: Encoding;
  readonly abbreviationsOffset: number;
  readonly type: number;
}

/** Tables that units share, by offset and encoding; null for damaged ones. */
interface AbbreviationTables {
  readonly read: Map<string, ReadonlyMap<number, Abbreviation> | null>;
  readonly budget: AbbreviationBudget;
}

/** All units with code; damaged ones are noted and left out. Reads only headers and first entries. */
export function readUnits(sections: DebugSections, log: ProblemLog): Unit[] {
  const units: Unit[] = [];
  const tables: AbbreviationTables = { read: new Map(), budget: { leftBytes: 4 * sections.abbrev.length } };
  for (let offset = 0; offset < sections.info.length; ) {
    const cursor = new Cursor(sections.info, offset);
    const { length, offsetSizeBytes } = readInitialLength(cursor);
    const end = cursor.offset + length;
    if (cursor.overrun || end > sections.info.length) {
      log.note("info", offset, "a unit reaches beyond the section");
      break;
    }
    const header = readHeader(cursor, offset, end, offsetSizeBytes);
    const problem = headerProblem(header, cursor);
    if (problem) log.note("info", offset, problem);
    else if (header.type !== unitType.type && header.type !== unitType.splitType) {
      const unit = readUnit(header, sections, tables);
      if (unit) units.push(unit);
      else log.note("info", offset, "damaged unit");
    }
    offset = end;
  }
  return units;
}

/** The length field that begins every unit, line program and frame entry, and the format it implies (section 7.4). */
export function readInitialLength(cursor: Cursor): { length: number; offsetSizeBytes: number } {
  const length = cursor.u32();
  if (length < 0xffff_fff0) return { length, offsetSizeBytes: 4 };
  if (length !== 0xffff_ffff) cursor.skip(-1);
  return { length: cursor.u64(), offsetSizeBytes: 8 };
}

function readHeader(cursor: Cursor, offset: number, end: number, offsetSizeBytes: number): UnitHeader {
  const version = cursor.u16();
  let type: number = unitType.compile;
  let addressSizeBytes = 0;
  if (version >= 5) {
    type = cursor.u8();
    addressSizeBytes = cursor.u8();
  }
  const abbreviationsOffset = readUnsigned(cursor, offsetSizeBytes);
  if (version < 5) addressSizeBytes = cursor.u8();
  if (type === unitType.skeleton || type === unitType.splitCompile) cursor.skip(8);
  const encoding = { version, addressSizeBytes, offsetSizeBytes };
  return { offset, end, entriesOffset: cursor.offset, encoding, abbreviationsOffset, type };
}

function headerProblem(header: UnitHeader, cursor: Cursor): string | null {
  const { version, addressSizeBytes } = header.encoding;
  if (cursor.overrun || header.entriesOffset > header.end) return "the unit header is cut off";
  if (version < 2 || version > 5) return `DWARF version ${version} is not known`;
  return addressSizeBytes === 4 ? null : `addresses of ${addressSizeBytes} bytes in a 32-bit program`;
}

function readUnit(header: UnitHeader, sections: DebugSections, tables: AbbreviationTables): Unit | null {
  const { offset, end, entriesOffset, encoding, abbreviationsOffset } = header;
  const key = `${abbreviationsOffset}.${encoding.offsetSizeBytes}.${encoding.version}`;
  let abbreviations = tables.read.get(key);
  if (abbreviations === undefined) {
    abbreviations = readAbbreviations(sections.abbrev, abbreviationsOffset, encoding, tables.budget);
    tables.read.set(key, abbreviations);
  }
  if (!abbreviations) return null;
  const bare = { offset, end, entriesOffset, encoding, abbreviations };
  const root = readEntry(bare, sections, entriesOffset);
  if (!root) return null;
  const base = (code: number, fallback: number): number => root.attributes.get(code)?.value ?? fallback;
  const headerBytes = encoding.offsetSizeBytes === 8 ? 16 : 8;
  const bases = {
    stringOffsetsBase: base(attribute.stringOffsetsBase, headerBytes),
    addressBase: base(attribute.addressBase, headerBytes),
    rangeListsBase: base(attribute.rangeListsBase, headerBytes + 4),
    locationListsBase: base(attribute.locationListsBase, headerBytes + 4),
  };
  const unit = { ...bare, ...bases, root, name: "", isAssembly: false, compilationDirectory: "", lineOffset: null };
  return {
    ...unit,
    name: textOf(root.attributes.get(attribute.name), unit, sections) ?? "",
    isAssembly: assemblyLanguages.includes(base(attribute.language, 0)),
    compilationDirectory: textOf(root.attributes.get(attribute.compilationDirectory), unit, sections) ?? "",
    lineOffset: root.attributes.get(attribute.statementList)?.value ?? null,
  };
}

type EntryContext = Pick<Unit, "end" | "encoding" | "abbreviations">;

/** The entry at an offset; null at the end of a list of children or when damaged. */
export function readEntry(unit: EntryContext, sections: DebugSections, offset: number): Entry | null {
  const cursor = new Cursor(sections.info, offset, unit.end);
  const abbreviation = unit.abbreviations.get(cursor.uleb());
  if (!abbreviation) return null;
  const attributes = readAttributes(cursor, abbreviation, unit.encoding);
  if (cursor.overrun) return null;
  return { offset, tag: abbreviation.tag, hasChildren: abbreviation.hasChildren, attributes };
}

export function readAttributes(
  cursor: Cursor,
  abbreviation: Abbreviation,
  encoding: Encoding,
): ReadonlyMap<number, FormValue> {
  const attributes = new Map<number, FormValue>();
  for (const specification of abbreviation.attributes) {
    const value = readForm(cursor, specification.form, encoding, specification.implicit);
    attributes.set(specification.attribute, value);
  }
  return attributes;
}

export function skipAttributes(cursor: Cursor, abbreviation: Abbreviation, encoding: Encoding): void {
  if (abbreviation.fixedSizeBytes !== null) {
    cursor.skip(abbreviation.fixedSizeBytes);
    return;
  }
  for (const specification of abbreviation.attributes) skipForm(cursor, specification.form, encoding);
}

/** The text of an attribute; null when it has none. */
export function textOf(value: FormValue | undefined, unit: Unit, sections: DebugSections): string | null {
  if (!value) return null;
  if (value.form === form.string) return textAt(sections.info, value.value);
  if (value.form === form.strp) return textAt(sections.str, value.value);
  if (value.form === form.lineStrp) return textAt(sections.lineStr, value.value);
  if (!isStringIndex(value.form)) return null;
  const { offsetSizeBytes } = unit.encoding;
  const cursor = new Cursor(sections.strOffsets, unit.stringOffsetsBase + value.value * offsetSizeBytes);
  const offset = readUnsigned(cursor, offsetSizeBytes);
  return cursor.overrun ? null : textAt(sections.str, offset);
}

/** The address of an attribute of class address; null for other classes. */
export function addressOf(value: FormValue | undefined, unit: Unit, sections: DebugSections): number | null {
  if (!value) return null;
  if (value.form === form.addr) return value.value;
  return isAddressIndex(value.form) ? indexedAddress(value.value, unit, sections) : null;
}

/** The address with an index in the unit's part of .debug_addr. */
export function indexedAddress(index: number, unit: Unit, sections: DebugSections): number | null {
  const cursor = new Cursor(sections.addr, unit.addressBase + index * unit.encoding.addressSizeBytes);
  const address = cursor.u32();
  return cursor.overrun ? null : address;
}

/** Offset in .debug_info of the entry that an attribute refers to; null when it is in another file. */
export function referenceOf(value: FormValue | undefined, unit: Unit): number | null {
  if (!value) return null;
  if (value.form === form.refAddr) return value.value;
  const relative: readonly number[] = [form.ref1, form.ref2, form.ref4, form.ref8, form.refUdata];
  return relative.includes(value.form) ? unit.offset + value.value : null;
}

function isStringIndex(code: number): boolean {
  return code === form.strx || (code >= form.strx1 && code <= form.strx4);
}

function isAddressIndex(code: number): boolean {
  return code === form.addrx || (code >= form.addrx1 && code <= form.addrx4);
}
