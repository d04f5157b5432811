/** What the runner tells: to people, and as a JUnit file to build servers. */
import type { FileResult } from "./result.ts";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function sumUp(results: readonly FileResult[]): Totals {
  const sum = (count: (result: FileResult) => number): number => results.reduce((all, one) => all + count(one), 0);
  return {
    passed: sum((result) => result.passed),
    failed: sum((result) => result.failed),
    skipped: sum((result) => result.skips.length),
  };
}

/** The last line of every run; scripts read it. */
export function lastLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Output and complaints of a bad file, with the command that runs it alone; empty for a good one. */
export function renderFailure({ file, failed, complaints, ending }: FileResult): string {
  if (failed === 0) return "";
  const output = ending.output.trimEnd();
  return [
    `──── ${file}`,
    ...(output ? [output] : []),
    ...complaints.map((complaint) => `${file} ${complaint}`),
    `again: npx tsx ${file}`,
    "",
    "",
  ].join("\n");
}

export function renderSkips(results: readonly FileResult[]): string {
  return results.flatMap((result) => result.skips.map(({ name, reason }) => `SKIP ${name}: ${reason}\n`)).join("");
}

/** Slowest files first, at most ten. */
export function renderSlowest(results: readonly FileResult[]): string {
  return [...results]
    .sort((a, b) => b.ending.durationMs - a.ending.durationMs)
    .slice(0, 10)
    .map(({ file, ending }) => `${(ending.durationMs / 1000).toFixed(1).padStart(7)} s  ${file}\n`)
    .join("");
}

/** uvu names only the tests that fail, so each file is one case; skips are cases by name. */
export function renderJunit(results: readonly FileResult[]): string {
  const { failed, skipped } = sumUp(results);
  const counts = { tests: results.length + skipped, failures: failed, skipped };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", counts, ...results.map(renderSuite))}\n`;
}

function renderSuite({ file, failed, skips, complaints, ending }: FileResult): string {
  const time = (ending.durationMs / 1000).toFixed(3);
  const message = complaints.join("; ") || `${failed} failed`;
  const failure = failed > 0 ? [element("failure", { message }, quoteXml(ending.output))] : [];
  const counts = { tests: 1 + skips.length, failures: failure.length, skipped: skips.length };
  return element(
    "testsuite",
    { name: file, ...counts, time },
    element("testcase", { classname: file, name: file, time }, ...failure),
    ...skips.map(({ name, reason }) =>
      element("testcase", { classname: file, name }, element("skipped", { message: reason })),
    ),
  );
}

function element(tag: string, attributes: Readonly<Record<string, string | number>>, ...inside: string[]): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${quoteXml(String(value))}"`);
  return `<${tag}${list.join("")}>${inside.join("\n")}</${tag}>`;
}

function quoteXml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return (
    text
      .replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 section 2.2 forbids these even when escaped.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "?")
  );
}
