/** Build directories and device trees beside an image. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { chosen } from "../../src/config/devicetree/query.ts";
import { openSystem } from "../../src/system/open.ts";
import { filesWith, openBuilt, project, replaced } from "../check/built.ts";

test("a build directory is the image, the device tree and the .config in it", async () => {
  const system = await openBuilt();
  const [description, ...others] = system.descriptions;
  assert.is(others.length, 0, "the other VM has an image only");
  assert.is(description?.vm, "kernel");
  assert.ok(description?.tree && description.kconfig);
  assert.is(chosen(description.tree, "zephyr,console")?.node.path, "/soc/peripheral@40000000/flexcomm@88000");
  assert.is(description.kconfig.values.get("NUM_IRQS")?.value, "60");
  assert.is(system.images[1]?.image.file, "made/build/zephyr/zephyr.elf");
  for (const name of ["made/build/zephyr/zephyr.dts", "made/build/zephyr/.config"]) {
    assert.ok(system.texts.has(name), "spans can be shown");
    assert.ok(
      system.source.files.some(({ path }) => path === name),
      "a recording will have it",
    );
  }
});

test("--image VM=DIR takes a build directory, its inner folder, too", async () => {
  for (const folder of ["made/build", "made/build/zephyr"]) {
    const system = await openSystem(
      {
        ...{ path: "made/config.c", loads: [], overrides: [] },
        images: [
          ["baremetal", "guests/baremetal/baremetal.elf"],
          ["kernel", folder],
        ],
      },
      filesWith({}),
    );
    assert.is(system.descriptions[0]?.tree?.file, "made/build/zephyr/zephyr.dts");
  }
});

test("an image may name its device trees and its .config one by one", async () => {
  const line = "  kernel: { build: build }\n";
  assert.ok(project.includes(line));
  const files = "file: build/zephyr/zephyr.elf, kconfig: build/zephyr/.config";
  const system = await openBuilt({
    texts: { "chronovisor.yaml": project.replace(line, `  kernel: { ${files}, dts: [build/zephyr/zephyr.dts] }\n`) },
  });
  assert.is(system.descriptions[0]?.kconfig?.file, "made/build/zephyr/.config");
  assert.ok(system.descriptions[0]?.tree);
});

test("a folder that is no build directory, and a tree that is none, are refused at their places", async () => {
  const refused = async (changes: Parameters<typeof openBuilt>[0]): Promise<string> => {
    try {
      await openBuilt(changes);
    } catch (error) {
      assert.instance(error, InputError);
      const { diagnostics } = error as InputError;
      return diagnostics.map(({ code, labels: [at] }) => `${code} ${at?.file}:${at?.line}`).join(" ");
    }
    return "";
  };
  const wrongFolder = project.replace("build: build", "build: ../guests");
  assert.is(await refused({ texts: { "chronovisor.yaml": wrongFolder } }), "SYS08 made/chronovisor.yaml:5");
  const halfWritten = replaced("zephyr.dts", "    cpus {", "    cpus ");
  assert.match(await refused({ texts: { "zephyr.dts": halfWritten } }), /^DTS01 made\/build\/zephyr\/zephyr.dts:/);
  assert.is(await refused({ texts: { ".config": "CONFIG_A=y\nB=1\n" } }), "KCF01 made/build/zephyr/.config:2");
});

test.run();
