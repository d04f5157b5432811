/** Runs a machine together with what comes in through the door, and with those who look at it at set moments. */
import { never } from "../base/beat.ts";
import { type Limits, type Looks, type Machine, nobody, type Stop } from "../machine/machine.ts";
import { deliver } from "./change.ts";
import type { Input, InputSource } from "./input.ts";

/** Somebody who reads the machine at moments of virtual time, before inputs of the same moment. Changes nothing. */
export interface Onlooker extends Looks {
  /** An input is about to be delivered, at the moment the machine is at. */
  delivers?(input: Input): void;
}

/** As machine.run, delivering inputs at their moments. */
export function advance(machine: Machine, inputs: InputSource, limits: Limits, onlooker: Onlooker | null = null): Stop {
  const { beat: end = never, tick = Number.MAX_SAFE_INTEGER } = limits;
  const looks = onlooker ?? nobody;
  let pass = limits.pass ?? false;
  for (;;) {
    const moment = Math.min(end, inputs.next());
    const stop = machine.run({ tick, beat: moment, pass, looks });
    pass = false;
    if (!goesOn(stop) || machine.now() < moment) return stop;
    while (inputs.next() <= machine.now()) {
      const input = inputs.take();
      onlooker?.delivers?.(input);
      deliver(machine, input);
    }
    if (machine.now() >= end || machine.tick() >= tick) return stop;
  }
}

/** A board whose processor stands for ever still keeps its appointments. */
const goesOn = ({ reason }: Stop): boolean =>
  reason === "limit" || reason === "frozen" || reason === "lockup" || reason === "exit";
