import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { didYouMean, editDistance, nearestName } from "../../src/base/suggest.ts";

/** Edit distance by its definition, slowly: delete, insert, replace, or swap two neighbours. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const rest = slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  const swap = swapped ? slowDistance(a.slice(2), b.slice(2)) + 1 : rest;
  return Math.min(rest, swap, slowDistance(a.slice(1), b) + 1, slowDistance(a, b.slice(1)) + 1);
}

test("the distance is that of the definition, up to the limit", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  const property = fc.property(word, word, fc.nat(5), (a, b, limit) => {
    assert.is(editDistance(a, b, limit), Math.min(slowDistance(a, b), limit + 1), `${a} ${b} ${limit}`);
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});

test("the nearest name is found through a missing, doubled, wrong or swapped letter and wrong case", () => {
  const names = ["size", "base", "interrupt_num", "interrupts", "regions"];
  for (const [wrong, right] of [
    ["siz", "size"],
    ["sizee", "size"],
    ["sise", "size"],
    ["szie", "size"],
    ["SIZE", "size"],
    ["interupts", "interrupts"],
    ["interrupt_nun", "interrupt_num"],
  ] as const) {
    assert.is(nearestName(wrong, names), right);
  }
});

test("a name that is like none of the candidates gets no suggestion", () => {
  assert.is(nearestName("cpu_affinity", ["size", "base"]), null);
  assert.is(nearestName("x", ["y"]), null, "one letter replaced is another word, not a slip");
  assert.equal(didYouMean("zzzz", ["size"]), []);
  assert.equal(didYouMean("siez", ["size"]), ["did you mean `size`?"]);
});

test("a very long name is compared without taking long", () => {
  assert.is(nearestName("x".repeat(1_000_000), ["y".repeat(1_000_000), "size"]), null);
});

test.run();
