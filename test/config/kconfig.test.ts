/** What a `.config` says. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { isSet, kconfigNumber, readKconfig } from "../../src/config/kconfig.ts";

const text = `# a comment
CONFIG_SERIAL=y
# CONFIG_FPU is not set
CONFIG_BOARD="a \\"board\\""
CONFIG_HZ=12000000   # trailing words
CONFIG_BASE=0x20020000
CONFIG_PRIORITY=-127
CONFIG_HZ=96000000
`;

test("symbols have their values, and the last line that sets one counts", () => {
  const config = readKconfig(text, "x/.config");
  assert.is(isSet(config, "SERIAL"), true);
  assert.is(isSet(config, "FPU"), false);
  assert.is(config.values.get("BOARD")?.value, 'a "board"');
  assert.is(kconfigNumber(config, "BASE")?.value, 0x20020000);
  assert.is(kconfigNumber(config, "PRIORITY")?.value, -127);
  assert.is(kconfigNumber(config, "BOARD"), null);
  const hertz = kconfigNumber(config, "HZ");
  assert.is(hertz?.value, 96_000_000);
  assert.is(hertz?.span.line, 8);
});

test("a line that sets nothing is refused with its place, once", () => {
  for (const [bad, message] of [
    ["SERIAL: yes", "this is no line of a `.config`"],
    ["\x7fELF\0\x01", "x is no text"],
  ] as const) {
    try {
      readKconfig(`CONFIG_A=y\n${bad}\n${bad}\n`, "x");
      assert.unreachable();
    } catch (error) {
      assert.instance(error, InputError);
      const { diagnostics } = error as InputError;
      assert.equal(
        diagnostics.map((one) => [one.message, one.labels[0]?.line]),
        [[message, 2]],
      );
    }
  }
});

test("any text is read or refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (any) => {
      try {
        readKconfig(`CONFIG_A=y\n${any}`, "x");
      } catch (error) {
        assert.instance(error, InputError);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});

test.run();
