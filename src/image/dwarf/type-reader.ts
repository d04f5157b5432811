/** Makes DataTypes of debugging entries: each is read when somebody asks, and kept. */
import { Cursor } from "../cursor.ts";
import { attribute, baseEncoding, form, pointerTags, qualifierTags, recordTags, tag } from "./constants.ts";
import type { DataType, Member } from "./data-type.ts";
import { childrenOf, type Place } from "./entry-walk.ts";
import { evaluate, type IntegerType } from "./expression.ts";
import type { FormValue } from "./form.ts";
import type { DebugSections } from "./sections.ts";
import { type Entry, readEntry, referenceOf, textOf, type Unit } from "./unit.ts";

/** Where another file-level definition of a record is, for those of which a unit has a declaration only. */
export type FindRecord = (name: string) => { readonly unit: Unit; readonly offset: number } | null;

/** Qualifiers and typedefs on the way to a type, arrays of arrays: a damaged file may have a ring. */
const hopLimit = 32;

const wordBytes = 4;

export class TypeReader {
  private readonly sections: DebugSections;
  private readonly unitAt: (offset: number) => Unit | null;
  private readonly findRecord: FindRecord;
  private readonly known = new Map<number, DataType | null>();

  constructor(sections: DebugSections, unitAt: (offset: number) => Unit | null, findRecord: FindRecord) {
    this.sections = sections;
    this.unitAt = unitAt;
    this.findRecord = findRecord;
  }

  /** The type that an entry's DW_AT_type names; null for void and for what cannot be read. */
  typeOf({ unit, entry }: Place, hops = 0): DataType | null {
    const offset = referenceOf(entry.attributes.get(attribute.type), unit);
    return offset === null ? null : this.typeAt(unit, offset, hops);
  }

  /** The type that the entry at an offset is. */
  typeAt(unit: Unit, offset: number, hops = 0): DataType | null {
    const before = this.known.get(offset);
    if (before !== undefined) return before;
    if (hops > hopLimit) return null;
    const inside = offset >= unit.entriesOffset && offset < unit.end ? unit : this.unitAt(offset);
    const entry = inside && readEntry(inside, this.sections, offset);
    const type = entry && this.makeType({ unit: inside, entry }, hops + 1);
    this.known.set(offset, type);
    return type;
  }

  private makeType(place: Place, hops: number): DataType | null {
    const name = this.nameOf(place);
    const kind = place.entry.tag;
    const sizeBytes = numberOf(place, attribute.byteSize) ?? 0;
    if (qualifierTags.includes(kind)) return this.qualified(place, name, hops);
    if (kind === tag.baseType) return baseType(name, sizeBytes, numberOf(place, attribute.encoding) ?? 0);
    if (pointerTags.includes(kind)) {
      const reference = kind !== tag.pointerType;
      return { kind: "pointer", name, sizeBytes: sizeBytes || wordBytes, reference, target: () => this.typeOf(place) };
    }
    if (kind === tag.enumerationType) return this.enumType(place, name, sizeBytes);
    if (kind === tag.arrayType) return this.arrayType(place, name, hops);
    if (recordTags.includes(kind)) return this.recordType(place, name, sizeBytes, hops);
    return { kind: "opaque", name, sizeBytes: 0 };
  }

  private nameOf({ unit, entry }: Place): string | null {
    return textOf(entry.attributes.get(attribute.name), unit, this.sections);
  }

  private childrenOf({ unit, entry }: Place, ...wanted: readonly number[]): Place[] {
    return [...childrenOf(unit, entry.offset, this.sections, (one) => wanted.includes(one))].map((child) => {
      return { unit, entry: child };
    });
  }

  /** A type without a name of its own goes by the typedef that it is reached through. */
  private qualified(place: Place, name: string | null, hops: number): DataType | null {
    const type = this.typeOf(place, hops);
    if (type === null || type.name !== null || place.entry.tag !== tag.typedef) return type;
    return { ...type, name };
  }

  private enumType(place: Place, name: string | null, sizeBytes: number): DataType {
    const underlying = this.typeOf(place);
    const signed = underlying?.kind === "base" && underlying.signed;
    const lazy: { values?: ReadonlyMap<number, string> } = {};
    const read = (): ReadonlyMap<number, string> =>
      new Map(
        this.childrenOf(place, tag.enumerator).map((one) => {
          return [numberOf(one, attribute.constValue) ?? 0, this.nameOf(one) ?? ""];
        }),
      );
    return { kind: "enum", name, sizeBytes, signed, values: () => (lazy.values ??= read()) };
  }

  private recordType(place: Place, name: string | null, sizeBytes: number, hops: number): DataType {
    if (place.entry.attributes.has(attribute.declaration)) {
      const whole = name === null ? null : this.findRecord(name);
      const type = whole && whole.offset !== place.entry.offset ? this.typeAt(whole.unit, whole.offset, hops) : null;
      return type ?? { kind: "opaque", name, sizeBytes: 0 };
    }
    const lazy: { members?: readonly Member[] } = {};
    // What a class inherits is a part of it without a name. Static members are declared in it, and lie elsewhere.
    const read = (): readonly Member[] =>
      this.childrenOf(place, tag.inheritance, tag.member)
        .filter(({ entry }) => !entry.attributes.has(attribute.declaration))
        .map((one) => this.memberOf(one));
    const union = place.entry.tag === tag.unionType;
    return { kind: "record", name, sizeBytes, union, members: () => (lazy.members ??= read()) };
  }

