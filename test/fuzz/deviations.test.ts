import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { allowances } from "./deviations.ts";

const rows = readFileSync(new URL("../isa/deviations.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split("|")[1]?.trim());

test("every difference that generated cases allow for is a row of deviations.md, each listed once", () => {
  for (const { what } of allowances) assert.ok(rows.includes(what), what);
  assert.equal(rows, [...new Set(rows)]);
});

test.run();
