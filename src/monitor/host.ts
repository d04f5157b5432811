/** What a monitor may touch, over a machine. */
import type { Machine } from "../machine/machine.ts";
import type { Monitor, MonitorHost } from "./monitor.ts";

export function monitorHost(machine: Machine): MonitorHost {
  const { core, places, sink } = machine;
  const { calls } = core;
  return {
    cpu: core.cpu,
    state: (block) => places.place(block.name, block),
    read: (address, width) => calls.busRead(address, width) >>> 0,
    write: (address, width, value) => calls.busWrite(address, value, width),
    program(address, bytes) {
      if (!machine.program(address, bytes))
        throw new Error(`no memory at 0x${address.toString(16)} for a monitor's stub`);
    },
    setTrapRange(base, limit) {
      core.board.trapBase = base;
      core.board.trapLimit = limit;
      calls.dropBlocks();
    },
    exceptionReturn: (excReturn) => calls.exceptionReturn(excReturn),
    branchNonSecure: (address) => calls.branchNonSecure(address),
    stackPointer: (index) => calls.readStackPointer(index) >>> 0,
    setStackPointer: (index, value) => calls.writeStackPointer(index, value),
    charge: (cycles) => machine.passCycles(cycles),
    freeze(why, fields) {
      sink.moment("freeze", { why, ...fields });
      machine.freeze();
    },
    moment: (kind, fields) => sink.moment(kind, fields),
    cycle: () => core.cycle(),
  };
}

/** Put a monitor in charge of a machine's Secure entry points. */
export function attachMonitor(machine: Machine, monitor: Monitor): void {
  machine.onTrap = (address) => monitor.trap(address);
  machine.currentVm = () => monitor.currentVm();
  machine.savedProcessor = (vm) => monitor.saved(vm);
}
