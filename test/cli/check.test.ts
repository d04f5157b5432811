/** `chronovisor check` as a user types it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { packagesOf } from "../support/packages.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { chronovisor } from "./command.ts";

/** A copy of the two-VM example in which the kernel has a window more than the SAU has entries. */
function tooManyWindows(): string {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-check-"));
  cpSync("examples/two-vms", folder, { recursive: true });
  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
  edit("chronovisor.yaml", (text) => text.replaceAll("../../guests", resolve("guests")));
  edit("config.c", (text) =>
    text
      .replace(".dev_num = 4", ".dev_num = 5")
      .replace(".size = 0xE000", ".size = 0x1000")
      .replace(
        "{\n                /* RNG */",
        "{ .pa = 0x40020000, .va = 0x40020000, .size = 0x1000 },\n            {\n                /* RNG */",
      ),
  );
  return folder;
}

test("a system without mistakes gives nothing and exit code 0", () => {
  const { code, stderr } = chronovisor("check", "examples/two-vms");
  assert.is(code, 0, stderr);
  assert.match(stderr, "nothing found");
});

test("a check loads neither the engine nor recordings nor what measures text, and YAML only for a project file", () => {
  const packages = packagesOf(resolve("src/cli/check-action.ts"));
  const heavy = ["@assemblyscript/loader", "msgpackr", "string-width", "picocolors", "yaml", "zod"];
  assert.ok(packages.has("web-tree-sitter"));
  assert.equal(
    heavy.filter((name) => packages.has(name)),
    [],
  );
});

test("errors are told with their place and give exit code 1", () => {
  const { code, stderr } = chronovisor("check", "examples/faults/beyond-region");
  assert.is(code, 1);
  assert.match(stderr, "error[IMG21]");
  assert.match(stderr, "examples/faults/beyond-region/config.c:15:43");
});

test("--json, github and sarif tell the same findings", () => {
  const path = "examples/faults/beyond-region";
  const json = JSON.parse(chronovisor("check", path, "--json").stdout);
  const sarif = JSON.parse(chronovisor("check", path, "--format", "sarif").stdout);
  const github = chronovisor("check", path, "--format", "github").stdout.trim().split("\n");
  const codes = json.findings.map((one: { code: string }) => one.code);
  assert.equal(
    sarif.runs[0].results.map((one: { ruleId: string }) => one.ruleId),
    codes,
  );
  assert.is(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine, 15);
  assert.equal(
    github.map((line) => /title=(\w+)::/.exec(line)?.[1]),
    codes,
  );
  assert.match(github[0] ?? "", /^::error file=examples\/faults\/beyond-region\/config\.c,line=15,/);
});

