/** `chronovisor check` as a user types it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
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

test("an unknown format is a usage error", () => {
  const { code, stderr } = chronovisor("check", "examples/two-vms", "--format", "xml");
  assert.is(code, 2);
  assert.match(stderr, "no format `xml`");
});

test.run();
