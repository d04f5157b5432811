/** Walks over the entries of one level, children of children left out. */
import { Cursor } from "../cursor.ts";
import type { Abbreviation } from "./abbreviation.ts";
import { attribute } from "./constants.ts";
import type { DebugSections } from "./sections.ts";
import { type Entry, readAttributes, readEntry, referenceOf, skipAttributes, type Unit } from "./unit.ts";

/** An entry together with the unit it is in. */
export interface Place {
  readonly unit: Unit;
  readonly entry: Entry;
}

/** The direct children of the entry at an offset, in order, as far as the file can be read. */
export function* childrenOf(
  unit: Unit,
  offset: number,
  sections: DebugSections,
  wanted: (tag: number) => boolean = () => true,
): Generator<Entry> {
  const cursor = new Cursor(sections.info, offset, unit.end);
  const parent = unit.abbreviations.get(cursor.uleb());
  if (!parent?.hasChildren) return;
  skipAttributes(cursor, parent, unit.encoding);
  for (let depth = 1; depth > 0 && cursor.more; ) {
    const at = cursor.offset;
    const code = cursor.uleb();
    const abbreviation = unit.abbreviations.get(code);
    if (code === 0) depth--;
    if (!abbreviation) {
      if (code === 0) continue;
      return;
    }
    const isWanted = depth === 1 && wanted(abbreviation.tag);
    if (!isWanted && !(abbreviation.hasChildren && namesSibling(abbreviation))) {
      skipAttributes(cursor, abbreviation, unit.encoding);
      if (abbreviation.hasChildren) depth++;
      continue;
    }
    const attributes = readAttributes(cursor, abbreviation, unit.encoding);
    if (cursor.overrun) return;
    const { tag, hasChildren } = abbreviation;
    if (isWanted) yield { offset: at, tag, hasChildren, attributes };
    if (!hasChildren) continue;
    const sibling = referenceOf(attributes.get(attribute.sibling), unit);
    if (sibling !== null && sibling > cursor.offset && sibling <= unit.end) cursor.skip(sibling - cursor.offset);
    else depth++;
  }
}

/** Entries of those tags anywhere below the entry at an offset; below others than those and `through` nobody looks. */
export function* entriesBelow(
  unit: Unit,
  offset: number,
  sections: DebugSections,
  wanted: readonly number[],
  through: readonly number[],
  depth = 0,
): Generator<Entry> {
  if (depth > nestingLimit) return;
  const concerns = (tag: number): boolean => wanted.includes(tag) || through.includes(tag);
  for (const entry of childrenOf(unit, offset, sections, concerns)) {
    if (wanted.includes(entry.tag)) yield entry;
    if (through.includes(entry.tag)) yield* entriesBelow(unit, entry.offset, sections, wanted, through, depth + 1);
  }
}

/** Blocks and inlined functions nest some dozens deep in real programs. */
const nestingLimit = 256;

/** How far a chain of origins and specifications is followed: three are usual, a damaged file may have a ring. */
const originLimit = 8;

/** The entry at an offset and those that it completes or is a copy of: what it does not say itself, they do. */
export function* originsOf(
  unit: Unit,
  offset: number,
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
): Generator<Place> {
  let at: { readonly unit: Unit | null; readonly offset: number | null } = { unit, offset };
  for (let hop = 0; hop < originLimit && at.unit !== null && at.offset !== null; hop++) {
    const entry = readEntry(at.unit, sections, at.offset);
    if (entry === null) return;
    yield { unit: at.unit, entry };
    const { abstractOrigin, specification } = attribute;
    const next = referenceOf(entry.attributes.get(abstractOrigin) ?? entry.attributes.get(specification), at.unit);
    const isInside = next !== null && next >= at.unit.offset && next < at.unit.end;
    at = { unit: isInside || next === null ? at.unit : unitAt(next), offset: next };
  }
}

const namesSibling = ({ attributes }: Abbreviation): boolean =>
  attributes.some((one) => one.attribute === attribute.sibling);
