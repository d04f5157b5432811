/**
 * The scenes here and on QEMU: the same image, the same bytes but for what deviations.md explains. What ours says is
 * kept in observations/, which guards where QEMU is not installed.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchFile } from "../support/golden.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { coverageOf, coverageText, unreachable } from "./coverage.ts";
import { alike, differences } from "./differences.ts";
import { families, scenes } from "./families.ts";
import { type Observation, observationsOf, textOf } from "./observations.ts";
import { emulator, type Told, tellHere, tellQemu, withImage } from "./run.ts";

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const isEmulated = hasProgram(emulator);

interface Both {
  readonly here: Told;
  readonly there: Told | null;
}
let both: Both | undefined;
const play = async (): Promise<Both> =>
  (both ??= await withImage(scenes, async (path) => {
    const theirs = isEmulated ? tellQemu(path) : null;
    return { here: await tellHere(path, scenes.length), there: await theirs };
  }));

const namesOf = (all: readonly Observation[]): string[] => all.map(({ scene }) => scene);

/** The first scenes that differ, both sides of each. */
function disagreements(mine: readonly Observation[], theirs: readonly Observation[]): string[] {
  const found = mine.flatMap((one, index) => {
    const other = theirs[index] ?? { scene: one.scene, lines: [] };
    const [left, right] = [alike(one), alike(other)];
    if (left.join("\n") === right.join("\n")) return [];
    const at = left.findIndex((line, row) => line !== right[row]);
    const row = at < 0 ? left.length : at;
    return [`${one.scene}\n  here ${one.lines[row] ?? "(nothing)"}\n  qemu ${other.lines[row] ?? "(nothing)"}`];
  });
  return found.length > 12 ? [...found.slice(0, 12), `and ${found.length - 12} more`] : found;
}

test("every scene has a name of its own and is played to its end", async () => {
  const { here } = await play();
  assert.is(here.trouble, null, `stopped in: ${here.text.split("\n").slice(-4).join(" / ")}`);
  assert.equal(
    namesOf(observationsOf(here.text)),
    scenes.map(({ name }) => name),
  );
  assert.is(new Set(scenes.map(({ name }) => name)).size, scenes.length);
});

const comparison = `${scenes.length} scenes tell the same here and on QEMU`;
if (skipUnless(isEmulated, comparison, `${emulator} is not installed`)) {
  test(comparison, async () => {
    const { here, there } = await play();
    assert.is(there?.trouble, null);
    const wrong = disagreements(observationsOf(here.text), observationsOf(there?.text ?? ""));
    assert.is(wrong.length, 0, `${wrong.join("\n")}\nagain: npx tsx test/scenes/main.ts "${wrong[0]?.split("\n")[0]}"`);
  });

  test("each difference that is let pass is one of deviations.md, and is met", async () => {
    const known = readFileSync(pathOf("../isa/deviations.md"), "utf8");
    const { here, there } = await play();
    const [mine, theirs] = [observationsOf(here.text), observationsOf(there?.text ?? "")];
    for (const { what, scenes: where, alike: agree } of differences) {
      assert.ok(known.includes(`| ${what} |`), `deviations.md has no row "${what}"`);
      const met = mine.some(({ scene, lines }, index) => {
        const others = theirs[index]?.lines ?? [];
        return where.test(scene) && lines.some((line, row) => line !== others[row] && agree(line) !== line);
      });
      assert.ok(met, `no scene meets "${what}"`);
    }
  });
}

test("a run in slices tells the same", async () => {
  const some = scenes.filter((_, index) => index % 16 === 5);
  await withImage(some, async (path) => {
    const whole = await tellHere(path, some.length);
    const sliced = await tellHere(path, some.length, 997);
    assert.is(sliced.text, whole.text);
    assert.is(sliced.trouble, null);
  });
});

test("what the scenes tell is what was accepted", async () => {
  const { here } = await play();
  const all = observationsOf(here.text);
  let at = 0;
  for (const [family, { length }] of Object.entries(families)) {
    matchFile(pathOf(`observations/${family}.txt`), textOf(all.slice(at, at + length)));
    at += length;
  }
});

test("the scenes reach every transition and every bit of CFSR and SFSR, or say why not", async () => {
  const { here } = await play();
  const coverage = coverageOf(observationsOf(here.text));
  const text = coverageText(coverage);
  process.stdout.write(text.slice(text.indexOf("\n\n") + 1));
  matchFile(pathOf("observations/coverage.txt"), text);
  assert.equal(
    coverage.missing.filter((name) => !unreachable.some((one) => one.name === name)),
    [],
  );
});

test.run();
