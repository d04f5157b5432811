/** What went wrong in a run, as diagnostics. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { explainFreeze, explainGap, explainLockup } from "../check/fault.ts";
import { gaps } from "../isa/operations/gap.ts";
import type { System } from "../system/system.ts";
import type { Ran } from "./run-system.ts";
import { stoppedOf } from "./stopped.ts";

export function findingsOf(system: System, ran: Ran): Diagnostic[] {
  const { machine, observer } = ran;
  const freeze = observer.freeze();
  const handled = observer.guestFaults.diagnostics(freeze === null ? null : machine.tick());
  return [...handled, ...endOf(system, ran)];
}

/** Why nothing runs any more, where that is so. */
function endOf(system: System, { machine, observer, machineStop }: Ran): Diagnostic[] {
  const vm = observer.names[observer.accounting.current()] ?? null;
  const freeze = observer.freeze();
  if (freeze !== null) return [explainFreeze(freeze, stoppedOf(system, machine))];
  if (machineStop.reason === "lockup") return [explainLockup(stoppedOf(system, machine), vm)];
  if (machineStop.reason === "gap") {
    return [explainGap(stoppedOf(system, machine), vm, gaps[machineStop.index] ?? "an instruction")];
  }
  return [];
}
