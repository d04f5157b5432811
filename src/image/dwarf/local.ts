/** Parameters and local variables of an active function, and where each has its value (DWARF 5 sections 3.4, 4.1). */
import { attribute, form, tag } from "./constants.ts";
import type { DataType } from "./data-type.ts";
import { childrenOf, entriesBelow, originsOf, type Place } from "./entry-walk.ts";
import { evaluate } from "./expression.ts";
import type { FormValue } from "./form.ts";
import { type FunctionScope, functionName } from "./function.ts";
import { type Location, type LocationInputs, locate, optimisedOut } from "./location.ts";
import { expressionAt } from "./location-list.ts";
import { rangesOf } from "./range.ts";
import type { DebugSections } from "./sections.ts";
import { integerTypeAt } from "./type-reader.ts";
import { addressOf, type Entry, indexedAddress, readEntry, referenceOf, textOf, type Unit } from "./unit.ts";
import type { CoreRegisters, ReadWord } from "./unwind.ts";

/** A physical frame of the stopped machine. */
export interface Frame {
  /** Where it goes on, Thumb bit cleared. */
  readonly address: number;
  /** An address inside of the instruction that it executes: of a caller the call's. */
  readonly lookup: number;
  readonly registers: CoreRegisters;
  readonly readWord: ReadWord;
  /** S0 to S31 by number; null where they are not known. */
  readonly single: (number: number) => number | null;
  /** Null where nobody called. */
  readonly caller: Frame | null;
}

export interface Local {
  readonly name: string;
  readonly parameter: boolean;
  /** Null where the compiler says nothing that can be read. */
  readonly type: DataType | null;
  readonly location: Location;
}

/** What is asked of the rest of the debug information. */
export interface LocalSources {
  readonly sections: DebugSections;
  readonly unitAt: (offset: number) => Unit | null;
  readonly typeOf: (place: Place) => DataType | null;
  /** Innermost first; the last is the function itself. */
  readonly scopesAt: (address: number) => readonly FunctionScope[];
  readonly frameAddress: (frame: Frame) => number | null;
}

const variableTags: readonly number[] = [tag.formalParameter, tag.variable, tag.lexicalBlock];

/**
 * Variables that are visible at the frame's place in its `depth`th function, 0 the innermost: parameters, then those of
 * inner blocks before those of outer ones. One that an inner one of the same name hides is there, too.
 */
export function localsOf(sources: LocalSources, frame: Frame, depth: number): Local[] {
  const scopes = sources.scopesAt(frame.lookup);
  const scope = scopes[depth];
  if (scope === undefined) return [];
  const inputs = inputsOf(sources, frame);
  const places = visible(sources, scope.unit, scope.offset, frame.lookup);
  const found = [...places, ...withoutCopy(sources, scope)].flatMap(
    (place) => localOf(sources, place, frame, inputs) ?? [],
  );
  return [...found.filter(({ parameter }) => parameter), ...found.filter(({ parameter }) => !parameter)];
}

function visible(sources: LocalSources, unit: Unit, offset: number, pc: number): Place[] {
  const { sections } = sources;
  const own: Place[] = [];
  const inner: Place[] = [];
  for (const entry of childrenOf(unit, offset, sections, (one) => variableTags.includes(one))) {
    if (entry.tag !== tag.lexicalBlock) own.push({ unit, entry });
    else if (covers(sections, unit, entry, pc)) inner.push(...visible(sources, unit, entry.offset, pc));
  }
  return [...inner, ...own];
}

function covers(sections: DebugSections, unit: Unit, { attributes }: Entry, pc: number): boolean {
  const left = sections.ranges.length + sections.rnglists.length;
  const ranges = rangesOf(attributes, unit, sections, { left }) ?? [];
  return ranges.some(({ start, end }) => pc >= start && pc < end);
}

/** Variables of the source, of its blocks too, of which a copy of the function, inlined or not, says nothing at all. */
function withoutCopy({ sections, unitAt }: LocalSources, { unit, offset }: FunctionScope): Place[] {
  const [, origin] = originsOf(unit, offset, unitAt, sections);
  if (origin === undefined) return [];
  const variables = [tag.formalParameter, tag.variable];
  const copies = entriesBelow(unit, offset, sections, variables, [tag.lexicalBlock]);
  const copied = new Set([...copies].map((one) => referenceOf(one.attributes.get(attribute.abstractOrigin), unit)));
  return [...entriesBelow(origin.unit, origin.entry.offset, sections, variables, [tag.lexicalBlock])]
    .filter((one) => !copied.has(one.offset))
    .map((entry) => ({ unit: origin.unit, entry }));
}

function localOf(sources: LocalSources, place: Place, frame: Frame, inputs: LocationInputs): Local | null {
  const { sections, unitAt } = sources;
  const chain = [...originsOf(place.unit, place.entry.offset, unitAt, sections)];
  const having = (code: number): Place | undefined => chain.find(({ entry }) => entry.attributes.has(code));
  const named = having(attribute.name);
  const name = named === undefined ? null : textOf(named.entry.attributes.get(attribute.name), named.unit, sections);
  // What is only declared in there is defined, and shown, elsewhere.
  if (name === null || place.entry.attributes.has(attribute.declaration)) return null;
  const typed = having(attribute.type);
  const type = typed === undefined ? null : sources.typeOf(typed);
  const sizeBytes = type?.sizeBytes ?? 0;
  const located = having(attribute.location);
  const constant = having(attribute.constValue)?.entry.attributes.get(attribute.constValue);
  const location = (): Location => {
    if (located !== undefined) {
      const value = located.entry.attributes.get(attribute.location) as FormValue;
      const expression = expressionAt(value, located.unit, sections, frame.lookup);
      return expression === null ? optimisedOut : locate(expression, sizeBytes, inputs);
    }
    return constant === undefined ? optimisedOut : constantOf(constant, sizeBytes, sections);
  };
  return { name, parameter: place.entry.tag === tag.formalParameter, type, location: location() };
}

