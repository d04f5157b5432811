/** Operations on typed values, which compilers use for what is narrower than a register (DWARF 5 section 2.5.1.6). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { evaluate, type IntegerType } from "../../src/image/dwarf/expression.ts";

/** By the offset that stands for the type in the expressions below. */
const types = new Map<number, IntegerType>([
  [0x11, { sizeBytes: 1, signed: false }],
  [0x12, { sizeBytes: 1, signed: true }],
  [0x22, { sizeBytes: 2, signed: true }],
  [0x41, { sizeBytes: 4, signed: false }],
  [0x81, { sizeBytes: 8, signed: false }],
]);

const inputs = {
  register: (number: number) => (number === 4 ? 0x8765_fedc : null),
  readWord: (address: number) => (address === 0x100 ? 0x1234_80ff : null),
  integerType: (offset: number) => types.get(offset) ?? null,
};

const value = (text: string): number | null => evaluate(Buffer.from(text.replaceAll(" ", ""), "hex"), [], inputs);

const rows: readonly (readonly [string, string, number | null])[] = [
  ["an unsigned byte loses the upper bits", "74 00 a8 11", 0xdc],
  ["a signed byte is extended", "74 00 a8 12", 0xffff_ffdc],
  ["a signed byte of a signed halfword", "74 00 a8 22 a8 12", 0xffff_ffdc],
  ["back to the generic type", "74 00 a8 11 a8 00 74 00 22", (0x8765_fedc + 0xdc) >>> 0],
  ["types that differ do not go together", "74 00 a8 11 31 22", null],
  ["a sum of bytes is a byte", "08 ff a8 11 08 02 a8 11 22", 1],
  ["unsigned words are compared as such", "74 00 a8 41 31 a8 41 2b", 1],
  ["addresses are compared with signs", "74 00 31 2b", 0],
  ["unsigned words are divided as such", "74 00 a8 41 32 a8 41 1b", 0x43b2_ff6e],
  ["addresses are divided with signs", "09 fa 32 1b", 0xffff_fffd],
  ["a logical shift of a signed byte stays in it", "09 f0 a8 12 34 a8 12 25", 0x0f],
  ["an arithmetic shift keeps the sign", "09 f0 a8 12 32 a8 12 26", 0xffff_fffc],
  ["a remainder has the sign of what is divided", "09 f9 a8 22 33 a8 22 1d", 0xffff_ffff],
  ["the absolute value of a signed byte", "09 f9 a8 12 19", 7],
  ["a register with a type", "a5 04 12", 0xffff_ffdc],
  ["memory with a type", "0a 00 01 a6 02 22", 0xffff_80ff],
  ["a constant with a type", "a4 22 02 fe ff", 0xffff_fffe],
  ["a constant of another size than its type's is damage", "a4 22 01 fe", null],
  ["what is wider than a register is not known", "74 00 a8 81", null],
  ["what is no integer is not known", "74 00 a8 33", null],
  ["the codes from before DWARF 5", "74 00 f7 12 f5 04 12 22", 0xffff_ffb8],
  ["a 64-bit -3, as an unsigned number", "10 fd ff ff ff ff ff ff ff ff 01", 0xffff_fffd],
  ["the least 64-bit number plus 5", "11 85 80 80 80 80 80 80 80 80 7f", 5],
  ["a short negative number", "11 a8 7b", 0xffff_fda8],
];

for (const [title, expression, expected] of rows)
  test(`${title}: ${expression}`, () => {
    assert.is(value(expression), expected);
  });

test.run();
