/** Variables and types of a program by name: what file-level entries of all units say (DWARF 5 sections 4.1, 5). */
import { attribute, recordTags, tag } from "./constants.ts";
import type { DataType } from "./data-type.ts";
import { entriesBelow, type Place } from "./entry-walk.ts";
import type { DebugSections } from "./sections.ts";
import { fixedAddress, TypeReader } from "./type-reader.ts";
import { type Entry, indexedAddress, readEntry, referenceOf, textOf, type Unit } from "./unit.ts";

/** A variable with a fixed address, defined at file level. */
export interface Variable {
  readonly name: string;
  readonly address: number;
  /** True when other files can name it. */
  readonly global: boolean;
  /** Null where the compiler says nothing that can be read. */
  readonly type: DataType | null;
}

export interface DataIndex {
  /** The variable of that name; of several, a global one before a file's own. */
  variable(name: string): Variable | null;
  /** All variables, in the order of the file. */
  variables(): readonly Variable[];
  /** The structure, union or enumeration with that tag, or else what the typedef of that name means. */
  type(name: string): DataType | null;
  /** What the DW_AT_type of an entry names; null for void and for what cannot be read. */
  typeOf(place: Place): DataType | null;
}

/**
 * Whether the variable of that name lies at that address. Linkers leave 0 or one of the highest addresses for those
 * they threw away; so these count only where the symbol table has the variable there.
 */
export type IsPlaced = (name: string, address: number) => boolean;

type Spot = { readonly unit: Unit; readonly offset: number };

interface Names {
  readonly variables: readonly Variable[];
  readonly byName: ReadonlyMap<string, Variable>;
}

const taggedTags: readonly number[] = [...recordTags, tag.enumerationType];
const indexedTags: readonly number[] = [...taggedTags, tag.typedef, tag.baseType, tag.variable];

export function createDataIndex(
  units: () => readonly Unit[],
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
  isPlaced: IsPlaced,
): DataIndex {
  const lazy: { spots: Spots | null; names: Names | null } = { spots: null, names: null };
  const spots = (): Spots => (lazy.spots ??= findSpots(units(), sections));
  const reader = new TypeReader(sections, unitAt, (name) => spots().records.get(name) ?? null);
  const names = (): Names =>
    (lazy.names ??= namesOf(readVariables(spots().variables, unitAt, sections, reader), isPlaced));
  return {
    variable: (name) => names().byName.get(name) ?? null,
    variables: () => names().variables,
    typeOf: (place) => reader.typeOf(place),
    type(name) {
      const spot = spots().records.get(name) ?? spots().typedefs.get(name);
      return spot ? reader.typeAt(spot.unit, spot.offset) : null;
    },
  };
}

interface Spots {
  readonly records: ReadonlyMap<string, Spot>;
  readonly typedefs: ReadonlyMap<string, Spot>;
  readonly variables: readonly Place[];
}

/** One walk over the first level of all units, and of their namespaces. */
function findSpots(units: readonly Unit[], sections: DebugSections): Spots {
  const records = new Map<string, Spot>();
  const typedefs = new Map<string, Spot>();
  const variables: Place[] = [];
  for (const unit of units) {
    for (const entry of entriesBelow(unit, unit.entriesOffset, sections, indexedTags, [tag.namespace])) {
      if (entry.tag === tag.variable) {
        variables.push({ unit, entry });
        continue;
      }
      if (entry.attributes.has(attribute.declaration)) continue;
      const name = textOf(entry.attributes.get(attribute.name), unit, sections);
      const table = taggedTags.includes(entry.tag) ? records : typedefs;
      if (name !== null && !table.has(name)) table.set(name, { unit, offset: entry.offset });
    }
  }
  return { records, typedefs, variables };
}

function readVariables(
  places: readonly Place[],
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
  reader: TypeReader,
): Variable[] {
  return places.flatMap((place) => readVariable(place, unitAt, sections, reader) ?? []);
}

function namesOf(all: readonly Variable[], isPlaced: IsPlaced): Names {
  const variables = all.filter(({ name, address }) => isPlaced(name, address));
  const byName = new Map<string, Variable>();
  for (const variable of variables) {
    const rival = byName.get(variable.name);
    if (!rival || (variable.global && !rival.global)) byName.set(variable.name, variable);
  }
  return { variables, byName };
}

/** A definition; a part of it may lie in the declaration that it completes. */
function readVariable(
  place: Place,
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
  reader: TypeReader,
): Variable | null {
  const { unit, entry } = place;
  const indexed = (index: number): number | null => indexedAddress(index, unit, sections);
  const address = fixedAddress(entry.attributes.get(attribute.location), sections, indexed);
  if (address === null) return null;
  const declared = declarationOf(place, unitAt, sections);
  const named = [place, ...(declared ? [declared] : [])];
  const name = named.map((one) => textOf(one.entry.attributes.get(attribute.name), one.unit, sections)).find(Boolean);
  const typed = named.find((one) => one.entry.attributes.has(attribute.type));
  if (!name) return null;
  const global = named.some((one) => (one.entry.attributes.get(attribute.external)?.value ?? 0) !== 0);
  let type: DataType | null | undefined;
  return {
    name,
    address,
    global,
    get type() {
      type ??= typed ? reader.typeOf(typed) : null;
      return type;
    },
  };
}

function declarationOf(
  { unit, entry }: Place,
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
): Place | null {
  const offset = referenceOf(entry.attributes.get(attribute.specification), unit);
  if (offset === null) return null;
  const other = offset >= unit.offset && offset < unit.end ? unit : unitAt(offset);
  const found: Entry | null = other && readEntry(other, sections, offset);
  return found && { unit: other as Unit, entry: found };
}
