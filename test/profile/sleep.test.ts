/** WFI, WFE, SEV, SEVONPEND and SLEEPONEXIT: what sends the processor to sleep, and what wakes it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { aliasNs, scs, worldOf } from "../support/two-worlds.ts";

/** Sleeps, then counts in r4; handlers count in r5. */
const sleeper = (instruction: string): string => `
reset:
  set r6, 0x30000000
  ${instruction}
  movs r4, #1
spin:
  b spin
secure:
  adds r5, #1
  bx lr
`;

const line = 5;
const enable = (world: ReturnType<typeof worldOf>): void => world.write(scs.iser, 1 << line);

test("WFI ends with an interrupt, whose handler runs before the next instruction", () => {
  const world = worldOf(sleeper("wfi"));
  enable(world);
  assert.is(world.run(100), "idle");
  assert.is(world.core.cpu.sleeping, 1);
  world.core.calls.setLine(line, 1);
  world.core.calls.setLine(line, 0);
  world.run(100);
  assert.equal([world.reg(4), world.reg(5)], [1, 1]);
});

test("WFI under PRIMASK ends with a pending interrupt that stays pending", () => {
  const world = worldOf(sleeper("cpsid i\n wfi"));
  enable(world);
  assert.is(world.run(100), "idle");
  world.core.calls.setLine(line, 1);
  assert.is(world.run(100), "limit");
  assert.equal([world.reg(4), world.reg(5)], [1, 0]);
  assert.is(world.read(scs.ispr), 1 << line);
});

test("WFI goes on sleeping for what BASEPRI or the enable keeps out", () => {
  const world = worldOf(sleeper("movs r0, #64\n msr basepri, r0\n wfi"));
  world.write(scs.ipr + 4, 0x80 << 8);
  enable(world);
  assert.is(world.run(100), "idle");
  world.core.calls.setLine(line, 1);
  world.core.calls.setLine(line, 0);
  assert.is(world.run(100), "idle", "weaker than BASEPRI");
  world.core.calls.setLine(line + 1, 1);
  assert.is(world.run(100), "idle", "not enabled");
  world.write(scs.ipr + 4, 0x20 << 8);
  assert.is(world.run(100), "limit", "stronger than BASEPRI");
  assert.equal([world.reg(4), world.reg(5)], [1, 1]);
});

test("WFE after SEV does not sleep, and the second one does", () => {
  const world = worldOf(sleeper("sev\n wfe\n movs r3, #1\n wfe"));
  assert.is(world.run(100), "idle");
  assert.equal([world.reg(3), world.reg(4)], [1, 0]);
});

test("WFE under PRIMASK sleeps through a pending interrupt, unless SEVONPEND makes an event of it", () => {
  const world = worldOf(sleeper("cpsid i\n wfe"));
  enable(world);
  assert.is(world.run(100), "idle");
  world.core.calls.setLine(line, 1);
  assert.is(world.run(100), "idle");
  world.write(scs.scr, 0x10);
  world.core.calls.setLine(line + 1, 1);
  assert.is(world.run(100), "limit", "a pend that is not even enabled is an event");
  assert.equal([world.reg(4), world.reg(5)], [1, 0]);
});

test("SEVONPEND is banked: Secure state's does not hear of a Non-secure pend", () => {
  const world = worldOf(sleeper("cpsid i\n wfe"));
  world.write(scs.itns, 1 << line);
  world.write(scs.scr, 0x10);
  assert.is(world.run(100), "idle");
  world.core.calls.setLine(line, 1);
  assert.is(world.run(100), "idle");
  world.core.calls.setLine(line, 0);
  world.write(scs.icpr, 1 << line);
  world.write(scs.scr + aliasNs, 0x10);
  world.core.calls.setLine(line, 1);
  assert.is(world.run(100), "limit");
});

test("an exception return is an event", () => {
  const world = worldOf(sleeper("svc #0\n wfe\n movs r3, #1\n wfe"));
  assert.is(world.run(100), "idle");
  assert.equal([world.reg(3), world.reg(4), world.reg(5)], [1, 0, 1]);
});

test("SLEEPONEXIT: the thread never goes on, each interrupt runs its handler", () => {
  const world = worldOf(sleeper("wfi"));
  world.write(scs.scr, 2);
  enable(world);
  world.run(100);
  for (let time = 1; time <= 3; time++) {
    world.core.calls.setLine(line, 1);
    world.core.calls.setLine(line, 0);
    assert.is(world.run(100), "idle");
    assert.equal([world.reg(4), world.reg(5)], [0, time]);
  }
  world.write(scs.scr, 0);
  world.core.calls.setLine(line, 1);
  world.core.calls.setLine(line, 0);
  assert.is(world.run(100), "limit");
  assert.equal([world.reg(4), world.reg(5)], [1, 4]);
});

test("sleep takes cycles, not ticks", () => {
  const world = worldOf(sleeper("wfi"));
  world.write(scs.systickRvr, 9999);
  world.write(scs.systickCvr, 0);
  world.write(scs.systickCsr, 7);
  world.run(20);
  assert.is(world.machine.tick(), 20);
  assert.ok(world.core.cycle() > 9999, `cycle ${world.core.cycle()}`);
});

test.run();
