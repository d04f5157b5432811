/**
 * Runs cases on Unicorn's Cortex-M33, which has neither security states nor faults: of an image those that came to
 * their end here without either, from the state that their frame holds to the end of their code. Its answer becomes a
 * record by taking ours for what it cannot tell.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { footprintOf } from "../../src/isa/analysis.ts";
import { decode, type Instruction } from "../../src/isa/decode.ts";
import { unicornMissing } from "../isa/unicorn.ts";
import type { Case } from "./case.ts";
import { type Code, replaced } from "./code.ts";
import { recordAt } from "./compare.ts";
import { keepsUpper, startsPlain } from "./context.ts";
import type { Placed } from "./draft.ts";
import type { Run } from "./here.ts";
import type { Image } from "./image.ts";
import {
  codeSlotBytes,
  codeSlots,
  contextWords,
  excReturn,
  inputWords,
  nonSecureWorld,
  recordWindow,
  recordWord,
  secureWorld,
  windowBytes,
} from "./layout.ts";
import { touchesMemory } from "./plan.ts";

export { unicornMissing };

const script = fileURLToPath(new URL("./run-cases.py", import.meta.url));
const python = "/usr/bin/python3";
const limitMs = 60_000;

/**
 * What Unicorn is not asked: security states, system registers, YIELD, and what it is known to do in another way
 * (test/isa/deviations.md). NOPs stand in the place of these.
 */
const leftOut =
  /^(SG|BL?XNS|TT|VLSTM|VLLDM|MSR|MRS|CPS|ISB|YIELD|WFE|SMLAD|VCVT_f32_fixed_[su]32|ADD_SP_reg|SUB_SP_reg|MOV_SP)/;

const instructionOf = ({ word, sizeBytes, address, itstate }: Placed): Instruction | null => {
  const [first, second] = sizeBytes === 2 ? [word, 0] : [word >>> 16, word & 0xffff];
  const decoded = decode(first, second, { pc: address, itstate });
  return "undefined" in decoded ? null : decoded;
};

/** Also what may set bits 1:0 of SP, which Unicorn keeps. */
function isLeftOut({ encoding: { name }, args, statics }: Instruction): boolean {
  if (leftOut.test(name)) return true;
  const movesStack = args.n === 13 || name.includes("SP");
  return Boolean(statics.tosp) || (movesStack && ((args.imm ?? 0) & 3) !== 0);
}

/** Numbers of the registers that an instruction reads, base registers among them, and of those that it writes. */
function registersOf({ operation, statics, args }: Instruction): { reads: number[]; writes: number[] } {
  const { regsRead, regsWritten, fixedRead, fixedWritten } = footprintOf(operation, statics);
  const numbers = (names: ReadonlySet<string>): number[] => [...names].map((name) => args[name] ?? 16);
  const base = args.n === undefined ? [] : [args.n];
  const reads = [...numbers(regsRead), ...fixedRead, ...base];
  return { reads, writes: [...numbers(regsWritten), ...fixedWritten, ...(statics.wback ? base : [])] };
}

/**
 * A code as Unicorn can be asked about it. Where a move of SP goes, accesses behind it that hang on SP go too: theirs
 * would be other addresses than those that were planned, outside the window perhaps.
 */
export function adaptToUnicorn(code: Code): Code {
  const gone = new Set<Placed>();
  const lost = new Set<number>();
  for (const placed of code.placed) {
    const instruction = placed.row === null ? null : instructionOf(placed);
    if (instruction === null) continue;
    const { reads, writes } = registersOf(instruction);
    const isLost = reads.some((register) => lost.has(register));
    const goes = isLeftOut(instruction);
    if (goes || (isLost && touchesMemory(instruction))) gone.add(placed);
    if (goes && writes.includes(13)) lost.add(13);
    if (isLost) for (const register of writes) lost.add(register);
  }
  return replaced(code, (one) => gone.has(one));
}

const at = {
  ...{ r4: 0, excReturn: recordWord("exc_return"), ipsr: recordWord("ipsr"), return: recordWord("return") },
  ...{ psp: recordWord("psp"), pspNs: recordWord("psp_ns"), cfsr: recordWord("cfsr"), hfsr: recordWord("hfsr") },
  ...{ sfsr: recordWord("sfsr"), cfsrNs: recordWord("cfsr_ns"), s0: recordWord("s0") },
};
const supervisorCall = 11;
const hardFault = 3;
const undefinedInstruction = 0x1_0000;
const alignBit = 0x200;
/** N, Z, C, V, Q and GE. */
const flagsMask = 0xf80f_0000;
/** Words of a frame: xPSR; S0 and FPSCR where it is extended; S16 where it has those too. */
const frame = { xpsr: 7, single: 8, fpscr: 24, upper: 26 } as const;
const lazyBytes = 136;
const frameRegisters = [0, 1, 2, 3, 12, 14];

