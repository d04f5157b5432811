import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnostic, InputError, type Span } from "../../src/base/diagnostic.ts";
import { SourceText } from "../../src/base/source-text.ts";
import { readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import { overrideFile, overrideText } from "../../src/config/override.ts";
import { readProject } from "../../src/config/project.ts";

const folder = fileURLToPath(new URL("./texts/", import.meta.url));
const texts = readdirSync(folder).map((name) => readFileSync(`${folder}${name}`, "utf8"));
const header = readFileSync(`${folder}lpc55s69.h`, "utf8");
const seed = Number(process.env.FC_SEED ?? 20_250_730);
const runs = Number(process.env.FC_RUNS ?? 300);
console.log(`seed ${seed}, ${runs} runs each (FC_SEED, FC_RUNS)`);
const parameters = { seed, numRuns: runs };

const words = [
  ..."{ } ( ) [ ] , ; . = & * + - / % << >> ? : ! ~ # ## ... -> ++ += || && < > \\ \" ' @ @@ `".split(" "),
  ..."struct union enum typedef const extern sizeof int unsigned char void static return if while for default".split(
    " ",
  ),
  ..."config vm_config vm_mem_region shmem irqid_t regions .devs .vmlist .image zephyr vm0 defined __VA_ARGS__".split(
    " ",
  ),
  ..."0 1 0x 0x7fffffff 0xffffffffffffffff 1e9 08 1ull 'a' '' \"s\" L'x' NULL true @@E@@ VM_IMAGE VM_IMAGE_SIZE".split(
    " ",
  ),
  "\n#define A ",
  "\n#define F(x) ",
  "\n#if ",
  "\n#ifdef A\n",
  "\n#else\n",
  "\n#endif\n",
  '\n#include "lpc55s69.h"\n',
  "\n#include <config.h>\n",
  "\n#include __FILE__\n",
  "A",
  "F(",
  "/*",
  "*/",
  "//",
  "\\\n",
  "\r\n",
  "\t",
  "\0",
  "é",
  "🙂",
  "[0 ... 9]",
  "_Static_assert(0)",
];

/** Replaces, removes, doubles or swaps pieces of a text. */
const mutation = (pieces: readonly string[]) =>
  fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
    by: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
    again: fc.boolean(),
  });

function mutated(
  text: string,
  mutations: readonly { at: number; length: number; by: string[]; again: boolean }[],
): string {
  let result = text;
  for (const { at, length, by, again } of mutations) {
    const start = at % (result.length + 1);
    const cut = result.slice(start, start + length);
    result = result.slice(0, start) + by.join(" ") + (again ? cut + cut : "") + result.slice(start + length);
  }
  return result;
}

function assertInside(span: Span, text: SourceText): void {
  const lines = text.lineStarts.length;
  const shown = JSON.stringify(span);
  assert.ok(
    span.line >= 1 && span.endLine <= lines && span.line <= span.endLine,
    `${shown} is outside of ${lines} lines`,
  );
  for (const [line, column] of [
    [span.line, span.column],
    [span.endLine, span.endColumn],
  ] as const) {
    const start = text.lineStarts[line - 1] as number;
    const end = text.lineStarts[line] ?? text.text.length;
    assert.ok(column >= 1 && start + column - 1 <= end, `${shown} is outside of its line`);
  }
  assert.ok(span.line < span.endLine || span.column <= span.endColumn, `${shown} ends before it begins`);
}

function assertPlaces(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, SourceText>): void {
  for (const found of diagnostics) {
    assert.ok(found.labels.length > 0, `${found.code} ${found.message} has no place`);
    const fixes = found.fix?.edits.map((edit) => edit.span) ?? [];
    for (const span of [...found.labels, ...fixes]) {
      const text = texts.get(span.file);
      assert.ok(text, `${found.code} ${found.message} is in the unknown file "${span.file}"`);
      assertInside(span, text);
    }
  }
}

