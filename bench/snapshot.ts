/** Question 4: what do a snapshot and its restoring cost, warm. */
import Benchmark from "benchmark";
import { beatsPerSecond } from "../src/base/beat.ts";
import { restoreSnapshot, takeSnapshot } from "../src/machine/snapshot.ts";
import { kernelElf, systemWith } from "./engines.ts";
import type { Row } from "./row.ts";

/** Mean microseconds of one call. The work is a closure: with a `setup` benchmark.js would recompile it from text. */
function microseconds(name: string, work: () => unknown): number {
  const bench = new Benchmark(name, work);
  bench.run();
  const failure: unknown = bench.error;
  if (failure !== undefined) throw failure;
  return (bench.stats?.mean ?? Number.NaN) * 1e6;
}

export async function snapshotRows(): Promise<Row[]> {
  const { machine } = (await systemWith("single-vm", { kernel: kernelElf("integer", "vm1", 100_000) })).start();
  machine.run({ beat: beatsPerSecond });
  const kept = takeSnapshot(machine);
  const take = microseconds("take", () => takeSnapshot(machine));
  const restore = microseconds("restore", () => restoreSnapshot(machine, kept));
  return [
    { question: "snapshot of the whole machine", measured: `${take.toFixed(0)} us`, target: "100 us" },
    { question: "restore of the whole machine", measured: `${restore.toFixed(0)} us`, target: "100 us" },
  ];
}
