/** Tells accounting who has the processor inside each VM, at every exception that is entered or left. */
import type { Machine } from "../machine/machine.ts";
import { forListener, noteKinds } from "../machine/notes.ts";
import { machineView } from "../machine/view.ts";
import type { Guest } from "../system/guests.ts";
import type { Accounting, Reading } from "../trace/accounting.ts";

/** The machine's counters; all zero before there is one. */
export const readingOf = (machine: Machine | null): Reading => ({
  tick: machine?.tick() ?? 0,
  cycle: machine?.core.cycle() ?? 0,
  asleepCycles: machine?.asleepCycles() ?? 0,
});

/** SysTick and the external interrupts; what lies below are faults and calls. */
const firstInterrupt = 15;

/**
 * A handler runs from every entry, and from every return to Thread mode the thread that the kernel names. A guest that
 * is `alone` has both security states; under an emulated hypervisor, exceptions that Secure state handles are its own.
 */
export function followThreads(
  machine: Machine,
  accounting: Accounting,
  guests: readonly Guest[],
  alone: boolean,
): void {
  const view = machineView(machine);
  const { cpu } = machine.core;
  machine.listener.onException = (entered, number, secure) => {
    if (entered) {
      accounting.idle(false);
      if (number >= firstInterrupt && (alone || !secure)) accounting.interrupt();
      return;
    }
    const lens = guests[accounting.current()]?.lens ?? null;
    accounting.idle(lens !== null && cpu.ipsr === 0 && lens.isIdle(view, view.word(lens.currentAt) ?? 0));
  };
  machine.core.scratch.noteMask |= forListener(noteKinds.exceptionEntry) | forListener(noteKinds.exceptionReturn);
}
