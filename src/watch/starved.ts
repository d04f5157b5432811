/** WAT01 and WAT06: VMs without a slice, and interrupts that wait for one. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Stopped } from "../check/stopped.ts";
import type { Machine } from "../machine/machine.ts";
import { watchDiagnostic } from "./codes.ts";
import { linesOf, lineText } from "./lines.ts";
import { placeOf } from "./place.ts";
import { lineWords, type Sight } from "./sight.ts";

/** Who keeps the processor, by the slices that ended without a switch. */
export interface Holder {
  vm: number;
  /** Slices in a row. */
  kept: number;
  readonly active: Uint32Array;
}

export const createHolder = (): Holder => ({ vm: -1, kept: 0, active: new Uint32Array(lineWords) });

export function keep(holder: Holder, vm: number, { core }: Machine): void {
  holder.kept = holder.vm === vm ? holder.kept + 1 : 1;
  holder.vm = vm;
  for (let word = 0; word < lineWords; word++) {
    holder.active[word] = (core.cpu.interruptActive[word] ?? 0) & (core.cpu.interruptTarget[word] ?? 0);
  }
}

export function explainStarved(starved: Sight, holding: Sight, holder: Holder, stopped: Stopped): Diagnostic {
  const { frames, where, labels } = placeOf(holding, stopped);
  const lines = linesOf(holder.active).map((line) => lineText(stopped.board, line));
  const since = starved.seen ? "gets no slice any more" : "never got a slice";
  const name = holding.partition.name;
  const message = `${starved.partition.name} ${since}: ${name} keeps the processor in ${lines.join(" and ")}`;
  return watchDiagnostic("WAT01", message, {
    labels,
    help: [
      `${holder.kept} slices of ${name} ended while that interrupt was active, and each time it got another one`,
      ...(frames.length === 0 ? [] : [`${name} stands${where}`]),
    ],
    vm: starved.partition.name,
    tick: stopped.tick,
  });
}

/** Interrupts that came while their VM was absent. */
export interface Late {
  count: number;
  longestCycles: number;
}

/** The VM comes back: lines that were low when it left and are high now. `level` is now's. */
export function countLate(late: Late, { owned, cells }: Sight, level: Uint32Array, absentCycles: number): void {
  for (let word = 0; word < lineWords; word++) {
    const now = (level[word] ?? 0) & (owned[word] ?? 0);
    if (now === 0) continue;
    const risen = now & ~(cells.level[word] ?? 0);
    for (let bits = risen; bits !== 0; bits &= bits - 1) late.count++;
    if (risen !== 0) late.longestCycles = Math.max(late.longestCycles, absentCycles);
  }
}

export function explainLate({ count }: Late, sight: Sight, stopped: Stopped, milliseconds: number): Diagnostic {
  const times = count === 1 ? "an interrupt" : `${count} interrupts`;
  const { name } = sight.partition;
  return watchDiagnostic("WAT06", `${times} of ${name} came while another VM had the processor`, {
    help: [`the longest may have waited ${milliseconds.toFixed(1)} ms`],
    vm: name,
    tick: stopped.tick,
  });
}
