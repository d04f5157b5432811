/** The device tree reader against `dtc`, and what it says where a tree is wrong. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { chosen, interruptLinesOf, isOkay, registersOf } from "../../src/config/devicetree/query.ts";
import { readDeviceTree } from "../../src/config/devicetree/reader.ts";
import { type DeviceTree, type DtNode, type DtProperty, nodesOf } from "../../src/config/devicetree/tree.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";
import { type FlatTree, readFlatTree } from "./flat-tree.ts";

const folder = "test/config/trees/";
const disk = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};
const files = [`${folder}board.dts`, `${folder}app.overlay`];
const read = (names: readonly string[], texts: Readonly<Record<string, string>> = {}): DeviceTree =>
  readDeviceTree({
    files: names,
    includeFolders: [`${folder}folder`],
    readText: (path) => texts[path] ?? disk(path),
  });
const readText = (text: string): DeviceTree => read(["a.dts"], { "a.dts": text });

const hexOf = (bytes: readonly number[]): string => Buffer.from(bytes).toString("hex");

/** A property as `dtc` writes it; what a reference becomes is for `dtc` to say. */
function flat({ values }: DtProperty, phandles: ReadonlyMap<string, number>): string {
  return values
    .map((value) => {
      if (value.kind === "string") return hexOf([...Buffer.from(value.text), 0]);
      if (value.kind === "bytes") return hexOf(value.bytes);
      if (value.kind === "path") return hexOf([...Buffer.from(value.node.path), 0]);
      return value.cells
        .map((cell) => {
          const number = cell.kind === "number" ? cell.value : (phandles.get(cell.node.path) ?? -1);
          return number.toString(16).padStart(value.bits / 4, "0");
        })
        .join("");
    })
    .join("");
}

/** The tree and the overlays in one text without macros, as `dtc` takes it. */
function compiled(names: readonly string[]): FlatTree {
  const all = names.map((name) => `#include "${name}"\n`).join("");
  const flags = [
    "-E",
    "-nostdinc",
    "-undef",
    "-D__DTS__",
    "-x",
    "assembler-with-cpp",
    "-P",
    "-I.",
    `-I${folder}folder`,
  ];
  const text = spawnSync("arm-none-eabi-gcc", [...flags, "-"], { input: all, encoding: "utf8" });
  assert.is(text.status, 0, text.stderr);
  const blob = spawnSync("dtc", ["-q", "-I", "dts", "-O", "dtb", "-"], { input: text.stdout });
  assert.is(blob.status, 0, String(blob.stderr));
  return readFlatTree(blob.stdout);
}

function assertSame(tree: DeviceTree, expected: FlatTree): void {
  const nodes = [...nodesOf(tree.root)];
  assert.equal(nodes.map(({ path }) => path).sort(), [...expected.keys()].sort());
  const phandles = new Map(
    [...expected].map(([path, properties]) => [path, Number.parseInt(properties.get("phandle") ?? "0", 16)] as const),
  );
  for (const node of nodes) {
    const ours = [...node.properties].map(([name, property]) => `${name} ${flat(property, phandles)}`);
    const theirs = [...(expected.get(node.path) ?? [])].filter(
      ([name]) => name !== "phandle" || node.properties.has(name),
    );
    assert.equal(ours.sort(), theirs.map(([name, bytes]) => `${name} ${bytes}`).sort(), node.path);
  }
}

const oracle = "a board's tree with includes, macros and an overlay is the tree that dtc makes of it";
const hasOracle = hasProgram("dtc") && hasProgram("arm-none-eabi-gcc");
if (skipUnless(hasOracle, oracle, "dtc or arm-none-eabi-gcc is not installed")) {
  test(oracle, () => assertSame(read(files), compiled(files)));
}

const nodeAt = (tree: DeviceTree, path: string): DtNode => {
  const node = [...nodesOf(tree.root)].find((one) => one.path === path);
  assert.ok(node !== undefined, path);
  return node;
};

test("addresses go through the ranges of the bus, interrupts are lines of the NVIC", () => {
  const tree = read(files);
  const uart = nodeAt(tree, "/soc/peripheral@40000000/uart@89000");
  assert.equal(
    registersOf(uart).map(({ address, sizeBytes }) => [address, sizeBytes]),
    [
      [0x40089000, 0x1000],
      [0x40095000, 0x20],
    ],
  );
  assert.equal(
    interruptLinesOf(uart).map(({ line }) => line),
    [17, 18],
  );
  assert.is(isOkay(uart), true);
  assert.is(chosen(tree, "zephyr,console")?.node, uart);
  assert.is(chosen(tree, "stdout-path")?.node, uart, "a path in a string is followed, too");
});

