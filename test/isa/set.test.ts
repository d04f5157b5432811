import { test } from "uvu";
import * as assert from "uvu/assert";
import { seeded } from "../../src/base/prng.ts";
import { decode, itstateAfter, rowOf, rows } from "../../src/isa/decode.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";
import { gaps } from "../../src/isa/operations/gap.ts";
import { matches, overlap } from "../../src/isa/pattern.ts";
import { encodings, operations, variantsOf } from "../../src/isa/set.ts";

const outsideIt = { pc: 0x1000, itstate: 0 };
const inBlock = { pc: 0x1000, itstate: 0x08 };

const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

test("operations and encodings have names of their own", () => {
  assert.equal(repeated(operations.map(({ name }) => name)), []);
  assert.equal(repeated(encodings.map(({ name }) => name)), []);
});

test("every overlap of two rows is declared, and every declared one exists", () => {
  const undeclared: string[] = [];
  const useless: string[] = [];
  for (const [index, a] of rows.entries()) {
    for (const b of rows.slice(index + 1)) {
      const [one, other] = [a.encoding, b.encoding];
      const declared = one.after.includes(other.name) || other.after.includes(one.name);
      const real = overlap(a.pattern, b.pattern);
      if (real && !declared) undeclared.push(`${one.name} and ${other.name}`);
      if (!real && declared) useless.push(`${one.name} and ${other.name}`);
    }
  }
  assert.equal(undeclared, [], "overlaps nobody declared");
  assert.equal(useless, [], "declared overlaps that are none");
});

test("every `after` names a row, and no row wins over one that it comes after", () => {
  const position = new Map(rows.map((row, index) => [row.encoding.name, index]));
  for (const { encoding } of rows) {
    for (const name of encoding.after) {
      const earlier = position.get(name);
      assert.ok(earlier !== undefined, `${encoding.name} is after ${name}`);
      assert.ok(
        (earlier ?? 0) < (position.get(encoding.name) ?? 0),
        `${encoding.name} and ${name} wait for each other`,
      );
    }
  }
});

/** Where DDI 0553 allocates no 16-bit instruction: leading bits, and what lies there in other profiles. */
const unallocated: readonly (readonly [RegExp, string])[] = [
  [/^10110110(000|001|010|1..)/, "SETEND is of the A and R profiles; the rest is free"],
  [/^10110111|^10111000/, "free"],
  [/^1011101010/, "HLT is of the A and R profiles"],
];

test("all 65,536 halfwords decode to one row, start a 32-bit instruction, or are UNDEFINED for a stated reason", () => {
  const t16 = rows.filter(({ encoding }) => encoding.profile === "t16");
  const wrong: string[] = [];
  for (let word = 0; word < 0x1_0000; word++) {
    const decoded = decode(word, 0, outsideIt);
    const text = word.toString(2).padStart(16, "0");
    const free = unallocated.some(([bits]) => bits.test(text));
    if (decoded.sizeBytes === 4) {
      if (!/^111(01|10|11)/.test(text)) wrong.push(`${word.toString(16)} is taken as 32 bits`);
      continue;
    }
    const winners = t16.filter(
      ({ encoding, pattern }) =>
        matches(pattern, word) &&
        !encoding.after.some((name) => t16.some((row) => row.encoding.name === name && matches(row.pattern, word))),
    );
    if (winners.length !== (free ? 0 : 1))
      wrong.push(`${word.toString(16)}: ${winners.map((row) => row.encoding.name)}`);
    if (winners[0] !== undefined && rowOf(word, 2) !== winners[0])
      wrong.push(`${word.toString(16)}: the decoder differs`);
    if (winners[0] === undefined && !("undefined" in decoded)) wrong.push(`${word.toString(16)} decodes`);
  }
  assert.equal(wrong, []);
});

test("every row is reachable: a random word of it decodes to it", () => {
  const random = seeded(1);
  const unreachable = rows
    .filter(
      (row) => randomInstruction(row, random, outsideIt) === null && randomInstruction(row, random, inBlock) === null,
    )
    .map((row) => row.encoding.name);
  assert.equal(unreachable, []);
});

test("decoded arguments fit their kind: registers up to 15, small values a byte, statics their range", () => {
  const random = seeded(2);
  const wrong: string[] = [];
  for (const row of rows) {
    for (let round = 0; round < 50; round++) {
      const instruction = randomInstruction(row, random, round % 4 === 0 ? inBlock : outsideIt);
      if (instruction === null) continue;
      const { operation, args, statics, encoding } = instruction;
      for (const [name, kind] of Object.entries(operation.args)) {
        const value = args[name] ?? -1;
        const limit = { reg: 15, single: 31, small: 255, imm: 0xffff_ffff }[kind];
        if (value < 0 || value > limit) wrong.push(`${encoding.name} ${name} = ${value}`);
      }
      for (const [name, count] of Object.entries(operation.statics)) {
        const value = statics[name] ?? -1;
        if (value < 0 || value >= count) wrong.push(`${encoding.name} ${name} = ${value}`);
      }
    }
  }
  assert.equal(wrong, []);
});

test("arguments of every operation fit the decoded record: at most four registers, one immediate", () => {
  for (const { name, args } of operations) {
    const count = (kind: string): number => Object.values(args).filter((one) => one === kind).length;
    assert.ok(count("imm") <= 1, `${name} has ${count("imm")} immediates`);
    assert.ok(count("reg") + count("single") + count("small") <= 4, `${name} has too many small arguments`);
  }
});

test("an operation has one variant per combination of its statics", () => {
  for (const operation of operations) {
    const expected = Object.values(operation.statics).reduce((product, count) => product * count, 1);
    const keys = variantsOf(operation).map(({ statics }) => JSON.stringify(statics));
    assert.is(new Set(keys).size, expected, operation.name);
  }
});

test("every gap has a name of its own and an operation of class gap", () => {
  assert.equal(repeated(gaps), []);
  const named = operations.filter((operation) => operation.class === "gap").map(({ name }) => name);
  assert.equal([...named].sort(), [...gaps].sort());
});

test("UNPREDICTABLE words are UNDEFINED with the row's name as reason; broken should-be bits are ignored", () => {
  const reason = (first: number, second: number, itstate = 0): string => {
    const decoded = decode(first, second, { pc: 0, itstate });
    return "undefined" in decoded ? decoded.undefined : decoded.encoding.name;
  };
  assert.is(reason(0x4770, 0), "BX_T1");
  assert.is(reason(0x4773, 0), "BX_T1", "bits 1:0 should be zero");
  assert.is(reason(0x4770, 0, 0x04), "BX_T1: UNPREDICTABLE", "not last in its IT block");
  assert.is(reason(0xf8d0, 0x0000), "LDR_imm_T3");
  assert.is(reason(0xf850, 0x0b04), "LDR_imm_T4_post: UNPREDICTABLE", "writeback to the loaded register");
  assert.is(reason(0xf8cf, 0x0000), "STR_imm_T3: UNDEFINED", "a store relative to PC");
  assert.is(reason(0xffff, 0xffff), "no encoding");
});

test("ITSTATE advances instruction by instruction and ends with the block", () => {
  const states: number[] = [];
  const it = decode(0xbf0c, 0, outsideIt);
  for (let itstate = itstateAfter(it, 0); itstate !== 0; ) {
    states.push(itstate);
    itstate = itstateAfter(decode(0x2001, 0, { pc: 0, itstate }), itstate);
  }
  assert.equal(states, [0x0c, 0x18], "EQ, then NE");
});

test.run();
