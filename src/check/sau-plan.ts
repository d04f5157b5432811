/**
 * Which windows of a VM to join so that they fit the SAU. Exact: every choice of gaps between neighbouring device
 * windows is tried; there are few. A proposal says what the VM would get besides.
 */
import type { PlacedDevice } from "../board/board.ts";
import type { Partition } from "../config/model.ts";
import type { Subject } from "./rule.ts";
import { endOf, overlaps, type Range, type Window, windowsOf } from "./window.ts";

/** Two neighbours that become one window, the gap between them included. */
export interface Join {
  readonly from: Window;
  readonly to: Window;
}

export interface Proposal {
  readonly joins: readonly Join[];
  /** The windows that replace the joined ones. */
  readonly windows: readonly Range[];
  /** Peripherals that the VM gets besides. */
  readonly exposed: readonly PlacedDevice[];
  readonly gapBytes: number;
  /** SAU entries in use at the end. */
  readonly entries: number;
}

interface Entry extends Range {
  readonly callable: boolean;
}

/** The hypercall's page (fact sheet crosscon-armv8m section 2.1). */
const veneer: Entry = { base: 0x10000040, sizeBytes: 0x40, callable: true };
const granuleBytes = 64;

const joins = (a: Entry, b: Entry): boolean =>
  a.callable === b.callable && (endOf(a) === b.base || endOf(b) === a.base);

/**
 * The entries in use after each range was inserted as the hypervisor does it: the new one takes a free entry first and
 * is joined with a neighbour afterwards. Null where no entry was free. Fact sheet crosscon-armv8m section 2.1.
 */
export function insertAll(ranges: readonly Range[], hasIpc: boolean, sauEntries: number): number | null {
  const used: Entry[] = [];
  const all: Entry[] = ranges.map(({ base, sizeBytes }) => ({
    ...{ base, callable: false },
    sizeBytes: Math.ceil(sizeBytes / granuleBytes) * granuleBytes,
  }));
  for (const one of hasIpc ? [...all, veneer] : all) {
    if (used.length >= sauEntries) return null;
    let merged = one;
    for (let at = used.findIndex((other) => joins(other, merged)); at >= 0; ) {
      const [other] = used.splice(at, 1);
      if (other === undefined) break;
      const base = Math.min(other.base, merged.base);
      merged = { base, sizeBytes: Math.max(endOf(other), endOf(merged)) - base, callable: merged.callable };
      at = used.findIndex((next) => joins(next, merged));
    }
    used.push(merged);
  }
  return used.length;
}

const rangesOf = (partition: Partition): Window[] => windowsOf(partition).filter((one) => one.sizeBytes > 0);

/** True where the windows of a VM fit. */
export const fitsSau = (partition: Partition, sauEntries: number): boolean =>
  insertAll(rangesOf(partition), partition.ipcCount.value > 0, sauEntries) !== null;

/** Neighbours with a gap that nobody else has a claim on. */
function possibleJoins(subject: Subject, partition: Partition): Join[] {
  const devices = rangesOf(partition)
    .filter(({ kind }) => kind === "device")
    .sort((a, b) => a.base - b.base);
  const others = subject.model.partitions.filter((one) => one !== partition).flatMap(windowsOf);
  return devices.flatMap((from, index): Join[] => {
    const to = devices[index + 1];
    if (to === undefined || endOf(from) >= to.base) return [];
    const gap = { base: endOf(from), sizeBytes: to.base - endOf(from) };
    const inGap = subject.board.devices.filter((one) => overlaps(one, gap));
    const taken = others.some((one) => overlaps(one, gap)) || inGap.some((one) => one.name === subject.console);
    const crossesMemory = subject.board.memories.some((one) => overlaps(one, gap));
    return taken || crossesMemory ? [] : [{ from, to }];
  });
}

function applied(partition: Partition, chosen: readonly Join[]): Range[] {
  const windows: Range[] = [];
  for (const window of rangesOf(partition)) {
    const before = chosen.find((one) => one.to.element === window.element);
    if (before !== undefined) continue;
    let end = endOf(window);
    for (let next = chosen.find((one) => one.from.element === window.element); next !== undefined; ) {
      end = endOf(next.to);
      const last = next.to.element;
      next = chosen.find((one) => one.from.element === last);
    }
    windows.push({ base: window.base, sizeBytes: end - window.base });
  }
  return windows;
}

function weigh(subject: Subject, partition: Partition, chosen: readonly Join[]): Proposal | null {
  const after = applied(partition, chosen);
  const entries = insertAll(after, partition.ipcCount.value > 0, subject.sauEntries);
  if (entries === null) return null;
  const gaps = chosen.map(({ from, to }) => ({ base: endOf(from), sizeBytes: to.base - endOf(from) }));
  const had = rangesOf(partition);
  return {
    joins: chosen,
    windows: after.filter((range) => !had.some((one) => one.base === range.base && one.sizeBytes === range.sizeBytes)),
    exposed: subject.board.devices.filter(
      (one) => gaps.some((gap) => overlaps(one, gap)) && !had.some((window) => overlaps(window, one)),
    ),
    gapBytes: gaps.reduce((sum, gap) => sum + gap.sizeBytes, 0),
    entries,
  };
}

/** Proposals that fit, those that expose least first. Empty where none does. */
export function planSau(subject: Subject, partition: Partition): Proposal[] {
  const possible = possibleJoins(subject, partition);
  const found: Proposal[] = [];
  for (let choice = 1; choice < 2 ** Math.min(possible.length, 16); choice++) {
    const chosen = possible.filter((_, index) => (choice >>> index) & 1);
    // What fits with fewer joins is not asked for with more.
    if (found.some((one) => one.joins.every((join) => chosen.includes(join)))) continue;
    const proposal = weigh(subject, partition, chosen);
    if (proposal !== null) found.push(proposal);
  }
  return found.sort((a, b) => a.exposed.length - b.exposed.length || a.gapBytes - b.gapBytes);
}
