import { test } from "uvu";
import * as assert from "uvu/assert";
import { startExample } from "./example.ts";

test("the pair exchanges numbered messages through the shared page, each console telling its side", async () => {
  const example = await startExample("ipc");
  example.runTo(1.6);
  const numbers = [1, 2, 3, 4, 5];
  assert.equal(example.lines("flexcomm3"), [
    "ping: shared page at 20017000",
    ...numbers.flatMap((n) => [
      `ping: #${n} square of ${n + 6}?`,
      `ping: #${n} answer ${(n + 6) ** 2}, "with regards"`,
    ]),
  ]);
  assert.equal(example.lines("flexcomm2"), [
    "pong: shared page at 20017000",
    ...numbers.map((n) => `pong: #${n} asks "square" of ${n + 6}`),
  ]);
  assert.equal(example.gaps, []);
});

test("each message is one hypercall of its sender and one injected interrupt of its receiver", async () => {
  const example = await startExample("ipc");
  example.runTo(1.6);
  const calls = example.moments.filter(({ kind }) => kind === "hypercall").map(({ fields }) => fields);
  const injected = example.moments.filter(({ kind }) => kind === "inject").map(({ fields }) => fields);
  const sides = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
  assert.equal(
    calls.map(({ vm, id, r1, r2, result }) => [vm, id, r1, r2, result]),
    sides.map((vm) => [vm, 1, 0, 0, 0]),
  );
  assert.equal(
    injected.map(({ vm, interrupt }) => [vm, interrupt]),
    sides.map((vm) => (vm === 0 ? [1, 79] : [0, 78])),
  );
});

test("an answer takes two switches: it comes within three slices", async () => {
  const example = await startExample("ipc");
  example.runTo(1.6);
  for (const n of [1, 2, 3, 4, 5]) {
    const asked = example.secondOf("flexcomm3", `ping: #${n} square of ${n + 6}?`);
    const answered = example.secondOf("flexcomm3", `ping: #${n} answer ${(n + 6) ** 2}, "with regards"`);
    assert.ok(answered > asked && answered - asked < 0.031, `#${n} took ${answered - asked} s`);
  }
});

test.run();
