/** Puts compiled regions where the interpreter finds them: assembly/native.ts describes a way in. */
import type { Core } from "../core/core.ts";
import { special } from "../isa/record.ts";
import { arenaBase, arenaBytes, blockFlags, wayBytes } from "../state/memory-map.ts";
import type { CodeBlock } from "./code-block.ts";
import type { RegionCode } from "./emit-region.ts";
import { isEntry, type Region } from "./region.ts";
import { moduleOf } from "./wasm.ts";

export interface Compiled {
  readonly region: Region;
  readonly code: RegionCode;
  /** Header of a block -> its way in. */
  readonly ways: ReadonlyMap<number, number>;
}

interface Ways {
  readonly places: ReadonlyMap<number, number>;
  /** Where the interpreter goes on with a record: the first ones of blocks with a way in are replaced. */
  readonly recordOf: (record: number) => number;
}

/** Makes a way in for each block with a door, where it has none of another region; null where the arena has no room. */
export function makeWays(core: Core, region: Region): Ways | null {
  const places = new Map<number, number>();
  for (const { door, block } of region.nodes) {
    if (door === 0) continue;
    const way = isEntry(core, block) ? core.words.getUint32(block.header + 24, true) : makeWay(core, block);
    if (way === null) return null;
    places.set(block.header, way);
  }
  const records = new Map([...places].map(([header, way]) => [header + 16, way + wayBytes]));
  return { places, recordOf: (record) => records.get(record) ?? record };
}

function makeWay(core: Core, block: CodeBlock): number | null {
  const way = core.scratch.arenaNext;
  const end = way + wayBytes + block.recordBytes;
  if (end > arenaBase + arenaBytes) return null;
  core.scratch.arenaNext = end;
  const first = block.header + 16;
  new Uint8Array(core.memory).copyWithin(way + wayBytes, first, first + block.recordBytes);
  return way;
}

export function install(core: Core, one: Compiled): void {
  openWays(core, one, core.addRegion(moduleOf(one.code.body, core.memory.byteLength / 65536)));
}

function openWays(core: Core, { region, code, ways }: Compiled, index: number): void {
  const view = core.words;
  for (const { block, door } of region.nodes) {
    view.setUint32(block.header + 8, view.getUint32(block.header + 8, true) | blockFlags.compiled, true);
    const way = ways.get(block.header);
    if (door === 0 || way === undefined) continue;
    const cells = [index, code.usesFloat ? 1 : 0, core.scratch.nativeEpoch, door, block.count];
    for (const [cell, value] of cells.entries()) view.setUint32(way + 4 * cell, value, true);
    openWay(view, block.header, way);
  }
}

const vainVisits = 20;

function openWay(view: DataView, header: number, way: number): void {
  view.setUint32(way + vainVisits, 0, true);
  view.setUint16(header + 16, special.native, true);
  view.setUint32(header + 24, way, true);
}

/** Opens the ways that the interpreter has closed: what made their regions be left may be over. */
export function reopen({ words }: Core, { ways }: Compiled): void {
  for (const [header, way] of ways)
    if (words.getUint16(header + 16, true) !== special.native) openWay(words, header, way);
}
