import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { assemble } from "../../src/isa/assemble.ts";
import type { Instruction, Place } from "../../src/isa/decode.ts";
import { decode, rows } from "../../src/isa/decode.ts";
import { disassemble, disassembleWord } from "../../src/isa/disassemble.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";

/** What goes wrong on the way to text and back, or null. Should-be bits of the word are ignored. */
function roundTrip(instruction: Instruction, place: Place): string | null {
  const text = disassemble(instruction, place);
  const back = assemble(text, place);
  const was = `${instruction.encoding.name} ${instruction.word.toString(16)} "${text}"`;
  if (back === null) return `${was}: cannot be assembled`;
  const row = rows.find(({ encoding }) => encoding === instruction.encoding);
  const ignored = row?.pattern.shouldMask ?? 0;
  const same = ((back.word ^ instruction.word) & ~ignored) === 0 && back.sizeBytes === instruction.sizeBytes;
  return same ? null : `${was}: comes back as ${back.encoding.name} ${back.word.toString(16)}`;
}

const places: readonly Place[] = [
  { pc: 0x1_0002, itstate: 0 },
  { pc: 0x1_0000, itstate: 0x08 },
  { pc: 0x1_0000, itstate: 0xb4 },
];

for (const place of places) {
  const where = place.itstate === 0 ? "outside IT blocks" : `with ITSTATE 0x${place.itstate.toString(16)}`;
  test(`every 16-bit instruction comes back from its text as the same word, ${where}`, () => {
    const failures: string[] = [];
    for (let word = 0; word < 0xe800; word++) {
      const decoded = decode(word, 0, place);
      const failure = "undefined" in decoded ? null : roundTrip(decoded, place);
      if (failure !== null) failures.push(failure);
    }
    assert.equal(failures.slice(0, 20), [], `${failures.length} differ`);
  });
}

test("random 32-bit words of every row come back from their text as the same word", () => {
  const seed = 30;
  const random = seeded(seed);
  const failures: string[] = [];
  for (const row of rows.filter(({ encoding }) => encoding.profile === "t32")) {
    for (let round = 0; round < 1500; round++) {
      const place = places[nextBelow(random, places.length)] ?? { pc: 0, itstate: 0 };
      const instruction = randomInstruction(row, random, place);
      // Some rows are no instruction inside IT blocks.
      if (instruction === null) break;
      const failure = roundTrip(instruction, place);
      if (failure !== null) failures.push(failure);
    }
  }
  assert.equal(failures.slice(0, 20), [], `seed ${seed}: ${failures.length} differ`);
});

const at = (text: string, itstate = 0): string => {
  const assembled = assemble(text, { pc: 0x1000, itstate });
  return assembled === null ? "none" : assembled.word.toString(16).padStart(assembled.sizeBytes * 2, "0");
};

test("text as people write it is read: ranges in lists, other register names, hexadecimal, blanks", () => {
  assert.is(at("push {r4-r7, lr}"), "b5f0");
  assert.is(at("movs   r0,#0x2a"), "202a");
  assert.is(at("mov r12, r13"), "46ec");
  assert.is(at("mov ip, sp"), "46ec");
  assert.is(at("bl 0x1000"), "f7fffffe");
});

test("inside an IT block the condition is part of the mnemonic, and must be the block's", () => {
  assert.is(at("addeq r0, r1, r2", 0x08), "1888");
  assert.is(at("addne r0, r1, r2", 0x08), "none");
  assert.is(at("adds r0, r1, r2", 0x08), "none");
  assert.is(at("addeq.w r0, r1, #1", 0x08), "f1010001");
});

test("an IT instruction says for how many instructions the condition or its opposite holds", () => {
  assert.is(at("it eq"), "bf08");
  assert.is(at("ite eq"), "bf0c");
  assert.is(at("itttt ne"), "bf1f");
  assert.is(at("itete gt"), "bfcb");
  assert.is(at("itet le"), "bfd6");
});

test("a constant that no encoding holds cannot be assembled", () => {
  assert.is(at("mov.w r0, #257"), "none");
  assert.is(at("mov.w r0, #4080"), "f44f607f");
  assert.is(at("strb r0, [r1, #32]"), "none");
});

test("words that are no instruction are written as data", () => {
  assert.equal(disassembleWord(0xb700, 0, { pc: 0, itstate: 0 }), { text: ".inst.n 0xb700", sizeBytes: 2 });
  assert.equal(disassembleWord(0xe800, 0x1234, { pc: 0, itstate: 0 }), { text: ".inst.w 0xe8001234", sizeBytes: 4 });
});

test.run();
