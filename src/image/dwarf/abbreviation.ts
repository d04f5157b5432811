/** Abbreviation tables: the shape of each debugging entry (DWARF 5 section 7.5.3). */
import { Cursor } from "../cursor.ts";
import { form } from "./constants.ts";
import { type Encoding, fixedFormSize } from "./form.ts";

export interface AttributeSpecification {
  readonly attribute: number;
  readonly form: number;
  /** Value of DW_FORM_implicit_const. */
  readonly implicit: number;
}

export interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly attributes: readonly AttributeSpecification[];
  /** Size of all attribute values together when every entry has the same. */
  readonly fixedSizeBytes: number | null;
}

/** Bytes of tables that may still be read; tables that overlap, as only damage makes them, use it up. */
export interface AbbreviationBudget {
  leftBytes: number;
}

/** Reads the table at an offset; null when it is damaged. */
export function readAbbreviations(
  section: Uint8Array,
  offset: number,
  encoding: Encoding,
  budget: AbbreviationBudget,
): ReadonlyMap<number, Abbreviation> | null {
  const cursor = new Cursor(section, offset, offset + budget.leftBytes);
  const table = new Map<number, Abbreviation>();
  for (;;) {
    const code = cursor.uleb();
    if (cursor.overrun || code === 0) {
      budget.leftBytes -= cursor.offset - offset;
      return cursor.overrun ? null : table;
    }
    const entryTag = cursor.uleb();
    const hasChildren = cursor.u8() !== 0;
    const attributes = readSpecifications(cursor);
    table.set(code, { tag: entryTag, hasChildren, attributes, fixedSizeBytes: totalSize(attributes, encoding) });
  }
}

function readSpecifications(cursor: Cursor): AttributeSpecification[] {
  const attributes: AttributeSpecification[] = [];
  while (!cursor.overrun) {
    const attribute = cursor.uleb();
    const code = cursor.uleb();
    const implicit = code === form.implicitConst ? cursor.sleb() : 0;
    if (attribute === 0 && code === 0) break;
    attributes.push({ attribute, form: code, implicit });
  }
  return attributes;
}

function totalSize(attributes: readonly AttributeSpecification[], encoding: Encoding): number | null {
  let total = 0;
  for (const { form: code } of attributes) {
    const size = fixedFormSize(code, encoding);
    if (size === null) return null;
    total += size;
  }
  return total;
}
