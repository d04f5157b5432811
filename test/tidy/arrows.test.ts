import { test } from "uvu";
import { acyclicRule, arrowRule, islandRule, leftOverRule } from "./arrows.ts";
import { accepts, finds } from "./planted.ts";

const arrows = arrowRule({
  base: { from: [], outside: ["xxhash-wasm"] },
  device: { from: ["base"] },
  machine: { from: ["base", "device/device.ts"], typesFrom: ["board/board.ts"] },
  board: { from: ["base", "device", "machine"], outside: "any" },
});

test("imports along the arrows pass, in a folder itself too", () => {
  accepts(arrows, {
    "src/device/uart.ts": 'import { x } from "../base/int.ts";\nimport { y } from "./device.ts";\n',
    "src/machine/bus.ts":
      'import type { D } from "../device/device.ts";\nimport type { B } from "../board/board.ts";\n',
    "src/base/hash.ts": 'import h from "xxhash-wasm";\n',
    "src/board/lpc55s69/pins.ts": 'import { z } from "../../device/uart.ts";\nimport * as fs from "node:fs";\n',
  });
});

test("an import against the arrows is found in every form it can take", () => {
  const forms = [
    'import { a } from "../board/a.ts";',
    'import type { B } from "../board/b.ts";',
    'import "../board/c.ts";',
    'export * from "../board/d.ts";',
    'type E = import("../board/e.ts").E;',
    'const f = await import("../board/f.ts");',
  ];
  for (const form of forms) {
    const letter = /board\/(\w)/.exec(form)?.[1];
    finds(arrows, { "src/base/x.ts": `\n${form}\n` }, `src/base/x.ts:2 base may not import board/${letter}.ts`);
  }
});

test("a folder open for one file only, or for types only, stays closed otherwise", () => {
  finds(
    arrows,
    { "src/machine/x.ts": 'import { u } from "../device/uart.ts";\nimport { b, type C } from "../board/board.ts";\n' },
    "src/machine/x.ts:1 machine may not import device/uart.ts",
    "src/machine/x.ts:2 imports more than types from board/board.ts",
  );
});

test("inner folders see no package and no host module that their row does not name", () => {
  finds(
    arrows,
    { "src/device/x.ts": 'import { readFileSync } from "node:fs";\nimport z from "zod";\n' },
    "src/device/x.ts:1 device may not import the package node:fs",
    "src/device/x.ts:2 device may not import the package zod",
  );
});

test("a file outside of every folder and a folder without a row are found", () => {
  finds(
    arrows,
    { "src/x.ts": "", "src/gadget/x.ts": "" },
    "src/x.ts lies in no folder of src/",
    "src/gadget/x.ts src/gadget has no row in test/tidy/arrows.ts",
  );
});

test("src and assembly do not meet, and nobody imports test or bench", () => {
  finds(
    islandRule,
    {
      "src/core/x.ts": 'import { a } from "../../assembly/run.ts";',
      "assembly/y.ts": 'import { b } from "../src/base/int";',
      "src/cli/z.ts": 'import { c } from "../../test/support/c.ts";',
      "bench/w.ts": 'import { d } from "../test/support/d.ts";',
      "test/v.ts": 'import { e } from "../src/base/e.ts"; import { f } from "../bench/f.ts";',
    },
    "src/core/x.ts:1 src may not import from assembly",
    "assembly/y.ts:1 assembly may not import from src",
    "src/cli/z.ts:1 src may not import from test",
    "bench/w.ts:1 bench may not import from test",
  );
});

test("a cycle in the engine is found, generated modules included, and a diamond is none", () => {
  const diamond = {
    "assembly/run.ts": 'import { a } from "./mem/a"; import { b } from "./mem/b";',
    "assembly/mem/a.ts": 'import { l } from "../gen/layout";',
    "assembly/mem/b.ts": 'import { l } from "../gen/layout";',
    "assembly/gen/layout.ts": "",
  };
  accepts(acyclicRule, diamond);
  finds(
    acyclicRule,
    { ...diamond, "assembly/gen/layout.ts": 'import { r } from "../run";' },
    "assembly/run.ts is in a cycle: assembly/run.ts -> assembly/mem/a.ts -> assembly/gen/layout.ts -> assembly/run.ts",
  );
});

test("a file that nobody imports is found, an entry and a test's reference are not", () => {
  finds(
    leftOverRule,
    {
      "src/cli/main.ts": 'import "../base/used.ts"; const { a } = await import("../base/lazy.ts");',
      "src/base/used.ts": "",
      "src/base/lazy.ts": "",
      "src/isa/evaluate.ts": "",
      "src/base/old.ts": 'import "./old.ts";',
      "src/core/webassembly.d.ts": "",
      "test/isa/evaluate.test.ts": 'import { e } from "../../src/isa/evaluate.ts";',
    },
    "src/base/old.ts is imported by nobody",
  );
});

test.run();
