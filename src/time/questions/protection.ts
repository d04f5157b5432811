/** SAU and MPU as they stand, each entry with the grants of the configuration that it stands for. */
import { endOf, overlaps, placeText, type Window, windowsOf } from "../../check/window.ts";
import { overrideFile } from "../../config/override.ts";
import type { Machine } from "../../machine/machine.ts";
import { veneerBase } from "../../monitor/crosscon/image.ts";
import { pageBytes } from "../../monitor/crosscon/platform.ts";
import type { System } from "../../system/system.ts";

/** One grant of the configuration. */
export interface Grant {
  /** Null for a shared memory, which is nobody's own. */
  readonly vm: string | null;
  /** `regions[0]`, `devs[1]`, `ipcs[0]`. */
  readonly element: string;
  readonly base: number;
  readonly size_bytes: number;
  /** `config.c:23`; `config.c:23, overridden` where `--set` or a branch has changed base or size. */
  readonly place: string;
}

export const grantOf = ({ vm, element, base, sizeBytes, span, baseSpan, sizeSpan }: Window): Grant => {
  const isOverridden = [baseSpan, sizeSpan].some((one) => one?.file === overrideFile);
  const place = `${placeText(span)}${isOverridden ? ", overridden" : ""}`;
  return { vm, element, base, size_bytes: sizeBytes, place };
};

export interface SauRow {
  readonly index: number;
  readonly enabled: boolean;
  readonly base: number;
  /** Its last address. */
  readonly last: number;
  readonly attribute: "non-secure" | "non-secure-callable";
  /** Grants of the VM that is in; empty where software wrote the entry by itself. */
  readonly from: readonly Grant[];
  /** The page of the hypervisor's that holds the hypercall's entry. */
  readonly hypercall: boolean;
}

export interface Sau {
  readonly enabled: boolean;
  /** With the unit off: everything is Non-secure as far as it is concerned. */
  readonly all_non_secure: boolean;
  readonly entries: readonly SauRow[];
}

export function sauOf(system: System, machine: Machine): Sau {
  const { cpu, board } = machine.core;
  const windows = windowsInForce(system, machine);
  const isEmulated = system.hypervisor.kind !== "firmware";
  const entries = Array.from({ length: board.sauRegions }, (_, index): SauRow => {
    const rlar = cpu.sauRlar[index] ?? 0;
    const enabled = (rlar & 1) !== 0;
    const base = ((cpu.sauRbar[index] ?? 0) & ~31) >>> 0;
    const last = (rlar | 31) >>> 0;
    const range = { base, sizeBytes: last - base + 1 };
    return {
      index,
      enabled,
      base,
      last,
      attribute: (rlar & 2) !== 0 ? "non-secure-callable" : "non-secure",
      from: enabled ? windows.filter((one) => overlaps(roundedUp(one), range)).map(grantOf) : [],
      hypercall: enabled && isEmulated && base <= veneerBase && veneerBase <= last,
    };
  });
  return { enabled: (cpu.sauCtrl & 1) !== 0, all_non_secure: (cpu.sauCtrl & 2) !== 0, entries };
}

/** The hypervisor maps whole pages. */
const roundedUp = (window: Window): Window => ({
  ...window,
  sizeBytes: Math.ceil(window.sizeBytes / pageBytes) * pageBytes,
});

/** Grants of the VM whose memory is the Non-secure one now. */
function windowsInForce({ hypervisor }: System, machine: Machine): Window[] {
  if (hypervisor.kind === "firmware") return [];
  const partition = hypervisor.model.partitions[machine.currentVm?.() ?? -1];
  return partition === undefined ? [] : windowsOf(partition).filter(({ sizeBytes }) => sizeBytes > 0);
}

export interface MpuRow {
  readonly state: "secure" | "non-secure";
  readonly index: number;
  readonly base: number;
  readonly last: number;
  /** `rw-` for privileged code, then for unprivileged code. */
  readonly privileged: string;
  readonly unprivileged: string;
  /** Grants of the configuration that it lies in, at least in part; empty for the Secure one. */
  readonly within: readonly Grant[];
}

export interface Mpu {
  readonly non_secure: { readonly enabled: boolean; readonly default_map: boolean };
  readonly secure: { readonly enabled: boolean; readonly default_map: boolean };
  /** Enabled regions only. */
  readonly regions: readonly MpuRow[];
}

type Words = ArrayLike<number>;

export function mpuOf(system: System, machine: Machine): Mpu {
  const { cpu, board } = machine.core;
  const control = (bank: 0 | 1): Mpu["secure"] => ({
    enabled: ((cpu.mpuCtrl[bank] ?? 0) & 1) !== 0,
    default_map: ((cpu.mpuCtrl[bank] ?? 0) & 4) !== 0,
  });
  const windows = windowsInForce(system, machine);
  const rows = (state: MpuRow["state"], count: number, bases: Words, limits: Words): MpuRow[] =>
    Array.from({ length: count }, (_, index) => ({ index, rbar: bases[index] ?? 0, rlar: limits[index] ?? 0 }))
      .filter(({ rlar }) => (rlar & 1) !== 0)
      .map(({ index, rbar, rlar }) => {
        const base = (rbar & ~31) >>> 0;
        const last = (rlar | 31) >>> 0;
        const isWithin = (one: Window): boolean => base < endOf(one) && one.base <= last;
        const within = state === "secure" ? [] : windows.filter(isWithin).map(grantOf);
        return { state, index, base, last, ...rightsIn(rbar), within };
      });
  return {
    non_secure: control(0),
    secure: control(1),
    regions: [
      ...rows("non-secure", board.mpuRegionsNs, cpu.mpuRbarNs, cpu.mpuRlarNs),
      ...rows("secure", board.mpuRegionsS, cpu.mpuRbarS, cpu.mpuRlarS),
    ],
  };
}

/** DDI 0553, MPU_RBAR: AP[2] read-only, AP[1] unprivileged too, XN. */
function rightsIn(rbar: number): { readonly privileged: string; readonly unprivileged: string } {
  const write = (rbar & 4) !== 0 ? "-" : "w";
  const privileged = `r${write}${(rbar & 1) !== 0 ? "-" : "x"}`;
  return { privileged, unprivileged: (rbar & 2) !== 0 ? privileged : "---" };
}
