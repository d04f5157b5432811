import { test } from "uvu";
import * as assert from "uvu/assert";
import { evaluateAgent, type Target } from "../../src/debug/agent-expression.ts";

const target: Target = {
  register: (number) => (number < 16 ? 0x100 + number : null),
  memory: (address, sizeBytes) =>
    address >= 0x1000 ? null : Uint8Array.from({ length: sizeBytes }, (_, index) => (address + index) & 0xff),
};
const evaluate = (hex: string): bigint | null => evaluateAgent(Buffer.from(hex.replaceAll(" ", ""), "hex"), target);

// Code as `maint agent-eval` of GDB prints it; the last three are that of `fibonacci`, `i < 3 && i`, `!(r0 - 256)`.
const values: readonly (readonly [code: string, value: bigint])[] = [
  ["22 05 22 03 03 27", 2n],
  ["22 03 22 05 03 27", 0xffff_ffff_ffff_fffen],
  ["22 fe 16 08 22 02 05 27", 0xffff_ffff_ffff_ffffn],
  ["22 07 22 02 06 27", 3n],
  ["22 fe 16 08 22 01 14 27", 1n],
  ["22 fe 16 08 22 01 15 27", 0n],
  ["23 0123 27", 0x123n],
  ["24 01234567 2a 10 27", 0x4567n],
  ["25 8000000000000000 22 3f 0a 27", 0xffff_ffff_ffff_ffffn],
  ["26 0002 27", 0x102n],
  ["22 10 19 27", 0x13121110n],
  ["22 20 18 27", 0x2120n],
  ["22 01 22 02 22 03 33 27", 2n],
  ["22 01 22 02 2b 27", 1n],
  ["22 09 22 01 32 01 27", 9n],
  ["22 01 20 0008 22 07 27 22 00 27", 0n],
  ["22 01 22 ff 09 27", 0n],
  ["26 0000 23 0100 03 0e 27", 1n],
];

test("expressions have the values that the manual's table of opcodes gives them", () => {
  for (const [code, value] of values) assert.is(evaluate(code), value, code);
});

test("what cannot be computed has no value: no stack, no memory, no register, no end, a division by zero", () => {
  const wrong = [
    "02 27",
    "24 00001000 19 27",
    "26 0010 27",
    "22 01",
    "21 0000",
    "22 01 22 00 05 27",
    "ff 27",
    "25 00",
    "",
  ];
  for (const code of wrong) assert.is(evaluate(code), null, code);
});

test.run();
