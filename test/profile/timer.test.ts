/** SysTick of both states and DWT_CYCCNT against a counter that is stepped cycle by cycle. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { aliasNs, emptyWorld, scs, type World, worldOf } from "../support/two-worlds.ts";

const enable = 1;
const tickint = 2;
const clksource = 4;
const countflag = 0x10000;

/** SysTick as DDI 0553 tells it, one processor cycle at a time. A clock that starts anew starts with a whole count. */
interface Model {
  csr: number;
  rvr: number;
  cvr: number;
  pending: boolean;
  phase: number;
}

const cyclesPerCount = ({ csr }: Model, reference: number): number => {
  if ((csr & enable) === 0) return 0;
  return csr & clksource ? 1 : reference;
};

function stepCycle(model: Model, reference: number): void {
  const perCount = cyclesPerCount(model, reference);
  if (perCount === 0) return;
  model.phase++;
  if (model.phase < perCount) return;
  model.phase = 0;
  if (model.cvr === 0) {
    model.cvr = model.rvr;
    return;
  }
  model.cvr--;
  if (model.cvr !== 0) return;
  model.csr |= countflag;
  if (model.csr & tickint) model.pending = true;
}

interface Rig {
  readonly world: World;
  readonly models: readonly [Model, Model];
  reference: number;
}

const newModel = (): Model => ({ csr: 0, rvr: 0, cvr: 0, pending: false, phase: 0 });

function pass(rig: Rig, cycles: number): void {
  rig.world.core.passCycles(cycles);
  for (let cycle = 0; cycle < cycles; cycle++) for (const model of rig.models) stepCycle(model, rig.reference);
}

const shift = (bank: 0 | 1): number => (bank === 0 ? aliasNs : 0);

function writeControl(rig: Rig, bank: 0 | 1, value: number): void {
  const model = rig.models[bank];
  const before = cyclesPerCount(model, rig.reference);
  model.csr = (model.csr & countflag) | value;
  if (cyclesPerCount(model, rig.reference) !== before) model.phase = 0;
  rig.world.write(scs.systickCsr + shift(bank), value);
}

function writeReload(rig: Rig, bank: 0 | 1, value: number): void {
  const model = rig.models[bank];
  if (model.cvr === 0) model.phase = 0;
  model.rvr = value;
  rig.world.write(scs.systickRvr + shift(bank), value);
}

function clearCounter(rig: Rig, bank: 0 | 1): void {
  Object.assign(rig.models[bank], { cvr: 0, phase: 0, csr: rig.models[bank].csr & ~countflag });
  rig.world.write(scs.systickCvr + shift(bank), 0x1234);
}

function changeReference(rig: Rig, cycles: number): void {
  for (const model of rig.models) {
    const before = cyclesPerCount(model, rig.reference);
    if (cyclesPerCount(model, cycles) !== before) model.phase = 0;
  }
  rig.reference = cycles;
  rig.world.core.cpu.systickReferenceCycles = cycles;
  rig.world.core.nextTimerCycle();
}

function compare(rig: Rig, bank: 0 | 1, what: string): void {
  const { world, models } = rig;
  const model = models[bank];
  const seen = {
    cvr: world.read(scs.systickCvr + shift(bank)),
    csr: world.read(scs.systickCsr + shift(bank)),
    pending: (world.read(scs.icsr + shift(bank)) & 0x0400_0000) !== 0,
  };
  assert.equal(seen, { cvr: model.cvr, csr: model.csr, pending: model.pending }, what);
  model.csr &= ~countflag;
  if (model.pending && model.rvr % 2 === 1) {
    model.pending = false;
    world.write(scs.icsr + shift(bank), 0x0200_0000);
  }
}

