/**
 * Architectural reset (DDI 0553, TakeReset). Time and what the board wires to the processor go on; everything else
 * starts over.
 */
import {
  BOARD_HAS_FPU,
  BOARD_VTOR_RESET,
  CPU_BYTES,
  CPU_CCR,
  CPU_FPCCR,
  CPU_INTERRUPT_LEVEL,
  CPU_INTERRUPT_PRIORITY,
  CPU_R,
  CPU_RECHECK,
  CPU_SECURE,
  CPU_THUMB,
  CPU_TICKS,
  CPU_VTOR,
  SCRATCH_FAULT,
} from "../../gen/layout";
import { hostOf } from "../../mem/ram";
import { dropTables } from "../../mem/tables";
import { MSP_S, writeStackPointer } from "./banks";
import { ASPEN, LSPEN, OWNED_BY_SECURE } from "./float-control";
import { resetTimers } from "./timer";

/** CCR: STKALIGN and the bit that was NONBASETHRDENA read as one. */
const CCR_RESET: u32 = 0x201;

/**
 * Everything starts over but [CPU_TICKS, CPU_VTOR), the clocks, and [CPU_INTERRUPT_LEVEL, CPU_INTERRUPT_PRIORITY), the
 * lines.
 */
export function reset(): void {
  memory.fill(CPU_R, 0, CPU_TICKS - CPU_R);
  memory.fill(CPU_VTOR, 0, CPU_INTERRUPT_LEVEL - CPU_VTOR);
  memory.fill(CPU_INTERRUPT_PRIORITY, 0, CPU_R + CPU_BYTES - CPU_INTERRUPT_PRIORITY);
  store<u32>(CPU_SECURE, 1);
  store<u32>(CPU_THUMB, 1);
  store<u32>(CPU_R + 56, 0xffffffff);
  store<u32>(CPU_CCR, CCR_RESET);
  store<u32>(CPU_CCR + 4, CCR_RESET);
  if (load<u32>(BOARD_HAS_FPU)) {
    store<u32>(CPU_FPCCR, ASPEN);
    store<u32>(CPU_FPCCR + 4, ASPEN | LSPEN | OWNED_BY_SECURE);
  }
  store<u64>(CPU_VTOR, load<u64>(BOARD_VTOR_RESET));
  store<u32>(CPU_RECHECK, 1);
  store<u32>(SCRATCH_FAULT, 0);
  resetTimers();
  dropTables();
}

/** Load MSP_S and the program counter from the Secure vector table, as after reset. */
export function startAtVector(): void {
  let host = hostOf(load<u32>(CPU_VTOR + 4));
  if (host == 0) return;
  writeStackPointer(MSP_S, load<u32>(host));
  let entry = load<u32>(host, 4);
  store<u32>(CPU_R + 60, entry & ~1);
  store<u32>(CPU_THUMB, entry & 1);
}
