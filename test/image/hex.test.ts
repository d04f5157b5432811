/** Intel HEX reading: addresses, faults with their place, and what any writer may produce. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnostic, InputError } from "../../src/base/diagnostic.ts";
import { type HexImage, readHex } from "../../src/image/hex.ts";

function record(type: number, address: number, data: readonly number[]): string {
  const bytes = [data.length, address >> 8, address & 255, type, ...data];
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return `:${[...bytes, -sum & 255].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

const endRecord = record(1, 0, []);

function read(...lines: string[]): HexImage {
  return readHex(new TextEncoder().encode(lines.join("\n")), "vm0.hex");
}

function refusal(...lines: string[]): Diagnostic {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof InputError && error.diagnostics[0]) return error.diagnostics[0];
    throw error;
  }
  throw new Error("the file was accepted");
}

function place(diagnostic: Diagnostic): string {
  const label = diagnostic.labels[0];
  return `${diagnostic.code} ${label?.line}:${label?.column}-${label?.endColumn}`;
}

function runsOf(image: HexImage): string[] {
  return image.runs.map((run) => `${run.address.toString(16)} ${[...run.bytes].join(",")}`);
}

test("records that touch become one run, whatever their order", () => {
  assert.equal(runsOf(read(record(0, 4, [5, 6]), record(0, 0, [1, 2, 3, 4]), record(0, 8, [9]), endRecord)), [
    "0 1,2,3,4,5,6",
    "8 9",
  ]);
});

test("an extended linear address gives the upper half of the addresses after it", () => {
  const lines = [record(4, 0, [0x10, 0x01]), record(0, 0xfffe, [1, 2, 3]), record(4, 0, [0, 0]), record(0, 0, [7])];
  assert.equal(runsOf(read(...lines, endRecord)), ["0 7", "1001fffe 1,2,3"]);
});

test("an extended segment address is times 16, and offsets wrap within 64 KiB", () => {
  const lines = [record(2, 0, [0x12, 0x34]), record(0, 0xffff, [1, 2])];
  assert.equal(runsOf(read(...lines, endRecord)), ["12340 2", "2233f 1"]);
});

test("both kinds of start address give the entry without its Thumb bit", () => {
  assert.is(read(record(0, 0, [1]), record(5, 0, [0x10, 0, 1, 1]), endRecord).entry, 0x1000_0100);
  assert.is(read(record(0, 0, [1]), record(3, 0, [0x10, 0, 0, 0x41]), endRecord).entry, 0x1_0040);
  assert.is(read(record(0, 0, [1]), endRecord).entry, null);
});

test("line ends of all kinds, blank lines, blanks around and capital letters do not matter", () => {
  const text = `${record(0, 0, [0xab]).toUpperCase()}\r\n\r\n  ${endRecord}  \r\n\n`;
  assert.equal(runsOf(readHex(new TextEncoder().encode(text), "vm0.hex")), ["0 171"]);
});

test("a wrong checksum is shown with the one that fits, at its two digits", () => {
  const diagnostic = refusal(record(0, 0, [1]), "  :0400000001020304FF", endRecord);
  assert.is(place(diagnostic), "IMG12 2:20-22");
  assert.match(diagnostic.message, /checksum is FF, the other bytes call for F2/);
});

const malformed: readonly [situation: string, line: string, place: string, words: RegExp][] = [
  ["a line without colon", "0400000001020304F2", "IMG11 2:1-2", /colon/],
  ["a letter that is no digit", ":04000000010G0304F2", "IMG11 2:13-14", /not a hexadecimal digit/],
  ["an odd number of digits", ":0400000001020304F", "IMG11 2:18-19", /half a byte/],
  ["too few data bytes", ":05000000010203F5", "IMG11 2:2-4", /says 5 data bytes, but has 3/],
  ["a record of two bytes", ":0000", "IMG11 2:1-6", /too short/],
  ["an unknown type", ":00000006FA", "IMG11 2:8-10", /record type 06/],
  ["an address record of one byte", record(4, 0, [1]), "IMG11 2:2-4", /has 2 data bytes, not 1/],
];
for (const [situation, line, where, words] of malformed) {
  test(`${situation} is refused at its place`, () => {
    const diagnostic = refusal(record(0, 0x100, [1]), line, endRecord);
    assert.is(place(diagnostic), where, diagnostic.message);
    assert.match(diagnostic.message, words);
  });
}

test("a file without end record is refused as cut short", () => {
  assert.is(refusal(record(0, 0, [1])).code, "IMG13");
});

test("a record after the end record is refused", () => {
  assert.is(place(refusal(record(0, 0, [1]), endRecord, record(0, 9, [1]))), "IMG11 3:1-14");
});

test("bytes given twice are refused at the later line, which names the earlier", () => {
  const diagnostic = refusal(record(0, 8, [1, 2]), record(0, 4, [1, 2]), record(0, 6, [1, 2, 3]), endRecord);
  assert.is(place(diagnostic), "IMG09 3:1-18");
  assert.match(diagnostic.message, /0x8 were given on line 1/);
});

test("data past 4 GiB is refused", () => {
  assert.is(refusal(record(4, 0, [0xff, 0xff]), record(0, 0xffff, [1, 2]), endRecord).code, "IMG08");
});

test("a file without data is refused", () => {
  assert.is(refusal(endRecord).code, "IMG07");
});

test("any set of disjoint runs written as HEX reads back the same", () => {
  const run = fc.record({
    gap: fc.integer({ min: 1, max: 0x2_0000 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 99 }),
  });
  const property = fc.property(fc.array(run, { minLength: 1, maxLength: 9 }), fc.integer(), (runs, seed) => {
    const lines: string[] = [];
    const expected: string[] = [];
    let address = 0;
    for (const { gap, bytes } of runs) {
      address += gap;
      expected.push(`${address.toString(16)} ${[...bytes].join(",")}`);
      for (let at = 0; at < bytes.length; at++) {
        lines.push(`${record(4, 0, [(address + at) >> 24, ((address + at) >> 16) & 255])}
${record(0, (address + at) & 0xffff, [bytes[at] as number])}`);
      }
      address += bytes.length;
    }
    lines.sort(
      (a, b) => ((a.length * 31 + a.charCodeAt(seed & 7)) % 17) - ((b.length * 31 + b.charCodeAt(seed & 7)) % 17),
    );
    assert.equal(runsOf(read(...lines, endRecord)), expected);
  });
  fc.assert(property, { numRuns: 50, verbose: true });
});

test.run();
