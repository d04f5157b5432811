/** Which pending interrupt gets in: masks, active exceptions, PRIS and BFHFNMINS (DDI 0553, ExecutionPriority). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, type Random, seeded } from "../../src/base/prng.ts";
import { scs, worldOf } from "../support/two-worlds.ts";

interface Line {
  readonly secure: boolean;
  readonly priority: number;
}
/** Pairs are Non-secure, Secure. */
interface Masks {
  readonly pris: boolean;
  readonly bfhfnmins: boolean;
  readonly prigroup: readonly [number, number];
  readonly basepri: readonly [number, number];
  readonly primask: readonly [boolean, boolean];
  readonly faultmask: readonly [boolean, boolean];
  readonly active: Line | null;
  readonly pending: Line;
}

const flip = (random: Random, odds = 2): boolean => nextBelow(random, odds) === 0;
const level = (random: Random): number => 0x20 * nextBelow(random, 8);

const randomMasks = (random: Random): Masks => ({
  pris: flip(random),
  bfhfnmins: flip(random),
  prigroup: [nextBelow(random, 8), nextBelow(random, 8)],
  basepri: [flip(random) ? level(random) : 0, flip(random) ? level(random) : 0],
  primask: [flip(random, 5), flip(random, 5)],
  faultmask: [flip(random, 8), flip(random, 8)],
  active: flip(random) ? { secure: flip(random), priority: level(random) } : null,
  pending: { secure: flip(random), priority: level(random) },
});

/** A Non-secure priority as Secure state sees it. */
const seen = ({ pris }: Masks, secure: boolean, priority: number): number =>
  pris && !secure ? 128 + Math.floor(priority / 2) : priority;

const groupOf = (masks: Masks, secure: boolean, priority: number): number => {
  const below = 2 ** (masks.prigroup[secure ? 1 : 0] + 1);
  return seen(masks, secure, priority - (priority % below));
};

function executionPriority(masks: Masks): number {
  const boosts = [256];
  if (masks.active !== null) boosts.push(groupOf(masks, masks.active.secure, masks.active.priority));
  for (const secure of [false, true]) {
    const bank = secure ? 1 : 0;
    if (masks.basepri[bank] !== 0) boosts.push(groupOf(masks, secure, masks.basepri[bank]));
    if (masks.primask[bank]) boosts.push(seen(masks, secure, 0));
  }
  if (masks.faultmask[1]) boosts.push(masks.bfhfnmins ? -3 : -1);
  if (masks.faultmask[0]) boosts.push(masks.bfhfnmins ? -1 : seen(masks, false, 0));
  return Math.min(...boosts);
}

const [activeLine, pendingLine] = [3, 7];

function isTaken(masks: Masks): boolean {
  const world = worldOf("reset:\n b reset\nsecure:\n b secure\nouter:\n b outer\n");
  const { cpu } = world.core;
  world.write(scs.sauCtrl, 2);
  world.core.calls.writeStackPointer(0, 0x20008000);
  cpu.aircrSecure = (masks.pris ? 0x4000 : 0) | (masks.bfhfnmins ? 0x2000 : 0);
  cpu.prigroup.set(masks.prigroup);
  cpu.basepri.set(masks.basepri);
  cpu.primask.set(masks.primask.map(Number));
  cpu.faultmask.set(masks.faultmask.map(Number));
  const targets =
    (masks.active?.secure === false ? 1 << activeLine : 0) | (masks.pending.secure ? 0 : 1 << pendingLine);
  cpu.interruptTarget[0] = targets;
  cpu.interruptPriority[activeLine] = masks.active?.priority ?? 0;
  cpu.interruptPriority[pendingLine] = masks.pending.priority;
  if (masks.active !== null) {
    cpu.interruptActive[0] = 1 << activeLine;
    cpu.ipsr = 16 + activeLine;
  }
  world.write(scs.iser, 1 << pendingLine);
  world.core.calls.setLine(pendingLine, 1);
  world.run(1);
  return cpu.ipsr === 16 + pendingLine;
}

const seed = 33;
for (let round = 0; round < 20; round++) {
  test(`an interrupt gets in if and only if its group is the stronger one (seed ${seed}, round ${round})`, () => {
    const random = seeded(seed + round);
    for (let time = 0; time < 12; time++) {
      const masks = randomMasks(random);
      const { secure, priority } = masks.pending;
      const wanted = groupOf(masks, secure, priority) < executionPriority(masks);
      assert.is(isTaken(masks), wanted, JSON.stringify(masks));
    }
  });
}

test("BASEPRI_MAX has no Non-secure alias: Secure code that names it reaches nothing", () => {
  const world = worldOf(`
reset:
  movs r0, #64
  msr BASEPRI_NS, r0
  movs r0, #32
  msr SYSm_146, r0
  mrs r1, SYSm_146
  mrs r2, BASEPRI_NS
stop:
  b stop
secure:
  b stop
`);
  world.run(20);
  assert.equal([world.reg(1), world.reg(2)], [0, 64]);
});

test.run();
