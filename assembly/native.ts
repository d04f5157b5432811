/**
 * Compiled regions, as the interpreter sees them. The first record of a block that has one is replaced by NATIVE, whose
 * immediate is the address of a *way in*, written by src/jit/install.ts:
 *
 *   0 u32 function of the table   4 u32 1: asks for the float level   8 u32 epoch in which it holds
 *   12 u32 the door by which the block is entered   16 u32 instructions of the block
 *   20 u32 visits in a row that came to little; where they were too many, the way is closed
 *   32 copies of the block's records: what is interpreted where the region is not entered
 */
import { CPU_FPSCR, CPU_R, SCRATCH_NATIVE_EPOCH, SCRATCH_NATIVE_SPENT, SCRATCH_SAMPLES } from "./gen/layout";
import { SCRATCH_NATIVE_SITE, SCRATCH_NATIVE_TARGET, SCRATCH_SITES, SCRATCH_SITE_TARGETS } from "./gen/layout";
import { SAMPLE_ENTRIES, SCRATCH_SAMPLE_COUNT, SCRATCH_SAMPLE_LEFT, SCRATCH_SAMPLE_PERIOD } from "./gen/layout";
import { SCRATCH_SHORT_END, SCRATCH_SHORT_OF, SCRATCH_SLICE_END, WAY_BYTES } from "./gen/layout";
import { FLUSH_TO_ZERO, INEXACT, RMODE } from "./exec/float/fpscr";

/** Nothing has been forgotten since the region was compiled. */
@inline
export function holds(way: u32): bool {
  return load<u32>(way, 8) == load<u32>(SCRATCH_NATIVE_EPOCH);
}

/**
 * Which floating-point instructions compiled code may run: 1 those that only move, where the check is done; 2 all of
 * them, where results are also rounded to nearest and never flushed, and FPSCR says already that something was inexact.
 */
@inline
export function floatLevel(floatChecked: bool): u32 {
  if (!floatChecked) return 0;
  return (load<u32>(CPU_FPSCR) & (RMODE | FLUSH_TO_ZERO | INEXACT)) == INEXACT ? 2 : 1;
}

/** What a visit must do at least to be worth the way in and out, in instructions. */
const LEAST_WORK: i32 = 8;
/** So many visits in a row may do less before the way is closed. */
const PATIENCE: u32 = 64;

/** The block's first record is itself again, until the host opens the way anew. */
@inline
export function close(record: u32, way: u32): void {
  memory.copy(record, way + WAY_BYTES, 16);
}

/**
 * A visit from `record` is over: it has charged for `charged` instructions beside those of the first block, and the
 * interpreter goes on with record `next`. What makes it leave early (a device, FPSCR as it is) will do so again.
 */
@inline
export function judge(record: u32, way: u32, charged: i32, next: u32): void {
  let left: i32 = next != 0 ? load<u8>(next, 6) : 0;
  let vain: u32 = charged + load<i32>(way, 16) - left < LEAST_WORK ? load<u32>(way, 20) + 1 : 0;
  store<u32>(way, vain, 20);
  if (vain >= PATIENCE) close(record, way);
}

/** The slice does not last for the block at `pc`. What follows up to its end begins in the midst of that one. */
export function noteShort(pc: u32): void {
  let end = load<u64>(SCRATCH_SLICE_END);
  if (load<u64>(SCRATCH_SHORT_END) != end) {
    store<u64>(SCRATCH_SHORT_END, end);
    store<u32>(SCRATCH_SHORT_OF, pc | load<u32>(SCRATCH_NATIVE_SPENT));
  }
  store<u32>(SCRATCH_NATIVE_SPENT, 0);
}

/** How many of `ticks` to run before a sample is due. */
@inline
export function untilSample(ticks: u64): u64 {
  if (load<u32>(SCRATCH_SAMPLE_PERIOD) == 0) return ticks;
  return min<u64>(ticks, load<u32>(SCRATCH_SAMPLE_LEFT));
}

/** `ticks` have run; true when the host should look at the samples. */
export function takeSample(ticks: u64): bool {
  let period = load<u32>(SCRATCH_SAMPLE_PERIOD);
  if (period == 0) return false;
  let left = load<u32>(SCRATCH_SAMPLE_LEFT) - u32(ticks);
  let isDue = i32(left) <= 0;
  let count = load<u32>(SCRATCH_SAMPLE_COUNT);
  if (isDue && count < SAMPLE_ENTRIES) {
    left = period;
    let isShort = load<u64>(SCRATCH_SHORT_END) == load<u64>(SCRATCH_SLICE_END);
    store<u32>(SCRATCH_SAMPLES + (count << 2), isShort ? load<u32>(SCRATCH_SHORT_OF) : load<u32>(CPU_R + 60));
    store<u32>(SCRATCH_SITES + (count << 2), load<u32>(SCRATCH_NATIVE_SITE));
    store<u32>(SCRATCH_SITE_TARGETS + (count << 2), load<u32>(SCRATCH_NATIVE_TARGET));
    store<u32>(SCRATCH_NATIVE_SITE, 0);
    store<u32>(SCRATCH_SAMPLE_COUNT, ++count);
  }
  store<u32>(SCRATCH_SAMPLE_LEFT, left);
  return count >= SAMPLE_ENTRIES;
}
