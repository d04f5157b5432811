/**
 * Guesses a frame from the instructions at the beginning of a function that has no unwind rules, as hand-written
 * assembly: follows what PUSH, SUB SP and their like did on the way to an address (Armv8-M manual, T16 and T32
 * encodings).
 */
import type { CoreRegisters, ReadWord } from "./dwarf/unwind.ts";

/** What the stack looks like at an address, counted from the stack pointer at the function's entry. */
interface Shape {
  /** Bytes that the stack has grown. */
  readonly depthBytes: number;
  /** Distance below the entry stack pointer at which a register was saved. */
  readonly saved: ReadonlyMap<number, number>;
  /** Depth that a frame pointer register stands for. */
  readonly framePointers: ReadonlyMap<number, number>;
}

const scanLimitBytes = 4096;

/**
 * The caller's registers by the code between `start` and `pc`; R15 as stored. Null when the code gives no clear
 * answer.
 */
export function unwindByPrologue(
  start: number,
  pc: number,
  registers: CoreRegisters,
  readWord: ReadWord,
): (number | null)[] | null {
  const shape = shapeAt(start, pc, readWord);
  const entry = shape && entryStackPointer(shape, registers);
  if (!shape || entry === null) return null;
  const caller: (number | null)[] = [...registers];
  for (const register of [0, 1, 2, 3, 12]) caller[register] = null;
  for (const [register, below] of shape.saved) caller[register] = readWord((entry - below) >>> 0);
  const returnAddress = shape.saved.has(14) ? caller[14] : registers[14];
  caller[13] = entry;
  caller[14] = null;
  caller[15] = returnAddress ?? null;
  return returnAddress == null ? null : caller;
}

/** A frame pointer is better than SP where there is one, as it does not move with later pushes. */
function entryStackPointer(shape: Shape, registers: CoreRegisters): number | null {
  for (const [register, depthBytes] of shape.framePointers) {
    const value = registers[register];
    if (value != null) return (value + depthBytes) >>> 0;
  }
  const sp = registers[13];
  return sp == null ? null : (sp + shape.depthBytes) >>> 0;
}

function shapeAt(start: number, pc: number, readWord: ReadWord): Shape | null {
  if (pc < start || pc - start > scanLimitBytes) return null;
  let shape: Shape = { depthBytes: 0, saved: new Map(), framePointers: new Map() };
  let deepest = shape;
  for (let at = start; at < pc; ) {
    const first = readHalfword(at, readWord);
    if (first === null) return null;
    const wide = first >= 0xe800;
    const second = wide ? readHalfword(at + 2, readWord) : 0;
    if (second === null) return null;
    at += wide ? 4 : 2;
    if (at > pc) break;
    shape = wide ? afterWide(shape, first, second) : afterNarrow(shape, first);
    if (shape.depthBytes > deepest.depthBytes || shape.framePointers.size > deepest.framePointers.size) deepest = shape;
    if (leaves(first, second)) shape = deepest;
  }
  return shape.depthBytes < 0 ? null : shape;
}

function readHalfword(address: number, readWord: ReadWord): number | null {
  const word = readWord((address & ~3) >>> 0);
  return word === null ? null : (address & 2) !== 0 ? word >>> 16 : word & 0xffff;
}

/** BX, POP with PC, B: what follows is reached from elsewhere, most likely with the whole frame in place. */
function leaves(first: number, second: number): boolean {
  if ((first & 0xff87) === 0x4700 || (first & 0xff00) === 0xbd00 || (first & 0xf800) === 0xe000) return true;
  if (first === 0xe8bd) return (second & 0x8000) !== 0;
  return (first & 0xf800) === 0xf000 && (second & 0xd000) === 0x9000;
}