  private memberOf(place: Place): Member {
    const at = memberOffset(place.entry.attributes.get(attribute.dataMemberLocation), this.sections);
    const { offsetBytes, bits } = bitPlace(place, at, () => this.typeOf(place)?.sizeBytes ?? wordBytes);
    return { name: this.nameOf(place), offsetBytes, bits, type: () => this.typeOf(place) };
  }

  /** Several bounds are arrays in arrays, the first the outermost. */
  private arrayType(place: Place, name: string | null, hops: number): DataType | null {
    const bounds = this.childrenOf(place, tag.subrangeType).map(({ entry }) => countOf(entry));
    const element = this.typeOf(place, hops);
    return (bounds.length === 0 ? [null] : bounds).reduceRight<DataType | null>((inner, count) => {
      const sizeBytes = (count ?? 0) * (inner?.sizeBytes ?? 0);
      return { kind: "array", name, sizeBytes, count, element: () => inner };
    }, element);
  }
}

const numberOf = ({ entry }: Place, code: number): number | null => entry.attributes.get(code)?.value ?? null;

/** DWARF 4 and 5 count a bit field's bits from the record's start, DWARF 2 from its storage unit's highest bit. */
function bitPlace(place: Place, at: number, storageBytes: () => number): Pick<Member, "offsetBytes" | "bits"> {
  const size = numberOf(place, attribute.bitSize);
  if (size === null) return { offsetBytes: at, bits: null };
  const fromStart = numberOf(place, attribute.dataBitOffset);
  if (fromStart !== null) return { offsetBytes: at + (fromStart >>> 3), bits: { size, shift: fromStart & 7 } };
  const fromTop = numberOf(place, attribute.bitOffset);
  if (fromTop === null) return { offsetBytes: at, bits: { size, shift: 0 } };
  const bytes = numberOf(place, attribute.byteSize) ?? storageBytes();
  const shift = bytes * 8 - fromTop - size;
  return { offsetBytes: at + (shift >> 3), bits: { size, shift: shift & 7 } };
}

const isSigned = (encoding: number): boolean =>
  encoding === baseEncoding.signed || encoding === baseEncoding.signedChar;

function baseType(name: string | null, sizeBytes: number, encoding: number): DataType {
  const { signedChar, unsignedChar, float } = baseEncoding;
  const character = (encoding === signedChar || encoding === unsignedChar) && (name?.includes("char") ?? false);
  return { kind: "base", name, sizeBytes, signed: isSigned(encoding), float: encoding === float, character };
}

/** Elements of one dimension; null where the bound is not a constant. An array of none ends at -1. */
function countOf({ attributes }: Entry): number | null {
  const count = attributes.get(attribute.count);
  if (count) return isConstant(count) ? count.value : null;
  const last = attributes.get(attribute.upperBound);
  if (!last || !isConstant(last)) return null;
  const ends = [0xff, 0xffff, 0xffff_ffff];
  return last.form !== form.sdata && ends.includes(last.value) && sizeOfForm(last) === Math.log2(last.value + 1) / 8
    ? 0
    : last.value + 1;
}

const sizeOfForm = ({ form: code }: FormValue): number =>
  code === form.data1 ? 1 : code === form.data2 ? 2 : code === form.data4 ? 4 : 0;

const isConstant = ({ form: code }: FormValue): boolean =>
  code !== form.exprloc && code !== form.block && code !== form.block1 && code !== form.refAddr && code !== form.ref4;

/** A constant, or in old files an expression that adds to the record's address. */
function memberOffset(value: FormValue | undefined, sections: DebugSections): number {
  if (!value) return 0;
  const expression = value.form === form.exprloc || value.form === form.block1 || value.form === form.block;
  if (!expression) return value.value;
  const bytes = sections.info.subarray(value.value, value.value + value.sizeBytes);
  return evaluate(bytes, [0], { register: () => null, readWord: () => null }) ?? 0;
}

/** What an operation of an expression converts to, by its offset in the unit; null for what is no integer. */
export function integerTypeAt(unit: Unit, offset: number, sections: DebugSections): IntegerType | null {
  const entry = readEntry(unit, sections, unit.offset + offset);
  const sizeBytes = entry?.attributes.get(attribute.byteSize)?.value;
  if (entry?.tag !== tag.baseType || sizeBytes === undefined) return null;
  const encoding = entry.attributes.get(attribute.encoding)?.value ?? 0;
  const { boolean, signed, signedChar, unsigned, unsignedChar } = baseEncoding;
  const isInteger = ([boolean, signed, signedChar, unsigned, unsignedChar] as number[]).includes(encoding);
  return isInteger ? { sizeBytes, signed: isSigned(encoding) } : null;
}

/** The fixed address that a variable's location expression names (DW_OP_addr, DW_OP_addrx); null for all others. */
export function fixedAddress(
  value: FormValue | undefined,
  sections: DebugSections,
  indexed: (index: number) => number | null,
): number | null {
  if (value?.form !== form.exprloc && value?.form !== form.block1) return null;
  const bytes = sections.info.subarray(value.value, value.value + value.sizeBytes);
  const cursor = new Cursor(bytes);
  const code = cursor.u8();
  const address = code === addressOperation ? cursor.u32() : code === indexOperation ? indexed(cursor.uleb()) : null;
  return cursor.overrun || cursor.more ? null : address;
}

const addressOperation = 0x03;
const indexOperation = 0xa1;
