/** WAT02 and WAT04: a VM that sleeps through its slices, because nothing can wake it or what should wake it cannot. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { chainHelp } from "../check/call-chain.ts";
import type { Stopped } from "../check/stopped.ts";
import { labelAt } from "../check/window.ts";
import { watchDiagnostic } from "./codes.ts";
import { linesOf, lineText, notTargeted, type Obstacle, obstaclesOf, targetHelp } from "./lines.ts";
import { placeOf } from "./place.ts";
import { hasTimer, lineWords, type Sight } from "./sight.ts";

/** Cheap: nothing that is enabled could wake the VM, or something pending cannot reach it. */
export function isSuspect(sight: Sight): boolean {
  const { interruptEnabled, interruptTarget, interruptPending, interruptLevel } = sight.cpu;
  let enabled = 0;
  let raised = 0;
  for (let word = 0; word < lineWords; word++) {
    enabled |= (interruptEnabled[word] ?? 0) & (interruptTarget[word] ?? 0);
    raised |= (interruptPending[word] ?? 0) | (interruptLevel[word] ?? 0);
  }
  return raised !== 0 || (enabled === 0 && !hasTimer(sight));
}

export function explainSleep(sight: Sight, stopped: Stopped, seconds: number): Diagnostic | null {
  const [obstacle, ...others] = obstaclesOf(sight, stopped.board);
  if (obstacle !== undefined) return explainObstacle(sight, stopped, obstacle, others, seconds);
  if (hasTimer(sight) || linesOf(sight.cpu.interruptEnabled).length > 0) return null;
  const { frames, where, who, labels } = placeOf(sight, stopped);
  return watchDiagnostic("WAT02", `${sight.partition.name} sleeps${where}, and nothing can wake it`, {
    labels,
    help: [
      `for ${seconds.toFixed(1)} s: its SysTick is off and no interrupt is enabled in its NVIC`,
      ...chainHelp(frames),
    ],
    ...who,
    tick: stopped.tick,
  });
}

function explainObstacle(
  sight: Sight,
  stopped: Stopped,
  { line, why, owned }: Obstacle,
  others: readonly Obstacle[],
  seconds: number,
): Diagnostic {
  const { frames, where, who, labels } = placeOf(sight, stopped);
  const { board } = stopped;
  const device = board.devices.find(({ interrupts }) => Object.values(interrupts).includes(line));
  const window = sight.partition.devices.find(
    ({ physicalAddress: at, sizeBytes }) =>
      device !== undefined && device.base >= at.value && device.base - at.value < sizeBytes.value,
  );
  const granted =
    owned || window === undefined ? [] : [labelAt(window.span, `grants ${device?.name ?? ""}, but not its interrupt`)];
  const message = `${sight.partition.name} sleeps${where} while ${lineText(board, line)} is pending: ${why}`;
  return watchDiagnostic("WAT04", message, {
    labels: [...granted, ...labels],
    help: [
      `it has slept for ${seconds.toFixed(1)} s`,
      ...(owned ? [] : [`\`.interrupt_num = 1, .interrupts = (irqid_t[]) { 16 + ${line} }\` would give it to the VM`]),
      ...(why === notTargeted ? targetHelp(stopped) : []),
      ...others.map((other) => `${lineText(board, other.line)} is pending, too: ${other.why}`),
      ...chainHelp(frames),
    ],
    ...who,
    tick: stopped.tick,
  });
}
