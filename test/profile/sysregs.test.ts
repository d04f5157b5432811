/** System registers one by one: reset value, writable bits, and what Non-secure state sees (DDI 0553, D1.2). */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { aliasNs, emptyWorld, scs, type World, worldOf } from "../support/two-worlds.ts";

interface Row {
  readonly name: string;
  readonly at: number;
  readonly reset: number;
  /** Bits that take what is written; the others keep their reset value. */
  readonly writable: number;
  /** The Non-secure view where it is another register: its values; "same" for one that both share. */
  readonly outer: { readonly reset: number; readonly writable: number } | "same";
}

const hidden = { reset: 0, writable: 0 };
const banked = (reset: number, writable: number) => ({ reset, writable, outer: { reset, writable } });
const secureOnly = (reset: number, writable: number) => ({ reset, writable, outer: hidden });

const rows: readonly Row[] = [
  { name: "ICTR", at: 0xe000e004, reset: 1, writable: 0, outer: "same" },
  { name: "SYST_RVR", at: 0xe000e014, ...banked(0, 0xffffff) },
  { name: "SYST_CALIB", at: 0xe000e01c, ...banked(0, 0) },
  { name: "CPUID", at: 0xe000ed00, reset: 0x410fd214, writable: 0, outer: "same" },
  { name: "VTOR", at: 0xe000ed08, reset: 0x10000000, writable: 0xffffff80, outer: { reset: 0, writable: 0xffffff80 } },
  { name: "SCR", at: 0xe000ed10, reset: 0, writable: 0x1e, outer: { reset: 0, writable: 0x16 } },
  { name: "CCR", at: 0xe000ed14, reset: 0x201, writable: 0x51a, outer: { reset: 0x201, writable: 0x41a } },
  { name: "SHPR1", at: 0xe000ed18, reset: 0, writable: 0xe0e0e0e0, outer: { reset: 0, writable: 0x00e000e0 } },
  { name: "SHPR2", at: 0xe000ed1c, ...banked(0, 0xe0000000) },
  { name: "ID_PFR0", at: 0xe000ed40, reset: 0x30, writable: 0, outer: "same" },
  { name: "ID_PFR1", at: 0xe000ed44, reset: 0x210, writable: 0, outer: "same" },
  { name: "ID_DFR0", at: 0xe000ed48, reset: 0x200000, writable: 0, outer: "same" },
  { name: "ID_MMFR0", at: 0xe000ed50, reset: 0x101f40, writable: 0, outer: "same" },
  { name: "ID_ISAR2", at: 0xe000ed68, reset: 0x20232232, writable: 0, outer: "same" },
  { name: "CTR", at: 0xe000ed7c, reset: 0x8000c000, writable: 0, outer: "same" },
  { name: "CPACR", at: 0xe000ed88, ...banked(0, 0xffff) },
  { name: "NSACR", at: 0xe000ed8c, ...secureOnly(0, 0xff) },
  { name: "MPU_TYPE", at: 0xe000ed90, ...banked(0x800, 0) },
  { name: "MPU_RNR", at: 0xe000ed98, ...banked(0, 0xff) },
  { name: "MPU_RBAR", at: 0xe000ed9c, ...banked(0, 0xffffffff) },
  { name: "MPU_RLAR", at: 0xe000eda0, ...banked(0, 0xffffffef) },
  { name: "MPU_RBAR_A1", at: 0xe000eda4, ...banked(0, 0xffffffff) },
  { name: "MPU_RLAR_A3", at: 0xe000edb8, ...banked(0, 0xffffffef) },
  { name: "MPU_MAIR0", at: 0xe000edc0, ...banked(0, 0xffffffff) },
  { name: "MPU_MAIR1", at: 0xe000edc4, ...banked(0, 0xffffffff) },
  { name: "SAU_CTRL", at: 0xe000edd0, ...secureOnly(0, 3) },
  { name: "SAU_TYPE", at: 0xe000edd4, ...secureOnly(8, 0) },
  { name: "SAU_RNR", at: 0xe000edd8, ...secureOnly(0, 0xff) },
  { name: "SAU_RBAR", at: 0xe000eddc, ...secureOnly(0, 0xffffffe0) },
  { name: "SAU_RLAR", at: 0xe000ede0, ...secureOnly(0, 0xffffffe3) },
  { name: "SFSR", at: 0xe000ede4, ...secureOnly(0, 0) },
  { name: "SFAR", at: 0xe000ede8, ...secureOnly(0, 0xffffffff) },
  { name: "MMFAR", at: 0xe000ed34, ...banked(0, 0xffffffff) },
  { name: "BFAR", at: 0xe000ed38, ...secureOnly(0, 0xffffffff) },
];

