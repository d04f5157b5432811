/** The kernel guest alone: what it must survive and keep apart. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { type Example, openExample, start } from "./example.ts";

const system = await openExample("single-vm");
const device = "flexcomm2";

const entrySecond = (example: Example): number => example.machine.now() / beatsPerSecond;

function type(example: Example, text: string): void {
  example.machine.input(device, "rx", new TextEncoder().encode(text));
}

const known = /^VM1: (kernel on USART2, 2 threads|entropy [0-9a-f]{8}|uptime \d+ ms|echo "[^"]*")$/;

test("what is typed while the kernel boots never stops it, and is not lost once the console listens", () => {
  let answered = 0;
  for (let step = 0; step <= 20; step++) {
    const example = start(system);
    const begin = entrySecond(example);
    example.runTo(begin + step * 0.000_4);
    type(example, "early\r");
    example.runTo(begin + 1.1);
    const lines = example.lines(device);
    assert.is(lines.filter((line) => line.startsWith("VM1: uptime")).length, 2, `typed after ${step * 400} us`);
    if (lines.includes('VM1: echo "early"')) answered++;
  }
  assert.ok(answered > 10, `${answered} of 21`);
});

test("a thread that is preempted while it prints keeps its line whole", () => {
  const text = "x".repeat(40);
  for (let step = 0; step < 10; step++) {
    const example = start(system);
    const begin = entrySecond(example);
    // The answer takes 5 ms to print; the uptime line is due a second after the start of the kernel.
    example.runTo(begin + 0.998 + step * 0.000_8);
    type(example, `${text}\r`);
    example.runTo(begin + 1.05);
    const lines = example.lines(device);
    assert.equal(
      lines.filter((line) => !known.test(line)),
      [],
      `typed ${step * 800} us later`,
    );
    assert.ok(lines.includes(`VM1: echo "${text}"`) && lines.includes("VM1: uptime 1000 ms"));
  }
});

test("more than the console can answer is dropped, and it goes on", () => {
  const example = start(system);
  const begin = entrySecond(example);
  example.runTo(begin + 0.1);
  type(example, `${"a".repeat(30)}\r`.repeat(30));
  example.runTo(begin + 2.05);
  const lines = example.lines(device);
  assert.equal(
    lines.filter((line) => !known.test(line)),
    [],
  );
  const echoes = lines.filter((line) => /^VM1: echo "a+"$/.test(line));
  assert.ok(echoes.length > 10 && echoes.length < 30, `${echoes.length} lines came back`);
  assert.is(echoes[0], `VM1: echo "${"a".repeat(30)}"`);
  assert.ok(lines.includes("VM1: uptime 2000 ms"));
});

test("it uses what its configuration grants it for: no model gap, no fault", () => {
  const example = start(system);
  example.runTo(1);
  assert.equal(example.gaps, []);
  assert.equal(
    example.moments.filter((moment) => moment.kind === "fault"),
    [],
  );
});

test.run();
