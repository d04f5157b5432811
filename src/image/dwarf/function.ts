/** Functions and what was inlined into them, per unit (DWARF 5 sections 3.3.1 to 3.3.8). */
import { Cursor } from "../cursor.ts";
import { type Interval, IntervalIndex } from "../interval.ts";
import { qualifiedName } from "../linkage-name.ts";
import type { AddressRange } from "../symbols.ts";
import { attribute, tag } from "./constants.ts";
import { originsOf } from "./entry-walk.ts";
import { type IsLive, type RangeBudget, rangesOf } from "./range.ts";
import type { DebugSections } from "./sections.ts";
import { type Entry, readAttributes, skipAttributes, textOf, type Unit } from "./unit.ts";

/** A concrete function, or a copy of one inlined into the function above it. */
export interface FunctionScope {
  readonly unit: Unit;
  /** Offset of its entry in .debug_info. */
  readonly offset: number;
  readonly inlined: boolean;
  readonly ranges: readonly AddressRange[];
  /** Where it was inlined: file number of the unit's line table, line and column; 0 where not stated. */
  readonly callFile: number;
  readonly callLine: number;
  readonly callColumn: number;
  /** Functions inlined into it, and functions nested in it. */
  readonly children: FunctionScope[];
}

export type FunctionIndex = IntervalIndex<FunctionScope>;

/** What an open entry means for the entries inside it. */
type Context = FunctionScope | "outside" | "discarded";

/** One walk over a unit's entries. */
interface Walk {
  readonly unit: Unit;
  readonly sections: DebugSections;
  readonly isLive: IsLive;
  readonly budget: RangeBudget;
  readonly roots: Interval<FunctionScope>[];
}

/** All functions of a unit that have code, found by walking its entries once. */
export function readFunctions(unit: Unit, sections: DebugSections, isLive: IsLive): FunctionIndex {
  const left = sections.info.length + sections.ranges.length + sections.rnglists.length;
  const walk: Walk = { unit, sections, isLive, budget: { left }, roots: [] };
  const cursor = new Cursor(sections.info, unit.entriesOffset, unit.end);
  const open: Context[] = [];
  while (cursor.more) {
    const offset = cursor.offset;
    const code = cursor.uleb();
    if (code === 0) {
      open.pop();
      if (open.length === 0) break;
      continue;
    }
    const abbreviation = unit.abbreviations.get(code);
    if (!abbreviation) break;
    let context: Context = open.at(-1) ?? "outside";
    if (abbreviation.tag === tag.subprogram || abbreviation.tag === tag.inlinedSubroutine) {
      const attributes = readAttributes(cursor, abbreviation, unit.encoding);
      const { hasChildren } = abbreviation;
      if (!cursor.overrun)
        context = openFunction(walk, context, { offset, tag: abbreviation.tag, hasChildren, attributes });
    } else skipAttributes(cursor, abbreviation, unit.encoding);
    if (abbreviation.hasChildren) open.push(context);
    else if (open.length === 0) break;
  }
  return new IntervalIndex(walk.roots);
}

function openFunction(walk: Walk, around: Context, entry: Entry): Context {
  if (around === "discarded") return around;
  const all = rangesOf(entry.attributes, walk.unit, walk.sections, walk.budget);
  if (all === null) return around;
  const ranges = all.map(withoutThumbBit).filter((range) => walk.isLive(range.start));
  if (ranges.length === 0) return "discarded";
  const inlined = entry.tag === tag.inlinedSubroutine;
  if (inlined && around === "outside") return around;
  const number = (code: number): number => entry.attributes.get(code)?.value ?? 0;
  const scope: FunctionScope = {
    unit: walk.unit,
    offset: entry.offset,
    inlined,
    ranges,
    callFile: number(attribute.callFile),
    callLine: number(attribute.callLine),
    callColumn: number(attribute.callColumn),
    children: [],
  };
  if (around === "outside") for (const { start, end } of ranges) walk.roots.push({ start, end, value: scope });
  else around.children.push(scope);
  return scope;
}

/** The GNU assembler leaves the Thumb bit in the start addresses of functions (up to 2.40 at least). */
function withoutThumbBit({ start, end }: AddressRange): AddressRange {
  const thumbBit = start & 1;
  return { start: start - thumbBit, end: end - thumbBit };
}

/** The function around an address and the inlined ones down to the code, innermost first; empty when there is none. */
export function scopesAt(index: FunctionIndex, address: number): FunctionScope[] {
  const scopes: FunctionScope[] = [];
  let scope = index.at(address)?.value;
  while (scope) {
    if (!scope.inlined) scopes.length = 0;
    scopes.unshift(scope);
    scope = scope.children.find((child) => child.ranges.some((r) => address >= r.start && address < r.end));
  }
  return scopes;
}

/** The source name of a function, in C++ with what it is declared in, found through its origin or its declaration. */
export function functionName(
  scope: Pick<FunctionScope, "unit" | "offset">,
  unitAt: (offset: number) => Unit | null,
  sections: DebugSections,
): string | null {
  let name: string | null = null;
  let linkageName: string | null = null;
  for (const { unit, entry } of originsOf(scope.unit, scope.offset, unitAt, sections)) {
    name ??= textOf(entry.attributes.get(attribute.name), unit, sections);
    linkageName ??= textOf(entry.attributes.get(attribute.linkageName), unit, sections);
  }
  return name === null || name === "" ? linkageName : qualifiedName(name, linkageName);
}
