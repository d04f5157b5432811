/**
 * Compiles what is hot. The core samples where time goes; when it has enough samples it asks here, and the blocks that
 * were met often become regions: one WebAssembly function each, entered by the interpreter from the first record of
 * their block (assembly/native.ts). Nothing of that can be told from the guest's side: ticks and state are those of the
 * interpreter.
 */
import type { Core } from "../core/core.ts";
import { special } from "../isa/record.ts";
import { arenaBase, arenaBytes } from "../state/memory-map.ts";
import { blockAround, type CodeBlock, headerFlags } from "./code-block.ts";
import { emitRegion, type RegionCode } from "./emit-region.ts";
import { type Region, regionFrom } from "./region.ts";
import { moduleOf } from "./wasm.ts";

export interface JitOptions {
  /** Instructions between two samples. */
  readonly periodTicks: number;
  /** How many samples a block needs. */
  readonly samples: number;
}

/** A sample each 20,011 instructions costs less than a part in a hundred, and a prime falls in step with no loop. */
export const usual: JitOptions = { periodTicks: 20_011, samples: 2 };

/** What compiled code has come to. Not state. */
export interface JitCount {
  regions: number;
  blocks: number;
  bytes: number;
}

interface Jit {
  readonly core: Core;
  readonly options: JitOptions;
  readonly count: JitCount;
  /** Headers of blocks that are compiled, or not worth it, in `epoch`. */
  readonly done: Set<number>;
  epoch: number;
}

/** Let the core compile what is hot from now on. */
export function attachJit(core: Core, options: JitOptions = usual): JitCount {
  const count: JitCount = { regions: 0, blocks: 0, bytes: 0 };
  const jit: Jit = { core, options, count, done: new Set(), epoch: core.scratch.nativeEpoch };
  core.scratch.samplePeriod = options.periodTicks;
  core.scratch.sampleLeft = options.periodTicks;
  core.onSamples = () => look(jit);
  return count;
}

/** Addresses that were met in interpreted code, with how often. */
function hotAddresses({ core, options }: Jit, table: number): CodeBlock[] {
  const { scratch } = core;
  const found = new Map<number, { block: CodeBlock; samples: number }>();
  for (let index = 0; index < scratch.sampleCount; index++) {
    const sample = scratch.samples[index] ?? 0;
    if (sample & 1) continue;
    const block = blockAround(core, sample, table);
    if (block === null) continue;
    const known = found.get(block.header) ?? { block, samples: 0 };
    known.samples++;
    found.set(block.header, known);
  }
  return [...found.values()].filter(({ samples }) => samples >= options.samples).map(({ block }) => block);
}

function look(jit: Jit): void {
  const { core } = jit;
  if (jit.epoch !== core.scratch.nativeEpoch) {
    jit.epoch = core.scratch.nativeEpoch;
    jit.done.clear();
  }
  const table = core.calls.currentTable() >>> 0;
  const chosen: Chosen[] = [];
  for (const block of hotAddresses(jit, table)) {
    if (jit.done.has(block.header)) continue;
    jit.done.add(block.header);
    const one = choose(jit, block, table);
    if (one !== null) chosen.push(one);
  }
  core.scratch.sampleCount = 0;
  if (chosen.length > 0) install(jit, chosen);
}

interface Chosen {
  readonly region: Region;
  readonly code: RegionCode;
  readonly way: number;
}

/** From a way in to the first record of its copy, as in assembly/native.ts. */
const wayBytes = 32;

/** Compiles the region of a block and makes room for its way in. */
function choose({ core }: Jit, block: CodeBlock, table: number): Chosen | null {
  const view = core.words;
  if (view.getUint16(block.header + 16, true) === special.native) return null;
  const region = regionFrom(core, block, table);
  if (region === null) return null;
  const copied = block.end.record + 16 - block.header;
  const way = core.scratch.arenaNext;
  if (way + 16 + copied > arenaBase + arenaBytes) return null;
  core.scratch.arenaNext = way + 16 + copied;
  new Uint8Array(core.memory).copyWithin(way + 16, block.header, block.header + copied);
  const first = block.header + 16;
  const code = emitRegion(region, (record) => (record === first ? way + wayBytes : record));
  return { region, code, way };
}

function install({ core, count, epoch }: Jit, chosen: readonly Chosen[]): void {
  const view = core.words;
  const bytes = moduleOf(
    chosen.map(({ code }) => code.body),
    core.memory.byteLength / 65536,
  );
  const functions = core.instantiate(bytes);
  const from = core.table.grow(chosen.length);
  for (const [index, { region, code, way }] of chosen.entries()) {
    core.table.set(from + index, functions[`${index}`] ?? null);
    view.setUint32(way, from + index, true);
    view.setUint32(way + 4, code.usesFloat ? 1 : 0, true);
    view.setUint32(way + 8, epoch, true);
    for (const { block } of region.nodes) {
      view.setUint32(block.header + 8, view.getUint32(block.header + 8, true) | headerFlags.compiled, true);
    }
    const record = region.entry.block.header + 16;
    view.setUint16(record, special.native, true);
    view.setUint32(record + 8, way, true);
    count.regions++;
    count.blocks += region.nodes.length;
  }
  count.bytes += bytes.length;
}
