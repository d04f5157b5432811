import { test } from "uvu";
import * as assert from "uvu/assert";
import { readGlobals } from "./wasm.ts";

const text = (name: string): number[] => [name.length, ...Buffer.from(name)];
const section = (id: number, content: readonly number[]): number[] => [id, content.length, ...content];
const moduleOf = (...sections: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);

const importsOfAllKinds = section(2, [
  ...[5, ...text("env"), ...text("f"), 0, 0],
  ...[...text("env"), ...text("memory"), 2, 1, 1, 0x80, 2],
  ...[...text("env"), ...text("table"), 1, 0x70, 0, 1],
  ...[...text("env"), ...text("fixed"), 3, 0x7f, 0],
  ...[...text("env"), ...text("moving"), 3, 0x7e, 1],
]);
const definedOfAllTypes = section(6, [
  ...[6, 0x7f, 0, 0x41, 0x80, 0x01, 0x0b],
  ...[0x7e, 1, 0x42, 0x7f, 0x0b],
  // The value bytes hold the opcode of `end`, which must not end anything.
  ...[0x7d, 0, 0x43, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b],
  ...[0x7c, 1, 0x44, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b, 0x0b],
  ...[0x7f, 0, 0x23, 0x00, 0x0b],
  ...[0x7f, 1, 0x41, 0x00, 0x0b],
]);

test("mutable globals are told from constant ones, imported and defined, whatever their type", () => {
  const bytes = moduleOf(section(1, [1, 0x60, 0, 0]), importsOfAllKinds, definedOfAllTypes);
  assert.ok(WebAssembly.validate(bytes), "the hand-made module is one");
  const mutable = readGlobals(bytes).filter((one) => one.mutable);
  assert.equal(mutable, [
    { index: 1, mutable: true, imported: "env.moving" },
    { index: 3, mutable: true, imported: null },
    { index: 5, mutable: true, imported: null },
    { index: 7, mutable: true, imported: null },
  ]);
});

test("a module without globals has none, and anything else is refused", () => {
  assert.equal(readGlobals(moduleOf()), []);
  assert.throws(() => readGlobals(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0])), /not a Wasm module/);
});

test.run();
