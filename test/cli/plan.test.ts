/** `chronovisor plan`: a configuration from what guests were built from, that passes the rules and boots. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { chronovisor } from "./command.ts";

const tree = "test/check/guest/zephyr.dts";
const kconfig = "test/check/guest/.config";

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-plan-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("from device tree and .config alone comes a configuration that passes check and boots", () =>
  inFolder((folder) => {
    const plan = chronovisor("plan", "--dts", tree, "--kconfig", kconfig);
    assert.is(plan.code, 0, plan.stderr);
    const file = join(folder, "config.c");
    writeFileSync(file, plan.stdout);
    const image = ["--image", "guest=guests/kernel/kernel.elf"];
    const check = chronovisor("check", file, ...image);
    assert.is(check.code, 0, check.stderr);
    assert.match(check.stderr, "nothing found");
    const said = chronovisor("run", file, ...image, "--for", "1.5s", "--send", "guest@0.5s:hello\\n", "--json");
    assert.is(said.code, 0, said.stderr);
    const [vm] = JSON.parse(said.stdout).vms;
    const text = Object.values(vm.console as Record<string, string>).join("");
    for (const line of ["VM1: kernel on USART2, 2 threads", "VM1: uptime 1000 ms", 'VM1: echo "hello"'])
      assert.ok(text.includes(line), `${line} is missing in ${text}`);
  }));

test("an empty device tree is refused, and a guest that gets no device is told of", () =>
  inFolder((folder) => {
    const [empty, memory] = [join(folder, "empty.dts"), join(folder, ".config")];
    writeFileSync(empty, "");
    const symbols = [
      "SRAM_BASE_ADDRESS=0x20020000",
      "SRAM_SIZE=64",
      "FLASH_LOAD_OFFSET=0x40000",
      "FLASH_LOAD_SIZE=0x18000",
    ];
    writeFileSync(memory, symbols.map((one) => `CONFIG_${one}\n`).join(""));
    const refused = chronovisor("plan", "--dts", empty, "--kconfig", memory);
    assert.is(refused.code, 3);
    assert.match(refused.stderr, /DTS01.*describes nothing/);
    assert.is(refused.stdout, "");
    const bare = chronovisor("plan", "--kconfig", memory);
    assert.is(bare.code, 0, bare.stderr);
    assert.match(bare.stderr, "warning: guest gets no device, so no console");
    assert.not.match(chronovisor("plan", "--dts", tree, "--kconfig", kconfig).stderr, "no device");
  }));

test("a build directory has the entry and the image's size in it, too", () =>
  inFolder((folder) => {
    const inner = join(folder, "build/zephyr");
    mkdirSync(inner, { recursive: true });
    cpSync("test/check/guest", inner, { recursive: true });
    cpSync("guests/kernel/kernel.elf", join(inner, "zephyr.elf"));
    const plan = chronovisor("plan", `kernel=${join(folder, "build")}`);
    assert.is(plan.code, 0, plan.stderr);
    assert.match(plan.stdout, ".entry = 0x40000,");
    assert.not.match(plan.stdout, "@@");
    const file = join(folder, "config.c");
    writeFileSync(file, plan.stdout);
    const run = chronovisor("run", file, "--image", `kernel=${join(folder, "build")}`, "--until", "kernel:uptime 1000");
    assert.is(run.code, 0, run.stderr);
    const section = chronovisor("plan", `kernel=${join(folder, "build")}`, "--section");
    assert.ok(plan.stdout.includes(section.stdout.trim()) && !section.stdout.includes("struct config config"));
  }));

test("a guest with more windows than the SAU has entries gets some of them joined", () =>
  inFolder((folder) => {
    const more = ["0x28000", "0x2c000", "0x8000"].map(
      (base) => `watchdog@${base.slice(2)} { compatible = "nxp,lpc-wwdt"; reg = < ${base} 0x1000 >; };`,
    );
    const text = readFileSync(tree, "utf8").replace("rng: rng@3a000 {", `${more.join("\n")}\nrng: rng@3a000 {`);
    writeFileSync(join(folder, "more.dts"), text);
    writeFileSync(join(folder, ".config"), `${readFileSync(kconfig, "utf8")}CONFIG_WDT_MCUX_WWDT=y\n`);
    const plan = chronovisor("plan", "--dts", join(folder, "more.dts"), "--kconfig", join(folder, ".config"));
    assert.is(plan.code, 0, plan.stderr);
    const count = Number(/\.dev_num = (\d+)/.exec(plan.stdout)?.[1]);
    assert.is(count, 6, "six windows and two regions are eight entries");
    const file = join(folder, "config.c");
    writeFileSync(file, plan.stdout);
    const run = chronovisor("run", file, "--image", "guest=guests/kernel/kernel.elf", "--until", "guest:uptime 1000");
    assert.is(run.code, 0, run.stderr);
  }));

test("without a word on memory there is no plan, and without a guest no question", () => {
  const nothing = chronovisor("plan", "--kconfig", "test/check/guest/.config");
  assert.is(nothing.code, 3);
  assert.match(nothing.stderr, "error[PLN01]");
  assert.is(chronovisor("plan").code, 2);
});

test.run();
