/** Input that cannot be read, in the forms that machines ask for. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { chronovisor, folderOf } from "./command.ts";

/** A value is missing in line 2. */
const broken = "#include <config.h>\nstruct vm_config rtos = { .entry = = 1 };\n";

/** Asked about a configuration that is no C: stdout must speak in the form, stderr to people, exit 3. */
function refused(...words: readonly string[]): string {
  const folder = folderOf({ "config.c": broken });
  try {
    const [verb = "", ...options] = words;
    const { code, stdout, stderr } = chronovisor(verb, join(folder, "config.c"), ...options);
    assert.is(code, 3, `${words.join(" ")}: ${stderr}`);
    assert.match(stderr, "error[CFG01]");
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("check --json of what is no C is a report with the error and its place, exit code 3", () => {
  const report = JSON.parse(refused("check", "--json"));
  assert.is(report.version, 1);
  assert.is(report.errors, report.findings.length);
  assert.is(report.findings[0].code, "CFG01");
  assert.is(report.findings[0].labels[0].line, 2);
});

test("check --format sarif of what is no C has a result at its place", () => {
  const log = JSON.parse(refused("check", "--format", "sarif"));
  const [result] = log.runs[0].results;
  assert.is(result.ruleId, "CFG01");
  assert.is(result.locations[0].physicalLocation.region.startLine, 2);
});

test("check --format github and gcc of what is no C are a line each", () => {
  assert.match(refused("check", "--format", "github"), /^::error file=\S+config\.c,line=2,col=\d+,.*title=CFG01::/);
  assert.match(refused("check", "--format", "gcc"), /^\S+config\.c:2:\d+: error: .* \[CFG01\]\n$/);
});

test("run --json says that it was refused and why, run --json=lines as the event that ends", () => {
  const report = JSON.parse(refused("run", "--json"));
  assert.is(report.stop, "refused");
  assert.is(report.findings[0].code, "CFG01");
  const event = JSON.parse(refused("run", "--json=lines"));
  assert.is(event.kind, "end");
  assert.is(event.findings[0].code, "CFG01");
});

test("people who asked for no form get nothing on stdout", () => {
  assert.is(refused("check"), "");
  assert.is(refused("run"), "");
});

test("--json and --json=lines before the system leave the word after them alone", () => {
  const run = chronovisor("run", "--json", "examples/two-vms", "--for", "1ms");
  assert.is(run.code, 0, run.stderr);
  assert.is(JSON.parse(run.stdout).stop, "for");
  const lines = chronovisor("run", "--json=lines", "examples/two-vms", "--for", "1ms");
  assert.match(lines.stdout.trim().split("\n").at(-1) ?? "", '"kind":"end"');
  const events = chronovisor("events", "--json", "examples/two-vms", "--to", "300ms", "--kinds", "vm-entry");
  assert.is(events.code, 0, events.stderr);
  for (const line of events.stdout.trim().split("\n")) assert.is(JSON.parse(line).kind, "vm-entry");
  const unknown = chronovisor("run", "examples/two-vms", "--json=liens");
  assert.is(unknown.code, 2);
  assert.match(unknown.stderr, "no such form");
});

test.run();
