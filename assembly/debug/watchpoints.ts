/** Ranges whose accesses the host wants to hear of, each told before it happens. Never state. */
import { note } from "../env";
import {
  SCRATCH_WATCH_BYTES,
  SCRATCH_WATCH_COUNT,
  SCRATCH_WATCH_FROM,
  SCRATCH_WATCH_KINDS,
  SCRATCH_WATCH_LAST,
} from "../gen/layout";
import { NOTE_WATCHED_READ, NOTE_WATCHED_WRITE } from "../note";

const READS: u32 = 1;
const WRITES: u32 = 2;

function isWatched(place: u32, size: u32, kind: u32): bool {
  let count = load<u32>(SCRATCH_WATCH_COUNT);
  for (let index: u32 = 0; index < count; index++) {
    let at = index << 2;
    if ((load<u32>(SCRATCH_WATCH_KINDS + at) & kind) == 0) continue;
    if (place > load<u32>(SCRATCH_WATCH_LAST + at)) continue;
    if (place + size > load<u32>(SCRATCH_WATCH_FROM + at)) return true;
  }
  return false;
}

/** `place` is where it lies in linear memory, or the address itself where no memory answers. */
export function watchWrite(place: u32, address: u32, value: u32, size: u32): void {
  if (!isWatched(place, size, WRITES)) return;
  store<u32>(SCRATCH_WATCH_BYTES, size);
  note(NOTE_WATCHED_WRITE, address, value);
}

export function watchRead(place: u32, address: u32, value: u32, size: u32): void {
  if (!isWatched(place, size, READS)) return;
  store<u32>(SCRATCH_WATCH_BYTES, size);
  note(NOTE_WATCHED_READ, address, value);
}
