/** The CROSSCON monitor on the real engine and board: guests of a few instructions, and what becomes of them. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { lpc55s69 } from "../../src/board/lpc55s69.ts";
import type { SystemModel } from "../../src/config/model.ts";
import { type SwitchedKind, type Switches, switchesOf } from "../../src/config/switches.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import type { MomentFields } from "../../src/machine/sink.ts";
import { restoreSnapshot, takeSnapshot } from "../../src/machine/snapshot.ts";
import { createCrosscon } from "../../src/monitor/crosscon/crosscon.ts";
import { attachMonitor, monitorHost } from "../../src/monitor/host.ts";
import type { Monitor } from "../../src/monitor/monitor.ts";
import { program } from "../support/program.ts";
import { skipUnless } from "../support/skip.ts";
import * as code from "./guest-code.ts";
import { sharedPage, system, type VmShort } from "./system.ts";

interface Moment {
  readonly kind: string;
  readonly cycle: number;
  readonly fields: MomentFields;
}

interface Rig {
  readonly machine: Machine;
  readonly monitor: Monitor;
  readonly moments: Moment[];
  /** What the hypervisor's console sent. */
  said(): string;
  word(address: number): number;
  /** Let the guests run for so many ticks more. */
  run(ticks: number): void;
}

type Images = readonly (readonly [address: number, bytes: Uint8Array])[];

function rig(model: SystemModel, images: Images, set: Partial<Switches> = {}, kind: SwitchedKind = "crosscon"): Rig {
  const moments: Moment[] = [];
  const text: number[] = [];
  const machine: Machine = createMachine(lpc55s69, 1, {
    output: (device, _port, byte) => device === "flexcomm0" && text.push(byte),
    moment: (kind, fields) => moments.push({ kind, fields, cycle: machine.core.cycle() }),
    gap: () => {},
  });
  const monitor = createCrosscon(model, switchesOf(kind, set), monitorHost(machine), kind);
  attachMonitor(machine, monitor);
  for (const [address, bytes] of images) assert.ok(machine.program(address, bytes), `memory at ${address}`);
  return {
    machine,
    monitor,
    moments,
    said: () => String.fromCharCode(...text),
    word(address) {
      const bytes = machine.peek(address, 4) ?? new Uint8Array(4);
      return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    },
    run: (ticks) => void machine.run({ tick: machine.tick() + ticks }),
  };
}

const booted = (model: SystemModel, images: Images, set: Partial<Switches> = {}): Rig => {
  const made = rig(model, images, set);
  made.monitor.boot();
  return made;
};

const low: VmShort = {
  entry: 0x20000,
  regions: [
    [0x20010000, 0x7000],
    [0x20000, 0x10000],
  ],
};
const high: VmShort = {
  entry: 0x40000,
  regions: [
    [0x20020000, 0x10000],
    [0x40000, 0x10000],
  ],
};
const withIpc = (vm: VmShort, id: number): VmShort => ({ ...vm, ipcs: [[0x20017000, 0x1000, 0, [id]]] });

const pair: Images = [
  [0x20000, code.counter],
  [0x40000, code.recorder],
];

