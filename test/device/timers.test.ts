/**
 * Timers of the LPC55S69 (fact sheet lpc55s69 section 11): periods to the beat, flags, and what stopping a clock
 * does.
 */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { ctimerKind } from "../../src/device/ctimer.ts";
import { mrtKind } from "../../src/device/mrt.ts";
import { countOf, grayOf, ostimerKind } from "../../src/device/ostimer.ts";
import { rtcKind } from "../../src/device/rtc.ts";
import { utickKind } from "../../src/device/utick.ts";
import { wwdtKind } from "../../src/device/wwdt.ts";
import { type DeviceBench, deviceBench } from "../support/device-bench.ts";

const megahertz = beatsPerSecond / 1_000_000;
const twelve = beatsPerSecond / 12_000_000;

const ctimer = () => deviceBench(ctimerKind, { clocks: { function: 12_000_000 } });
const [IR, TCR, TC, PR, PC, MCR, MR0, EMR] = [0x0, 0x4, 0x8, 0xc, 0x10, 0x14, 0x18, 0x3c];

test("CTIMER: TC counts every PR + 1 clocks, PC within", () => {
  const bench = ctimer();
  bench.write(PR, 11);
  bench.write(TCR, 1);
  bench.pass(100 * megahertz + 5 * twelve);
  assert.is(bench.read(TC), 100);
  assert.is(bench.read(PC), 5);
  assert.is(bench.peek(TC), 100);
});

test("CTIMER: a match with interrupt and reset repeats every MR + 1 counts", () => {
  const bench = ctimer();
  bench.write(MR0, 999);
  bench.write(MCR, 0x3);
  bench.write(TCR, 1);
  const seen: number[] = [];
  for (let period = 0; period < 3; period++) {
    while (bench.line("interrupt") === 0) bench.pass(twelve);
    seen.push(bench.now() / twelve);
    bench.write(IR, 1);
  }
  assert.equal(seen, [999, 1999, 2999]);
});

test("CTIMER: TC shows the match value for one count and is then 0", () => {
  const bench = ctimer();
  bench.write(PR, 9);
  bench.write(MR0, 4);
  bench.write(MCR, 0x2);
  bench.write(TCR, 1);
  const values = Array.from({ length: 7 }, () => {
    const value = bench.read(TC);
    bench.pass(10 * twelve);
    return value;
  });
  assert.equal(values, [0, 1, 2, 3, 4, 0, 1]);
});

test("CTIMER: an acknowledged match does not come again while TC still has its value", () => {
  const bench = ctimer();
  bench.write(PR, 999);
  bench.write(MR0, 1);
  bench.write(MCR, 0x1);
  bench.write(TCR, 1);
  bench.pass(1000 * twelve);
  assert.is(bench.read(IR), 1);
  bench.write(IR, 1);
  bench.write(MR0 + 4, 50);
  bench.write(MCR, 0x9);
  assert.is(bench.read(IR), 0);
  bench.pass(999 * twelve);
  assert.is(bench.read(IR), 0);
});

test("CTIMER: stop on match clears CEN and leaves TC at the value", () => {
  const bench = ctimer();
  bench.write(MR0 + 8, 77);
  bench.write(MCR, 0x5 << 6);
  bench.write(TCR, 1);
  bench.passSeconds(1);
  assert.is(bench.read(TCR), 0);
  assert.is(bench.read(TC), 77);
  assert.is(bench.read(IR), 4);
});

test("CTIMER: external match outputs toggle, set and clear", () => {
  const bench = ctimer();
  bench.write(MR0, 10);
  bench.write(MR0 + 4, 20);
  bench.write(EMR, (3 << 4) | (2 << 6));
  bench.write(TCR, 1);
  bench.pass(10 * twelve);
  assert.equal([bench.line("mat0"), bench.line("mat1")], [1, 0]);
  bench.pass(10 * twelve);
  assert.equal([bench.line("mat0"), bench.line("mat1")], [1, 1]);
});

test("CTIMER: a capture takes TC on the chosen edge", () => {
  const bench = ctimer();
  bench.write(0x28, 0x6 << 3);
  bench.write(TCR, 1);
  bench.device.signal?.("cap1", 1);
  bench.pass(123 * twelve);
  bench.device.signal?.("cap1", 0);
  assert.is(bench.read(0x30), 123);
  assert.is(bench.read(IR), 0x20);
});

