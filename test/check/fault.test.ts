/** Every example that freezes is explained: who, where in its program, which address, and what would have helped. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
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

test.run();
