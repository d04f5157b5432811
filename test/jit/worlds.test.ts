/** Compiled code in both security states, floating-point contexts that move between them, interrupts of both. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, pick, seeded } from "../../src/base/prng.ts";
import { attachJit } from "../../src/jit/jit.ts";
import { aliasNs, dataBase, scs, secureBit, twoWorldsWithFloat, type World, worldOf } from "../support/two-worlds.ts";
import { differenceBetween } from "./difference.ts";
import { eager } from "./eager.ts";

const seed = Number(process.env.SEED ?? 20261121);
const [lspen, aspen] = [0x4000_0000, 0x8000_0000];

/** Secure code calls Non-secure code by BLXNS, that one calls back through SG; both have loops of arithmetic. */
const source = `
reset:
  set r9, ${secureBit}
  set r8, outside
  sub.w r8, r8, r9
again:
  set r10, ${dataBase}
  movs r5, #9
inner:
  vadd.f32 s0, s0, s1
  vdiv.f32 s2, s0, s3
  vcmp.f32 s2, s1
  vmrs APSR_nzcv, fpscr
  it mi
  adds r0, r0, r5
  str.w r0, [r10, #0]
  subs r5, #1
  bne inner
  bl helper
  set r1, ${dataBase + 0x200}
  vlstm r1
  blxns r8
  set r1, ${dataBase + 0x200}
  vlldm r1
  b again
helper:
  push {r4, lr}
  adds r3, #1
  vstmdb sp!, {s0-s1}
  vldmia sp!, {s0-s1}
  pop {r4, pc}
entry:
  sg
  adds r3, #2
  bxns lr
outside:
  push {r4, lr}
  set r4, entry
  adds r4, #1
  movs r6, #7
  vmov.f32 s4, #3.0
  vmov.f32 s5, #7.0
round:
  vdiv.f32 s4, s4, s5
  vadd.f32 s4, s4, s5
  adds r2, r2, r6
  subs r6, #1
  bne round
  blx r4
  pop {r4, pc}
secure15:
  vadd.f32 s1, s1, s6
  bx lr
outer15:
  movs r0, #5
turn:
  vmov s7, r0
  subs r0, #1
  bne turn
  bx lr
secure:
  b secure
outer:
  b outer`;

function worldWith(fpccr: number, periods: readonly [secure: number, outside: number]): World {
  const world = worldOf(source, twoWorldsWithFloat);
  const { cpu, calls } = world.core;
  world.write(scs.sauCtrl, 2);
  world.write(scs.shcsr, 0xf_0000);
  world.write(scs.nsacr, 0xc00);
  for (const [index, alias] of [0, aliasNs].entries()) {
    world.write(scs.cpacr + alias, 0xf0_0000);
    for (const register of [scs.systickRvr, scs.systickCvr]) world.write(register + alias, periods[index] ?? 0);
    world.write(scs.systickCsr + alias, 7);
  }
  cpu.fpccr[1] = fpccr;
  cpu.s.set(Array.from({ length: 8 }, (_, index) => 0x3f80_0000 + 0x12_3456 * index));
  calls.writeStackPointer(0, dataBase - secureBit + 0x8000);
  return world;
}

test(`compiled code of two worlds is that of the interpreter (SEED=${seed})`, () => {
  const random = seeded(seed);
  for (let round = 0; round < 12; round++) {
    // Lazily or not; Secure registers treated as such (TS), or not.
    const fpccr = pick(random, [aspen + lspen, aspen]) + pick(random, [0, 4, 0x400_0004]);
    const periods = [200 + nextBelow(random, 900), 200 + nextBelow(random, 900)] as const;
    const plain = worldWith(fpccr, periods);
    const compiled = worldWith(fpccr, periods);
    attachJit(compiled.core, { ...eager, periodTicks: pick(random, [7, 29, 61]) });
    let calls = 0;
    while (plain.machine.tick() < 40_000) {
      const ticks = 1 + nextBelow(random, pick(random, [20, 3000]));
      for (const world of [plain, compiled]) world.run(ticks);
      const text = differenceBetween(plain.machine, compiled.machine);
      calls = Math.max(calls, plain.reg(3));
      assert.is(text, null, `round ${round}, FPCCR ${fpccr.toString(16)}, at tick ${plain.machine.tick()}`);
    }
    const { nativeEntries } = compiled.core.scratch;
    assert.ok(nativeEntries > 200, `${nativeEntries} times into compiled code`);
    assert.is(plain.core.cpu.cfsr[0], 0, "no fault outside");
    assert.is(plain.core.cpu.cfsr[1], 0, "nor in Secure state");
    assert.ok(calls > 500, `${calls} calls in both directions`);
  }
});

test.run();
