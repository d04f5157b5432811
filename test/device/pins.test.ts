/** Pins and what watches them: GPIO, PINT, INPUTMUX, GINT (fact sheet lpc55s69 section 10). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { gintKind } from "../../src/device/gint.ts";
import { gpio } from "../../src/device/gpio.ts";
import { inputmuxKind } from "../../src/device/inputmux.ts";
import { pint } from "../../src/device/pint.ts";
import { type DeviceBench, deviceBench } from "../support/device-bench.ts";

const [W, DIR, MASK, PIN, MPIN, SET, CLR, NOT] = [0x1000, 0x2000, 0x2080, 0x2100, 0x2180, 0x2200, 0x2280, 0x2300];
const [DIRSET, DIRCLR, DIRNOT] = [0x2380, 0x2400, 0x2480];

const outside = (bench: DeviceBench, pin: string, level: number) => bench.device.input?.(pin, Uint8Array.of(level));

test("an output pin shows its latch on its line, an input pin does not", () => {
  const bench = deviceBench(gpio([0, 0]));
  bench.write(SET, 0x6);
  assert.is(bench.line("PIO0_1"), 0);
  bench.write(DIRSET, 0x2);
  assert.equal([bench.line("PIO0_1"), bench.line("PIO0_2")], [1, 0]);
  assert.is(bench.read(PIN), 0x2);
  assert.is(bench.read(SET), 0x6);
  bench.write(CLR, 0x2);
  assert.is(bench.line("PIO0_1"), 0);
  bench.write(NOT, 0x2);
  assert.is(bench.line("PIO0_1"), 1);
  bench.write(DIRNOT, 0x6);
  assert.is(bench.read(DIR), 0x4);
  bench.write(DIRCLR, 0x4);
  assert.is(bench.read(DIR), 0);
});

test("byte and word registers reach single pins of both ports", () => {
  const bench = deviceBench(gpio([0, 0]));
  bench.write(DIR, 0xffffffff);
  bench.write(DIR + 4, 0xffffffff);
  bench.write(0x21, 1, 1);
  bench.write(W + 4 * 37, 0x100);
  assert.is(bench.read(PIN + 4), (1 << 1) | (1 << 5));
  assert.is(bench.read(0x25, 1), 1);
  assert.is(bench.read(W + 4 * 33), 0xffffffff);
  bench.write(W + 4 * 33, 0);
  assert.is(bench.read(PIN + 4), 1 << 5);
});

test("MPIN reads and writes only what MASK leaves open", () => {
  const bench = deviceBench(gpio([0, 0]));
  bench.write(DIR, 0xff);
  bench.write(PIN, 0xa5);
  bench.write(MASK, 0x0f);
  assert.is(bench.read(MPIN), 0xa0);
  bench.write(MPIN, 0x5a);
  assert.is(bench.read(PIN), 0x55);
});

test("an input reads what drives it from outside, else its pull, and keeps it over a reset", () => {
  const bench = deviceBench(gpio([1 << 5, 0]));
  assert.is(bench.read(PIN), 1 << 5);
  outside(bench, "PIO0_5", 0);
  outside(bench, "PIO0_7", 1);
  assert.is(bench.read(PIN), 1 << 7);
  bench.device.reset();
  assert.is(bench.read(PIN), 1 << 7);
  outside(bench, "PIO0_5", 2);
  assert.is(bench.line("PIO0_5"), 1);
});

const watcher = () => deviceBench(pint("pint", 8));
const [ISEL, SIENR, SIENF, RISE, FALL, IST] = [0x0, 0x8, 0x14, 0x1c, 0x20, 0x24];

test("PINT: a rising or falling edge requests where it is enabled, until IST is written", () => {
  const bench = watcher();
  bench.write(SIENR, 0x1);
  bench.write(SIENF, 0x2);
  for (const pin of ["pin0", "pin1"]) bench.device.signal?.(pin, 1);
  assert.is(bench.read(IST), 0x1);
  assert.is(bench.read(RISE), 0x3, "edges are seen whether or not they are enabled");
  assert.equal([bench.line("interrupt0"), bench.line("interrupt1")], [1, 0]);
  bench.write(IST, 0x1);
  assert.is(bench.line("interrupt0"), 0);
  bench.device.signal?.("pin1", 0);
  assert.is(bench.line("interrupt1"), 1);
  bench.write(FALL, 0x2);
  assert.is(bench.line("interrupt1"), 0);
});

test("PINT: a level pin requests as long as it has its active level", () => {
  const bench = watcher();
  bench.write(ISEL, 0x4);
  bench.write(SIENR, 0x4);
  assert.is(bench.line("interrupt2"), 1, "active low");
  bench.write(SIENF, 0x4);
  assert.is(bench.line("interrupt2"), 0, "active high");
  bench.device.signal?.("pin2", 1);
  assert.is(bench.line("interrupt2"), 1);
  bench.write(IST, 0x4);
  assert.is(bench.line("interrupt2"), 0, "IST turned the level round");
});

test("INPUTMUX: a selection follows its pin, and none follows nothing", () => {
  const bench = deviceBench(inputmuxKind);
  bench.device.signal?.("PIO1_4", 1);
  assert.is(bench.line("pint3"), 0);
  bench.write(0xc0 + 12, 36);
  assert.is(bench.line("pint3"), 1);
  bench.device.signal?.("PIO1_4", 0);
  assert.is(bench.line("pint3"), 0);
});

test("INPUTMUX: the secure pin interrupts see port 0 only", () => {
  const bench = deviceBench(inputmuxKind);
  bench.device.signal?.("PIO0_31", 1);
  bench.device.signal?.("PIO1_0", 1);
  bench.write(0x1e0, 31);
  bench.write(0x1e4, 32);
  assert.equal([bench.line("pintsec0"), bench.line("pintsec1")], [1, 0]);
});

test("GINT: OR of pins at their polarity, as an edge that is cleared and as a level that comes back", () => {
  const bench = deviceBench(gintKind);
  bench.write(0x20, 0xfffffffe);
  bench.write(0x40, 0x3);
  assert.is(bench.line("interrupt"), 1, "pin 0 is active low");
  bench.write(0x0, 0x1);
  assert.is(bench.line("interrupt"), 0);
  bench.device.signal?.("PIO0_1", 1);
  assert.is(bench.line("interrupt"), 0, "still the same condition");
  bench.write(0x0, 0x5);
  assert.is(bench.line("interrupt"), 1);
});

test("GINT: AND needs every enabled pin of both ports", () => {
  const bench = deviceBench(gintKind);
  bench.write(0x0, 0x2);
  bench.write(0x40, 0x1);
  bench.write(0x44, 0x8);
  bench.device.signal?.("PIO0_0", 1);
  assert.is(bench.line("interrupt"), 0);
  bench.device.signal?.("PIO1_3", 1);
  assert.is(bench.line("interrupt"), 1);
});

test.run();
