/**
 * Small engines: CRC against published check values, flash controller, mailbox, RNG (fact sheet lpc55s69 sections 9
 * and 11).
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { crcKind } from "../../src/device/crc.ts";
import { flashKind } from "../../src/device/flash.ts";
import { mailboxKind } from "../../src/device/mailbox.ts";
import { rngKind } from "../../src/device/rng.ts";
import { deviceBench } from "../support/device-bench.ts";

/** Check values over "123456789", as catalogues of CRC algorithms print them. */
const catalogue = [
  { name: "CRC-16/CCITT-FALSE", mode: 0x00, seed: 0xffff, check: 0x29b1 },
  { name: "CRC-16/XMODEM", mode: 0x00, seed: 0x0000, check: 0x31c3 },
  { name: "CRC-16/ARC", mode: 0x15, seed: 0x0000, check: 0xbb3d },
  { name: "CRC-32", mode: 0x36, seed: 0xffffffff, check: 0xcbf43926 },
  { name: "CRC-32/BZIP2", mode: 0x22, seed: 0xffffffff, check: 0xfc891918 },
];

test("CRC gives the catalogue's check values, by bytes and by words", () => {
  const data = [..."123456789"].map((char) => char.charCodeAt(0));
  for (const { name, mode, seed, check } of catalogue) {
    const bytes = deviceBench(crcKind);
    bytes.write(0, mode);
    bytes.write(4, seed);
    for (const byte of data) bytes.write(8, byte, 1);
    assert.is(bytes.read(8), check, name);
    const words = deviceBench(crcKind);
    words.write(0, mode);
    words.write(4, seed);
    words.write(8, 0x34333231);
    words.write(8, 0x3635, 2);
    words.write(8, 0x3837, 2);
    words.write(8, 0x39, 1);
    assert.is(words.read(8), check, `${name} in words`);
  }
});

test("setting the flash read mode is done at once; other commands fail and are told", () => {
  const bench = deviceBench(flashKind);
  bench.write(0x80, 8);
  bench.write(0, 2);
  assert.is(bench.read(0xfe0), 4);
  bench.write(0xfe8, 0x1f);
  assert.is(bench.read(0xfe0), 0);
  bench.write(0, 4);
  assert.is(bench.read(0xfe0), 5);
  assert.equal(bench.gaps, ["FLASH.CMD command 4"]);
  bench.write(0xfdc, 4);
  assert.is(bench.line("interrupt"), 1);
});

test("the mailbox mutex is taken by reading it and given back by writing", () => {
  const bench = deviceBench(mailboxKind);
  assert.equal([bench.read(0xf8), bench.read(0xf8), bench.peek(0xf8)], [1, 0, 0]);
  bench.write(0xf8, 1);
  assert.is(bench.read(0xf8), 1);
});

test("a mailbox request raises the line until it is cleared", () => {
  const bench = deviceBench(mailboxKind);
  bench.write(0x4, 0x80000000);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0x8, 0x80000000);
  assert.is(bench.line("interrupt"), 0);
});

test("the RNG draws a new word with each read and none with a peek", () => {
  const bench = deviceBench(rngKind);
  const first = bench.read(0);
  assert.is(bench.peek(0), first);
  assert.is(bench.peek(0), first);
  assert.is.not(bench.read(0), first);
});

test.run();
