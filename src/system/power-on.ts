/**
 * Puts a system together and switches it on: a machine with its images in memory, and a monitor in charge where there
 * is one.
 */
import type { Machine } from "../machine/machine.ts";
import { createMachine } from "../machine/machine.ts";
import type { Sink } from "../machine/sink.ts";
import { createCrosscon } from "../monitor/crosscon/crosscon.ts";
import { attachMonitor, monitorHost } from "../monitor/host.ts";
import type { System } from "./system.ts";

/**
 * Everything is in place and the hypervisor's boot has run up to the first entry of a guest. `built` is called before
 * that, while the machine is still silent.
 */
export function powerOn(system: System, sink: Sink, built: (machine: Machine) => void = () => {}): Machine {
  const machine = createMachine(system.board, system.seed, sink);
  built(machine);
  for (const { image } of system.images) {
    for (const segment of image.segments) {
      if (segment.zeroFillBytes > 0) {
        machine.program(segment.address + segment.bytes.length, new Uint8Array(segment.zeroFillBytes));
      }
    }
    for (const segment of image.segments) machine.program(segment.address, segment.bytes);
  }
  if (system.hypervisor.kind === "none") {
    machine.core.calls.startAtVector();
    return machine;
  }
  const { model, switches, kind } = system.hypervisor;
  const monitor = createCrosscon(model, switches, monitorHost(machine), kind);
  attachMonitor(machine, monitor);
  monitor.boot();
  return machine;
}
