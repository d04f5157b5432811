import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnostic, InputError } from "../../src/base/diagnostic.ts";
import { SourceText } from "../../src/base/source-text.ts";
import { configCodes } from "../../src/config/codes.ts";
import { readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import { readDeviceTree } from "../../src/config/devicetree/reader.ts";
import { readKconfig } from "../../src/config/kconfig.ts";
import { readProject } from "../../src/config/project.ts";
import { type CodeCase, cases, noFiles } from "./code-cases.ts";

const file = "systems/config.c";

async function diagnosticsOf(one: CodeCase): Promise<readonly Diagnostic[]> {
  try {
    if (one.guest === "kconfig") readKconfig(one.text, file);
    else if (one.guest === "tree")
      readDeviceTree({ files: [file], includeFolders: [], readText: (path) => (path === file ? one.text : null) });
    else if (one.project) await readProject(one.text, file);
    else return (await readCrossconConfig(one.text, file, { files: noFiles, ...one.options })).warnings;
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

function offsetOf(source: SourceText, line: number, column: number): number {
  return (source.lineStarts[line - 1] as number) + column - 1;
}

/** The text under a span, wherever it stands. */
function wordsAt(one: CodeCase, span: Diagnostic["labels"][number]): string {
  const overrides = (one.options?.overrides ?? []).map(({ path, value }) => `${path}=${value}`).join("\n");
  const others = span.file === "--set" ? overrides : (one.options?.files?.readText(span.file) ?? "");
  const source = new SourceText(span.file, span.file === file ? one.text : others);
  return source.text.slice(offsetOf(source, span.line, span.column), offsetOf(source, span.endLine, span.endColumn));
}

for (const one of cases) {
  test(`${one.code}: ${one.behaviour}`, async () => {
    const all = await diagnosticsOf(one);
    const found = all.find((each) => each.code === one.code);
    assert.ok(found, `found only ${all.map((each) => `${each.code} ${each.message}`).join("; ") || "nothing"}`);
    assert.match(found.message, one.message);
    const severity = configCodes.find((row) => row.code === one.code)?.severity;
    assert.is(found.severity, severity);
    const errors = all.filter((each) => each.severity === "error");
    const codes = new Set(errors.map((each) => each.code));
    assert.equal([...codes], severity === "error" ? [one.code] : [], "other errors beside it");
    const place = found.labels[0];
    assert.ok(place, "it has no place");
    assert.is(wordsAt(one, place), one.at);
    if (one.help) assert.match(found.help.join("\n"), one.help);
    if (one.fixed === undefined) return;
    const edit = found.fix?.edits[0];
    assert.ok(edit, "it has no fix");
    const source = new SourceText(file, one.text);
    const start = offsetOf(source, edit.span.line, edit.span.column);
    const end = offsetOf(source, edit.span.endLine, edit.span.endColumn);
    const mended = source.text.slice(0, start) + edit.replacement + source.text.slice(end);
    assert.ok(mended.includes(one.fixed), mended);
    assert.equal(await diagnosticsOf({ ...one, text: mended }), [], "the fix does not mend it");
  });
}

test("every diagnostic code has a case, a paragraph and two examples that differ", () => {
  for (const row of configCodes) {
    assert.ok(
      cases.some((one) => one.code === row.code),
      `${row.code} is never provoked`,
    );
    assert.ok(row.explanation.length > 60 && String(row.failing) !== row.fixed && row.title.length > 5, row.code);
  }
});

test.run();