const afterWrite = ({ reset, writable }: { reset: number; writable: number }, value: number): number =>
  ((reset & ~writable) | (value & writable)) >>> 0;

for (const row of rows) {
  test(`${row.name} has its reset value and its writable bits in both views`, () => {
    const outer = row.outer === "same" ? row : row.outer;
    for (const [shift, own, other] of [
      [0, row, outer],
      [aliasNs, outer, row],
    ] as const) {
      const world = emptyWorld();
      assert.is(world.read(row.at + shift), own.reset, "reset value");
      for (const value of [0xffff_ffff, 0, 0xa5a5_5a5a]) {
        world.write(row.at + shift, value);
        assert.is(world.read(row.at + shift).toString(16), afterWrite(own, value).toString(16));
      }
      if (row.outer !== "same") assert.is(world.read(row.at + aliasNs - shift), other.reset, "the other bank");
    }
  });
}

test("AIRCR takes nothing without its key; PRIGROUP is banked, PRIS and BFHFNMINS are Secure", () => {
  const world = emptyWorld();
  world.write(scs.aircr, 0x6700);
  assert.is(world.read(scs.aircr), 0xfa05_0000);
  world.write(scs.aircr, 0x05fa_6300);
  world.write(scs.aircr + aliasNs, 0x05fa_6508);
  assert.equal([world.read(scs.aircr), world.read(scs.aircr + aliasNs)], [0xfa05_6300, 0xfa05_2500]);
});

test("SYSRESETREQS keeps system reset from Non-secure state", () => {
  const world = emptyWorld();
  world.write(scs.aircr, 0x05fa_0008);
  world.write(scs.aircr + aliasNs, 0x05fa_0004);
  assert.is(world.core.cpu.resetRequest, 0);
  world.write(scs.aircr, 0x05fa_0000);
  world.write(scs.aircr + aliasNs, 0x05fa_0004);
  assert.is(world.core.cpu.resetRequest, 1);
});

test("BFHFNMINS gives BusFault, HardFault and NMI status to Non-secure state", () => {
  const world = emptyWorld();
  const ask = (): number[] => {
    world.write(scs.bfar + aliasNs, 0x1234);
    world.write(scs.shcsr + aliasNs, 0x70000);
    world.write(0xe002ed18, 0xffff_ffff);
    return [world.read(scs.bfar), world.read(scs.shcsr), world.read(0xe002ed18)];
  };
  assert.equal(ask(), [0, 0, 0x00e000e0]);
  world.write(scs.aircr, 0x05fa_2000);
  assert.equal(ask(), [0x1234, 0x20000, 0x00e0e0e0]);
});

test("SHCSR is a view of pending and active system exceptions, each state of its own", () => {
  const world = emptyWorld();
  world.write(scs.shcsr, 0x0000_8c8b);
  assert.is(world.read(scs.shcsr), 0x0000_8c8b);
  assert.is(world.read(scs.shcsr + aliasNs), 0);
  assert.equal(
    [...Array.from(world.core.cpu.systemActive)],
    [0, (1 << 4) | (1 << 5) | (1 << 6) | (1 << 11) | (1 << 14) | (1 << 15)],
  );
  world.write(scs.shcsr, 0);
  world.write(scs.shcsr + aliasNs, 0xffff_ffff);
  assert.is(world.read(scs.shcsr + aliasNs), 0x0005_bd89);
});

