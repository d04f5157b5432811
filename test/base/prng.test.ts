import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, nextUint32, pick, seeded } from "../../src/base/prng.ts";

const take = (seed: number, count: number): number[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => nextUint32(random));
};

test("the same seed yields the same numbers, another seed others, zero included", () => {
  assert.equal(take(0, 20), take(0, 20));
  const first = new Set(Array.from({ length: 500 }, (_, seed) => take(seed, 1)[0]));
  assert.is(first.size, 500);
});

test("the state is all there is: a copy of it goes on with the same numbers", () => {
  const random = seeded(7);
  nextUint32(random);
  const copy = { ...random };
  assert.equal([nextUint32(random), nextUint32(random)], [nextUint32(copy), nextUint32(copy)]);
});

test("every bit is 1 about half of the time", () => {
  const numbers = take(3, 8000);
  for (let bit = 0; bit < 32; bit++) {
    const count = numbers.filter((value) => (value >>> bit) & 1).length;
    assert.ok(Math.abs(count - 4000) < 300, `bit ${bit}: ${count} of 8000`);
  }
});

test("numbers below a bound reach every value below it and none beyond", () => {
  const random = seeded(9);
  const seen = new Set(Array.from({ length: 1000 }, () => nextBelow(random, 7)));
  assert.equal([...seen].sort(), [0, 1, 2, 3, 4, 5, 6]);
});

test("nothing can be picked from an empty list", () => {
  assert.throws(() => pick(seeded(1), []), /nothing to pick/);
  assert.is(pick(seeded(1), ["only"]), "only");
});

test.run();
