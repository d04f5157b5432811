/** The boot of the CROSSCON monitor against fact sheet crosscon-armv8m sections 1.3, 2.1, 3, 4 and 5. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { SystemModel } from "../../src/config/model.ts";
import { lines, pair, start } from "./crosscon-run.ts";
import type { FakeHost } from "./fake-host.ts";
import { bareMetal, sharedPage, system, twoVms, type VmShort, zephyr } from "./system.ts";

const sauOf = (model: SystemModel): string[] => {
  const { state } = start(model);
  const vm = model.partitions.length - 1;
  const entries: string[] = [];
  for (let entry = 0; entry < 8; entry++) {
    const rlar = state.sauRlar[vm * 8 + entry] ?? 0;
    const rbar = state.sauRbar[vm * 8 + entry] ?? 0;
    if ((rlar & 1) !== 0)
      entries.push(`${rbar.toString(16)}-${(rlar | 0x1f).toString(16)}${(rlar & 2) === 0 ? "" : " nsc"}`);
  }
  return entries;
};

test("hardware is brought up in the hypervisor's order: vectors, SAU and MPU off, faults, AIRCR, timer, VMs", () => {
  const { host } = start(twoVms());
  const order = [
    0xe000ed08,
    0xe000edd0,
    0xe000ed94,
    0xe000ed24,
    0x500862b0 - 0x86000,
    0x50086000,
    0xe000ed0c,
    0xe000e010,
  ];
  const places = order.map((address) => host.actions.findIndex((a) => a.what === "write" && a.address === address));
  assert.not.ok(places.includes(-1), `all written: ${places}`);
  assert.equal(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test("AIRCR_S gets PRIS and BFHFNMINS with the key, SHCSR_S all four fault enables", () => {
  const { host } = start(twoVms());
  assert.equal(host.writesTo(0xe000ed0c), [0x05fa6000]);
  assert.equal(host.writesTo(0xe000ed24), [0xf0000]);
});

test("the image holds the gateway at 0x10000040; its branches and vectors lead into the trap range", () => {
  const { host } = start(twoVms());
  assert.equal(host.words.get(0x10000040), 0xe97fe97f);
  const traps = host.actions.find((a) => a.what === "traps");
  const [base, limit] = [traps?.address ?? 0, traps?.value ?? 0];
  for (let exception = 1; exception < 80; exception++) {
    const vector = host.words.get(0x10000200 + exception * 4) ?? 0;
    assert.ok(
      (vector & 1) === 1 && vector - 1 >= base && vector - 1 < limit,
      `vector ${exception} is ${vector.toString(16)}`,
    );
  }
  for (const at of [0x10000000, 0x10000044]) {
    const word = host.words.get(at) ?? 0;
    const [high, low] = [word & 0xffff, word >>> 16];
    assert.equal([high, low & 0xf800], [0xf000, 0xb800], "B.W, short and forward");
    const target = at + 4 + ((low & 0x7ff) << 1);
    assert.ok(target >= base && target < limit, `branch at ${at.toString(16)} goes to ${target.toString(16)}`);
  }
});

test("the first VM starts in Thread mode at its entry with R0 = entry, the rest and both stack pointers zero", () => {
  const { host, monitor } = start(twoVms());
  assert.equal(host.actions.at(-1), { what: "branchNonSecure", address: 0x20000 });
  assert.equal(
    [...Array(13).keys()].map((register) => host.cpu.r[register]),
    [0x20000, ...Array(12).fill(0)],
  );
  assert.equal([host.cpu.sp[0], host.cpu.sp[1], host.cpu.r[14], host.cpu.ipsr], [0, 0, 0, 0]);
  assert.is(monitor.currentVm(), 0);
});

test("initialMsp vector takes the first word of the image, zero does not", () => {
  const vectorTable = (host: FakeHost): void => void host.words.set(0x20000, 0x20017000);
  assert.is(start(twoVms(), { initialMsp: "vector" }, "crosscon", vectorTable).host.cpu.sp[0], 0x20017000);
  assert.is(start(twoVms(), {}, "crosscon", vectorTable).host.cpu.sp[0], 0);
});

test("what is printed for the real two-VM configuration, line by line", () => {
  const { host } = start(twoVms());
  const said = lines(host).filter((line) => line.startsWith("CROSSCONHYP INFO") && !line.includes("SAU"));
  assert.equal(said, [
    "CROSSCONHYP INFO: Initializing VM 0",
    "CROSSCONHYP INFO: VM 0 adding MMIO region, VA: 0x40089000 size: 0x1000 mapped at 0x40089000",
    "CROSSCONHYP INFO: VM 0 assigning interrupt 33",
    "CROSSCONHYP INFO: VM 0 adding MMIO region, VA: 0x40000000 size: 0x2000 mapped at 0x40000000",
    "CROSSCONHYP INFO: VM 0 adding IPC for shared memory 0 at VA: 0x20017000 size: 0x1000",
    "CROSSCONHYP INFO: VM 0 is sdGPOS (normal VM)",
    "CROSSCONHYP INFO: Initializing VM 1",
    "CROSSCONHYP INFO: VM 1 adding MMIO region, VA: 0x40088000 size: 0x1000 mapped at 0x40088000",
    "CROSSCONHYP INFO: VM 1 assigning interrupt 32",
    "CROSSCONHYP INFO: VM 1 adding MMIO region, VA: 0x40000000 size: 0x5000 mapped at 0x40000000",
    "CROSSCONHYP INFO: VM 1 adding MMIO region, VA: 0x40013000 size: 0xe000 mapped at 0x40013000",
    "CROSSCONHYP INFO: VM 1 adding MMIO region, VA: 0x4003a000 size: 0x1000 mapped at 0x4003a000",
    "CROSSCONHYP INFO: VM 1 adding IPC for shared memory 0 at VA: 0x20017000 size: 0x1000",
    "CROSSCONHYP INFO: VM 1 is sdGPOS (normal VM)",
  ]);
});

test("bao says BAO and does not dump the SAU; crosscon dumps it for each VM", () => {
  const bao = lines(start(twoVms(), {}, "bao").host);
  assert.ok(bao.includes("BAO INFO: Initializing VM 1"));
  assert.not.ok(bao.some((line) => line.includes("SAU") || line.includes("CROSSCONHYP")));
  const crosscon = lines(start(twoVms()).host);
  assert.is(crosscon.filter((line) => line.includes("SAU entry")).length, 16);
  assert.ok(crosscon.includes("CROSSCONHYP INFO: SAU entry 4: base 0x10000040 limit 0x10000060 enable 1 nsc 1"));
});

test("a character takes the console its time: 87 us each at 115,200 baud", () => {
  const { host } = start(twoVms());
  const perCharacter = host.cycle() / host.console.text.length;
  assert.ok(perCharacter > 1040 && perCharacter < 1300, `${perCharacter} cycles per character`);
});

test("a console that never answers hangs the boot", () => {
  const { host } = start(twoVms(), {}, "crosscon", (fake) => {
    fake.console.dead = true;
  });
  assert.equal([host.frozen.fields?.code, host.console.text], ["CON01", ""]);
});

const fiveDevices: VmShort = { ...zephyr, devs: [...(zephyr.devs ?? []), [0x4008c000, 0x1000]] };

test("SAU of the seed's Zephyr with four devices: exactly eight entries, the veneer last", () => {
  assert.equal(sauOf(system([zephyr], sharedPage)), [
    "20020000-2002ffff",
    "40000-57fff",
    "40088000-40088fff",
    "40000000-40004fff",
    "40013000-40020fff",
    "4003a000-4003afff",
    "20017000-20017fff",
    "10000040-1000007f nsc",
  ]);
});

test("SAU of the bare-metal VM: six requests, five entries, since its RAM joins the shared page", () => {
  assert.equal(sauOf(system([bareMetal], sharedPage)), [
    "20010000-20017fff",
    "20000-2ffff",
    "40089000-40089fff",
    "40000000-40001fff",
    "10000040-1000007f nsc",
  ]);
});

test("SAU of a Zephyr with five devices: the veneer finds no entry, and its name is in the report", () => {
  const { host } = start(system([fiveDevices], sharedPage));
  assert.is(lines(host).at(-2), "CROSSCONHYP ERROR: failed to register sau entry");
  const { code, vm, element, address, size } = host.frozen.fields ?? {};
  assert.equal([code, vm, element, address, size], ["SAU01", 0, "hypercall veneer", 0x10000040, 64]);
});

test("SAU of a Zephyr without ipc and with six devices: eight entries, no veneer", () => {
  const devs: VmShort["devs"] = [...(fiveDevices.devs ?? []), [0x400a0000, 0x1000]];
  const { ipcs: _, ...without } = fiveDevices;
  const entries = sauOf(system([{ ...without, devs }]));
  assert.is(entries.length, 8);
  assert.not.ok(entries.some((entry) => entry.includes("nsc")));
});

test("entries join only after the new one was inserted: a ninth that would join still finds no room", () => {
  const devs: VmShort["devs"] = [0, 2, 4, 6, 8, 10, 12, 13].map((n) => [0x40080000 + n * 0x1000, 0x1000]);
  const run = start(system([{ regions: [[0x20010000, 0x1000]], devs }]));
  assert.equal(run.host.frozen.fields?.element, "devs[7]");
});

test("two joins follow one insertion that closes a gap", () => {
  const regions: VmShort["regions"] = [
    [0x20010000, 0x1000],
    [0x20012000, 0x1000],
    [0x20011000, 0x1000],
  ];
  assert.equal(sauOf(system([{ regions }])), ["20010000-20012fff"]);
});

test("each VM has its own eight entries; the hardware holds those of the running one", () => {
  const { host } = start(twoVms());
  const limit = (entry: number): number => host.cpu.sauRlar[entry] ?? 0;
  assert.equal(
    [0, 1, 2, 3, 4, 5, 6, 7].map((entry) => limit(entry) & 1),
    [1, 1, 1, 1, 1, 0, 0, 0],
  );
  assert.is(limit(1) & ~0x1f, 0x2ffe0);
});

test("an overlapping device is silently not mapped", () => {
  const devs: VmShort["devs"] = [
    [0x40000000, 0x5000],
    [0x40001000, 0x1000],
  ];
  const { host } = start(system([{ regions: [[0x20010000, 0x1000]], devs }]));
  assert.is(host.frozen.fields, null);
  assert.equal(host.moments.find((m) => m.kind === "map-ignored")?.fields.element, "devs[1]");
});

interface Refusal {
  readonly why: string;
  readonly model: SystemModel;
  readonly line: string;
  readonly code: string;
  readonly element: string;
}

const ram: readonly [number, number] = [0x20010000, 0x4000];
const refusals: readonly Refusal[] = [
  {
    why: "an ipc that does not start where its shared memory does",
    model: system([{ regions: [ram], ipcs: [[0x20018000, 0x1000, 0, [78]]] }], sharedPage),
    line: "ipc base address must be equal to its shmem base address",
    code: "IPC01",
    element: "ipcs[0]",
  },
  {
    why: "a device with pa != va",
    model: system([{ regions: [ram], devs: [[0x40000000, 0x1000, [], 0x50000000]] }]),
    line: "Trying to map non identity",
    code: "MAP01",
    element: "devs[0]",
  },
  {
    why: "a size that is no multiple of 64",
    model: system([{ regions: [[0x20010000, 0x1020]] }]),
    line: "trying to set mpu region which is not a multiple of granularity",
    code: "MEM04",
    element: "regions[0]",
  },
  {
    why: "a region that two platform regions share",
    model: system([{ regions: [[0x20021000, 0x1e000]] }]),
    line: "couldn't create additional page pools",
    code: "MEM01",
    element: "regions[0]",
  },
  {
    why: "two VMs on the same RAM",
    model: system([{ regions: [ram] }, { regions: [[0x20013000, 0x1000]] }]),
    line: "couldn't create additional page pools",
    code: "MEM02",
    element: "regions[0]",
  },
  {
    why: "a region on the hypervisor's data",
    model: system([{ regions: [[0x30001000, 0x1000]] }]),
    line: "failed reserving memory in root pool",
    code: "MEM03",
    element: "regions[0]",
  },
  {
    why: "an interrupt that another VM has",
    model: system([
      { regions: [ram], devs: [[0x40088000, 0x1000, [32]]] },
      { regions: [[0x20020000, 0x1000]], devs: [[0x40089000, 0x1000, [33, 32]]] },
    ]),
    line: "Failed to assign interrupt id 32",
    code: "IRQ01",
    element: "devs[0].interrupts[1]",
  },
  {
    why: "the hypervisor's own timer",
    model: system([{ regions: [ram], devs: [[0x40088000, 0x1000, [15]]] }]),
    line: "Trying to assign cpu interrupt multiple times",
    code: "IRQ02",
    element: "devs[0].interrupts[0]",
  },
  {
    why: "an image whose load and run ranges overlap",
    model: system([{ image: [0x20010000, 0x20010100, 0x1000], regions: [ram] }]),
    line: "failed to install vm image: its load range overlaps its run range",
    code: "IMG01",
    element: "image",
  },
  {
    why: "a type that does not exist",
    model: system([{ regions: [ram], type: 7 }]),
    line: "unknown vm type 7",
    code: "VMT01",
    element: "type",
  },
];

for (const { why, model, line, code, element } of refusals) {
  test(`${why} ends the boot with one ERROR line and no guest`, () => {
    const { host, monitor } = start(model);
    assert.is(lines(host).at(-2), `CROSSCONHYP ERROR: ${line}`);
    assert.is(lines(host).filter((one) => one.includes("ERROR")).length, 1);
    assert.equal([host.frozen.fields?.code, host.frozen.fields?.element], [code, element]);
    assert.not.ok(host.actions.some((a) => a.what === "branchNonSecure"));
    assert.is(host.actions.at(-1)?.what, "freeze", "nothing after the freeze");
    assert.is(monitor.currentVm(), -1);
  });
}

test("ids 78 and 79 need 64 NVIC lines: with 60 their assignment fails", () => {
  assert.is(start(twoVms()).host.frozen.fields, null);
  const { host } = start(twoVms(), { nvicLines: "60" });
  assert.equal([host.frozen.fields?.code, host.frozen.fields?.interrupt], ["IRQ01", 78]);
});

test("a shmem id out of range is a WARNING, and the ipc is skipped", () => {
  const { host, state } = start(system([{ regions: [ram], ipcs: [[0x20017000, 0x1000, 3, [78]]] }], sharedPage));
  assert.ok(lines(host).includes("CROSSCONHYP WARNING: Invalid shmem id in configuration. Ignored."));
  assert.is(host.frozen.fields, null);
  assert.is(state.interruptOwner[78], 0);
});

test("an ipc larger than its shared memory is a WARNING and is cut", () => {
  const model = system([{ regions: [ram], ipcs: [[0x20017000, 0x2000, 0, [78]]] }], sharedPage);
  assert.ok(
    lines(start(model).host).includes("CROSSCONHYP WARNING: Trying to map region to smaller shared memory. Truncated"),
  );
  assert.equal(sauOf(model), ["20010000-20013fff", "20017000-20017fff", "10000040-1000007f nsc"]);
});

test("an image that runs elsewhere than it was loaded is copied, to its last byte", () => {
  const model = system([{ image: [0x20010000, 0x48000, 6], regions: [ram] }]);
  const { host } = start(model, {}, "crosscon", (fake) => {
    fake.words.set(0x48000, 0x11223344);
    fake.words.set(0x48004, 0x55667788);
  });
  assert.equal([host.words.get(0x20010000), host.words.get(0x20010004)], [0x11223344, 0x7788]);
});

test("one VM alone: no slice timer, hardware state untouched, its interrupts Non-secure", () => {
  const { host } = start(system([zephyr], sharedPage));
  assert.equal(host.writesTo(0xe000e010), [6], "TICKINT and clock source, never ENABLE");
  assert.equal(host.writesTo(0xe002ed08), [], "VTOR_NS as the hardware has it");
  assert.equal(pair(host.nvic.target), [1 << 16, (1 << 31) >>> 0]);
});

test("one VM alone under bao, which assigns nothing: its interrupts stay Secure", () => {
  const target = (kind: "bao" | "crosscon", switches = {}) =>
    pair(start(system([zephyr], sharedPage), switches, kind).host.nvic.target).some((word) => word !== 0);
  assert.equal([target("bao"), target("bao", { loneVmIrqs: "assigned" }), target("crosscon")], [false, true, true]);
});

test("counts shorter than the lists are honoured", () => {
  const model = system([{ ...zephyr }], sharedPage);
  const [partition] = model.partitions;
  assert.ok(partition);
  const short = { ...model, partitions: [{ ...partition, deviceCount: { value: 1, span: null } }] };
  assert.is(lines(start(short).host).filter((line) => line.includes("MMIO")).length, 1);
});

test("more than eight VMs are bad input", () => {
  const many = [...Array(9).keys()].map((n): VmShort => ({ regions: [[0x20010000 + n * 0x1000, 0x1000]] }));
  assert.throws(() => start(system(many)), /more than 8 VMs/);
});

test.run();
