import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { listPlaceholders, readCrossconConfig } from "../../src/config/crosscon-c/reader.ts";
import { type DataModel, ilp32, lp64 } from "../../src/config/crosscon-c/types.ts";
import { skipUnless } from "../support/skip.ts";
import { ilp32Target, lp64Target, type Target, unavailable, valuesByCompiler, valuesByReader } from "./c-compiler.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dataModels: Readonly<Record<Target["name"], DataModel>> = { ilp32, lp64 };

function configurations(): string[] {
  const own = join(root, "test/config/texts");
  const files = readdirSync(own)
    .filter((name) => name.endsWith(".c"))
    .map((name) => join(own, name));
  const examples = join(root, "examples");
  const systems = existsSync(examples) ? readdirSync(examples).map((name) => join(examples, name, "config.c")) : [];
  return [...files, ...systems.filter((file) => existsSync(file))].map((file) => relative(process.cwd(), file));
}

/** Numbers for the placeholders, each another: the same for both sides. */
async function placeholdersOf(text: string, file: string): Promise<Record<string, number>> {
  const names = new Set((await listPlaceholders(text, file)).map((use) => use.name));
  return Object.fromEntries([...names].sort().map((name, i) => [name, 0x2_0100 + i * 0x1_0000]));
}

/** No embedded image is there: the compiler's side counts them as empty. */
const files = {
  readText: (path: string): string | null => (existsSync(path) ? readFileSync(path, "utf8") : null),
  sizeBytes: (): number | null => null,
};

for (const target of [ilp32Target, lp64Target]) {
  const missing = unavailable(target);
  for (const file of configurations()) {
    const name = `the values of ${relative(root, file)} are those of a C compiler (${target.name})`;
    if (!skipUnless(missing === null, name, String(missing))) continue;
    test(name, async () => {
      const text = readFileSync(file, "utf8");
      const placeholders = await placeholdersOf(text, file);
      const { model } = await readCrossconConfig(text, file, {
        placeholders,
        files,
        dataModel: dataModels[target.name],
      });
      const filled = text.replace(/@@(\w+)@@/g, (_, word: string) => String(placeholders[word]));
      const expected = valuesByCompiler(filled, file, target, model);
      assert.ok(expected.length > 10, "the compiler's program printed nothing to compare");
      assert.equal(valuesByReader(model), expected);
    });
  }
  const name = `random constant expressions have the values a C compiler gives them (${target.name})`;
  if (skipUnless(missing === null, name, String(missing))) test(name, () => compareExpressions(target));
}

const literal = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "2",
    "7",
    "31",
    "32",
    "0x7fffffff",
    "0x80000000",
    "0xffffffff",
    "2147483648",
    "0x100000000",
  ),
  fc
    .tuple(fc.integer({ min: 0, max: 70 }), fc.constantFrom("", "u", "l", "ul", "ll", "ULL"))
    .map(([n, s]) => `${n}${s}`),
  fc.integer({ min: 0, max: 0xffff_ffff }).map((n) => `0x${n.toString(16)}u`),
  fc.constantFrom(
    "'x'",
    "'\\377'",
    "'\\\\'",
    "sizeof(long)",
    "sizeof(0 ? 1u : 1ll)",
    "(MACRO)",
    "TWICE(3u)",
    "ENUMERATOR",
  ),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    literal,
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom(..."+ - * / % << >> & | ^ && || == != < > <= >=".split(" ")),
        tie("expression"),
      )
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(fc.constantFrom("-", "~", "!", "+"), tie("expression")).map(([operator, a]) => `${operator} ${a}`),
    fc.tuple(tie("expression"), tie("expression"), tie("expression")).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(
        fc.constantFrom("uint8_t", "int16_t", "unsigned", "int", "long", "unsigned long", "bool", "irqid_t"),
        tie("expression"),
      )
      .map(([type, a]) => `(${type}) ${a}`),
  ),
}));

function textOf(expressions: readonly string[]): string {
  const values = expressions.flatMap((one) => [`(uint32_t)(${one})`, `(uint32_t)((unsigned long long)(${one}) >> 32)`]);
  return `#include <config.h>
#define MACRO 5 - 3
#define TWICE(x) (x) * 2
enum { ENUMERATOR = -9 };
struct vm_config vm = { .platform = { .dev_num = 1, .devs = (struct vm_dev_region[]) { {
  .interrupt_num = ${values.length}, .interrupts = (irqid_t[]) {
${values.join(",\n")} } } } } };
struct config config = { .vmlist_size = 1, .vmlist = (struct vm_config*[]) { &vm } };
`;
}

/**
 * Expressions that have no value in C (division by zero, overflow) are ours to refuse: they are left out, and counted.
 */
async function compareExpressions(target: Target): Promise<void> {
  const seed = Number(process.env.FC_SEED ?? 20_250_730);
  console.log(`  expressions of seed ${seed}`);
  const options = { dataModel: dataModels[target.name] };
  const sound: string[] = [];
  for (const one of fc.sample(expression, { seed, numRuns: 400 })) {
    try {
      await readCrossconConfig(textOf([one]), "random.c", options);
      sound.push(one);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const codes = new Set(error.diagnostics.map((found) => found.code));
      assert.equal([...codes], ["CFG15"], `${one} was refused for another reason than arithmetic`);
    }
  }
  assert.ok(sound.length > 150, `only ${sound.length} of 400 expressions have a value`);
  const text = textOf(sound);
  const { model } = await readCrossconConfig(text, "random.c", options);
  const expected = valuesByCompiler(text, "random.c", target, model).filter((line) => / interrupt /.test(line));
  const ours = valuesByReader(model).filter((line) => / interrupt /.test(line));
  for (const [i, one] of sound.entries()) {
    assert.equal(ours.slice(2 * i, 2 * i + 2), expected.slice(2 * i, 2 * i + 2), `seed ${seed}: ${one}`);
  }
}

test.run();
