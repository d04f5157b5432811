/**
 * CMSDK APB dual-input timer (DDI 0479, section 4.2): two counters that go down, 16 or 32 bits wide, free-running,
 * periodic or once, with a prescaler each.
 */
import { array, block, f64, u8 } from "../state/layout.ts";
import { type Countdown, countsToZero, valueAfter, zerosWithin } from "./countdown.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, type RegisterRow, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const CONTROL = { oneShot: 0x01, wide: 0x02, prescale: 0x0c, interrupt: 0x20, periodic: 0x40, enable: 0x80 } as const;
const counters = [0, 1] as const;

/** The same register of both counters. */
const pair = <const N extends string, const R extends Partial<RegisterRow>>(offset: number, name: N, more: R) =>
  ({ offset, name, count: 2, stride: 0x20, element: `TIMER%${name}`, first: 1, ...more }) as const;

const dualtimerRegisters = registerMap([
  pair(0x00, "LOAD", {}),
  pair(0x04, "VALUE", { access: "RO", reset: 0xffffffff }),
  pair(0x08, "CONTROL", { mask: 0xef, reset: CONTROL.interrupt }),
  pair(0x0c, "INTCLR", { access: "WO" }),
  pair(0x10, "RIS", { access: "RO" }),
  pair(0x14, "MIS", { access: "LIVE" }),
  pair(0x18, "BGLOAD", { access: "LIVE" }),
  { offset: 0xf00, name: "TIMERITCR", mask: 1 },
  { offset: 0xf04, name: "TIMERITOP", access: "WO" },
  ...identityRows(0x23, 0x1b),
]);

const dualtimerState = block("cmsdk-dualtimer", {
  ...dualtimerRegisters.fields,
  ...edgeFields,
  /** VALUE is the counter's as of this edge of the clock. */
  baseEdge: array(f64, 2),
  testOutput: u8,
});

type DualtimerFields = (typeof dualtimerState)["fields"];
type Io = DeviceIo<DualtimerFields>;

const controlOf = ({ state }: Io, counter: number): number => state.CONTROL[counter] ?? 0;
const countMask = (control: number): number => (control & CONTROL.wide ? 0xffffffff : 0xffff);
const prescaleOf = (control: number): number => {
  const field = (control & CONTROL.prescale) >>> 2;
  return field === 0 ? 1 : field === 1 ? 16 : 256;
};

/** The bits that count; once only is a counter that starts over from nothing. */
function countdownOf(io: Io, counter: number): Countdown {
  const control = controlOf(io, counter);
  const mask = countMask(control);
  const periodic = ((io.state.LOAD[counter] ?? 0) & mask) >>> 0;
  const reload = control & CONTROL.oneShot ? 0 : control & CONTROL.periodic ? periodic : mask;
  return { value: ((io.state.VALUE[counter] ?? 0) & mask) >>> 0, reload };
}

function countsPassed(io: Io, counter: number): number {
  const control = controlOf(io, counter);
  if ((control & CONTROL.enable) === 0) return 0;
  return Math.floor((edgesNow(io) - (io.state.baseEdge[counter] ?? 0)) / prescaleOf(control));
}

/** In 16-bit mode the upper half stands. */
function valueNow(io: Io, counter: number): number {
  const mask = countMask(controlOf(io, counter));
  const value = valueAfter(countdownOf(io, counter), countsPassed(io, counter));
  return (((io.state.VALUE[counter] ?? 0) & ~mask) | (value & mask)) >>> 0;
}

function settle(io: Io): void {
  const { state } = io;
  for (const counter of counters) {
    const control = controlOf(io, counter);
    const counts = countsPassed(io, counter);
    if (zerosWithin(countdownOf(io, counter), counts) > 0) state.RIS[counter] = 1;
    state.VALUE[counter] = valueNow(io, counter);
    if ((control & CONTROL.enable) === 0) state.baseEdge[counter] = edgesNow(io);
    else state.baseEdge[counter] = (state.baseEdge[counter] ?? 0) + counts * prescaleOf(control);
  }
}

const maskedStatus = (io: Io, counter: number): number =>
  controlOf(io, counter) & CONTROL.interrupt ? (io.state.RIS[counter] ?? 0) : 0;

function update(io: Io): void {
  const { state } = io;
  let any = 0;
  for (const counter of counters) {
    const raised = state.TIMERITCR !== 0 ? (state.testOutput >>> counter) & 1 : maskedStatus(io, counter);
    io.line(`timer${counter + 1}`, raised !== 0 ? 1 : 0);
    any |= raised;
    const control = controlOf(io, counter);
    const ahead = countsToZero(countdownOf(io, counter));
    const awaited = (control & CONTROL.enable) !== 0 && Number.isFinite(ahead);
    if (awaited) atEdge(io, counter, (state.baseEdge[counter] ?? 0) + ahead * prescaleOf(control));
    else io.cancel(counter);
  }
  io.line("combined", any !== 0 ? 1 : 0);
}

const hooks: Hooks<typeof dualtimerRegisters.rows, DualtimerFields> = {
  LOAD: {
    wrote({ state }, counter) {
      state.VALUE[counter] = state.LOAD[counter] ?? 0;
    },
  },
  VALUE: { get: valueNow },
  CONTROL: {
    wrote(io, counter, before) {
      const control = controlOf(io, counter);
      if ((control & CONTROL.prescale) === CONTROL.prescale) io.gap("CMSDK-DUALTIMER.CONTROL prescale 3");
      // A prescaler that changes begins its first count.
      if (((control ^ before) & CONTROL.prescale) !== 0) io.state.baseEdge[counter] = edgesNow(io);
    },
  },
  INTCLR: {
    write({ state }, _, counter) {
      state.RIS[counter] = 0;
    },
  },
  MIS: { get: maskedStatus },
  BGLOAD: {
    get: ({ state }, counter) => state.LOAD[counter] ?? 0,
    write({ state }, value, counter) {
      state.LOAD[counter] = value;
    },
  },
  TIMERITOP: {
    write({ state }, value) {
      state.testOutput = value & 3;
    },
  },
};

export const cmsdkDualtimerKind: DeviceKind = deviceKind({
  name: "cmsdk-dualtimer",
  registers: dualtimerRegisters,
  state: dualtimerState,
  tags: 2,
  clock: "bus",
  reset(io) {
    io.state.baseEdge.fill(edgesNow(io));
  },
  hooks,
  settle,
  update,
});
