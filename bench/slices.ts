/**
 * Question 2: what do two VMs with 10 ms slices cost against one. Both VMs are busy all the time with the same kernel,
 * built for two addresses. The pieces are short and many, and the fastest tenth counts: whatever else the machine does
 * only ever slows a piece down, by more than what is asked for here.
 */
import { beatsPerSecond } from "../src/base/beat.ts";
import type { Machine } from "../src/machine/machine.ts";
import { kernelElf, systemWith } from "./engines.ts";
import { type Row, timed } from "./row.ts";

const forEver = 1_000_000;
const warmUpBeats = 8 * beatsPerSecond;
const pieces = 100;
const pieceBeats = beatsPerSecond;

export async function sliceRows(): Promise<Row[]> {
  const first = kernelElf("integer", "vm0", forEver);
  const second = kernelElf("integer", "vm1", forEver);
  const one = (await systemWith("single-vm", { kernel: second })).start().machine;
  const two = (await systemWith("two-vms", { baremetal: first, kernel: second })).start().machine;
  for (const machine of [one, two]) machine.run({ beat: machine.now() + warmUpBeats });
  const alone: number[] = [];
  const shared: number[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    alone.push(millisecondsPerTick(one));
    shared.push(millisecondsPerTick(two));
  }
  const cost = `${((undisturbed(shared) / undisturbed(alone) - 1) * 100).toFixed(1)} %`;
  return [{ question: "two busy VMs with 10 ms slices against one", measured: cost, target: "at most 3 %" }];
}

function millisecondsPerTick(machine: Machine): number {
  const before = machine.tick();
  const milliseconds = timed(() => machine.run({ beat: machine.now() + pieceBeats }));
  return milliseconds / (machine.tick() - before);
}

const undisturbed = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[pieces / 10] ?? 0;
