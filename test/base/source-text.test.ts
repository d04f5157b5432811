import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { SourceText } from "../../src/base/source-text.ts";

test("lines end with LF, CR LF or a lone CR, and columns count from 1", () => {
  const text = new SourceText("f", "ab\ncd\r\n\rx");
  assert.equal(text.lineStarts, [0, 3, 7, 8]);
  assert.equal(text.positionAt(0), { line: 1, column: 1 });
  assert.equal(text.positionAt(2), { line: 1, column: 3 });
  assert.equal(text.positionAt(3), { line: 2, column: 1 });
  assert.equal(text.positionAt(7), { line: 3, column: 1 });
  assert.equal(text.positionAt(8), { line: 4, column: 1 });
  assert.equal(
    [1, 2, 3, 4, 5].map((line) => text.lineAt(line)),
    ["ab", "cd", "", "x", ""],
  );
});

test("a span ends where its end offset is, and never before it begins", () => {
  const text = new SourceText("f", "one\ntwo");
  assert.equal(text.spanOf(1, 5), { file: "f", line: 1, column: 2, endLine: 2, endColumn: 2 });
  assert.equal(text.spanOf(5, 1), { file: "f", line: 2, column: 2, endLine: 2, endColumn: 2 });
});

test("a frame has the lines of a span and those around it, clipped to the text", () => {
  const text = new SourceText("f", "a\nb\nc\nd");
  const span = text.spanOf(2, 5);
  assert.equal(text.frameOf(span), { firstLine: 2, lines: ["b", "c"] });
  assert.equal(text.frameOf(span, 1), { firstLine: 1, lines: ["a", "b", "c", "d"] });
  assert.equal(text.frameOf(span, 9), { firstLine: 1, lines: ["a", "b", "c", "d"] });
});

test("the place of every offset is found by counting line ends before it", () => {
  const property = fc.property(
    fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é") }),
    fc.nat(40),
    (raw, offset) => {
      const inside = Math.min(offset, raw.length);
      const before = raw.slice(0, inside);
      // A CR LF is one line end; cut through its middle, only the CR is seen, so the line has not ended yet.
      const cutsPair = raw[inside - 1] === "\r" && raw[inside] === "\n";
      const lines = (cutsPair ? before.slice(0, -1) : before).split(/\r\n?|\n/);
      const column = (lines.at(-1) as string).length + 1 + (cutsPair ? 1 : 0);
      assert.equal(new SourceText("f", raw).positionAt(offset), { line: lines.length, column });
    },
  );
  fc.assert(property, { seed: 1 });
});

test.run();
