/** Question 2: what do two VMs with 10 ms slices cost against one. Both VMs are busy all the time. */
import { beatsPerSecond } from "../src/base/beat.ts";
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
  const cost = `${((median(ratios) - 1) * 100).toFixed(1)} %`;
  return [{ question: "two busy VMs with 10 ms slices against one", measured: cost, target: "at most 3 %" }];
}
