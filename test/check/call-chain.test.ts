import { test } from "uvu";
import * as assert from "uvu/assert";
import { itstateOf } from "../../src/check/call-chain.ts";
import { disassembleWord } from "../../src/isa/disassemble.ts";

test("a fault within an IT block is disassembled with its condition, from the stacked xPSR", () => {
  // EPSR: IT[7:2] at 15:10, IT[1:0] at 26:25. ITSTATE 0x18 is `it ne`, at its last instruction.
  const xpsr = (0x18 >>> 2) << 10;
  assert.is(itstateOf(xpsr | 0x01000000), 0x18);
  assert.is(itstateOf(3 << 25), 3);
  assert.is(disassembleWord(0x6800, 0, { pc: 0x100, itstate: itstateOf(xpsr) }).text, "ldrne r0, [r0]");
});

test.run();
