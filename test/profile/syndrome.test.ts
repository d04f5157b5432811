/** Fault reports that QEMU does not give: test/isa/deviations.md. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { mps2An505 } from "../../src/board/mps2-an505.ts";
import { createMachine } from "../../src/machine/machine.ts";

const handler = 0x1000_0200;

/** A machine in Secure Thread mode at `pc`, whose exceptions all spin, with the halfwords given there. */
function machineAt(pc: number, halves: readonly number[]) {
  const machine = createMachine(mps2An505, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  const { cpu } = machine.core;
  machine.program(0x1000_0000, new Uint8Array(new Uint32Array(32).fill(handler | 1).buffer));
  machine.program(handler, Uint8Array.of(0xfe, 0xe7));
  machine.program(pc, Uint8Array.from(halves.flatMap((half) => [half & 0xff, half >>> 8])));
  machine.core.calls.writeStackPointer(2, 0x3800_1000);
  cpu.r[15] = pc;
  return machine;
}

test("an attribution violation leaves its address in SFAR", () => {
  const machine = machineAt(0x20_0000, [0x6801]);
  const { cpu, calls } = machine.core;
  cpu.sauCtrl = 1;
  cpu.sauRbar.set([0x20_0000, 0x2820_0000]);
  cpu.sauRlar.set([0x3f_ffe1, 0x283f_ffe1]);
  cpu.shcsrEnables[1] = 0xf0000;
  // The board's own guards let Non-secure transactions through there.
  calls.busWrite(0x5800_7018, 0x20_0000 / 0x8000, 4);
  calls.busWrite(0x5800_701c, 0xffff_ffff, 4);
  calls.busWrite(0x5800_901c, 0xffff_ffff, 4);
  calls.writeStackPointer(0, 0x2820_1000);
  calls.branchNonSecure(0x20_0000);
  cpu.r[0] = 0x3800_0014;
  machine.run({ tick: 1 });
  machine.run({ tick: 2 });
  assert.is(cpu.ipsr, 7, "SecureFault is taken");
  assert.is(cpu.sfsr, 0x48, "AUVIOL and SFARVALID");
  assert.is(cpu.sfar, 0x3800_0014, "the address of the access");
});

test("a breakpoint without debugger or DebugMonitor is a HardFault of kind DEBUGEVT", () => {
  const machine = machineAt(0x1000_1000, [0xbe00]);
  machine.run({ tick: 2 });
  assert.is(machine.core.cpu.ipsr, 3, "HardFault is taken");
  assert.is(machine.core.cpu.hfsr, 0x8000_0000, "DEBUGEVT and nothing else");
});

test.run();
