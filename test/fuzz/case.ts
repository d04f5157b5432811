/** A case: code and a state to begin with. Both follow from the seed and the case's number alone. */
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, nextUint32, pick, seeded } from "../../src/base/prng.ts";
import { fpscrMask } from "../../src/isa/float.ts";
import { randomFloat, randomValue } from "../../src/isa/fuzz.ts";
import { type Code, randomCode } from "./code.ts";
import { keepsUpper, randomContext } from "./context.ts";
import { casesPerCode, casesPerImage, excReturn, inputBytes, inputWords, stripBytes, windowBytes } from "./layout.ts";

export interface Case {
  readonly seed: number;
  readonly number: number;
  readonly code: Code;
  /** The words of its input, as layout.ts says. */
  readonly input: Uint32Array;
  /** The frame it starts from also has S0-S15 and FPSCR. */
  readonly extended: boolean;
}

const imageOf = (number: number): number => Math.floor(number / casesPerImage);
/** Where a case lies in its image. */
export const placeOf = (number: number): number => number % casesPerImage;
export const slotOf = (number: number): number => Math.floor(placeOf(number) / casesPerCode);
export const firstOf = (number: number): number => imageOf(number) * casesPerImage;

const generator = (seed: number, number: number, salt: number): Random =>
  seeded((Math.imul(seed, 0x85eb_ca6b) ^ Math.imul(number + 1, 0xc2b2_ae35) ^ salt) >>> 0);

export const codeOf = (seed: number, number: number): Code =>
  randomCode(generator(seed, Math.floor(number / casesPerCode), 0x636f_6465), slotOf(number));

const thumbBit = 0x0100_0000;
const alignBit = 0x200;
const standardFrameBytes = 32;
const extendedFrameBytes = 104;
/** Where FPCCR.TS treats them as Secure, S16 to S31 lie in an extended frame too, behind FPSCR and an unused word. */
const upperFrameBytes = 64;
const baseCcr = 0x200;
const allEnables = 0xf_0000;
const allFloat = 0xf0_0000;

/** Mostly `usual`, once in `often` one of `others`. */
const rarely = (random: Random, often: number, usual: number, others: readonly number[]): number =>
  nextBelow(random, often) === 0 ? pick(random, others) : usual;

function fillWindow(random: Random, window: Uint32Array): void {
  for (let index = 0; index < window.length; index++) {
    const roll = nextBelow(random, 4);
    window[index] = roll === 0 ? randomValue(random) : roll === 1 ? randomFloat(random) : nextUint32(random);
  }
}

/** Returns from which no thread starts: the frame elsewhere, a state that cannot be, a stack that is too short. */
function spoil(random: Random, input: Uint32Array, { world, privileged }: Code, index: number): void {
  const xpsr = index + 7;
  const frame = input[inputWords.frame] ?? 0;
  const value = input[xpsr] ?? 0;
  switch (nextBelow(random, 4)) {
    case 0:
      // Privileged code could unstack the system's registers, whose values are not the case's.
      input[inputWords.frame] = pick(random, [
        0x6000_0000,
        privileged ? 0x6000_0020 : 0xe000_ed00,
        // All of it behind what unprivileged code may read.
        Math.max(frame + 512, world.windowBase + windowBytes + stripBytes),
      ]);
      return;
    case 1:
      input[xpsr] = (value & ~thumbBit) >>> 0;
      return;
    case 2:
      input[xpsr] = value | 3;
      return;
    default:
      input[inputWords.stackLimit] = frame + 8 * nextBelow(random, 16);
  }
}

/** R0-R3, R12, LR, PC, xPSR at `index`, where it is extended S0-S15 and FPSCR, and S16-S31 where it has them. */
function writeFrame(
  random: Random,
  input: Uint32Array,
  index: number,
  regs: readonly number[],
  one: { pc: number; xpsr: number; bytes: number },
): void {
  input.set([...[0, 1, 2, 3, 12, 14].map((r) => regs[r] ?? 0), one.pc, one.xpsr], index);
  if (one.bytes === standardFrameBytes) return;
  for (let word = 8; word < one.bytes / 4; word++) input[index + word] = randomFloat(random);
  input[index + 24] = nextUint32(random) & fpscrMask;
}

/** Where VLSTM leaves registers for later, QEMU keeps a violated limit, and loses them (test/isa/deviations.md). */
const leavesRegisters = ({ placed }: Code): boolean =>
  placed.some(({ row }) => row?.encoding.operation.name === "VLSTM");

export function caseOf(seed: number, number: number, code: Code = codeOf(seed, number)): Case {
  const random = generator(seed, number, 0x7374_6174);
  const input = new Uint32Array(inputBytes / 4);
  const { world, privileged, claims, pokes } = code;
  fillWindow(random, input.subarray(inputWords.window, inputWords.window + windowBytes / 4));
  const regs = Array.from({ length: 15 }, (_, r) => claims.get(r) ?? randomValue(random));
  const extended = nextBelow(random, 2) === 0;
  const stack = regs[13] ?? 0;
  const align = stack & 4 ? alignBit : 0;
  const place = { secure: world.secure, windowBase: world.windowBase, stack };
  const context = randomContext(random, place, !leavesRegisters(code));
  const upperBytes = keepsUpper(context) ? upperFrameBytes : 0;
  const frameBytes = extended ? extendedFrameBytes + upperBytes : standardFrameBytes;
  const frame = stack - (align ? 4 : 0) - frameBytes;
  const xpsr = ((nextUint32(random) & 0xf80f_0000) | thumbBit | align) >>> 0;
  const index = inputWords.window + (frame - world.windowBase) / 4;
  for (let single = 0; single < 32; single++) input[inputWords.singles + single] = randomFloat(random);
  writeFrame(random, input, index, regs, { pc: code.base, xpsr, bytes: frameBytes });
  const bytes = new Uint8Array(input.buffer, inputWords.window * 4, windowBytes);
  for (const { address, value, sizeBytes } of pokes)
    for (let byte = 0; byte < sizeBytes; byte++) bytes[address - world.windowBase + byte] = value >>> (8 * byte);
  const { base, secure, calleeDefault, standardFrame, thread, process, secureEntry } = excReturn;
  const type = (extended ? 0 : standardFrame) | (world.secure ? secure : 0);
  input[inputWords.excReturn] = (base | calleeDefault | thread | process | secureEntry | type) >>> 0;
  input[inputWords.frame] = frame;
  input[inputWords.stackLimit] = rarely(random, 8, world.windowBase, [0, stack - 40, stack - 8, stack]) & ~7;
  input[inputWords.control] = privileged ? 2 : 3;
  input[inputWords.ccr] = baseCcr | rarely(random, 4, 0, [8]) | rarely(random, 3, 0, [0x10]);
  input[inputWords.faultEnables] = rarely(random, 4, allEnables, [0, 0x1_0000, 0x2_0000, 0x4_0000, 0x8_0000, 0x5_0000]);
  input[inputWords.cpacr] = rarely(random, 12, allFloat, [0, 0x50_0000]);
  input[inputWords.fpscr] = nextUint32(random) & fpscrMask;
  input.set(context, inputWords.context);
  for (let r = 4; r < 12; r++) input[inputWords.high + r - 4] = regs[r] ?? 0;
  if (nextBelow(random, 32) === 0) spoil(random, input, code, index);
  return { seed, number, code, input, extended };
}
