/**
 * The LPC55S69 as a whole: places, wires, clocks, and the register sequences that drivers go through (fact sheet
 * lpc55s69).
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { boards, findBoard } from "../../src/board/boards.ts";
import { lpc55s69 } from "../../src/board/lpc55s69.ts";
import { type BoardBench, boardBench } from "../support/board-bench.ts";

const SYSCON = 0x40000000;
const ANACTRL = 0x40013000;
const PMC = 0x40020000;
const hex = (value: number) => `0x${value.toString(16)}`;

test("the board is found by its name and by no other", () => {
  assert.is(findBoard("lpc55s69"), lpc55s69);
  assert.is(findBoard("lpc55s6x"), undefined);
  assert.ok(boards.includes(lpc55s69));
});

test("no two windows or memories overlap, aliases included", () => {
  const spans = [...lpc55s69.devices, ...lpc55s69.memories].flatMap(({ name, base, sizeBytes, aliases }) =>
    [base, ...aliases].map((start) => ({ name, start, end: start + sizeBytes })),
  );
  spans.sort((a, b) => a.start - b.start);
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (next !== undefined) assert.ok(span.end <= next.start, `${span.name} ${hex(span.start)} meets ${next.name}`);
  }
});

test("every resource answers again with address bit 28 set", () => {
  for (const { name, base, aliases } of [...lpc55s69.devices, ...lpc55s69.memories])
    assert.ok(aliases.includes(base + 0x10000000), name);
});

test("bases and interrupt numbers are those of the sheet", () => {
  const sheet: Record<string, [number, Record<string, number>]> = {
    flexcomm0: [0x40086000, { interrupt: 14 }],
    flexcomm4: [0x4008a000, { interrupt: 18 }],
    flexcomm5: [0x40096000, { interrupt: 19 }],
    flexcomm7: [0x40098000, { interrupt: 21 }],
    flexcomm8: [0x4009f000, { interrupt: 59 }],
    ctimer2: [0x40028000, { interrupt: 36 }],
    ctimer3: [0x40029000, { interrupt: 13 }],
    ctimer4: [0x4002a000, { interrupt: 37 }],
    wwdt: [0x4000c000, { interrupt: 0 }],
    utick: [0x4000e000, { interrupt: 8 }],
    rtc: [0x4002c000, { interrupt: 29 }],
    ostimer: [0x4002d000, { interrupt: 38 }],
    puf: [0x4003b000, { interrupt: 56 }],
    gpio: [0x4008c000, {}],
    casper: [0x400a5000, { interrupt: 55 }],
  };
  for (const [name, [base, interrupts]] of Object.entries(sheet)) {
    const placed = lpc55s69.devices.find((device) => device.name === name);
    assert.is(placed?.base, base, name);
    assert.equal(placed?.interrupts, interrupts, name);
  }
});

test("names of wires, gates and clocks all lead somewhere", () => {
  const names = new Set(lpc55s69.devices.map(({ name }) => name));
  assert.is(names.size, lpc55s69.devices.length);
  for (const { from, to } of lpc55s69.wires) assert.ok(names.has(from.device) && names.has(to.device));
  const bench = boardBench(lpc55s69);
  for (let word = 0; word < 3; word++) bench.write(SYSCON + 0x220 + 4 * word, 0xffffffff);
  for (const { name, gate, clocks } of lpc55s69.devices) {
    if (gate !== null) assert.is(bench.line(gate), 1, `${name}: ${gate}`);
    for (const clock of Object.values(clocks)) assert.ok(clock in lpc55s69.clocks, `${name}: ${clock}`);
  }
  assert.is(lpc55s69.interruptNames.length, 64);
});

test("IDAU rows cover all addresses, in order, without overlap", () => {
  let next = 0;
  for (const { base, last } of lpc55s69.idau) {
    assert.is(base, next);
    next = last + 1;
  }
  assert.is(next, 2 ** 32);
});

test("after reset the processor runs at 12 MHz and nothing drives the Flexcomms", () => {
  const bench = boardBench(lpc55s69);
  assert.is(bench.clock("cpu"), 12_000_000);
  assert.is(bench.clock("flexcomm0"), 0);
  assert.is(bench.clock("systick-reference"), 0);
  assert.is(bench.clock("fro96"), 0);
  assert.equal(bench.interrupts(), []);
  assert.equal(bench.gaps, []);
});

test("96 MHz on FRO_HF, divided by 2 for the bus", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x220 + 8, 1 << 27);
  bench.write(ANACTRL + 0x10, bench.read(ANACTRL + 0x10) | 0x40000000);
  bench.write(SYSCON + 0x280, 3);
  assert.is(bench.clock("cpu"), 96_000_000);
  bench.write(SYSCON + 0x380, 1);
  assert.is(bench.clock("cpu"), 48_000_000);
  bench.write(SYSCON + 0x2b0 + 12, 3);
  bench.write(SYSCON + 0x224, 1 << 14);
  assert.is(bench.clock("flexcomm3"), 96_000_000, "FROHFDIV's HALT is ignored");
});

test("the fractional divider of a Flexcomm divides by 1 + MULT / 256", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x224, 1 << 13);
  bench.write(SYSCON + 0x2b8, 2);
  assert.is(bench.clock("flexcomm2"), 12_000_000);
  bench.write(SYSCON + 0x328, 0x40ff);
  assert.is(bench.clock("flexcomm2"), 9_600_000);
});

/** Crystal on and let in, as CLK's set-up does it; spins on XO_READY like the driver. */
function startCrystal(bench: BoardBench): void {
  bench.write(SYSCON + 0x220 + 8, 1 << 27);
  bench.write(PMC + 0xc8, (1 << 8) | (1 << 20));
  bench.write(SYSCON + 0xa18, bench.read(SYSCON + 0xa18) | 0x20);
  bench.write(ANACTRL + 0x20, bench.read(ANACTRL + 0x20) | 0x1000000);
  let spins = 0;
  while ((bench.read(ANACTRL + 0x24) & 1) === 0 && spins++ < 10_000) bench.passMicroseconds(1);
  assert.ok(spins < 10_000, "XO_READY");
}

