import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import type { Instruction } from "../../src/isa/decode.ts";
import { rows } from "../../src/isa/decode.ts";
import type { Host, Outcome, PlainState } from "../../src/isa/evaluate.ts";
import { copyState, evaluate } from "../../src/isa/evaluate.ts";
import { randomInstruction, randomStateFor } from "../../src/isa/fuzz.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";

/** Rows whose meaning is a function of assembly/exec: the evaluator has none for them. Their tests are elsewhere. */
const calls = new Set(["system", "security", "gap", "hint", "exclusive"]);
const usesCalls = (name: string): boolean => /^(V?LDM|V?STM|PUSH|POP|IT|UDF|COPROC|B(K|X)PT)/.test(name);

const pc = codeBase + 0x4000;
const middleAddress = dataBase + 0x4000;
const pattern = Uint8Array.from({ length: regionBytes }, (_, index) => (index * 167 + (index >> 8) * 13) & 0xff);
const empty = new Uint8Array(regionBytes);

interface Seen {
  readonly regs: number[];
  readonly flags: string;
  /** S0..S31, FPSCR. */
  readonly float: number[];
  readonly pc: number;
  readonly memory: string;
  readonly exception: boolean;
}

/** Data and code region as the engine sees them; the code region is empty but for the instruction. */
function hostOver(data: Uint8Array, code: Uint8Array): Host {
  const placeOf = (address: number, size: number): { bytes: Uint8Array; at: number } | null => {
    for (const [base, bytes] of [
      [dataBase, data],
      [codeBase, code],
    ] as const) {
      if (address >= base && address + size <= base + regionBytes) return { bytes, at: address - base };
    }
    return null;
  };
  return {
    load(address, size, { aligned }) {
      const place = placeOf(address, size);
      if (aligned && address % size !== 0) return { fault: "unaligned" };
      if (place === null) return { fault: "unmapped" };
      let value = 0;
      for (let byte = 0; byte < size; byte++) value += (place.bytes[place.at + byte] ?? 0) * 2 ** (8 * byte);
      return value;
    },
    store(address, value, size, { aligned }) {
      const place = placeOf(address, size);
      if (aligned && address % size !== 0) return { fault: "unaligned" };
      if (place === null) return { fault: "unmapped" };
      for (let byte = 0; byte < size; byte++) place.bytes[place.at + byte] = value >>> (8 * byte);
      return null;
    },
    exec: (name) => (name === "checkDivisor" || name === "checkFloat" ? 0 : { fault: name }),
    checkStackLimit: () => null,
  };
}

/** The instruction's bytes, halfword by halfword. */
function bytesOf({ word, sizeBytes }: Instruction): Uint8Array {
  const halves = sizeBytes === 2 ? [word] : [word >>> 16, word & 0xffff];
  return Uint8Array.from(halves.flatMap((half) => [half & 0xff, half >>> 8]));
}

/** What differs from the pattern. */
const digest = (bytes: Uint8Array): string => {
  let text = "";
  if (Buffer.compare(bytes, pattern) === 0) return text;
  for (const [index, byte] of bytes.entries()) if (byte !== pattern[index]) text += ` ${index.toString(16)}:${byte}`;
  return text;
};

function expected(instruction: Instruction, state: PlainState): Seen | null {
  const data = pattern.slice();
  const own = copyState(state);
  const code = new Uint8Array(regionBytes);
  code.set(bytesOf(instruction), pc - codeBase);
  const outcome: Outcome = evaluate(instruction, pc, own, hostOver(data, code));
  if (outcome.kind === "ended") return null;
  const next = pc + instruction.sizeBytes;
  const exception = outcome.kind === "fault";
  const target = outcome.kind === "branch" ? outcome.target : outcome.kind === "exchange" ? outcome.target & ~1 : next;
  const { N, Z, C, V, Q, GE } = own.flags;
  return {
    regs: [...own.regs.slice(0, 15)],
    flags: `${N}${Z}${C}${V}${Q} ${GE}`,
    float: [...own.singles, own.fpscr],
    pc: target >>> 0,
    memory: digest(data),
    exception,
  };
}

