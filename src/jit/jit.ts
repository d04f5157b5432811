/**
 * Compiles what is hot. The core samples where time goes; when it has enough samples it asks here, and the blocks that
 * were met often become regions: one WebAssembly function each, entered by the interpreter from the first records of
 * some of their blocks (assembly/native.ts). Nothing of that can be told from the guest's side: ticks and state are
 * those of the interpreter.
 */
import type { Core } from "../core/core.ts";
import { type BlockPlace, blockAt, placeStarting } from "./code-block.ts";
import { emitRegion } from "./emit-region.ts";
import { type Compiled, install, makeWays, reopen } from "./install.ts";
import { type Region, regionFrom, rootOf, type Source } from "./region.ts";

export interface JitOptions {
  /** Instructions between two samples. */
  readonly periodTicks: number;
  /** How many samples a block needs at the least, and one that some region contains already. */
  readonly samples: number;
  readonly moreSamples: number;
  /** A block is hot with one of so many samples, and with `moreSamples` where time goes to very many blocks. */
  readonly hotShare: number;
  /** How often a branch through a register must be seen to leave a region for where it could go on inside. */
  readonly sightings: number;
  /** Instructions that pay for the way in and out where there is no loop. */
  readonly leastInstructions: number;
  /** Blocks that may be compiled for each look at the samples. */
  readonly blocksPerLook: number;
  /** Looks to pass over for each time that nothing compiled has held any longer; that many to make up for one. */
  readonly looksAfterForgetting: number;
  readonly looksHeld: number;
}

/** A sample each 20,011 instructions costs less than a part in a hundred, and a prime falls in step with no loop. */
export const usual: JitOptions = {
  periodTicks: 20_011,
  samples: 2,
  moreSamples: 8,
  hotShare: 32,
  sightings: 4,
  leastInstructions: 16,
  blocksPerLook: 8,
  looksAfterForgetting: 4,
  looksHeld: 32,
};

/** A region that is in force. */
interface Standing {
  readonly root: BlockPlace;
  compiled: Compiled;
  renewals: number;
}

interface Jit {
  readonly core: Core;
  readonly options: JitOptions;
  /** Looks to pass over, so that compiling stays a small part of the time. */
  rest: number;
  /** Samples, but for those of blocks that have been compiled since. */
  total: number;
  /** How often nothing compiled has held any longer, as far as that is not made up for; looks since, with regions. */
  forgotten: number;
  held: number;
  /** All below holds in this epoch. */
  epoch: number;
  /** Headers of blocks about which enough has been done. */
  readonly done: Set<number>;
  /** Blocks that were met in interpreted code, by their headers. */
  readonly met: Map<number, { readonly place: BlockPlace; samples: number }>;
  /** Branches through registers: block -> target -> how often seen. */
  readonly sightings: Map<number, Map<number, number>>;
  /** Those that were seen often; and the blocks of which regions in force do not know it yet. */
  readonly seen: Map<number, Set<number>>;
  readonly news: Set<number>;
  /** Headers of blocks that are to have a door. */
  readonly asked: Set<number>;
  readonly standing: Standing[];
}

/** Let the core compile what is hot from now on. */
export function attachJit(core: Core, options: JitOptions = usual): void {
  const jit: Jit = {
    core,
    options,
    rest: 0,
    total: 0,
    forgotten: 0,
    held: 0,
    epoch: core.scratch.nativeEpoch,
    done: new Set(),
    met: new Map(),
    sightings: new Map(),
    seen: new Map(),
    news: new Set(),
    asked: new Set(),
    standing: [],
  };
  core.scratch.samplePeriod = options.periodTicks;
  core.scratch.sampleLeft = options.periodTicks;
  core.onSamples = () => look(jit);
}

const longestRest = 256;

function forget(jit: Jit): void {
  const { core, options, done, met, sightings, seen, news, asked } = jit;
  jit.epoch = core.scratch.nativeEpoch;
  for (const memory of [done, met, sightings, seen, news, asked]) memory.clear();
  jit.total = 0;
  jit.standing.length = 0;
  core.dropRegions();
  // Code that changes again and again is not worth much; code that held for long is, whatever was before.
  jit.forgotten = Math.max(0, jit.forgotten - Math.floor(jit.held / options.looksHeld));
  jit.rest = Math.min(longestRest, options.looksAfterForgetting * jit.forgotten++);
  jit.held = 0;
}

/** Learns what the samples tell; compiles one region at the most: the next look will show what it has left. */
function look(jit: Jit): void {
  const { core, seen, asked } = jit;
  if (jit.epoch !== core.scratch.nativeEpoch) forget(jit);
  const source: Source = { core, table: core.calls.currentTable() >>> 0, seen, asked };
  jit.total += core.scratch.sampleCount;
  meetBlocks(jit, source.table);
  learnTargets(jit);
  // Where a block is part of several regions, it is the newest that counts.
  for (const { compiled } of jit.standing.toReversed()) reopen(core, compiled);
  core.scratch.sampleCount = 0;
  if (jit.standing.length > 0) jit.held++;
  if (jit.rest > 0) {
    jit.rest--;
    return;
  }
  const one = compileHottest(jit, source) ?? compileNews(jit, source);
  if (one === null) return;
  install(core, one.compiled);
  settle(jit, one.compiled.region);
  // What is made again and again is waited for the longer.
  jit.rest = Math.floor((one.compiled.region.nodes.length * (1 + one.renewals)) / jit.options.blocksPerLook);
  const others = jit.standing.filter((other) => other !== one && !one.compiled.ways.has(other.root.header));
  jit.standing.splice(0, jit.standing.length, ...others, one);
}

