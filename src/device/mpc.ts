/**
 * AHB5 TrustZone memory protection controller (DDI 0571, section 3.3): one bit for each block of the memory behind it.
 * A block lets Secure transactions through where its bit is 0 and Non-secure ones where it is 1, never both.
 */
import { array, block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind, Transaction } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";

/** A block of the table: the smallest piece of memory with a setting of its own. */
export const mpcBlockBytes = 1024;
/** BLK_CFG: log2 of the block's size, less five. */
const blockConfiguration = 5;
const blocksPerWord = 32;

const CTRL = { respond: 0x10, autoIncrement: 0x100, lock: 0x8000_0000 } as const;
const INFO2 = { nonSecure: 0x1_0000, blockNonSecure: 0x2_0000 } as const;
/** Registers that CTRL.lock makes read-only. */
const lockMask = CTRL.respond | CTRL.autoIncrement | CTRL.lock;

const mpcRegisters = registerMap([
  { offset: 0x00, name: "CTRL", mask: lockMask, reset: CTRL.autoIncrement },
  { offset: 0x10, name: "BLK_MAX", access: "RO" },
  { offset: 0x14, name: "BLK_CFG", access: "RO", reset: blockConfiguration },
  { offset: 0x18, name: "BLK_IDX" },
  { offset: 0x1c, name: "BLK_LUT", access: "LIVE" },
  { offset: 0x20, name: "INT_STAT", access: "RO" },
  { offset: 0x24, name: "INT_CLEAR", access: "WO" },
  { offset: 0x28, name: "INT_EN", mask: 1, reset: 1 },
  { offset: 0x2c, name: "INT_INFO1", access: "RO" },
  { offset: 0x30, name: "INT_INFO2", access: "RO" },
  { offset: 0x34, name: "INT_SET", access: "WO" },
  ...identityRows(0x60, 0x1b),
]);

const stateOf = (words: number) =>
  // A single word would not be an array.
  block("mpc", { ...mpcRegisters.fields, table: array(u32, Math.max(2, words)) });

type Fields = ReturnType<typeof stateOf>["fields"];
type Io = DeviceIo<Fields>;

const wordsOf = ({ state }: Io): number => state.BLK_MAX + 1;
const isLocked = ({ state }: Io): boolean => (state.CTRL & CTRL.lock) !== 0;
const currentWord = ({ state }: Io): number => state.table[state.BLK_IDX] ?? 0;

/** Writing or reading a whole word of the table goes on to the next. */
function advance(io: Io): void {
  if ((io.state.CTRL & CTRL.autoIncrement) !== 0) io.state.BLK_IDX = (io.state.BLK_IDX + 1) % wordsOf(io);
}

function writeTable(io: Io, value: number, _: number, lanes: number): void {
  if (isLocked(io)) return;
  const word = ((currentWord(io) & ~lanes) | value) >>> 0;
  io.state.table[io.state.BLK_IDX] = word;
  io.openBlocks(io.state.BLK_IDX, word);
  if (lanes === 0xffffffff) advance(io);
}

/** The first refusal is kept until its interrupt is cleared. */
function refuse({ state }: Io, offset: number, { nonSecure }: Transaction): boolean {
  if (state.INT_STAT === 0) {
    const index = Math.floor(offset / mpcBlockBytes);
    const isNonSecure = ((state.table[index >>> 5] ?? 0) >>> (index & 31)) & 1;
    state.INT_STAT = 1;
    state.INT_INFO1 = offset;
    state.INT_INFO2 = (nonSecure ? INFO2.nonSecure : 0) | (isNonSecure !== 0 ? INFO2.blockNonSecure : 0);
  }
  return (state.CTRL & CTRL.respond) !== 0;
}

const hooks: Hooks<typeof mpcRegisters.rows, Fields> = {
  CTRL: {
    write(io, value) {
      if (!isLocked(io)) io.state.CTRL = value;
    },
  },
  BLK_IDX: {
    wrote(io) {
      io.state.BLK_IDX %= wordsOf(io);
    },
  },
  BLK_LUT: {
    get: currentWord,
    read(io) {
      const word = currentWord(io);
      advance(io);
      return word;
    },
    write: writeTable,
  },
  INT_CLEAR: {
    write({ state }, ones) {
      if ((ones & 1) !== 0) state.INT_STAT = 0;
    },
  },
  INT_EN: {
    write(io, value) {
      if (!isLocked(io)) io.state.INT_EN = value;
    },
  },
  INT_SET: {
    write({ state }, ones) {
      state.INT_STAT |= ones & 1;
    },
  },
};

/** The controller in front of `memoryBytes` of memory. */
export function mpc(memoryBytes: number): DeviceKind {
  const words = memoryBytes / mpcBlockBytes / blocksPerWord;
  return deviceKind({
    name: "mpc",
    registers: mpcRegisters,
    state: stateOf(words),
    hooks,
    reset(io) {
      io.state.BLK_MAX = words - 1;
      for (let word = 0; word < words; word++) io.openBlocks(word, 0);
    },
    refuse,
    update: (io) => io.line("interrupt", (io.state.INT_STAT & io.state.INT_EN) !== 0 ? 1 : 0),
  });
}
