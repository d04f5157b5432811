/** Question 7: what do the watchers cost that look at every run? Processor time, as other jobs do not count in it. */
import { beatsPerSecond } from "../src/base/beat.ts";
import { createObserver } from "../src/cli/observer.ts";
import { powerOn } from "../src/system/power-on.ts";
import type { System } from "../src/system/system.ts";
import { createInputQueue } from "../src/time/input.ts";
import { advance } from "../src/time/session.ts";
import { kernelElf, openWith } from "./engines.ts";
import { median, type Row } from "./row.ts";

const rounds = 7;
/** As `run` does it: a look every 20 ms of virtual time. */
const pieceBeats = beatsPerSecond / 50;

/** Microseconds of the processor from the first instruction to the end. */
function runTo(system: System, seconds: number, watches: boolean): number {
  const observer = createObserver(system, { watches });
  const machine = powerOn(system, observer.sink, (built) => observer.attach(built));
  const inputs = createInputQueue();
  const end = seconds * beatsPerSecond;
  const before = process.cpuUsage();
  while (machine.now() < end) {
    advance(machine, inputs, { beat: Math.min(machine.now() + pieceBeats, end) });
    observer.look();
  }
  const { user, system: kernel } = process.cpuUsage(before);
  return user + kernel;
}

function costOf(system: System, seconds: number): string {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Which of the two goes first changes, as the first may find a colder machine.
    const first = round % 2 === 0;
    const [one, other] = [runTo(system, seconds, first), runTo(system, seconds, !first)];
    if (round > 0) ratios.push(first ? one / other : other / one);
  }
  return `${((median(ratios) - 1) * 100).toFixed(1)} %`;
}

export async function watchRows(): Promise<Row[]> {
  const idle = await openWith("two-vms", {});
  const busy = await openWith("two-vms", {
    baremetal: kernelElf("strings", "vm0", 1_000_000),
    kernel: kernelElf("integer", "vm1", 1_000_000),
  });
  return [
    {
      question: "watching two idle VMs against not, processor time",
      measured: costOf(idle, 200),
      target: "at most 2 %",
    },
    {
      question: "watching two busy VMs against not, processor time",
      measured: costOf(busy, 20),
      target: "at most 2 %",
    },
  ];
}