interface Shape {
  /** Word of the window with which it begins. */
  readonly word: number;
  readonly words: number;
  readonly float: boolean;
  readonly upper: boolean;
}

/** The frame at `address`; null where it does not lie in the window. */
function shapeOf({ code: { world }, input }: Case, address: number, standard: boolean): Shape | null {
  const offset = (address - world.windowBase) | 0;
  const upper = !standard && keepsUpper(input.subarray(inputWords.context));
  const words = standard ? frame.single : upper ? frame.upper + 16 : frame.upper;
  if (offset < 0 || offset % 4 !== 0 || offset + 4 * words > windowBytes) return null;
  return { word: offset / 4, words, float: !standard, upper };
}

interface Question {
  readonly index: number;
  readonly one: Case;
  /** Where it begins and where it ended here. */
  readonly begins: Shape;
  readonly ends: Shape;
  readonly end: number;
  readonly fpscr: number;
}

/** Whether a record tells that its case came to the end of its code, and to nothing else. */
function endOf({ code }: Case, record: Uint32Array): number | null {
  const { address = 0 } = code.placed.at(-1) ?? {};
  const own = record[at.return] === (code.world.secure ? address + 2 : address);
  const [cfsr = 0, cfsrNs = 0] = [record[at.cfsr], record[at.cfsrNs]];
  const calm = code.world.secure
    ? record[at.ipsr] === supervisorCall && (cfsr | cfsrNs) === 0 && record[at.hfsr] === 0
    : record[at.ipsr] === hardFault && cfsrNs === undefinedInstruction && cfsr === 0;
  const fromThread = ((record[at.excReturn] ?? 0) & excReturn.thread) !== 0;
  return own && calm && fromThread && record[at.sfsr] === 0 ? address : null;
}

function questionOf(one: Case, index: number, record: Uint32Array): Question | null {
  const { code, input } = one;
  const { secure } = code.world;
  const end = endOf(one, record);
  if (end === null || code.open !== null || !startsPlain(input.subarray(inputWords.context), secure)) return null;
  const standard = ((record[at.excReturn] ?? 0) & excReturn.standardFrame) !== 0;
  const begins = shapeOf(one, input[inputWords.frame] ?? 0, !one.extended);
  const ends = shapeOf(one, record[secure ? at.psp : at.pspNs] ?? 0, standard);
  if (begins === null || ends === null) return null;
  // Registers that wait to be saved at the end are saved only where there is room for all of them.
  if (ends.float && 4 * (ends.word + frame.single) + lazyBytes >= windowBytes) return null;
  // No frame of a case says that its registers were Secure ones: there the first instruction opens a context.
  const fresh = secure || !one.extended;
  const fpdscr = input[inputWords.context + contextWords.indexOf("fpdscr")] ?? 0;
  const fpscr = fresh ? fpdscr : (input[inputWords.window + begins.word + frame.fpscr] ?? 0);
  return { index, one, begins, ends, end, fpscr };
}

/** S0 to S31 as a frame, and what is not in it, has them. */
function singlesOf(framed: Uint32Array, shape: Shape, others: Uint32Array): Uint32Array {
  const singles = others.slice(0, 32);
  if (shape.float) singles.set(framed.subarray(shape.word + frame.single, shape.word + frame.single + 16));
  if (shape.upper) singles.set(framed.subarray(shape.word + frame.upper, shape.word + frame.upper + 16), 16);
  return singles;
}

/** Words of a question, after the areas: place, registers, window. */
function askedOf({ one, begins, end, fpscr }: Question): Uint32Array {
  const { code, input } = one;
  const window = input.subarray(inputWords.window, inputWords.window + windowBytes / 4);
  const framed = window.subarray(begins.word, begins.word + frame.single);
  const registers = new Uint32Array(15);
  for (const [index, register] of frameRegisters.entries()) registers[register] = framed[index] ?? 0;
  registers.set(input.subarray(inputWords.high, inputWords.high + 8), 4);
  const xpsr = framed[frame.xpsr] ?? 0;
  registers[13] = (input[inputWords.frame] ?? 0) + 4 * begins.words + (xpsr & alignBit ? 4 : 0);
  const exclusive = code.placed.some(({ row }) => /^ST(R|L)EX/.test(row?.encoding.name ?? ""));
  const status = xpsr & ~alignBit;
  const singles = singlesOf(window, begins, input.subarray(inputWords.singles, inputWords.singles + 32));
  const { windowBase } = code.world;
  return Uint32Array.of(
    ...[code.base, end, windowBase, Number(exclusive)],
    ...registers,
    ...[status, status],
    ...singles,
    fpscr,
    ...window,
  );
}

