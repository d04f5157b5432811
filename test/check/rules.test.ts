/** The rules on the two-VM example with one mistake at a time, each held against what the board then does. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { applyFixes } from "../../src/check/apply-fix.ts";
import { check } from "../../src/check/check.ts";
import type { Subject } from "../../src/check/rule.ts";
import { insertAll, planSau } from "../../src/check/sau-plan.ts";
import { windowsOf } from "../../src/check/window.ts";
import { subjectOf } from "../../src/cli/check-subject.ts";
import { parseOverride } from "../../src/config/override.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { kernelElf } from "./built.ts";
import { echo } from "./guest-cases.ts";
import { patched } from "./patch.ts";
import { type Case, cases, rng, window } from "./rule-cases.ts";

const file = "examples/two-vms/config.c";
const right = readFileSync(file, "utf8");
const images = [
  ["baremetal", "guests/baremetal/baremetal.elf"],
  ["kernel", "guests/kernel/kernel.elf"],
] as const;

function changed({ change }: Case): string {
  let text = right;
  for (const [from, to] of change) {
    assert.ok(text.includes(from), `the example has \`${from}\``);
    text = text.replace(from, to);
  }
  return text;
}

/** The one register block that the kernel names by a whole word. */
const rngBase = 0x4003a000;

const bare = { images: [], tolerant: true, overrides: [parseOverride("KERNEL_ENTRY=0x40000")] };

const open = (text: string, elf: Uint8Array = kernelElf, isBare = false): Promise<System> =>
  openSystem(
    { path: file, loads: [], ...(isBare ? bare : { images, overrides: [] }) },
    {
      bytes(path) {
        if (path === images[1][1]) return elf;
        return path === file ? new TextEncoder().encode(text) : diskFiles.bytes(path);
      },
      kind: (path) => diskFiles.kind(path),
    },
  );

function found(system: System): Diagnostic[] {
  return check(subjectOf(system) as Subject, system.texts);
}

/** Code of the freeze in the first 300 ms, null where there is none. */
function bootOf(system: System): string | null {
  let code: string | null = null;
  const moment = (kind: string, fields: Readonly<Record<string, unknown>>): void => {
    if (kind === "freeze") code ??= String(fields.code);
  };
  const machine = powerOn(system, { output: () => {}, moment, gap: () => {} });
  machine.run({ beat: 0.3 * beatsPerSecond });
  return code;
}

const listText = (list: readonly Diagnostic[]): string =>
  list.map(({ code, message }) => `${code} ${message}`).join("; ");

for (const [name, one] of Object.entries(cases)) {
  test(`${one.code} finds ${name}`, async () => {
    const system = await open(changed(one), kernelElf, one.bare === true);
    const list = found(system);
    const finding = list.find(({ code }) => code === one.code);
    assert.ok(finding !== undefined, `found instead: ${listText(list)}`);
    assert.ok(finding.labels.length > 0, "it points at the configuration");
    assert.is(finding.labels[0]?.file, file);
    assert.is(bootOf(system), one.stops ?? null, "the hypervisor agrees");
  });
  if (one.shows !== undefined) {
    const { claim, reaches, silent } = one.shows;
    test(`${one.code}, ${name}, on the machine: ${claim}`, async () => {
      if (silent === true) assert.equal(await echo(await open(changed(one))), []);
      if (reaches === undefined) return;
      const elf = patched(kernelElf, rngBase, reaches.address);
      assert.is(bootOf(await open(changed(one), elf)), reaches.wrong);
      assert.is(bootOf(await open(right, elf)), reaches.right);
    });
  }
}

test("the example as it is has no finding, and boots", async () => {
  const system = await open(right);
  assert.is(listText(found(system)), "");
  assert.is(bootOf(system), null);
});

test("fixes mend what they say they mend, and leave the rest of the text alone", async () => {
  for (const [name, one] of Object.entries(cases)) {
    if (one.bare === true) continue;
    const system = await open(changed(one));
    const finding = found(system).find(({ code }) => code === one.code) as Diagnostic;
    if (finding.fix === null) continue;
    const mended = applyFixes([finding], system.texts).texts.get(file) ?? "";
    const again = await open(mended);
    assert.not.ok(
      found(again).some(({ code, message }) => code === one.code && message === finding.message),
      `${name}: still there after \`${finding.fix.title}\``,
    );
  }
});

test("joining windows of the seed's five devices fits the SAU, the plan that exposes least comes first", async () => {
  const separate = [
    [
      "0x40013000,\n                .va = 0x40013000,\n                .size = 0xE000",
      "0x40013000,\n                .va = 0x40013000,\n                .size = 0x1000",
    ],
    [".dev_num = 4", ".dev_num = 5"],
    [rng, `${window("0x40020000", "0x1000")}${rng}`],
  ] as const;
  const system = await open(changed({ code: "SAU01", change: separate }));
  const subject = subjectOf(system) as Subject;
  const partition = subject.model.partitions[1];
  assert.ok(partition !== undefined);
  const plans = planSau(subject, partition);
  const seeds = plans.find(({ windows }) => windows.some((one) => one.base === 0x40013000 && one.sizeBytes === 0xe000));
  assert.ok(seeds !== undefined, "the seed's own answer, ANACTRL and PMC in one window, is among them");
  for (const plan of plans) {
    const others = windowsOf(partition).filter(
      (one) => !plan.joins.some(({ from, to }) => one.element === from.element || one.element === to.element),
    );
    const count = insertAll([...others, ...plan.windows], true, 8);
    assert.ok(count !== null && count <= 8, "every plan fits");
  }
  for (const [index, plan] of plans.entries()) {
    const before = plans[index - 1];
    assert.ok(before === undefined || before.exposed.length <= plan.exposed.length);
  }
});

test("a comment with a reason allows a finding, one without does not", async () => {
  const wrong = changed({ code: "IMG22", change: [["0x00020000, 0xD00", "0x00020000, 0x40"]] });
  const line = "    .image = VM_IMAGE_LOADED(0x00020000, 0x00020000, 0x40),";
  assert.ok(wrong.includes(line));
  const reasoned = await open(wrong.replace(line, `${line} // chronovisor: allow IMG22, it runs in place`));
  assert.is(listText(found(reasoned)), "");
  const bare = await open(wrong.replace(line, `${line} // chronovisor: allow IMG22`));
  assert.is(found(bare).length, 1);
});

test.run();
