/**
 * Slices, switches, virtual timers and interrupts of the CROSSCON monitor (fact sheet crosscon-armv8m sections 5 to
 * 9).
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Switches } from "../../src/config/switches.ts";
import { resumedCount } from "../../src/monitor/crosscon/vtimer.ts";
import { fromThread, pair, type Run, start } from "./crosscon-run.ts";
import { sharedPage, system, twoVms, type VmShort } from "./system.ts";

const threeVms = system(
  [0, 1, 2].map(
    (n): VmShort => ({
      entry: 0x20000 + n * 0x1000,
      regions: [[0x20010000 + n * 0x1000, 0x1000]],
      devs: [[0x40086000 + n * 0x1000, 0x1000, [30 + n]]],
    }),
  ),
);

const order = ({ host }: Run): string[] =>
  host.moments.filter((m) => m.kind === "switch").map((m) => `${m.fields.from}->${m.fields.to}`);

test("three VMs take turns in the order of the list", () => {
  const run = start(threeVms);
  for (let slice = 0; slice < 6; slice++) run.slice();
  assert.equal(order(run), ["0->1", "1->2", "2->0", "0->1", "1->2", "2->0"]);
});

test("a slice is 120,000 counts, loaded anew each time, counter and pending bit cleared", () => {
  const run = start(twoVms());
  run.slice();
  assert.equal(run.host.writesTo(0xe000e014), [120000, 120000]);
  assert.equal(run.host.writesTo(0xe000e018), [0, 0]);
  assert.equal(run.host.writesTo(0xe000ed04), [1 << 25, 1 << 25]);
  assert.equal(run.host.writesTo(0xe000e010), [6, 7, 7]);
});

test("an active external interrupt of the guest keeps it for another slice, and the timer runs on by itself", () => {
  const run = start(twoVms());
  run.host.nvic.active[0] = 1 << 17;
  run.host.nvic.target[0] = 1 << 17;
  run.slice();
  assert.equal(order(run), []);
  assert.equal(run.host.actions.at(-1), { what: "exceptionReturn", value: fromThread });
  assert.is(run.host.writesTo(0xe000e014).length, 1, "not loaded again");
  assert.equal(run.host.moments.at(-1), { kind: "slice", fields: { vm: 0, kept: true } });
  run.host.nvic.active[0] = 0;
  run.slice();
  assert.equal(order(run), ["0->1"]);
});

test("an active Secure interrupt is not the guest's and keeps nobody", () => {
  const run = start(twoVms());
  run.host.nvic.active[0] = 1;
  run.slice();
  assert.equal(order(run), ["0->1"]);
});

test("a later VM's first entry is in Thread mode by a proper exception return", () => {
  const run = start(twoVms());
  run.slice();
  const { host } = run;
  assert.equal(host.actions.find((a) => a.what === "exceptionReturn")?.value, 0xfffffff9);
  assert.equal(host.moments.at(-1), { kind: "vm-entry", fields: { vm: 1, entry: 0x41234, mode: "thread" } });
  assert.equal([host.cpu.ipsr, host.cpu.primask[1], host.cpu.sp[2]], [0, 0, 0x30003000]);
  assert.equal(host.actions.at(-1), { what: "branchNonSecure", address: 0x41234 });
});

test("firstEntryMode handler clears SYSTICKACT and branches: the guest starts in Handler mode with IPSR 15", () => {
  const run = start(twoVms(), { firstEntryMode: "handler" });
  run.host.words.set(0xe000ed24, 0xf0800);
  run.slice();
  const { host } = run;
  assert.is(host.words.get(0xe000ed24), 0xf0000);
  assert.equal([host.cpu.ipsr, host.cpu.secure, host.cpu.r[15]], [15, 0, 0x41234]);
  assert.not.ok(host.actions.some((a) => a.what === "exceptionReturn"));
});

test("a switch carries R4-R11, EXC_RETURN, stacks, limits and masks of each VM", () => {
  const run = start(twoVms());
  const { host } = run;
  const { cpu } = host;
  for (let register = 4; register <= 11; register++) cpu.r[register] = 0x100 + register;
  cpu.sp.set([0x20016000, 0x20015000]);
  cpu.splim.set([0x20014000, 0x20013000]);
  cpu.basepri[0] = 0x40;
  cpu.primask[0] = 1;
  cpu.faultmask[0] = 1;
  cpu.control[0] = 3;
  run.exception(15, 0xffffffb1);
  const other = [...Array(8).keys()].map((n) => cpu.r[4 + n]);
  assert.equal(other, Array(8).fill(0), "the new VM's");
  assert.equal([cpu.sp[0], cpu.sp[1], cpu.splim[0], cpu.basepri[0], cpu.primask[0], cpu.control[0]], Array(6).fill(0));
  run.slice();
  assert.equal(
    [...Array(8).keys()].map((n) => cpu.r[4 + n]),
    [4, 5, 6, 7, 8, 9, 10, 11].map((n) => 0x100 + n),
  );
  assert.equal([cpu.sp[0], cpu.sp[1], cpu.splim[0], cpu.splim[1]], [0x20016000, 0x20015000, 0x20014000, 0x20013000]);
  assert.equal([cpu.basepri[0], cpu.primask[0], cpu.faultmask[0], cpu.control[0]], [0x40, 1, 1, 3]);
  assert.equal(host.actions.at(-1), { what: "exceptionReturn", value: 0xffffffb1 });
});

test("SCB_NS and MPU_NS are each VM's own; a VM that never ran gets zeros", () => {
  const run = start(twoVms());
  const { host } = run;
  const registers = [0xe002ed08, 0xe002ed10, 0xe002ed14, 0xe002ed18, 0xe002ed24, 0xe002ed38, 0xe002ed88, 0xe002ed94];
  for (const [index, address] of registers.entries()) host.write(address, 4, 0x20020000 + index);
  host.write(0xe002ed98, 4, 3);
  host.write(0xe002ed9c, 4, 0x20010001);
  host.write(0xe002eda0, 4, 0x2001ffe1);
  run.slice();
  assert.equal(
    registers.map((address) => host.read(address, 4)),
    Array(8).fill(0),
  );
  run.slice();
  assert.equal(
    registers.map((address) => host.read(address, 4)),
    registers.map((_, index) => 0x20020000 + index),
  );
  assert.is(host.read(0xe002ed98, 4), 3, "MPU_RNR_NS");
  assert.equal([host.read(0xe002ed9c, 4), host.read(0xe002eda0, 4)], [0x20010001, 0x2001ffe1]);
});

test("at boot the last VM inherits what the hardware held after reset, since it counts as the one that is left", () => {
  const run = start(twoVms(), {}, "crosscon", (host) => void host.words.set(0xe002ed14, 0x201));
  assert.is(run.host.words.get(0xe002ed14), 0);
  run.slice();
  assert.is(run.host.words.get(0xe002ed14), 0x201);
});

test("a PendSV or SysTick that is pending travels with its VM", () => {
  for (const pending of [1 << 28, 1 << 26]) {
    const run = start(twoVms());
    const { host } = run;
    run.slice();
    run.slice();
    host.words.set(0xe002ed04, pending);
    run.slice();
    assert.is(host.words.get(0xe002ed04), 0, "VM 1 has nothing pending");
    run.slice();
    assert.is(host.words.get(0xe002ed04), pending, "VM 0 gets its own back");
    assert.not.ok(host.moments.some(({ kind }) => kind === "pending-leak"));
  }
});

test("what both VMs have pending stays so for both", () => {
  const run = start(twoVms());
  const { host } = run;
  run.slice();
  host.words.set(0xe002ed04, 1 << 28);
  run.slice();
  host.words.set(0xe002ed04, 1 << 28);
  for (let slice = 0; slice < 3; slice++) {
    run.slice();
    assert.is(host.words.get(0xe002ed04), 1 << 28);
  }
});

test("pendingLeak: ICSR written back as read clears nothing, so that the next VM gets it as well", () => {
  const run = start(twoVms(), { pendingLeak: "on" });
  const { host } = run;
  run.slice();
  run.slice();
  host.words.set(0xe002ed04, 1 << 28);
  run.slice();
  assert.is(host.words.get(0xe002ed04), 1 << 28, "nothing cleared it");
  const told = host.moments.find(({ kind }) => kind === "pending-leak");
  assert.equal(told?.fields, { from: 0, to: 1, sysTick: false, pendSv: true });
  host.words.set(0xe002ed04, 0);
  run.slice();
  assert.is(host.words.get(0xe002ed04), 1 << 28, "VM 0 gets its own back");
});

test("a guest's timer that expires while the switch is under way does not reach the next VM", () => {
  for (const pendingLeak of ["off", "on"] as const) {
    const run = start(twoVms(), { pendingLeak });
    const { host } = run;
    run.slice();
    run.slice();
    const { charge, cpu } = host;
    const charging = host as { charge(cycles: number): void };
    cpu.systickCsr[0] = 7;
    charging.charge = (cycles) => {
      if (cpu.systickRvr[0] === 5000 && ((cpu.systickCsr[0] ?? 0) & 3) === 3) host.words.set(0xe002ed04, 1 << 26);
      charge(cycles);
    };
    cpu.systickRvr[0] = 5000;
    run.slice();
    charging.charge = charge;
    assert.is(host.words.get(0xe002ed04), pendingLeak === "on" ? 1 << 26 : 0, pendingLeak);
    assert.is(host.moments.filter(({ kind }) => kind === "pending-leak").length, pendingLeak === "on" ? 1 : 0);
  }
});

test("frozen time goes on where it stopped; compensated time has the absence taken off, one count at least", () => {
  assert.is(resumedCount(700_000, 2, false), 700_000);
  assert.is(resumedCount(700_000, 2, true), 580_000);
  assert.is(resumedCount(700_000, 4, true), 340_000);
  assert.is(resumedCount(119_999, 2, true), 1);
  assert.is(resumedCount(0, 2, true), 1);
});

function timerWrites(vtimer: Switches["vtimer"]): { rvr: number[]; csr: number[] } {
  const run = start(twoVms(), { vtimer });
  run.slice();
  run.slice();
  const { host } = run;
  host.write(0xe002e010, 4, 7);
  host.write(0xe002e014, 4, 999_999);
  host.words.set(0xe002e018, 500_000);
  run.slice();
  host.write(0xe002e010, 4, 0);
  const rvrBefore = host.writesTo(0xe002e014).length;
  const csrBefore = host.writesTo(0xe002e010).length;
  run.slice();
  return { rvr: host.writesTo(0xe002e014).slice(rvrBefore), csr: host.writesTo(0xe002e010).slice(csrBefore) };
}

test("a counter is put back by loading it, forcing a reload, then restoring CSR and RVR", () => {
  assert.equal(timerWrites("compensated"), { rvr: [380_000, 999_999], csr: [0, 5, 7] });
  assert.equal(timerWrites("frozen"), { rvr: [500_000, 999_999], csr: [0, 5, 7] });
});

test("while a counter is put back, TICKINT of the VM that left is off: its tick cannot hit the next", () => {
  const run = start(twoVms());
  run.slice();
  run.slice();
  run.host.write(0xe002e010, 4, 7);
  const before = run.host.writesTo(0xe002e010).length;
  run.slice();
  assert.equal(run.host.writesTo(0xe002e010).slice(before), [6, 5, 0]);
});

test("a VM's first entry finds its SysTick off and cleared, without a forced reload", () => {
  const run = start(twoVms());
  run.host.write(0xe002e010, 4, 7);
  const before = run.host.writesTo(0xe002e014).length;
  run.slice();
  assert.equal(run.host.writesTo(0xe002e014).slice(before), [0]);
  assert.is(run.host.read(0xe002e010, 4), 0);
});

const uarts = system(
  [
    { regions: [[0x20010000, 0x1000]], devs: [[0x40088000, 0x2000, [32, 33]]] },
    { regions: [[0x20020000, 0x1000]], devs: [[0x4003b000, 0x1000, [72]]] },
  ],
  sharedPage,
);

function enableBoth(run: Run): void {
  run.host.write(0xe002e100, 4, 3 << 16);
}

test("the running VM's interrupts are Non-secure, the other's Secure and disabled", () => {
  const run = start(uarts);
  enableBoth(run);
  assert.equal(pair(run.host.nvic.target), [3 << 16, 0]);
  run.slice();
  assert.equal(pair(run.host.nvic.target), [0, 1 << 24]);
  assert.equal(pair(run.host.nvic.enabled), [0, 0]);
  run.slice();
  assert.equal(pair(run.host.nvic.target), [3 << 16, 0]);
  assert.equal(pair(run.host.nvic.enabled), [3 << 16, 0], "both again");
});

test("the NVIC clear defect leaves a VM only the lowest of two enabled lines in one word", () => {
  const run = start(uarts, { nvicClearDefect: "on" });
  enableBoth(run);
  run.slice();
  run.slice();
  assert.equal(pair(run.host.nvic.enabled), [1 << 16, 0]);
});

test("an interrupt pending at the switch waits for its VM", () => {
  const run = start(uarts);
  enableBoth(run);
  run.host.write(0xe002e200, 4, 1 << 17);
  run.slice();
  run.host.nvic.pending[0] = 0;
  run.slice();
  assert.is(run.host.nvic.pending[0], 1 << 17);
});

test("absentIrq hang leaves the line enabled Secure, and the first interrupt hangs everything", () => {
  const run = start(uarts, { absentIrq: "hang" });
  enableBoth(run);
  run.slice();
  assert.equal([run.host.nvic.enabled[0], run.host.nvic.target[0]], [3 << 16, 0]);
  run.exception(33);
  assert.equal(
    [run.host.frozen.fields?.code, run.host.frozen.fields?.interrupt, run.host.frozen.fields?.otherVm],
    ["IRQ03", 33, 0],
  );
});

test("absentIrq switch brings the owner in through PendSV, and the displaced VM back at the end of the slice", () => {
  const run = start(threeVms, { absentIrq: "switch" });
  const { host } = run;
  run.slice();
  run.slice();
  run.slice();
  host.write(0xe002e100, 4, 1 << 14);
  run.slice();
  assert.is(run.monitor.currentVm(), 1);
  run.exception(30);
  assert.is((host.words.get(0xe000ed04) ?? 0) & (1 << 28), 1 << 28, "PendSV_S is pending");
  assert.is((host.nvic.enabled[0] ?? 0) & (1 << 14), 0, "not again before its owner has it");
  run.exception(14);
  assert.is(run.monitor.currentVm(), 0);
  assert.is((host.nvic.pending[0] ?? 0) & (1 << 14), 1 << 14);
  assert.is((host.nvic.enabled[0] ?? 0) & (1 << 14), 1 << 14);
  run.slice();
  assert.is(run.monitor.currentVm(), 1);
  run.slice();
  assert.is(run.monitor.currentVm(), 2);
});

test("a PendSV that nobody asked for is a fault like any other", () => {
  const run = start(threeVms, { absentIrq: "switch" });
  run.exception(14);
  assert.is(run.host.frozen.fields?.code, "FLT01");
});

test("an interrupt id below 16 boots, and faults the hypervisor at the first switch", () => {
  const model = system([
    { regions: [[0x20010000, 0x1000]], devs: [[0x40088000, 0x1000, [14]]] },
    { regions: [[0x20020000, 0x1000]] },
  ]);
  const { host } = start(model);
  assert.equal([host.frozen.fields?.code, host.frozen.fields?.interrupt], ["FLT02", 14]);
  assert.is(
    start(system([{ regions: [[0x20010000, 0x1000]], devs: [[0x40088000, 0x1000, [14]]] }])).host.frozen.fields,
    null,
  );
});

test("a switch takes about two thousand cycles, all from the one table", () => {
  const run = start(twoVms());
  run.slice();
  run.slice();
  const before = run.host.cycle();
  run.slice();
  const cycles = run.host.cycle() - before;
  assert.ok(cycles > 1500 && cycles < 3500, `${cycles}`);
});

test.run();
