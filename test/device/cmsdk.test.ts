/** The peripherals of the MPS2 boards, against counting by hand and what their manuals say (DDI 0479). */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { cmsdkDualtimerKind } from "../../src/device/cmsdk-dualtimer.ts";
import { cmsdkGpioKind } from "../../src/device/cmsdk-gpio.ts";
import { cmsdkTimerKind } from "../../src/device/cmsdk-timer.ts";
import { cmsdkUartKind } from "../../src/device/cmsdk-uart.ts";
import { cmsdkWatchdogKind } from "../../src/device/cmsdk-watchdog.ts";
import { type Countdown, countsToZero, valueAfter, zerosWithin } from "../../src/device/countdown.ts";
import { mpc } from "../../src/device/mpc.ts";
import { mps2FpgaioKind } from "../../src/device/mps2-fpgaio.ts";
import { deviceBench } from "../support/device-bench.ts";

const hertz = 20_000_000;
const clockBeats = beatsPerSecond / hertz;

/** One count after the other. */
function count({ value, reload }: Countdown, counts: number): { value: number; zeros: number; first: number } {
  let now = value;
  let zeros = 0;
  let first = Number.POSITIVE_INFINITY;
  for (let done = 1; done <= counts; done++) {
    const before = now;
    now = now === 0 ? reload : now - 1;
    if (before !== 1 || now !== 0) continue;
    zeros++;
    first = Math.min(first, done);
  }
  return { value: now, zeros, first };
}

test("a countdown computed at once is the same as one that is counted", () => {
  const small = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(small, small, fc.integer({ min: 0, max: 200 }), (value, reload, counts) => {
      const countdown = { value, reload };
      const slowly = count(countdown, counts);
      assert.is(valueAfter(countdown, counts), slowly.value);
      assert.is(zerosWithin(countdown, counts), slowly.zeros);
      const first = count(countdown, 200).first;
      assert.is(countsToZero(countdown), first);
    }),
  );
});

const uart = { DATA: 0, STATE: 4, CTRL: 8, INTSTATUS: 0xc, BAUDDIV: 0x10 } as const;

/** A UART at 16 clocks a bit, with these bits of CTRL. */
function uartBench(control: number) {
  const bench = deviceBench(cmsdkUartKind, { clocks: { bus: hertz } });
  bench.write(uart.BAUDDIV, 16);
  bench.write(uart.CTRL, control);
  return bench;
}

test("a byte leaves the UART after ten bit times, the next one follows without a gap, a third one overruns", () => {
  const bench = uartBench(0x1);
  bench.write(uart.DATA, 0x41);
  assert.is(bench.read(uart.STATE), 0, "the buffer is free again: the shift register has the byte");
  bench.write(uart.DATA, 0x42);
  assert.is(bench.read(uart.STATE), 1, "full");
  bench.write(uart.DATA, 0x43);
  assert.is(bench.read(uart.STATE), 5, "full, and overrun");
  bench.pass(1000 * clockBeats);
  assert.equal(
    bench.outputs.map(({ byte, beat }) => [byte, beat / clockBeats]),
    [
      [0x41, 160],
      [0x43, 320],
    ],
  );
  bench.write(uart.STATE, 4);
  assert.is(bench.read(uart.STATE), 0);
});

test("the transmit interrupt comes when the buffer becomes free, and goes by writing 1", () => {
  const bench = uartBench(0x5);
  bench.write(uart.DATA, 0x41);
  assert.equal([bench.line("tx"), bench.line("combined"), bench.line("rx")], [1, 1, 0]);
  bench.write(uart.INTSTATUS, 1);
  assert.equal([bench.line("tx"), bench.line("combined")], [0, 0]);
  bench.write(uart.DATA, 0x42);
  assert.is(bench.line("tx"), 0, "full");
  bench.pass(160 * clockBeats);
  assert.is(bench.line("tx"), 1);
});

