/** The one door out of a machine: what a run shows of itself. A sink never changes a run. */
import type { Beat } from "../base/beat.ts";

export type MomentFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Sink {
  /** A device sent a byte to the outside world. */
  output(device: string, port: string, byte: number, beat: Beat): void;
  /** Something worth a line in the trace: `switch`, `hypercall`, `exception`, `freeze`, ... with plain fields. */
  moment(kind: string, fields: MomentFields): void;
  /** A guest used something the model does not have. `what` is `DEVICE.REGISTER read`. */
  gap(what: string): void;
}
