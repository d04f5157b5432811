/** Variables of a frame, wherever their values are. */
import type { BacktraceFrame } from "../../image/backtrace.ts";
import type { Frame, Local } from "../../image/dwarf/local.ts";
import type { Location } from "../../image/dwarf/location.ts";
import type { Image } from "../../image/image.ts";
import { fieldOf, type Memory } from "../../lens/field.ts";
import type { Desk, ShownFrame } from "./desk.ts";
import { type Datum, wordIn } from "./values.ts";

/** Each frame of a backtrace with the physical one that it is a part of. */
export function physicalFrames(
  desk: Desk,
  frames: readonly BacktraceFrame[],
  single: (number: number) => number | null,
): Pick<ShownFrame, "physical" | "depth">[] {
  const list: Pick<ShownFrame, "physical" | "depth">[] = [];
  const begins = frames.flatMap(({ kind }, index) => (kind === "inlined" ? [] : [index]));
  let caller: Frame | null = null;
  for (const begin of begins.reverse()) {
    const { address, kind, registers } = frames[begin] as BacktraceFrame;
    // The list is whole by the time that somebody asks.
    const ofCallee = (number: number): number | null => {
      const inner = list[begin - 1]?.physical;
      const debug = imageOf(desk, frames[begin - 1]?.image ?? null)?.debug;
      return inner === undefined || kind !== "called" ? null : (debug?.singleOfCaller(inner, number) ?? null);
    };
    const physical: Frame = {
      ...{ address, registers, readWord: desk.view.word, caller },
      lookup: kind === "called" ? address - 1 : address,
      single: begin === 0 ? single : ofCallee,
    };
    const end = frames.length - list.length;
    list.unshift(...Array.from({ length: end - begin }, (_, depth) => ({ physical, depth })));
    // Whoever was interrupted did not call.
    caller = kind === "called" ? physical : null;
  }
  return list;
}

const imageOf = ({ timeline }: Desk, file: string | null): Image | null =>
  timeline.system.images.find(({ image }) => image.file === file)?.image ?? null;

/** A variable that has no value any more, and why. */
export interface Lost {
  readonly name: string;
  readonly why: string;
}

export interface ShownLocal {
  readonly local: Local;
  readonly at: Datum | Lost;
}

/** Parameters first, inner blocks before outer ones. */
export function localsIn(desk: Desk, { frame, physical, depth }: ShownFrame): ShownLocal[] {
  const locals = imageOf(desk, frame.image)?.debug?.localsAt(physical, depth) ?? [];
  return locals.map((local) => ({ local, at: atOf(desk, local) }));
}

function atOf(desk: Desk, { name, type, location }: Local): Datum | Lost {
  const field = fieldOf(type, "");
  if (field === null || type === null) return { name, why: "its type is not described" };
  if (location.kind === "lost") return { name, why: location.why };
  if (location.kind === "memory") return { memory: desk.view, address: location.address, field, held: null };
  return { memory: heldMemory(location), address: 0, field, held: location.where };
}

/** Bytes that are in no memory, as if they were, from address 0 on. */
function heldMemory({ bytes: held }: Extract<Location, { kind: "held" }>): Memory {
  const bytes = (address: number, sizeBytes: number): Uint8Array | null => {
    const part = held.slice(address, address + sizeBytes);
    const known = part.filter((one) => one !== null);
    return known.length < sizeBytes ? null : Uint8Array.from(known);
  };
  return { bytes, word: (address) => wordIn(bytes(address, 4)) };
}