/** Words of an answer: fault; R0 to LR, xPSR, PC; S0 to S31, FPSCR; the window. */
const answer = { fault: 0, registers: 1, xpsr: 16, pc: 17, singles: 18, fpscr: 50, window: 51 } as const;
const answerWords = answer.window + windowBytes / 4;

/** Makes `record`, which is a copy of ours, tell what Unicorn says. */
function fillIn({ one, begins, ends, end, fpscr }: Question, said: Uint32Array, record: Uint32Array): void {
  const word = (index: number): number => said[index] ?? 0;
  const window = record.subarray(recordWindow);
  const mine = window.slice(ends.word, ends.word + ends.words);
  const xpsr = mine[frame.xpsr] ?? 0;
  const bottom = one.code.world.windowBase + 4 * ends.word;
  const sp = bottom + 4 * ends.words + (xpsr & alignBit ? 4 : 0);
  record.set(said.subarray(answer.registers + 4, answer.registers + 12), at.r4);
  const used = Math.min(windowBytes / 4, (sp - one.code.world.windowBase) / 4);
  for (let index = 0; index < windowBytes / 4; index++)
    if (index < ends.word || index >= used) window[index] = word(answer.window + index);
  for (const [index, register] of frameRegisters.entries())
    window[ends.word + index] = word(answer.registers + register);
  window[ends.word + frame.xpsr] = ((xpsr & ~flagsMask) | (word(answer.xpsr) & flagsMask)) >>> 0;
  const stack = one.code.world.secure ? at.psp : at.pspNs;
  record[stack] = bottom + word(answer.registers + 13) - sp;
  record[at.return] = (record[at.return] ?? 0) + word(answer.pc) - end;
  // Never mind the fault's number: that there is one is a difference.
  if (word(answer.fault) !== 0) record[at.ipsr] = hardFault + word(answer.fault);
  if (!ends.float) return;
  const singles = said.subarray(answer.singles, answer.singles + 32);
  window.set(singles.subarray(0, 16), ends.word + frame.single);
  if (ends.upper) window.set(singles.subarray(16), ends.word + frame.upper);
  else record.set(singles.subarray(16), at.s0 + 16);
  // Without an instruction that asks for one, no context was opened, and FPSCR is still that of the frame.
  const given = one.input[inputWords.window + begins.word + frame.fpscr];
  const untouched = begins.float && word(answer.fpscr) === fpscr && mine[frame.fpscr] === given;
  if (!untouched) window[ends.word + frame.fpscr] = word(answer.fpscr);
}

/** Memory of an image that its cases read or write: address, bytes to map, content. */
function areasOf({ pieces }: Image): Uint8Array {
  const parts: Uint8Array[] = [];
  const add = (address: number, mappedBytes: number, content: Uint8Array): void => {
    parts.push(new Uint8Array(Uint32Array.of(address, mappedBytes, content.length).buffer), content);
  };
  for (const { codeBase, loadBase, windowBase } of [secureWorld, nonSecureWorld]) {
    const piece = pieces.find(({ address }) => address === loadBase);
    add(codeBase, codeSlots * codeSlotBytes, piece?.bytes ?? new Uint8Array());
    add(windowBase, 0x1000, new Uint8Array());
  }
  return Buffer.concat([Uint32Array.of(parts.length / 2), ...parts].map((part) => new Uint8Array(part.buffer)));
}

function ask(input: Uint8Array): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const stdio = ["pipe", "pipe", "inherit"] as const;
    const child = spawn(python, [script], { stdio: [...stdio], timeout: limitMs, killSignal: "SIGKILL" });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (_, signal) => resolve(signal === "SIGKILL" ? null : new Uint8Array(Buffer.concat(chunks))));
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

export async function runUnicorn(image: Image, run: Promise<Run>): Promise<Run> {
  const here = await run;
  const questions = image.cases.slice(0, here.done).flatMap((one, index) => {
    const question = questionOf(one, index, recordAt(here.records, index));
    return question === null ? [] : [question];
  });
  const asked = questions.map((question) => new Uint8Array(askedOf(question).buffer));
  const count = new Uint8Array(Uint32Array.of(questions.length).buffer);
  const said = await ask(Buffer.concat([areasOf(image), count, ...asked]));
  const records = here.records.slice();
  const judged = new Set<number>();
  for (const [order, question] of questions.entries()) {
    if (said === null || said.length < 4 * answerWords * (order + 1)) break;
    const words = new Uint32Array(said.buffer, said.byteOffset + 4 * answerWords * order, answerWords);
    fillIn(question, words, recordAt(records, question.index));
    judged.add(question.index);
  }
  const missing = questions[judged.size];
  const trouble = missing === undefined ? null : "does not end";
  return { trouble, done: missing?.index ?? here.done, records, ticks: 0, executed: new Uint32Array(), judged };
}
