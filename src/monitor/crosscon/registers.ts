/** Registers that a switch moves, in order (fact sheet crosscon-armv8m sections 6 to 8), as lists for the bus. */
import type { MutableArray } from "../../state/layout.ts";
import type { MonitorHost, WordList } from "../monitor.ts";
import {
  icsrNs,
  icsrPendstclr,
  icsrS,
  systickClksource,
  systickCsrNs,
  systickCsrS,
  systickCvrNs,
  systickCvrS,
  systickEnable,
  systickRvrNs,
  systickRvrS,
  systickTickint,
} from "./address.ts";
import { sliceCounts } from "./platform.ts";
import type { CrossconState } from "./state.ts";

export interface CarriedRegister {
  /** Its Non-secure alias. */
  readonly address: number;
  /** Its value, by VM. */
  readonly saved: MutableArray;
}

/** SCB_NS and DCB_NS. */
export const carriedRegisters = (state: CrossconState): readonly CarriedRegister[] => [
  { address: icsrNs, saved: state.icsr },
  { address: 0xe002ed08, saved: state.vtor },
  { address: 0xe002ed0c, saved: state.aircr },
  { address: 0xe002ed10, saved: state.scr },
  { address: 0xe002ed14, saved: state.ccr },
  { address: 0xe002ed18, saved: state.shpr1 },
  { address: 0xe002ed1c, saved: state.shpr2 },
  { address: 0xe002ed20, saved: state.shpr3 },
  { address: 0xe002ed24, saved: state.shcsr },
  { address: 0xe002ed34, saved: state.mmfar },
  { address: 0xe002ed38, saved: state.bfar },
  { address: 0xe002ed84, saved: state.csselr },
  { address: 0xe002ed88, saved: state.cpacr },
  { address: 0xe002edf0, saved: state.dhcsr },
  { address: 0xe002edf8, saved: state.dcrdr },
  { address: 0xe002edfc, saved: state.demcr },
  { address: 0xe002ee04, saved: state.dauthctrl },
];

/** Index, in `leaving`, of the first of them. */
export const firstCarried = 2;

export interface RegisterLists {
  /** SYST_CSR and SYST_CVR of the VM that leaves, then the registers that are carried. */
  readonly leaving: WordList;
  /** Makes SYST_NS go on from a count: SYST_CVR, SYST_RVR, SYST_CSR. */
  readonly resume: WordList;
  /** Starts a slice anew; its values stay. */
  readonly slice: WordList;
}

export function registerLists(host: MonitorHost, carried: readonly CarriedRegister[]): RegisterLists {
  const slice = host.wordList([systickRvrS, systickCvrS, icsrS, systickCsrS]);
  slice.values.set([sliceCounts, 0, icsrPendstclr, systickEnable | systickTickint | systickClksource]);
  return {
    leaving: host.wordList([systickCsrNs, systickCvrNs, ...carried.map(({ address }) => address)]),
    resume: host.wordList([systickCvrNs, systickRvrNs, systickCsrNs]),
    slice,
  };
}
