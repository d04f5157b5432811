/**
 * Random programs that end: straight lines of instructions from the rows, IT blocks among them, and branches
 * forward over some of them. R7, R8 and SP point into data and stay there, R6 and R9 are small indices; everything
 * else is anything.
 */
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, nextUint32, pick } from "../../src/base/prng.ts";
import { footprintOf } from "../../src/isa/analysis.ts";
import { decode, type Instruction, itstateAfter, type Place, type Row, rows } from "../../src/isa/decode.ts";
import { fpscrMask } from "../../src/isa/float.ts";
import { randomFloat, randomInstruction, randomValue } from "../../src/isa/fuzz.ts";

export interface RandomProgram {
  readonly pc: number;
  readonly code: Uint8Array;
  /** Address of the branch to itself at the end. */
  readonly end: number;
  /** R0-R12, SP, LR. */
  readonly regs: readonly number[];
  /** S0-S31, FPSCR. */
  readonly floats: readonly number[];
  readonly xpsr: number;
  readonly instructions: number;
}

const pointers = [7, 8, 13];
const indices = [6, 9];
const kept = new Set([...pointers, ...indices, 15]);
const banned = new Set(["system", "security", "gap", "branch"]);
/** Made here, or no plain instruction: Unicorn stops at YIELD. It rounds VCVT from fixed point as FPSCR says. */
const selfMade = /^(UDF|VCVT_from_fixed|COPROC|BKPT|WF|SEV|YIELD|TB|B_|B$|BL|BX|CB|IT$)/;
const listMask = [...kept].reduce((mask, register) => mask & ~(1 << register), 0xffff);

const usable = rows.filter(
  ({ encoding: { operation } }) => !banned.has(operation.class) && !selfMade.test(operation.name),
);
const withoutExclusives = usable.filter(({ encoding }) => encoding.operation.class !== "exclusive");

const harmless = new Set(["checkDivisor", "checkFloat"]);

/** Whether the registers and addresses of an instruction keep to the rules above. */
function fits({ operation, statics, args }: Instruction): boolean {
  const { name, class: kind } = operation;
  const { n = 16, m = 16, imm = 0 } = args;
  if (name === "LDM" || name === "STM") {
    const safe = name === "STM" || (imm & ~listMask) === 0;
    return pointers.includes(n) && safe && (imm & (1 << n)) === 0;
  }
  if (name === "VLDM" || name === "VSTM") return pointers.includes(n);
  const footprint = footprintOf(operation, statics);
  if (footprint.endsBlock) return false;
  if (kind !== "exclusive" && [...footprint.execs].some((exec) => !harmless.has(exec))) return false;
  const touches = footprint.loads + footprint.stores > 0;
  const moved = /_(pre|post)$/.test(name);
  for (const written of footprint.regsWritten) {
    const register = args[written] ?? 16;
    if (kept.has(register) && !(moved && written === "n" && imm % 4 === 0)) return false;
  }
  if ([...footprint.fixedWritten].some((register) => register === 13) && !(moved && n === 16 && imm % 4 === 0))
    return false;
  if (!touches && kind !== "exclusive") return true;
  if (footprint.regsRead.has("n") && !pointers.includes(n)) return false;
  return !footprint.regsRead.has("m") || indices.includes(m);
}

function oneAt(random: Random, place: Place, choices: readonly Row[]): Instruction {
  for (;;) {
    const row = pick(random, choices);
    for (let attempt = 0; attempt < 24; attempt++) {
      const instruction = randomInstruction(row, random, place);
      if (instruction === null) break;
      if (row.unpredictable({ ...place, word: instruction.word }) === 0 && fits(instruction)) return instruction;
    }
  }
}

const halfwordsOf = ({ word, sizeBytes }: { word: number; sizeBytes: number }): number[] =>
  sizeBytes === 2 ? [word] : [word >>> 16, word & 0xffff];

