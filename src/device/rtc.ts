/**
 * Real-time clock (fact sheet lpc55s69 section 11): a counter of seconds with alarm, a 16-bit down counter of 1/1024
 * s, sub-seconds, eight words that software may keep. All from the 32.768 kHz clock.
 */
import { block, f64, u8, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const rtcRegisters = registerMap([
  { offset: 0x00, name: "CTRL", reset: 0x1, mask: 0x7fd },
  { offset: 0x04, name: "MATCH", reset: 0xffffffff },
  { offset: 0x08, name: "COUNT", access: "LIVE" },
  { offset: 0x0c, name: "WAKE", access: "LIVE", mask: 0xffff },
  { offset: 0x10, name: "SUBSEC", access: "LIVE" },
  { offset: 0x40, name: "GPREG", count: 8 },
]);

const rtcState = block("rtc", {
  ...rtcRegisters.fields,
  ...edgeFields,
  /** COUNT as it was at the edge `secondsFrom`. */
  seconds: u32,
  secondsFrom: f64,
  waking: u8,
  wakeAt: f64,
  /** MATCH has been reached, or lies in the past: nothing to wait for. */
  alarmed: u8,
});

type RtcFields = (typeof rtcState)["fields"];
type Io = DeviceIo<RtcFields>;

const CTRL = { hold: 0x1, alarm: 0x4, wake: 0x8, fast: 0x40, enable: 0x80, subsecond: 0x400 } as const;
const flags = CTRL.alarm | CTRL.wake;

const perSecond = 32_768;
const perWake = 32;
const wrap = 2 ** 32;

const isRunning = ({ state }: Io): boolean => (state.CTRL & (CTRL.hold | CTRL.enable)) === CTRL.enable;

const edgesPassed = (io: Io): number => (isRunning(io) ? edgesNow(io) - io.state.secondsFrom : 0);
const secondsValue = (io: Io): number => (io.state.seconds + Math.floor(edgesPassed(io) / perSecond)) % wrap;

/** The edge at which COUNT becomes MATCH; it may lie in the past. */
const alarmEdge = ({ state }: Io): number => state.secondsFrom + (state.MATCH - state.seconds) * perSecond;

function settle(io: Io): void {
  const { state } = io;
  if (!isRunning(io)) return;
  const now = edgesNow(io);
  if (state.alarmed === 0 && alarmEdge(io) <= now) {
    state.alarmed = 1;
    if (state.MATCH >= state.seconds) state.CTRL |= CTRL.alarm;
  }
  if (state.waking !== 0 && state.wakeAt <= now) {
    state.waking = 0;
    state.CTRL |= CTRL.wake;
  }
}

const alarmDone = 0;
const wakeDone = 1;

function update(io: Io): void {
  const { state } = io;
  if (isRunning(io) && state.alarmed === 0) atEdge(io, alarmDone, alarmEdge(io));
  else io.cancel(alarmDone);
  if (isRunning(io) && state.waking !== 0) atEdge(io, wakeDone, state.wakeAt);
  else io.cancel(wakeDone);
  io.line("interrupt", (state.CTRL & flags) !== 0 ? 1 : 0);
}

/** Seconds go on from `value` at this edge. */
function restart(io: Io, value: number): void {
  io.state.seconds = value;
  io.state.secondsFrom = edgesNow(io);
  io.state.alarmed = 0;
}

function writeControl(io: Io, value: number): void {
  const { state } = io;
  const before = secondsValue(io);
  const ran = isRunning(io);
  state.CTRL = (value & ~flags) | (state.CTRL & flags & ~value);
  if ((value & CTRL.hold) !== 0) {
    state.waking = 0;
    state.CTRL &= ~flags;
    restart(io, 0);
  } else if (ran !== isRunning(io)) restart(io, before);
}

const hooks: Hooks<typeof rtcRegisters.rows, RtcFields> = {
  CTRL: { write: writeControl },
  MATCH: { wrote: (io) => restartKeepingPhase(io) },
  COUNT: { get: secondsValue, write: restart },
  WAKE: {
    get: (io) => (io.state.waking === 0 ? 0 : Math.ceil(Math.max(0, io.state.wakeAt - edgesNow(io)) / perWake)),
    write(io, value) {
      io.state.waking = value !== 0 && (io.state.CTRL & CTRL.fast) !== 0 ? 1 : 0;
      io.state.wakeAt = edgesNow(io) + value * perWake;
    },
  },
  SUBSEC: { get: (io) => ((io.state.CTRL & CTRL.subsecond) !== 0 ? edgesPassed(io) % perSecond : 0) },
};

/** A new MATCH may alarm again, and a MATCH that is already past must wait; seconds keep their phase. */
function restartKeepingPhase(io: Io): void {
  const whole = Math.floor(edgesPassed(io) / perSecond);
  io.state.seconds = (io.state.seconds + whole) % wrap;
  io.state.secondsFrom += whole * perSecond;
  io.state.alarmed = 0;
}

export const rtcKind: DeviceKind = deviceKind({
  name: "rtc",
  registers: rtcRegisters,
  state: rtcState,
  tags: 2,
  clock: "osc32k",
  hooks,
  settle,
  update,
});
