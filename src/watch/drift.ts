/**
 * WAT07: how far a guest's SysTick falls behind virtual time. While its VM is absent the counter stands; what the
 * hypervisor makes up for when the VM returns is known from the count that it saved (src/monitor/crosscon/vtimer.ts).
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Stopped } from "../check/stopped.ts";
import { resumedCount } from "../monitor/crosscon/vtimer.ts";
import { watchDiagnostic } from "./codes.ts";
import type { Sight } from "./sight.ts";

/** Less than this is what a good virtual timer loses. */
const tolerance = 0.05;

export interface Drift {
  /** Cycles that the guest's clock did not see. */
  lost: number;
}

export const createDrift = (): Drift => ({ lost: 0 });

/** Counts that were left when the VM lost the processor; -1 where its SysTick did not count core cycles. */
function savedCount({ cpu, leftCycle }: Sight): number {
  if (cpu.systickCyclesPerCount[0] !== 1) return -1;
  const zero = (cpu.systickZeroHigh[0] ?? 0) * 2 ** 32 + (cpu.systickZeroLow[0] ?? 0);
  return Math.max(0, zero - leftCycle);
}

export function comeBack(
  drift: Drift,
  sight: Sight,
  absentCycles: number,
  { vmCount, compensated }: { readonly vmCount: number; readonly compensated: boolean },
): void {
  const saved = savedCount(sight);
  if (saved < 0) return;
  const resumed = resumedCount(saved, vmCount, compensated);
  drift.lost += Math.max(0, absentCycles - (resumed === 1 ? saved : saved - resumed));
}

/** Guest time for one second of virtual time. */
export const factorOf = ({ lost }: Drift, cycles: number): number => (cycles === 0 ? 1 : 1 - lost / cycles);

export const isWrong = (drift: Drift, cycles: number): boolean => 1 - factorOf(drift, cycles) > tolerance;

export function explainDrift(
  { partition, cpu }: Sight,
  drift: Drift,
  {
    cycles,
    seconds,
    compensated,
  }: { readonly cycles: number; readonly seconds: number; readonly compensated: boolean },
  stopped: Stopped,
): Diagnostic {
  const factor = factorOf(drift, cycles);
  const period = `${((((cpu.systickRvr[0] ?? 0) + 1) * seconds * 1000) / cycles).toFixed(2)} ms`;
  const why = compensated
    ? `the hypervisor makes up for one slice of the others, and for one tick (here every ${period}) at most`
    : "it stands still while other VMs run (`vtimer: frozen`)";
  const message =
    `the clock of ${partition.name} runs at ${factor.toFixed(3)} of real time: ` +
    `${(seconds * factor).toFixed(2)} s in ${seconds.toFixed(2)} s`;
  return watchDiagnostic("WAT07", message, { help: [why], vm: partition.name, tick: stopped.tick });
}
