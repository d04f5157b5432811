/** One line of the derived trace. Shapes as in contract.md, `run --json=lines`. */
import { type Beat, nanosecondsOf } from "../base/beat.ts";
import type { MomentFields } from "../machine/sink.ts";

export interface Event {
  readonly tick: number;
  readonly time_ns: number;
  /** The partition concerned, `hypervisor`, or null where nobody is. */
  readonly vm: string | null;
  readonly kind: string;
  readonly [field: string]: string | number | boolean | null;
}

export function makeEvent(tick: number, beat: Beat, vm: string | null, kind: string, fields: MomentFields): Event {
  return { tick, time_ns: nanosecondsOf(beat), vm, kind, ...fields };
}