/** Every span of a model, wherever it stands. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== "object" || value === null) return [];
  if ("endColumn" in value) return [value as Span];
  return Object.values(value).flatMap(spansIn);
}

async function readAnything(text: string, override: { path: string; value: string } | null): Promise<void> {
  const overrides = override === null ? [] : [override];
  const sources = new Map([
    ["config.c", new SourceText("config.c", text)],
    ["lpc55s69.h", new SourceText("lpc55s69.h", header)],
    [overrideFile, overrideText(overrides)],
  ]);
  const files = { readText: (path: string) => sources.get(path)?.text ?? null, sizeBytes: () => 7 };
  const placeholders = { ZEPHYR_VM_ENTRY: 0x40000, ZEPHYR_VM0_ENTRY: 1 };
  try {
    const { model, warnings } = await readCrossconConfig(text, "config.c", { overrides, files, placeholders });
    assertPlaces(warnings, sources);
    for (const span of spansIn(model)) assertInside(span, sources.get(span.file) as SourceText);
    assert.ok(model.partitions.every((partition) => partition.regions.length <= partition.regionCount.value));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assert.ok(error.diagnostics.some((found) => found.severity === "error"));
    assertPlaces(error.diagnostics, sources);
  }
}

test("a mutated configuration gives a model or diagnostics whose places lie inside the text", async () => {
  const mutatedText = fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation(words), { minLength: 1, maxLength: 4 }))
    .map(([text, mutations]) => mutated(text, mutations));
  await fc.assert(
    fc.asyncProperty(mutatedText, (text) => readAnything(text, null)),
    parameters,
  );
});

test("words of C in any order give a model or diagnostics whose places lie inside the text", async () => {
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((list) => list.join(" "));
  await fc.assert(
    fc.asyncProperty(soup, (text) => readAnything(text, null)),
    parameters,
  );
});

test("any text at all gives a model or diagnostics whose places lie inside the text", async () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => new TextDecoder("latin1").decode(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(anything, (text) => readAnything(text, null)),
    parameters,
  );
});

test("any override of a sound configuration is applied or gets a diagnostic at its own place", async () => {
  const steps = [
    "vms",
    "zephyr",
    ".zephyr",
    ".devs",
    "[0]",
    "[9]",
    ".image",
    ".size",
    ".pa",
    ".entry",
    "@@",
    "=",
    ".",
    "[",
    "x",
  ];
  const path = fc.oneof(
    fc.array(fc.constantFrom(...steps), { maxLength: 6 }).map((list) => list.join("")),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, "")),
  );
  const value = fc.oneof(fc.constantFrom("0x1000", "-1", "08", "", "1e3", "4294967296"), fc.nat().map(String));
  await fc.assert(
    fc.asyncProperty(path, value, (to, what) => readAnything(texts[0] as string, { path: to, value: what })),
    parameters,
  );
});

test("long runs of anything nested or chained end in a diagnostic, not in an exhausted stack", async () => {
  const around = (middle: string): string =>
    `#include <config.h>\nstruct config config = { .hyp.base_addr = ${middle} };\n`;
  const long = 20_000;
  for (const text of [
    around("1 + ".repeat(long) + 1),
    around("- ".repeat(long) + 1),
    around("! ".repeat(long) + 1),
    around("1 ? 1 : ".repeat(long) + 1),
    around("(int) ".repeat(long) + 1),
    around("sizeof ".repeat(long) + 1),
    around(`x${"[0]".repeat(long)}`),
    around(`x${".x".repeat(long)}`),
    around("{".repeat(long)),
    around("(".repeat(long)),
    "struct a { ".repeat(long),
    `int ${"*".repeat(long)}x;`,
    `int x${"[1]".repeat(long)};`,
    `int ${"(".repeat(150)}x${")".repeat(150)};`,
    "#if 1\n".repeat(long),
    `#if ${"1 + ".repeat(long)} 1\n#endif\n`,
    `#if ${"(".repeat(long)}\n#endif\n`,
    `#define A(x) x\nint x = ${"A(".repeat(long)}1${")".repeat(long)};`,
    `${Array.from({ length: 3000 }, (_, i) => `#define A${i} A${i + 1} A${i + 1}\n`).join("")}int x = A0;`,
    `${Array.from({ length: 3000 }, (_, i) => `#define A${i} A${i + 1}\n`).join("")}int x = A0;`,
    '"'.repeat(long),
    "'".repeat(long),
    "\\\n".repeat(long),
    `/*${"*".repeat(long)}`,
    `"${"\\".repeat(long)}`,
    "@@".repeat(long),
    "x".repeat(long * 4),
    "9".repeat(long),
    around("9".repeat(long)),
    "int x;".repeat(long),
    "} ".repeat(long),
    "= ".repeat(long),
    "a ".repeat(long),
  ]) {
    await readAnything(text, null);
  }
});

const yamlWords = [
  ..."board hypervisor kind config images attach seed load switches crosscon bao firmware none".split(" "),
  ...": - { } [ ] , & * ! | > \" ' # % @".split(" "),
  ...[
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    "? ",
    "\t",
    "&a ",
    "*a",
    "<<: ",
    "!!binary ",
    "--- ",
    "...",
    "0x10",
    "1e999",
    "~",
    "é",
    "\0",
    "__proto__",
  ],
];
const project = `board: lpc55s69
hypervisor: { kind: crosscon, config: config.c, switches: { vtimer: frozen } }
images: { baremetal: vm0.elf, zephyr: zephyr.elf }
attach:
  flexcomm3: terminal
  flexcomm2: { kind: esp-at }
seed: 5
load: [ a.bin@0x1000, { file: b.elf } ]
`;

async function readAnyProject(text: string): Promise<void> {
  const sources = new Map([["chronovisor.yaml", new SourceText("chronovisor.yaml", text)]]);
  try {
    const read = await readProject(text, "chronovisor.yaml");
    for (const span of spansIn(read)) assertInside(span, sources.get(span.file) as SourceText);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assertPlaces(error.diagnostics, sources);
  }
}

test("a mutated project file gives a project or diagnostics whose places lie inside the text", async () => {
  const mutatedText = fc
    .array(mutation(yamlWords), { minLength: 1, maxLength: 4 })
    .map((mutations) => mutated(project, mutations));
  const anything = fc.oneof(
    mutatedText,
    fc.array(fc.constantFrom(...yamlWords), { maxLength: 60 }).map((list) => list.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  await fc.assert(fc.asyncProperty(anything, readAnyProject), parameters);
});

test("a project file that is nested or grows without end is refused", async () => {
  for (const text of [
    "[".repeat(20_000),
    "{a: ".repeat(20_000),
    "- ".repeat(20_000),
    `b0: &b0 [x, x, x]\n${Array.from({ length: 40 }, (_, i) => `b${i + 1}: &b${i + 1} [*b${i}, *b${i}]`).join("\n")}`,
    "a".repeat(300_000),
  ]) {
    await readAnyProject(text);
  }
});

test.run();
