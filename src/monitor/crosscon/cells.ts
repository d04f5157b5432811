/**
 * What each VM has its own of, apart from registers that are moved over the bus: cells of the processor, each with the
 * cells of the monitor's state that keep it (fact sheet crosscon-armv8m section 7).
 */
import type { MutableArray } from "../../state/layout.ts";
import type { KeptCell, KeptCells, MonitorHost } from "../monitor.ts";
import { mpuRegions, sauEntries } from "./platform.ts";
import { type CarriedRegister, firstCarried, type RegisterLists } from "./registers.ts";
import type { CrossconState } from "./state.ts";

export interface VmCells {
  /** Registers that the hardware has not stacked. */
  readonly core: KeptCells;
  /** Of the Non-secure timer; only ever kept: it is restored by running. */
  readonly timer: KeptCells;
  /** Values of the carried registers. */
  readonly carried: KeptCells;
  readonly mpu: KeptCells;
  /** Only ever brought: a VM cannot change it. */
  readonly sau: KeptCells;
}

export function vmCells(
  host: MonitorHost,
  state: CrossconState,
  carried: readonly CarriedRegister[],
  { leaving }: RegisterLists,
): VmCells {
  const { cpu } = host;
  const value = (index: number): MutableArray => leaving.values.subarray(index, index + 1);
  return {
    core: host.keptCells(coreCells(host, state)),
    timer: host.keptCells([
      { used: value(0), kept: state.timerCsr },
      { used: words(cpu.systickRvr, 0), kept: state.timerRvr },
      { used: value(1), kept: state.timerCvr },
    ]),
    carried: host.keptCells(carried.map(({ saved }, index) => ({ used: value(firstCarried + index), kept: saved }))),
    mpu: host.keptCells([
      { used: words(cpu.mpuCtrl, 0), kept: state.mpuCtrl },
      { used: words(cpu.mpuRnr, 0), kept: state.mpuRnr },
      { used: words(cpu.mpuMair0, 0), kept: state.mpuMair0 },
      { used: words(cpu.mpuMair1, 0), kept: state.mpuMair1 },
      { used: words(cpu.mpuRbarNs, 0, mpuRegions), kept: state.mpuRbar },
      { used: words(cpu.mpuRlarNs, 0, mpuRegions), kept: state.mpuRlar },
    ]),
    sau: host.keptCells([
      { used: words(cpu.sauRbar, 0, sauEntries), kept: state.sauRbar },
      { used: words(cpu.sauRlar, 0, sauEntries), kept: state.sauRlar },
    ]),
  };
}

/** The stack pointers are those that no Secure handler has in use. */
const coreCells = ({ cpu }: MonitorHost, state: CrossconState): readonly KeptCell[] => [
  { used: words(cpu.r, 4, 8), kept: state.callee },
  { used: words(cpu.r, 14), kept: state.excReturn },
  { used: words(cpu.sp, 0), kept: state.mspNs },
  { used: words(cpu.sp, 1), kept: state.pspNs },
  { used: words(cpu.splim, 0), kept: state.msplimNs },
  { used: words(cpu.splim, 1), kept: state.psplimNs },
  { used: words(cpu.basepri, 0), kept: state.basepriNs },
  { used: words(cpu.primask, 0), kept: state.primaskNs },
  { used: words(cpu.faultmask, 0), kept: state.faultmaskNs },
  { used: words(cpu.control, 0), kept: state.controlNs },
];

/** Part of an array field; every field of words is a Uint32Array. */
const words = (field: ArrayLike<number>, from: number, count = 1): Uint32Array =>
  (field as Uint32Array).subarray(from, from + count);
