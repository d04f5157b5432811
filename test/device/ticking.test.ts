/** Exactness of the conversion between beats and clock periods, against arithmetic in unbounded integers. */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { beatsFor, periodsIn } from "../../src/device/ticking.ts";

const hertz = fc.oneof(
  fc.constantFrom(32_768, 1_000_000, 12_000_000, 24_576_000, 96_000_000, 144_000_000, 150_000_000),
  fc.integer({ min: 1, max: 200_000_000 }),
);
const beats = fc.integer({ min: 0, max: 86_400 * beatsPerSecond });

test("periods within a span are the floor of the exact quotient", () => {
  fc.assert(
    fc.property(beats, hertz, (span, frequency) => {
      assert.is(periodsIn(span, frequency), Number((BigInt(span) * BigInt(frequency)) / BigInt(beatsPerSecond)));
    }),
  );
});

test("the span of n periods holds n of them, and one beat less holds one fewer", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), hertz, (count, frequency) => {
      fc.pre(count / frequency < 86_400);
      const span = beatsFor(count, frequency);
      assert.is(periodsIn(span, frequency), count);
      assert.is(periodsIn(span - 1, frequency), count - 1);
    }),
  );
});

test("a clock that stands still has no periods and never reaches one", () => {
  assert.is(periodsIn(beatsPerSecond, 0), 0);
  assert.is(beatsFor(1, 0), Number.POSITIVE_INFINITY);
});

test.run();
