/** What one instruction does to addresses, stack and control, by evaluating its row's meaning on a made-up state. */
import type { Instruction } from "../../src/isa/decode.ts";
import type { Host, Outcome, PlainState } from "../../src/isa/evaluate.ts";
import { evaluate, zeroState } from "../../src/isa/evaluate.ts";

export interface Access {
  readonly address: number;
  readonly size: number;
  readonly aligned: boolean;
  readonly store: boolean;
}

export interface Probe {
  readonly accesses: readonly Access[];
  readonly outcome: Outcome;
  /** R0 to LR afterwards. */
  readonly regs: Uint32Array;
  /** Functions of assembly/exec that were called. */
  readonly execs: readonly string[];
}

/** S0 to S15, FPSCR, a word that is left alone, and S16 to S31. */
const contextWords = 34;

/** Words of a function that moves several, with the base register's number and whether it is written. */
function span(name: string, args: readonly number[]): { words: number; flags: number } | null {
  const [, second = 0, third = 0, fourth = 0] = args;
  switch (name) {
    case "loadMultiple":
    case "loadMultiplePc":
    case "storeMultiple": {
      let words = 0;
      for (let list = second; list !== 0; list &= list - 1) words++;
      return { words, flags: third };
    }
    case "lazyLoadMultiple":
    case "lazyStoreMultiple":
      return { words: contextWords, flags: 0 };
    case "loadSingles":
    case "storeSingles":
      return { words: third + (fourth >>> 2), flags: fourth };
    default:
      return null;
  }
}

/** Flags, floating-point registers, FPSCR and what is loaded: of another `seed`, all of it is another. */
function stateOf(seed: number): PlainState {
  const state = zeroState();
  if (seed === 0) return state;
  const bit = seed & 1;
  Object.assign(state.flags, { N: bit, Z: bit, C: bit, V: bit ^ 1, Q: bit, GE: bit ? 15 : 0 });
  return { ...state, singles: state.singles.fill(loadedOf(seed)), fpscr: loadedOf(seed) };
}

const loadedOf = (seed: number): number => Math.imul(seed, 0x9e37_79b1) >>> 0;

/**
 * Evaluate at `pc` with `regs` before; every access passes, loads give what `seed` says, exclusive stores pass for the
 * even ones.
 */
export function probe(instruction: Instruction, pc: number, regs: Uint32Array, seed = 0): Probe {
  const accesses: Access[] = [];
  const execs: string[] = [];
  const state = { ...stateOf(seed), regs: regs.slice() };
  const loaded = loadedOf(seed);
  const host: Host = {
    load(address, size, { aligned }) {
      accesses.push({ address: address >>> 0, size, aligned, store: false });
      return size === 4 ? loaded : loaded & ((1 << (8 * size)) - 1);
    },
    store(address, _value, size, { aligned }) {
      accesses.push({ address: address >>> 0, size, aligned, store: true });
      return null;
    },
    exec(name, args) {
      execs.push(name);
      const multiple = span(name, args);
      if (multiple === null) return name === "passExclusive" ? 1 - (seed & 1) : loaded;
      const { words, flags } = multiple;
      // VLSTM and VLLDM say the address, the others which register holds it.
      const base = name.startsWith("lazy") ? (args[0] ?? 0) : (state.regs[args[0] ?? 0] ?? 0);
      const start = flags & 2 ? base - 4 * words : base;
      for (let word = 0; word < words; word++)
        accesses.push({ address: (start + 4 * word) >>> 0, size: 4, aligned: true, store: /store/i.test(name) });
      if (flags & 1) state.regs[args[0] ?? 0] = base + (flags & 2 ? -4 : 4) * words;
      return loaded;
    },
    checkStackLimit: () => null,
  };
  const outcome = evaluate(instruction, pc, state, host);
  return { accesses, outcome, regs: state.regs, execs };
}
