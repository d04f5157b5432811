/** What an address inside the guest's data is called in its source, and what it is part of. */
import type { DataIndex, Variable } from "../image/dwarf/data-index.ts";
import type { DataType } from "../image/dwarf/data-type.ts";
import type { Image } from "../image/image.ts";
import { type Interval, IntervalIndex } from "../image/interval.ts";
import type { Memory } from "./field.ts";

/** One step from a variable down to the address: what lies there, and how the source would write it. */
export interface Part {
  readonly name: string;
  readonly address: number;
  readonly type: DataType;
}

export interface ObjectNames {
  /** The variable around an address and its parts, outermost first, down to the smallest that holds the address. */
  partsAt(address: number): readonly Part[];
  /** The variable, or element of one, whose value is a pointer to exactly there. */
  pointerTo(memory: Memory, address: number): Part | null;
  /** All pointers to records of that type: handles. */
  pointersToType(name: string): readonly Part[];
  /** All places of that type, inside whatever variable: named as the source would write them. */
  placesOfType(name: string): readonly Part[];
  /** The symbol around an address, with the distance into it where there is one; null outside symbols. */
  symbolAt(address: number): string | null;
}

/** Parts of parts: the depth and number that is looked at. A guest's structures are far below both. */
const depthLimit = 12;
const elementLimit = 256;

export function objectNames(image: Image): ObjectNames {
  const data = image.debug?.data ?? null;
  const lazy: { variables: IntervalIndex<Variable> | null; pointers: readonly Part[] | null } = {
    variables: null,
    pointers: null,
  };
  const pointers = (): readonly Part[] => (lazy.pointers ??= collect(data, ({ type }) => type.kind === "pointer"));
  const partsAt = (address: number): readonly Part[] => {
    lazy.variables ??= new IntervalIndex(intervals(data));
    const found = lazy.variables.at(address)?.value;
    return found?.type ? descend({ name: found.name, address: found.address, type: found.type }, address) : [];
  };
  return {
    partsAt,
    pointerTo: (memory, address) => pointers().find((part) => memory.word(part.address) === address) ?? null,
    pointersToType: (name) => pointers().filter(({ type }) => type.kind === "pointer" && type.target()?.name === name),
    placesOfType: (name) => collect(data, ({ type }) => type.kind === "record" && type.name === name),
    symbolAt(address) {
      const found = image.symbols.objectAt(address);
      if (found === null) return null;
      return found.offsetBytes === 0 ? found.symbol.name : `${found.symbol.name}+${found.offsetBytes}`;
    },
  };
}

function intervals(data: DataIndex | null): Interval<Variable>[] {
  return (data?.variables() ?? []).flatMap((variable) => {
    const sizeBytes = variable.type?.sizeBytes ?? 0;
    return sizeBytes > 0 ? [{ start: variable.address, end: variable.address + sizeBytes, value: variable }] : [];
  });
}

function descend(from: Part, address: number): Part[] {
  const parts = [from];
  for (let part: Part | null = from; part !== null && parts.length < depthLimit; ) {
    part = partsOf(part).find((one) => address >= one.address && address < one.address + one.type.sizeBytes) ?? null;
    if (part) parts.push(part);
  }
  return parts;
}

/** The members or elements of something; of a union the first member that is a record, else the first. */
function partsOf({ name, address, type }: Part): Part[] {
  if (type.kind === "array") {
    const element = type.element();
    const count = Math.min(type.count ?? 0, elementLimit);
    if (element === null || element.sizeBytes === 0) return [];
    return Array.from({ length: count }, (_, i) => {
      return { name: `${name}[${i}]`, address: address + i * element.sizeBytes, type: element };
    });
  }
  if (type.kind !== "record") return [];
  return type.members().flatMap((member) => {
    const inner = member.type();
    if (inner === null || member.bits !== null) return [];
    const called = member.name === null ? name : `${name}.${member.name}`;
    return [{ name: called, address: address + member.offsetBytes, type: inner }];
  });
}

/** Variables and their parts that are wanted, in the order of the file; parts of a wanted one are not looked at. */
function collect(data: DataIndex | null, wanted: (part: Part) => boolean): Part[] {
  const found: Part[] = [];
  const visit = (part: Part, depth: number): void => {
    if (wanted(part)) found.push(part);
    else if (depth < depthLimit && (part.type.kind === "array" || part.type.kind === "record")) {
      const { type } = part;
      const element = type.kind === "array" ? type.element() : null;
      // Bytes and words hold nothing: an array of them is passed over as a whole.
      if (type.kind === "array" && (element === null || element.kind === "base" || element.kind === "enum")) return;
      for (const inner of partsOf(part)) visit(inner, depth + 1);
    }
  };
  for (const { name, address, type } of data?.variables() ?? []) if (type) visit({ name, address, type }, 0);
  return found;
}
