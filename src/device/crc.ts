/** CRC engine (fact sheet lpc55s69 section 11): CCITT, CRC-16 and CRC-32, data written in bytes, halfwords or words. */
import { block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

const crcRegisters = registerMap([
  { offset: 0x0, name: "MODE", mask: 0x3f },
  { offset: 0x4, name: "SEED", reset: 0xffff },
  // One address: read SUM, write WR_DATA.
  { offset: 0x8, name: "SUM", access: "LIVE" },
]);

const crcState = block("crc", { ...crcRegisters.fields, remainder: u32 });

type Io = DeviceIo<(typeof crcState)["fields"]>;

const MODE = { polynomial: 0x3, reverseData: 0x4, invertData: 0x8, reverseSum: 0x10, invertSum: 0x20 } as const;

const polynomials = [
  { bits: 16, terms: 0x1021 },
  { bits: 16, terms: 0x8005 },
  { bits: 32, terms: 0x04c11db7 },
  { bits: 32, terms: 0x04c11db7 },
] as const;

const polynomialOf = ({ state }: Io) => polynomials[(state.MODE & MODE.polynomial) as 0 | 1 | 2 | 3];

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result = (result << 1) | ((value >>> bit) & 1);
  return result >>> 0;
}

function addByte(io: Io, byte: number): void {
  const { state } = io;
  const { bits, terms } = polynomialOf(io);
  const inverted = (state.MODE & MODE.invertData) !== 0 ? byte ^ 0xff : byte;
  const data = (state.MODE & MODE.reverseData) !== 0 ? reversed(inverted, 8) : inverted;
  let remainder = state.remainder ^ (data << (bits - 8));
  for (let step = 0; step < 8; step++) {
    const top = (remainder >>> (bits - 1)) & 1;
    remainder = (remainder << 1) ^ (top === 1 ? terms : 0);
  }
  state.remainder = bits === 16 ? remainder & 0xffff : remainder >>> 0;
}

function sum(io: Io): number {
  const { state } = io;
  const { bits } = polynomialOf(io);
  const turned = (state.MODE & MODE.reverseSum) !== 0 ? reversed(state.remainder, bits) : state.remainder;
  const limit = bits === 16 ? 0xffff : 0xffffffff;
  return ((state.MODE & MODE.invertSum) !== 0 ? ~turned & limit : turned) >>> 0;
}

export const crcKind: DeviceKind = deviceKind({
  name: "crc",
  registers: crcRegisters,
  state: crcState,
  reset({ state }) {
    state.remainder = state.SEED;
  },
  hooks: {
    SEED: {
      wrote({ state }) {
        state.remainder = state.SEED;
      },
    },
    SUM: {
      get: sum,
      write(io, value, _, lanes) {
        for (let shift = 0; shift < 32; shift += 8)
          if (((lanes >>> shift) & 0xff) !== 0) addByte(io, (value >>> shift) & 0xff);
      },
    },
  },
});
