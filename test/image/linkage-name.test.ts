/** Functions of C++ by the names that people give them, against the demangler of binutils. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { qualifiedName, spelledName } from "../../src/image/linkage-name.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";

/** What debug information calls it, and its linkage name. */
const functions: readonly (readonly [string, string])[] = [
  ["read", "_ZN5board6Sensor4readEi"],
  ["twice", "_ZNK5board4Base5twiceEv"],
  ["Sensor", "_ZN5board6SensorC1EiPKc"],
  ["~Sensor", "_ZN5board6SensorD2Ev"],
  ["largest<int>", "_ZN5board7largestIiEET_PKS1_j"],
  ["hidden", "_ZN12_GLOBAL__N_16hiddenEv"],
  ["operator+", "_ZN5board6VectorplERKS0_"],
  ["apply", "_Z5applyi"],
  ["main", "main"],
];

const title = "a function of C++ is called by its namespaces and classes, as the demangler has it";
if (skipUnless(hasProgram("c++filt"), title, "no c++filt")) {
  test(title, () => {
    const input = functions.map(([, linkageName]) => linkageName).join("\n");
    const { stdout } = spawnSync("c++filt", [], { input, encoding: "utf8" });
    const theirs = stdout.trim().split("\n");
    for (const [index, [name, linkageName]] of functions.entries()) {
      // Types of the result and of parameters are not part of what people call it.
      const full = (theirs[index] ?? "").replace("int board::", "board::");
      const own = qualifiedName(name, linkageName);
      const isSpelled = linkageName.startsWith("_Z") && !name.startsWith("operator");
      assert.is(spelledName(linkageName), isSpelled ? own.replace(/<.*>/, "") : null);
      assert.is(full === own || full.startsWith(`${own}(`), true, `${linkageName}: ${full}, here ${own}`);
    }
  });
}

test("a function of a class template keeps the template's name, and others keep theirs", () => {
  assert.is(qualifiedName("push", "_ZN5board5QueueIiE4pushEi"), "board::Queue::push");
  assert.is(qualifiedName("size", "_ZNKSt6vectorIiSaIiEE4sizeEv"), "std::vector::size");
  assert.is(qualifiedName("odd", "_ZN99oddE"), "odd");
  assert.is(qualifiedName("plain", null), "plain");
});

test.run();
