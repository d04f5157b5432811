import { test } from "uvu";
import * as assert from "uvu/assert";
import { crcOf } from "../../src/debug/memory.ts";
import { bytesOf, bytesOfHex, createDeframer, frame, hexOf, hexOfWord } from "../../src/debug/packet.ts";
import { parseStop } from "../../src/debug/stops.ts";

const all = String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index));

test("frames carry the checksum that the protocol asks for", () => {
  // The sum of 'O' and 'K' is 0x9a.
  assert.equal(frame("OK"), bytesOf("$OK#9a"));
  assert.equal(frame(""), bytesOf("$#00"));
});

test("every byte survives a frame, however it is cut", () => {
  const bytes = frame(all);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const deframer = createDeframer();
    const tokens = [];
    for (let from = 0; from < bytes.length; from += size)
      tokens.push(...deframer.push(bytes.subarray(from, from + size)));
    assert.equal(tokens, [{ kind: "packet", payload: all }], `pieces of ${size}`);
  }
});

test("acknowledgements and interrupts between frames are told apart from frames", () => {
  const tokens = createDeframer().push(bytesOf("+-\x03$?#3f+"));
  assert.equal(
    tokens.map(({ kind }) => kind),
    ["ack", "nack", "interrupt", "packet", "ack"],
  );
});

test("a flipped bit, a checksum of no digits and a frame without end are damaged, and the next frame is whole", () => {
  const deframer = createDeframer(64);
  const whole = { kind: "packet", payload: "?" };
  assert.equal(deframer.push(bytesOf("$>#3f$?#3f")), [{ kind: "damaged" }, whole]);
  assert.equal(deframer.push(bytesOf("$?#zz$?#3f")), [{ kind: "damaged" }, whole]);
  assert.equal(deframer.push(bytesOf(`$${"m".repeat(1000)}#00$?#3f`)), [{ kind: "damaged" }, whole]);
  assert.equal(deframer.push(bytesOf("$m123$?#3f")), [whole]);
});

test("hex goes both ways, and what is no hex is null", () => {
  assert.is(hexOf(Uint8Array.of(0, 10, 255)), "000aff");
  assert.equal(bytesOfHex("000aFF"), Uint8Array.of(0, 10, 255));
  assert.is(bytesOfHex("0"), null);
  assert.is(bytesOfHex("0g"), null);
  assert.is(hexOfWord(0x12345678 | 0x80000000), "78563492");
});

test("the checksum of memory is the one of CRC-32/MPEG-2", () => {
  // The check value of that name's catalogue entry.
  assert.is(crcOf(bytesOf("123456789")), 0x0376e6e7);
});

test("stops are read from Z packets with the process and the conditions they are for, and others are not", () => {
  const place = { address: 0x40800, process: 1 };
  assert.equal(parseStop("0,40801,2", 1), { type: 0, at: { kind: "software", ...place, conditions: [] } });
  const conditions = [Uint8Array.of(0x22, 1, 0x27), Uint8Array.of(0x27)];
  assert.equal(parseStop("1,40800,2;X3,220127X1,27", 1), { type: 1, at: { kind: "hardware", ...place, conditions } });
  const range = { kind: "write", address: 0x20020000, sizeBytes: 4 };
  assert.equal(parseStop("2,20020000,4", 1), { type: 2, range });
  for (const wrong of ["5,40800,2", "0,zz,2", "0,40800", "0,40800,2;X9,22", "0,fffffffff,2"])
    assert.is(parseStop(wrong, null), null, wrong);
});

test.run();