test("CTIMER: CRST holds the counter at 0, and TC can be set", () => {
  const bench = ctimer();
  bench.write(TCR, 1);
  bench.pass(50 * twelve);
  bench.write(TCR, 3);
  bench.pass(50 * twelve);
  assert.is(bench.read(TC), 0);
  bench.write(TCR, 1);
  bench.write(TC, 0xfffffffe);
  bench.pass(3 * twelve);
  assert.is(bench.read(TC), 1);
});

test("CTIMER: counts and matches equal a clock-by-clock model under random writes", () => {
  fc.assert(fc.property(fc.array(ctimerStep, { maxLength: 25 }), againstModel), { numRuns: 200 });
});

interface Step {
  readonly kind: "pass" | "TCR" | "PR" | "MR" | "MCR";
  readonly value: number;
}

const ctimerStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }).map((value): Step => ({ kind: "pass", value })) },
  fc.constantFrom(0, 1, 1, 3).map((value): Step => ({ kind: "TCR", value })),
  fc.integer({ min: 0, max: 3 }).map((value): Step => ({ kind: "PR", value })),
  fc.integer({ min: 1, max: 12 }).map((value): Step => ({ kind: "MR", value })),
  fc.integer({ min: 0, max: 7 }).map((value): Step => ({ kind: "MCR", value })),
);

/** The obvious timer: one clock at a time. */
function againstModel(steps: readonly Step[]): void {
  const bench = ctimer();
  const model = { tc: 0, pc: 0, tcr: 0, pr: 0, mr: 0, mcr: 0, ir: 0, pending: false };
  const match = () => {
    if (model.tc !== model.mr) return;
    if (model.mcr & 1) model.ir = 1;
    if (model.mcr & 2) model.pending = true;
    if (model.mcr & 4) model.tcr &= ~1;
  };
  const clock = () => {
    if (model.tcr !== 1) return;
    if (model.pc < model.pr) {
      model.pc++;
      return;
    }
    model.pc = 0;
    model.tc = model.pending ? 0 : model.tc + 1;
    model.pending = false;
    match();
  };
  for (const { kind, value } of steps) {
    if (kind === "pass") for (let count = 0; count < value; count++) clock();
    if (kind === "TCR") {
      const starts = model.tcr !== 1;
      model.tcr = value;
      if (value & 2) Object.assign(model, { tc: 0, pc: 0, pending: false });
      if (value === 1 && starts && model.tc === 0 && !model.pending) match();
    }
    if (kind === "PR") Object.assign(model, { pr: value, pc: Math.min(model.pc, value) });
    if (kind === "MR") {
      model.mr = value;
      if (model.tcr === 1 && !model.pending) match();
    }
    if (kind === "MCR") model.mcr = value;
    if (kind === "pass") bench.pass(value * twelve);
    else bench.write({ TCR, PR, MR: MR0, MCR }[kind], value);
    const got = [bench.read(TC), bench.read(PC), bench.read(TCR), bench.read(IR)];
    assert.equal(got, [model.tc, model.pc, model.tcr, model.ir], JSON.stringify(steps));
  }
}

const mrt = () => deviceBench(mrtKind, { clocks: { bus: 12_000_000 } });

