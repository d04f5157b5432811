/** CMSDK APB timer (DDI 0479, section 4.1): 32 bits, down, with a reload value. The EXTIN input is not connected. */
import { block, f64, type View } from "../state/layout.ts";
import { countsToZero, valueAfter, zerosWithin } from "./countdown.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const CTRL = { enable: 1, external: 6, interrupt: 8 } as const;

const timerRegisters = registerMap([
  { offset: 0x0, name: "CTRL", mask: 0xf },
  { offset: 0x4, name: "VALUE" },
  { offset: 0x8, name: "RELOAD" },
  { offset: 0xc, name: "INTSTATUS", access: "W1C", mask: 1 },
  ...identityRows(0x22, 0x1b),
]);

const timerState = block("cmsdk-timer", {
  ...timerRegisters.fields,
  ...edgeFields,
  /** VALUE is the counter's as of this edge of the clock. */
  baseEdge: f64,
});

type TimerFields = (typeof timerState)["fields"];
type Io = DeviceIo<TimerFields>;

const countdownOf = ({ VALUE, RELOAD }: View<TimerFields>) => ({ value: VALUE, reload: RELOAD });

const countsPassed = (io: Io): number =>
  (io.state.CTRL & CTRL.enable) === 0 ? 0 : Math.max(0, edgesNow(io) - io.state.baseEdge);

function settle(io: Io): void {
  const { state } = io;
  const counts = countsPassed(io);
  if (zerosWithin(countdownOf(state), counts) > 0 && (state.CTRL & CTRL.interrupt) !== 0) state.INTSTATUS = 1;
  state.VALUE = valueAfter(countdownOf(state), counts);
  state.baseEdge = edgesNow(io);
}

function update(io: Io): void {
  const { state } = io;
  io.line("interrupt", state.INTSTATUS !== 0 ? 1 : 0);
  const ahead = countsToZero(countdownOf(state));
  const awaited = (state.CTRL & (CTRL.enable | CTRL.interrupt)) === (CTRL.enable | CTRL.interrupt);
  if (awaited && Number.isFinite(ahead)) atEdge(io, 0, state.baseEdge + ahead);
  else io.cancel(0);
}

const hooks: Hooks<typeof timerRegisters.rows, TimerFields> = {
  CTRL: {
    wrote(io, _, before) {
      if ((io.state.CTRL & ~before & CTRL.external) !== 0) io.gap("CMSDK-TIMER.CTRL external enable or clock");
    },
  },
  VALUE: { get: (io) => valueAfter(countdownOf(io.state), countsPassed(io)) },
  RELOAD: {
    wrote({ state }) {
      state.VALUE = state.RELOAD;
    },
  },
};

export const cmsdkTimerKind: DeviceKind = deviceKind({
  name: "cmsdk-timer",
  registers: timerRegisters,
  state: timerState,
  tags: 1,
  clock: "bus",
  reset(io) {
    io.state.baseEdge = edgesNow(io);
  },
  hooks,
  settle,
  update,
});