test("bytes from outside arrive one after the other; a byte that finds the buffer full overruns it", () => {
  const bench = uartBench(0x2 | 0x8 | 0x20);
  bench.device.input?.("rx", Uint8Array.of(0x61, 0x62));
  bench.pass(159 * clockBeats);
  assert.is(bench.read(uart.STATE), 0);
  bench.pass(clockBeats);
  assert.equal([bench.read(uart.STATE), bench.line("rx"), bench.line("overrun")], [2, 1, 0]);
  bench.pass(160 * clockBeats);
  assert.equal([bench.read(uart.STATE), bench.line("overrun")], [0xa, 1]);
  assert.is(bench.read(uart.DATA), 0x62);
  assert.is(bench.read(uart.STATE), 8);
  bench.write(uart.INTSTATUS, 0xa);
  assert.equal([bench.read(uart.STATE), bench.line("combined")], [0, 0]);
});

test("a timer interrupts at zero and starts over one count later", () => {
  const bench = deviceBench(cmsdkTimerKind, { clocks: { bus: hertz } });
  bench.write(8, 9);
  bench.write(0, 9);
  bench.pass(8 * clockBeats);
  assert.equal([bench.read(4), bench.line("interrupt")], [1, 0]);
  bench.pass(clockBeats);
  assert.equal([bench.read(4), bench.read(0xc), bench.line("interrupt")], [0, 1, 1]);
  bench.pass(clockBeats);
  assert.is(bench.read(4), 9);
  bench.write(0xc, 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(100 * clockBeats);
  assert.is(bench.rises("interrupt"), 2);
});

test("a dual timer counts 16 or 32 bits, prescaled, over and over or once", () => {
  const bench = deviceBench(cmsdkDualtimerKind, { clocks: { bus: hertz } });
  bench.write(0x08, 0x80 | 0x04);
  bench.pass(16 * 10 * clockBeats);
  assert.is(bench.read(0x04), 0xffff_fff5, "free-running: the upper half stands");
  bench.write(0x00, 0x1_0002);
  bench.pass(16 * 4 * clockBeats);
  assert.equal([bench.read(0x04), bench.read(0x10), bench.line("timer1")], [0x1_fffe, 1, 0], "not enabled");
  bench.write(0x28, 0xa3);
  bench.write(0x20, 0x12345);
  bench.pass(0x12344 * clockBeats);
  assert.equal([bench.read(0x24), bench.line("timer2")], [1, 0]);
  bench.pass(10 * clockBeats);
  assert.equal([bench.read(0x24), bench.line("timer2"), bench.line("combined")], [0, 1, 1], "once");
  bench.write(0x2c, 1);
  assert.equal([bench.line("timer2"), bench.line("combined")], [0, 0]);
});

test("the watchdog interrupts the first time, asks for a reset the second time, and can be locked", () => {
  const bench = deviceBench(cmsdkWatchdogKind, { clocks: { function: hertz } });
  bench.write(0xc00, 0);
  bench.write(0x00, 5);
  assert.equal([bench.read(0x00), bench.read(0xc00)], [0xffff_ffff, 1], "locked");
  bench.write(0xc00, 0x1acc_e551);
  bench.write(0x00, 99);
  bench.write(0x08, 3);
  bench.pass(99 * clockBeats);
  assert.equal([bench.line("interrupt"), bench.resets.length], [1, 0]);
  bench.write(0x0c, 1);
  bench.pass(99 * clockBeats);
  assert.equal([bench.line("interrupt"), bench.resets.length], [1, 0], "fed in between");
  bench.pass(100 * clockBeats);
  assert.equal(bench.resets, ["watchdog timed out"]);
});

test("the slow counters of the FPGA count seconds and hundredths, and can be set", () => {
  const bench = deviceBench(mps2FpgaioKind, { clocks: { bus: hertz } });
  bench.passSeconds(2.505);
  assert.equal([bench.read(0x10), bench.read(0x14)], [2, 250]);
  bench.write(0x10, 100);
  bench.passSeconds(1);
  assert.is(bench.read(0x10), 101);
});

test("the FPGA's prescaled counter goes up each time its prescaler starts over", () => {
  const bench = deviceBench(mps2FpgaioKind, { clocks: { bus: hertz } });
  bench.write(0x20, 7);
  bench.write(0x1c, 5);
  bench.write(0x18, 0);
  const seen = [];
  for (let edge = 0; edge <= 14; edge++) {
    seen.push([bench.read(0x20), bench.read(0x18)]);
    bench.pass(clockBeats);
  }
  assert.equal(
    seen.map(([prescaler]) => prescaler),
    [7, 6, 5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5],
  );
  assert.equal(
    seen.map(([, counter]) => counter),
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2],
  );
});

