/** Every example that freezes is explained: who, where in its program, which address, and what would have helped. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseOverride } from "../../src/config/override.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { program } from "../support/program.ts";
import { explain, mended, openExample, systemOf } from "./frozen.ts";

const cases: readonly (readonly [example: string, code: string, message: RegExp, help: RegExp])[] = [
  [
    "secure-data",
    "FLT01",
    /^guest read 0x30000000 in read_beyond \(faults\/secure-data\.c:\d+\).*sram0.*Secure view/,
    /no grant can give it/,
  ],
  [
    "device-not-granted",
    "FLT01",
    /^guest read 0x4003a000 in read_entropy.*rng RANDOM_NUMBER/,
    /\{ \.pa = 0x4003a000, \.va = 0x4003a000, \.size = 0x1000 \}/,
  ],
  ["beyond-region", "FLT03", /^guest went to 0x2[0-9a-f]{4} in scale_sample/, /`\.size = 0x[0-9a-f]+000`/],
  ["secure-fetch", "FLT03", /^guest went to 0x10000400 from call_driver/, /no image has code there/],
  ["ungranted-hypercall", "FLT04", /^guest made a hypercall in ipc_notify/, /first ipc/],
  ["no-stack", "FLT07", /^the stack pointer of guest was still 0/, /MSP_NS = 0/],
  ["no-vector-table", "FLT05", /^SysTick came for guest.*VTOR is still 0/, /set VTOR/],
  ["stack-overflow", "FLT07", /^the stack of guest left its memory.*parse_nested/, /PSPLIM/],
  [
    "lockup",
    "FLT09",
    /^guest locked up: it wrote 0x40014000 in save_crash_dump .*, where nothing lives .*HardFault/,
    /HardFault came in here/,
  ],
  [
    "bad-exc-return",
    "FLT06",
    /^guest used an EXC_RETURN.* in svcall_handler \(faults\/bad-exc-return\.c:\d+\): 0xfffffff9/,
    /SVCall came in here --\n {2}start_first_thread/,
  ],
];

for (const [example, code, message, help] of cases) {
  test(`${example} is explained as ${code}, by function and address`, async () => {
    const found = explain(await openExample(example));
    assert.is(found?.code, code);
    assert.match(found?.message ?? "", message);
    assert.match(found?.help.join("\n") ?? "", help);
    assert.is(found?.vm, "guest");
  });
}

test("a store beyond memory, close above the stack pointer, is not taken for a stack that overflows", async () => {
  const found = explain(await openExample("../early-memset"));
  assert.is(found?.code, "FLT01");
  assert.match(found?.message ?? "", /^guest wrote 0x20017000 in memset/);
});

test("the chain of calls reaches main", async () => {
  const found = explain(await openExample("secure-data"));
  const chain = found?.help.find((one) => one.startsWith("the calls")) ?? "";
  const names = chain
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s/)[0]);
  assert.equal(names.slice(0, 4), ["read_beyond", "load_settings", "run_application", "main"]);
});

test("the size that is proposed for a region lets the guest go on", async () => {
  const system = await openExample("beyond-region");
  const found = explain(system);
  const text = readFileSync("examples/faults/beyond-region/config.c", "utf8");
  assert.ok(found);
  const better = await systemOf(mended(text, found));
  const after = explain({ ...better, images: system.images });
  assert.is(after, null);
});

test("a report that is switched off says nothing but that", async () => {
  const system = await openExample("secure-data");
  const { hypervisor } = system;
  assert.ok(hypervisor.kind !== "firmware");
  const silent = { ...hypervisor, switches: { ...hypervisor.switches, faultReport: "silent" as const } };
  const found = explain({ ...system, hypervisor: silent });
  assert.is(found?.code, "FLT10");
  assert.equal(found?.labels, []);
});

const twoVms = `
struct vm_config first = {
    .image = VM_IMAGE_LOADED(0x20000, 0x20000, 0x100), .entry = 0x20000,
    .platform = { .cpu_num = 1, .region_num = 2, .regions = (struct vm_mem_region[]) {
        { .base = 0x20010000, .size = 0x7000 }, { .base = 0x20000, .size = 0x10000 } } },
};
struct vm_config second = {
    .image = VM_IMAGE_LOADED(0x40000, 0x40000, 0x100), .entry = 0x40000,
    .platform = { .cpu_num = 1, .region_num = 2, .regions = (struct vm_mem_region[]) {
        { .base = 0x20020000, .size = 0x7000 }, { .base = 0x40000, .size = 0x10000 } } },
};
struct config config = { .vmlist_size = 2, .vmlist = (struct vm_config*[]) { &first, &second } };`;

/** Enables the floating-point unit and keeps using it. */
const floating = (entry: number, stack: number): Uint8Array =>
  program(
    entry,
    `set r0, ${stack}
     mov sp, r0
     set r0, 0xe000ed88
     set r1, 0xf00000
     str r1, [r0, #0]
     again:
     vadd.f32 s0, s0, s1
     b again`,
  ).bytes;

test("floating point in a second VM is explained by whose registers waited", async () => {
  const found = explain(await systemOf(twoVms), [
    [0x20000, floating(0x20000, 0x20016000)],
    [0x40000, floating(0x40000, 0x20026000)],
  ]);
  assert.is(found?.code, "FLT12");
  assert.is(found?.vm, "second");
  assert.match(
    found?.message ?? "",
    /^second used floating point.* registers of first .* 0x20015fb8 \(memory of first\)$/,
  );
  assert.match(found?.help.join("\n") ?? "", /does not save floating-point registers/);
});

test("a VM that begins at the wrong place is told so where it falls", async () => {
  const request = { path: "examples/single-vm", images: [], loads: [] };
  const found = explain(
    await openSystem({ ...request, overrides: [parseOverride("vms.kernel.entry=0x0")] }, diskFiles),
  );
  assert.is(found?.message, "kernel went to 0x0, which it was not granted (flash)");
  assert.match(found?.help[0] ?? "", /^kernel was entered at 0x0, but its image begins at 0x40000: see ENT01$/);
});

test.run();
