/**
 * CMSDK AHB GPIO (DDI 0479, section 3.3): sixteen pins, each an output or an input, with an interrupt of its own. A pin
 * that drives reads back what it drives; the others read what comes in at the signals `pin0` to `pin15`.
 */
import { block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hook, type Hooks, registerMap } from "./registers.ts";

const pins = 0xffff;
const byteMasks = 256;

/** A register of one bit a pin: ones written at the first address set bits, at the second clear them; both read it. */
const pair = <const N extends string>(offset: number, name: N) =>
  [
    { offset, name: `${name}SET` as `${N}SET`, access: "W1S", mask: pins },
    { offset: offset + 4, name: `${name}CLR` as `${N}CLR`, access: "CLR", of: `${name}SET`, mask: pins },
  ] as const;

const gpioRegisters = registerMap([
  { offset: 0x00, name: "DATA", access: "LIVE", mask: pins },
  { offset: 0x04, name: "DATAOUT", mask: pins },
  ...pair(0x10, "OUTEN"),
  ...pair(0x18, "ALTFUNC"),
  ...pair(0x20, "INTEN"),
  ...pair(0x28, "INTTYPE"),
  ...pair(0x30, "INTPOL"),
  { offset: 0x38, name: "INTSTATUS", access: "W1C", mask: pins },
  { offset: 0x400, name: "MASKLOWBYTE", access: "LIVE", count: byteMasks, mask: 0xff },
  { offset: 0x800, name: "MASKHIGHBYTE", access: "LIVE", count: byteMasks, mask: 0xff00 },
  ...identityRows(0x20, 0x1b),
]);

const gpioState = block("cmsdk-gpio", {
  ...gpioRegisters.fields,
  /** Levels from outside, one bit a pin. */
  inputs: u32,
  /** Levels that the edge detectors saw last. */
  seen: u32,
});

type GpioFields = (typeof gpioState)["fields"];
type Io = DeviceIo<GpioFields>;

const levelsOf = ({ state }: Io): number => (state.DATAOUT & state.OUTENSET) | (state.inputs & ~state.OUTENSET);

function update(io: Io): void {
  const { state } = io;
  const levels = levelsOf(io);
  const [rising, falling] = [levels & ~state.seen, state.seen & ~levels];
  state.seen = levels;
  const edges = (state.INTPOLSET & rising) | (~state.INTPOLSET & falling);
  const wanted = ~(levels ^ state.INTPOLSET);
  const active = (state.INTTYPESET & edges) | (~state.INTTYPESET & wanted);
  state.INTSTATUS |= active & state.INTENSET & pins;
  io.line("combined", state.INTSTATUS === 0 ? 0 : 1);
  for (let pin = 0; pin < 16; pin++) io.line(`pin${pin}`, ((state.INTSTATUS >>> pin) & 1) as 0 | 1);
}

/** Half of the port; the address says which of its pins a write reaches and a read shows. */
const masked = (shift: number): Hook<GpioFields> => ({
  get: (io, index) => levelsOf(io) & (index << shift),
  write({ state }, value, index) {
    const reach = index << shift;
    state.DATAOUT = (state.DATAOUT & ~reach) | (value & reach);
  },
});

const reading = (
  name: "OUTENSET" | "ALTFUNCSET" | "INTENSET" | "INTTYPESET" | "INTPOLSET",
): Pick<Hook<GpioFields>, "get"> => ({ get: ({ state }) => state[name] });

const hooks: Hooks<typeof gpioRegisters.rows, GpioFields> = {
  DATA: {
    get: levelsOf,
    write({ state }, value, _, lanes) {
      state.DATAOUT = (state.DATAOUT & ~lanes) | value;
    },
  },
  OUTENCLR: reading("OUTENSET"),
  ALTFUNCCLR: reading("ALTFUNCSET"),
  INTENCLR: reading("INTENSET"),
  INTTYPECLR: reading("INTTYPESET"),
  INTPOLCLR: reading("INTPOLSET"),
  MASKLOWBYTE: masked(0),
  MASKHIGHBYTE: masked(8),
};

export const cmsdkGpioKind: DeviceKind = deviceKind({
  name: "cmsdk-gpio",
  registers: gpioRegisters,
  state: gpioState,
  keep: ["inputs"],
  reset(io) {
    io.state.seen = levelsOf(io);
  },
  hooks,
  update,
  signal(io, name, level) {
    const bit = 1 << Number(name.slice("pin".length));
    io.state.inputs = level === 1 ? io.state.inputs | bit : io.state.inputs & ~bit;
  },
});
