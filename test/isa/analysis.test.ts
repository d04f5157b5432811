import { test } from "uvu";
import * as assert from "uvu/assert";
import { seeded } from "../../src/base/prng.ts";
import type { Footprint } from "../../src/isa/analysis.ts";
import { footprintOf } from "../../src/isa/analysis.ts";
import type { Instruction } from "../../src/isa/decode.ts";
import { rows } from "../../src/isa/decode.ts";
import type { Host } from "../../src/isa/evaluate.ts";
import { copyState, evaluate } from "../../src/isa/evaluate.ts";
import { randomInstruction, randomState } from "../../src/isa/fuzz.ts";
import { operations } from "../../src/isa/set.ts";

const footprint = (name: string, statics: Readonly<Record<string, number>>): Footprint => {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`no operation ${name}`);
  return footprintOf(operation, statics);
};
const flags = ({ flagsRead, flagsWritten }: Footprint): string =>
  `${[...flagsRead].sort().join("")}>${[...flagsWritten].sort().join("")}`;

test("flags read and written are those of the manual", () => {
  assert.is(flags(footprint("ADD_ri", { s: 0 })), ">");
  assert.is(flags(footprint("ADD_ri", { s: 1 })), ">CNVZ");
  assert.is(flags(footprint("ADC_rr", { s: 1 })), "C>CNVZ");
  assert.is(flags(footprint("MOV_ri", { s: 1 })), ">NZ");
  assert.is(flags(footprint("MOV_ri", { s: 2 })), ">CNZ");
  assert.is(flags(footprint("LSL_ri", { s: 1 })), ">CNZ");
  assert.is(flags(footprint("B_cond", { c: 12 })), "NVZ>");
});

test("branches, waits and changes of privilege end a block, other instructions do not", () => {
  assert.ok(footprint("B_cond", { c: 0 }).endsBlock);
  assert.ok(footprint("WFI", {}).endsBlock);
  assert.ok(footprint("LDR_pc_ri", {}).endsBlock);
  assert.not(footprint("LDR_ri", { tosp: 0 }).endsBlock);
  assert.not(footprint("LDM", { wback: 1, db: 0 }).endsBlock);
});

test("what touches memory, the stack limit or assembly/exec may fault, and nothing else", () => {
  assert.ok(footprint("STRB_rr", {}).mayFault);
  assert.ok(footprint("ADD_sp_i", { s: 0 }).mayFault);
  assert.ok(footprint("UDIV_rr", {}).mayFault);
  assert.not(footprint("MUL_rr", { s: 1 }).mayFault);
});

/** Memory where every access goes through, and functions that do nothing. */
const host: Host = {
  load: (address, size) => (address * 2_654_435_761) % 2 ** (size * 8),
  store: () => null,
  exec: () => 0,
  checkStackLimit: () => null,
};

/** Registers by number, as the footprint says. */
function registers({ args }: Instruction, names: ReadonlySet<string>, fixed: ReadonlySet<number>): Set<number> {
  return new Set([...fixed, ...[...names].map((name) => args[name] ?? 0)]);
}

/** Single-precision registers by number; a `+` behind an argument is the register after it. */
function singles({ args }: Instruction, names: ReadonlySet<string>): Set<number> {
  return new Set([...names].map((name) => (args[name.replace("+", "")] ?? 0) + Number(name.endsWith("+"))));
}

test("evaluating changes no register and no flag beside those that the footprint names", () => {
  const random = seeded(50);
  const wrong: string[] = [];
  for (const row of rows) {
    for (let round = 0; round < 40; round++) {
      const instruction = randomInstruction(row, random, { pc: 0x1000, itstate: 0 });
      if (instruction === null) break;
      const before = randomState(random);
      const after = copyState(before);
      evaluate(instruction, 0x1000, after, host);
      const known = footprintOf(instruction.operation, instruction.statics);
      const allowed = registers(instruction, known.regsWritten, known.fixedWritten);
      const changed = [...after.regs.keys()].filter((index) => after.regs[index] !== before.regs[index]);
      if (changed.some((index) => !allowed.has(index))) wrong.push(`${row.encoding.name} changes r${changed}`);
      const allowedSingles = singles(instruction, known.singlesWritten);
      const changedSingles = [...after.singles.keys()].filter(
        (index) => after.singles[index] !== before.singles[index],
      );
      if (changedSingles.some((index) => !allowedSingles.has(index)))
        wrong.push(`${row.encoding.name} changes s${changedSingles}`);
      if (after.fpscr !== before.fpscr && !known.fpscrWritten) wrong.push(`${row.encoding.name} FPSCR`);
      for (const flag of ["N", "Z", "C", "V", "GE"] as const) {
        if (after.flags[flag] !== before.flags[flag] && !known.flagsMayWrite.has(flag))
          wrong.push(`${row.encoding.name} ${flag}`);
      }
    }
  }
  assert.equal(wrong, []);
});

test("what the footprint does not name as read has no influence on the result", () => {
  const random = seeded(51);
  const wrong: string[] = [];
  for (const row of rows) {
    for (let round = 0; round < 40; round++) {
      const instruction = randomInstruction(row, random, { pc: 0x1000, itstate: 0 });
      if (instruction === null) break;
      const known = footprintOf(instruction.operation, instruction.statics);
      const read = registers(instruction, known.regsRead, known.fixedRead);
      const written = registers(instruction, known.regsWritten, known.fixedWritten);
      const one = randomState(random);
      const other = randomState(random);
      for (const index of read) other.regs[index] = one.regs[index] ?? 0;
      for (const flag of known.flagsRead) other.flags[flag] = one.flags[flag];
      for (const index of singles(instruction, known.singlesRead)) other.singles[index] = one.singles[index] ?? 0;
      if (known.fpscrRead) other.fpscr = one.fpscr;
      const writtenSingles = singles(instruction, known.singlesWritten);
      const outcomes = [one, other].map((state) => JSON.stringify(evaluate(instruction, 0x1000, state, host)));
      const results = [one, other].map((state) =>
        JSON.stringify([
          [...written].map((index) => state.regs[index]),
          [...writtenSingles].map((index) => state.singles[index]),
          [...known.flagsWritten].map((flag) => state.flags[flag]),
          known.fpscrWritten ? state.fpscr : null,
        ]),
      );
      if (outcomes[0] !== outcomes[1] || results[0] !== results[1]) wrong.push(`${row.encoding.name} ${results}`);
    }
  }
  assert.equal(wrong, []);
});

test.run();
