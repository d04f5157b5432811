/**
 * Multi-rate timer (fact sheet lpc55s69 section 11): four 24-bit channels counting bus clocks down from IVALUE - 1 to
 * 0, so an interval is IVALUE clocks.
 */
import { array, block, f64, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const channelCount = 4;
const stride = 0x10;
const channels = { count: channelCount, stride } as const;

const mrtRegisters = registerMap([
  { offset: 0x000, name: "INTVAL", ...channels, mask: 0x80ffffff },
  { offset: 0x004, name: "TIMER", ...channels, access: "LIVE" },
  { offset: 0x008, name: "CTRL", ...channels, mask: 0x7 },
  { offset: 0x00c, name: "STAT", ...channels, access: "LIVE", mask: 0x5 },
  { offset: 0x0f0, name: "MODCFG", reset: 0x173, mask: 0x80000000 },
  { offset: 0x0f4, name: "IDLE_CH", access: "LIVE" },
  { offset: 0x0f8, name: "IRQ_FLAG", access: "LIVE", mask: 0xf },
]);

const mrtState = block("mrt", {
  ...mrtRegisters.fields,
  ...edgeFields,
  running: array(u8, channelCount),
  flagged: array(u8, channelCount),
  /** STAT.INUSE, which only matters to software that shares channels (MODCFG.MULTITASK). */
  inUse: array(u8, channelCount),
  /** Bus clock edge at which the interval under way ends. */
  endsAt: array(f64, channelCount),
});

type MrtFields = (typeof mrtState)["fields"];
type Io = DeviceIo<MrtFields>;

const loadNow = 0x80000000;
const valueMask = 0xffffff;
const interruptEnable = 0x1;
const oneShot = 0x2;
const oneShotStall = 0x4;

const indices = Array.from({ length: channelCount }, (_, index) => index);
const interval = ({ state }: Io, index: number): number => (state.INTVAL[index] ?? 0) & valueMask;

function start(io: Io, index: number, edge: number): void {
  const { state } = io;
  state.running[index] = interval(io, index) === 0 ? 0 : 1;
  state.endsAt[index] = edge + interval(io, index);
}

function settle(io: Io): void {
  const { state } = io;
  const now = edgesNow(io);
  for (const index of indices)
    while (state.running[index] !== 0 && (state.endsAt[index] ?? 0) <= now) {
      state.flagged[index] = 1;
      if (((state.CTRL[index] ?? 0) & (oneShot | oneShotStall)) !== 0) state.running[index] = 0;
      else repeat(io, index, now);
    }
}

/** The next interval under way at edge `now`: those between are over, and their flag is up already. */
function repeat(io: Io, index: number, now: number): void {
  const end = io.state.endsAt[index] ?? 0;
  const length = interval(io, index);
  start(io, index, length === 0 ? end : end + Math.floor((now - end) / length) * length);
}

function update(io: Io): void {
  const { state } = io;
  let raised = false;
  for (const index of indices) {
    const awaited = state.flagged[index] === 0 || ((state.CTRL[index] ?? 0) & (oneShot | oneShotStall)) !== 0;
    if (state.running[index] !== 0 && awaited) atEdge(io, index, state.endsAt[index] ?? 0);
    else io.cancel(index);
    raised ||= state.flagged[index] !== 0 && ((state.CTRL[index] ?? 0) & interruptEnable) !== 0;
  }
  io.line("interrupt", raised ? 1 : 0);
}

function remaining(io: Io, index: number): number {
  if (io.state.running[index] === 0) return valueMask;
  return Math.max(0, (io.state.endsAt[index] ?? 0) - edgesNow(io) - 1);
}

const flags = ({ state }: Io): number =>
  indices.reduce((all, index) => all | ((state.flagged[index] ?? 0) << index), 0);

function writeInterval(io: Io, value: number, index: number): void {
  const { state } = io;
  state.INTVAL[index] = value & valueMask;
  // A running interval is finished first, unless the write says otherwise.
  if ((value & loadNow) !== 0 || state.running[index] === 0) start(io, index, edgesNow(io));
}

const hooks: Hooks<typeof mrtRegisters.rows, MrtFields> = {
  INTVAL: { write: writeInterval },
  TIMER: { get: remaining },
  CTRL: {
    wrote(io, index) {
      if (((io.state.CTRL[index] ?? 0) & oneShotStall) !== 0) io.gap("MRT.CTRL one-shot bus stall");
    },
  },
  STAT: {
    get: ({ state }, index) =>
      (state.flagged[index] ?? 0) | ((state.running[index] ?? 0) << 1) | ((state.inUse[index] ?? 0) << 2),
    write({ state }, ones, index) {
      if ((ones & 1) !== 0) state.flagged[index] = 0;
      if ((ones & 4) !== 0) state.inUse[index] = 0;
    },
  },
  IDLE_CH: {
    get({ state }) {
      const idle = indices.find((index) => state.running[index] === 0) ?? channelCount;
      return idle << 4;
    },
  },
  IRQ_FLAG: {
    get: flags,
    write({ state }, ones) {
      for (const index of indices) if (((ones >>> index) & 1) !== 0) state.flagged[index] = 0;
    },
  },
};

export const mrtKind: DeviceKind = deviceKind({
  name: "mrt",
  registers: mrtRegisters,
  state: mrtState,
  tags: channelCount,
  clock: "bus",
  hooks,
  settle,
  update,
});
