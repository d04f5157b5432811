/**
 * WAT07: guest time against virtual time. While a VM is absent its SysTick stands; what the hypervisor makes up for
 * when it returns is known from the count that it saved (src/monitor/crosscon/vtimer.ts). What the guest's kernel has
 * counted says all of it, where a lens can read that: also that the guest was built for another clock.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Stopped } from "../check/stopped.ts";
import { resumedCount } from "../monitor/crosscon/vtimer.ts";
import { watchDiagnostic } from "./codes.ts";
import type { Sight } from "./sight.ts";
import type { Measured } from "./uptime.ts";

/** Less than this is what a good virtual timer loses. */
const tolerance = 0.05;

export interface Drift {
  /** Cycles that the guest's SysTick did not see. */
  lost: number;
}

export const createDrift = (): Drift => ({ lost: 0 });

/** Counts that were left when the VM lost the processor; -1 where its SysTick did not count core cycles. */
function savedCount({ cells, leftCycle }: Sight): number {
  if (cells.timerCyclesPerCount[0] !== 1) return -1;
  const zero = (cells.timerZeroHigh[0] ?? 0) * 2 ** 32 + (cells.timerZeroLow[0] ?? 0);
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

/** SysTick's time for one second of virtual time. */
export const factorOf = ({ lost }: Drift, cycles: number): number => (cycles === 0 ? 1 : 1 - lost / cycles);

export const isWrong = (drift: Drift, cycles: number): boolean => 1 - factorOf(drift, cycles) > tolerance;

export interface Timing {
  /** Since the VM's first entry. */
  readonly cycles: number;
  readonly seconds: number;
  readonly compensated: boolean;
  /** What the guest's kernel has counted; null where no lens reads it, or for too short a time. */
  readonly kernel: Measured | null;
  /** The clock that the guest was built for, and the one that it has; null where that is not known. */
  readonly builtForHertz: number | null;
  readonly clockHertz: number;
}

export function explainDrift({ partition, cpu }: Sight, drift: Drift, timing: Timing, stopped: Stopped): Diagnostic {
  const { cycles, seconds, compensated, kernel, builtForHertz, clockHertz } = timing;
  const timer = factorOf(drift, cycles);
  const whole = kernel ?? { factor: timer, seconds };
  const help: string[] = [];
  if (isWrong(drift, cycles)) {
    const period = `${((((cpu.systickRvr[0] ?? 0) + 1) * 1000) / clockHertz).toFixed(2)} ms`;
    const why = compensated
      ? `the hypervisor makes up for one slice of the others, and for one tick (here every ${period}) at most`
      : "it stands still while other VMs run (`vtimer: frozen`)";
    help.push(`its SysTick counts ${timer.toFixed(3)} of what passes: ${why}`);
  }
  if (builtForHertz !== null && builtForHertz !== clockHertz) help.push(...builtText(builtForHertz, clockHertz));
  else if (kernel !== null && Math.abs(1 - kernel.factor / timer) > 2 * tolerance)
    help.push(`the rest is the guest's own: it counts ${(kernel.factor / timer).toFixed(3)} of what its SysTick does`);
  const times = whole.factor > 0 ? `, ${timesText(whole.factor)}` : "";
  const message =
    `the clock of ${partition.name} runs at ${whole.factor.toFixed(3)} of real time${times}: ` +
    `${(whole.seconds * whole.factor).toFixed(2)} s in ${whole.seconds.toFixed(2)} s`;
  return watchDiagnostic("WAT07", message, { help, vm: partition.name, tick: stopped.tick });
}

const timesText = (factor: number): string =>
  factor < 1 ? `${(1 / factor).toFixed(1)} times too slow` : `${factor.toFixed(1)} times too fast`;

const builtText = (built: number, has: number): string[] => [
  `it was built for a clock of ${megahertz(built)}, and the one that the hypervisor gives it has ${megahertz(has)}: ` +
    `a factor of ${(built / has).toFixed(1)}`,
  `in Zephyr that is CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=${has}, with CMSIS SystemCoreClock`,
];

const megahertz = (hertz: number): string => `${Number((hertz / 1e6).toFixed(3))} MHz`;