/** An IT instruction for one to four instructions; any condition but AL. */
const randomIt = (random: Random): number => 0xbf00 | (nextBelow(random, 14) << 4) | (1 + nextBelow(random, 15));

/** B<c>, B, CBZ, CBNZ or BL to `target`, forward and near. */
function branchTo(random: Random, pc: number, target: number): number[] {
  const offset = target - pc - 4;
  const kind = nextBelow(random, 5);
  if (kind === 0 || offset < 0 || offset > 120) return [0xd000 | (nextBelow(random, 14) << 8) | ((offset >> 1) & 0xff)];
  if (kind === 1) return [0xe000 | ((offset >> 1) & 0x7ff)];
  const near = 0xb100 | (nextBelow(random, 2) << 11) | ((offset & 0x40) << 3) | ((offset & 0x3e) << 2);
  return [near | nextBelow(random, 8)];
}

interface Piece {
  readonly halves: number[];
  readonly first: boolean;
}

/** Pieces between which a branch may land or stand; the instructions of an IT block hang together. */
function straightLine(random: Random, pc: number, length: number, choices: readonly Row[]): Piece[] {
  const pieces: Piece[] = [];
  let address = pc;
  let itstate = 0;
  const add = (halves: number[]): void => {
    pieces.push({ halves, first: itstate === 0 });
    address += halves.length * 2;
  };
  while (pieces.length < length || itstate !== 0) {
    if (itstate === 0 && nextBelow(random, 8) === 0) {
      const word = randomIt(random);
      add([word]);
      itstate = word & 0xff;
      continue;
    }
    if (itstate === 0 && nextBelow(random, 8) === 0) {
      add([]);
      address += 2;
      continue;
    }
    const place = { pc: address, itstate };
    const instruction = oneAt(random, place, choices);
    const halves = halfwordsOf(instruction);
    const [first = 0, second = 0] = halves;
    add(halves);
    itstate = itstateAfter(decode(first, second, place), itstate);
  }
  return pieces;
}

/** Fills the holes that straightLine left for branches. */
function withBranches(random: Random, pc: number, pieces: readonly Piece[]): number[] {
  const starts: number[] = [];
  let address = pc;
  for (const { halves } of pieces) {
    starts.push(address);
    address += Math.max(1, halves.length) * 2;
  }
  const landings = [...pieces.flatMap(({ first }, index) => (first ? [starts[index] ?? 0] : [])), address];
  return pieces.flatMap(({ halves }, index) => {
    if (halves.length > 0) return halves;
    const own = starts[index] ?? 0;
    return branchTo(
      random,
      own,
      pick(
        random,
        landings.filter((target) => target > own && target <= own + 80),
      ),
    );
  });
}

export interface RandomProgramOptions {
  readonly pc: number;
  readonly middleAddress: number;
  readonly exclusives: boolean;
}

export function randomProgram(random: Random, { pc, middleAddress, exclusives }: RandomProgramOptions): RandomProgram {
  const length = 20 + nextBelow(random, 41);
  const pieces = straightLine(random, pc, length, exclusives ? usable : withoutExclusives);
  const halves = [...withBranches(random, pc, pieces), 0xe7fe];
  const regs = Array.from({ length: 15 }, () => randomValue(random));
  for (const register of pointers) regs[register] = middleAddress + 4 * nextBelow(random, 64);
  for (const register of indices) regs[register] = 4 * nextBelow(random, 16);
  const floats = [...Array.from({ length: 32 }, () => randomFloat(random)), (nextUint32(random) & fpscrMask) >>> 0];
  const code = Uint8Array.from(halves.flatMap((half) => [half & 0xff, half >>> 8]));
  const xpsr = ((nextUint32(random) & 0xf800_0000) | 0x0100_0000) >>> 0;
  return { pc, code, end: pc + code.length - 2, regs, xpsr, instructions: pieces.length, floats };
}
