/**
 * Question 2: what do two VMs with 10 ms slices cost against one. Both VMs are busy all the time with the same kernel,
 * built for two addresses. Without slices, the VM that is in has the machine for itself.
 */
import { beatsPerSecond } from "../src/base/beat.ts";
import { kernelElf, systemWith } from "./engines.ts";
import { extraCost, type Row } from "./row.ts";

const forEver = 1_000_000;
const warmUpBeats = 8 * beatsPerSecond;
/** As many with slices as without: about a virtual second. */
const stretchTicks = 12_000_000;
/** SYST_CSR. */
const tickint = 2;

export async function sliceRows(): Promise<Row[]> {
  const images = { baremetal: kernelElf("integer", "vm0", forEver), kernel: kernelElf("integer", "vm1", forEver) };
  const { machine } = (await systemWith("two-vms", images)).start();
  machine.run({ beat: machine.now() + warmUpBeats });
  const { systickCsr } = machine.core.cpu;
  const cost = extraCost((sliced) => {
    // The timer of the slices goes on in any case; the hypervisor hears of it, or not.
    const others = (systickCsr[1] ?? 0) & ~tickint;
    systickCsr[1] = sliced ? others | tickint : others;
    machine.run({ tick: machine.tick() + stretchTicks });
  });
  return [{ question: "two busy VMs with 10 ms slices against one", measured: cost, target: "at most 3 %" }];
}
