/** The floating-point context where QEMU differs or gives up: test/isa/deviations.md. The rest is scenes. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { aliasNs, dataBase, scs, secureBit, twoWorldsWithFloat, type World, worldOf } from "../support/two-worlds.ts";

const usageFault = 6;
const hardFault = 3;
const nocp = 0x8_0000;
const fpca = 4;
const sfpa = 8;
const lspact = 1;
const splimviol = 0x200;
const [lspen, aspen] = [0x4000_0000, 0x8000_0000];

/** The unit is open to both states, all faults are enabled. */
function worldWithFloat(source: string): World {
  const world = worldOf(source, twoWorldsWithFloat);
  world.write(scs.cpacr, 0xf0_0000);
  world.write(scs.cpacr + aliasNs, 0xf0_0000);
  world.write(scs.nsacr, 0xc00);
  world.write(scs.shcsr, 0xf_0000);
  return world;
}

const active = (world: World): number => (world.core.cpu.control[1] ?? 0) & (fpca | sfpa);

test("what VLSTM leaves for later is no frame of a stack: an earlier SPLIMVIOL does not hold for it", () => {
  const world = worldWithFloat(`
    reset:
      set r0, ${dataBase + 0x100}
      vmov s0, r0
      vlstm r0
      svc #0
    secure11:
      vmov s1, r0
      b secure11`);
  const { cpu } = world.core;
  cpu.fpccr[1] = aspen + lspen + splimviol + 4;
  world.run(4);
  assert.is((cpu.fpccr[1] ?? 0) & (lspact | splimviol), lspact, "it waits, and not below a limit");
  assert.is(active(world), sfpa, "the context is away");
  world.run(2);
  assert.is(world.read(dataBase + 0x100), dataBase + 0x100, "S0 has been written");
});

test("a return to live Non-secure registers that NSACR withholds is NOCP in Secure state", () => {
  const world = worldWithFloat(`
    reset:
      nop
    secure11:
      bx lr
    secure6:
      b secure6`);
  const { cpu, calls } = world.core;
  world.run(1);
  cpu.systemActive[1] = 1 << 11;
  cpu.ipsr = 11;
  cpu.sp[0] = dataBase - secureBit + 0x1000;
  cpu.sauCtrl = 2;
  cpu.r[14] = 0xffff_ffa9;
  world.write(scs.nsacr, 0);
  calls.dropTables();
  world.run(1);
  assert.is(cpu.ipsr, usageFault);
  assert.is(cpu.cfsr[1], nocp, "NOCP, not INVPC");
});

test("a frame whose floating-point part cannot be read stays where it is", () => {
  const world = worldWithFloat(`
    reset:
      set r0, 0x2000ffd0
      vmov s3, r0
      svc #0
    secure11:
      bx lr
    secure5:
      b secure5`);
  const { cpu } = world.core;
  world.write(scs.fpccr, aspen);
  world.run(4);
  assert.is(cpu.ipsr, 11);
  // The basic frame just fits below the end of memory.
  const frame = dataBase + 0xffd8;
  for (let word = 0; word < 8; word++) world.write(frame + word * 4, word === 7 ? 0x100_0000 : 0);
  cpu.r[13] = frame;
  cpu.s[3] = 7;
  world.run(1);
  assert.is(cpu.ipsr, 5, "BusFault");
  assert.is((cpu.cfsr[0] ?? 0) >>> 8, 8, "UNSTKERR and nothing else");
  assert.is(world.reg(13), frame, "taken on the frame as it is");
  assert.is(cpu.s[3], 0, "nothing is left in the registers");
});

test("a context that nothing could be raised for locks the processor up when preserving it fails", () => {
  const world = worldWithFloat(`
    reset:
      vmov s0, r0`);
  const { cpu } = world.core;
  cpu.fpccr[1] = aspen + lspen + lspact + 4;
  cpu.fpcar[1] = 0x3800_0000;
  assert.is(world.run(1), "lockup");
  assert.is(cpu.hfsr, 0x4000_0000, "FORCED");
});

test("CPPWR denies the unit to both states, and SUS10 hides that from Non-secure state", () => {
  const world = worldWithFloat(`
    reset:
      vmov s0, r0
    secure6:
      b secure6`);
  world.write(scs.cppwr, 0x10_0000);
  assert.is(world.read(scs.cppwr + aliasNs), 0x10_0000);
  world.write(scs.cppwr, 0x30_0000);
  assert.is(world.read(scs.cppwr + aliasNs), 0);
  world.write(scs.cppwr + aliasNs, 0);
  assert.is(world.read(scs.cppwr), 0x30_0000);
  world.run(1);
  assert.is(world.core.cpu.ipsr, usageFault);
  assert.is(world.core.cpu.cfsr[1], nocp);
});

test("MONRDY is not for Non-secure state while DebugMonitor is Secure", () => {
  const world = worldWithFloat("reset:\n nop");
  world.write(scs.fpccr, aspen + 0x100);
  assert.is(world.read(scs.fpccr + aliasNs), aspen + 0x100);
  world.core.cpu.demcr = 0x10_0000;
  assert.is(world.read(scs.fpccr + aliasNs), aspen);
});

test("without the unit there is no context: registers read zero, VLSTM does nothing, the rest is NOCP", () => {
  const world = worldOf(`
    reset:
      set r0, 12
      msr control, r0
      vlstm r0
      mrs r1, control
      vmov s0, r0
    secure3:
      b secure3`);
  world.write(scs.cpacr, 0xffff_ffff);
  world.write(scs.fpccr, 0xffff_ffff);
  world.write(scs.fpcar, 0xffff_ffff);
  assert.is(world.read(scs.fpccr) | world.read(scs.fpcar), 0);
  assert.is(world.read(scs.cpacr) & 0xf0_0000, 0);
  world.run(6);
  assert.is(world.reg(1), 0, "CONTROL");
  assert.is(world.core.cpu.ipsr, hardFault);
  assert.is(world.core.cpu.cfsr[1], nocp);
});

test.run();
