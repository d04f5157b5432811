/**
 * Improves a finished block in place: flags that nobody will see are not computed, and a record that asks for flags is
 * answered by the one that sets them. The records stay where they are: a fused one passes over its second half, which
 * still works alone for whoever comes to it past a failed condition.
 */
import { OP_IF } from "./gen/decode";
import {
  EFFECT_BARRIER,
  EFFECT_KILLS,
  EFFECT_MAYWRITE,
  EFFECT_READS,
  EFFECT_TWIN,
  flagEffect,
  fusedWith,
} from "./gen/peephole";

const ALL_FLAGS: u32 = 15;


@inline
function opOf(record: u32): u32 {
  return load<u16>(record);
}


@inline
function isCondition(record: u32): bool {
  return opOf(record) - OP_IF < 14;
}

/** The records from `first` up to `end`, the last of which is the end of the block. */
export function polish(first: u32, end: u32): void {
  dropDeadFlags(first, end);
  for (let record = first; record < end - 16; record += 16) {
    let fused = fusedWith(opOf(record), opOf(record + 16));
    if (fused != 0) store<u16>(record, u16(fused));
  }
}

/** Backwards: a variant all of whose flags are overwritten before anything looks at them becomes its twin. */
function dropDeadFlags(first: u32, end: u32): void {
  let live = ALL_FLAGS;
  for (let record = end - 16; record >= first; record -= 16) {
    if (isCondition(record)) {
      live = ALL_FLAGS;
      continue;
    }
    let effect = flagEffect(opOf(record));
    if ((effect >>> EFFECT_BARRIER) & 1) {
      live = ALL_FLAGS;
      continue;
    }
    let twin = effect >>> EFFECT_TWIN;
    if (twin != 0 && (live & (effect >>> EFFECT_MAYWRITE) & ALL_FLAGS) == 0) {
      store<u16>(record, u16(twin));
      effect = flagEffect(twin);
    }
    let conditional = record != first && isCondition(record - 16);
    if (!conditional) live &= ~((effect >>> EFFECT_KILLS) & ALL_FLAGS);
    live |= (effect >>> EFFECT_READS) & ALL_FLAGS;
  }
}
