/**
 * Whether an instruction may come next in a case, and what it asks for: a *plan* is what to do to the draft once it is
 * taken. Addresses lie in the case's window, or on purpose somewhere that faults; branches go forward within the case.
 */
import { nextBelow, pick } from "../../src/base/prng.ts";
import { footprintOf } from "../../src/isa/analysis.ts";
import type { Instruction } from "../../src/isa/decode.ts";
import { aim, aimLiteral, isDirect } from "./aim.ts";
import type { Draft, Poke, Reach } from "./draft.ts";
import { codeSlotBytes, codeSlots, landingPlace, secureWorld, stripBytes, windowBytes } from "./layout.ts";
import { type Probe, probe } from "./probe.ts";
import { systemPlan } from "./system-plan.ts";
import { exactly, free, moved, type Range, unknown, type Value } from "./values.ts";

/** Applied to the draft; returns the word to place, which may differ from the instruction's in its offset. */
export type Plan = (draft: Draft) => number;

const isRange = (value: Value | undefined): value is Range => typeof value === "object";
/** Below SP an exception may put this much. */
export const frameRoom = 176;

/** Registers that hold something else afterwards. */
function writtenBy({ operation, statics, args }: Instruction): Set<number> {
  const footprint = footprintOf(operation, statics);
  const written = new Set([...footprint.regsWritten].map((name) => args[name] ?? 16));
  for (const register of footprint.fixedWritten) written.add(register);
  if (/^LDM/.test(operation.name)) for (let r = 0; r < 15; r++) if ((args.imm ?? 0) & (1 << r)) written.add(r);
  if (args.n !== undefined && statics.wback) written.add(args.n);
  return written;
}

/** A state in which known registers hold what they do, and the others two different things. */
function background(draft: Draft, seed: number): Uint32Array {
  const regs = new Uint32Array(16);
  for (let r = 0; r < 15; r++) {
    const value = draft.values[r];
    const drawn = Math.imul(seed, 0x9e37_79b1 + 4 * r);
    // Every third of them also makes sense as a distance to shift by.
    regs[r] = isRange(value) ? value.low : seed % 3 === 0 ? 0x4000_0000 | (drawn & 0x1c) : drawn & ~3;
  }
  return regs;
}

interface Addressed {
  /** Number of the register that is chosen so that the address is right; null where the address is fixed. */
  readonly base: number | null;
  /** How far the address moves with it. */
  readonly scale: number;
}

/** Which register an address hangs on; null when it is none that can be chosen. */
function baseOf({ operation, statics, args }: Instruction): Addressed {
  const footprint = footprintOf(operation, statics);
  const read = footprint.regsRead;
  if (read.has("n") || operation.args.n === "small") return { base: args.n ?? 0, scale: 1 };
  if (footprint.fixedRead.has(13)) return { base: 13, scale: 1 };
  if (operation.name === "TBH_pc") return { base: args.m ?? 0, scale: 2 };
  if (operation.name === "TBB_pc") return { base: args.m ?? 0, scale: 1 };
  return { base: null, scale: 1 };
}

/** Lowest address and length of all accesses. */
function extent({ accesses }: Probe): { low: number; bytes: number } {
  let low = accesses[0]?.address ?? 0;
  let high = low;
  for (const { address, size } of accesses) {
    const distance = (address - low) | 0;
    if (distance < 0) low = address;
    if (((address + size - high) | 0) > 0) high = address + size;
  }
  return { low: low >>> 0, bytes: (high - low) >>> 0 };
}

const within = (address: number, low: number, bytes: number): boolean => address >= low && address < low + bytes;

/** Somewhere that does not answer: nothing is there on this board. */
const nowhere = 0x6000_0000;

/**
 * Addresses at which an access of so many bytes should fault, or go over an edge: with whole words, or doubles where
 * they are accessed as such, because QEMU lets a single access pass whose first byte may.
 */
