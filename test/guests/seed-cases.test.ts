/** The mistakes of the seeds' story: each is named before the run or by it, and its fixed twin boots. */
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { type Diagnostic, InputError } from "../../src/base/diagnostic.ts";
import { check } from "../../src/check/check.ts";
import { subjectOf } from "../../src/cli/check-subject.ts";
import { findingsOf } from "../../src/cli/findings.ts";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import type { System } from "../../src/system/system.ts";
import { runWatched, type Typed } from "../watch/watched.ts";
import { foldersIn, root } from "./example.ts";

/** What case.yaml says of one twin. */
interface Twin {
  /** Codes of errors and warnings that `check` gives, all of them. */
  readonly check?: readonly string[];
  /** Codes of errors and warnings that `run` gives, all of them. */
  readonly run?: readonly string[];
  /** Seconds. */
  readonly for: number;
  /** Found in what is printed or explained. */
  readonly says?: readonly string[];
  readonly send?: readonly string[];
}

interface Case {
  readonly mistake: string;
  readonly told: string;
  readonly symptom: string;
  readonly broken: Twin;
  readonly fixed: Twin;
}

const folder = "examples/seed-cases";
const names = foldersIn(folder).filter((name) => existsSync(`${root}${folder}/${name}/case.yaml`));
const caseOf = (name: string): Case => parse(readFileSync(`${root}${folder}/${name}/case.yaml`, "utf8"));

const open = (path: string, tolerant: boolean): Promise<System> =>
  openSystem({ path: `${root}${folder}/${path}`, images: [], loads: [], overrides: [], tolerant }, diskFiles);

const serious = (found: readonly Diagnostic[]): Diagnostic[] => found.filter(({ severity }) => severity !== "note");
const codes = (found: readonly Diagnostic[]): string[] => [...new Set(found.map(({ code }) => code))].sort();

/** What a reader refuses, or what `look` finds. */
async function found(look: () => Promise<Diagnostic[]>): Promise<Diagnostic[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof InputError) return [...error.diagnostics];
    throw error;
  }
}

const checked = (path: string): Promise<Diagnostic[]> =>
  found(async () => {
    const system = await open(path, true);
    const subject = subjectOf(system);
    return subject === null ? [] : check(subject, system.texts);
  });

/** `PORT@SECOND:TEXT`. */
function typed(text: string): Typed {
  const [, vm = "", second = "", rest = ""] = /^(\w+)@([\d.]+):(.*)$/s.exec(text) ?? [];
  return { vm, second: Number(second), text: rest };
}

interface Outcome {
  readonly findings: readonly Diagnostic[];
  readonly frozen: boolean;
  readonly words: string;
}

async function outcomeOf(path: string, { for: seconds, send = [] }: Twin): Promise<Outcome> {
  const held = { frozen: false, console: "" };
  const findings = await found(async () => {
    const system = await open(path, false);
    const watched = await runWatched(system, seconds, send.map(typed));
    const { ran } = watched;
    held.frozen = ran.machineStop.reason === "frozen";
    held.console = [...ran.observer.owners.keys()].map((port) => ran.observer.lines.text(port)).join("\n");
    return [...findingsOf(system, ran, []), ...watched.findings];
  });
  const told = findings.map(({ message, help, thread }) => [message, ...help, `thread ${thread}`].join("\n"));
  return { findings, frozen: held.frozen, words: [held.console, ...told].join("\n") };
}

function hasWords({ words }: Outcome, wanted: readonly string[] = []): void {
  for (const one of wanted) assert.ok(words.includes(one), `nothing says "${one}":\n${words}`);
}

for (const name of names) {
  const { mistake, symptom, broken, fixed } = caseOf(name);

  test(`${name}: ${mistake}`, async () => {
    assert.equal(codes(serious(await checked(`${name}/broken`))), broken.check, "check");
    const outcome = await outcomeOf(`${name}/broken`, broken);
    assert.equal(codes(serious(outcome.findings)), broken.run, `run: ${symptom}`);
    assert.is(
      outcome.frozen,
      codes(outcome.findings).some((code) => /^(FLT|SAU|ENT)/.test(code)),
      symptom,
    );
    hasWords(outcome, broken.says);
  });

  test(`${name}: its fixed twin is left alone by check, and boots`, async () => {
    assert.equal(await checked(`${name}/fixed`), []);
    const outcome = await outcomeOf(`${name}/fixed`, fixed);
    assert.equal(serious(outcome.findings), []);
    hasWords(outcome, fixed.says);
  });
}

test("there are as many cases as the story tells mistakes", () => {
  assert.is(names.length, 12);
});

test.run();
