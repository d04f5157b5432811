/** The hypervisor's refusals: real monitor, one wrong value each, explained at the line that holds it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explainConfig, mended, under } from "./frozen.ts";

interface Parts {
  readonly regions?: string;
  readonly devices?: string;
  readonly ipcs?: string;
  readonly more?: string;
  readonly secondRegions?: string;
  readonly secondDevices?: string;
  readonly sharedMemory?: string;
  readonly vmCount?: string;
}

const device =
  "{ .pa = 0x40089000, .va = 0x40089000, .size = 0x1000, .interrupt_num = 1, .interrupts = (irqid_t[]) { 33 } },";

/** As many elements as there are braces at the beginning of a line. */
const list = (field: string, count: string, type: string, items: string): string =>
  items === "" ? "" : `.${count} = ${items.split("\n").length}, .${field} = (${type}[]) {\n${items}\n},\n`;

function configOf(parts: Parts): string {
  const vm = (name: string, regions: string, devices: string, ipcs: string, more: string): string =>
    `struct vm_config ${name} = {\n.entry = 0x20000,\n${more}.platform = { .cpu_num = 1,\n` +
    `${list("regions", "region_num", "struct vm_mem_region", regions)}` +
    `${list("devs", "dev_num", "struct vm_dev_region", devices)}` +
    `${list("ipcs", "ipc_num", "struct ipc", ipcs)}},\n};\n`;
  const first = parts.regions ?? "{ .base = 0x20010000, .size = 0x7000 },\n{ .base = 0x00020000, .size = 0x10000 },";
  const second = parts.secondRegions ?? "{ .base = 0x20020000, .size = 0x8000 },";
  return (
    `#include <config.h>\n${vm("one", first, parts.devices ?? device, parts.ipcs ?? "", parts.more ?? "")}` +
    `${vm("two", second, parts.secondDevices ?? "", "", "")}struct config config = {\nCONFIG_HEADER\n` +
    ".shmemlist_size = 1,\n.shmemlist = (struct shmem[]) { " +
    `${parts.sharedMemory ?? "{ .base = 0x20017000, .size = 0x1000 }"} },\n` +
    `.vmlist_size = ${parts.vmCount ?? 2},\n.vmlist = (struct vm_config*[]) { &one, &two },\n};\n`
  );
}

test("a configuration without a mistake does not freeze at boot", async () => {
  const found = await explainConfig(configOf({}));
  assert.not.match(found?.help.join("\n") ?? "", "the hypervisor prints");
});

const cases: readonly (readonly [what: string, parts: Parts, code: string, label: string, help: RegExp])[] = [
  [
    "regions that overlap a shared memory",
    { regions: "{ .base = 0x20010000, .size = 0x8000 }," },
    "MEM02",
    "{ .base = 0x20017000, .size = 0x1000 }",
    /move one|end it/,
  ],
  [
    "regions of two VMs that overlap",
    { secondRegions: "{ .base = 0x20016000, .size = 0x1000 }," },
    "MEM02",
    "{ .base = 0x20016000, .size = 0x1000 }",
    /shmemlist/,
  ],
  [
    "a region outside of the platform",
    { secondRegions: "{ .base = 0x60000000, .size = 0x1000 }," },
    "MEM01",
    "{ .base = 0x60000000, .size = 0x1000 }",
    /platform description/,
  ],
  [
    "a region inside the hypervisor's data",
    { secondRegions: "{ .base = 0x30000000, .size = 0x1000 }," },
    "MEM03",
    "{ .base = 0x30000000, .size = 0x1000 }",
    /move one|smaller/,
  ],
  [
    "a size that is no multiple of 64",
    { secondRegions: "{ .base = 0x20020000, .size = 0x8010 }," },
    "MEM04",
    "{ .base = 0x20020000, .size = 0x8010 }",
    /\.size = 0x8040/,
  ],
  ["an interrupt with two owners", { secondDevices: device.replaceAll("89000", "8a000") }, "IRQ01", "33", /one owner/],
  ["an interrupt beyond the last line", { devices: device.replace("33", "99") }, "IRQ01", "99", /16 \+ the line/],
  ["the hypervisor's own interrupt", { devices: device.replace("33", "15") }, "IRQ02", "15", /16 \+ 15/],
  [
    "a device that is mapped elsewhere",
    { devices: device.replace(".va = 0x40089000", ".va = 0x4008a000") },
    "MAP01",
    "0x4008a000",
    /\.va = 0x40089000/,
  ],
  [
    "an ipc that begins elsewhere",
    { ipcs: "{ .base = 0x20018000, .size = 0x1000, .shmem_id = 0 }," },
    "IPC01",
    "0x20018000",
    /no address translation/,
  ],
  ["a type that is not known", { more: ".type = 7,\n" }, "VMT01", "7", /type 0/],
  ["no VM at all", { vmCount: "0" }, "RUN01", "0", /vmlist_size/],
];

for (const [what, parts, code, label, help] of cases) {
  test(`${what}: ${code} at the value that causes it`, async () => {
    const text = configOf(parts);
    const found = await explainConfig(text);
    assert.is(found?.code, code);
    assert.is(
      found?.labels.some((one) => under(text, one) === label),
      true,
      JSON.stringify(found, null, 1),
    );
    assert.match(found?.help.join("\n") ?? "", help);
  });
}

test("more windows than SAU entries: the one that no entry is left for is shown", async () => {
  const windows = [0, 2, 4, 6, 8, 10, 12].map(
    (n) => `{ .pa = ${0x40080000 + n * 0x1000}, .va = ${0x40080000 + n * 0x1000}, .size = 0x1000 },`,
  );
  const text = configOf({ devices: windows.join("\n") });
  const found = await explainConfig(text);
  assert.is(found?.code, "SAU01");
  assert.match(found?.message ?? "", "9 are needed");
  assert.is(under(text, found?.labels[0]), windows[6]?.slice(0, -1));
});

for (const [what, parts] of cases.filter(([, , code]) => ["MAP01", "IPC01"].includes(code))) {
  test(`${what}: the fix mends it`, async () => {
    const text = configOf(parts);
    const found = await explainConfig(text);
    const after = found === null ? null : await explainConfig(mended(text, found));
    assert.is.not(after?.code, found?.code);
  });
}

test.run();
