/** The code of a case while it is being made: what is placed so far, and what that asks of registers and memory. */

import type { Random } from "../../src/base/prng.ts";
import type { Row } from "../../src/isa/decode.ts";
import { codeSlotBytes, type World } from "./layout.ts";
import { exactly, free, type Value } from "./values.ts";

export interface Placed {
  readonly address: number;
  readonly sizeBytes: 2 | 4;
  /** ITSTATE that holds for it. */
  readonly itstate: number;
  /** Null where no row has this word. */
  readonly row: Row | null;
  word: number;
}

/** Bytes that must be in memory, in the window or among the literals at the end of the code's slot. */
export interface Poke {
  readonly address: number;
  readonly sizeBytes: 1 | 2 | 4;
  value: number;
}

/** Memory that is accessed, or may be. */
export interface Reach {
  readonly address: number;
  readonly sizeBytes: number;
}

export interface Manner {
  readonly world: World;
  readonly privileged: boolean;
  /** Registers may hold anything when they are used as addresses, the stack pointer too. Never privileged. */
  readonly wild: boolean;
}

/** The end of the slot holds what table branches and loads of PC read there. */
export const literalBytes = 8;
/** Room for the NOP and the end behind the last instruction. */
const endBytes = 6;

export interface Draft {
  readonly random: Random;
  readonly manner: Manner;
  /** Address of the slot. */
  readonly base: number;
  /** Of so many addresses and targets one is meant to fault. */
  readonly oneOddIn: number;
  readonly literals: number;
  readonly placed: Placed[];
  /** What R0 to LR hold. */
  readonly values: Value[];
  /** What registers must begin with. */
  readonly claims: Map<number, number>;
  readonly pokes: Poke[];
  /** Where other instructions than branches access memory, as far as that is known. */
  readonly touched: Reach[];
  /** Run with an address behind the present instruction, once it is known where instructions lie. */
  readonly aims: { readonly from: number; readonly at: (target: number) => void }[];
  pc: number;
  itstate: number;
  /** Whether every way through the code comes by here. */
  certain: boolean;
  /**
   * Whether a floating-point instruction has run since the last branch: where QEMU once was told by a condition not to
   * run one, it opens no context for the next (test/isa/deviations.md).
   */
  float: "none" | "perhaps" | "open";
  /** The event register is surely set: the return into the case has done so, or SEV. */
  event: boolean;
  literalUsed: boolean;
  /** Bytes of the exclusive accesses so far; 0 while there are none. Whether pairs of two sizes pass is anybody's. */
  exclusiveBytes: number;
  /** Where they are. Whether another store there ends what the first began is anybody's too. */
  readonly exclusives: Reach[];
  /** The last instruction goes over the next halfword (MOV PC, PC): what comes must have no second one. */
  skips: boolean;
}

/** Where SP begins: `stack`. */
export function draftAt(random: Random, manner: Manner, base: number, stack: number, oneOddIn: number): Draft {
  const values = Array.from({ length: 15 }, (): Value => free);
  values[13] = exactly(stack);
  return {
    random,
    manner,
    base,
    oneOddIn,
    literals: base + codeSlotBytes - literalBytes,
    placed: [],
    values,
    claims: new Map([[13, stack]]),
    pokes: [],
    touched: [],
    aims: [],
    pc: base,
    itstate: 0,
    certain: true,
    float: "none",
    event: true,
    literalUsed: false,
    exclusiveBytes: 0,
    exclusives: [],
    skips: false,
  };
}

export const hasRoom = ({ pc, literals }: Draft): boolean => pc + 4 + endBytes <= literals;
