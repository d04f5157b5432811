/**
 * CMSDK APB watchdog (DDI 0479, section 4.4): the first time its counter reaches zero it interrupts, the second time it
 * resets the system.
 */
import { block, f64, u8, type View } from "../state/layout.ts";
import { countsToZero, valueAfter, zerosWithin } from "./countdown.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const CONTROL = { interrupt: 1, reset: 2 } as const;
const TEST = { reset: 1, interrupt: 2 } as const;
/** Writing this to LOCK opens the other registers; writing anything else closes them. */
const unlockKey = 0x1acce551;

const watchdogRegisters = registerMap([
  { offset: 0x000, name: "WDOGLOAD", reset: 0xffffffff },
  { offset: 0x004, name: "WDOGVALUE", access: "RO", reset: 0xffffffff },
  { offset: 0x008, name: "WDOGCONTROL", mask: 3 },
  { offset: 0x00c, name: "WDOGINTCLR", access: "WO" },
  { offset: 0x010, name: "WDOGRIS", access: "RO" },
  { offset: 0x014, name: "WDOGMIS", access: "LIVE" },
  { offset: 0xc00, name: "WDOGLOCK" },
  { offset: 0xf00, name: "WDOGITCR", mask: 1 },
  { offset: 0xf04, name: "WDOGITOP", access: "WO" },
  ...identityRows(0x24, 0x1b),
]);

const watchdogState = block("cmsdk-watchdog", {
  ...watchdogRegisters.fields,
  ...edgeFields,
  /** WDOGVALUE is the counter's as of this edge of the clock. */
  baseEdge: f64,
  testOutput: u8,
});

type WatchdogFields = (typeof watchdogState)["fields"];
type Io = DeviceIo<WatchdogFields>;

const countdownOf = ({ WDOGVALUE, WDOGLOAD }: View<WatchdogFields>) => ({ value: WDOGVALUE, reload: WDOGLOAD });

/** INTEN starts the counter, too. */
const countsPassed = (io: Io): number =>
  (io.state.WDOGCONTROL & CONTROL.interrupt) === 0 ? 0 : Math.max(0, edgesNow(io) - io.state.baseEdge);

function settle(io: Io): void {
  const { state } = io;
  const counts = countsPassed(io);
  const zeros = zerosWithin(countdownOf(state), counts);
  state.WDOGVALUE = valueAfter(countdownOf(state), counts);
  state.baseEdge = edgesNow(io);
  if (zeros === 0) return;
  if (zeros + state.WDOGRIS > 1 && (state.WDOGCONTROL & CONTROL.reset) !== 0) io.requestReset("watchdog timed out");
  state.WDOGRIS = 1;
}

const interruptOf = ({ WDOGRIS, WDOGCONTROL }: View<WatchdogFields>): number =>
  WDOGRIS & (WDOGCONTROL & CONTROL.interrupt);

function update(io: Io): void {
  const { state } = io;
  const tested = state.WDOGITCR !== 0;
  const raised = tested ? (state.testOutput & TEST.interrupt) !== 0 : interruptOf(state) !== 0;
  io.line("interrupt", raised ? 1 : 0);
  const ahead = countsToZero(countdownOf(state));
  if ((state.WDOGCONTROL & CONTROL.interrupt) !== 0 && Number.isFinite(ahead)) atEdge(io, 0, state.baseEdge + ahead);
  else io.cancel(0);
}

/** A write while locked changes nothing. */
const unlessLocked =
  (act: (io: Io, value: number) => void) =>
  (io: Io, value: number): void => {
    if (io.state.WDOGLOCK === 0) act(io, value);
  };

const reload = ({ state }: Io): void => {
  state.WDOGVALUE = state.WDOGLOAD;
};

const hooks: Hooks<typeof watchdogRegisters.rows, WatchdogFields> = {
  WDOGLOAD: {
    write: unlessLocked((io, value) => {
      io.state.WDOGLOAD = value;
      reload(io);
    }),
  },
  WDOGVALUE: { get: (io) => valueAfter(countdownOf(io.state), countsPassed(io)) },
  WDOGCONTROL: {
    write: unlessLocked((io, value) => {
      const starts = value & ~io.state.WDOGCONTROL & CONTROL.interrupt;
      io.state.WDOGCONTROL = value;
      if (starts !== 0) reload(io);
    }),
  },
  WDOGINTCLR: {
    write: unlessLocked((io) => {
      io.state.WDOGRIS = 0;
      reload(io);
    }),
  },
  WDOGMIS: { get: ({ state }) => interruptOf(state) },
  WDOGLOCK: {
    write({ state }, value) {
      state.WDOGLOCK = value === unlockKey ? 0 : 1;
    },
  },
  WDOGITCR: {
    write: unlessLocked((io, value) => {
      io.state.WDOGITCR = value;
    }),
  },
  WDOGITOP: {
    write: unlessLocked((io, value) => {
      io.state.testOutput = value & (TEST.reset | TEST.interrupt);
      if (io.state.WDOGITCR !== 0 && (value & TEST.reset) !== 0) io.requestReset("watchdog in test mode");
    }),
  },
};

export const cmsdkWatchdogKind: DeviceKind = deviceKind({
  name: "cmsdk-watchdog",
  registers: watchdogRegisters,
  state: watchdogState,
  tags: 1,
  clock: "function",
  reset(io) {
    io.state.baseEdge = edgesNow(io);
  },
  hooks,
  settle,
  update,
});
