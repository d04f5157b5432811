/** SCB_NS and DCB_NS: which registers a switch carries, in order (fact sheet crosscon-armv8m section 7). */

import type { MutableArray } from "../../state/layout.ts";
import { icsrNs } from "./address.ts";
import type { CrossconState } from "./state.ts";

export interface CarriedRegister {
  /** Its Non-secure alias. */
  readonly address: number;
  /** Its value, by VM. */
  readonly saved: MutableArray;
}

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
