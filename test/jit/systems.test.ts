/** Whole systems, devices, hypervisor and switches between VMs included. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernelElf, openWith } from "../../bench/engines.ts";
import { beatsPerSecond } from "../../src/base/beat.ts";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { attachJit, type JitOptions, usual } from "../../src/jit/jit.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";

const seed = Number(process.env.SEED ?? 20261121);
const silent = { output: () => {}, moment: () => {}, gap: () => {} };
const quick: JitOptions = { ...usual, periodTicks: 503, samples: 1, moreSamples: 2, sightings: 1, blocksPerLook: 64 };

const stateOf = (machine: Machine): Buffer => Buffer.concat(hashedParts(machine).map((part) => Buffer.from(part)));

/** Both engines, compared where pieces of random length end. */
function compare(name: string, system: System, ticks: number, beats: number): Machine {
  const random = seeded(seed);
  const plain = powerOn(system, silent);
  const compiled = powerOn(system, silent, ({ core }) => attachJit(core, quick));
  while (plain.tick() < ticks && plain.now() < beats) {
    const next = plain.tick() + 1 + nextBelow(random, 60_000);
    const stops = [plain, compiled].map((machine) => machine.run({ tick: next, beat: beats }).reason);
    assert.is(compiled.tick(), plain.tick(), `${name}: ticks, SEED=${seed}`);
    if (!stateOf(compiled).equals(stateOf(plain)))
      assert.unreachable(`${name} differs between the engines at tick ${plain.tick()}, SEED=${seed}`);
    if (stops[0] !== "limit") break;
  }
  return compiled;
}

for (const kernel of ["integer", "strings", "copy", "interrupt", "float"]) {
  test(`the ${kernel} kernel runs compiled as it is interpreted`, async () => {
    const system = await openWith("single-vm", { kernel: kernelElf(kernel, "vm1", 400) });
    const machine = compare(kernel, system, 4_000_000, 20 * beatsPerSecond);
    assert.ok(
      machine.core.scratch.nativeEntries > 50,
      `${machine.core.scratch.nativeEntries} times into compiled code`,
    );
  });
}

for (const example of ["two-vms", "ipc", "early-memset", "faults/mpu", "faults/stack-overflow"]) {
  test(`${example} runs compiled as it is interpreted`, async () => {
    compare(example, await openWith(example, {}), 6_000_000, 3 * beatsPerSecond);
  });
}

test.run();