const name = "the monitor on the engine";
if (skipUnless(existsSync(new URL("../../build/m33.wasm", import.meta.url)), name, "the engine is not built")) {
  test("the boot prints its log through the board's Flexcomm 0 in the time that takes", () => {
    const { said, machine } = booted(system([low, high]), pair);
    assert.match(said(), /CROSSCONHYP INFO: Initializing VM 0\r\n/);
    assert.match(said(), /CROSSCONHYP INFO: VM 1 is sdGPOS \(normal VM\)\r\n/);
    const perCharacter = machine.core.cycle() / said().length;
    assert.ok(perCharacter > 1040 && perCharacter < 1300, `${perCharacter} cycles per character`);
  });

  test("two VMs alternate every 120,000 cycles", () => {
    const { run, moments, word } = booted(system([low, high]), pair);
    run(1_200_000);
    const switches = moments.filter((m) => m.kind === "switch");
    assert.ok(switches.length >= 9, `${switches.length} switches`);
    for (const [index, { fields, cycle }] of switches.entries()) {
      assert.equal([fields.from, fields.to], index % 2 === 0 ? [0, 1] : [1, 0]);
      const before = switches[index - 1]?.cycle;
      if (before !== undefined) assert.ok(Math.abs(cycle - before - 120_000) < 1000, `${cycle - before} cycles`);
    }
    const [zero, one] = [word(0x20010000), word(0x20020000)];
    assert.ok(zero > 100_000 && Math.abs(zero - one) < zero / 10, `${zero} and ${one}`);
  });

  test("one VM alone is never interrupted", () => {
    const { run, moments, word } = booted(system([low]), [[0x20000, code.counter]]);
    run(400_003);
    assert.equal(
      moments.filter((m) => m.kind === "slice" || m.kind === "switch"),
      [],
    );
    assert.is(word(0x20010000), 100_000);
  });

  test("a later VM starts in Thread mode with R0 = entry; literally, in Handler mode with IPSR 15", () => {
    for (const [firstEntryMode, ipsr] of [
      ["thread", 0],
      ["handler", 15],
    ] as const) {
      const { run, word } = booted(system([low, high]), pair, { firstEntryMode });
      run(700_000);
      const at = (offset: number): number => word(0x20020000 + offset);
      assert.equal([at(4), at(8), at(12), at(16)], [0x40000, ipsr, 0, 0], firstEntryMode);
      assert.ok(at(0) > 10_000, `${firstEntryMode}: the guest runs on, ${at(0)}`);
    }
  });

  test("an IPC call reaches the other VM's handler in its next slice, and the caller's registers are untouched", () => {
    const model = system([withIpc(low, 78), withIpc({ ...high, entry: code.listenerEntry }, 79)], sharedPage);
    const images: Images = [
      [0x20000, code.caller],
      [0x40000, code.listener],
    ];
    const { run, word, moments } = booted(model, images);
    run(600_000);
    assert.equal(
      [4, 8, 12].map((offset) => word(0x20010000 + offset)),
      [1, 0x10000041, 0x55],
    );
    assert.is(word(0x20020000), 1, "one notification, one interrupt");
    assert.equal(
      moments.filter((m) => m.kind === "hypercall").map((m) => m.fields.result),
      [0],
    );
  });

  test("the veneer is closed to a VM without ipc: the call faults", () => {
    const { run, moments, monitor } = booted(system([low, high]), [
      [0x20000, code.caller],
      [0x40000, code.recorder],
    ]);
    run(600_000);
    const freeze = moments.find((m) => m.kind === "freeze");
    assert.equal([freeze?.fields.code, freeze?.fields.cause], ["FLT01", "INVEP"]);
    assert.is(monitor.currentVm(), -1);
  });

  test("a device that is not granted: SecureFault, freeze, and a report with address and instruction", () => {
    const { run, moments, machine } = booted(system([low, high]), [
      [0x20000, code.trespasser],
      [0x40000, code.recorder],
    ]);
    run(600_000);
    const fields = moments.find((m) => m.kind === "freeze")?.fields ?? {};
    assert.equal(
      [fields.code, fields.vm, fields.name, fields.cause, fields.address, fields.pc],
      ["FLT01", 0, "SecureFault", "AUVIOL", 0x40020004, 0x20006],
    );
    const stopped = machine.tick();
    run(100_000);
    assert.is(machine.tick(), stopped, "nothing runs any more");
  });

  test("a SysTick that is pending behind PRIMASK waits for its VM; leaked, it fells one without vectors", () => {
    const pendingSysTick = 1 << 15;
    for (const pendingLeak of ["off", "on"] as const) {
      const { run, machine, monitor, moments } = booted(system([low, high]), pair, { pendingLeak });
      const { cpu } = machine.core;
      const until = (vm: number): void => {
        for (let piece = 0; piece < 400 && monitor.currentVm() !== vm; piece++) run(1000);
      };
      run(500_000);
      until(1);
      until(0);
      cpu.primask[0] = 1;
      cpu.systemPending[0] = pendingSysTick;
      until(1);
      const fallen = moments.filter(({ kind }) => kind === "freeze").map(({ fields }) => fields.vm);
      assert.equal(fallen, pendingLeak === "on" ? [1] : []);
      if (pendingLeak === "on") continue;
      assert.equal([cpu.primask[0], cpu.systemPending[0]], [0, 0]);
      until(0);
      assert.equal([cpu.primask[0], cpu.systemPending[0]], [1, pendingSysTick]);
    }
  });

  /** VM 0 counts, VM 1 sleeps until line 63, which comes at the start of a slice of VM 0; then 10,000 ticks more. */
  function absentInterrupt(absentIrq: Switches["absentIrq"]): Rig {
    const model = system([withIpc(low, 78), withIpc({ ...high, entry: code.listenerEntry }, 79)], sharedPage);
    const images: Images = [
      [0x20000, code.counter],
      [0x40000, code.listener],
    ];
    const made = booted(model, images, { absentIrq });
    const slices = (): number => made.moments.filter((m) => m.kind === "switch").length;
    while (slices() < 4) made.run(1000);
    assert.is(made.monitor.currentVm(), 0);
    made.machine.core.calls.setLine(63, 1);
    made.machine.core.calls.setLine(63, 0);
    made.run(10_000);
    return made;
  }

  test("an interrupt of the VM that does not run: deferred, it waits for the VM's slice", () => {
    const { word, run, monitor } = absentInterrupt("deferred");
    assert.equal([monitor.currentVm(), word(0x20020000)], [0, 0]);
    run(120_000);
    assert.is(word(0x20020000), 1);
  });

  test("an interrupt of the VM that does not run: switched in, it is handled at once; then the other is back", () => {
    const { word, moments } = absentInterrupt("switch");
    assert.is(word(0x20020000), 1);
    const [out, back] = moments.filter((m) => m.kind === "switch").slice(4);
    assert.equal(
      [out?.fields, back?.fields],
      [
        { from: 0, to: 1 },
        { from: 1, to: 0 },
      ],
    );
    assert.ok((back?.cycle ?? 0) - (out?.cycle ?? 0) > 110_000, "the rest of the slice is the owner's");
  });

  test("an interrupt of the VM that does not run: hang, nothing runs any more", () => {
    const { moments, monitor } = absentInterrupt("hang");
    assert.equal(moments.at(-1)?.fields.code, "IRQ03");
    assert.is(monitor.currentVm(), -1);
  });

  const tickerVm: VmShort = { ...low, entry: code.tickerEntry };
  const tickerImages: Images = [
    [0x20000, code.ticker],
    [0x40000, code.recorder],
  ];

  /** Guest ticks for every tick that real time would have given it. */
  function guestRate(vtimer: Switches["vtimer"], vms: readonly VmShort[]): number {
    const { run, word, machine, moments } = booted(system(vms), tickerImages, { vtimer });
    run(60_000_000);
    const from = moments.find((m) => m.kind === "vm-entry")?.cycle ?? 0;
    return word(0x20010000) / ((machine.core.cycle() - from) / code.tickerPeriodCycles);
  }

  test("guest time: exact alone, about half when frozen with two VMs, nearly true when compensated", () => {
    const alone = guestRate("compensated", [tickerVm]);
    const frozen = guestRate("frozen", [tickerVm, high]);
    const compensated = guestRate("compensated", [tickerVm, high]);
    assert.ok(alone > 0.94 && alone <= 1, `alone ${alone}`);
    assert.ok(frozen > 0.44 && frozen < 0.51, `frozen ${frozen}`);
    assert.ok(compensated > 0.9 && compensated <= 1, `compensated ${compensated}`);
  });

  test("a snapshot in the middle of a run goes on identically in a fresh machine", () => {
    const model = system([{ ...tickerVm }, high]);
    const one = booted(model, tickerImages);
    one.run(777_777);
    const two = rig(model, tickerImages);
    restoreSnapshot(two.machine, takeSnapshot(one.machine));
    one.run(1_000_001);
    for (let slice = 0; slice < 1001; slice++) two.run(999);
    two.run(one.machine.tick() - two.machine.tick());
    const [a, b] = [takeSnapshot(one.machine), takeSnapshot(two.machine)];
    assert.is(b.tick, a.tick);
    assert.is(Buffer.compare(b.state, a.state), 0, "state blocks");
    assert.is(Buffer.compare(b.ram, a.ram), 0, "memory");
  });

  /** Adds S17, `step`, to S16 for ever and keeps S16 at `ram`; sets FPCCR_NS to `fpccr`, if at all. */
  const adder = (entry: number, ram: number, step: number, fpccr: number | null): Uint8Array =>
    program(
      entry,
      `set r0, ${ram + 0x6000}
       mov sp, r0
       set r0, 0xe000ed88
       set r1, 0xf00000
       str r1, [r0, #0]
       ${fpccr === null ? "" : `set r0, 0xe000ef34\nset r1, ${fpccr}\nstr r1, [r0, #0]`}
       dsb sy
       isb sy
       set r1, ${ram}
       set r2, ${step}
       vmov s17, r2
       set r2, 0
       vmov s16, r2
       again:
       vadd.f32 s16, s16, s17
       vmov r2, s16
       str r2, [r1, #0]
       b again`,
    ).bytes;
  const lazily = 0xc000_0000;
  const atOnce = 0x8000_0000;
  const one = 0x3f80_0000;
  const sixteenth = 0x3d80_0000;
  const floatAt = (made: Rig, address: number): number =>
    new Float32Array(Uint32Array.of(made.word(address)).buffer)[0] ?? 0;

  test("one VM alone may use floating point: its registers outlive every switch", () => {
    const made = booted(system([low, high]), [
      [0x20000, adder(0x20000, 0x20010000, one, null)],
      [0x40000, code.recorder],
    ]);
    made.run(1_200_000);
    const sum = floatAt(made, 0x20010000);
    assert.ok(made.word(0x20020000) > 10_000, "the other VM runs, too");
    assert.ok(sum > 100_000 && Number.isInteger(sum), `a sum of ones: ${sum}`);
    assert.is(made.moments.filter((m) => m.kind === "freeze").length, 0);
  });

  test("the first floating-point instruction of a second VM freezes: the first one's registers still wait", () => {
    const made = booted(system([low, high]), [
      [0x20000, adder(0x20000, 0x20010000, one, null)],
      [0x40000, adder(0x40000, 0x20020000, sixteenth, null)],
    ]);
    made.run(1_200_000);
    const frozen = made.moments.find((m) => m.kind === "freeze");
    // Behind the basic frame below 0x20016000.
    const place = 0x20016000 - 0x68 + 0x20;
    assert.equal([frozen?.fields.vm, frozen?.fields.cause, frozen?.fields.address], [1, "LSPERR", place]);
  });

  for (const [how, fpccr] of [
    ["lazily", lazily],
    ["at once", atOnce],
  ] as const) {
    test(`two VMs that set FPCCR up to save registers ${how} compute with one another's, and nothing tells`, () => {
      const made = booted(system([low, high]), [
        [0x20000, adder(0x20000, 0x20010000, one, fpccr)],
        [0x40000, adder(0x40000, 0x20020000, sixteenth, fpccr)],
      ]);
      made.run(1_200_000);
      assert.is(made.moments.filter((m) => m.kind === "freeze").length, 0);
      assert.not.ok(Number.isInteger(floatAt(made, 0x20010000)), "sixteenths in a sum of ones");
    });
  }
}

test.run();