/** What was met before of the blocks of a region tells nothing of what there is now. */
function settle(jit: Jit, { nodes }: Region): void {
  for (const { block } of nodes.slice(1)) {
    jit.total -= jit.met.get(block.header)?.samples ?? 0;
    jit.met.delete(block.header);
  }
}

function meetBlocks({ core, met, done }: Jit, table: number): void {
  const { scratch } = core;
  for (let index = 0; index < scratch.sampleCount; index++) {
    const sample = scratch.samples[index] ?? 0;
    const place = sample & 1 ? null : placeStarting(core, sample, table);
    if (place === null || done.has(place.header)) continue;
    const known = met.get(place.header) ?? { place, samples: 0 };
    known.samples++;
    met.set(place.header, known);
  }
}

const mostTargets = 12;
/** A branch that goes everywhere is worth no more memory. */
const mostSightings = 64;

/** What is seen of branches through registers. */
function learnTargets({ core, options, sightings, seen, news }: Jit): void {
  const { scratch } = core;
  for (let index = 0; index < scratch.sampleCount; index++) {
    const site = scratch.sites[index] ?? 0;
    const target = scratch.siteTargets[index] ?? 0;
    if (site === 0) continue;
    const targets = sightings.get(site) ?? new Map<number, number>();
    sightings.set(site, targets);
    if (targets.size >= mostSightings && !targets.has(target)) continue;
    targets.set(target, (targets.get(target) ?? 0) + 1);
    const known = seen.get(site) ?? new Set<number>();
    if ((targets.get(target) ?? 0) < options.sightings || known.has(target) || known.size >= mostTargets) continue;
    seen.set(site, known.add(target));
    news.add(site);
  }
}

/** A region for the block that was met most often: one that holds it already gets a door there. */
function compileHottest(jit: Jit, source: Source): Standing | null {
  const { core, options, met, done } = jit;
  const share = jit.total / options.hotShare;
  const hot = [...met.values()].sort((a, b) => b.samples - a.samples);
  for (const { place, samples } of hot) {
    if (samples < Math.max(options.samples, Math.min(share, options.moreSamples)) || done.has(place.header)) continue;
    // Code may have changed since.
    if (placeStarting(core, place.pc, source.table)?.header !== place.header) continue;
    const around = holderOf(jit, place);
    if (around !== undefined && samples < Math.max(share, options.moreSamples)) continue;
    if (around !== undefined) askDoors(jit, around);
    const one = around === undefined ? founded(jit, source, place) : renewed(jit, source, around);
    if (one !== null) return one;
  }
  return null;
}

const holderOf = ({ standing }: Jit, { header }: BlockPlace): Standing | undefined =>
  standing.find(({ compiled }) => compiled.region.nodes.some(({ block }) => block.header === header));

/** All blocks of the region that are met in interpreted code get a door at once. */
function askDoors({ options, met, done, asked, total }: Jit, { compiled }: Standing): void {
  for (const { block } of compiled.region.nodes) {
    if ((met.get(block.header)?.samples ?? 0) < Math.max(options.moreSamples, total / options.hotShare / 4)) continue;
    done.add(block.header);
    asked.add(block.header);
  }
}

/** A region that is to hold the block, from the begin of its loop on; where that one has no room, from the block on. */
function founded(jit: Jit, source: Source, place: BlockPlace): Standing | null {
  const { core, done, asked } = jit;
  done.add(place.header);
  asked.add(place.header);
  const loop = rootOf(source, blockAt(core, place));
  const root = holderOf(jit, loop) === undefined ? loop : place;
  done.add(root.header);
  const compiled = compile(jit, source, root);
  if (compiled === null) return null;
  if (!compiled.region.at.has(place.pc)) done.delete(place.header);
  return { root, compiled, renewals: 0 };
}

/** A region that a branch through a register often leaves for where none of them leads yet. */
function compileNews(jit: Jit, source: Source): Standing | null {
  const { standing, news } = jit;
  for (const site of news) {
    news.delete(site);
    const around = standing.find(({ compiled }) => compiled.region.nodes.some(({ block }) => block.pc === site));
    const one = around === undefined ? null : renewed(jit, source, around);
    if (one !== null) return one;
  }
  return null;
}

const mostRenewals = 8;

function renewed(jit: Jit, source: Source, one: Standing): Standing | null {
  if (one.renewals >= mostRenewals) return null;
  const compiled = compile(jit, source, one.root);
  if (compiled === null) return null;
  one.renewals++;
  one.compiled = compiled;
  return one;
}

function isWorthwhile({ nodes }: Region, leastInstructions: number): boolean {
  const instructions = nodes.reduce((sum, { length }) => sum + length, 0);
  return nodes.some(({ isLoop }) => isLoop) || instructions >= leastInstructions;
}

/** Compiles the region that begins with a block. */
function compile({ options }: Jit, source: Source, root: BlockPlace): Compiled | null {
  const region = regionFrom(source, blockAt(source.core, root));
  if (region === null || !isWorthwhile(region, options.leastInstructions)) return null;
  const ways = makeWays(source.core, region);
  return ways === null ? null : { region, ways: ways.places, code: emitRegion(region, ways.recordOf) };
}
