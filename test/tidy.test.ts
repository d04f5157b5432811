/** The house rules, held against the whole repository. Each rule is proved on wrong texts in test/tidy/. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { diffLines } from "./support/diff.ts";
import { skipUnless } from "./support/skip.ts";
import { acyclicRule, arrowRule, islandRule, leftOverRule } from "./tidy/arrows.ts";
import * as bans from "./tidy/bans.ts";
import { type Rule, renderSins } from "./tidy/rule.ts";
import { fileSizeRule, functionSizeRule, lineLengthRule } from "./tidy/sizes.ts";
import { memberRule } from "./tidy/state.ts";
import { manifestRule, textRule } from "./tidy/texts.ts";
import { listFiles, readTexts } from "./tidy/tree.ts";
import { readGlobals } from "./tidy/wasm.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const texts = readTexts(root);

/** Without a stack: the places that matter are in the message. */
function fail(message: string): never {
  const error = new Error(message);
  error.stack = "";
  throw error;
}

const rules: Readonly<Record<string, Rule>> = {
  "imports in src follow the arrows of the design": arrowRule(),
  "src, assembly, bench and test keep to themselves": islandRule,
  "the engine's modules import each other without a cycle": acyclicRule,
  "no file of src is left over": leftOverRule,
  "files have at most 500 lines, row tables apart": fileSizeRule(),
  "functions have at most 60 lines": functionSizeRule,
  "lines have at most 120 characters": lineLengthRule,
  "hardware does not name hypervisors": bans.wordRule,
  "a run sees neither clock nor chance of the host": bans.callRule,
  "no any, no default export, no inheritance, no shared variable": bans.constructionRule,
  "the engine has no variable outside of functions": bans.engineStateRule,
  "files are named after the thing in them": bans.nameRule,
  "nothing unfinished is left in comments": bans.unfinishedRule,
  "devices and monitors keep nothing themselves": memberRule,
  "texts end cleanly and name no machine": textRule,
  "the manifest pins exactly and the lockfile names no host": manifestRule,
};

for (const [name, rule] of Object.entries(rules)) {
  test(name, () => {
    const sins = rule(texts);
    if (sins.length > 0) fail(`${sins.length} times:\n${renderSins(sins)}`);
  });
}

const engine = join(root, "build/m33.wasm");
const noGlobals = "the built engine has no mutable global: all of its state is in memory";
if (skipUnless(existsSync(engine), noGlobals, "the engine is not built")) {
  test(noGlobals, () => {
    assert.equal(
      readGlobals(readFileSync(engine)).filter((one) => one.mutable),
      [],
    );
  });
}

test("assembly/gen is what src/gen prints now", async () => {
  const { printAll } = await import("../src/gen/main.ts");
  const printed = printAll();
  const kept = listFiles(root).filter((path) => path.startsWith("assembly/gen/"));
  assert.equal(kept, [...printed.keys()].sort(), "the same files");
  for (const [path, text] of printed) {
    const old = readFileSync(join(root, path), "utf8");
    if (old !== text) fail(`${path} (-) differs from the print (+); run: npm run gen\n${diffLines(old, text)}`);
    assert.match(old.split("\n", 3).join("\n"), /src\/gen/, `${path} names its generator in its header`);
  }
});

test.run();
