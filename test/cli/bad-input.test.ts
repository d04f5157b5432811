import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { chronovisor, folderOf, guestFile } from "./command.ts";
import { config, elf, good, project } from "./small-system.ts";

/** Bytes of the ELF with some of them replaced. */
function patched(at: number, bytes: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(elf);
  copy.set(bytes, at);
  return copy;
}

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly args?: readonly string[];
  readonly code: RegExp;
  readonly place?: RegExp;
  readonly says: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  "a C syntax error": {
    files: { "config.c": config.replace(".entry = 0x00040000,", ".entry = = 1,") },
    code: /CFG/,
    place: /config\.c:4:/,
    says: /\^/,
  },
  "an unknown field, with the nearest name": {
    files: { "config.c": config.replace(".entry", ".entri") },
    code: /CFG/,
    place: /config\.c:4:/,
    says: /entry/,
  },
  "a value out of range": {
    files: { "config.c": config.replace("0x20020000", "0x120020000") },
    code: /CFG/,
    place: /config\.c:9:/,
    says: /32/,
  },
  "a missing image": {
    files: { "chronovisor.yaml": project.replace("rtos.elf", "gone.elf") },
    code: /SYS08/,
    place: /chronovisor\.yaml:3:/,
    says: /gone\.elf/,
  },
  "a file that is no ELF": { files: { "rtos.elf": "hello, this is text\n" }, code: /IMG/, says: /rtos\.elf/ },
  "an ELF for another machine": { files: { "rtos.elf": patched(18, [62, 0]) }, code: /IMG/, says: /x86-64/ },
  "a big-endian ELF": { files: { "rtos.elf": patched(5, [2]) }, code: /IMG/, says: /big-endian/ },
  "an empty ELF": { files: { "rtos.elf": "" }, code: /IMG/, says: /empty/ },
  "a truncated ELF": { files: { "rtos.elf": elf.subarray(0, 70) }, code: /IMG/, says: /rtos\.elf/ },
  "a segment outside every region of its VM": {
    files: {
      "config.c": config.replace("{ .base = 0x00040000, .size = 0x18000 }", "{ .base = 0x00060000, .size = 0x18000 }"),
    },
    code: /IMG21/,
    place: /config\.c:9:/,
    says: /outside every region/,
  },
  "two images on the same bytes": {
    files: {},
    args: ["--load", guestFile("kernel/kernel.elf")],
    code: /IMG24/,
    says: /both have bytes/,
  },
  "a VM without an image": {
    files: { "chronovisor.yaml": project.replace("images: { rtos: rtos.elf }\n", "") },
    code: /SYS03/,
    place: /config\.c:2:/,
    says: /--image rtos=FILE/,
  },
  "an unknown board": {
    files: { "chronovisor.yaml": project.replace("lpc55s69", "lpc55s96") },
    code: /SYS02|CFG/,
    place: /chronovisor\.yaml:1:8/,
    says: /did you mean `?lpc55s69/,
  },
  "an unknown VM": { files: {}, args: ["--image", "rtso=rtos.elf"], code: /SYS0[48]/, says: /rtos/ },
  "a placeholder that nothing fills": {
    files: { "config.c": config.replace("0x20020000", "@@RAM@@") },
    code: /CFG/,
    place: /config\.c:9:/,
    says: /RAM/,
  },
  "an unknown key in the project file": {
    files: { "chronovisor.yaml": `${project}imagse: {}\n` },
    code: /CFG/,
    place: /chronovisor\.yaml:4:/,
    says: /images/,
  },
};

for (const [name, { files, args = [], code, place, says }] of Object.entries(cases)) {
  test(`${name}: one diagnostic with code, place and help, exit 3, nothing on stdout`, () => {
    const folder = folderOf({ ...good, ...files });
    const answer = chronovisor("run", folder, "--for", "10ms", ...args);
    assert.is(answer.code, 3, answer.stderr);
    assert.is(answer.stdout, "");
    assert.match(answer.stderr, /^error\[[A-Z]+\d+\]: /m);
    assert.match(answer.stderr, code);
    if (place !== undefined) assert.match(answer.stderr, place);
    assert.match(answer.stderr, says);
  });
}

test("a misspelt key that is needed is told once", () => {
  const { stderr } = chronovisor("run", folderOf({ ...good, "chronovisor.yaml": project.replace("visor:", "visr:") }));
  assert.match(stderr, /CFG31/);
  assert.not.match(stderr, /CFG33/);
});

test("an attachment to a device that the board lacks is told with the nearest name", () => {
  const attached = `${project}attach: { flexcom3: terminal }\n`;
  const answer = chronovisor("run", folderOf({ ...good, "chronovisor.yaml": attached }));
  assert.is(answer.code, 3);
  assert.match(answer.stderr, /SYS10.*\n.*chronovisor\.yaml:4:11[\s\S]*`flexcomm3`/);
});

test("an override that does not fit is shown as it was written", () => {
  const answer = chronovisor("run", folderOf(good), "--set", "vms.rtos.regions[7].size=1");
  assert.is(answer.code, 3);
  assert.match(answer.stderr, /--set:1:1\n.*\n.*vms\.rtos\.regions\[7\]\.size=1/);
});

test("the twin without a mistake runs", () => {
  const answer = chronovisor("run", folderOf(good), "--for", "10ms");
  assert.is(answer.code, 0, answer.stderr);
});

test("a system that is not there is told as such, exit 3", () => {
  const answer = chronovisor("run", join(folderOf({}), "nothing"));
  assert.is(answer.code, 3);
  assert.match(answer.stderr, /SYS01/);
});

for (const [name, args] of Object.entries({
  "a duration without unit": ["--for", "5"],
  "an unknown engine": ["--engine", "turbo"],
  "a VM that is not there": ["--until", "rots:x"],
  "a broken regular expression": ["--until", "rtos:("],
  "an unknown option": ["--fro", "1s"],
  "a seed that is no number": ["--seed", "x"],
})) {
  test(`${name} is a matter of usage, exit 2`, () => {
    const answer = chronovisor("run", folderOf(good), ...args);
    assert.is(answer.code, 2, answer.stderr);
    assert.match(answer.stderr, /error: /);
  });
}

test.run();
