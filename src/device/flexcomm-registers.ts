/** Registers of a Flexcomm window (fact sheet lpc55s69 section 6; SPI, I2C and I2S are there as plain words). */
import { registerMap } from "./registers.ts";

export const flexcommRegisters = registerMap([
  { offset: 0x000, name: "CFG", mask: 0x00fcdbfd },
  { offset: 0x004, name: "CTL", mask: 0x00010346 },
  { offset: 0x008, name: "STAT", access: "W1C", reset: 0xa, mask: 0x0001f820 },
  { offset: 0x00c, name: "INTENSET", access: "W1S", mask: 0x0001f868 },
  { offset: 0x010, name: "INTENCLR", access: "CLR", of: "INTENSET" },
  { offset: 0x020, name: "BRG", mask: 0xffff },
  { offset: 0x024, name: "INTSTAT", access: "LIVE" },
  { offset: 0x028, name: "OSR", reset: 0xf, mask: 0xf },
  { offset: 0x02c, name: "ADDR", mask: 0xff, plain: true },

  { offset: 0x400, name: "SPI_CFG", mask: 0x00000fbd, plain: true },
  { offset: 0x404, name: "SPI_DLY", mask: 0x0000ffff, plain: true },
  { offset: 0x408, name: "SPI_STAT", access: "RO", reset: 0x102, plain: true },
  { offset: 0x40c, name: "SPI_INTENSET", access: "W1S", mask: 0x00000130, plain: true },
  { offset: 0x410, name: "SPI_INTENCLR", access: "CLR", of: "SPI_INTENSET", plain: true },
  { offset: 0x424, name: "SPI_DIV", mask: 0xffff, plain: true },
  { offset: 0x428, name: "SPI_INTSTAT", access: "RO", plain: true },

  { offset: 0x800, name: "I2C_CFG", mask: 0x3f, plain: true },
  { offset: 0x804, name: "I2C_STAT", access: "RO", reset: 0x801, plain: true },
  { offset: 0x808, name: "I2C_INTENSET", access: "W1S", mask: 0x030b8951, plain: true },
  { offset: 0x80c, name: "I2C_INTENCLR", access: "CLR", of: "I2C_INTENSET", plain: true },
  { offset: 0x810, name: "I2C_TIMEOUT", reset: 0xffff, mask: 0xffff, plain: true },
  { offset: 0x814, name: "I2C_CLKDIV", mask: 0xffff, plain: true },
  { offset: 0x818, name: "I2C_INTSTAT", access: "RO", plain: true },
  { offset: 0x820, name: "I2C_MSTCTL", mask: 0xf, plain: true },
  { offset: 0x824, name: "I2C_MSTTIME", reset: 0x77, mask: 0x77, plain: true },
  { offset: 0x828, name: "I2C_MSTDAT", mask: 0xff, plain: true },
  { offset: 0x840, name: "I2C_SLVCTL", mask: 0x30b, plain: true },
  { offset: 0x844, name: "I2C_SLVDAT", mask: 0xff, plain: true },
  { offset: 0x848, name: "I2C_SLVADR", count: 4, reset: 1, mask: 0x80ff, plain: true },
  { offset: 0x858, name: "I2C_SLVQUAL0", mask: 0xff, plain: true },
  { offset: 0x880, name: "I2C_MONRXDAT", access: "RO", plain: true },

  { offset: 0xc00, name: "I2S_CFG1", plain: true },
  { offset: 0xc04, name: "I2S_CFG2", plain: true },
  { offset: 0xc08, name: "I2S_STAT", access: "RO", plain: true },
  { offset: 0xc1c, name: "I2S_DIV", mask: 0xfff, plain: true },

  { offset: 0xe00, name: "FIFOCFG", mask: 0x0003f003 },
  { offset: 0xe04, name: "FIFOSTAT", access: "LIVE", mask: 0x3 },
  { offset: 0xe08, name: "FIFOTRIG", mask: 0x000f0f03 },
  { offset: 0xe10, name: "FIFOINTENSET", access: "W1S", mask: 0xf },
  { offset: 0xe14, name: "FIFOINTENCLR", access: "CLR", of: "FIFOINTENSET" },
  { offset: 0xe18, name: "FIFOINTSTAT", access: "LIVE" },
  { offset: 0xe20, name: "FIFOWR", access: "WO", mask: 0x1ff },
  { offset: 0xe30, name: "FIFORD", access: "LIVE" },
  { offset: 0xe40, name: "FIFORDNOPOP", access: "LIVE" },
  { offset: 0xe48, name: "FIFOSIZE", access: "RO", reset: 8 },
  { offset: 0xff8, name: "PSELID", mask: 0xf },
  { offset: 0xffc, name: "PID", access: "RO" },
]);

/** CFG, section 6. */
export const CFG = {
  enable: 0x1,
  dataLengthShift: 2,
  parity: 0x30,
  twoStopBits: 0x40,
  ctsEnable: 0x200,
  loop: 0x8000,
  /** MODE32K, LINMODE, SYNCEN, CLKPOL, SYNCMST, OETA, AUTOADDR, OESEL, OEPOL, RXPOL, TXPOL: stored only. */
  unmodelled: 0x00fc5980,
} as const;

export const CTL = { breakEnable: 0x2, transmitDisable: 0x40, unmodelled: 0x00010304 } as const;

export const STAT = {
  rxIdle: 0x2,
  txIdle: 0x8,
  cts: 0x10,
  deltaCts: 0x20,
  txDisabled: 0x40,
  rxBreak: 0x400,
  deltaRxBreak: 0x800,
  start: 0x1000,
  framingError: 0x2000,
  parityError: 0x4000,
  rxNoise: 0x8000,
  autobaudError: 0x10000,
  /** The bits that stay until a one is written to them. */
  flags: 0x1f820,
} as const;

export const FIFOCFG = { enableTx: 0x1, enableRx: 0x2, dma: 0x3000, emptyTx: 0x10000, emptyRx: 0x20000 } as const;

export const FIFOSTAT = {
  txError: 0x1,
  rxError: 0x2,
  peripheral: 0x8,
  txEmpty: 0x10,
  txNotFull: 0x20,
  rxNotEmpty: 0x40,
  rxFull: 0x80,
  txLevelShift: 8,
  rxLevelShift: 16,
} as const;

/** FIFOINTENSET and FIFOINTSTAT. */
export const FIFOINT = { txError: 0x1, rxError: 0x2, txLevel: 0x4, rxLevel: 0x8, peripheral: 0x10 } as const;

export const FIFOTRIG = { txEnable: 0x1, rxEnable: 0x2, txLevelShift: 8, rxLevelShift: 16 } as const;

export const PSELID = {
  select: 0x7,
  lock: 0x8,
  usart: 1,
  id: 0x00101000,
  usartPresent: 0x10,
  spiPresent: 0x20,
} as const;
