/** Start-up code that uses the stack before it sets SP: found in the image, and on the machine. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { check } from "../../src/check/check.ts";
import type { Subject } from "../../src/check/rule.ts";
import { subjectOf } from "../../src/cli/check-subject.ts";
import { firstStackUse } from "../../src/image/first-stack-use.ts";
import { readImage } from "../../src/image/image.ts";
import type { System } from "../../src/system/system.ts";
import { chronovisor, folderOf } from "../cli/command.ts";
import { program } from "../support/program.ts";
import { openBuilt, project, texts } from "./built.ts";
import { guestCases, stacklessKernel, stopOf } from "./guest-cases.ts";

const flt07 = (system: System): Diagnostic[] =>
  check(subjectOf(system) as Subject, system.texts).filter(({ code }) => code === "FLT07");

test("start-up code that does not set MSP is an error at the VM's entry, with the function that pushes", async () => {
  const [finding, ...others] = flt07(await openBuilt({ elf: stacklessKernel }));
  assert.is(finding?.severity, "error");
  assert.is(finding?.vm, "kernel");
  assert.is(finding?.labels[0]?.file, "made/config.c");
  assert.match(finding?.labels[0]?.text ?? "", "prepare_memory");
  assert.match(finding?.help.join("\n") ?? "", "switches: { initialMsp: vector }");
  assert.is(others.length, 0);
});

test(`on the machine: ${guestCases.FLT07?.claim}`, async () => {
  await guestCases.FLT07?.confirm?.(await openBuilt({ elf: stacklessKernel }));
  assert.is(stopOf(await openBuilt()), null, "the kernel as it is boots");
});

test("run stops at the same kernel with the code and at the place that check gives it", () => {
  const folder = folderOf({
    "config.c": texts["config.c"],
    "chronovisor.yaml": project.replace("../guests", resolve("guests")).replace("{ build: build }", "kernel.elf"),
    "kernel.elf": stacklessKernel,
  });
  try {
    const run = chronovisor("run", folder, "--for", "300ms", "--json");
    const report = JSON.parse(run.stdout);
    const faults = report.vms.flatMap((vm: { faults: { code: string }[] }) => vm.faults.map(({ code }) => code));
    assert.equal(faults, ["FLT07"], run.stderr);
    const checked = chronovisor("check", folder, "--json");
    assert.is(checked.code, 1);
    const [finding] = JSON.parse(checked.stdout).findings;
    assert.is(finding.code, "FLT07");
    const [fault] = report.vms.flatMap((vm: { faults: unknown[] }) => vm.faults);
    const { text: _, ...place } = fault.labels[0];
    const { text: __, ...same } = finding.labels[0];
    assert.equal(place, same, "at the same place");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a hypervisor that loads SP from the vector table makes the same kernel no finding", async () => {
  const vector = project.replace("config: config.c }", "config: config.c, switches: { initialMsp: vector } }");
  assert.is.not(vector, project);
  assert.equal(flt07(await openBuilt({ elf: stacklessKernel, texts: { "chronovisor.yaml": vector } })), []);
});

/** Address of the first use of the stack in a program at 0x1000. */
function useIn(text: string): number | null {
  const { bytes } = program(0x1000, text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return firstStackUse(0x1000, (address) => {
    const at = address - 0x1000;
    return at >= 0 && at + 2 <= bytes.length ? view.getUint16(at, true) : null;
  });
}

const usesOf: Readonly<Record<string, readonly [text: string, at: number | null]>> = {
  "a push": ["movs r0, #1\n push {r4, lr}", 0x1002],
  "a store relative to SP": ["nop\n str r0, [sp, #4]", 0x1002],
  "a push of many registers": ["nop\n stmdb sp!, {r4, r8, lr}", 0x1002],
  "a push in what is called": ["bl work\n again:\n b again\n work:\n push {r4, lr}", 0x1006],
  "a push after a call that returned": ["bl work\n push {r4, lr}\n work:\n bx lr", 0x1004],
  "a push behind a branch": ["b on\n movs r0, #0\n on:\n push {r4, lr}", 0x1004],
  "a push after SP was lowered": ["sub sp, #16\n push {r4, lr}", 0x1002],
  "MSP written first": ["msr MSP, r0\n push {r4, lr}", null],
  "SP written first": ["mov sp, r0\n push {r4, lr}", null],
  "PSP selected first": ["msr PSP, r0\n msr CONTROL, r1\n push {r4, lr}", null],
  "a loop that never ends": ["again:\n b again", null],
  "a condition, whose outcome only a run shows": ["again:\n beq again\n push {r4, lr}", null],
  "a call through a register": ["blx r3\n push {r4, lr}", null],
  "the end of the image": ["nop", null],
};

for (const [name, [text, at]] of Object.entries(usesOf)) {
  test(`the first use of the stack with ${name} is at ${at === null ? "no place" : `0x${at.toString(16)}`}`, () => {
    assert.is(useIn(text), at);
  });
}

test("no guest of the examples is taken for one that uses the stack too early", () => {
  const folders = ["app", "baremetal", "bench", "early-memset", "faults", "ipc-ping", "ipc-pong", "kernel", "watch"];
  const files = folders.flatMap((folder) =>
    readdirSync(join("guests", folder)).map((one) => join("guests", folder, one)),
  );
  const elves = files.filter((one) => one.endsWith(".elf") && !/an505|rp2040/.test(one));
  assert.ok(elves.length > 30);
  for (const file of elves) {
    const { entry, segments } = readImage(readFileSync(file), file);
    const use = firstStackUse(entry ?? 0, (address) => {
      const own = segments.find((one) => address >= one.address && address + 2 <= one.address + one.bytes.length);
      return own === undefined
        ? null
        : (own.bytes[address - own.address] ?? 0) | ((own.bytes[address - own.address + 1] ?? 0) << 8);
    });
    assert.is(use, null, file);
  }
});

test.run();
