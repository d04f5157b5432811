/** FPGA system control and I/O of the MPS2 boards (DAI 0505, section 3.2): LEDs, buttons, three counters. */
import { block, f64 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { edgeFields, edgesNow } from "./ticking.ts";

const fpgaioRegisters = registerMap([
  { offset: 0x00, name: "LED0", mask: 3 },
  { offset: 0x08, name: "BUTTON", access: "RO" },
  { offset: 0x10, name: "CLK1HZ", access: "LIVE" },
  { offset: 0x14, name: "CLK100HZ", access: "LIVE" },
  { offset: 0x18, name: "COUNTER" },
  { offset: 0x1c, name: "PRESCALE" },
  { offset: 0x20, name: "PSCNTR" },
  { offset: 0x4c, name: "MISC" },
]);

const fpgaioState = block("mps2-fpgaio", {
  ...fpgaioRegisters.fields,
  ...edgeFields,
  /** COUNTER and PSCNTR are as of this edge of the clock. */
  baseEdge: f64,
  /** Edges at which the two slow counters were zero. */
  zero1Hz: f64,
  zero100Hz: f64,
});

type Fields = (typeof fpgaioState)["fields"];
type Io = DeviceIo<Fields>;

/** PSCNTR goes down and starts over from PRESCALE; COUNTER goes up with each such start. */
function countersNow(io: Io): { COUNTER: number; PSCNTR: number } {
  const { COUNTER, PSCNTR, PRESCALE, baseEdge } = io.state;
  const edges = edgesNow(io) - baseEdge;
  if (edges <= PSCNTR) return { COUNTER, PSCNTR: PSCNTR - edges };
  const beyond = edges - PSCNTR - 1;
  const laps = 1 + Math.floor(beyond / (PRESCALE + 1));
  return { COUNTER: (COUNTER + laps) % 2 ** 32, PSCNTR: PRESCALE - (beyond % (PRESCALE + 1)) };
}

function settle(io: Io): void {
  Object.assign(io.state, countersNow(io));
  io.state.baseEdge = edgesNow(io);
}

/** Clock edges in a period of a slow counter. */
const periodOf = (io: Io, hertz: number): number => Math.max(1, Math.floor(io.state.edgesHertz / hertz));
const slowCount = (io: Io, zero: number, hertz: number): number =>
  Math.floor((edgesNow(io) - zero) / periodOf(io, hertz)) >>> 0;

const hooks: Hooks<typeof fpgaioRegisters.rows, Fields> = {
  CLK1HZ: {
    get: (io) => slowCount(io, io.state.zero1Hz, 1),
    write(io, value) {
      io.state.zero1Hz = edgesNow(io) - value * periodOf(io, 1);
    },
  },
  CLK100HZ: {
    get: (io) => slowCount(io, io.state.zero100Hz, 100),
    write(io, value) {
      io.state.zero100Hz = edgesNow(io) - value * periodOf(io, 100);
    },
  },
  COUNTER: { get: (io) => countersNow(io).COUNTER },
  PSCNTR: { get: (io) => countersNow(io).PSCNTR },
};

export const mps2FpgaioKind: DeviceKind = deviceKind({
  name: "mps2-fpgaio",
  registers: fpgaioRegisters,
  state: fpgaioState,
  clock: "bus",
  reset(io) {
    const now = edgesNow(io);
    Object.assign(io.state, { baseEdge: now, zero1Hz: now, zero100Hz: now });
  },
  hooks,
  settle,
});
