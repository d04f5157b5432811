/** What the access tables and the decode cache must not remember, and the accesses that go another way than most. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { program } from "../support/program.ts";
import { aliasNs, codeBase, dataBase, emptyWorld, scs, worldOf } from "../support/two-worlds.ts";

test("code that is overwritten runs as it is now, from the next instruction on, in its own page and in another", () => {
  for (const place of [codeBase + 0x600, dataBase + 0x40]) {
    const world = worldOf(`
reset:
  set r0, 0x${place.toString(16)}
  set r1, 0x47702101 ; movs r1, #1; bx lr
  str r1, [r0]
  adds r2, r0, #1
  blx r2
  mov r3, r1
  set r1, 0x47702102 ; movs r1, #2; bx lr
  str r1, [r0]
  blx r2
  mov r4, r1
  movs r5, #0
again:
  set r1, 0x47702103
  adds r1, r1, r5
  str r1, [r0]
  blx r2
  adds r6, r6, r1
  adds r5, #1
  cmp r5, #50
  bne again
stop:
  b stop
`);
    world.run(2000);
    assert.equal([3, 4, 6].map(world.reg), [1, 2, 50 * 3 + (49 * 50) / 2], place.toString(16));
  }
});

test("a block that overwrites its own next instruction runs the new one", () => {
  const world = worldOf(`
reset:
  set r0, patched
  movs r1, #66
  strb r1, [r0]
patched:
  movs r7, #1
stop:
  b stop
`);
  world.run(20);
  assert.is(world.reg(7), 66);
});

test("what an alias of a page of code writes is seen, too", () => {
  const world = worldOf(`
reset:
  set r0, patched
  set r3, 0xf0000000
  adds r0, r0, r3 ; the same byte in the Non-secure view
  movs r4, #0
once:
  bl patched
  strb r4, [r0]
  adds r4, #1
  cmp r4, #9
  bne once
stop:
  b stop
patched:
  movs r7, #1
  adds r6, r6, r7
  bx lr
`);
  world.run(200);
  assert.is(world.reg(6), 1 + 0 + 1 + 2 + 3 + 4 + 5 + 6 + 7);
});

test("code that both worlds run, each at its own address, is new to both once it is overwritten", () => {
  const world = worldOf(`
reset:
  set r8, outside
  set r9, 0x10000000
  sub.w r8, r8, r9 ; the Non-secure address
  movs r4, #0
again:
  blxns r8
  bl shared
  set r0, shared
  strb r4, [r0]
  adds r4, #1
  cmp r4, #6
  bne again
stop:
  b stop
outside:
  mov r10, lr
  bl shared
  bl shared
  mov lr, r10
  bx lr
shared:
  movs r7, #9
  adds r6, r6, r7
  bx lr
`);
  world.write(scs.sauCtrl, 2);
  world.core.calls.writeStackPointer(0, 0x20008000);
  world.run(400);
  assert.is(world.reg(4), 6);
  assert.is(world.reg(6), 3 * (9 + 0 + 1 + 2 + 3 + 4));
});

test("a store to data beside code in one page leaves the code as it is", () => {
  const world = worldOf(`
reset:
  set r0, counter
loop:
  ldr r1, [r0]
  adds r1, #1
  str r1, [r0]
  b loop
counter:
.word 0
`);
  world.run(400);
  const counter = world.code.at("counter");
  assert.is(world.read(counter), Math.floor((400 - 2) / 4));
});

test("unaligned accesses may cross pages and granules, and trap where CCR says so", () => {
  const world = worldOf(`
reset:
  set r0, 0x300003ff
  set r1, 0x44332211
  str r1, [r0]
  ldr r2, [r0]
  ldrh.w r3, [r0, #1]
  ldrsh.w r4, [r0, #2]
stop:
  b stop
secure:
  movs r7, #1
  b stop
`);
  world.run(20);
  assert.equal([2, 3, 4, 7].map(world.reg), [0x44332211, 0x3322, 0x4433, 0]);
  assert.is(world.read(0x20000400), 0x00443322);
  const trapping = worldOf("reset:\n set r0, 0x30000001\n ldr r2, [r0]\nstop:\n b stop\nsecure:\n b stop\n");
  trapping.write(scs.ccr, 0x208 | 1);
  trapping.run(20);
  assert.is(trapping.read(scs.cfsr), 0x0100_0000);
});

test("an unaligned access to Device memory is UNALIGNED whatever its region forbids, and DACCVIOL without one", () => {
  const deviceReadOnly = 0b110;
  for (const [place, enables, cfsr] of [
    [dataBase + 0x401, 0b101, 0x0100_0000],
    [dataBase + 0x400, 0b101, 0x0000_0082],
    [dataBase + 0x801, 0b001, 0x0000_0082],
  ] as const) {
    const world = worldOf(`reset:\n set r0, ${place}\n str r1, [r0]\nstop:\n b stop\nsecure:\n b stop\n`);
    for (const [region, base, limit] of [
      [0, dataBase + 0x400 + deviceReadOnly, dataBase + 0x400 + 1],
      [1, codeBase + 0b110, codeBase + 0xffe0 + 3],
      [2, dataBase + 0xf000 + 0b010, dataBase + 0xffe0 + 3],
    ] as const) {
      world.write(scs.mpuRnr, region);
      world.write(scs.mpuRbar, base);
      world.write(scs.mpuRlar, limit);
    }
    world.write(scs.mpuMair0, 0xff00);
    world.write(scs.mpuCtrl, enables);
    world.run(20);
    assert.is(world.read(scs.cfsr), cfsr, `${place.toString(16)} under MPU_CTRL ${enables}`);
  }
});

test("an unaligned access of Non-secure code to Secure Device memory is UNALIGNED, an aligned one AUVIOL", () => {
  for (const [place, cfsr, sfsr] of [
    [0xf000_0001, 0x0100_0000, 0],
    [0xf000_0000, 0, 0x48],
  ] as const) {
    const world = emptyWorld();
    world.write(scs.sauCtrl, 2);
    world.write(scs.shcsr, 0xf_0000);
    world.write(scs.shcsr + aliasNs, 0x5_0000);
    world.machine.program(codeBase + 0x400, program(0x400, `set r0, ${place}\n ldr r1, [r0]\nstop:\n b stop`).bytes);
    world.core.cpu.vtor[0] = 0x200;
    world.write(codeBase + 0x200 + 4 * 6, 0x40d);
    world.write(codeBase + 4 * 7, codeBase + 0x40d);
    Object.assign(world.core.cpu, { secure: 0, thumb: 1, recheck: 0 });
    world.core.cpu.r.set([0x2000_8000, 0xffff_ffff, 0x400], 13);
    world.run(10);
    assert.is(world.read(scs.cfsr + aliasNs), cfsr, place.toString(16));
    assert.is(world.read(scs.sfsr), sfsr, place.toString(16));
  }
});

test("an exclusive, acquire or multiple access faults on any unaligned address", () => {
  for (const instruction of [
    "ldrex r1, [r0]",
    "lda r1, [r0]",
    "stl r1, [r0]",
    "ldmia r0!, {r1, r2}",
    "ldrd r1, r2, [r0, #4]",
  ]) {
    const world = worldOf(`reset:\n set r0, 0x30000002\n ${instruction}\nstop:\n b stop\nsecure:\n b stop\n`);
    world.run(20);
    assert.is(world.read(scs.cfsr), 0x0100_0000, instruction);
  }
});

test("where nobody answers is a precise BusFault, which BFHFNMIGN forgives at negative priority", () => {
  for (const [ignoring, cfsr] of [
    [0, 0x8200],
    [0x100, 0],
  ] as const) {
    const world = worldOf(`
reset:
  set r0, 0x60000000
  movs r1, #1
  msr faultmask, r1
  ldr r1, [r0]
  movs r2, #2
stop:
  b stop
secure:
  b stop
`);
    world.write(scs.ccr, 0x201 | ignoring);
    world.run(20);
    assert.is(world.read(scs.cfsr), cfsr);
    assert.is(world.core.cpu.lockup, ignoring ? 0 : 1);
    if (ignoring) assert.equal([world.reg(1), world.reg(2)], [0, 2]);
    else assert.is(world.read(scs.bfar), 0x60000000);
  }
});

test("an unprivileged access to the System Control Space is a BusFault; STIR opens under USERSETMPEND", () => {
  const source = `
reset:
  set r0, 0xe000ef00
  movs r1, #1
  msr control, r1
  movs r2, #7
  str r2, [r0]
  movs r3, #3
stop:
  b stop
secure:
  b stop
`;
  const closed = worldOf(source);
  closed.run(20);
  assert.equal([closed.read(scs.cfsr), closed.read(scs.bfar), closed.reg(3)], [0x8200, 0xe000ef00, 0]);
  const open = worldOf(source);
  open.write(scs.ccr, 0x203);
  open.run(20);
  assert.equal([open.read(scs.cfsr), open.reg(3), open.read(scs.ispr)], [0, 3, 1 << 7]);
});

test("an MPU without HFNMIENA stands aside at negative priority, and is back right after, tables or not", () => {
  const world = worldOf(`
reset:
  set r0, 0x30000000
  movs r1, #1
  movs r4, #0
  msr faultmask, r1
  ldr r2, [r0]
  str r1, [r0]
  msr faultmask, r4
  ldr r3, [r0]
  movs r5, #1
stop:
  b stop
secure4:
  b stop
`);
  world.write(scs.shcsr, 0x10000);
  world.write(scs.mpuMair0, 0xff);
  for (const [region, base, last] of [
    [0, codeBase, codeBase + 0xffff],
    [1, dataBase + 0x8000, dataBase + 0xffff],
  ] as const) {
    world.write(scs.mpuRnr, region);
    world.write(scs.mpuRbar, base | 2);
    world.write(scs.mpuRlar, (last & ~31) | 1);
  }
  world.write(scs.mpuCtrl, 1);
  world.run(40);
  assert.equal([world.read(scs.cfsr), world.read(scs.mmfar), world.reg(5)], [0x82, 0x30000000, 0]);
  assert.is(world.read(dataBase), 1, "the store under FAULTMASK happened");
});

test("LDRT under a privileged-only region faults where LDR does not", () => {
  const world = worldOf(`
reset:
  set r0, 0x30000100
  ldr r1, [r0]
  movs r2, #1
  ldrt r1, [r0, #0]
  movs r2, #2
stop:
  b stop
secure4:
  b stop
`);
  world.write(scs.shcsr, 0x10000);
  world.write(scs.mpuRbar, dataBase);
  world.write(scs.mpuRlar, (dataBase + 0x3e0) | 1);
  world.write(scs.mpuMair0, 0xff);
  world.write(scs.mpuCtrl, 5);
  world.run(20);
  assert.equal([world.reg(2), world.read(scs.cfsr), world.read(scs.mmfar)], [1, 0x82, 0x30000100]);
});

test("busRead and busWrite fault nobody and say so", () => {
  const world = emptyWorld();
  assert.is(world.read(0x70000000), 0);
  assert.is(world.core.scratch.busError, 1);
  world.write(dataBase, 0x1234);
  assert.is(world.core.scratch.busError, 0);
  assert.is(world.read(dataBase + 1, 1), 0x12);
  assert.is(world.read(scs.cfsr), 0);
});

test("a reset leaves time, and nothing of the rest", () => {
  const world = worldOf("reset:\n cpsid i\n b reset\n");
  world.write(scs.systickRvr, 100);
  world.write(scs.systickCsr, 7);
  world.write(scs.iser, 0xff);
  world.write(scs.ispr, 0xff);
  world.write(scs.sauCtrl, 1);
  world.run(1000);
  const tick = world.machine.tick();
  world.write(scs.aircr, 0x05fa_0004);
  world.machine.program(codeBase + 0x400, program(codeBase + 0x400, "b 0x10000400").bytes);
  world.run(0);
  assert.is(world.core.cpu.primask[1], 1, "not before the core runs");
  world.run(1);
  assert.ok(world.moments.some(({ kind }) => kind === "reset"));
  assert.ok(world.machine.tick() >= tick);
  const left = [scs.systickCsr, scs.systickRvr, scs.iser, scs.ispr, scs.sauCtrl].map((at) => world.read(at));
  assert.equal([...left, world.core.cpu.primask[1], world.core.cpu.secure], [0, 0, 0, 0, 0, 0, 1]);
});

test.run();
