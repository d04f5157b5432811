import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, nextUint32, seeded } from "../../src/base/prng.ts";
import { createCore } from "../../src/core/core.ts";
import { decode, rows } from "../../src/isa/decode.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";
import { slotsOf, special } from "../../src/isa/record.ts";
import { operations } from "../../src/isa/set.ts";
import { numberOperations } from "../../src/isa/variants.ts";

const core = createCore(65536, { mmioRead: () => 0, mmioWrite: () => {}, note: () => {} });
const numbered = numberOperations(operations);

/** Dispatch number and record bytes, as text, that the reference decoder asks for; null for an UNDEFINED word. */
function reference(first: number, second: number, pc: number, itstate: number): string | null {
  const decoded = decode(first, second, { pc, itstate, lacks: core.board.hasDsp ? [] : ["dsp"] });
  if ("undefined" in decoded) return null;
  const known = numbered.get(decoded.operation);
  const variant = known?.variants.find((one) => JSON.stringify(one.statics) === JSON.stringify(decoded.statics));
  const record = new DataView(new ArrayBuffer(16));
  for (const [name, slot] of slotsOf(decoded.operation)) {
    const value = decoded.args[name] ?? 0;
    if (slot.kind === "imm") record.setUint32(slot.offset, value, true);
    else record.setUint8(slot.offset, slot.kind === "small" ? value : value << 2);
  }
  return `${decoded.encoding.name} ${variant?.number} ${Buffer.from(record.buffer).toString("hex")}`;
}

function printed(first: number, second: number, pc: number, itstate: number, name: string): string | null {
  const number = core.calls.decodeWord(first, second, pc, itstate) & 0xffff;
  if (number === special.undefined || number === special.refused) return null;
  const words = Uint32Array.from(Array.from({ length: 4 }, (_, index) => core.scratch.stepBlock[index] ?? 0));
  return `${name} ${number} ${Buffer.from(words.buffer).toString("hex")}`;
}

function compare(first: number, second: number, pc: number, itstate: number): void {
  const want = reference(first, second, pc, itstate);
  const got = printed(first, second, pc, itstate, want?.split(" ")[0] ?? "");
  if (want === got) return;
  const word = `${first.toString(16)} ${second.toString(16)} at ${pc.toString(16)}, ITSTATE ${itstate.toString(16)}`;
  assert.unreachable(`${word}\n  rows    ${want}\n  printed ${got}`);
}

test("the printed decoder fills the record that the rows ask for: every T16 word, inside and outside IT blocks", () => {
  for (let word = 0; word < 0xe800; word++) {
    for (const itstate of [0, 0x08, 0x14]) compare(word, 0, 0x1000_0002, itstate);
  }
});

for (const hasDsp of [true, false]) {
  const which = hasDsp ? "with" : "without";
  test(`the printed decoder and the rows agree on random T32 words, UNDEFINED ones included, ${which} DSP`, () => {
    const seed = Number(process.env.SEED ?? 7);
    const random = seeded(seed);
    core.board.hasDsp = Number(hasDsp);
    for (let round = 0; round < 60_000; round++) {
      const first = 0xe800 + nextBelow(random, 0x1800);
      compare(first, nextUint32(random) >>> 16, (nextUint32(random) & ~1) >>> 0, nextBelow(random, 4) === 0 ? 0x18 : 0);
    }
  });
}

test("a processor without the DSP extension finds all its words UNDEFINED, and no other", () => {
  const random = seeded(8);
  for (const row of rows) {
    const word = randomInstruction(row, random, { pc: 0x1000, itstate: 0 })?.word;
    if (word === undefined || row.encoding.profile === "t16") continue;
    const [first, second] = [word >>> 16, word & 0xffff];
    const numbers = [0, 1].map((hasDsp) => {
      core.board.hasDsp = hasDsp;
      return core.calls.decodeWord(first, second, 0x1000, 0) & 0xffff;
    });
    const { name, operation } = row.encoding;
    assert.is.not(numbers[1], special.undefined, `${name}, with the extension`);
    if (operation.class === "dsp") assert.is(numbers[0], special.undefined, `${name}, without it`);
    else assert.is(numbers[0], numbers[1], `${name}, which needs no extension`);
  }
});

test.run();
