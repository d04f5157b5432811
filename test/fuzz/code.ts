/**
 * The code of a case: one to a dozen instructions drawn from the rows, IT blocks and forward branches among them, now
 * and then a word that is UNDEFINED or UNPREDICTABLE, and the end, which goes back to the harness.
 */
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, nextUint32, pick } from "../../src/base/prng.ts";
import { decode, itstateAfter, type Row, rowOf, rows } from "../../src/isa/decode.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";
import { insertField } from "../../src/isa/pattern.ts";
import { type Draft, draftAt, hasRoom, literalBytes, type Manner, type Placed, type Poke } from "./draft.ts";
import { codeSlotBytes, nonSecureWorld, secureWorld, type World } from "./layout.ts";
import { planFor } from "./plan.ts";

export interface Code extends Manner {
  /** Address of the first instruction: the slot's. */
  readonly base: number;
  /** The whole slot. */
  readonly bytes: Uint8Array;
  readonly placed: readonly Placed[];
  /** Values that registers must begin with, SP among them. */
  readonly claims: ReadonlyMap<number, number>;
  /** What must lie in the window. */
  readonly pokes: readonly Poke[];
  /** Address of a last word that is UNPREDICTABLE: the other side need not see it as we do. */
  readonly open: number | null;
}

/** Rows with a meaning; the others join by themselves when they get one. */
export const usableRows: readonly Row[] = rows.filter(
  ({ encoding: { operation } }) => operation.class !== "gap" && operation.name !== "IT",
);

/** Most cases are short, so that what disagrees is not hidden by what follows; some are long. */
const usualLength = 12;
const greatLength = 56;
/** Instructions that a branch may go over. */
const farthest = 8;
const nopWord = 0xbf00;
const nopWideWord = 0xf3af_8000;
const endSecure = 0xdf00;
/** UDF: with its fault handlers switched off, Non-secure state falls into the Secure HardFault. */
const endNonSecure = 0xdeee;

const skipping = "MOV_PC_from_PC_T1";
/** Rows that always, or nearly always, end a case: as rare within one as other things that do. */
const ending = /^(MCR|MRC|MRRC|CDP|LDC|STC|UDF|BKPT|SVC|COPROC)/;
const endingRows = usableRows.filter(({ encoding }) => ending.test(encoding.name));

const halvesOf = (word: number, sizeBytes: number): number[] =>
  sizeBytes === 2 ? [word] : [word >>> 16, word & 0xffff];

function place(draft: Draft, word: number, sizeBytes: 2 | 4, row: Row | null): void {
  const { pc, itstate } = draft;
  draft.placed.push({ address: pc, sizeBytes, itstate, row, word });
  const [first = 0, second = 0] = halvesOf(word, sizeBytes);
  draft.itstate = itstateAfter(decode(first, second, { pc, itstate }), itstate);
  draft.pc += sizeBytes;
}

function placeOne(draft: Draft): void {
  for (;;) {
    const row = pick(draft.random, usableRows);
    if (draft.skips && row.pattern.width !== 16) continue;
    if (ending.test(row.encoding.name) && nextBelow(draft.random, draft.oneOddIn) !== 0) continue;
    if (placeRow(draft, row)) return;
  }
}

/** Places an instruction of `row`; false where none is found quickly that fits here. */
function placeRow(draft: Draft, row: Row): boolean {
  const at = { pc: draft.pc, itstate: draft.itstate };
  for (let attempt = 0; attempt < 6; attempt++) {
    const instruction = randomInstruction(row, draft.random, at);
    if (instruction === null) return false;
    if (row.unpredictable({ ...at, word: instruction.word }) !== 0) continue;
    const plan = planFor(draft, instruction);
    if (plan === null) continue;
    place(draft, plan(draft), instruction.sizeBytes, row);
    draft.skips = row.encoding.name === skipping;
    return true;
  }
  return false;
}

/** An IT instruction for one to four others, with any condition but AL. */
const randomIt = (random: Random): number => 0xbf00 | (nextBelow(random, 14) << 4) | (1 + nextBelow(random, 15));

interface Odd {
  readonly word: number;
  readonly sizeBytes: 2 | 4;
  readonly row: Row;
}

/** LDREXD, STREXD, LDAEXD, STLEXD and SETEND, which this profile has not got and QEMU executes all the same. */
const isForeign = (word: number, sizeBytes: number): boolean =>
  sizeBytes === 4 ? (word & 0xffe0_0070) >>> 0 === 0xe8c0_0070 : (word & 0xfff0) === 0xb650;

