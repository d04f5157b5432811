/** Systems stopped at a moment, and what can be seen in them. */
import { beatsPerSecond } from "../../src/base/beat.ts";
import type { GuestView } from "../../src/lens/guest-view.ts";
import type { Lens } from "../../src/lens/lens.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { type MachineView, machineView } from "../../src/machine/view.ts";
import { diskFiles } from "../../src/system/files.ts";
import { type Guest, guestsOf } from "../../src/system/guests.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";

export interface Stopped {
  readonly system: System;
  readonly machine: Machine;
  readonly view: MachineView;
  readonly guests: readonly Guest[];
  /** On to another moment. */
  runTo(seconds: number): void;
}

/** A system, switched on. */
export async function startSystem(path: string, board?: string): Promise<Stopped> {
  const request = { path, images: [], loads: [], overrides: [], ...(board === undefined ? {} : { board }) };
  const system = await openSystem(request, diskFiles);
  const machine = powerOn(system, { output: () => {}, moment: () => {}, gap: () => {} });
  const runTo = (seconds: number): void => void machine.run({ beat: Math.round(seconds * beatsPerSecond) });
  return { system, machine, view: machineView(machine), guests: guestsOf(system), runTo };
}

export interface Inside {
  readonly guest: Guest;
  readonly lens: Lens;
  readonly view: GuestView;
}

/** The guest whose kernel is that one. */
export function insideOf({ guests, view }: Stopped, kernel: string): Inside {
  const guest = guests.find((one) => one.lens?.kernel === kernel);
  if (guest?.lens == null) throw new Error(`no guest with the kernel ${kernel}`);
  return { guest, lens: guest.lens, view: guest.view(view) };
}
