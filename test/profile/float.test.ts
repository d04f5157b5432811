import { test } from "uvu";
import * as assert from "uvu/assert";
import { arithmeticScene, buildRig, type Rig, rigMissing, sceneHere, sceneNames, sceneOnQemu } from "../support/rig.ts";
import { skipUnless } from "../support/skip.ts";

/** Operands per instruction and mode of FPSCR, of which there are 32. */
const rounds = Number(process.env.ROUNDS ?? 300);
const seed = Number(process.env.SEED ?? 20_261_122);
const ticksPerRound = 32 * 25 * 200;

const missing = rigMissing();
const rigs: Rig[] = [];
test.before(() => void (missing === null && rigs.push(buildRig())));
test.after(() => {
  for (const rig of rigs) rig.remove();
});

/** Lines on which two texts differ, side by side. */
function differences(mine: string, theirs: string): string[] {
  const ours = mine.split("\n");
  return theirs
    .split("\n")
    .flatMap((line, index) => (line === ours[index] ? [] : [`qemu ${line}\nhere ${ours[index]}`]));
}

for (const [number, scene] of sceneNames().entries()) {
  if (!arithmeticScene.test(scene)) continue;
  const text = scene.replace(arithmeticScene, "").replaceAll("_", " ");
  const name = `floating point: ${text} of ${rounds} random operands in each mode are QEMU's, flags included`;
  if (!skipUnless(missing === null, name, missing ?? "")) continue;
  test(name, () => {
    const rig = rigs[0];
    assert.ok(rig);
    const options = { words: [rounds, seed], ticks: rounds * ticksPerRound, timeoutMilliseconds: 600_000 };
    const theirs = sceneOnQemu(rig, number, options);
    assert.match(theirs, /END\n$/, "QEMU reaches the end of the scene");
    const wrong = differences(sceneHere(rig, number, options).text, theirs);
    const again = `again: ROUNDS=${rounds} SEED=${seed} npx tsx test/profile/float.test.ts`;
    if (wrong.length > 0) assert.unreachable(`${[...wrong, again].join("\n")}`);
  });
}

test.run();
