/**
 * Programs of any instructions at all, stores into their own code and faults included. Every exception goes to a
 * handler that skips a halfword, so that they wander on; where they get is nobody's business, only that they always
 * get there.
 */
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, nextUint32, pick } from "../../src/base/prng.ts";
import { rows } from "../../src/isa/decode.ts";
import { randomInstruction, randomValue } from "../../src/isa/fuzz.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { codeBase, dataBase, regionBytes } from "../support/bare-board.ts";

/** vmov.f32 s0,s0, for handlers that make registers of the floating-point unit wait no longer. */
const touch = [0xeeb0, 0x0a40];
/** tst lr,#4; ite eq; mrs r0,msp; mrs r0,psp; ldr r1,[r0,#24]; adds r1,#2; str r1,[r0,#24]; bx lr */
const handler = [0xf01e, 0x0f04, 0xbf0c, 0xf3ef, 0x8008, 0xf3ef, 0x8009, 0x6981, 0x3102, 0x6181, 0x4770];
const handlerAddress = codeBase + 0x200;
/** The border between two pages lies in the midst of the code. */
export const start = codeBase + 0x1388;
const vectors = 80;
const length = 120;

/** WFI and WFE would end most programs early. */
const usable = rows.filter(({ encoding: { operation } }) => !/^(WFI|WFE)$/.test(operation.name));
/** FPCCR: ASPEN, LSPEN, CLRONRET, TS. */
const contextBits = [0x8000_0000, 0x4000_0000, 0x1000_0000, 0x0400_0000];

const littleEndian = (halves: readonly number[]): Uint8Array =>
  Uint8Array.from(halves.flatMap((half) => [half & 0xff, half >>> 8]));

export interface WildProgram {
  readonly regs: readonly number[];
  readonly code: Uint8Array;
  readonly cpacr: number;
  readonly fpccr: number;
  /** Its handlers use the floating-point unit. */
  readonly touches: boolean;
}

export function wildProgram(random: Random): WildProgram {
  const halves: number[] = [];
  while (halves.length < length) {
    const instruction = randomInstruction(pick(random, usable), random, { pc: start + halves.length * 2, itstate: 0 });
    if (instruction === null) continue;
    const { word, sizeBytes } = instruction;
    halves.push(...(sizeBytes === 2 ? [word] : [word >>> 16, word & 0xffff]));
  }
  // Back to the beginning.
  halves.push(0xe000 | ((-(halves.length + 2) & 0x7ff) >>> 0));
  const inCode = (): number => start + 2 * nextBelow(random, length);
  const inData = (): number => dataBase + 4 * nextBelow(random, regionBytes / 4);
  const regs = Array.from({ length: 15 }, () => pick(random, [inCode, inData, () => randomValue(random)])());
  regs[13] = dataBase + regionBytes / 2;
  const cpacr = nextBelow(random, 5) === 0 ? 0 : 0xf0_0000;
  const fpccr = contextBits.reduce((bits, bit) => (nextBelow(random, 2) === 0 ? bits : bits + bit), 4);
  return { regs, code: littleEndian(halves), cpacr, fpccr, touches: cpacr !== 0 && nextBelow(random, 2) === 0 };
}

export function loadWild({ core, program }: Machine, { regs, code, cpacr, fpccr, touches }: WildProgram): void {
  program(codeBase, new Uint8Array(regionBytes));
  program(dataBase, new Uint8Array(regionBytes));
  const table = new Uint32Array(vectors).fill((touches ? handlerAddress : handlerAddress + 4) | 1);
  program(codeBase, new Uint8Array(table.buffer));
  program(handlerAddress, littleEndian([...touch, ...handler]));
  program(start, code);
  core.cpu.r.set(regs);
  core.cpu.r[15] = start;
  core.cpu.shcsrEnables[1] = 0xf0000;
  core.cpu.cpacr[1] = cpacr;
  core.cpu.fpccr[1] = fpccr;
}

/** Pieces of 1 to 7 ticks. */
export const slice = (random: Random): number => 1 + (nextUint32(random) % 7);
