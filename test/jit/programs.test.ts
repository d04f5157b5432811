/** Programs of any instructions, compiled as soon as possible: they end as the interpreter ends them. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, type Random, seeded } from "../../src/base/prng.ts";
import { attachJit } from "../../src/jit/jit.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { type RandomProgram, randomProgram } from "../engine/random-program.ts";
import { loadWild, start, type WildProgram, wildProgram } from "../engine/wild-program.ts";
import { codeMiddle, dataMiddle } from "../isa/unicorn.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";
import { type Listed, listing } from "../support/listing.ts";
import { eager } from "./eager.ts";

const seed = Number(process.env.SEED ?? 20261121);
const count = Number(process.env.PROGRAMS ?? 300);
const sink = { output: () => {}, moment: () => {}, gap: () => {} };

/** Runs `ticks` in pieces that `pieces` draws; answers with all state. */
function stateAfter(machine: Machine, ticks: number, pieces: Random | null): { stop: string; bytes: Buffer } {
  let stop = "limit";
  while (stop === "limit" && machine.tick() < ticks) {
    const next = pieces === null ? ticks : Math.min(ticks, machine.tick() + 1 + nextBelow(pieces, 900));
    stop = machine.run({ tick: next }).reason;
  }
  return { stop, bytes: Buffer.concat(hashedParts(machine).map((part) => Buffer.from(part))) };
}

function compare<P>(programs: readonly P[], ticks: number, load: (machine: Machine, program: P) => Listed): number {
  const plain = createMachine(bareBoard, 0, sink);
  const compiled = createMachine(bareBoard, 0, sink);
  attachJit(compiled.core, eager);
  const pieces = seeded(seed + 1);
  for (const [number, program] of programs.entries()) {
    const listed = load(plain, program);
    load(compiled, program);
    const one = stateAfter(plain, ticks, null);
    const other = stateAfter(compiled, ticks, pieces);
    const at = one.bytes.findIndex((byte, index) => byte !== other.bytes[index]);
    if (at < 0 && one.stop === other.stop && plain.tick() === compiled.tick()) continue;
    const [mine, theirs] = [one, other].map(({ bytes }) => bytes.subarray(at & ~3, at + 8).toString("hex"));
    const where = `${one.stop} at ${plain.tick()}, compiled ${other.stop} at ${compiled.tick()}`;
    const text = `program ${number}, SEED=${seed}: ${where}; state differs from byte ${at} on: ${mine}, ${theirs}`;
    assert.unreachable([text, ...listing(listed)].join("\n"));
  }
  return compiled.core.scratch.nativeEntries;
}

test(`compiled code ends wild programs as the interpreter does (${count} programs, SEED=${seed})`, () => {
  const random = seeded(seed);
  const programs = Array.from({ length: count }, () => wildProgram(random));
  const entries = compare<WildProgram>(programs, 4000, (machine, program) => {
    machine.core.calls.reset();
    machine.core.cpu.ticks = 0;
    loadWild(machine, program);
    return { ...program, pc: start };
  });
  assert.ok(entries > count / 10, `${entries} times into compiled code`);
});

/** The program with a branch back to its begin where it would stand still. */
function looped({ pc, code, end }: RandomProgram): Uint8Array {
  const bytes = code.slice();
  const offset = pc - end - 4;
  bytes.set(new Uint8Array(Uint16Array.of(0xe000 | ((offset >>> 1) & 0x7ff)).buffer), end - pc);
  return bytes;
}

test(`compiled arithmetic, floating point included, is that of the interpreter (${count} loops, SEED=${seed})`, () => {
  const random = seeded(seed + 2);
  const options = { pc: codeMiddle, middleAddress: dataMiddle, exclusives: true };
  const programs = Array.from({ length: count }, () => randomProgram(random, options));
  const entries = compare<RandomProgram>(programs, 3000, (machine, program) => {
    const { cpu, calls } = machine.core;
    calls.reset();
    cpu.ticks = 0;
    for (const base of [codeBase, dataBase]) machine.program(base, new Uint8Array(regionBytes).fill(0x3f));
    const code = looped(program);
    machine.program(program.pc, code);
    cpu.r.set(program.regs);
    cpu.r[15] = program.pc;
    cpu.cpacr[1] = 0xf0_0000;
    cpu.control[1] = 12;
    cpu.s.set(program.floats.slice(0, 32));
    // To nearest, nothing flushed, inexactness told: what compiled arithmetic asks for. Every fourth is another one.
    cpu.fpscr = (program.floats[0] ?? 0) % 4 === 0 ? (program.floats[32] ?? 0) : 0x10;
    return { ...program, code };
  });
  assert.ok(entries > 10 * count, `${entries} times into compiled code`);
});

test.run();