test("the crystal is ready some time after its power bits are cleared, not before", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x220 + 8, 1 << 27);
  bench.passMicroseconds(100_000);
  assert.is(bench.read(ANACTRL + 0x24), 0);
  startCrystal(bench);
  bench.write(PMC + 0xc0, 1 << 8);
  assert.is(bench.read(ANACTRL + 0x24), 0);
});

test("other settings do not hold up a crystal that is starting", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x220 + 8, 1 << 27);
  bench.write(PMC + 0xc8, (1 << 8) | (1 << 20));
  for (let step = 0; step < 10; step++) {
    bench.passMicroseconds(50);
    bench.write(ANACTRL + 0x18, step & 1);
  }
  assert.is(bench.read(ANACTRL + 0x24), 1);
});

test("PLL1 of 144 MHz from the crystal: N 8, M 144, P 1, locked after its fixed time", () => {
  const bench = boardBench(lpc55s69);
  startCrystal(bench);
  bench.write(PMC + 0xc0, 1 << 10);
  bench.write(SYSCON + 0x294, 1);
  bench.write(SYSCON + 0x560, 0x200000);
  for (const [offset, value, request] of [
    [0x568, 8, 0x100],
    [0x570, 1, 0x20],
    [0x56c, 144, 0x10000],
  ] as const) {
    bench.write(SYSCON + offset, value);
    bench.write(SYSCON + offset, value | request);
  }
  bench.write(PMC + 0xc8, 1 << 10);
  assert.is(bench.read(SYSCON + 0x564) & 1, 0);
  bench.passMicroseconds(500);
  assert.is(bench.read(SYSCON + 0x564) & 1, 1);
  bench.write(SYSCON + 0x284, 2);
  assert.is(bench.clock("cpu"), 144_000_000);
  bench.write(PMC + 0xc0, 1 << 10);
  assert.is(bench.clock("cpu"), 0);
});

test("PLL0 settings of the sheet: 24.576, 100 and 150 MHz", () => {
  const settings = [
    { n: 125, m: 3072, p: 8, hertz: 24_576_000 },
    { n: 4, m: 100, p: 2, hertz: 100_000_000 },
    { n: 8, m: 150, p: 1, hertz: 150_000_000 },
  ];
  for (const { n, m, p, hertz } of settings) {
    const bench = boardBench(lpc55s69);
    startCrystal(bench);
    bench.write(SYSCON + 0x290, 1);
    bench.write(SYSCON + 0x580, 0x200000);
    bench.write(SYSCON + 0x588, n | 0x100);
    bench.write(SYSCON + 0x58c, p | 0x20);
    bench.write(SYSCON + 0x590, 0);
    bench.write(SYSCON + 0x594, (m << 10) | 0x10000000);
    bench.write(PMC + 0xc8, (1 << 9) | (1 << 23));
    bench.passMicroseconds(6_000);
    assert.is(bench.clock("pll0"), hertz);
  }
});

test("a driver that resets a peripheral sees the bit set and cleared, and the peripheral is fresh", () => {
  const bench = boardBench(lpc55s69);
  const bit = 1 << 14;
  bench.write(SYSCON + 0x224, bit);
  bench.write(0x40089020, 7);
  bench.write(SYSCON + 0x124, bit);
  assert.is(bench.read(SYSCON + 0x104) & bit, bit);
  bench.write(SYSCON + 0x144, bit);
  assert.is(bench.read(SYSCON + 0x104) & bit, 0);
  assert.is(bench.read(0x40089020), 0);
  assert.equal(bench.gaps, []);
});

