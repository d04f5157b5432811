/**
 * Windows onto state that a switch moves as wholes: made once, so that a switch is a few copies and not a few hundred
 * element accesses. They hold nothing themselves.
 */
import type { MonitorHost } from "../monitor.ts";
import { mpuRegions, sauEntries } from "./platform.ts";
import type { CrossconState } from "./state.ts";

export interface VmCells {
  /** R4-R11. */
  readonly callee: Uint32Array;
  readonly mpuRbar: Uint32Array;
  readonly mpuRlar: Uint32Array;
  readonly sauRbar: Uint32Array;
  readonly sauRlar: Uint32Array;
}

/** The same of the processor. */
export type CpuCells = VmCells;

/** Windows of the same length; for a few words a loop is faster than `set`. */
export function copyWords(from: Uint32Array, to: Uint32Array): void {
  for (let index = 0; index < to.length; index++) to[index] = from[index] ?? 0;
}

/** Part of an array field; every field of words is a Uint32Array. */
const words = (field: ArrayLike<number>, from: number, count: number): Uint32Array =>
  (field as Uint32Array).subarray(from, from + count);

export const vmCells = (state: CrossconState, vm: number): VmCells => ({
  callee: words(state.callee, vm * 8, 8),
  mpuRbar: words(state.mpuRbar, vm * mpuRegions, mpuRegions),
  mpuRlar: words(state.mpuRlar, vm * mpuRegions, mpuRegions),
  sauRbar: words(state.sauRbar, vm * sauEntries, sauEntries),
  sauRlar: words(state.sauRlar, vm * sauEntries, sauEntries),
});

export const cpuCells = ({ cpu }: MonitorHost): CpuCells => ({
  callee: words(cpu.r, 4, 8),
  mpuRbar: words(cpu.mpuRbarNs, 0, mpuRegions),
  mpuRlar: words(cpu.mpuRlarNs, 0, mpuRegions),
  sauRbar: words(cpu.sauRbar, 0, sauEntries),
  sauRlar: words(cpu.sauRlar, 0, sauEntries),
});
