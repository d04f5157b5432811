import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkCodes } from "../../src/check/codes.ts";
import { guestCodes } from "../../src/check/guest-codes.ts";
import { configCodes } from "../../src/config/codes.ts";
import { imageCodes } from "../../src/image/codes.ts";
import { systemCodes } from "../../src/system/codes.ts";
import { recordingCodes } from "../../src/trace/codes.ts";
import { watchCodes } from "../../src/watch/codes.ts";
import { chronovisor, folderOf, guestFile } from "./command.ts";
import { config, elf } from "./small-system.ts";

const tables = [configCodes, imageCodes, systemCodes, checkCodes, guestCodes, recordingCodes, watchCodes];
const names = tables.flatMap((table) => table.map(({ code }) => code));

test("--help names each verb with what it does, and none that does not exist yet", () => {
  const { code, stdout } = chronovisor("--help");
  assert.is(code, 0);
  for (const verb of [
    "run",
    "check",
    "replay",
    "at",
    "travel",
    "events",
    "gdb",
    "dap",
    "explain",
    "init",
    "boards",
    "disasm",
    "doctor",
    "completion",
  ]) {
    assert.match(stdout, new RegExp(`^  ${verb}( .*\\S)? {2,}\\S`, "m"));
  }
  for (const later of ["diff", "batch", "export", "serve"]) {
    assert.not.match(stdout, new RegExp(`^  ${later} `, "m"));
  }
});

test("each verb's --help begins with examples or says what it takes", () => {
  for (const verb of ["explain", "init", "boards", "disasm", "doctor", "completion"]) {
    const { code, stdout } = chronovisor(verb, "--help");
    assert.is(code, 0, verb);
    assert.match(stdout, new RegExp(`Usage: chronovisor ${verb}`), verb);
  }
});

test("a misspelt verb or option gets the nearest one, exit 2, nothing on stdout", () => {
  const cases = [
    { words: ["rnu"], wanted: /Did you mean run\?/ },
    { words: ["run", "examples/two-vms", "--untli", "kernel:x"], wanted: /Did you mean --until\?/ },
    { words: ["explain", "FLT1"], wanted: /did you mean `FLT01`\?/ },
    { words: ["boards", "lpc55s96"], wanted: /did you mean `lpc55s69`\?/ },
  ];
  for (const { words, wanted } of cases) {
    const { code, stdout, stderr } = chronovisor(...words);
    assert.is(code, 2, `${words.join(" ")}: ${stderr}`);
    assert.is(stdout, "");
    assert.match(stderr, wanted);
  }
});

test("compiled code ends a run in the state in which the interpreter ends it, and --json tells which one ran", () => {
  const [plain, compiled] = ["interp", "jit"].map((engine) => {
    const { stdout } = chronovisor("run", "examples/two-vms", "--for", "700ms", "--json", "--engine", engine);
    return JSON.parse(stdout);
  });
  assert.is(plain.engine, "interp");
  assert.is(compiled.engine, "jit");
  assert.is(compiled.hash, plain.hash);
  assert.equal(compiled.vms, plain.vms);
});

test("semihosting is refused where a hypervisor is emulated, and a run without anything to run", () => {
  const { code, stderr } = chronovisor("run", "examples/two-vms", "--semihosting");
  assert.is(code, 2);
  assert.match(stderr, /--semihosting.*no debugger/);
  assert.is(chronovisor("run", "--for", "1s").code, 2);
});

test("no two tables share a code, and explain lists all of them", () => {
  assert.equal(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  const listed = chronovisor("explain")
    .stdout.split("\n")
    .map((line) => /^[A-Z]+\d+/.exec(line)?.[0])
    .filter((code) => code !== undefined);
  assert.equal([...listed].sort(), [...names].sort());
});

test("explain tells title, story, what fails and what works, whatever the case of the letters", () => {
  const { code, stdout } = chronovisor("explain", "sau01");
  const row = checkCodes.find((one) => one.code === "SAU01");
  assert.is(code, 0);
  assert.match(stdout, /^SAU01: /);
  for (const text of [row?.failing, row?.fixed]) assert.ok(stdout.includes(text ?? "?"), `${text} in\n${stdout}`);
});

test("disasm reads typed words as objdump prints them, and a function of an ELF file", () => {
  const typed = chronovisor("disasm", "4770", "f3ef8014").stdout;
  assert.match(typed, /4770 +bx\s+lr/);
  assert.match(typed, /f3ef 8014 +mrs\s+r0, CONTROL/i);
  const { code, stdout } = chronovisor("disasm", guestFile("kernel/kernel.elf"), "--start", "systick_handler");
  assert.is(code, 0);
  assert.match(stdout, /<systick_handler>:/);
  assert.not.match(stdout, /<main>:/, "only the function that was asked for");
});

test("disasm of a file that is not there is bad input, of no word at all a matter of usage", () => {
  const missing = chronovisor("disasm", "gone.elf");
  assert.is(missing.code, 3);
  assert.match(missing.stderr, /SYS08/);
  assert.is(chronovisor("disasm", "zz").code, 2);
});

test("doctor finds all that a run needs here", () => {
  const { code, stdout } = chronovisor("doctor");
  assert.is(code, 0, stdout);
  assert.match(stdout, /^ok +Node/m);
  assert.match(stdout, /^ok +engine/m);
});

test("the shell's questions are answered with verbs, options, codes and engines", () => {
  const answer = (...words: string[]): string[] =>
    chronovisor("complete", "--", ...words)
      .stdout.split("\n")
      .map((line) => line.split("\t")[0] ?? "");
  assert.ok(answer("expl").includes("explain"));
  assert.ok(answer("run", "--fo").includes("--for"));
  assert.ok(answer("explain", "SAU").includes("SAU01"));
  assert.ok(answer("run", "--engine", "").includes("interp"));
});

test("completion prints a script for each shell it knows, and refuses others", () => {
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, stdout } = chronovisor("completion", shell);
    assert.is(code, 0);
    assert.match(stdout, /chronovisor/);
  }
  assert.is(chronovisor("completion", "tcsh").code, 2);
});

const withPlaceholder = config.replace(".entry = 0x00040000", ".entry = @@RTOS_ENTRY@@");

test("init writes a project that runs, and does not overwrite one", () => {
  const folder = folderOf({ "config.c": withPlaceholder, "rtos.elf": elf });
  const made = chronovisor("init", folder, "--image", `rtos=${join(folder, "rtos.elf")}`);
  assert.is(made.code, 0, made.stderr);
  const text = readFileSync(join(folder, "chronovisor.yaml"), "utf8");
  assert.match(text, /rtos:/);
  const ran = chronovisor("run", folder, "--for", "1ms", "--json");
  assert.is(ran.code, 0, ran.stderr);
  assert.is(chronovisor("init", folder).code, 2, "a second time");
  assert.is(readFileSync(join(folder, "chronovisor.yaml"), "utf8"), text);
});

test.run();
