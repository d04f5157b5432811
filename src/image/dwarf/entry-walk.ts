/** Walks over the entries of one level, children of children left out. */
import { Cursor } from "../cursor.ts";
import type { Abbreviation } from "./abbreviation.ts";
import { attribute } from "./constants.ts";
import type { DebugSections } from "./sections.ts";
import { type Entry, readAttributes, referenceOf, skipAttributes, type Unit } from "./unit.ts";

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

const namesSibling = ({ attributes }: Abbreviation): boolean =>
  attributes.some((one) => one.attribute === attribute.sibling);
