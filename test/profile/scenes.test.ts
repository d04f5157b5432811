import { test } from "uvu";
import * as assert from "uvu/assert";
import { arithmeticScene, buildRig, type Rig, rigMissing, sceneHere, sceneNames, sceneOnQemu } from "../support/rig.ts";
import { skipUnless } from "../support/skip.ts";

const missing = rigMissing();
const wanted = process.env.SCENE;
const rigs: Rig[] = [];

test.before(() => void (missing === null && rigs.push(buildRig())));
test.after(() => {
  for (const rig of rigs) rig.remove();
});

/** The first line that differs, with what came before it. */
function difference(mine: string, theirs: string): string | null {
  if (mine === theirs) return null;
  const [ours, others] = [mine.split("\n"), theirs.split("\n")];
  const at = others.findIndex((line, index) => line !== ours[index]);
  const before = others.slice(Math.max(0, at - 6), at).map((line) => `    ${line}`);
  return [...before, `qemu ${others[at] ?? "(nothing)"}`, `here ${ours[at] ?? "(nothing)"}`].join("\n");
}

for (const [number, scene] of sceneNames().entries()) {
  if (wanted === undefined ? arithmeticScene.test(scene) : wanted !== scene) continue;
  const name = `scene ${scene.replaceAll("_", " ")} prints the same here and on QEMU`;
  if (!skipUnless(missing === null, name, missing ?? "")) continue;
  test(name, () => {
    const rig = rigs[0];
    assert.ok(rig);
    const theirs = sceneOnQemu(rig, number);
    assert.match(theirs, /END\n$|LOCKUP\n$/, "QEMU reaches the end of the scene");
    const wrong = difference(sceneHere(rig, number).text, theirs);
    if (wrong !== null) assert.unreachable(`${scene}:\n${wrong}`);
  });
}

test.run();
