/** USART of a Flexcomm against fact sheet lpc55s69 section 6. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { flexcommKind } from "../../src/device/flexcomm.ts";
import { type DeviceBench, deviceBench } from "../support/device-bench.ts";

const [CFG, CTL, STAT, INTENSET, INTENCLR, BRG, INTSTAT, OSR] = [0x0, 0x4, 0x8, 0xc, 0x10, 0x20, 0x24, 0x28];
const [FIFOCFG, FIFOSTAT, FIFOTRIG, FIFOINTENSET, FIFOINTENCLR] = [0xe00, 0xe04, 0xe08, 0xe10, 0xe14];
const [FIFOINTSTAT, FIFOWR, FIFORD, FIFORDNOPOP, FIFOSIZE, PSELID] = [0xe18, 0xe20, 0xe30, 0xe40, 0xe48, 0xff8];

/** 12 MHz, 115200 asked for: the driver's search finds OSR 12, BRG 7. 8N1: ten bits of 13 * 8 clocks. */
const characterBeats = 10 * 13 * 8 * (beatsPerSecond / 12_000_000);

function usart(config = 0x5): DeviceBench {
  const bench = deviceBench(flexcommKind, { clocks: { function: 12_000_000 } });
  bench.write(PSELID, 1);
  bench.write(OSR, 12);
  bench.write(BRG, 7);
  bench.write(FIFOCFG, 0x3);
  bench.write(CFG, config);
  return bench;
}

const send = (bench: DeviceBench, text: string) => {
  for (const char of text) bench.write(FIFOWR, char.charCodeAt(0));
};

const arrive = (bench: DeviceBench, port: string, bytes: readonly number[]) =>
  bench.device.input?.(port, Uint8Array.from(bytes));

test("after reset the registers read as the sheet prints them", () => {
  const bench = deviceBench(flexcommKind);
  const expected: [number, number][] = [
    ...[[CFG, 0] as [number, number], [CTL, 0] as [number, number], [STAT, 0xa] as [number, number]],
    ...[[OSR, 0xf] as [number, number], [FIFOSTAT, 0x30] as [number, number], [FIFOSIZE, 8] as [number, number]],
    ...[[PSELID, 0x001010f0] as [number, number], [FIFOINTSTAT, 0] as [number, number]],
  ];
  for (const [offset, value] of expected) assert.is(bench.read(offset), value, `+0x${offset.toString(16)}`);
});

test("115200 from 12 MHz is 115384.6 baud: a character leaves after 86.67 us", () => {
  const bench = usart();
  send(bench, "A");
  bench.pass(characterBeats - 1);
  assert.is(bench.outputs.length, 0);
  bench.pass(1);
  assert.equal(bench.outputs, [{ port: "tx", byte: 65, beat: characterBeats }]);
  assert.is(characterBeats, 624_000);
});

test("characters follow each other without a gap even when the machine comes late to each", () => {
  const bench = usart();
  bench.setGrain(50_000);
  send(bench, "0123456789");
  bench.pass(11 * characterBeats);
  assert.is(bench.text(), "0123456789");
  assert.is(bench.outputs.at(-1)?.beat, Math.ceil((10 * characterBeats) / 50_000) * 50_000);
});

test("nine data bits, parity and two stop bits make a character of 13 bits", () => {
  const bench = usart(0x1 | (2 << 2) | 0x20 | 0x40);
  send(bench, "x");
  bench.pass(characterBeats * 1.3 - 1);
  assert.is(bench.text(), "");
  bench.pass(1);
  assert.is(bench.text(), "x");
});

test("TXIDLE falls with the first character and rises with the last", () => {
  const bench = usart();
  send(bench, "ab");
  assert.is(bench.read(STAT) & 0x8, 0);
  bench.pass(2 * characterBeats - 1);
  assert.is(bench.read(STAT) & 0x8, 0);
  bench.pass(1);
  assert.is(bench.read(STAT) & 0x8, 0x8);
});

test("the FIFO takes one in the shifter and sixteen behind it; the eighteenth is a TXERR", () => {
  const bench = usart();
  send(bench, "s0123456789abcdef");
  assert.is(bench.read(FIFOSTAT) & 0x1fff, 16 << 8);
  send(bench, "!");
  assert.is(bench.read(FIFOSTAT) & 1, 1);
  bench.write(FIFOSTAT, 1);
  assert.is(bench.read(FIFOSTAT) & 1, 0);
  bench.pass(20 * characterBeats);
  assert.is(bench.text(), "s0123456789abcdef");
});

