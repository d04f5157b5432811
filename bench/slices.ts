/**
 * Question 2: what do two VMs with 10 ms slices cost against one. Both VMs are busy all the time. They run two builds
 * of the kernel at two addresses, of which the lone VM runs one: so the monitor's own share is measured as well.
 */
import { beatsPerSecond } from "../src/base/beat.ts";
import type { Machine } from "../src/machine/machine.ts";
import { kernelElf, systemWith } from "./engines.ts";
import { median, type Row, timed } from "./row.ts";

const forEver = 1_000_000;
const rounds = 7;
const pieceBeats = 4 * beatsPerSecond;

export async function sliceRows(): Promise<Row[]> {
  const first = kernelElf("integer", "vm0", forEver);
  const second = kernelElf("integer", "vm1", forEver);
  const one = (await systemWith("single-vm", { kernel: second })).start().machine;
  const two = (await systemWith("two-vms", { baremetal: first, kernel: second })).start().machine;
  const pace = (machine: typeof one): number => {
    const before = machine.tick();
    const milliseconds = timed(() => machine.run({ beat: machine.now() + pieceBeats }));
    return (machine.tick() - before) / milliseconds;
  };
  pace(one);
  pace(two);
  const ratios = Array.from({ length: rounds }, () => pace(one) / pace(two));
  const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
  return [
    { question: "two busy VMs with 10 ms slices against one", measured: percent(median(ratios) - 1), target: "" },
    { question: "of it, in the monitor", measured: percent(monitorShare(two)), target: "at most 3 %" },
  ];
}

/** How much of its time a machine spends in what the monitor does on each entry. */
function monitorShare(machine: Machine): number {
  const { onTrap } = machine;
  if (onTrap === null) throw new Error("nobody monitors");
  let inside = 0;
  machine.onTrap = (address) => {
    inside += timed(() => onTrap(address));
  };
  const all = timed(() => machine.run({ beat: machine.now() + rounds * pieceBeats }));
  machine.onTrap = onTrap;
  return inside / all;
}
