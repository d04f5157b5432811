/** What src/watch sees of a run that is told as events: at the same moments as `run` does. */
import type { Machine } from "../machine/machine.ts";
import { guestsOf } from "../system/guests.ts";
import type { System } from "../system/system.ts";
import type { Onlooker } from "../time/questions/events.ts";
import { createWatch, type Watch } from "../watch/watch.ts";
import { createGuestFaults } from "./guest-faults.ts";
import { pieceBeats } from "./run-system.ts";
import { stoppedOf } from "./stopped.ts";

export function watchingOnlooker(system: System): Onlooker {
  const guestFaults = createGuestFaults(system);
  const held: { machine: Machine | null; watch: Watch | null } = { machine: null, watch: null };
  return {
    pieceBeats,
    attach(machine) {
      held.machine = machine;
      held.watch = createWatch(system, guestsOf(system), machine);
    },
    moment({ kind, vm }, fields) {
      if (kind === "fault" && held.machine !== null) guestFaults.note(held.machine, vm, fields);
      held.watch?.moment(kind, fields);
    },
    printed: (vm) => held.watch?.printed(vm),
    look(tell) {
      const { machine, watch } = held;
      if (machine === null || watch === null) return;
      watch.look(
        () => stoppedOf(system, machine, guestFaults.last()),
        ({ code, severity, message, vm }) => tell(vm ?? null, { code, severity, message }),
      );
    },
  };
}