/** A word that no row takes, or whose row says that it is UNDEFINED. */
function undefinedWord(random: Random, pc: number): { word: number; sizeBytes: 2 | 4 } {
  for (;;) {
    const first = nextBelow(random, 4) === 0 ? nextUint32(random) >>> 16 : 0xe800 | (nextUint32(random) >>> 16);
    const second = nextUint32(random) >>> 16;
    const decoded = decode(first, second, { pc, itstate: 0 });
    if (isForeign(decoded.word, decoded.sizeBytes)) continue;
    if ("undefined" in decoded && /no encoding|: UNDEFINED/.test(decoded.undefined))
      return { word: decoded.word, sizeBytes: decoded.sizeBytes };
  }
}

const calmClasses = new Set(["alu", "multiply", "divide", "dsp", "float"]);
const unpredictableRows = usableRows.filter(
  ({ encoding }) =>
    encoding.unpredictable !== null &&
    encoding.policy === "undefined" &&
    calmClasses.has(encoding.operation.class) &&
    !encoding.name.startsWith("ADR"),
);
/** Fields of these rows that name a register to be written. PC there could lead QEMU round in circles. */
const written = new Set(["d", "h", "l", "t", "v"]);

/** A word that is UNPREDICTABLE by its row and UNDEFINED by our choice; null when none is found quickly. */
function unpredictableWord(random: Random, pc: number): Odd | null {
  const row = pick(random, unpredictableRows);
  const sizeBytes = row.pattern.width === 16 ? 2 : 4;
  for (let attempt = 0; attempt < 40; attempt++) {
    let word = (row.pattern.value | row.pattern.shouldValue) >>> 0;
    for (const [name, field] of row.pattern.fields) {
      const drawn = nextBelow(random, 3) === 0 ? 13 + 2 * nextBelow(random, 2) : nextUint32(random);
      const value = drawn & (2 ** field.width - 1);
      word = insertField(field, word, value === 15 && written.has(name) ? 13 : value);
    }
    const [first = 0, second = 0] = halvesOf(word, sizeBytes);
    const decoded = decode(first, second, { pc, itstate: 0 });
    if ("undefined" in decoded && decoded.undefined === `${row.encoding.name}: UNPREDICTABLE`)
      return { word, sizeBytes, row };
  }
  return null;
}

const shouldBeRows = usableRows.filter(
  ({ encoding, pattern }) =>
    pattern.shouldMask !== 0 &&
    encoding.shouldBePolicy === "execute" &&
    calmClasses.has(encoding.operation.class) &&
    !/^[SU]SAT16/.test(encoding.name),
);

/**
 * A word whose should-be bits are not as they should, of a row that executes such words; null when none is found. None
 * that writes SP with privileges: the frame of the end would lie anywhere, perhaps over the harness.
 */
function brokenWord({ random, pc, manner }: Draft): Odd | null {
  const row = pick(random, shouldBeRows);
  const { encoding, pattern } = row;
  if (manner.privileged && /_SP_/.test(encoding.name)) return null;
  const drawn = randomInstruction(row, random, { pc, itstate: 0 });
  if (drawn === null || pattern.shouldMask === 0) return null;
  const word = (drawn.word ^ (nextUint32(random) & pattern.shouldMask)) >>> 0;
  const [first = 0, second = 0] = halvesOf(word, drawn.sizeBytes);
  const broken = decode(first, second, { pc, itstate: 0 });
  const fits = !("undefined" in broken) && broken.encoding === encoding && word !== drawn.word;
  return fits && row.unpredictable({ pc, itstate: 0, word }) === 0 ? { word, sizeBytes: drawn.sizeBytes, row } : null;
}

/** One case in four ends on a word that ends it, is no instruction, or none that every processor must see as we do. */
function placeOddity(draft: Draft): number | null {
  if (draft.itstate !== 0) return null;
  const { random, pc } = draft;
  switch (nextBelow(random, 16)) {
    case 0: {
      const { word, sizeBytes } = undefinedWord(random, pc);
      place(draft, word, sizeBytes, rowOf(word, sizeBytes));
      return null;
    }
    case 1:
      // Where QEMU executes such a word, it may go anywhere: never with privileges.
      return draft.manner.privileged ? null : placeOpen(draft, unpredictableWord(random, pc));
    case 2:
      return placeOpen(draft, brokenWord(draft));
    case 3:
      placeRow(draft, pick(random, endingRows));
      return null;
    default:
      return null;
  }
}

