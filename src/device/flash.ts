/**
 * Flash controller (fact sheet lpc55s69 section 9): takes the read mode that start-up code sets. Commands that would
 * change or test the flash fail, and are told as gaps.
 */
import { block } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

const flashRegisters = registerMap([
  { offset: 0x000, name: "CMD", access: "WO" },
  { offset: 0x004, name: "EVENT", access: "WO", plain: true },
  { offset: 0x010, name: "STARTA", mask: 0x3ffff },
  { offset: 0x014, name: "STOPA", mask: 0x3ffff },
  { offset: 0x080, name: "DATAW", count: 4 },
  { offset: 0xfd8, name: "INT_CLR_ENABLE", access: "CLR", of: "INT_ENABLE" },
  { offset: 0xfdc, name: "INT_SET_ENABLE", access: "SET", of: "INT_ENABLE", reads: 0 },
  { offset: 0xfe0, name: "INT_STATUS", access: "RO" },
  { offset: 0xfe4, name: "INT_ENABLE", access: "RO" },
  { offset: 0xfe8, name: "INT_CLR_STATUS", access: "CLR", of: "INT_STATUS" },
  { offset: 0xfec, name: "INT_SET_STATUS", access: "SET", of: "INT_STATUS", reads: 0 },
  { offset: 0xffc, name: "MODULE_ID", access: "RO", reset: 0xc40f0800 },
]);

const flashState = block("flash-controller", flashRegisters.fields);

type Io = DeviceIo<(typeof flashState)["fields"]>;

const status = { fail: 0x1, done: 0x4 } as const;
const setReadMode = 2;

function command(io: Io, value: number): void {
  if (value === setReadMode) io.state.INT_STATUS |= status.done;
  else {
    io.gap(`FLASH.CMD command ${value}`);
    io.state.INT_STATUS |= status.done | status.fail;
  }
}

export const flashKind: DeviceKind = deviceKind({
  name: "flash",
  registers: flashRegisters,
  state: flashState,
  hooks: { CMD: { write: command } },
  update: (io) => io.line("interrupt", (io.state.INT_STATUS & io.state.INT_ENABLE) !== 0 ? 1 : 0),
});
