/** Architectural reset (DDI 0553, TakeReset). Time goes on; everything else of the processor starts over. */
import {
  BOARD_VTOR_RESET,
  CPU_ANCHOR_BEAT,
  CPU_ANCHOR_CYCLE,
  CPU_BEATS_PER_CYCLE,
  CPU_CCR,
  CPU_EXTRA_CYCLES,
  CPU_INTERRUPT_LEVEL,
  CPU_R,
  CPU_RECHECK,
  CPU_SECURE,
  CPU_TICKS,
  CPU_THUMB,
  CPU_VTOR,
  CPU_BYTES,
  SCRATCH_FAULT,
  SCRATCH_MPU_BYPASS,
} from "../../gen/layout";
import { dropTables, hostOf } from "../../mem/ram";
import { writeStackPointer } from "./banks";
import { resetTimers } from "./timer";

export function reset(): void {
  let ticks = load<u64>(CPU_TICKS);
  let extra = load<u64>(CPU_EXTRA_CYCLES);
  let anchorCycle = load<u64>(CPU_ANCHOR_CYCLE);
  let anchorBeat = load<u64>(CPU_ANCHOR_BEAT);
  let beats = load<u32>(CPU_BEATS_PER_CYCLE);
  let levels0 = load<u64>(CPU_INTERRUPT_LEVEL);
  let levels1 = load<u64>(CPU_INTERRUPT_LEVEL, 8);
  memory.fill(CPU_R, 0, CPU_BYTES);
  store<u64>(CPU_TICKS, ticks);
  store<u64>(CPU_EXTRA_CYCLES, extra);
  store<u64>(CPU_ANCHOR_CYCLE, anchorCycle);
  store<u64>(CPU_ANCHOR_BEAT, anchorBeat);
  store<u32>(CPU_BEATS_PER_CYCLE, beats);
  store<u64>(CPU_INTERRUPT_LEVEL, levels0);
  store<u64>(CPU_INTERRUPT_LEVEL, levels1, 8);
  store<u32>(CPU_SECURE, 1);
  store<u32>(CPU_THUMB, 1);
  store<u32>(CPU_R + 56, 0xffffffff);
  store<u32>(CPU_CCR, 0x201);
  store<u32>(CPU_CCR + 4, 0x201);
  store<u64>(CPU_VTOR, load<u64>(BOARD_VTOR_RESET));
  store<u32>(CPU_RECHECK, 1);
  store<u32>(SCRATCH_FAULT, 0);
  store<u32>(SCRATCH_MPU_BYPASS, 0);
  resetTimers();
  dropTables();
}

/** Load MSP_S and the program counter from the Secure vector table, as after reset. */
export function startAtVector(): void {
  let host = hostOf(load<u32>(CPU_VTOR + 4));
  if (host == 0) return;
  writeStackPointer(2, load<u32>(host));
  let entry = load<u32>(host, 4);
  store<u32>(CPU_R + 60, entry & ~1);
  store<u32>(CPU_THUMB, entry & 1);
}
