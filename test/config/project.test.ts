import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { readProject } from "../../src/config/project.ts";
import { printProjectSchema, projectSchema } from "../../src/config/project-schema.ts";
import { keysAt } from "../../src/config/schema-keys.ts";
import { switchRows } from "../../src/config/switches.ts";
import { packagesOf } from "../support/packages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("every value of the contract's example is read with its exact place", async () => {
  const text = `board: lpc55s69
hypervisor: { kind: crosscon, config: config.c }     # kind: crosscon | bao | firmware | none
images: { baremetal: vm0.elf, zephyr: zephyr.elf }
attach: { flexcomm3: terminal, flexcomm2: { kind: esp-at } }
`;
  const at = (line: number, column: number, endColumn: number) => ({
    file: "p.yaml",
    line,
    column,
    endLine: line,
    endColumn,
  });
  const bare = { dts: [], include: [], kconfig: null };
  assert.equal(await readProject(text, "p.yaml"), {
    file: "p.yaml",
    board: { value: "lpc55s69", span: at(1, 8, 16) },
    hypervisor: { kind: "crosscon", config: { value: "config.c", span: at(2, 39, 47) }, switches: {} },
    images: [
      { vm: { value: "baremetal", span: at(3, 11, 20) }, file: { value: "vm0.elf", span: at(3, 22, 29) }, ...bare },
      { vm: { value: "zephyr", span: at(3, 31, 37) }, file: { value: "zephyr.elf", span: at(3, 39, 49) }, ...bare },
    ],
    attach: [
      { device: { value: "flexcomm3", span: at(4, 11, 20) }, kind: "terminal" },
      { device: { value: "flexcomm2", span: at(4, 32, 41) }, kind: "esp-at" },
    ],
    seed: { value: 1, span: null },
    load: [],
    severities: [],
  });
});

test("every value of every switch is accepted and arrives as text, also where YAML makes it a number", async () => {
  for (const [name, row] of Object.entries(switchRows)) {
    for (const value of row.values) {
      const text = `hypervisor: { kind: bao, config: config.c, switches: { ${name}: ${value} } }\n`;
      const { hypervisor } = await readProject(text, "p.yaml");
      assert.equal(hypervisor.kind === "bao" ? hypervisor.switches : null, { [name]: value });
    }
  }
});

test("images to load have their address beside them or behind an at-sign", async () => {
  const text =
    "hypervisor: { kind: none }\nseed: 0x10\n" +
    "load: [ a@b.bin@0x1000, { file: c.bin, address: 16 }, d.elf, e@home.elf ]\n";
  const { load, seed } = await readProject(text, "p.yaml");
  const read = load.map((item) => [item.file.value, item.address]);
  assert.equal(read, [
    ["a@b.bin", 0x1000],
    ["c.bin", 16],
    ["d.elf", null],
    ["e@home.elf", null],
  ]);
  assert.is(seed.value, 16);
});

test("a firmware system needs its image, and has neither configuration nor switches", async () => {
  const text = "hypervisor: { kind: firmware, image: hyp.elf }\n";
  const { hypervisor } = await readProject(text, "p.yaml");
  assert.is(hypervisor.kind === "firmware" ? hypervisor.image.value : null, "hyp.elf");
  assert.equal(keysAt(projectSchema, ["hypervisor"], "firmware").sort(), ["image", "kind", "semihosting"]);
});

test("everything that is wrong is reported at once", async () => {
  const text = "bord: x\nseed: -1\nhypervisor: { kind: bao, switches: { vtimer: fast } }\nimages: { a: 1 }\n";
  try {
    await readProject(text, "p.yaml");
    assert.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = error.diagnostics.map((each) => `${each.code} ${each.labels[0]?.line}`).sort();
    assert.equal(found, ["CFG31 1", "CFG32 2", "CFG32 3", "CFG32 4", "CFG33 3"]);
  }
});

test("the shipped JSON schema is that of the reader", () => {
  const shipped = readFileSync(`${root}schema/chronovisor.schema.json`, "utf8");
  assert.is(shipped, printProjectSchema(), "run: npx tsx src/config/print-schema.ts");
});

test("a configuration is read, and a project file named, without loading zod or yaml", () => {
  const reader = packagesOf(`${root}src/config/crosscon-c/reader.ts`);
  const project = packagesOf(`${root}src/config/project.ts`);
  assert.ok(reader.has("web-tree-sitter") && packagesOf(`${root}src/config/project-schema.ts`).has("zod"));
  assert.equal(
    ["zod", "yaml"].filter((name) => reader.has(name) || project.has(name)),
    [],
  );
});

test("an image may be a build directory, or have its device trees and .config beside it", async () => {
  const text =
    "hypervisor: { kind: crosscon, config: c }\n" +
    "images: { a: { build: out }, b: { file: b.elf, dts: b.dts, kconfig: .config }, " +
    "c: { file: c.elf, dts: [c.dts, c.overlay], include: [dts] } }\n";
  const { images } = await readProject(text, "p.yaml");
  const told = images.map(({ file, dts, include, kconfig }) => [
    file.value,
    dts.map(({ value }) => value),
    include,
    kconfig?.value ?? null,
  ]);
  assert.equal(told, [
    ["out", [], [], null],
    ["b.elf", ["b.dts"], [], ".config"],
    ["c.elf", ["c.dts", "c.overlay"], ["dts"], null],
  ]);
  assert.is(images[2]?.dts[1]?.span?.column, (text.split("\n")[1]?.indexOf("c.overlay") as number) + 1);
});

test("severities are codes with a severity, and nothing else", async () => {
  const head = "hypervisor: { kind: crosscon, config: c }\n";
  const { severities } = await readProject(`${head}severity: { DEV04: note, CLK01: off }\n`, "p.yaml");
  assert.equal(
    severities.map(({ code, severity }) => [code.value, severity]),
    [
      ["DEV04", "note"],
      ["CLK01", "off"],
    ],
  );
  for (const wrong of ["severity: { dev4: note }", "severity: { DEV04: loud }"]) {
    const codes = await readProject(`${head}${wrong}\n`, "p.yaml").then(
      () => [],
      (error) => (error as InputError).diagnostics.map(({ code }) => code),
    );
    assert.ok(codes.length > 0 && codes.every((code) => /^CFG3[12]$/.test(code)), `${wrong}: ${codes}`);
  }
});

test.run();
