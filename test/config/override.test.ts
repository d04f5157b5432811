import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { listPlaceholders, readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import type { SystemModel } from "../../src/config/model.ts";
import { applyOverrides, overrideFile, overrideText, parseOverride } from "../../src/config/override.ts";
import { valuesByReader } from "./c-compiler.ts";

const text = readFileSync(fileURLToPath(new URL("./texts/two-vms.c", import.meta.url)), "utf8");

async function model(...set: string[]): Promise<SystemModel> {
  const options = { placeholders: { ZEPHYR_VM_ENTRY: 0x40000 }, overrides: set.map(parseOverride) };
  return (await readCrossconConfig(text, "config.c", options)).model;
}

/** Path of --set -> the line of `valuesByReader` that it changes. */
const numbers: readonly (readonly [string, string])[] = [
  ["vms.zephyr.entry", "vm 00000001 vm 00000000 entry"],
  ["vms.zephyr.type", "vm 00000001 vm 00000000 type"],
  ["vms.zephyr.platform.cpu_num", "vm 00000001 vm 00000000 cpu_num"],
  ["vms.baremetal.image.base_addr", "vm 00000000 image 00000000 base_addr"],
  ["vms.baremetal.image.load_addr", "vm 00000000 image 00000000 load_addr"],
  ["vms.baremetal.image.size", "vm 00000000 image 00000000 size"],
  ["vms[1].regions[1].base", "vm 00000001 region 00000001 base"],
  ["vms.zephyr.regions[0].size", "vm 00000001 region 00000000 size"],
  ["vms.zephyr.devs[3].pa", "vm 00000001 dev 00000003 pa"],
  ["vms.zephyr.devs[3].va", "vm 00000001 dev 00000003 va"],
  ["vms.zephyr.platform.devs[3].size", "vm 00000001 dev 00000003 size"],
  ["vms.zephyr.devs[0].interrupts[0]", "vm 00000001 dev 00000000 interrupt"],
  ["vms.zephyr.ipcs[0].base", "vm 00000001 ipc 00000000 base"],
  ["vms.zephyr.ipcs[0].size", "vm 00000001 ipc 00000000 size"],
  ["vms.zephyr.ipcs[0].shmem_id", "vm 00000001 ipc 00000000 shmem_id"],
  ["vms.zephyr.ipcs[0].interrupts[0]", "vm 00000001 ipc 00000000 interrupt"],
  ["shmem[0].base", "vm 00000000 shmem 00000000 base"],
  ["shmem[0].size", "vm 00000000 shmem 00000000 size"],
];

for (const [path, words] of numbers) {
  test(`--set ${path} changes that number and no other`, async () => {
    const before = valuesByReader(await model());
    const after = valuesByReader(await model(`${path}=0x12345`));
    const changed = after.filter((line, i) => line !== before[i]);
    assert.equal(changed, [`${words} 00012345`]);
    assert.is(after.length, before.length);
  });
}

test("an overridden number stands in the text of the overrides, on the line of its own", async () => {
  const set = ["vms.zephyr.entry=1", "vms.zephyr.devs[3].size = 0x2000"].map(parseOverride);
  const { span } = applyOverrides(await model(), set).partitions[1]?.devices[3]?.sizeBytes ?? {};
  assert.equal(span, { file: overrideFile, line: 2, column: 25, endLine: 2, endColumn: 31 });
  assert.is(overrideText(set).lineAt(2).slice(24, 30), "0x2000");
});

test("of two overrides of the same number the later one counts", async () => {
  assert.is((await model("vms.zephyr.entry=1", "vms.zephyr.entry=2")).partitions[1]?.entry.value, 2);
});

test("every notation of C's whole numbers is a value, and nothing else is", async () => {
  const entry = async (value: string) => (await model(`vms.zephyr.entry=${value}`)).partitions[1]?.entry.value;
  assert.is(await entry("0x1F"), 31);
  assert.is(await entry("017"), 15);
  assert.is(await entry("0b101"), 5);
  assert.is(await entry("4294967295UL"), 0xffff_ffff);
  for (const wrong of ["", "4294967296", "-1", "1.5", "09", "0x", "1 2", "zephyr"]) {
    try {
      await entry(wrong);
      assert.unreachable(`"${wrong}" was taken`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      assert.equal(
        error.diagnostics.map((found) => found.code),
        ["CFG24"],
      );
    }
  }
});

test("wrong paths are refused with what is possible there", async () => {
  const helps: readonly (readonly [string, RegExp])[] = [
    ["vms.zephir.entry", /`zephyr`/],
    ["vms.zephyr.devices[0].pa", /`devs`/],
    ["vms.zephyr.devs[4].pa", /devs\[0\] to vms\.zephyr\.devs\[3\]/],
    ["vms.zephyr.devs.pa", /devs\[INDEX\]\.pa/],
    ["vms.zephyr.devs[0].pa.x", /--set vms\.zephyr\.devs\[0\]\.pa=/],
    ["vms.zephyr.image", /vms\.zephyr\.image\.size/],
    ["vmz.zephyr.entry", /`vms`/],
    ["vms", /baremetal, zephyr/],
    ["vms.[0]", /vms\.NAME/],
    ["shmem[1].base", /shmem\[0\] to shmem\[0\]/],
  ];
  for (const [path, help] of helps) {
    try {
      await model(`${path}=1`);
      assert.unreachable(`${path} was taken`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      assert.equal(
        error.diagnostics.map((found) => found.code),
        ["CFG23"],
        path,
      );
      assert.match(error.diagnostics.flatMap((found) => found.help).join("\n"), help);
    }
  }
});

test("a placeholder is filled by its name, or is not needed when the number it makes is overridden", async () => {
  for (const set of ["ZEPHYR_VM_ENTRY=0x40008", "@@ZEPHYR_VM_ENTRY@@=0x40008", "vms.zephyr.entry=0x40008"]) {
    const read = await readCrossconConfig(text, "config.c", { overrides: [parseOverride(set)] });
    assert.is(read.model.partitions[1]?.entry.value, 0x40008, set);
  }
});

test("placeholders are listed with the VM whose entry they are", async () => {
  const uses = await listPlaceholders(`${text}const unsigned other = @@OTHER@@ + 1;\n`, "config.c");
  assert.equal(
    uses.map((use) => [use.name, use.entryOf, use.span.line]),
    [
      ["ZEPHYR_VM_ENTRY", "zephyr", 31],
      ["OTHER", null, 63],
    ],
  );
});

test.run();