function afterNarrow(shape: Shape, code: number): Shape {
  if ((code & 0xfe00) === 0xb400) return pushed(shape, (code & 0xff) | ((code & 0x100) << 6));
  if ((code & 0xfe00) === 0xbc00) return moved(shape, -4 * countBits(code & 0x1ff));
  if ((code & 0xff80) === 0xb080) return moved(shape, (code & 0x7f) * 4);
  if ((code & 0xff80) === 0xb000) return moved(shape, -(code & 0x7f) * 4);
  if ((code & 0xff78) === 0x4668) return framed(shape, (code & 7) | ((code & 0x80) >> 4), 0);
  if ((code & 0xf800) === 0xa800) return framed(shape, (code >> 8) & 7, (code & 0xff) * 4);
  return shape;
}

function afterWide(shape: Shape, first: number, second: number): Shape {
  if (first === 0xe92d) return pushed(shape, second & 0x5fff);
  if (first === 0xe8bd) return moved(shape, -4 * countBits(second));
  if (first === 0xf84d && (second & 0x0fff) === 0x0d04) return pushed(shape, 1 << (second >> 12));
  if (first === 0xf85d && (second & 0x0fff) === 0x0b04) return moved(shape, -4);
  if (first === 0xed2d && (second & 0x0e00) === 0x0a00) return moved(shape, (second & 0xff) * 4);
  if (first === 0xecbd && (second & 0x0e00) === 0x0a00) return moved(shape, -(second & 0xff) * 4);
  const immediate = stackImmediate(first, second);
  return immediate === null ? shape : moved(shape, immediate);
}

/** SUB or ADD SP, SP, #immediate in their T32 forms; null for other instructions. */
function stackImmediate(first: number, second: number): number | null {
  if ((second & 0x0f00) !== 0x0d00) return null;
  const bits = ((first & 0x400) << 1) | ((second & 0x7000) >> 4) | (second & 0xff);
  const plain = first & 0xfbff;
  if (plain === 0xf2ad) return bits;
  if (plain === 0xf20d) return -bits;
  if (plain !== 0xf1ad && plain !== 0xf10d) return null;
  const value = expandImmediate(bits);
  return plain === 0xf1ad ? value : -value;
}

/** ThumbExpandImm of the manual. */
function expandImmediate(bits: number): number {
  const byte = bits & 0xff;
  const kind = bits >> 8;
  if (kind === 0) return byte;
  if (kind === 1) return byte | (byte << 16);
  if (kind === 2) return ((byte << 8) | (byte << 24)) >>> 0;
  if (kind === 3) return (byte * 0x0101_0101) >>> 0;
  const rotation = bits >> 7;
  const value = 0x80 | (bits & 0x7f);
  return ((value << (32 - rotation)) | (value >>> rotation)) >>> 0;
}

/** The lowest register goes to the lowest address. A register saved twice keeps its first place. */
function pushed(shape: Shape, list: number): Shape {
  const depthBytes = shape.depthBytes + 4 * countBits(list);
  const saved = new Map(shape.saved);
  let below = depthBytes;
  for (let register = 0; register < 16; register++) {
    if ((list & (1 << register)) === 0) continue;
    if (!saved.has(register)) saved.set(register, below);
    below -= 4;
  }
  return { ...shape, depthBytes, saved };
}

/** What lies above the stack pointer again was restored, or was never a register. */
function moved(shape: Shape, bytes: number): Shape {
  const depthBytes = shape.depthBytes + bytes;
  const saved = new Map([...shape.saved].filter(([, below]) => below <= depthBytes));
  return { ...shape, depthBytes, saved };
}

/** Only R7 and R11 serve as frame pointers; other registers that take SP's value are soon used for something else. */
function framed(shape: Shape, register: number, aboveBytes: number): Shape {
  if (register !== 7 && register !== 11) return shape;
  return { ...shape, framePointers: new Map([[register, shape.depthBytes - aboveBytes]]) };
}

function countBits(value: number): number {
  let count = 0;
  for (let left = value; left !== 0; left &= left - 1) count++;
  return count;
}
