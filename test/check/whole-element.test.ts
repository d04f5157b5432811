/** What becomes of an element that a fix takes out, and of what was said about it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { diagnostic } from "../../src/base/diagnostic.ts";
import { SourceText } from "../../src/base/source-text.ts";
import { applyFixes } from "../../src/check/apply-fix.ts";
import { withWholeElements } from "../../src/check/whole-element.ts";

/** The count that stands before the list, where one does; its edit comes last, as in the fix of a rule. */
const counts = (source: SourceText) =>
  [...source.text.matchAll(/9/g)].map(({ index }) => ({ span: source.spanOf(index, index + 1), replacement: "8" }));

/** A list in which the size of the first element grows and the second element, from `{` to `}`, goes. */
function joined(text: string): string {
  const source = new SourceText("config.c", text);
  const size = text.indexOf("1");
  const from = text.indexOf("{", text.indexOf("}"));
  const to = text.indexOf("}", from) + 1;
  const edits = [
    { span: source.spanOf(size, size + 1), replacement: "2" },
    { span: source.spanOf(from, to), replacement: "" },
    ...counts(source),
  ];
  const texts = new Map([["config.c", text]]);
  const fix = withWholeElements({ title: "join", edits }, texts);
  return applyFixes([diagnostic("SAU01", "too many", { fix })], texts).texts.get("config.c") ?? "";
}

test("the comma and the lines of an element go with it", () => {
  assert.is(joined("  { 1 },\n  {\n    0\n  },\n  { 3 },\n"), "  { 2 },\n  { 3 },\n");
  assert.is(joined("  { 1 },\r\n  { 0 },\r\n  { 3 },\r\n"), "  { 2 },\r\n  { 3 },\r\n");
  assert.is(joined("{ 1 }, { 0 }, { 3 }"), "{ 2 },  { 3 }");
});

test("its comment goes to that of the element that grows, or behind what grows", () => {
  assert.is(joined("  { /* a */ 1 },\n  { /* b */ 0 },\n"), "  { /* a */ /* b */ 2 },\n");
  assert.is(joined("  { 1 },\n  { // b\n    0 },\n"), "  { 2 /* b */ },\n");
});

test("its comment goes to the element that grows, not to the count that changes as well", () => {
  assert.is(joined("/* n */ 9,\n  { 1 },\n  { /* b */ 0 },\n"), "/* n */ 8,\n  { 2 /* b */ },\n");
});

test("a comment behind it on its line counts as its own", () => {
  assert.is(joined("  { 1 },\n  { 0 },  /* b */\n  { 3 },\n"), "  { 2 /* b */ },\n  { 3 },\n");
});

test.run();
