/**
 * OS event timer (fact sheet lpc55s69 section 11): a free-running counter of the 32.768 kHz clock, read and matched
 * in Gray code, 42 bits wide. A match value is taken over at once, so MATCH_WR_RDY always reads 0.
 */
import { block, f64, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const highMask = 0x3ff;

const ostimerRegisters = registerMap([
  { offset: 0x00, name: "EVTIMERL", access: "LIVE" },
  { offset: 0x04, name: "EVTIMERH", access: "LIVE" },
  { offset: 0x08, name: "CAPTURE_L", access: "RO", plain: true },
  { offset: 0x0c, name: "CAPTURE_H", access: "RO", plain: true },
  { offset: 0x10, name: "MATCH_L", reset: 0xffffffff },
  { offset: 0x14, name: "MATCH_H", reset: highMask, mask: highMask },
  { offset: 0x1c, name: "OSEVENT_CTRL", mask: 0x3 },
]);

const ostimerState = block("ostimer", { ...ostimerRegisters.fields, ...edgeFields, startedAt: f64, matched: u8 });

type OstimerFields = (typeof ostimerState)["fields"];
type Io = DeviceIo<OstimerFields>;

const raised = 0x1;
const enabled = 0x2;
const lowBits = 2 ** 32;

export interface Pair {
  readonly low: number;
  readonly high: number;
}

export function grayOf(count: number): Pair {
  const low = (count % lowBits) >>> 0;
  const high = Math.floor(count / lowBits) & highMask;
  return { low: (low ^ ((low >>> 1) | (high << 31))) >>> 0, high: high ^ (high >>> 1) };
}

/** Each bit of the number is the parity of its Gray bits from the top down to it. */
export function countOf({ low, high }: Pair): number {
  const folded = (word: number): number => {
    let bits = word;
    for (const shift of [1, 2, 4, 8, 16]) bits ^= bits >>> shift;
    return bits >>> 0;
  };
  const top = folded(high & highMask);
  return top * lowBits + ((top & 1) === 0 ? folded(low) : ~folded(low) >>> 0);
}

const counted = (io: Io): number => edgesNow(io) - io.state.startedAt;
const wanted = ({ state }: Io): number => countOf({ low: state.MATCH_L, high: state.MATCH_H });

function settle(io: Io): void {
  const { state } = io;
  if (state.matched !== 0 || counted(io) < wanted(io)) return;
  state.matched = 1;
  state.OSEVENT_CTRL |= raised;
}

function update(io: Io): void {
  const { state } = io;
  if (state.matched === 0) atEdge(io, 0, state.startedAt + wanted(io));
  else io.cancel(0);
  io.line("interrupt", (state.OSEVENT_CTRL & (raised | enabled)) === (raised | enabled) ? 1 : 0);
}

/** Only equality matches: a value the counter has passed is 42 bits away. */
function rematch(io: Io): void {
  io.state.matched = wanted(io) < counted(io) ? 1 : 0;
}

const hooks: Hooks<typeof ostimerRegisters.rows, OstimerFields> = {
  EVTIMERL: { get: (io) => grayOf(counted(io)).low },
  EVTIMERH: { get: (io) => grayOf(counted(io)).high },
  MATCH_L: { wrote: rematch },
  MATCH_H: { wrote: rematch },
  OSEVENT_CTRL: {
    write({ state }, value) {
      state.OSEVENT_CTRL = (value & enabled) | (state.OSEVENT_CTRL & ~value & raised);
    },
  },
};

export const ostimerKind: DeviceKind = deviceKind({
  name: "ostimer",
  registers: ostimerRegisters,
  state: ostimerState,
  tags: 1,
  clock: "osc32k",
  reset(io) {
    io.state.startedAt = edgesNow(io);
  },
  hooks,
  settle,
  update,
});
