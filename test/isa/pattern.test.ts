import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Field } from "../../src/isa/pattern.ts";
import { extractField, insertField, matches, overlap, parsePattern } from "../../src/isa/pattern.ts";

const field = (text: string, name: string): Field => {
  const found = parsePattern(text).fields.get(name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

test("a pattern yields mask, value and should-be bits, most significant bit first", () => {
  const { width, mask, value, shouldMask, shouldValue } = parsePattern("010001 11 0 mmmm 1 (0)(1)");
  assert.equal([width, mask, value, shouldMask, shouldValue], [16, 0xff84, 0x4704, 3, 1]);
});

test("the bit 31 of a 32-bit pattern does not make mask or value negative", () => {
  const { mask, value } = parsePattern("1110 1001 0111 1111 | 1110 1001 0111 1111");
  assert.equal([mask, value], [0xffff_ffff, 0xe97f_e97f]);
});

test("parts of a split field are concatenated in the order in which they appear", () => {
  const imm12 = field("11110 i 0 1000 s nnnn | 0 iii dddd iiiiiiii", "i");
  assert.is(imm12.width, 12);
  assert.is(extractField(imm12, 0xf400_0000), 0x800);
  assert.is(extractField(imm12, 0x0000_70ab), 0x7ab);
});

test("inserting a value and extracting it again yields it, and leaves all other bits alone", () => {
  const rd = field("010001 00 d mmmm ddd", "d");
  for (let value = 0; value < 16; value++) {
    const word = insertField(rd, 0x4478, value);
    assert.is(extractField(rd, word), value);
    assert.is(word & 0xff78, 0x4478);
  }
});

test("words match by their fixed bits alone", () => {
  const bx = parsePattern("010001 11 0 mmmm 0 (0)(0)");
  assert.ok(matches(bx, 0x4770));
  assert.ok(matches(bx, 0x4773), "should-be bits do not decide");
  assert.not(matches(bx, 0x4774));
});

test("two patterns overlap when some word matches both", () => {
  const any = parsePattern("1011 1111 hhhh 0000");
  assert.ok(overlap(any, parsePattern("1011 1111 cccc mmmm")));
  assert.not(overlap(any, parsePattern("1011 1110 iiii iiii")));
});

test("a pattern of another width than 16 or 32 bits, or with other characters, is refused", () => {
  assert.throws(() => parsePattern("0000"), /4 bits/);
  assert.throws(() => parsePattern("0000 0000 0000 000?"), /unexpected/);
});

test.run();