test("MRT: a repeating channel of IVALUE clocks keeps time while its flag stands", () => {
  const bench = mrt();
  bench.write(0x28, 1);
  bench.write(0x20, 0x80000000 + 1200);
  bench.pass(1200 * twelve - 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(1);
  assert.is(bench.line("interrupt"), 1);
  bench.pass(10.5 * 1200 * twelve);
  bench.write(0x2c, 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(600 * twelve - 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(1);
  assert.is(bench.line("interrupt"), 1);
});

test("MRT: TIMER counts from IVALUE - 1 down and is 0xFFFFFF while idle", () => {
  const bench = mrt();
  assert.is(bench.read(0x04), 0xffffff);
  bench.write(0x00, 100);
  assert.is(bench.read(0x04), 99);
  bench.pass(99 * twelve);
  assert.is(bench.read(0x04), 0);
});

test("MRT: one shot fires once and the channel is idle again", () => {
  const bench = mrt();
  bench.write(0x08, 0x3);
  bench.write(0x00, 50);
  assert.is(bench.read(0xf4), 0x10, "lowest idle channel is 1");
  bench.pass(50 * twelve);
  assert.is(bench.read(0x0c), 1);
  assert.is(bench.read(0xf8), 1);
  assert.is(bench.read(0xf4), 0);
  bench.write(0xf8, 1);
  bench.passSeconds(1);
  assert.is(bench.rises("interrupt"), 1);
});

test("MRT: without LOAD a new interval waits for the end of the old one", () => {
  const bench = mrt();
  bench.write(0x00, 100);
  bench.write(0x00, 10);
  bench.pass(99 * twelve);
  assert.is(bench.read(0x0c) & 1, 0);
  bench.pass(twelve);
  assert.is(bench.read(0x04), 9);
  bench.write(0x00, 0x80000000);
  assert.is(bench.read(0x0c) & 2, 0);
});

test("UTICK: DELAYVAL + 1 microseconds, once or repeating, and 0 stops it", () => {
  const bench = deviceBench(utickKind, { clocks: { function: 1_000_000 } });
  bench.write(0, 9);
  bench.pass(10 * megahertz - 1);
  assert.is(bench.read(4), 2);
  bench.pass(1);
  assert.is(bench.read(4), 1);
  bench.write(4, 1);
  bench.write(0, 0x80000009);
  bench.pass(25 * megahertz);
  bench.write(4, 1);
  bench.pass(5 * megahertz - 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(1);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0, 0);
  assert.is(bench.read(4) & 2, 0);
  bench.write(4, 1);
  bench.write(0, 2_999_999);
  bench.passSeconds(2.999999);
  assert.is(bench.read(4), 2);
  bench.passSeconds(0.000001);
  assert.is(bench.read(4), 1);
});

const watchdog = (mode: number): DeviceBench => {
  const bench = deviceBench(wwdtKind, { clocks: { function: 1_000_000 } });
  bench.write(0x04, 999);
  bench.write(0x00, mode);
  return bench;
};
const feed = (bench: DeviceBench) => {
  bench.write(0x08, 0xaa);
  bench.write(0x08, 0x55);
};

test("WWDT: TV falls from TC by one in four clocks, and a feed starts over", () => {
  const bench = watchdog(0x3);
  bench.passSeconds(1);
  assert.equal(bench.resets, [], "not started before the first feed");
  feed(bench);
  assert.is(bench.read(0x0c), 999);
  bench.pass(4 * 400 * megahertz);
  assert.is(bench.read(0x0c), 599);
  feed(bench);
  bench.pass(4 * 1000 * megahertz - 1);
  assert.equal(bench.resets, []);
  bench.pass(1);
  assert.equal(bench.resets, ["watchdog timed out"]);
});

test("WWDT: a feed while TV is above WINDOW, or a wrong one, resets at once", () => {
  const early = watchdog(0x3);
  early.write(0x18, 500);
  feed(early);
  early.pass(4 * 100 * megahertz);
  feed(early);
  assert.equal(early.resets, ["watchdog fed before its window"]);
  const wrong = watchdog(0x3);
  feed(wrong);
  wrong.write(0x08, 0xaa);
  wrong.write(0x08, 0x54);
  assert.equal(wrong.resets, ["watchdog fed wrongly"]);
});

test("WWDT: the warning comes when TV reaches WARNINT and is cleared by writing 1", () => {
  const bench = watchdog(0x1);
  bench.write(0x14, 100);
  feed(bench);
  bench.pass(4 * 899 * megahertz - 1);
  assert.is(bench.line("interrupt"), 0);
  bench.pass(1);
  assert.is(bench.read(0x0c), 100);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0x00, 0x9);
  assert.is(bench.line("interrupt"), 0);
});

test("WWDT: without WDRESET a time-out is an interrupt that writing WDTOF 0 clears; WDEN stays", () => {
  const bench = watchdog(0x1);
  feed(bench);
  bench.pass(4 * 1000 * megahertz);
  assert.equal(bench.resets, []);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0x00, 0);
  assert.is(bench.line("interrupt"), 0);
  assert.is(bench.read(0x00), 1);
});

test("RTC: seconds count, the alarm comes at MATCH, held in reset nothing runs", () => {
  const bench = deviceBench(rtcKind, { clocks: { osc32k: 32_768 } });
  assert.is(bench.read(0), 1);
  bench.passSeconds(3);
  assert.is(bench.read(8), 0);
  bench.write(0, 0);
  bench.write(8, 100);
  bench.write(4, 102);
  bench.write(0, 0x80);
  bench.passSeconds(1.999);
  assert.is(bench.read(8), 101);
  assert.is(bench.line("interrupt"), 0);
  bench.passSeconds(0.002);
  assert.is(bench.read(8), 102);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0, 0x84);
  assert.is(bench.line("interrupt"), 0);
  assert.is(bench.read(0), 0x80);
});

