/** Runs a machine together with what comes in through the door, and with those who look at it at set moments. */
import { type Beat, never } from "../base/beat.ts";
import type { Limits, Machine, Stop } from "../machine/machine.ts";
import type { Input, InputSource } from "./input.ts";

/** Somebody who reads the machine at moments of virtual time, before inputs of the same moment. Changes nothing. */
export interface Onlooker {
  next(): Beat;
  look(machine: Machine): void;
  /** An input is about to be delivered, at the moment the machine is at. */
  delivers?(input: Input, machine: Machine): void;
}

const nobody: Onlooker = { next: () => never, look: () => {} };

/** As machine.run, delivering inputs at their moments. */
export function advance(machine: Machine, inputs: InputSource, limits: Limits, onlooker: Onlooker = nobody): Stop {
  const end: Beat = limits.beat ?? never;
  let pass = limits.pass ?? false;
  for (;;) {
    const moment = Math.min(end, inputs.next(), onlooker.next());
    const stop = machine.run({ ...limits, beat: moment, pass });
    pass = false;
    // A board whose software spins for ever still keeps its appointments.
    const goesOn = stop.reason === "limit" || stop.reason === "frozen";
    if (!goesOn || machine.now() < moment) return stop;
    while (onlooker.next() <= machine.now()) onlooker.look(machine);
    while (inputs.next() <= machine.now()) {
      const input = inputs.take();
      onlooker.delivers?.(input, machine);
      deliver(machine, input);
    }
    if (machine.now() >= end || machine.tick() >= (limits.tick ?? Number.MAX_SAFE_INTEGER)) return stop;
  }
}

function deliver(machine: Machine, { device, port, bytes }: Input): void {
  machine.input(device, port, bytes);
}
