/** The register-map language: masks, lanes, access kinds, hooks, gaps. */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Width } from "../../src/device/device.ts";
import { deviceKind } from "../../src/device/kind.ts";
import { plainKind, windowKind } from "../../src/device/plain.ts";
import { registerMap } from "../../src/device/registers.ts";
import { block } from "../../src/state/layout.ts";
import { deviceBench } from "../support/device-bench.ts";

const registers = registerMap([
  { offset: 0x00, name: "CTRL", reset: 0x12345678, mask: 0x00ffff0f },
  { offset: 0x04, name: "CTRLSET", access: "SET", of: "CTRL" },
  { offset: 0x08, name: "CTRLCLR", access: "CLR", of: "CTRL" },
  { offset: 0x0c, name: "CTRLTOG", access: "TOG", of: "CTRL" },
  { offset: 0x10, name: "ID", access: "RO", reset: 0xcafe0001 },
  { offset: 0x14, name: "FLAGS", access: "W1C", reset: 0xff, mask: 0x0f },
  { offset: 0x18, name: "MARKS", access: "W1S", mask: 0xff },
  { offset: 0x1c, name: "KEY", access: "WO" },
  { offset: 0x20, name: "POP", access: "LIVE" },
  { offset: 0x40, name: "SLOT", count: 3, stride: 8, reset: [1, 2, 3], mask: [0xf, 0xff, 0xfff] },
  { offset: 0x44, name: "SLOTSET", count: 3, stride: 8, access: "SET", of: "SLOT", reads: 0 },
]);

const kind = deviceKind({
  name: "sample",
  registers,
  state: block("sample", registers.fields),
  hooks: {
    KEY: { write: (io, value, _, lanes) => io.gap(`key ${value.toString(16)} lanes ${lanes.toString(16)}`) },
    POP: { get: ({ state }) => state.MARKS, read: ({ state }) => state.MARKS-- },
    SLOT: { wrote: (io, index, before) => io.gap(`slot ${index} was ${before}`) },
  },
});

test("a written word changes the bits of the mask and no others", () => {
  const bench = deviceBench(kind);
  bench.write(0, 0xffffffff);
  assert.is(bench.read(0), 0x12ffff7f);
  bench.write(0, 0);
  assert.is(bench.read(0), 0x12000070);
});

test("any sequence of byte, halfword and word writes equals the same writes into masked memory", () => {
  const access = fc.constantFrom<Width>(1, 2, 4).chain((width) =>
    fc.record({
      width: fc.constant(width),
      offset: fc.integer({ min: 0, max: 4 / width - 1 }).map((index) => index * width),
      value: fc.integer({ min: 0, max: 2 ** (8 * width) - 1 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(access), (writes) => {
      const bench = deviceBench(kind);
      const memory = new DataView(new ArrayBuffer(4));
      memory.setUint32(0, 0x12345678, true);
      for (const { width, offset, value } of writes) {
        bench.write(offset, value, width);
        for (let byte = 0; byte < width; byte++) {
          const mask = [0x0f, 0xff, 0xff, 0x00][offset + byte] ?? 0;
          const before = memory.getUint8(offset + byte);
          memory.setUint8(offset + byte, (before & ~mask) | (Math.floor(value / 2 ** (8 * byte)) & mask));
        }
      }
      assert.is(bench.read(0), memory.getUint32(0, true));
      for (const offset of [0, 1, 2, 3]) assert.is(bench.read(offset, 1), memory.getUint8(offset));
      for (const offset of [0, 2]) assert.is(bench.read(offset, 2), memory.getUint16(offset, true));
    }),
  );
});

test("SET, CLR and TOG act on their register within its mask; SET reads it back, the others read 0", () => {
  const bench = deviceBench(kind);
  bench.write(0, 0);
  bench.write(0x4, 0xff0000ff);
  assert.is(bench.read(0), 0x1200007f);
  assert.is(bench.read(0x4), 0x1200007f);
  bench.write(0x8, 0x3);
  assert.is(bench.read(0), 0x1200007c);
  bench.write(0xc, 0x6);
  assert.is(bench.read(0), 0x1200007a);
  assert.equal([bench.read(0x8), bench.read(0xc)], [0, 0]);
  bench.write(0x8, 0xffffffff);
  assert.is(bench.read(0), 0x12000070);
});

test("read-only words stay, ones clear flags within the mask, ones set marks", () => {
  const bench = deviceBench(kind);
  bench.write(0x10, 0);
  assert.is(bench.read(0x10), 0xcafe0001);
  bench.write(0x14, 0xf5);
  assert.is(bench.read(0x14), 0xfa);
  bench.write(0x18, 0x101);
  bench.write(0x18, 0x10);
  assert.is(bench.read(0x18), 0x11);
});

test("a hook sees the written lanes only, and which they were", () => {
  const bench = deviceBench(kind);
  bench.write(0x1d, 0xab, 1);
  assert.equal(bench.gaps, ["key ab00 lanes ff00"]);
  assert.is(bench.read(0x1c), 0);
});

test("a read hook has its effect on reads and not on peeks", () => {
  const bench = deviceBench(kind);
  bench.write(0x18, 5);
  assert.equal([bench.peek(0x20), bench.peek(0x20), bench.read(0x20), bench.peek(0x20)], [5, 5, 5, 4]);
});

test("elements of an array have their own place, reset and mask, and hooks are told which", () => {
  const bench = deviceBench(kind);
  assert.equal([bench.read(0x40), bench.read(0x48), bench.read(0x50)], [1, 2, 3]);
  bench.write(0x48, 0xfff);
  bench.write(0x54, 0xff0);
  assert.equal([bench.read(0x40), bench.read(0x48), bench.read(0x50)], [1, 0xff, 0xff3]);
  assert.equal(bench.gaps, ["slot 1 was 2", "slot 2 was 3"]);
  assert.is(bench.read(0x54), 0);
});

test("an offset without a register reads 0 and is a gap", () => {
  const bench = deviceBench(kind);
  bench.write(0x24, 1);
  assert.is(bench.read(0x24), 0);
  assert.equal(bench.gaps, ["SAMPLE+0x024 write", "SAMPLE+0x024 read"]);
});

test("registers of a plain kind behave by their rows, and every access is a gap by name", () => {
  const bench = deviceBench(plainKind("thing", [{ offset: 8, name: "A", reset: 3, mask: 0xf }]));
  bench.write(8, 0xff);
  assert.is(bench.read(8), 0xf);
  assert.is(bench.peek(8), 0xf);
  assert.equal(bench.gaps, ["THING.A write", "THING.A read"]);
});

test("a window stores what is written, by bytes too, and forgets it on reset", () => {
  const bench = deviceBench(windowKind("thing", 0x40));
  bench.write(0x10, 0x11223344);
  bench.write(0x12, 0xaa, 1);
  assert.is(bench.read(0x10), 0x11aa3344 | 0);
  assert.is(bench.read(0x12, 2), 0x11aa);
  bench.device.reset();
  assert.is(bench.peek(0x10), 0);
});

test("two registers on one word, or a SET of nothing, are refused", () => {
  assert.throws(() =>
    registerMap([
      { offset: 0, name: "A" },
      { offset: 0, name: "B" },
    ]),
  );
  assert.throws(() => registerMap([{ offset: 0, name: "A", access: "SET", of: "B" }]));
});

test.run();
