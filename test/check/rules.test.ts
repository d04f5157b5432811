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
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";

const file = "examples/two-vms/config.c";
const right = readFileSync(file, "utf8");
const images = [
  ["baremetal", "guests/baremetal/baremetal.elf"],
  ["kernel", "guests/kernel/kernel.elf"],
] as const;

interface Case {
  readonly code: string;
  readonly change: readonly (readonly [from: string, to: string])[];
  /** What the hypervisor stops with when it boots this; absent where it boots. */
  readonly stops?: string;
}

const flexcomm2 = ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x1000,";
const rng = "{\n                /* RNG */";
const window = (base: string, size: string): string =>
  `{ .pa = ${base}, .va = ${base}, .size = ${size} },\n            `;

const cases: Readonly<Record<string, Case>> = {
  "a region that begins inside a page": {
    code: "MEM04",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020020, .size = 0x8000 }"]],
    stops: "MEM04",
  },
  "memory of another VM": {
    code: "MEM02",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20010000, .size = 0x10000 }"]],
    stops: "MEM02",
  },
  "memory that the hypervisor does not know": {
    code: "MEM01",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020000, .size = 0x40000 }"]],
    stops: "MEM01",
  },
  "a device window that is not one to one": {
    code: "MAP01",
    change: [[".va = 0x40088000", ".va = 0x40087000"]],
    stops: "MAP01",
  },
  "one window more than the SAU has entries": {
    code: "SAU01",
    change: [
      [".dev_num = 4", ".dev_num = 5"],
      [rng, `${window("0x40006000", "0x1000")}${rng}`],
    ],
    stops: "SAU01",
  },
  "an interrupt with two owners": { code: "IRQ01", change: [["IRQ(16)", "IRQ(17)"]], stops: "IRQ01" },
  "an interrupt that there is not": { code: "IRQ01", change: [["IRQ(16)", "IRQ(200)"]], stops: "IRQ01" },
  "the hypervisor's own SysTick": { code: "IRQ02", change: [["IRQ(16)", "15"]], stops: "IRQ02" },
  "an id without its sixteen": { code: "FLT02", change: [["IRQ(16)", "9"]], stops: "FLT02" },
  "the interrupt of another device": { code: "IRQ04", change: [["IRQ(16)", "IRQ(18)"]] },
  "an ipc beside its shared memory": {
    code: "IPC01",
    change: [["[0] = { .base = 0x20017000", "[0] = { .base = 0x20018000"]],
    stops: "IPC01",
  },
  "an ipc of a shared memory that there is not": {
    code: "IPC03",
    change: [[".shmem_id = 0", ".shmem_id = 3"]],
  },
  "an ipc larger than its shared memory": {
    code: "IPC04",
    change: [["[0] = { .base = 0x20017000, .size = 0x1000", "[0] = { .base = 0x20017000, .size = 0x800"]],
  },
  "two windows of one VM on each other": {
    code: "MAP02",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40013000,\n                .va = 0x40013000"],
    ],
    stops: "FLT01",
  },
  "a window over nothing": {
    code: "DEV01",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40070000,\n                .va = 0x40070000"],
    ],
    stops: "FLT01",
  },
  "a window over half a device": {
    code: "DEV02",
    change: [[flexcomm2, flexcomm2.replace("0x1000", "0x800")]],
    stops: "FLT01",
  },
  "a serial interface with two users": {
    code: "DEV03",
    change: [
      [
        ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x1000,",
        ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x2000,",
      ],
    ],
  },
  "the hypervisor's console": {
    code: "DEV03",
    change: [[flexcomm2, flexcomm2.replaceAll("0x40088000", "0x40086000").replace("0x1000", "0x3000")]],
  },
  "a DMA controller": {
    code: "DEV04",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40082000,\n                .va = 0x40082000"],
    ],
    stops: "FLT01",
  },
  "the Secure view of a device": {
    code: "DEV05",
    change: [[flexcomm2, flexcomm2.replaceAll("0x4008", "0x5008")]],
    stops: "FLT01",
  },
  "an entry with the Thumb bit": {
    code: "ENT01",
    change: [[".entry = 0x00020000", ".entry = 0x00020001"]],
    stops: "FLT01",
  },
  "an entry that is not the image's": {
    code: "ENT01",
    change: [[".entry = 0x00020000", ".entry = 0x00020040"]],
    stops: "FLT01",
  },
  "a region smaller than the image": {
    code: "IMG21",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020000, .size = 0x40 }"]],
    stops: "FLT01",
  },
  "an image size smaller than the image": { code: "IMG22", change: [["0x00020000, 0xD00", "0x00020000, 0x40"]] },
  "a type that there is not": {
    code: "VMT01",
    change: [[".entry = 0x00020000,", ".entry = 0x00020000,\n    .type = 7,"]],
    stops: "VMT01",
  },
};

function changed({ change }: Case): string {
  let text = right;
  for (const [from, to] of change) {
    assert.ok(text.includes(from), `the example has \`${from}\``);
    text = text.replace(from, to);
  }
  return text;
}

const open = (text: string): Promise<System> =>
  openSystem(
    { path: file, images, loads: [], overrides: [] },
    {
      bytes: (path) => (path === file ? new TextEncoder().encode(text) : diskFiles.bytes(path)),
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
    const system = await open(changed(one));
    const list = found(system);
    const finding = list.find(({ code }) => code === one.code);
    assert.ok(finding !== undefined, `found instead: ${listText(list)}`);
    assert.ok(finding.labels.length > 0, "it points at the configuration");
    assert.is(finding.labels[0]?.file, file);
    assert.is(bootOf(system), one.stops ?? null, "the hypervisor agrees");
  });
}

test("the example as it is has no finding, and boots", async () => {
  const system = await open(right);
  assert.is(listText(found(system)), "");
  assert.is(bootOf(system), null);
});

test("fixes mend what they say they mend, and leave the rest of the text alone", async () => {
  for (const [name, one] of Object.entries(cases)) {
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
