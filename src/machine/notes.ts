/** Turns the core's notes into moments of the trace. Kinds as in assembly/note.ts. */
import type { Core } from "../core/core.ts";
import type { Access, Listener } from "./probes.ts";
import type { Sink } from "./sink.ts";

export const noteKinds = { exceptionEntry: 1, exceptionReturn: 2, fault: 3, security: 4, lockup: 5, sleep: 6 } as const;
const watchedRead = 7;
const watchedWrite = 8;

/** Whether a note is about a watched access; then it has been told to `listener`. */
export function noteAccess(
  core: Core,
  listener: ((access: Access) => void) | null,
  kind: number,
  address: number,
  value: number,
): boolean {
  if (kind !== watchedRead && kind !== watchedWrite) return false;
  const sizeBytes = core.scratch.watchBytes;
  listener?.({ kind: kind === watchedRead ? "read" : "write", address, sizeBytes, value, tick: core.cpu.ticks });
  return true;
}

/** In the note mask: the listener hears of a kind, whether or not the sink does. */
export const forListener = (kind: number): number => (1 << (kind + 16)) >>> 0;

/** An exception is told to `listener` where it asked. True when the sink is to hear of the note, too. */
export function noteException(core: Core, listener: Listener["onException"], kind: number, a: number): boolean {
  const { noteMask } = core.scratch;
  if (listener !== null && (noteMask & forListener(kind)) !== 0) {
    listener(kind === noteKinds.exceptionEntry, a & 0xffff, (a & 0x20000) !== 0);
  }
  return (noteMask & (1 << kind)) !== 0;
}

export function noteMoment(sink: Sink, kind: number, a: number, b: number): void {
  switch (kind) {
    case noteKinds.exceptionEntry:
      return sink.moment("exception", {
        number: a & 0xffff,
        fromSecure: (a & 0x10000) !== 0,
        toSecure: (a & 0x20000) !== 0,
        returnAddress: b,
      });
    case noteKinds.exceptionReturn:
      return sink.moment("exception-return", { number: a & 0xffff, address: b });
    case noteKinds.fault:
      return sink.moment("fault", { fault: a, address: b });
    case noteKinds.security:
      return sink.moment("security", { toSecure: a !== 0, address: b });
    case noteKinds.lockup:
      return sink.moment("lockup", { address: b });
    case noteKinds.sleep:
      return sink.moment("sleep", { form: a === 1 ? "WFI" : "WFE" });
    default:
      return sink.moment("note", { kind, a, b });
  }
}