function observed(machine: Machine, instruction: Instruction, state: PlainState): Seen {
  const { cpu } = machine.core;
  machine.core.calls.reset();
  machine.program(codeBase, empty);
  machine.program(pc, bytesOf(instruction));
  machine.program(dataBase, pattern);
  cpu.r.set(state.regs);
  cpu.r[15] = pc;
  cpu.flagN = state.flags.N ? 0x80000000 : 0;
  cpu.flagZ = 1 - state.flags.Z;
  cpu.flagC = state.flags.C;
  cpu.flagV = state.flags.V;
  cpu.flagQ = state.flags.Q;
  cpu.flagGE = state.flags.GE;
  cpu.cpacr[1] = 0xf0_0000;
  // FPCA and SFPA: a context that is there keeps its FPSCR.
  cpu.control[1] = 12;
  cpu.s.set(state.singles);
  cpu.fpscr = state.fpscr;
  machine.run({ tick: cpu.ticks + 1 });
  const exception = cpu.ipsr !== 0 || cpu.lockup !== 0;
  const data = machine.peek(dataBase, regionBytes) ?? new Uint8Array();
  const flags = `${cpu.flagN >>> 31}${cpu.flagZ === 0 ? 1 : 0}${cpu.flagC}${cpu.flagV}${cpu.flagQ} ${cpu.flagGE}`;
  const float = [...Array.from(cpu.s), cpu.fpscr];
  return { regs: Array.from(cpu.r).slice(0, 15), flags, float, pc: cpu.r[15] ?? 0, memory: digest(data), exception };
}

function difference(instruction: Instruction, state: PlainState, want: Seen, got: Seen): string | null {
  if (want.exception || got.exception)
    return want.exception === got.exception
      ? null
      : `${instruction.encoding.name} ${instruction.word.toString(16)}: exception ${JSON.stringify({ want, got })}`;
  if (JSON.stringify(want) === JSON.stringify(got)) return null;
  const registers = want.regs.map((value, index) => {
    const mine = got.regs[index] ?? 0;
    const mark = value === mine ? " " : "*";
    return `${mark}r${index} ${(state.regs[index] ?? 0).toString(16)} -> ${value.toString(16)} | ${mine.toString(16)}`;
  });
  const floats = want.float.flatMap((value, index) => {
    const mine = got.float[index] ?? 0;
    const before = index === 32 ? state.fpscr : (state.singles[index] ?? 0);
    const name = index === 32 ? "fpscr" : `s${index}`;
    if (value === mine && value === before) return [];
    return `${value === mine ? " " : "*"}${name} ${[before, value, mine].map((one) => one.toString(16)).join(" ")}`;
  });
  return [
    `${instruction.encoding.name} word ${instruction.word.toString(16)} ${JSON.stringify(instruction.args)}`,
    ...registers,
    ...floats,
    `flags ${JSON.stringify(state.flags)} -> ${want.flags} | ${got.flags}`,
    `pc ${want.pc.toString(16)} | ${got.pc.toString(16)}`,
    `memory${want.memory} |${got.memory}`,
  ].join("\n");
}

test("the printed interpreter does what the evaluator says, on random words of every row and random states", () => {
  const seed = Number(process.env.SEED ?? 20261121);
  const random = seeded(seed);
  const machine = createMachine(bareBoard, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  let compared = 0;
  for (const row of rows) {
    if (calls.has(row.encoding.operation.class) || usesCalls(row.encoding.operation.name)) continue;
    for (let round = 0; round < 40; round++) {
      const instruction = randomInstruction(row, random, { pc, itstate: 0 });
      if (instruction === null) break;
      const state = randomStateFor(instruction, random, { middleAddress });
      if (nextBelow(random, 8) === 0) state.flags.Z = 1;
      const want = expected(instruction, state);
      if (want === null) break;
      const wrong = difference(instruction, state, want, observed(machine, instruction, state));
      if (wrong !== null) assert.unreachable(`${wrong}\nagain: SEED=${seed} npx tsx test/core/evaluator.test.ts`);
      compared++;
    }
  }
  assert.ok(compared > 3000, `only ${compared} comparisons`);
});

test.run();
