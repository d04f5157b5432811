/** Moments the core can tell its host about. src/machine/notes.ts gives them words. */
import { note } from "./env";
import { SCRATCH_NOTE_MASK } from "./gen/layout";

export const NOTE_EXCEPTION_ENTRY: u32 = 1;
export const NOTE_EXCEPTION_RETURN: u32 = 2;
export const NOTE_FAULT: u32 = 3;
export const NOTE_SECURITY: u32 = 4;
export const NOTE_LOCKUP: u32 = 5;
export const NOTE_SLEEP: u32 = 6;
/** Told to whoever set watchpoints, whatever the mask says. */
export const NOTE_WATCHED_READ: u32 = 7;
export const NOTE_WATCHED_WRITE: u32 = 8;

/** The mask has two bits for each kind: one for the trace, one for whoever listens to the machine. */
const BOTH: u32 = 0x10001;


@inline
export function tell(kind: u32, a: u32, b: u32): void {
  if (load<u32>(SCRATCH_NOTE_MASK) & (BOTH << kind)) note(kind, a, b);
}
