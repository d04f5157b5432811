/**
 * What a loop of a few instructions reads over and over: its loads are followed through registers and memory once, with
 * the values that were last seen. Devices are named, never read.
 */
import type { Stopped } from "../check/stopped.ts";

/** Places farther apart are stretches of their own: a function and who calls it. */
const gapBytes = 64;

export interface Loop {
  /** Addresses of its loads that are known, in order. */
  readonly reads: readonly number[];
  readonly stores: boolean;
  /** A branch to itself, and nothing else. */
  readonly empty: boolean;
}

const load = /^ldr(?:s?[bh])?(?:\.w)? (r\d+|ip|lr), \[(r\d+|ip|sp|pc)(?:, #(-?\d+|0x[0-9a-f]+))?\]$/;
const move = /^movs?(?:w|\.w)? (r\d+|ip|lr), #(\d+|0x[0-9a-f]+)$/;
const moveTop = /^movt (r\d+|ip|lr), #(\d+|0x[0-9a-f]+)$/;
const writesFirst = /^(?!cmp|cmn|tst|teq|b|str|stm|push|cb|it|wf|dsb|isb|dmb|nop)[a-z.]+ (r\d+|ip|lr)\b/;

const names: Readonly<Record<string, number>> = { ip: 12, sp: 13, lr: 14, pc: 15 };
const numberOf = (name: string): number => names[name] ?? Number(name.slice(1));

/** The loop around `pcs`, the places where a VM was seen; `registers` are its own now. */
export function loopAt(stopped: Stopped, pcs: readonly number[], registers: readonly (number | null)[]): Loop {
  const ordered = [...new Set(pcs)].sort((a, b) => a - b);
  const stretches = stretchesOf(ordered).map((one) => walk(stopped, widen(stopped, one), [...registers]));
  const only = stopped.instructionAt(ordered[0] ?? 0, 0) ?? "";
  return {
    reads: stretches.flatMap(({ reads }) => reads),
    stores: stretches.some(({ stores }) => stores),
    empty: ordered.length === 1 && /^b(\.n|\.w)? /.test(only),
  };
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

function stretchesOf(pcs: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const pc of pcs) {
    const open = stretches.at(-1);
    if (open !== undefined && pc - open.last <= gapBytes) stretches[stretches.length - 1] = { ...open, last: pc };
    else stretches.push({ first: pc, last: pc });
  }
  return stretches;
}

const branch = /^b(?!l|x|kpt)[a-z]{0,2}(?:\.[nw])? (0x[0-9a-f]+)/;
/** Instructions behind a place in which the loop's branch back is looked for. */
const lookAhead = 16;

/** All of the loop, where a VM was seen at a part of it only: up to the branch that leads back before it. */
function widen(stopped: Stopped, { first, last }: Stretch): Stretch {
  let address = first;
  for (let count = 0; count < lookAhead; count++) {
    const [, target] = branch.exec(stopped.instructionAt(address, 0) ?? "") ?? [];
    const back = target === undefined ? Number.NaN : Number(target);
    if (back <= first && first - back <= gapBytes) return { first: back, last: Math.max(last, address) };
    address += sizeAt(stopped, address);
  }
  return { first, last };
}

/** One stretch from its beginning to its end, once. */
function walk(
  stopped: Stopped,
  { first, last }: Stretch,
  known: (number | null)[],
): { readonly reads: readonly number[]; readonly stores: boolean } {
  const reads: number[] = [];
  let stores = false;
  for (let address = first; address <= last; address += sizeAt(stopped, address)) {
    const text = stopped.instructionAt(address, 0) ?? "";
    stores ||= /^(str|stm|push)/.test(text);
    const read = follow(text, address, known, stopped);
    if (read !== null) reads.push(read);
  }
  return { reads, stores };
}

function sizeAt({ readWord }: Stopped, address: number): number {
  const word = readWord((address & ~3) >>> 0) ?? 0;
  return ((address & 2) === 0 ? word & 0xffff : word >>> 16) >= 0xe800 ? 4 : 2;
}

/** What the instruction reads, or null; `known` becomes what the registers hold behind it. */
function follow(text: string, pc: number, known: (number | null)[], { readWord }: Stopped): number | null {
  const loaded = load.exec(text);
  if (loaded !== null) {
    const [, to = "", from = "", offset = "0"] = loaded;
    const base = from === "pc" ? ((pc + 4) & ~3) >>> 0 : known[numberOf(from)];
    const address = base == null ? null : (base + Number(offset)) >>> 0;
    known[numberOf(to)] = address === null ? null : readWord(address);
    return from === "pc" || from === "sp" ? null : address;
  }
  const top = moveTop.exec(text);
  const whole = move.exec(text);
  const [, name = "", value = "0"] = top ?? whole ?? [];
  if (top !== null) {
    const low = known[numberOf(name)];
    known[numberOf(name)] = low == null ? null : ((Number(value) << 16) | (low & 0xffff)) >>> 0;
  } else if (whole !== null) known[numberOf(name)] = Number(value);
  else {
    const written = writesFirst.exec(text)?.[1];
    if (written !== undefined) known[numberOf(written)] = null;
  }
  return null;
}