function constantOf(
  { form: code, value, sizeBytes: own }: FormValue,
  sizeBytes: number,
  sections: DebugSections,
): Location {
  const where = "no place: it is a constant";
  const blocks: readonly number[] = [form.block, form.block1, form.block2, form.block4, form.exprloc];
  if (blocks.includes(code))
    return { kind: "held", bytes: [...sections.info.subarray(value, value + Math.min(own, sizeBytes))], where };
  if (code === form.string || code === form.strp) return optimisedOut;
  const whole = BigInt(value);
  const bytes = Array.from({ length: sizeBytes }, (_, index) => Number((whole >> BigInt(8 * index)) & 0xffn));
  return { kind: "held", bytes, where };
}

function inputsOf(sources: LocalSources, frame: Frame): LocationInputs {
  const { sections, scopesAt } = sources;
  const physical = scopesAt(frame.lookup).at(-1);
  const inputs: LocationInputs = {
    register: (number) => frame.registers[number] ?? null,
    readWord: frame.readWord,
    single: frame.single,
    frameAddress: () => sources.frameAddress(frame),
    frameBase: () => (physical === undefined ? null : frameBase(sources, physical, frame, inputs)),
    entryValue: (expression) => (physical === undefined ? null : entryValue(sources, physical, frame, expression)),
    indexed: (index) => (physical === undefined ? null : indexedAddress(index, physical.unit, sections)),
    integerType: (offset) => (physical === undefined ? null : integerTypeAt(physical.unit, offset, sections)),
  };
  return inputs;
}

const firstRegister = 0x50;
const lastRegister = 0x6f;

/** The core register that a location is, and nothing else; null for all others. */
function registerIn(expression: Uint8Array | null): number | null {
  const [code = 0] = expression ?? [];
  return expression?.length === 1 && code >= firstRegister && code <= lastRegister ? code - firstRegister : null;
}

function frameBase(
  { sections }: LocalSources,
  { unit, offset }: FunctionScope,
  frame: Frame,
  inputs: LocationInputs,
): number | null {
  const value = readEntry(unit, sections, offset)?.attributes.get(attribute.frameBase);
  const expression = value === undefined ? null : expressionAt(value, unit, sections, frame.lookup);
  if (expression === null) return null;
  const register = registerIn(expression);
  // A frame base that is relative to itself is damage.
  const { frameBase: _, ...rest } = inputs;
  return register === null ? evaluate(expression, [], rest) : (frame.registers[register] ?? null);
}

/**
 * What a register held when the function was entered, by what its caller says about the call (DWARF 5 section 3.4).
 * Only where that call names this very function: behind a jump between functions another one was called.
 */
function entryValue(
  sources: LocalSources,
  callee: FunctionScope,
  { caller }: Frame,
  expression: Uint8Array,
): number | null {
  const { sections, scopesAt } = sources;
  const register = registerIn(expression);
  const calling = caller === null ? undefined : scopesAt(caller.lookup).at(-1);
  if (register === null || caller === null || calling === undefined) return null;
  const { unit } = calling;
  const { callSite, gnuCallSite, lexicalBlock, inlinedSubroutine } = tag;
  for (const site of entriesBelow(
    unit,
    calling.offset,
    sections,
    [callSite, gnuCallSite],
    [lexicalBlock, inlinedSubroutine],
  )) {
    const back = site.attributes.get(attribute.callReturnPc) ?? site.attributes.get(attribute.lowPc);
    if (addressOf(back, unit, sections) !== caller.address || !isCallOf(sources, unit, site, callee)) continue;
    const parameters = [tag.callSiteParameter, tag.gnuCallSiteParameter] as readonly number[];
    for (const { attributes } of childrenOf(unit, site.offset, sections, (one) => parameters.includes(one))) {
      const at = attributes.get(attribute.location);
      const value = attributes.get(attribute.callValue) ?? attributes.get(attribute.gnuCallSiteValue);
      if (at === undefined || value === undefined) continue;
      if (registerIn(expressionAt(at, unit, sections, caller.lookup)) !== register) continue;
      const said = expressionAt(value, unit, sections, caller.lookup);
      return said === null ? null : evaluate(said, [], inputsOf(sources, caller));
    }
  }
  return null;
}

function isCallOf(sources: LocalSources, unit: Unit, site: Entry, callee: FunctionScope): boolean {
  const { sections, unitAt } = sources;
  const origin = site.attributes.get(attribute.callOrigin) ?? site.attributes.get(attribute.abstractOrigin);
  const offset = referenceOf(origin, unit);
  if (offset === null) return false;
  const chain = [...originsOf(callee.unit, callee.offset, unitAt, sections)];
  if (chain.some(({ entry }) => entry.offset === offset)) return true;
  const inside = offset >= unit.offset && offset < unit.end ? unit : unitAt(offset);
  const name = inside && functionName({ unit: inside, offset }, unitAt, sections);
  return name !== null && name === functionName(callee, unitAt, sections);
}