function oddPlace(draft: Draft, bytes: number, unit: number): number {
  const { random, manner } = draft;
  const { windowBase } = manner.world;
  const edge = windowBase + windowBytes;
  const over = bytes > unit ? unit * (1 + nextBelow(random, Math.floor(bytes / unit))) : 0;
  const places = [edge - over, edge + unit * nextBelow(random, 32 / unit), nowhere, draft.base];
  if (!manner.privileged) {
    places.push(edge + stripBytes - over, edge + stripBytes + 8, 0, 0xe000_ed00);
    places.push(windowBase - 4, secureWorld.windowBase, 0xffff_fffc, secureWorld.codeBase - 16);
  }
  return pick(random, places) >>> 0;
}

/** Where the lowest byte of an access should lie. */
function placeFor(draft: Draft, bytes: number, aligned: boolean, calm: boolean, unit: number): number {
  const { random, manner, claims } = draft;
  if (!calm && nextBelow(random, draft.oneOddIn) === 0) return oddPlace(draft, bytes, unit);
  // Above where SP begins, so that the frame of the start is left alone.
  const lowest = calm ? (claims.get(13) ?? 0) + 4 : manner.world.windowBase;
  const room = manner.world.windowBase + windowBytes - bytes - lowest;
  const place = lowest + nextBelow(random, Math.max(1, room));
  return calm || nextBelow(random, aligned ? 32 : 4) !== 0 ? place & ~3 : place;
}

/** Whether a register that is added to the base has a value; it gets a small one where it may. */
function indexValue(draft: Draft, register: number): Value {
  const value = draft.values[register] ?? unknown;
  if (value !== free) return value;
  return exactly(nextBelow(draft.random, 24));
}

export interface MemoryPlan {
  /** Where the lowest byte lies, where that is one place. */
  readonly place: number | null;
  /** All that it may touch, where that is known. */
  readonly reach?: Reach;
  readonly claims: readonly (readonly [number, number])[];
}

/** How the addresses of `instruction` come about; null when they would be anything, and that is not wanted. */
function memoryPlan(draft: Draft, instruction: Instruction, calm: boolean): MemoryPlan | null {
  const { manner, values, pc } = draft;
  const { base, scale } = baseOf(instruction);
  const { m } = instruction.args;
  const reads = footprintOf(instruction.operation, instruction.statics).regsRead;
  const regs = background(draft, 1);
  const claims: [number, number][] = [];
  if (m !== undefined && reads.has("m") && base !== m) {
    const index = indexValue(draft, m);
    if (!isRange(index) || index.low !== index.high) return manner.wild && !calm ? { place: null, claims } : null;
    if (values[m] === free) claims.push([m, index.low]);
    regs[m] = index.low;
  } else if (m !== undefined && base === m && reads.has("n")) return null;
  if (base === null) return fixedPlan(draft, probe(instruction, pc, regs));
  const value = values[base];
  if (value === unknown || value === undefined) return manner.wild && !calm ? { place: null, claims } : null;
  if (value === free) regs[base] = 0;
  const seen = probe(instruction, pc, regs);
  if (seen.accesses.length === 0) return { place: null, claims };
  const { low, bytes } = extent(seen);
  const aligned = seen.accesses.some((access) => access.aligned);
  if (isRange(value)) return rangePlan(draft, value, low, bytes, claims, calm);
  const place =
    instruction.operation.name.endsWith("_pc") && calm && scaleOf(instruction)
      ? draft.literals
      : placeFor(draft, bytes, aligned, calm, instruction.operation.name.startsWith("V") ? 8 : 4);
  claims.push([base, Math.floor(((place - low) | 0) / scale) >>> 0]);
  return { place, reach: { address: place, sizeBytes: bytes }, claims };
}

const scaleOf = ({ operation }: Instruction): boolean => /^TB[BH]_pc$/.test(operation.name);

/** Literals: of the code's own region, whatever lies there. */
function fixedPlan({ manner, pc }: Draft, seen: Probe): MemoryPlan | null {
  const { low, bytes } = extent(seen);
  const near = ((low - pc) | 0) > -8192 && ((low + bytes - pc) | 0) < 8192;
  return near && within(low, manner.world.codeBase, codeSlots * codeSlotBytes - 16) ? { place: low, claims: [] } : null;
}