test("--fix --dry-run shows a change and makes none, --fix makes it, and the system is right then", () => {
  const folder = tooManyWindows();
  try {
    const before = readFileSync(join(folder, "config.c"), "utf8");
    const dry = chronovisor("check", folder, "--fix", "--dry-run");
    assert.is(dry.code, 1);
    assert.match(dry.stdout, "+                .size = 0xe000,");
    assert.is(readFileSync(join(folder, "config.c"), "utf8"), before);
    const fixed = chronovisor("check", folder, "--fix");
    assert.is(fixed.code, 0, fixed.stderr);
    const after = readFileSync(join(folder, "config.c"), "utf8");
    assert.is(after.split("\n").length, before.split("\n").length - 1, "one element and its line are gone");
    assert.match(after, "/* ANACTRL ... PMC, in one window: SAU entries are scarce */");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A copy of a case beside its guests, so that its files may be changed. */
function copyOfCase(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-check-"));
  cpSync(join("examples/seed-cases", name, "broken"), folder, { recursive: true });
  const project = join(folder, "chronovisor.yaml");
  const text = readFileSync(project, "utf8");
  const there = text.replaceAll(/(?:\.\.\/)+guests/g, resolve("guests"));
  writeFileSync(project, there.replaceAll("../../app", resolve("examples/seed-cases/app")));
  return folder;
}

const patchName = "what --fix --dry-run shows is a diff that `patch` turns into what --fix writes";
if (skipUnless(hasProgram("patch"), patchName, "patch is not installed"))
  test(patchName, () => {
    for (const name of ["02-device-not-granted", "04-entropy-not-granted", "05-sau-entries"]) {
      const folder = copyOfCase(name);
      try {
        const config = join(folder, "config.c");
        const before = readFileSync(config, "utf8");
        const { stdout } = chronovisor("check", folder, "--fix", "--dry-run");
        const diff = stdout.slice(stdout.indexOf("--- "));
        assert.match(diff, /^ /m, "it has lines of context");
        const patch = spawnSync("patch", ["-p0", "--fuzz=0", "-o", "-", config], { input: diff, encoding: "utf8" });
        assert.is(patch.status, 0, `${patch.stderr}\n${diff}`);
        assert.is(readFileSync(config, "utf8"), before);
        chronovisor("check", folder, "--fix");
        assert.is(patch.stdout, readFileSync(config, "utf8"), name);
        assert.is.not(patch.stdout, before);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  });

test("--fix joins two windows with the comments of both, and what is shown of it has no comma alone", () => {
  const folder = copyOfCase("05-sau-entries");
  try {
    const { stderr } = chronovisor("check", folder);
    assert.not.match(stderr, /^\s*\d* [-+]\s*,\s*$/m);
    assert.is(chronovisor("check", folder, "--fix").code, 0);
    const after = readFileSync(join(folder, "config.c"), "utf8");
    assert.match(after, /\{\s*\/\* ANACTRL \*\/ \/\* PMC \*\/\s*\.pa = 0x40013000,/);
    assert.match(after, /\.size = 0xe000,\n {12}\},\n {12}\{\n {16}\/\* RNG \*\//);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("--fix writes fixes of what cannot be read, too, and says why where it changes nothing", () => {
  const folder = copyOfCase("01-entry-thumb-bit");
  const config = join(folder, "config.c");
  const original = readFileSync(config, "utf8");
  const right = original.replace("0x00040001", "0x40000");
  try {
    writeFileSync(config, original.replace(".region_num", ".regoin_num"));
    const fixed = chronovisor("check", folder, "--fix");
    assert.is(fixed.code, 0, fixed.stderr);
    assert.match(fixed.stdout, "CFG11: write region_num");
    assert.is(readFileSync(config, "utf8"), right, "the misspelt field, and then what the rules find");
    writeFileSync(config, `${right}str\n`);
    const half = chronovisor("check", folder, "--fix");
    assert.is(half.code, 3);
    assert.match(half.stderr, "--fix changed nothing: for what was found no fix is sure");
    assert.is(readFileSync(config, "utf8"), `${right}str\n`);
    writeFileSync(config, right);
    assert.match(chronovisor("check", folder, "--fix").stderr, "--fix changed nothing: nothing was found");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The example with its kernel in a build directory, and more in the project file. */
function withBuild(more = ""): string {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-check-"));
  cpSync("examples/two-vms/config.c", join(folder, "config.c"));
  mkdirSync(join(folder, "build/zephyr"), { recursive: true });
  cpSync("test/check/guest", join(folder, "build/zephyr"), { recursive: true });
  cpSync("guests/kernel/kernel.elf", join(folder, "build/zephyr/zephyr.elf"));
  const images = `images: { baremetal: ${resolve("guests/baremetal/baremetal.elf")}, kernel: { build: build } }`;
  writeFileSync(
    join(folder, "chronovisor.yaml"),
    `hypervisor: { kind: crosscon, config: config.c }\n${images}\n${more}\n`,
  );
  return folder;
}

const edited = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

test("a build directory is checked against the configuration, over three files in one message", () => {
  const folder = withBuild();
  try {
    edited(join(folder, "config.c"), "IRQ(16) }", "IRQ(20) }");
    const { code, stderr } = chronovisor("check", folder);
    assert.is(code, 1);
    assert.match(stderr, "error[IRQ05]: kernel drives flexcomm2, but its interrupt 32 is not given to it");
    for (const name of ["config.c", "build/zephyr/zephyr.dts", "build/zephyr/.config"]) assert.match(stderr, name);
    const run = chronovisor("run", folder, "--for", "20ms");
    assert.is(run.code, 0, run.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("--image VM=DIR names a build directory, too", () => {
  const folder = withBuild();
  try {
    const images = [
      "--image",
      "baremetal=guests/baremetal/baremetal.elf",
      "--image",
      `kernel=${join(folder, "build")}`,
    ];
    const { code, stderr } = chronovisor("check", join(folder, "config.c"), ...images);
    assert.is(code, 0, stderr);
    assert.match(stderr, "DEV06");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the project file says how serious a finding is; an unknown code there is bad input", () => {
  const severities = (text: string) => {
    const folder = withBuild(text);
    try {
      edited(join(folder, "build/zephyr/.config"), "=12000000", "=96000000");
      return chronovisor("check", folder, "--json");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const plain = severities("");
  assert.is(plain.code, 1);
  const softer = severities("severity: { CLK01: warning, DEV06: off }");
  assert.is(softer.code, 0, softer.stdout);
  assert.equal(
    JSON.parse(softer.stdout).findings.map((one: { code: string; severity: string }) => [one.code, one.severity]),
    [["CLK01", "warning"]],
  );
  const harder = severities("severity: { DEV06: error }");
  assert.is(JSON.parse(harder.stdout).errors, 2);
  const unknown = severities("severity: { CLK10: error }");
  assert.is(unknown.code, 3);
  assert.match(unknown.stdout + unknown.stderr, "CLK1");
});

test("a configuration alone is checked as far as it goes; a placeholder that is left is one error", () => {
  const { code, stderr } = chronovisor("check", "examples/two-vms/config.c");
  assert.is(code, 1);
  assert.match(stderr, "error[CFG08]");
  assert.match(stderr, "1 error, 0 warnings, 0 notes");
});

interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly labels: readonly { readonly file: string; readonly line: number; readonly column: number }[];
}

/** What VS Code's `$gcc` looks for, by its documentation of problem matchers: file, line, column, kind, text. */
const gccPattern = /^(.*):(\d+):(\d+):\s+(warning|error|note):\s+(.*)$/;

test("--format gcc is one line for each finding, at the places that --json names, errors and warnings alike", () => {
  for (const name of ["01-entry-thumb-bit", "05-sau-entries", "06-log-on-modem-uart", "11-sixteen-times-slower"]) {
    const folder = join("examples/seed-cases", name, "broken");
    const { code, stdout } = chronovisor("check", folder, "--format", "gcc");
    const json = chronovisor("check", folder, "--json");
    assert.is(code, json.code, name);
    const found: readonly JsonFinding[] = JSON.parse(json.stdout).findings;
    const lines = stdout.split("\n").filter((line) => line !== "");
    assert.is(lines.length, found.length, stdout);
    for (const [index, { code: rule, severity, message, labels }] of found.entries()) {
      const [, file, line, column, kind, text] = gccPattern.exec(lines[index] ?? "") ?? [];
      const [first] = labels;
      assert.equal(
        { file, line, column, kind, text },
        {
          file: first?.file,
          line: `${first?.line}`,
          column: `${first?.column}`,
          kind: severity,
          text: `${message} [${rule}]`,
        },
      );
    }
  }
});

test("an unknown format is a usage error", () => {
  const { code, stderr } = chronovisor("check", "examples/two-vms", "--format", "xml");
  assert.is(code, 2);
  assert.match(stderr, "no format `xml`");
});

test.run();
