/**
 * Micro-tick timer (fact sheet lpc55s69 section 11): a delay of DELAYVAL + 1 clocks of 1 MHz, once or again and
 * again.
 */
import { array, block, f64, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

const utickRegisters = registerMap([
  { offset: 0x00, name: "CTRL" },
  { offset: 0x04, name: "STAT", access: "W1C", mask: 0x1 },
  { offset: 0x08, name: "CFG", mask: 0xf0f },
  { offset: 0x0c, name: "CAPCLR", access: "WO", mask: 0xf },
  { offset: 0x10, name: "CAP", count: 4, access: "RO" },
]);

const utickState = block("utick", {
  ...utickRegisters.fields,
  ...edgeFields,
  endsAt: f64,
  captureLevels: array(u8, 4),
});

type Io = DeviceIo<(typeof utickState)["fields"]>;

const raised = 0x1;
const active = 0x2;
const repeat = 0x80000000;
const captured = 0x80000000;

const delay = ({ state }: Io): number => (state.CTRL & ~repeat) + 1;

function settle(io: Io): void {
  const { state } = io;
  const now = edgesNow(io);
  if ((state.STAT & active) === 0 || state.endsAt > now) return;
  state.STAT |= raised;
  if ((state.CTRL & repeat) !== 0) state.endsAt += (Math.floor((now - state.endsAt) / delay(io)) + 1) * delay(io);
  else state.STAT &= ~active;
}

function update(io: Io): void {
  const again = (io.state.CTRL & repeat) !== 0 && (io.state.STAT & raised) !== 0;
  if ((io.state.STAT & active) !== 0 && !again) atEdge(io, 0, io.state.endsAt);
  else io.cancel(0);
  io.line("interrupt", (io.state.STAT & raised) !== 0 ? 1 : 0);
}

function start(io: Io): void {
  const { state } = io;
  state.endsAt = edgesNow(io) + delay(io);
  state.STAT = (state.STAT & ~active) | ((state.CTRL & ~repeat) !== 0 ? active : 0);
}

/** CFG: bit n captures at input n, bit 8 + n chooses the falling edge. The value is what is left of the delay. */
function signal(io: Io, name: string, level: 0 | 1): void {
  const { state } = io;
  const input = Number(name.slice("cap".length));
  if (!name.startsWith("cap") || state.captureLevels[input] === level) return;
  state.captureLevels[input] = level;
  const enabled = ((state.CFG >>> input) & 1) !== 0;
  const edge = ((state.CFG >>> (8 + input)) & 1) === 0 ? 1 : 0;
  if (!enabled || level !== edge || (state.CAP[input] ?? 0) >= captured) return;
  state.CAP[input] = captured + Math.max(0, state.endsAt - edgesNow(io) - 1);
}

export const utickKind: DeviceKind = deviceKind({
  name: "utick",
  registers: utickRegisters,
  state: utickState,
  tags: 1,
  clock: "function",
  keep: ["captureLevels"],
  hooks: {
    CTRL: { wrote: start },
    CAPCLR: {
      write({ state }, ones) {
        for (let input = 0; input < 4; input++) if (((ones >>> input) & 1) !== 0) state.CAP[input] = 0;
      },
    },
  },
  settle,
  update,
  signal,
});
