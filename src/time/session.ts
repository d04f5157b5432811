/** Runs a machine together with what comes in through the door. */
import { type Beat, never } from "../base/beat.ts";
import type { Limits, Machine, Stop } from "../machine/machine.ts";
import type { InputSource } from "./input.ts";

/** As machine.run, delivering inputs at their moments. */
export function advance(machine: Machine, inputs: InputSource, limits: Limits): Stop {
  const end: Beat = limits.beat ?? never;
  for (;;) {
    const next = inputs.next();
    const stop = machine.run({ ...limits, beat: Math.min(end, next) });
    if (stop.reason !== "limit" || machine.now() < next || next > end) return stop;
    while (inputs.next() <= machine.now()) {
      const { device, port, bytes } = inputs.take();
      machine.input(device, port, bytes);
    }
  }
}
