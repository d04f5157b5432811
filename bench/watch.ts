/** Question 7: what do the watchers cost that look at every run? Processor time, as other jobs do not count in it. */
import { beatsPerSecond } from "../src/base/beat.ts";
import { createObserver } from "../src/cli/observer.ts";
import type { Sink } from "../src/machine/sink.ts";
import { powerOn } from "../src/system/power-on.ts";
import type { System } from "../src/system/system.ts";
import { createInputQueue } from "../src/time/input.ts";
import { advance } from "../src/time/session.ts";
import { kernelElf, openWith } from "./engines.ts";
import { extraCost, type Row } from "./row.ts";

/** As `run` does it: a look every 20 ms of virtual time. */
const pieceBeats = beatsPerSecond / 50;

function costOf(system: System, seconds: number): string {
  const watching = createObserver(system, { watches: true });
  const other = createObserver(system, { watches: false });
  const heard = { by: watching };
  const sink: Sink = {
    output: (device, port, byte, beat) => heard.by.sink.output(device, port, byte, beat),
    moment: (kind, fields) => heard.by.sink.moment(kind, fields),
    gap: (what) => heard.by.sink.gap(what),
  };
  const machine = powerOn(system, sink, (built) => {
    watching.attach(built);
    other.attach(built);
  });
  const inputs = createInputQueue();
  return extraCost((watches) => {
    heard.by = watches ? watching : other;
    const end = machine.now() + seconds * beatsPerSecond;
    while (machine.now() < end) {
      advance(machine, inputs, { beat: Math.min(machine.now() + pieceBeats, end) });
      heard.by.look();
    }
  });
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
      measured: costOf(idle, 10),
      target: "at most 2 %",
    },
    {
      question: "watching two busy VMs against not, processor time",
      measured: costOf(busy, 0.5),
      target: "at most 2 %",
    },
  ];
}