test("status registers clear the ones that are written, byte by byte", () => {
  const world = emptyWorld();
  Object.assign(world.core.cpu, { hfsr: 0xc000_0002, dfsr: 0x1f, sfsr: 0xff });
  world.core.cpu.cfsr.set([0x0101_8282, 0x0201_0081]);
  world.write(scs.cfsr + 2, 0x01, 1);
  assert.is(world.read(scs.cfsr), 0x0200_8281, "BFSR is one, and Secure while BFHFNMINS is clear");
  world.write(scs.cfsr + 1, 0x82, 1);
  world.write(scs.cfsr + 3, 0x02, 1);
  assert.is(world.read(scs.cfsr), 0x81);
  assert.is(world.read(scs.cfsr + aliasNs), 0x0101_0082);
  world.write(scs.hfsr, 0x4000_0000);
  assert.is(world.read(scs.hfsr), 0x8000_0002);
  assert.is(world.read(scs.hfsr + aliasNs), 0);
  world.write(scs.sfsr, 0x0f);
  assert.is(world.read(scs.sfsr), 0xf0);
});

test("ICSR pends and unpends PendSV and SysTick of the view's state, and NMI for Secure state", () => {
  const world = emptyWorld();
  world.write(scs.icsr + aliasNs, 0x9400_0000);
  assert.equal([world.read(scs.icsr + aliasNs) >>> 26, world.read(scs.icsr) >>> 26], [5, 0]);
  world.write(scs.icsr + aliasNs, 0x0a00_0000);
  assert.is(world.read(scs.icsr + aliasNs) >>> 26, 0);
  world.write(scs.icsr, 0x8000_0000);
  assert.is(world.read(scs.icsr) >>> 31, 1);
  assert.is((world.read(scs.icsr) >>> 12) & 0x1ff, 2, "VECTPENDING");
  world.write(scs.icsr, 0x4000_0000);
  assert.is(world.read(scs.icsr) >>> 31, 0);
});

test("DEMCR.MON_PEND pends DebugMonitor, which runs by its priority", () => {
  const world = worldOf("reset:\n nop\n b reset\nsecure:\n b secure\nouter12:\n movs r5, #9\nstop:\n b stop\n");
  world.write(scs.sauCtrl, 2);
  world.core.calls.writeStackPointer(0, 0x20008000);
  world.write(scs.demcr, 0x0003_0000);
  assert.is(world.read(scs.demcr), 0x0003_0000);
  world.run(20);
  assert.equal([world.core.cpu.ipsr, world.reg(5)], [12, 9], "SDME is clear: it targets Non-secure state");
  assert.is(world.read(scs.demcr), 0x0001_0000);
});

/** What Non-secure code finds at the alias, and what it gets at a Secure-only register. */
test("Non-secure code reads zero at the Non-secure alias and writes nothing", () => {
  const world: World = worldOf(`
reset:
  set r0, outside
  set r1, 0x10000000
  subs r0, r0, r1
  set r2, 0xe002e014
  set r3, 0xe000edd0
  set r4, 0xe000e014
  movs r5, #77
  bxns r0
outside:
  str r5, [r4]
  ldr r6, [r2]
  str r5, [r2]
  ldr r7, [r3]
  str r5, [r3]
stop:
  b stop
secure:
  b secure
`);
  world.write(scs.sauCtrl, 2);
  world.run(40);
  assert.equal([world.reg(6), world.reg(7)], [0, 0]);
  assert.equal([world.read(scs.systickRvr), world.read(scs.systickRvr + aliasNs)], [0, 77]);
  assert.equal([world.read(scs.sauCtrl), world.core.cpu.ipsr], [2, 0]);
});

test.run();