test("the console path of a hypervisor: FC0 at 115200 prints, and TXIDLE ends", () => {
  const bench = boardBench(lpc55s69);
  const FC0 = 0x40086000;
  bench.write(SYSCON + 0x2b0, 2);
  bench.write(SYSCON + 0x224, 1 << 11);
  bench.write(SYSCON + 0x124, 1 << 11);
  bench.write(SYSCON + 0x144, 1 << 11);
  bench.write(FC0 + 0xff8, 1);
  bench.write(FC0 + 0xe00, 0x30003);
  bench.write(FC0 + 0x20, 7);
  bench.write(FC0 + 0x28, 12);
  bench.write(FC0, 5);
  for (const char of "Hi\n") bench.write(FC0 + 0xe20, char.charCodeAt(0));
  assert.is(bench.read(FC0 + 0x8) & 8, 0);
  bench.passMicroseconds(261);
  assert.is(bench.text.get("flexcomm0"), "Hi\n");
  assert.is(bench.read(FC0 + 0x8) & 8, 8);
});

test("the RNG driver's loops end, and its words differ", () => {
  const bench = boardBench(lpc55s69);
  const RNG = 0x4003a000;
  bench.write(PMC + 0xc8, 1 << 22);
  assert.is((bench.read(PMC + 0xb8) >>> 22) & 1, 0);
  bench.write(SYSCON + 0x228, 1 << 13);
  bench.write(RNG + 0xc, 4);
  bench.write(RNG + 0x10, 1);
  const statistics = bench.read(RNG + 0x14);
  const [minimum, maximum] = [(statistics >>> 4) & 0xf, (statistics >>> 8) & 0xf];
  assert.ok(minimum <= (maximum - 1) >>> 0 && maximum <= 4, "as the driver compares them, unsigned");
  assert.is((bench.read(RNG + 0x8) >>> 8) & 0x1f, 31);
  assert.is.not(bench.read(RNG), bench.read(RNG));
  assert.is(bench.read(RNG + 0xffc), 0xa0b83200);
});

test("the secure controller is at reset: no rules, checking off, and touching it is a gap", () => {
  const bench = boardBench(lpc55s69);
  assert.equal([bench.read(0x500acffc), bench.read(0x500acff8), bench.read(0x500ac010)], [0xaaaa, 0xaaaa, 0]);
  assert.is(bench.gaps[0], "AHB_SECURE_CTRL.MISC_CTRL_REG read");
  assert.is(bench.gaps[2], "AHB_SECURE_CTRL.FLASH_MEM_RULE0 read");
});

test("UTICK stands still until its 1 MHz clock is let in", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x224, 1 << 10);
  bench.write(0x4000e000, 99);
  bench.passMicroseconds(1000);
  assert.equal(bench.interrupts(), []);
  bench.write(SYSCON + 0xa18, 0x5);
  bench.passMicroseconds(100);
  assert.equal(bench.interrupts(), [8]);
});

test("an access to a peripheral whose clock is off is not answered", () => {
  const bench = boardBench(lpc55s69);
  bench.write(0x40001000, 0x123);
  assert.is(bench.read(0x40001000), 0);
  assert.equal(bench.gaps, ["iocon closed", "iocon closed"]);
});

test("GPIO answers when either port has its clock", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x220, 1 << 15);
  bench.write(0x4008e384, 1 << 6);
  bench.write(0x4008e204, 1 << 6);
  assert.is(bench.line("gpio.PIO1_6"), 1);
  bench.write(SYSCON + 0x120, 1 << 15);
  assert.is(bench.line("gpio.PIO1_6"), 0);
});

test("the ISP button reaches PINT through the multiplexer and raises interrupt 4", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x220, (1 << 11) | (1 << 14) | (1 << 18));
  assert.is(bench.read(0x4008d000 + 4 * 5), 0xffffffff, "pulled up");
  bench.write(0x400060c0, 5);
  bench.write(0x40004020, 0xff);
  bench.write(0x40004014, 1);
  assert.equal(bench.interrupts(), []);
  bench.input("gpio", "PIO0_5", [0]);
  assert.equal(bench.interrupts(), [4]);
  bench.write(0x40004024, 1);
  assert.equal(bench.interrupts(), []);
});

test("a watchdog that is not fed asks for a reset and leaves its mark in WDTOF and the reset cause", () => {
  const bench = boardBench(lpc55s69);
  const WWDT = 0x4000c000;
  bench.write(SYSCON + 0x220, 1 << 22);
  bench.write(SYSCON + 0xa18, 0x41);
  bench.write(SYSCON + 0x38c, 0);
  bench.write(WWDT + 4, 999);
  bench.write(WWDT, 3);
  bench.write(WWDT + 8, 0xaa);
  bench.write(WWDT + 8, 0x55);
  bench.passMicroseconds(3_999);
  assert.equal(bench.resets, []);
  bench.passMicroseconds(1);
  assert.equal(bench.resets, ["watchdog timed out"]);
  bench.warmReset();
  assert.is(bench.read(PMC + 0x84), 0x100);
  bench.write(SYSCON + 0x220, 1 << 22);
  assert.is(bench.read(WWDT), 4);
});

test("a software reset needs its key", () => {
  const bench = boardBench(lpc55s69);
  bench.write(SYSCON + 0x160, 1);
  assert.equal(bench.resets, []);
  bench.write(SYSCON + 0x160, 0x5a000001);
  assert.is(bench.resets.length, 1);
  assert.is(bench.read(PMC + 0x84), 0x200);
});

test.run();