test("nothing shifts while the function clock stands, and the rest of the character follows when it runs again", () => {
  const bench = usart();
  send(bench, "A");
  bench.pass(characterBeats / 2);
  bench.setClock("function", 0);
  bench.passSeconds(5);
  assert.is(bench.text(), "");
  bench.setClock("function", 24_000_000);
  bench.pass(characterBeats / 4 - 1);
  assert.is(bench.text(), "");
  bench.pass(1);
  assert.is(bench.text(), "A");
});

test("the transmit level interrupt holds while the fill is at or below the trigger", () => {
  const bench = usart();
  bench.write(FIFOTRIG, 0x1 | (2 << 8));
  bench.write(FIFOINTENSET, 0x4);
  assert.is(bench.line("interrupt"), 1);
  send(bench, "abcd");
  assert.is(bench.line("interrupt"), 0, "three behind the shifter");
  bench.pass(characterBeats);
  assert.is(bench.line("interrupt"), 1, "two left");
  bench.write(FIFOINTENCLR, 0x4);
  assert.is(bench.line("interrupt"), 0);
  assert.is(bench.read(FIFOINTENSET), 0);
});

test("received bytes come one character time apart, and the line drops when they are read", () => {
  const bench = usart();
  bench.write(FIFOTRIG, 0x2);
  bench.write(FIFOINTENSET, 0x8);
  arrive(bench, "rx", [0x68, 0x69]);
  assert.is(bench.read(STAT) & 0x2, 0, "RXIDLE");
  bench.pass(characterBeats - 1);
  assert.is(bench.read(FIFOSTAT) & 0x40, 0);
  bench.pass(1);
  assert.is(bench.line("interrupt"), 1);
  assert.is(bench.read(FIFORDNOPOP), 0x68);
  assert.is(bench.read(FIFORD), 0x68);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(characterBeats);
  assert.is(bench.read(FIFORD), 0x69);
  assert.is(bench.read(STAT) & 0x2, 0x2);
});

