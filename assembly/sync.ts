/** How the fast loop makes the processor's state exact before anything looks at it. */
import { CPU_ITSTATE, CPU_R, CPU_TICKS, PAGE_BYTES, SCRATCH_CURRENT_PC, SCRATCH_SLICE_END } from "./gen/layout";

export const PAGE_MASK: u32 = ~(PAGE_BYTES - 1);

/** Address after the instruction of a record. */
@inline
export function nextAddress(ip: u32): u32 {
  let word = load<u32>(ip, 12);
  return (word & ~1) + 2 + ((word & 1) << 1);
}

/** ITAdvance(): the state that holds for the following instruction. */
export function advanceItstate(it: u32): u32 {
  return (it & 7) == 0 ? 0 : (it & 0xe0) | ((it << 1) & 0x1f);
}


@inline
function storeTicks(ip: u32, budget: i32): void {
  store<u64>(CPU_TICKS, load<u64>(SCRATCH_SLICE_END) - u64(budget + i32(load<u8>(ip, 6))));
}

/** PC, ITSTATE and ticks as they are before the instruction of record `ip`. */
export function sync(ip: u32, budget: i32): void {
  store<u32>(CPU_R + 60, load<u32>(ip, 12) & ~1);
  store<u32>(CPU_ITSTATE, load<u8>(ip, 7));
  storeTicks(ip, budget);
}

/** As sync, but PC and ITSTATE are those of the next instruction, for functions that decide where to go on. */
export function syncEnd(ip: u32, budget: i32): void {
  store<u32>(SCRATCH_CURRENT_PC, load<u32>(ip, 12) & ~1);
  store<u32>(CPU_R + 60, nextAddress(ip));
  store<u32>(CPU_ITSTATE, advanceItstate(load<u8>(ip, 7)));
  storeTicks(ip, budget);
}