test("a memory guard opens 32 blocks a word, goes on to the next, and keeps its table once it is locked", () => {
  const bench = deviceBench(mpc(1 << 20));
  assert.equal([bench.read(0x10), bench.read(0x14), bench.blocks.size], [31, 5, 32], "all Secure after reset");
  bench.write(0x18, 30);
  bench.write(0x1c, 0xffff_0000);
  bench.write(0x1c, 0x1);
  assert.is(bench.read(0x18), 0, "around the end");
  assert.equal([bench.blocks.get(30), bench.blocks.get(31)], [0xffff_0000, 1]);
  bench.write(0x00, 0x8000_0000);
  bench.write(0x1c, 0xffff_ffff);
  assert.equal([bench.blocks.get(0), bench.read(0x1c)], [0, 0]);
});

test("a memory guard keeps the first refusal until it is cleared", () => {
  const bench = deviceBench(mpc(1 << 20));
  const refuse = (offset: number) => bench.device.refuse?.(offset, { nonSecure: true, privileged: true });
  assert.is(refuse(0x1234), false, "reads zero");
  refuse(0x5678);
  assert.equal([bench.read(0x2c), bench.read(0x30), bench.line("interrupt")], [0x1234, 0x1_0000, 1]);
  bench.write(0x24, 1);
  assert.is(bench.line("interrupt"), 0);
  bench.write(0x00, 0x10);
  assert.is(refuse(0x5678), true, "a bus error");
});

const gpio = {
  ...{ DATA: 0, DATAOUT: 4, OUTENSET: 0x10, OUTENCLR: 0x14, INTENSET: 0x20, INTENCLR: 0x24 },
  ...{ INTTYPESET: 0x28, INTPOLSET: 0x30, INTSTATUS: 0x38, MASKLOWBYTE: 0x400, MASKHIGHBYTE: 0x800 },
} as const;

test("a GPIO pin reads what it drives, or what comes in; an address masks which pins are meant", () => {
  const bench = deviceBench(cmsdkGpioKind);
  bench.write(gpio.OUTENSET, 0x0f0f);
  bench.write(gpio.OUTENCLR, 0x0001);
  bench.write(gpio.DATA, 0xffff);
  bench.device.signal?.("pin4", 1);
  assert.is(bench.read(gpio.OUTENCLR), 0x0f0e, "both addresses read the register");
  assert.is(bench.read(gpio.DATA), 0x0f1e);
  bench.write(gpio.MASKLOWBYTE + 4 * 0x06, 0x04);
  bench.write(gpio.MASKHIGHBYTE + 4 * 0x01, 0x0000);
  assert.is(bench.read(gpio.DATAOUT), 0xfefd);
  assert.is(bench.read(gpio.MASKLOWBYTE + 4 * 0x14), 0x14);
  assert.is(bench.read(gpio.MASKHIGHBYTE + 4 * 0x0a), 0x0a00);
});

test("a GPIO interrupt stays until 1 is written; one on a level comes back while the level lasts", () => {
  const bench = deviceBench(cmsdkGpioKind);
  const seen = () => [bench.line("pin3"), bench.line("combined"), bench.read(gpio.INTSTATUS)];
  bench.write(gpio.INTPOLSET, 1 << 3);
  bench.write(gpio.INTENSET, 1 << 3);
  bench.device.signal?.("pin3", 1);
  assert.equal(seen(), [1, 1, 8], "high level");
  bench.write(gpio.INTSTATUS, 8);
  assert.equal(seen(), [1, 1, 8], "still high");
  bench.device.signal?.("pin3", 0);
  bench.write(gpio.INTSTATUS, 8);
  assert.equal(seen(), [0, 0, 0]);
  bench.write(gpio.INTTYPESET, 1 << 3);
  bench.device.signal?.("pin3", 1);
  assert.equal(seen(), [1, 1, 8], "rising edge");
  bench.write(gpio.INTSTATUS, 8);
  assert.equal(seen(), [0, 0, 0], "the level alone is no edge");
  bench.write(gpio.INTENCLR, 8);
  bench.device.signal?.("pin3", 0);
  bench.device.signal?.("pin3", 1);
  assert.equal(seen(), [0, 0, 0], "not enabled");
});

test.run();
