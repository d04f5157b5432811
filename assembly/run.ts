/** The core's one loop: timers, exceptions, sleep, then instructions up to the next of them, exactly. */
import { stopsAt } from "./debug/breakpoints";
import { EXIT_BREAKPOINT, EXIT_BUDGET, EXIT_LOCKUP, EXIT_RESET, EXIT_SAMPLED, EXIT_SLEEP } from "./exit";
import {
  CPU_EXTRA_CYCLES,
  CPU_FLAG_N,
  CPU_FLAG_Z,
  CPU_LOCKUP,
  CPU_R,
  CPU_RECHECK,
  CPU_RESET_REQUEST,
  CPU_SLEEPING,
  CPU_TICKS,
  SCRATCH_EXIT_REASON,
  SCRATCH_RUN_END,
  SCRATCH_SLICE_END,
} from "./gen/layout";
import { execute } from "./gen/interpreter";
import { takeSample, untilSample } from "./native";
import { takePending } from "./profile/m/exceptions";
import { wakeup } from "./profile/m/interrupts";
import { advanceTimers, cycleNow, nextTimerCycle } from "./profile/m/timer";

/** Longest piece of a run between two looks at the timers. */
const MAX_SLICE: u64 = 1 << 30;

/**
 * Run until `tick` or until something needs the host; returns an EXIT reason, its value in SCRATCH_EXIT_VALUE. Times of
 * the host are whole numbers below 2^53: a f64 crosses for nothing, a 64-bit integer does not.
 */
export function run(tick: f64): u32 {
  let untilTick = u64(tick);
  store<u64>(SCRATCH_RUN_END, untilTick);
  store<u32>(SCRATCH_EXIT_REASON, EXIT_BUDGET);
  let reason = EXIT_BUDGET;
  while (true) {
    reason = load<u32>(SCRATCH_EXIT_REASON);
    if (reason != EXIT_BUDGET) break;
    if (load<u32>(CPU_RESET_REQUEST) != 0) {
      reason = EXIT_RESET;
      break;
    }
    let cycle = cycleNow();
    if (nextTimerCycle() <= cycle) advanceTimers();
    if (load<u32>(CPU_LOCKUP) != 0) {
      reason = EXIT_LOCKUP;
      break;
    }
    if (load<u32>(CPU_SLEEPING) != 0) {
      if (!wakeup()) {
        reason = EXIT_SLEEP;
        break;
      }
      store<u32>(CPU_SLEEPING, 0);
    }
    if (load<u32>(CPU_RECHECK) != 0 && takePending()) continue;
    let now = load<u64>(CPU_TICKS);
    if (now >= untilTick) break;
    if (stopsAt(load<u32>(CPU_R + 60), now)) {
      reason = EXIT_BREAKPOINT;
      break;
    }
    let ticks = min<u64>(min<u64>(untilTick - now, nextTimerCycle() - cycle), MAX_SLICE);
    ticks = untilSample(ticks);
    store<u64>(SCRATCH_SLICE_END, now + ticks);
    let left = execute(i32(ticks));
    store<u64>(CPU_TICKS, now + ticks - u64(left));
    if (takeSample(ticks - u64(left)) && load<u32>(SCRATCH_EXIT_REASON) == EXIT_BUDGET) {
      reason = EXIT_SAMPLED;
      break;
    }
  }
  canonicalFlags();
  return reason;
}

/** The state must not tell by what arithmetic a flag came about. */
function canonicalFlags(): void {
  store<u32>(CPU_FLAG_N, load<u32>(CPU_FLAG_N) & 0x80000000);
  store<u32>(CPU_FLAG_Z, u32(load<u32>(CPU_FLAG_Z) != 0));
}

/** Let virtual time pass without instructions: sleep, or charged work. Timers that expire meanwhile pend. */
export function passCycles(cycles: f64): void {
  store<u64>(CPU_EXTRA_CYCLES, load<u64>(CPU_EXTRA_CYCLES) + u64(cycles));
  advanceTimers();
}

/** Cycle of the next timer expiry; infinite when there is none. */
export function timerCycle(): f64 {
  let cycle = nextTimerCycle();
  return cycle >= 1 << 53 ? Infinity : f64(cycle);
}