/** The base is known: all that it may be must lead into the window. */
function rangePlan(
  { manner, claims: begun }: Draft,
  { low: from, high }: Range,
  low: number,
  bytes: number,
  claims: [number, number][],
  calm: boolean,
): MemoryPlan | null {
  const { windowBase } = manner.world;
  const inside = within(low, windowBase, windowBytes) && low + (high - from) + bytes <= windowBase + windowBytes;
  if (calm && (from !== high || low < (begun.get(13) ?? 0))) return null;
  const reach = { address: low, sizeBytes: high - from + bytes };
  if (inside) return { place: from === high ? low : null, reach, claims };
  const edges = [0, windowBytes, windowBytes + stripBytes, windowBytes + 2 * stripBytes];
  // QEMU lets one access pass whose first byte may.
  const onEdge = edges.some((edge) => overlaps(reach, { address: windowBase + edge - 8, sizeBytes: 16 }));
  return manner.wild && !calm && !onEdge ? { place: null, claims } : null;
}

const overlaps = (one: Reach, other: Reach): boolean =>
  one.address < other.address + other.sizeBytes && other.address < one.address + one.sizeBytes;

function claim(draft: Draft, claims: MemoryPlan["claims"]): void {
  for (const [register, value] of claims) {
    draft.claims.set(register, value);
    draft.values[register] = exactly(value);
  }
}

export const touchesMemory = ({ operation, statics }: Instruction): boolean => {
  const { loads, stores } = footprintOf(operation, statics);
  return loads + stores > 0 || /^V?(LDM|STM|LLDM|LSTM)/.test(operation.name);
};

/**
 * Whether the result follows from what is known: of every register that is read, and where that is a range, only a
 * constant is added. A trial of some values does not tell: most distances shift a small number to zero, but not all.
 * Base registers of accesses move by a constant.
 */
function followsFromKnown({ values }: Draft, instruction: Instruction, claims: MemoryPlan["claims"]): boolean {
  if (touchesMemory(instruction)) return true;
  const { operation, statics, args } = instruction;
  const { regsRead, fixedRead } = footprintOf(operation, statics);
  const claimed = new Map(claims);
  return [...[...regsRead].map((name) => args[name] ?? 16), ...fixedRead].every((register) => {
    const value = claimed.has(register) ? exactly(claimed.get(register) ?? 0) : values[register];
    return isRange(value) && (value.low === value.high || /^(ADD|SUB)_(sp_)?r?i$/.test(operation.name));
  });
}

/** What registers hold afterwards. Null when SP would be lost. */
function effects(
  draft: Draft,
  instruction: Instruction,
  claims: MemoryPlan["claims"],
): (readonly [number, Value])[] | null {
  const written = writtenBy(instruction);
  const after: [number, Value][] = [];
  const certain = draft.certain && draft.itstate === 0;
  // States that agree in nothing but what is known: a change that all of them see comes of that alone.
  const runs = [1, 2, 3].map((seed) => {
    const before = background(draft, seed);
    for (const [register, value] of claims) before[register] = value;
    return { before, after: probe(instruction, draft.pc, before, seed).regs };
  });
  const changes = (register: number): number[] =>
    runs.map(({ before, after: then }) => ((then[register] ?? 0) - (before[register] ?? 0)) | 0);
  const follows = followsFromKnown(draft, instruction, claims);
  const { windowBase } = draft.manner.world;
  for (const register of written) {
    if (register > 14) continue;
    const claimed = claims.find(([r]) => r === register);
    const value = claimed === undefined ? draft.values[register] : exactly(claimed[1]);
    const [change = 0, ...others] = changes(register);
    const steady = others.every((other) => other === change);
    const isBase = register === instruction.args.n && instruction.statics.wback;
    const loaded = /^(LDM|POP)/.test(instruction.operation.name) && !isBase;
    const next: Value =
      isRange(value) && follows && steady && !loaded && Math.abs(change) < 1024
        ? moved(value, change, certain)
        : unknown;
    if (register === 13 && !draft.manner.wild) {
      if (!isRange(next)) return null;
      if (next.low < windowBase + frameRoom || next.high > windowBase + windowBytes) return null;
    }
    after.push([register, next]);
  }
  return after;
}