test("the place of a value is where the last text that set it stands", () => {
  const tree = read(files);
  const status = nodeAt(tree, "/soc/peripheral@40000000/uart@89000").properties.get("status");
  assert.is(status?.span.file, `${folder}board.dts`);
  assert.is(
    readFileSync(status?.span.file ?? "", "utf8").split("\n")[(status?.span.line ?? 0) - 1],
    '    status = "okay";',
  );
  const memory = registersOf(nodeAt(tree, "/memory@20020000"))[0];
  assert.is(memory?.span.file, `${folder}app.overlay`);
});

const wrong: Readonly<Record<string, readonly [text: string, message: string, place: string]>> = {
  "a semicolon that is missing": ["/ {\n\ta = <1>\n\tb = <2>;\n};\n", "`;` is missing after the property `a`", "2:8"],
  "a node without end": ["/ {\n\tsoc {\n\t\ta;\n", "/soc has no end", "2:6"],
  "cells without end": ["/ {\n\ta = <1 2;\n};\n", "`;`: this is no number", "2:10"],
  "a label that there is not": ["/ { u0: a {}; };\n&u1 {\n};\n", "no node has the label or path `u1`", "2:1"],
  "a macro that there is not": ["/ {\n\ta = <MISSING>;\n};\n", "`MISSING`: no such macro", "2:7"],
  "a division by zero": ["/ {\n\ta = <(1 / 0)>;\n};\n", "`0`: this divides by zero", "2:12"],
  "a property behind a node": ["/ {\n\ta {};\n\tb;\n};\n", "the property `b` stands behind the node `a`", "3:2"],
  "a label given twice": ["/ {\n\tx: a {};\n\tx: b {};\n};\n", "the label `x` belongs to /a already", "3:5"],
  "binary garbage": ["\x7fELF\x01\x01\0\0", "a.dts is no text", "1:7"],
  "a text in another language": ["int main(void) { return 0; }\n", "a device tree cannot go on with `int`", "1:1"],
  "an include that cannot be found": ["#include <nxp/chip.dtsi>\n/ {};\n", "cannot find <nxp/chip.dtsi>", "1:10"],
  "an include of itself": ['#include "a.dts"\n/ {};\n', "a.dts includes itself without end", "1:10"],
};

for (const [name, [text, message, place]] of Object.entries(wrong)) {
  test(`${name} is one message with its place`, () => {
    try {
      readText(text);
    } catch (error) {
      assert.instance(error, InputError);
      const { diagnostics } = error as InputError;
      assert.equal(
        diagnostics.map((one) => one.message),
        [message],
      );
      const [label] = diagnostics[0]?.labels ?? [];
      assert.is(`${label?.line}:${label?.column}`, place);
      return;
    }
    assert.unreachable("nothing was found");
  });
}

test("a tree that is nested without end or larger than any is refused, not followed", () => {
  assert.throws(() => readText("/ {".padEnd(300_000, " a {")), /nested more than 64 deep/);
  assert.throws(() => readText(`/ { a = <${"(".repeat(5000)}1${")".repeat(5000)}>; };`), /nested too deeply/);
  assert.throws(() => readText("/ {};\n".repeat(200_000)), /is larger than/);
});

test("damaged trees are read or refused with places inside of them, never more", () => {
  const whole = files.map((name) => disk(name)).join("\n");
  const pieces = ["{", "}", ";", "<", ">", "&", '"', "/delete-node/", "\0", "(", ")", "=", "label: ", "#", "é", "/*"];
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(40),
    by: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
  });
  const runs = Number(process.env.FC_RUNS ?? 300);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let text = whole;
      for (const { at, length, by } of edits) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + by.join("") + text.slice(start + length);
      }
      try {
        read([`${folder}damaged.dts`], { [`${folder}damaged.dts`]: text });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const lines = text.split("\n").length;
        for (const { labels } of error.diagnostics) {
          for (const label of labels) assert.ok(label.line >= 1 && label.line <= lines + 60, JSON.stringify(label));
        }
      }
    }),
    { seed: Number(process.env.FC_SEED ?? 5), numRuns: runs },
  );
});

test.run();
