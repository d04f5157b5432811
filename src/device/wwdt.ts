/**
 * Windowed watchdog (fact sheet lpc55s69 section 11): a 24-bit counter behind a divider by 4; feeding it outside its
 * window, wrongly, or not at all resets the system (MOD.WDRESET) or raises the interrupt.
 */
import { block, f64, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const wwdtRegisters = registerMap([
  { offset: 0x00, name: "MOD", mask: 0x3f },
  { offset: 0x04, name: "TC", reset: 0xff, mask: 0xffffff },
  { offset: 0x08, name: "FEED", access: "WO", mask: 0xff },
  { offset: 0x0c, name: "TV", access: "LIVE" },
  { offset: 0x14, name: "WARNINT", mask: 0x3ff },
  { offset: 0x18, name: "WINDOW", reset: 0xffffff, mask: 0xffffff },
]);

const wwdtState = block("wwdt", {
  ...wwdtRegisters.fields,
  ...edgeFields,
  /** Fed at least once since it was enabled. */
  running: u8,
  /** 0xAA has been written to FEED and 0x55 is awaited. */
  feeding: u8,
  warned: u8,
  /** Clock edge at which the counter would pass below 0. */
  endsAt: f64,
});

type WwdtFields = (typeof wwdtState)["fields"];
type Io = DeviceIo<WwdtFields>;

const prescale = 4;
const shortest = 0xff;

const MOD = { enable: 0x1, reset: 0x2, timedOut: 0x4, warning: 0x8, protect: 0x10, lock: 0x20 } as const;

function counterValue(io: Io): number {
  const { state } = io;
  if (state.running === 0) return shortest;
  return Math.max(0, Math.ceil((state.endsAt - edgesNow(io)) / prescale) - 1);
}

function reload(io: Io, edge: number): void {
  io.state.endsAt = edge + prescale * (Math.max(io.state.TC, shortest) + 1);
  io.state.warned = 0;
}

/** Time-out, or a feed that was wrong or too early. */
function expire(io: Io, why: string): void {
  const { state } = io;
  state.MOD |= MOD.timedOut;
  state.feeding = 0;
  if ((state.MOD & MOD.reset) === 0) return;
  state.running = 0;
  io.line("watchdog-reset", 1);
  io.line("watchdog-reset", 0);
  io.requestReset(why);
}

/** The edge at which the counter reaches WARNINT. */
const warningEdge = ({ state }: Io): number => state.endsAt - prescale * (state.WARNINT + 1);

function settle(io: Io): void {
  const { state } = io;
  const now = edgesNow(io);
  while (state.running !== 0) {
    if (state.WARNINT !== 0 && state.warned === 0 && warningEdge(io) <= now) {
      state.warned = 1;
      state.MOD |= MOD.warning;
    } else if (state.endsAt <= now) {
      const end = state.endsAt;
      expire(io, "watchdog timed out");
      reload(io, end);
    } else return;
  }
}

function update(io: Io): void {
  const { state } = io;
  const timedOut = (state.MOD & (MOD.timedOut | MOD.reset)) === MOD.timedOut;
  io.line("interrupt", timedOut || (state.MOD & MOD.warning) !== 0 ? 1 : 0);
  if (state.running === 0) io.cancel(0);
  else if (state.WARNINT !== 0 && state.warned === 0) atEdge(io, 0, Math.min(state.endsAt, warningEdge(io)));
  else atEdge(io, 0, state.endsAt);
}

function feed(io: Io, value: number): void {
  const { state } = io;
  if (state.feeding === 0) {
    if (value === 0xaa) state.feeding = 1;
    return;
  }
  state.feeding = 0;
  if ((state.MOD & MOD.enable) === 0) return;
  if (value !== 0x55) expire(io, "watchdog fed wrongly");
  else if (state.running !== 0 && counterValue(io) > state.WINDOW) expire(io, "watchdog fed before its window");
  else {
    state.running = 1;
    reload(io, edgesNow(io));
  }
}

/** WDEN, WDRESET, WDPROTECT and LOCK stay once set; WDTOF goes by writing 0, WDINT by writing 1. */
function writeMode({ state }: Io, value: number): void {
  const sticky = MOD.enable | MOD.reset | MOD.protect | MOD.lock;
  const flags = (state.MOD & value & MOD.timedOut) | (state.MOD & ~value & MOD.warning);
  state.MOD = ((state.MOD | value) & sticky) | flags;
}

function writeConstant(io: Io, value: number): void {
  const { state } = io;
  const early = counterValue(io) >= Math.min(state.WARNINT, state.WINDOW);
  if ((state.MOD & MOD.protect) !== 0 && state.running !== 0 && early)
    expire(io, "watchdog constant changed too early");
  else state.TC = value;
}

/** Between the two halves of a feed, any other access to the watchdog is a feed error. */
const unlessFeeding = (io: Io): void => {
  if (io.state.feeding === 0) return;
  io.state.feeding = 0;
  if ((io.state.MOD & MOD.enable) !== 0) expire(io, "watchdog feed interrupted");
};

const hooks: Hooks<typeof wwdtRegisters.rows, WwdtFields> = {
  FEED: { write: feed },
  TV: { get: counterValue },
  MOD: {
    write(io, value) {
      unlessFeeding(io);
      writeMode(io, value);
    },
  },
  TC: {
    write(io, value) {
      unlessFeeding(io);
      writeConstant(io, value);
    },
  },
  WARNINT: { wrote: unlessFeeding },
  WINDOW: { wrote: unlessFeeding },
};

export const wwdtKind: DeviceKind = deviceKind({
  name: "wwdt",
  registers: wwdtRegisters,
  state: wwdtState,
  tags: 1,
  clock: "function",
  keep: ["MOD"],
  // Only the time-out mark survives a warm reset, so that software can tell why it starts again.
  reset({ state }) {
    state.MOD &= MOD.timedOut;
  },
  hooks,
  settle,
  update,
});
