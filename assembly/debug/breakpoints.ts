/**
 * Addresses at which the core comes back before it executes. Never state: a block of decoded code ends in front of one,
 * and blocks change no result.
 */
import { SCRATCH_BREAK_AT, SCRATCH_BREAK_COUNT, SCRATCH_PASS_TICK } from "../gen/layout";


@inline
export function isBreakpoint(pc: u32): bool {
  return load<u32>(SCRATCH_BREAK_COUNT) != 0 && isListed(pc);
}

function isListed(pc: u32): bool {
  let end = SCRATCH_BREAK_AT + (load<u32>(SCRATCH_BREAK_COUNT) << 2);
  for (let at = SCRATCH_BREAK_AT; at < end; at += 4) {
    if (load<u32>(at) == pc) return true;
  }
  return false;
}

/** Whether a breakpoint at `pc` stops at this tick: not where the host has just been told and goes on. */
export function stopsAt(pc: u32, tick: u64): bool {
  return isBreakpoint(pc) && load<u64>(SCRATCH_PASS_TICK) != tick + 1;
}
