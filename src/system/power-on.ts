/**
 * Puts a system together and switches it on: a machine with its images in memory, and a monitor in charge where there
 * is one. After a system reset the same happens again, with memory as it is.
 */
import type { Machine } from "../machine/machine.ts";
import { createMachine } from "../machine/machine.ts";
import type { Sink } from "../machine/sink.ts";
import { createCrosscon } from "../monitor/crosscon/crosscon.ts";
import { attachMonitor, monitorHost } from "../monitor/host.ts";
import { reconfigure } from "./reconfigure.ts";
import { attachSemihosting } from "./semihosting.ts";
import type { Start } from "./start.ts";
import type { System } from "./system.ts";

/**
 * Everything is in place; a firmware stands at its first instruction, an emulated hypervisor's boot has run up to the
 * first entry of a guest. `built` is called before that, while the machine is still silent.
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
  const start = startOf(machine, system);
  machine.onReset = start;
  start();
  return machine;
}

/** What happens after power-on and after every reset. */
function startOf(machine: Machine, { hypervisor }: System): () => void {
  if (hypervisor.kind === "firmware") {
    if (hypervisor.semihosting) attachSemihosting(machine);
    return () => startFirmware(machine, hypervisor.start);
  }
  const { model, switches, kind } = hypervisor;
  const monitor = createCrosscon(model, switches, monitorHost(machine), kind);
  attachMonitor(machine, monitor);
  machine.reconfigure = (values) => reconfigure(model, values, (other) => monitor.regrant(other));
  return () => monitor.boot();
}

const secure = 1;
const programCounter = 15;

function startFirmware({ core }: Machine, start: Start): void {
  if (start.kind === "vectors") {
    core.cpu.vtor[secure] = start.address;
    core.calls.startAtVector();
  } else core.cpu.r[programCounter] = start.address;
}
