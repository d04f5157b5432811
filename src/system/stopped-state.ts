/** A stopped machine's registers in the form that unwinding starts from. */
import type { StoppedState } from "../image/backtrace.ts";
import { stoppedState } from "../lens/guest-view.ts";
import type { Machine } from "../machine/machine.ts";
import { machineView } from "../machine/view.ts";

/** The processor as it stands. */
export const stateOf = (machine: Machine): StoppedState => stoppedState(machineView(machine).processor());
