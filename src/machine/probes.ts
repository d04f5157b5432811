/**
 * What a debugger wants to hear of: addresses about to be executed, accesses to ranges of memory or registers. Probes
 * lie outside the state; setting them never changes a run.
 */
import { assert } from "../base/assert.ts";
import { alignUp, type View } from "../state/layout.ts";
import { pageBits, pageBytes, physicalBase } from "../state/memory-map.ts";
import { pageMarksBase } from "../state/places.ts";
import { maxBreakpoints, maxWatchpoints, type scratchBlock } from "../state/scratch.ts";
import type { Machine } from "./machine.ts";
import { memoryAt } from "./memories.ts";

export interface Watch {
  readonly address: number;
  readonly sizeBytes: number;
  readonly kind: "read" | "write" | "access";
}

export interface Probes {
  /** Addresses of instructions, Thumb bit clear. */
  readonly breakpoints: readonly number[];
  readonly watches: readonly Watch[];
}

/** One access that overlaps a watched range, told before it happens. */
export interface Access {
  readonly kind: "read" | "write";
  /** As the guest named it; of several aliases, the one it used. */
  readonly address: number;
  readonly sizeBytes: number;
  /** What is written, or what is read. */
  readonly value: number;
  /** Tick at which the accessing instruction, or exception entry, starts. */
  readonly tick: number;
}

/** Set by whoever watches; null while nobody does. */
export interface Listener {
  onAccess: ((access: Access) => void) | null;
  /**
   * An exception was entered or left, where the note mask says so (`forListener` of notes.ts); `number` is the one it
   * is about, `secure` the state it is handled in.
   */
  onException: ((entered: boolean, number: number, secure: boolean) => void) | null;
}

export const noProbes: Probes = { breakpoints: [], watches: [] };

/** Bits of a page's marks, as in assembly/mem/marks.ts. */
export const pageMark = { digested: 1, kept: 2, watchedRead: 4, watchedWrite: 8 } as const;

/** Marks of all pages of guest memory, from the first. */
export const marksOf = ({ core }: Machine): Uint8Array =>
  new Uint8Array(core.memory, pageMarksBase, alignUp(core.physicalBytes, pageBytes) / pageBytes);

/** Replace whatever was set. */
export function setProbes(machine: Machine, { breakpoints, watches }: Probes): void {
  const { core, memories } = machine;
  const { scratch } = core;
  assert(breakpoints.length <= maxBreakpoints && watches.length <= maxWatchpoints, "probes fit their tables");
  scratch.breakCount = breakpoints.length;
  breakpoints.forEach((address, index) => {
    scratch.breakAt[index] = address;
    const at = memoryAt(memories, address);
    // Code decoded before now does not end in front of it.
    if (at !== null) core.calls.codeWritten(at.memory.host + at.offset, 2);
  });
  if (watches.length > 0 || scratch.watchCount > 0) setWatches(machine, scratch, watches);
}

function setWatches(machine: Machine, scratch: View<(typeof scratchBlock)["fields"]>, watches: readonly Watch[]): void {
  const marks = marksOf(machine);
  const unwatched = 255 - pageMark.watchedRead - pageMark.watchedWrite;
  for (let page = 0; page < marks.length; page++) marks[page] = (marks[page] ?? 0) & unwatched;
  scratch.watchCount = watches.length;
  watches.forEach(({ address, sizeBytes, kind }, index) => {
    const at = memoryAt(machine.memories, address);
    const place = at === null ? address : at.memory.host + at.offset;
    const last = place + sizeBytes - 1;
    scratch.watchFrom[index] = place;
    scratch.watchLast[index] = last;
    scratch.watchKinds[index] = kind === "read" ? 1 : kind === "write" ? 2 : 3;
    if (at === null) return;
    const mark = (kind === "write" ? 0 : pageMark.watchedRead) | (kind === "read" ? 0 : pageMark.watchedWrite);
    for (let page = (place - physicalBase) >>> pageBits; page <= (last - physicalBase) >>> pageBits; page++) {
      marks[page] = (marks[page] ?? 0) | mark;
    }
  });
  machine.core.calls.dropTables();
}
