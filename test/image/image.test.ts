/** Which reader a file gets, and what its codes promise. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { imageCodes } from "../../src/image/codes.ts";
import { type ImageOptions, readImage } from "../../src/image/image.ts";

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function refusalCode(bytes: Uint8Array, options: ImageOptions = {}): string {
  try {
    readImage(bytes, "vm0", options);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map((d) => `${d.code} ${d.message}`).join();
    throw error;
  }
  return "accepted";
}

const hexFile = text(":0400000001020304F2\n:00000001FF\n");
const vectorTable = new Uint8Array(64);
new DataView(vectorTable.buffer).setUint32(0, 0x2000_8000, true);
new DataView(vectorTable.buffer).setUint32(4, 0x1_0041, true);

test("raw bytes go where the address says", () => {
  const image = readImage(Uint8Array.of(1, 2, 3), "vm0.bin", { address: 0x10000 });
  assert.is(image.format, "raw");
  assert.equal(
    image.segments.map((s) => [s.address, [...s.bytes]]),
    [[0x10000, [1, 2, 3]]],
  );
  assert.is(image.entry, null);
});

test("raw bytes without an address are refused, and a vector table is recognised", () => {
  assert.match(refusalCode(vectorTable), /^IMG14 .*raw Cortex-M binary/);
  assert.match(refusalCode(Uint8Array.of(0, 0xff, 3)), /^IMG14 .*raw binary data/);
});

test("a text file is not taken for raw bytes", () => {
  assert.match(refusalCode(text("VM_IMAGE(vm0, vm0.bin)\n")), /^IMG01 .*text file/);
});

test("raw bytes that do not fit below 4 GiB are refused", () => {
  assert.match(refusalCode(vectorTable, { address: 0xffff_fff0 }), /^IMG08 /);
});

test("an empty raw file is refused", () => {
  assert.match(refusalCode(new Uint8Array(0), { address: 0 }), /^IMG07 /);
});

test("a HEX file is recognised, and cannot be moved", () => {
  assert.is(readImage(hexFile, "vm0.txt").format, "hex");
  assert.match(refusalCode(hexFile, { address: 0 }), /^IMG15 .*Intel HEX file has its own addresses/);
});

test("a HEX file is raw bytes where that is asked for", () => {
  const image = readImage(hexFile, "vm0.hex", { address: 0, format: "raw" });
  assert.is(image.segments[0]?.bytes.length, hexFile.length);
});

test("every code is told once, in order, with a failing and a fixed example", () => {
  imageCodes.forEach((row, i) => {
    assert.is(row.code, `IMG${String(i + 1).padStart(2, "0")}`);
    assert.ok(row.title && row.explanation.length > 40 && row.failing && row.fixed && row.failing !== row.fixed);
  });
});

test.run();
