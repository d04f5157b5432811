import { test } from "uvu";
import * as assert from "uvu/assert";
import { seeded } from "../../src/base/prng.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import {
  codeMiddle,
  dataMiddle,
  PatternMemory,
  runUnicorn,
  type UnicornResult,
  unicornMissing,
} from "../isa/unicorn.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";
import { listing } from "../support/listing.ts";
import { skipUnless } from "../support/skip.ts";
import { type RandomProgram, randomProgram } from "./random-program.ts";

const seed = Number(process.env.SEED ?? 20261121);
const count = Number(process.env.PROGRAMS ?? 400);
const longest = 400;
const seenFlags = 0xf800_0000;

const clean = new PatternMemory(new Map());
const pattern = (base: number): Uint8Array =>
  Uint8Array.from({ length: regionBytes }, (_, index) => clean.read(base + index, 1) ?? 0);
const patterns = [codeBase, dataBase].map((base) => [base, pattern(base)] as const);

function prepare(machine: Machine, { pc, code, regs, floats, xpsr }: RandomProgram): void {
  const { cpu, calls } = machine.core;
  calls.reset();
  for (const [base, bytes] of patterns) machine.program(base, bytes);
  machine.program(pc, code);
  cpu.r.set(regs);
  cpu.r[15] = pc;
  cpu.cpacr[1] = 0xf0_0000;
  // FPCA and SFPA: a context that is there keeps its FPSCR.
  cpu.control[1] = 12;
  cpu.s.set(floats.slice(0, 32));
  cpu.fpscr = floats[32] ?? 0;
  cpu.flagN = xpsr & 0x8000_0000 ? 0x8000_0000 : 0;
  cpu.flagZ = xpsr & 0x4000_0000 ? 0 : 1;
  cpu.flagC = (xpsr >>> 29) & 1;
  cpu.flagV = (xpsr >>> 28) & 1;
  cpu.flagQ = (xpsr >>> 27) & 1;
}

function differences(machine: Machine, program: RandomProgram, theirs: UnicornResult): string[] {
  const { cpu } = machine.core;
  const found: string[] = [];
  const check = (what: string, ours: number, other: number): void => {
    if (ours >>> 0 !== other >>> 0)
      found.push(`${what}: here ${(ours >>> 0).toString(16)}, Unicorn ${(other >>> 0).toString(16)}`);
  };
  if (theirs.fault !== null) found.push(`Unicorn faults: ${theirs.fault}`);
  for (const [index, value] of theirs.regs.entries())
    check(`r${index}`, cpu.r[index] ?? 0, index === 13 ? value & ~3 : value);
  for (const [index, value] of theirs.floats.entries())
    check(index < 32 ? `s${index}` : "fpscr", index < 32 ? (cpu.s[index] ?? 0) : cpu.fpscr, value);
  check("pc", cpu.r[15] ?? 0, theirs.pc);
  const flags =
    (cpu.flagN & 0x8000_0000) |
    (Number(cpu.flagZ === 0) << 30) |
    (cpu.flagC << 29) |
    (cpu.flagV << 28) |
    (cpu.flagQ << 27);
  check("flags", flags, theirs.xpsr & seenFlags);
  const changed = new Map(theirs.memory.map(([address, byte]) => [address, byte]));
  for (const [base, bytes] of patterns) {
    const now = machine.peek(base, regionBytes) ?? new Uint8Array();
    for (const [index, before] of bytes.entries()) {
      const address = base + index;
      if (address >= program.pc && address < program.pc + program.code.length) continue;
      check(`[${address.toString(16)}]`, now[index] ?? 0, changed.get(address) ?? before);
    }
  }
  return found;
}

const name = `${count} random programs leave registers, flags and memory as Unicorn does (SEED=${seed})`;
const missing = unicornMissing();
if (skipUnless(missing === null, name, missing ?? "")) {
  test(name, () => {
    const random = seeded(seed);
    const options = { pc: codeMiddle, middleAddress: dataMiddle, exclusives: false };
    const programs = Array.from({ length: count }, () => randomProgram(random, options));
    const results = runUnicorn(
      programs.map(({ pc, code, regs, floats, xpsr }) => ({
        pc,
        code: Buffer.from(code).toString("hex"),
        regs,
        floats,
        xpsr,
        count: longest,
      })),
    );
    const machine = createMachine(bareBoard, 0, { output: () => {}, moment: () => {}, gap: () => {} });
    for (const [number, program] of programs.entries()) {
      const theirs = results[number];
      assert.ok(theirs, "one answer for each program");
      prepare(machine, program);
      const stop = machine.run({ tick: machine.tick() + longest });
      const wrong = differences(machine, program, theirs);
      if (stop.reason !== "limit" || wrong.length > 0) {
        assert.unreachable(
          [`program ${number}, seed ${seed}: ${stop.reason}`, ...wrong, ...listing(program)].join("\n"),
        );
      }
    }
  });
}

test.run();
