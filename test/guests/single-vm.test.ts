import { test } from "uvu";
import * as assert from "uvu/assert";
import { startExample } from "./example.ts";

test("the kernel alone is never switched, and its clock is exact", async () => {
  const example = await startExample("single-vm");
  example.runTo(5.3);
  const uptimes = example.lines("flexcomm2").filter((line) => line.includes("uptime"));
  assert.equal(
    uptimes,
    [0, 1, 2, 3, 4, 5].map((second) => `VM1: uptime ${second * 1000} ms`),
  );
  assert.equal(
    example.moments.filter(({ kind }) => kind === "switch" || kind === "slice"),
    [],
  );
  const seconds = uptimes.map((line) => example.secondOf("flexcomm2", line));
  for (const [index, second] of seconds.entries()) {
    if (index < 2) continue;
    const distance = second - (seconds[index - 1] ?? 0);
    assert.ok(Math.abs(distance - 1) < 20e-6, `${distance} s between two lines`);
  }
});

test("a key typed long after the last line still wakes it", async () => {
  const example = await startExample("single-vm");
  example.runTo(1.7);
  example.machine.input("flexcomm2", "rx", new TextEncoder().encode("still there?\r"));
  example.runTo(1.75);
  assert.is(example.lines("flexcomm2").at(-1), 'VM1: echo "still there?"');
});

test.run();