test("received bytes keep their spacing even when the machine comes late to each", () => {
  const bench = usart();
  bench.setGrain(50_000);
  arrive(bench, "rx", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  bench.pass(Math.ceil((10 * characterBeats) / 50_000) * 50_000);
  assert.is((bench.read(FIFOSTAT) >>> 16) & 0x1f, 10);
});

test("a full receive FIFO loses the seventeenth byte and says RXERR", () => {
  const bench = usart();
  arrive(
    bench,
    "rx",
    Array.from({ length: 17 }, (_, index) => index),
  );
  bench.pass(17 * characterBeats);
  assert.is(bench.read(FIFOSTAT), (16 << 16) | 0x80 | 0x40 | 0x30 | 0x2);
  assert.equal(
    Array.from({ length: 16 }, () => bench.read(FIFORD)),
    Array.from({ length: 16 }, (_, index) => index),
  );
  bench.write(FIFOSTAT, 0x2);
  assert.is(bench.read(FIFOSTAT), 0x30);
});

test("bytes that arrive while the receiver is off are lost and counted", () => {
  const bench = deviceBench(flexcommKind, { clocks: { function: 12_000_000 } });
  arrive(bench, "rx", [1, 2, 3]);
  assert.is(bench.state.lostBytes as unknown, 3);
  bench.write(PSELID, 1);
  bench.write(FIFOCFG, 3);
  bench.write(CFG, 5);
  bench.passSeconds(1);
  assert.is(bench.read(FIFOSTAT) & 0x40, 0);
});

test("a damaged byte carries its error into FIFORD and STAT, where a written one clears it", () => {
  for (const [port, bit] of [
    ["rx-framing", 0x2000],
    ["rx-parity", 0x4000],
    ["rx-noise", 0x8000],
  ] as const) {
    const bench = usart();
    bench.write(INTENSET, bit);
    arrive(bench, port, [0x55]);
    bench.pass(characterBeats);
    assert.is(bench.line("interrupt"), 1, port);
    assert.is(bench.read(INTSTAT), bit);
    assert.is(bench.read(FIFOINTSTAT) & 0x10, 0x10);
    assert.is(bench.read(FIFORD), 0x55 | bit);
    bench.write(STAT, bit);
    assert.is(bench.line("interrupt"), 0, port);
  }
});

test("a break from outside is a framing error of zero with RXBRK, and DELTARXBRK at both its ends", () => {
  const bench = usart();
  arrive(bench, "rx-break", [1]);
  bench.pass(characterBeats);
  assert.is(bench.read(STAT) & 0x2c00, 0x2c00);
  assert.is(bench.read(FIFORD), 0x2000);
  bench.write(STAT, 0x2800);
  arrive(bench, "rx-break", [0]);
  assert.is(bench.read(STAT) & 0x2c00, 0x0800);
});

test("in loopback every sent character is also received", () => {
  const bench = usart(0x5 | 0x8000);
  send(bench, "loop");
  bench.pass(4 * characterBeats);
  assert.is(String.fromCharCode(...Array.from({ length: 4 }, () => bench.read(FIFORD))), "loop");
  assert.is(bench.text(), "loop");
});

test("TXDIS lets the current character out and holds the rest", () => {
  const bench = usart();
  send(bench, "ab");
  bench.write(CTL, 0x40);
  assert.is(bench.read(STAT) & 0x40, 0, "still sending");
  bench.pass(5 * characterBeats);
  assert.is(bench.text(), "a");
  assert.is(bench.read(STAT) & 0x40, 0x40);
  bench.write(CTL, 0);
  bench.pass(characterBeats);
  assert.is(bench.text(), "ab");
});

test("with CTSEN a raised CTS pin holds the transmitter", () => {
  const bench = usart(0x5 | 0x200);
  bench.device.signal?.("cts", 1);
  send(bench, "c");
  bench.pass(3 * characterBeats);
  assert.is(bench.text(), "");
  assert.is(bench.read(STAT) & 0x30, 0x30);
  bench.device.signal?.("cts", 0);
  bench.pass(characterBeats);
  assert.is(bench.text(), "c");
});

test("the empty commands throw the FIFOs away and read back 0", () => {
  const bench = usart();
  send(bench, "abc");
  arrive(bench, "rx", [1, 2]);
  bench.pass(characterBeats);
  bench.write(FIFOCFG, 0x30003);
  assert.is(bench.read(FIFOCFG), 0x3);
  assert.is(bench.read(FIFOSTAT) & 0x1f1fc0, 0);
});

test("INTENCLR clears what INTENSET set, and TXIDLE is a level", () => {
  const bench = usart();
  bench.write(INTENSET, 0x8);
  assert.is(bench.line("interrupt"), 1);
  send(bench, "a");
  assert.is(bench.line("interrupt"), 0);
  bench.pass(characterBeats);
  assert.is(bench.line("interrupt"), 1);
  bench.write(INTENCLR, 0x8);
  assert.is(bench.line("interrupt"), 0);
  assert.is(bench.read(INTENSET), 0);
});

test("after LOCK the selected function stays", () => {
  const bench = deviceBench(flexcommKind);
  bench.write(PSELID, 0x9);
  bench.write(PSELID, 0x3);
  assert.is(bench.read(PSELID), 0x001010f9);
});

test("SPI, I2C and I2S are plain registers whose use is told as a gap", () => {
  const bench = deviceBench(flexcommKind);
  bench.write(PSELID, 2);
  bench.write(0x424, 0x1234);
  assert.is(bench.read(0x424), 0x1234);
  assert.equal(bench.gaps, [
    "FLEXCOMM.PSELID function 2 (SPI, I2C or I2S)",
    "FLEXCOMM.SPI_DIV write",
    "FLEXCOMM.SPI_DIV read",
  ]);
});

test("a byte access reaches its lane only", () => {
  const bench = usart();
  bench.write(BRG, 0xab, 1);
  bench.write(BRG + 1, 0x12, 1);
  assert.is(bench.read(BRG), 0x12ab);
  assert.is(bench.read(BRG + 1, 1), 0x12);
  bench.write(FIFOWR, 0x41, 1);
  bench.passSeconds(1);
  assert.is(bench.text(), "A");
});

test("a reset withdraws the line, the deadlines and what was under way", () => {
  const bench = usart();
  bench.write(INTENSET, 0x8);
  send(bench, "zz");
  bench.device.signal?.("reset", 1);
  bench.passSeconds(1);
  assert.is(bench.text(), "");
  assert.is(bench.line("interrupt"), 0);
  assert.is(bench.deadlines.size, 0);
  assert.is(bench.read(PSELID), 0x001010f0);
});

test.run();
