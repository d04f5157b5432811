/** Holds a rule against a few texts made up for it. */
import * as assert from "uvu/assert";
import { type Rule, renderSins } from "./rule.ts";

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>;

const judge = (rule: Rule, texts: Texts): string =>
  renderSins(rule(Object.entries(texts).map(([path, text]) => ({ path, text }))));

/** The rule finds exactly these sins, each written `path:line message`. */
export function finds(rule: Rule, texts: Texts, ...sins: readonly string[]): void {
  assert.equal(judge(rule, texts).split("\n"), sins);
}

/** The rule has nothing to say. */
export function accepts(rule: Rule, texts: Texts): void {
  assert.is(judge(rule, texts), "");
}