test("RTC: a MATCH that COUNT has passed does not alarm", () => {
  const bench = deviceBench(rtcKind, { clocks: { osc32k: 32_768 } });
  bench.write(0, 0);
  bench.write(8, 100);
  bench.write(4, 50);
  bench.write(0, 0x80);
  bench.passSeconds(60);
  assert.is(bench.read(8), 160);
  assert.is(bench.line("interrupt"), 0);
});

test("RTC: a new MATCH within a second keeps the second's phase", () => {
  const bench = deviceBench(rtcKind, { clocks: { osc32k: 32_768 } });
  bench.write(0, 0);
  bench.write(0, 0x80);
  bench.passSeconds(1.5);
  bench.write(4, 2);
  bench.passSeconds(0.4999);
  assert.is(bench.line("interrupt"), 0);
  bench.passSeconds(0.0002);
  assert.is(bench.line("interrupt"), 1);
});

test("RTC: WAKE counts down in 1/1024 s and flags once", () => {
  const bench = deviceBench(rtcKind, { clocks: { osc32k: 32_768 } });
  bench.write(0, 0);
  bench.write(0, 0xc0);
  bench.write(0xc, 512);
  bench.passSeconds(0.25);
  assert.is(bench.read(0xc), 256);
  bench.passSeconds(0.25);
  assert.is(bench.read(0) & 8, 8);
  assert.is(bench.line("interrupt"), 1);
});

test("OSTIMER: Gray code and back is the identity, and neighbours differ in one bit", () => {
  const ones = (word: number) => [...word.toString(2)].filter((bit) => bit === "1").length;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 42 - 2 }), (count) => {
      assert.is(countOf(grayOf(count)), count);
      const [here, next] = [grayOf(count), grayOf(count + 1)];
      assert.is(ones((here.low ^ next.low) >>> 0) + ones((here.high ^ next.high) >>> 0), 1);
    }),
  );
});

test("OSTIMER: the interrupt comes when the counter equals the match, once", () => {
  const bench = deviceBench(ostimerKind, { clocks: { osc32k: 32_768 } });
  bench.passSeconds(1);
  assert.is(countOf({ low: bench.read(0), high: bench.read(4) }), 32_768);
  const match = grayOf(40_000);
  bench.write(0x10, match.low);
  bench.write(0x14, match.high);
  bench.write(0x1c, 2);
  assert.is(bench.read(0x1c) & 4, 0, "MATCH_WR_RDY");
  bench.passSeconds((40_000 - 32_768) / 32_768 - 1e-6);
  assert.is(bench.line("interrupt"), 0);
  bench.passSeconds(2e-6);
  assert.is(bench.line("interrupt"), 1);
  bench.write(0x1c, 3);
  assert.is(bench.line("interrupt"), 0);
  bench.passSeconds(10);
  assert.is(bench.rises("interrupt"), 1);
});

test("OSTIMER: a match that the counter has passed does not come", () => {
  const bench = deviceBench(ostimerKind, { clocks: { osc32k: 32_768 } });
  bench.passSeconds(2);
  const match = grayOf(1000);
  bench.write(0x14, match.high);
  bench.write(0x10, match.low);
  bench.write(0x1c, 2);
  bench.passSeconds(10);
  assert.is(bench.line("interrupt"), 0);
});

test("a timer keeps what it has counted when its clock stops or changes", () => {
  const bench = ctimer();
  bench.write(TCR, 1);
  bench.pass(500 * twelve);
  bench.setClock("function", 0);
  bench.passSeconds(1);
  assert.is(bench.read(TC), 500);
  bench.setClock("function", 96_000_000);
  bench.pass(10 * twelve);
  assert.is(bench.read(TC), 580);
});

test.run();
