/**
 * Pin interrupts (fact sheet lpc55s69 section 10): signals `pin0`.. raise lines `interrupt0`.. on edges or levels.
 * The pattern match engine is not modelled.
 */
import { block, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";

const all = { mask: 0xff } as const;

const pintRegisters = registerMap([
  { offset: 0x000, name: "ISEL", ...all },
  { offset: 0x004, name: "IENR", ...all },
  { offset: 0x008, name: "SIENR", access: "SET", of: "IENR", reads: 0 },
  { offset: 0x00c, name: "CIENR", access: "CLR", of: "IENR" },
  { offset: 0x010, name: "IENF", ...all },
  { offset: 0x014, name: "SIENF", access: "SET", of: "IENF", reads: 0 },
  { offset: 0x018, name: "CIENF", access: "CLR", of: "IENF" },
  { offset: 0x01c, name: "RISE", access: "W1C", ...all },
  { offset: 0x020, name: "FALL", access: "W1C", ...all },
  { offset: 0x024, name: "IST", access: "LIVE", ...all },
  { offset: 0x028, name: "PMCTRL", mask: 0xff000003 },
  { offset: 0x02c, name: "PMSRC", mask: 0xffffff00 },
  { offset: 0x030, name: "PMCFG", mask: 0xffffff7f },
]);

const pintState = block("pint", { ...pintRegisters.fields, levels: u8 });

type PintFields = (typeof pintState)["fields"];
type Io = DeviceIo<PintFields>;

/** Edge pins: a detected and enabled edge. Level pins: enabled by IENR, active at the level that IENF says. */
function requests({ state }: Io): number {
  const edges = (state.RISE & state.IENR) | (state.FALL & state.IENF);
  const active = state.IENR & ~(state.levels ^ state.IENF);
  return ((state.ISEL & active) | (~state.ISEL & edges)) & 0xff;
}

function signal(io: Io, name: string, level: 0 | 1): void {
  const { state } = io;
  const bit = 1 << Number(name.slice("pin".length));
  if (!name.startsWith("pin") || ((state.levels & bit) !== 0) === (level === 1)) return;
  state.levels ^= bit;
  if (level === 1) state.RISE |= bit;
  else state.FALL |= bit;
}

const hooks: Hooks<typeof pintRegisters.rows, PintFields> = {
  IST: {
    get: requests,
    // Edge pins: both detections go. Level pins: the active level is turned round.
    write({ state }, ones) {
      state.RISE &= ~(ones & ~state.ISEL);
      state.FALL &= ~(ones & ~state.ISEL);
      state.IENF ^= ones & state.ISEL;
    },
  },
  PMCTRL: {
    wrote(io) {
      if ((io.state.PMCTRL & 0x3) !== 0) io.gap("PINT.PMCTRL pattern match");
    },
  },
};

/** `count`: how many of the eight pins have an interrupt. */
export const pint = (name: string, count: number): DeviceKind =>
  deviceKind({
    name,
    registers: pintRegisters,
    state: pintState,
    keep: ["levels"],
    hooks,
    update(io) {
      for (let pin = 0; pin < count; pin++) io.line(`interrupt${pin}`, ((requests(io) >>> pin) & 1) as 0 | 1);
    },
    signal,
  });
