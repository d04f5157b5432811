/** docs/rules.md is what the rules and their cases say. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../../src/check/check.ts";
import { pagePath, rulesPage } from "./rules-page.ts";

test("docs/rules.md is up to date (npx tsx test/check/rules-page.ts)", () => {
  assert.fixture(readFileSync(pagePath, "utf8"), rulesPage());
});

test("every code of every rule is in the table once, with something in each column", () => {
  const rows = rulesPage()
    .split("\n")
    .filter((line) => /^\| [A-Z]{3}\d\d /.test(line));
  const codes = rules.flatMap((rule) => rule.codes);
  assert.equal(
    rows.map((row) => row.slice(2, 7)),
    [...new Set(codes)].sort(),
  );
  for (const row of rows)
    assert.ok(
      row
        .split("|")
        .slice(1, -1)
        .every((cell) => cell.trim() !== ""),
      row,
    );
});

test.run();
