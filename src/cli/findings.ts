/** What went wrong in a run, as diagnostics. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { explainFreeze, explainGap, explainLockup } from "../check/fault.ts";
import type { Stopped } from "../check/stopped.ts";
import { gaps } from "../isa/operations/gap.ts";
import type { System } from "../system/system.ts";
import type { Ran } from "./run-system.ts";
import { stoppedOf } from "./stopped.ts";

/** Faults that the VMs `mayFault` handle themselves are warnings. */
export function findingsOf(system: System, ran: Ran, mayFault: readonly string[]): Diagnostic[] {
  const ended = endOf(system, ran);
  const handled = ran.observer.guestFaults.diagnostics(ended.length === 0 ? null : ran.machine.tick());
  const judged = handled.map((one): Diagnostic => {
    return mayFault.includes(one.vm ?? "") ? { ...one, severity: "warning" } : one;
  });
  return [...judged, ...ended];
}

/** What is no fault and still wrong, as it was at the end. A VM that faulted stands where its handler left it. */
export function watchedOf(system: System, { machine, observer, machineStop }: Ran): Diagnostic[] {
  const { reason } = machineStop;
  const running = reason === "limit" || reason === "stop" || reason === "idle";
  const { guestFaults } = observer;
  const faulted = new Set(guestFaults.diagnostics(null).map(({ vm }) => vm));
  const found = observer.watch()?.findings(stoppedOf(system, machine, guestFaults.last()), running) ?? [];
  return found.filter(({ vm }) => !faulted.has(vm));
}

/** Why nothing runs any more, where that is so. */
function endOf(system: System, { machine, observer, machineStop }: Ran): Diagnostic[] {
  const vm = observer.names[observer.accounting.current()] ?? null;
  const freeze = observer.freeze();
  const stopped = (): Stopped => stoppedOf(system, machine, observer.guestFaults.last());
  if (freeze !== null) return [explainFreeze(freeze, stopped())];
  if (machineStop.reason === "lockup") return [explainLockup(stopped(), vm)];
  if (machineStop.reason === "gap") return [explainGap(stopped(), vm, gaps[machineStop.index] ?? "an instruction")];
  return [];
}
