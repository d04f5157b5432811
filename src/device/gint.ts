/**
 * Group interrupt (fact sheet lpc55s69 section 10): any or all of the enabled pins (signals `PIO0_5`) at their active
 * levels.
 */
import { array, block, u8, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { pinOf, setPin } from "./pins.ts";
import { registerMap } from "./registers.ts";

const gintRegisters = registerMap([
  { offset: 0x00, name: "CTRL", mask: 0x7 },
  { offset: 0x20, name: "PORT_POL", count: 2, reset: 0xffffffff },
  { offset: 0x40, name: "PORT_ENA", count: 2 },
]);

const gintState = block("gint", { ...gintRegisters.fields, levels: array(u32, 2), active: u8 });

type Io = DeviceIo<(typeof gintState)["fields"]>;

const CTRL = { request: 0x1, all: 0x2, level: 0x4 } as const;

function isActive({ state }: Io): boolean {
  let enabled = 0;
  let met = 0;
  for (const port of [0, 1]) {
    const pins = state.PORT_ENA[port] ?? 0;
    const match = ~((state.levels[port] ?? 0) ^ (state.PORT_POL[port] ?? 0));
    enabled |= pins === 0 ? 0 : 1 << port;
    const satisfied = (state.CTRL & CTRL.all) !== 0 ? (pins & ~match) === 0 : (pins & match) !== 0;
    met |= pins !== 0 && satisfied ? 1 << port : 0;
  }
  if (enabled === 0) return false;
  return (state.CTRL & CTRL.all) !== 0 ? met === enabled : met !== 0;
}

/** Edge: the request stays until it is cleared. Level: it comes back for as long as the condition holds. */
function update(io: Io): void {
  const { state } = io;
  const active = isActive(io);
  if (active && (state.active === 0 || (state.CTRL & CTRL.level) !== 0)) state.CTRL |= CTRL.request;
  state.active = active ? 1 : 0;
  io.line("interrupt", (state.CTRL & CTRL.request) !== 0 ? 1 : 0);
}

function signal({ state }: Io, name: string, level: 0 | 1): void {
  const pin = pinOf(name);
  if (pin !== null) setPin(state.levels, pin, level === 1);
}

export const gintKind: DeviceKind = deviceKind({
  name: "gint",
  registers: gintRegisters,
  state: gintState,
  keep: ["levels"],
  hooks: {
    CTRL: {
      write({ state }, value) {
        state.CTRL = (value & ~CTRL.request) | (state.CTRL & ~value & CTRL.request);
      },
    },
  },
  update,
  signal,
});