/** A wild SP could hide where the case ended, and so which of the two this word is for either side. */
function placeOpen(draft: Draft, odd: Odd | null): number | null {
  if (odd === null || draft.manner.wild) return null;
  const { pc } = draft;
  place(draft, odd.word, odd.sizeBytes, odd.row);
  return pc;
}

/** Aims every branch at an instruction behind it that may be a target. */
function aimAll({ random, placed, aims }: Draft, end: number): void {
  const starts = placed.filter(({ itstate }) => itstate === 0).map(({ address }) => address);
  for (const { from, at } of aims) {
    const behind = [...starts.filter((address) => address >= from + 4), end];
    at(pick(random, behind.slice(0, farthest)));
  }
}

function assemble(draft: Draft): Uint8Array {
  const bytes = new Uint8Array(codeSlotBytes);
  const put = (address: number, value: number, sizeBytes: number): void => {
    for (let byte = 0; byte < sizeBytes; byte++) bytes[address - draft.base + byte] = value >>> (8 * byte);
  };
  for (const { address, word, sizeBytes } of draft.placed)
    for (const [index, half] of halvesOf(word, sizeBytes).entries()) put(address + 2 * index, half, 2);
  for (const { address, value, sizeBytes } of draft.pokes)
    if (address >= draft.literals && address < draft.literals + literalBytes) put(address, value, sizeBytes);
  return bytes;
}

function mannerOf(random: Random): Manner {
  const world: World = nextBelow(random, 4) === 0 ? nonSecureWorld : secureWorld;
  const wild = nextBelow(random, 8) === 0;
  return { world, wild, privileged: !wild && nextBelow(random, 2) === 0 };
}

/** The code of slot `slot`. */
export function randomCode(random: Random, slot: number): Code {
  const manner = mannerOf(random);
  const { world } = manner;
  const stack = world.windowBase + 192 + 4 * nextBelow(random, 33);
  const isLong = nextBelow(random, 2) === 0;
  const oneOddIn = isLong ? 80 : 14;
  const draft = draftAt(random, manner, world.codeBase + slot * codeSlotBytes, stack, oneOddIn);
  const length = 1 + nextBelow(random, isLong ? greatLength : usualLength);
  while ((draft.placed.length < length || draft.itstate !== 0) && hasRoom(draft)) {
    if (draft.itstate === 0 && !draft.skips && nextBelow(random, 10) === 0) place(draft, randomIt(random), 2, itRow);
    else placeOne(draft);
  }
  // No room: what is left of an IT block stands over the end.
  if (draft.itstate !== 0) while (draft.itstate !== 0 && draft.placed.length > 0) dropLast(draft);
  const open = hasRoom(draft) && !draft.skips ? placeOddity(draft) : null;
  place(draft, nopWord, 2, nopRow);
  const end = draft.pc;
  place(draft, world.secure ? endSecure : endNonSecure, 2, null);
  aimAll(draft, end);
  return {
    ...manner,
    base: draft.base,
    bytes: assemble(draft),
    placed: draft.placed,
    claims: draft.claims,
    pokes: draft.pokes.filter(({ address }) => address >= world.windowBase && address < world.windowBase + 512),
    open,
  };
}

/** Takes the last instruction away again; its claims stay, and do no harm. */
function dropLast(draft: Draft): void {
  const last = draft.placed.pop();
  if (last === undefined) return;
  draft.pc = last.address;
  draft.itstate = last.itstate;
}

const rowNamed = (name: string): Row | null => rows.find(({ encoding }) => encoding.name === name) ?? null;
const itRow = rowNamed("IT_T1");
const nopRow = rowNamed("NOP_T1");

/** The same code with NOPs in place of the instructions that `goes` is true for. */
export function replaced(code: Code, goes: (one: Placed, index: number) => boolean): Code {
  const bytes = code.bytes.slice();
  const placed = code.placed.map((one, index) => {
    if (!goes(one, index)) return one;
    const word = one.sizeBytes === 2 ? nopWord : nopWideWord;
    halvesOf(word, one.sizeBytes).forEach((half, part) => {
      const at = one.address - code.base + 2 * part;
      bytes[at] = half & 0xff;
      bytes[at + 1] = half >>> 8;
    });
    return { ...one, row: nopRow, word };
  });
  return { ...code, placed, bytes };
}

/** The same code with a NOP in place of instruction `index`. */
export const without = (code: Code, index: number): Code => replaced(code, (_, at) => at === index);

export const isNop = ({ word }: Placed): boolean => word === nopWord || word === nopWideWord;