function settle(draft: Draft, after: readonly (readonly [number, Value])[]): void {
  for (const [register, value] of after) draft.values[register] = value;
}

/** Where control may go on purpose although nothing good is there. */
function oddTarget({ random, manner }: Draft): number {
  const targets = [manner.world.windowBase | 1, nowhere | 1, 0xe000_ed01, 0xffff_fffd, landingPlace];
  if (!manner.world.secure) targets.push(secureWorld.codeBase | 1);
  return pick(random, targets);
}

/** Indirect branches by a register: which, and what it holds is chosen when targets are known. */
function registerBranch(draft: Draft, instruction: Instruction): Plan | null {
  const { m } = instruction.args;
  if (m === undefined || m > 14 || m === 13 || draft.values[m] !== free || draft.claims.has(m)) return null;
  const regs = background(draft, 1);
  regs[m] = 0;
  const { outcome } = probe(instruction, draft.pc, regs);
  const away =
    /NS_r$/.test(instruction.operation.name) && draft.manner.world.secure && nextBelow(draft.random, 2) === 0;
  const odd = nextBelow(draft.random, draft.oneOddIn) === 0 ? oddTarget(draft) : null;
  const start = outcome.kind === "branch" ? outcome.target : 0;
  const low = outcome.kind === "branch" ? nextBelow(draft.random, 2) : 1;
  const linked = writtenBy(instruction).has(14) || /^BLXNS/.test(instruction.operation.name);
  return (made) => {
    // What it holds comes last, when it is known where instructions lie.
    claim(made, [[m, 0]]);
    settle(made, [[m, unknown]]);
    made.aims.push({
      from: made.pc,
      at: (target) => made.claims.set(m, ((away ? landingPlace : (odd ?? target | low)) - start) >>> 0),
    });
    if (linked) settle(made, [[14, unknown]]);
    // BLXNS pushes two words.
    if (away) settle(made, [[13, moved(made.values[13] as Range, -8, false)]]);
    made.certain = false;
    return instruction.word;
  };
}

/** Branches by what they load: the word, or the table's entry, is put where it is read. */
function loadedBranch(draft: Draft, instruction: Instruction): Plan | null {
  const { name } = instruction.operation;
  const literal = name === "LDR_pc_lit" || scaleOf(instruction);
  if (literal && draft.literalUsed) return null;
  const word = name === "LDR_pc_lit" ? aimLiteral(instruction.word, draft.pc, draft.literals) : instruction.word;
  const memory: MemoryPlan | null =
    name === "LDR_pc_lit" ? { place: draft.literals, claims: [] } : memoryPlan(draft, instruction, true);
  if (memory === null || memory.place === null) return null;
  const after = effects(draft, instruction, memory.claims);
  if (after === null) return null;
  const regs = background(draft, 1);
  for (const [register, value] of memory.claims) regs[register] = value;
  const seen = probe(instruction, draft.pc, regs);
  const last = seen.accesses.at(-1);
  if (last === undefined) return null;
  const table = name.startsWith("TB");
  const sizeBytes = table ? (last.size as 1 | 2) : 4;
  const poke: Poke = { address: name === "LDR_pc_lit" ? draft.literals : last.address, sizeBytes, value: 0 };
  if ([...draft.pokes, ...draft.touched].some((one) => overlaps(one, poke))) return null;
  const odd = !table && nextBelow(draft.random, draft.oneOddIn) === 0 ? oddTarget(draft) : null;
  return (made) => {
    const from = made.pc;
    claim(made, memory.claims);
    settle(made, after);
    made.pokes.push(poke);
    made.literalUsed ||= literal;
    made.certain = false;
    const value = (target: number): number => (table ? (target - from - 4) >> 1 : (odd ?? target | 1));
    made.aims.push({
      from,
      at: (target) => {
        poke.value = value(target) >>> 0;
      },
    });
    return word;
  };
}

/** MOV PC, PC goes to a fixed place, which may lie inside an instruction. */
const isFixed = ({ encoding }: Instruction): boolean => encoding.name === "MOV_PC_from_PC_T1";