const seed = 20261;
for (let round = 0; round < 60; round++) {
  test(`both SysTicks follow the cycle-by-cycle counter through random writes (seed ${seed}, round ${round})`, () => {
    const random = seeded(seed + round);
    const rig: Rig = { world: emptyWorld(), models: [newModel(), newModel()], reference: 0 };
    for (let step = 0; step < 120; step++) {
      const bank = nextBelow(random, 2) as 0 | 1;
      const action = nextBelow(random, 8);
      if (action === 0) writeControl(rig, bank, nextBelow(random, 8));
      if (action === 1) writeReload(rig, bank, nextBelow(random, [4, 40, 400][round % 3] ?? 4));
      if (action === 2) clearCounter(rig, bank);
      if (action === 3 && round % 2 === 0) changeReference(rig, nextBelow(random, 5));
      if (action > 3) pass(rig, nextBelow(random, action === 7 ? 900 : 12));
      if (nextBelow(random, 3) === 0) compare(rig, bank, `step ${step}, bank ${bank}`);
    }
  });
}

test("SysTick interrupts instructions every RVR + 1 cycles, to the tick, in both states at once", () => {
  const world = worldOf(`
reset:
  b reset
secure15:
  adds r1, #1
  bx lr
outer15:
  adds r2, #1
  bx lr
`);
  for (const [bank, reload] of [
    [1, 996],
    [0, 616],
  ] as const) {
    world.write(scs.systickRvr + shift(bank), reload);
    world.write(scs.systickCvr + shift(bank), 0);
    world.write(scs.systickCsr + shift(bank), 7);
  }
  for (const [region, base, last] of [
    [0, 0, 0xfffff],
    [1, 0x20000000, 0x200fffff],
  ] as const) {
    world.write(scs.sauRnr, region);
    world.write(scs.sauRbar, base);
    world.write(scs.sauRlar, (last & ~31) | 1);
  }
  world.write(scs.sauCtrl, 1);
  world.core.calls.writeStackPointer(0, 0x20008000);
  world.run(100_000);
  for (const [toSecure, period] of [
    [true, 997],
    [false, 617],
  ] as const) {
    const entries = world.moments.filter(({ kind, fields }) => kind === "exception" && fields.toSecure === toSecure);
    // A handler of the other state may run when the counter reaches zero: then the entry waits for its two
    // instructions.
    const late = entries.map(({ cycle }, index) => cycle - period * (index + 1));
    assert.ok(entries.length >= Math.floor(100_000 / period) - 1, `${entries.length} entries`);
    assert.equal(
      late.filter((cycles) => cycles < 0 || cycles > 2),
      [],
    );
    assert.ok(late.filter((cycles) => cycles === 0).length > entries.length * 0.95, "nearly all on their cycle");
  }
});

test("a timer without TICKINT wakes nobody, and its COUNTFLAG is there when somebody looks", () => {
  const world = worldOf("reset:\n wfi\n b reset\n");
  world.write(scs.systickRvr, 99);
  world.write(scs.systickCsr, enable | clksource);
  assert.is(world.run(10), "idle");
  assert.is(world.core.nextTimerCycle(), Number.POSITIVE_INFINITY);
  world.core.passCycles(98);
  assert.is(world.read(scs.systickCsr), enable | clksource);
  world.core.passCycles(1000);
  assert.is(world.read(scs.systickCsr), enable | clksource | countflag);
  assert.is(world.read(scs.systickCsr), enable | clksource, "cleared by reading");
});

test("DWT_CYCCNT counts cycles while TRCENA and CYCCNTENA are set, keeps its value otherwise, can be written", () => {
  const world = worldOf("reset:\n b reset\n");
  const [dwtCtrl, cyccnt] = [0xe0001000, 0xe0001004];
  world.write(cyccnt, 500);
  world.run(10);
  assert.is(world.read(cyccnt), 500, "off");
  world.write(scs.demcr, 0x0100_0000);
  world.write(dwtCtrl, 1);
  world.run(10);
  world.core.passCycles(7);
  assert.is(world.read(cyccnt), 517);
  world.write(dwtCtrl, 0);
  world.run(10);
  assert.is(world.read(cyccnt), 517);
  world.write(dwtCtrl, 1);
  world.write(cyccnt, 0xffff_fffe);
  world.run(5);
  assert.is(world.read(cyccnt), 3, "wraps");
});

test.run();
