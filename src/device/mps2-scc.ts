/** Serial configuration controller of the MPS2 boards (Arm 100112, section 4.3; DAI 0505, section 3.3). */
import { array, block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, type RegisterRow, registerMap } from "./registers.ts";

const CFGCTRL = { device: 0xfff, functionShift: 20, function: 0x3f, write: 0x4000_0000, start: 0x8000_0000 } as const;
const CFGSTAT = { done: 1, error: 2 } as const;
/** The only function that the FPGA images answer: the source clocks, in hertz. */
const clockFunction = 1;

const sccRows = [
  { offset: 0x00, name: "CFG0" },
  { offset: 0x04, name: "CFG1" },
  { offset: 0x0c, name: "CFG3", access: "RO" },
  { offset: 0x10, name: "CFG4", access: "RO" },
  { offset: 0xa0, name: "CFGDATA_RTN", access: "RO" },
  { offset: 0xa4, name: "CFGDATA_OUT" },
  { offset: 0xa8, name: "CFGCTRL", mask: 0xc3f00fff, reset: 0x0010_0000 },
  { offset: 0xac, name: "CFGSTAT", access: "RO" },
  { offset: 0x100, name: "DLL", mask: 0xff00_0000, reset: 0xffff_0001 },
  { offset: 0xff8, name: "AID", access: "RO" },
  { offset: 0xffc, name: "ID", access: "RO" },
] as const satisfies readonly RegisterRow[];

export interface SccIdentity {
  readonly id: number;
  readonly aid: number;
  readonly cfg4: number;
  /** Source clocks after reset, in hertz. */
  readonly clocks: readonly number[];
}

export function mps2Scc({ id, aid, cfg4, clocks }: SccIdentity): DeviceKind {
  const registers = registerMap(sccRows);
  const state = block("mps2-scc", { ...registers.fields, sourceClock: array(u32, clocks.length) });
  type Io = DeviceIo<(typeof state)["fields"]>;
  /** Reads or sets a source clock, at once. */
  const transfer = ({ state: at }: Io, control: number): void => {
    const device = control & CFGCTRL.device;
    const known = ((control >>> CFGCTRL.functionShift) & CFGCTRL.function) === clockFunction && device < clocks.length;
    at.CFGSTAT = known ? CFGSTAT.done : CFGSTAT.done | CFGSTAT.error;
    if (!known) return;
    if ((control & CFGCTRL.write) !== 0) at.sourceClock[device] = at.CFGDATA_OUT;
    else at.CFGDATA_RTN = at.sourceClock[device] ?? 0;
  };
  const hooks: Hooks<typeof sccRows, (typeof state)["fields"]> = {
    CFGCTRL: {
      write(io, value) {
        io.state.CFGSTAT = 0;
        io.state.CFGCTRL = (value & ~CFGCTRL.start) >>> 0;
        if ((value & CFGCTRL.start) !== 0) transfer(io, value);
      },
    },
  };
  return deviceKind({
    name: "mps2-scc",
    registers,
    state,
    hooks,
    reset({ state: at }) {
      at.ID = id;
      at.AID = aid;
      at.CFG4 = cfg4;
      clocks.forEach((hertz, index) => {
        at.sourceClock[index] = hertz;
      });
    },
  });
}
