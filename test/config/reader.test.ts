import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError, type Span } from "../../src/base/diagnostic.ts";
import { type CrossconConfigOptions, readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import type { SystemModel } from "../../src/config/model.ts";

const header = "#define FLASH 0x40000\n#define WINDOW(at) { .base = (at), .size = SIZE }\n#define SIZE 0x1000\n";

async function read(text: string, options: CrossconConfigOptions = {}): Promise<SystemModel> {
  const files = { readText: (path: string) => (path === "dir/parts.h" ? header : null), sizeBytes: () => 0x1234 };
  return (await readCrossconConfig(text, "dir/config.c", { files, ...options })).model;
}

const around = (before: string, fields: string): string => `#include <config.h>
${before}
struct vm_config vm0 = {
${fields}
};
struct config config = { .vmlist_size = 1, .vmlist = (struct vm_config*[]) { &vm0 } };
`;

/** `file:line:column-endColumn` of spans on one line. */
function place(span: Span | null | undefined): string {
  if (!span) return "none";
  assert.is(span.line, span.endLine);
  return `${span.file}:${span.line}:${span.column}-${span.endColumn}`;
}

test("a macro's argument keeps its own place, and what its body adds stands at the macro's use", async () => {
  const fields = ".platform = { .region_num = 1, .regions = (struct vm_mem_region[]) { WINDOW(FLASH + 8) } }";
  const { partitions } = await read(around('#include "parts.h"', fields));
  const region = partitions[0]?.regions[0];
  assert.is(region?.base.value, 0x40008);
  assert.is(place(region?.base.span), "dir/config.c:4:77-86");
  assert.is(place(region?.sizeBytes.span), "dir/config.c:4:70-87");
  assert.is(place(region?.span), "dir/config.c:4:70-87");
});

test("a value from an included file stands in that file", async () => {
  const lists = "struct vm_mem_region list[] = { { .base = 5 } };\n";
  const files = { readText: (path: string) => (path === "dir/lists.h" ? lists : null), sizeBytes: () => null };
  const text = around('#include "lists.h"', ".platform = { .region_num = 1, .regions = list }");
  const { model } = await readCrossconConfig(text, "dir/config.c", { files });
  assert.is(place(model.partitions[0]?.regions[0]?.base.span), "dir/lists.h:1:43-44");
});

test("a continued line and a comment do not move the places behind them", async () => {
  const { partitions } = await read(around("", ".ent\\\nry = /* here: */ 0x1\\\n2, .type = 7"));
  assert.is(partitions[0]?.entry.value, 0x12);
  assert.equal(partitions[0]?.entry.span, { file: "dir/config.c", line: 5, column: 18, endLine: 6, endColumn: 2 });
  assert.is(place(partitions[0]?.type.span), "dir/config.c:6:12-13");
});

test("what is not written is zero and has no place", async () => {
  const { partitions } = await read(around("", ".type = 0"));
  const vm = partitions[0];
  assert.equal(
    [vm?.entry, vm?.cpuCount],
    [
      { value: 0, span: null },
      { value: 0, span: null },
    ],
  );
  assert.is(vm?.image, null);
  assert.equal([vm?.regions, vm?.devices, vm?.ipcs], [[], [], []]);
});

test("VMs are named by their variables, in the order of the list", async () => {
  const text = `#include <config.h>
struct vm_config last = { .entry = 1 }, first = { .entry = 2 };
struct config config = { .vmlist_size = 3, .vmlist = (struct vm_config*[]) {
  &first, &last, &(struct vm_config) { .entry = 3 },
} };
`;
  const { partitions, vmListForm } = await read(text);
  assert.is(vmListForm, "pointers");
  assert.equal(
    partitions.map((vm) => [vm.name, vm.entry.value]),
    [
      ["first", 2],
      ["last", 1],
      ["vm2", 3],
    ],
  );
  assert.is(place(partitions[0]?.span), "dir/config.c:2:41-46");
});

test("VMs that stand in the list itself are named by their position", async () => {
  for (const list of [
    "{ { .entry = 1 }, [1] = { .entry = 2 } }",
    "(struct vm_config[]) { { .entry = 1 }, { .entry = 2 } }",
  ]) {
    const { partitions, vmListForm } = await read(
      `#include <config.h>\nstruct config config = { .vmlist_size = 2, .vmlist = ${list} };\n`,
    );
    assert.is(vmListForm, "array");
    assert.equal(
      partitions.map((vm) => [vm.name, vm.entry.value]),
      [
        ["vm0", 1],
        ["vm1", 2],
      ],
    );
  }
});

test("an embedded image has its file, and the file's size", async () => {
  const before = "VM_IMAGE(guest, XSTR(images/guest-1.bin));";
  const { partitions } = await read(around(before, ".image = VM_IMAGE_BUILTIN(guest, 0x20000)"));
  const image = partitions[0]?.image;
  assert.is(image?.file?.value, "images/guest-1.bin");
  assert.equal([image?.baseAddress.value, image?.sizeBytes.value, image?.separatelyLoaded], [0x20000, 0x1234, false]);
  assert.is(place(image?.file?.span), "dir/config.c:2:17-41");
});

test("a count smaller than the list is honoured, for interrupts, too", async () => {
  const device = "{ .pa = 1, .interrupt_num = 1, .interrupts = (irqid_t[]) { 32, 33 } }, { .pa = 2 }";
  const { partitions } = await read(
    around("", `.platform = { .dev_num = 1, .devs = (struct vm_dev_region[]) { ${device} } }`),
  );
  assert.equal(
    partitions[0]?.devices.map((one) => [one.physicalAddress.value, one.interrupts.map((id) => id.value)]),
    [[1, [32]]],
  );
});

test("macros from outside choose between parts of the file", async () => {
  const text = around("", "#if VARIANT == 2\n.entry = 2\n#else\n.entry = 1\n#endif");
  assert.is((await read(text, { defines: { VARIANT: "2" } })).partitions[0]?.entry.value, 2);
  assert.is((await read(text)).partitions[0]?.entry.value, 1);
});

test("everything that is wrong is reported at once in the order of the text, warnings last", async () => {
  const text = around("", '.entri = 1, .type = 1, .type = "x", .entry = NOBODY, .image = { .size = -1 }');
  try {
    await read(text);
    assert.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = error.diagnostics.map((each) => `${each.code} ${each.severity} ${each.labels[0]?.column}`);
    assert.equal(found, ["CFG11 error 2", "CFG12 error 32", "CFG09 error 46", "CFG13 error 73", "CFG19 warning 32"]);
  }
});

test.run();