function directBranch(instruction: Instruction): Plan {
  return (draft) => {
    const { pc } = draft;
    const index = draft.placed.length;
    const { name } = instruction.encoding;
    draft.aims.push({
      from: pc,
      at: (target) => {
        const own = draft.placed[index];
        if (own !== undefined && !isFixed(instruction)) own.word = aim(name, own.word, pc, target);
      },
    });
    draft.certain = false;
    if (draft.float === "open") draft.float = "none";
    if (instruction.operation.name === "BL") draft.values[14] = unknown;
    return instruction.word;
  };
}

const registerBranches = new Set(["BX_r", "BLX_r", "BXNS_r", "BLXNS_r", "ADD_pc", "MOV_pc"]);
const isLoadedBranch = (name: string): boolean => /^(LDR_pc|LDM_pc|TB[BH]_)/.test(name);

/** Bytes that an exclusive access is about; 0 where it is none. */
function exclusiveSize(name: string): number {
  const found = /^(?:LDR|LDA|STR|STL)EX([BH]?)/.exec(name);
  if (found === null) return 0;
  return found[1] === "B" ? 1 : found[1] === "H" ? 2 : 4;
}

/** What is known of the floating-point context behind `instruction`; null where it must not come now. */
function floatAfter({ float, itstate, certain }: Draft, { operation, statics }: Instruction): Draft["float"] | null {
  // These make QEMU look at the context anew, where they are certain to be executed.
  if (/^(VLSTM|VLLDM|MSR_r)$/.test(operation.name))
    return float === "perhaps" && (itstate !== 0 || !certain) ? "perhaps" : "none";
  if (!footprintOf(operation, statics).execs.has("checkFloat")) return float;
  if (float === "open" && certain) return "open";
  if (float === "perhaps") return null;
  return itstate === 0 ? "open" : "perhaps";
}

/** The plan for placing `instruction` next, or null when it does not fit here. */
export function planFor(draft: Draft, instruction: Instruction): Plan | null {
  const { operation, statics } = instruction;
  if (isDirect(instruction)) return isFixed(instruction) && draft.manner.privileged ? null : directBranch(instruction);
  if (registerBranches.has(operation.name)) return registerBranch(draft, instruction);
  if (isLoadedBranch(operation.name)) return loadedBranch(draft, instruction);
  if (operation.class === "branch" || (operation.name === "SG" && draft.itstate !== 0)) return null;
  const float = floatAfter(draft, instruction);
  if (float === null) return null;
  // The first one saves what waits to be saved, perhaps over what an exclusive load has read.
  if (draft.exclusives.length > 0 && draft.float !== "open" && float !== draft.float) return null;
  const asked = operation.class === "system" ? systemPlan(draft, instruction) : [];
  if (asked === null) return null;
  const footprint = footprintOf(operation, statics);
  const memory: MemoryPlan | null = touchesMemory(instruction)
    ? memoryPlan(draft, instruction, false)
    : { place: null, claims: asked };
  if (memory === null) return null;
  const { reach } = memory;
  // What branches read must stay as it is.
  if (reach !== undefined && draft.pokes.some((poke) => overlaps(reach, poke))) return null;
  const after = effects(draft, instruction, memory.claims);
  if (after === null) return null;
  const exclusiveBytes = exclusiveSize(operation.name);
  if (exclusiveBytes !== 0 && draft.exclusiveBytes !== 0 && draft.exclusiveBytes !== exclusiveBytes) return null;
  const stores = footprint.stores > 0 || /^(V?STM|VLSTM)/.test(operation.name);
  if (stores && exclusiveBytes === 0 && reach !== undefined && draft.exclusives.some((one) => overlaps(reach, one)))
    return null;
  return (made) => {
    claim(made, memory.claims);
    settle(made, after);
    if (reach !== undefined) made.touched.push(reach);
    if (reach !== undefined && exclusiveBytes !== 0) made.exclusives.push(reach);
    made.exclusiveBytes ||= exclusiveBytes;
    made.float = float;
    if (operation.name === "WFE") made.event = false;
    if (operation.name === "SEV" && made.certain && made.itstate === 0) made.event = true;
    return instruction.word;
  };
}
