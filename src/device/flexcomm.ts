/**
 * Flexcomm interface, complete as a USART (fact sheet lpc55s69 section 6). A character takes (1 + data + parity +
 * stop) bit times of (OSR + 1)(BRG + 1) function clocks, sent and received back to back without drift; with the clock
 * stopped nothing moves. Ports: out `tx`; in `rx` bytes, `rx-framing`, `rx-parity`, `rx-noise` bytes that arrive
 * damaged, `rx-break` 1 starts a break and 0 ends it. Bytes that arrive while the receiver is off are lost, as on the
 * wire.
 */
import { array, block, f64, u8, u16, u32, type View } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import {
  CFG,
  CTL,
  FIFOCFG,
  FIFOINT,
  FIFOSTAT,
  FIFOTRIG,
  flexcommRegisters,
  PSELID,
  STAT,
} from "./flexcomm-registers.ts";
import { deviceKind } from "./kind.ts";
import type { Hooks } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

export const fifoDepth = 16;
/** Bytes from outside that can wait for their turn on the wire. */
export const pendingLimit = 4096;

const flexcommState = block("flexcomm", {
  ...flexcommRegisters.fields,
  txFifo: array(u16, fifoDepth),
  rxFifo: array(u16, fifoDepth),
  pending: array(u16, pendingLimit),
  txHead: u8,
  txCount: u8,
  rxHead: u8,
  rxCount: u8,
  /** FIFOSTAT.TXERR and RXERR. */
  fifoErrors: u8,
  txBusy: u8,
  rxBusy: u8,
  rxBreak: u8,
  /** Level of the CTS pin; low = clear to send. */
  ctsLevel: u8,
  txShift: u16,
  rxShift: u16,
  pendingHead: u16,
  pendingCount: u16,
  /** Bytes from outside that found the receiver off or the queue full. */
  lostBytes: u32,
  ...edgeFields,
  /** Edges of the function clock at which the characters in the two shift registers are complete. */
  txEndsAt: f64,
  rxEndsAt: f64,
});

type Io = DeviceIo<(typeof flexcommState)["fields"]>;
type State = View<(typeof flexcommState)["fields"]>;

const transmitDone = 0;
const receiveDone = 1;

const rxErrors = STAT.framingError | STAT.parityError | STAT.rxNoise;

const isUsart = (state: State): boolean => (state.PSELID & PSELID.select) === PSELID.usart;
const isEnabled = (state: State): boolean => isUsart(state) && (state.CFG & CFG.enable) !== 0;
const isReceiving = (state: State): boolean => isEnabled(state) && (state.FIFOCFG & FIFOCFG.enableRx) !== 0;
const isLooped = (state: State): boolean => (state.CFG & CFG.loop) !== 0;

/** Data bits: 7, 8 or 9. */
const dataBits = (state: State): number => 7 + Math.min((state.CFG >>> CFG.dataLengthShift) & 3, 2);
const dataMask = (state: State): number => (1 << dataBits(state)) - 1;

/** Function clocks that one character takes on the wire. */
function characterClocks(state: State): number {
  const parity = (state.CFG & CFG.parity) !== 0 ? 1 : 0;
  const stop = (state.CFG & CFG.twoStopBits) !== 0 ? 2 : 1;
  return (1 + dataBits(state) + parity + stop) * (state.OSR + 1) * (state.BRG + 1);
}

// Lines

function update(io: Io): void {
  const { state } = io;
  if (!isEnabled(state)) stopTransmitting(io);
  if (!isReceiving(state)) stopReceiving(io);
  if (state.txBusy === 0) beginTransmit(io, edgesNow(io));
  if (state.rxBusy === 0) beginReceive(io, edgesNow(io));
  if (state.txBusy !== 0) atEdge(io, transmitDone, state.txEndsAt);
  if (state.rxBusy !== 0) atEdge(io, receiveDone, state.rxEndsAt);
  const raised = interruptStatus(state) !== 0 || (fifoInterruptStatus(state) & state.FIFOINTENSET) !== 0;
  io.line("interrupt", raised ? 1 : 0);
}

function statusOf(state: State): number {
  const disabled = (state.CTL & CTL.transmitDisable) !== 0 && state.txBusy === 0;
  return (
    (state.STAT & STAT.flags) |
    (state.rxBusy === 0 ? STAT.rxIdle : 0) |
    (state.txBusy === 0 ? STAT.txIdle : 0) |
    (state.ctsLevel !== 0 ? STAT.cts : 0) |
    (disabled ? STAT.txDisabled : 0) |
    (state.rxBreak !== 0 ? STAT.rxBreak : 0)
  );
}

const interruptStatus = (state: State): number => statusOf(state) & state.INTENSET;

function fifoInterruptStatus(state: State): number {
  const trigger = state.FIFOTRIG;
  const txLevel = (trigger >>> FIFOTRIG.txLevelShift) & 0xf;
  const rxLevel = (trigger >>> FIFOTRIG.rxLevelShift) & 0xf;
  return (
    state.fifoErrors |
    ((trigger & FIFOTRIG.txEnable) !== 0 && state.txCount <= txLevel ? FIFOINT.txLevel : 0) |
    ((trigger & FIFOTRIG.rxEnable) !== 0 && state.rxCount > rxLevel ? FIFOINT.rxLevel : 0) |
    (interruptStatus(state) !== 0 ? FIFOINT.peripheral : 0)
  );
}

const fifoStatus = (state: State): number =>
  state.fifoErrors |
  (interruptStatus(state) !== 0 ? FIFOSTAT.peripheral : 0) |
  (state.txCount === 0 ? FIFOSTAT.txEmpty : 0) |
  (state.txCount < fifoDepth ? FIFOSTAT.txNotFull : 0) |
  (state.rxCount > 0 ? FIFOSTAT.rxNotEmpty : 0) |
  (state.rxCount === fifoDepth ? FIFOSTAT.rxFull : 0) |
  (state.txCount << FIFOSTAT.txLevelShift) |
  (state.rxCount << FIFOSTAT.rxLevelShift);

// Transmitter

function pushTransmit(io: Io, character: number): void {
  const { state } = io;
  if (!isUsart(state)) io.gap("FLEXCOMM.FIFOWR write while not a USART");
  if (!isUsart(state) || (state.FIFOCFG & FIFOCFG.enableTx) === 0) return;
  if (state.txCount === fifoDepth) {
    state.fifoErrors |= FIFOSTAT.txError;
    return;
  }
  state.txFifo[(state.txHead + state.txCount) % fifoDepth] = character;
  state.txCount++;
}

function beginTransmit(io: Io, edge: number): void {
  const { state } = io;
  const held = (state.CFG & CFG.ctsEnable) !== 0 && state.ctsLevel !== 0 && !isLooped(state);
  if (state.txCount === 0 || !isEnabled(state) || held || (state.CTL & CTL.transmitDisable) !== 0) return;
  state.txShift = state.txFifo[state.txHead] ?? 0;
  state.txHead = (state.txHead + 1) % fifoDepth;
  state.txCount--;
  state.txBusy = 1;
  state.txEndsAt = edge + characterClocks(state);
  if (isLooped(state)) state.STAT |= STAT.start;
}

function endTransmit(io: Io): void {
  const { state } = io;
  state.txBusy = 0;
  if ((state.CTL & CTL.breakEnable) === 0) {
    const character = state.txShift & dataMask(state);
    io.output("tx", character & 0xff);
    if (isLooped(state) && isReceiving(state)) receive(state, character);
  }
  // The next character follows without a gap, however late the machine comes round to it.
  beginTransmit(io, state.txEndsAt);
}

function stopTransmitting(io: Io): void {
  io.state.txBusy = 0;
  io.cancel(transmitDone);
}

// Receiver

/** A character, with the error bits of FIFORD, as it leaves the receive shift register. */
function receive(state: State, character: number): void {
  state.STAT |= character & rxErrors;
  if (state.rxCount === fifoDepth) {
    state.fifoErrors |= FIFOSTAT.rxError;
    return;
  }
  state.rxFifo[(state.rxHead + state.rxCount) % fifoDepth] = character & (rxErrors | dataMask(state));
  state.rxCount++;
}

/**
 * Entries of `pending` and `rxShift`: data, FIFORD's error bits, and these two marks for breaks (both above any data
 * bit).
 */
const breakStarts = 0x400;
const breakEnds = 0x800;

function beginReceive(io: Io, edge: number): void {
  const { state } = io;
  if (state.pendingCount === 0 || !isReceiving(state)) return;
  const character = state.pending[state.pendingHead] ?? 0;
  state.pendingHead = (state.pendingHead + 1) % pendingLimit;
  state.pendingCount--;
  setBreak(state, false);
  if (character === breakEnds) {
    beginReceive(io, edge);
    return;
  }
  state.STAT |= STAT.start;
  state.rxShift = character;
  state.rxBusy = 1;
  state.rxEndsAt = edge + characterClocks(state);
}

function endReceive(io: Io): void {
  const { state } = io;
  state.rxBusy = 0;
  if (state.rxShift === breakStarts) {
    setBreak(state, true);
    receive(state, STAT.framingError);
  } else receive(state, state.rxShift);
  beginReceive(io, state.rxEndsAt);
}

function setBreak(state: State, broken: boolean): void {
  if ((state.rxBreak !== 0) === broken) return;
  state.rxBreak = broken ? 1 : 0;
  state.STAT |= STAT.deltaRxBreak;
}

function stopReceiving(io: Io): void {
  const { state } = io;
  state.lostBytes += state.pendingCount + state.rxBusy;
  state.pendingCount = 0;
  state.rxBusy = 0;
  state.rxBreak = 0;
  io.cancel(receiveDone);
}

const marks: Readonly<Record<string, number>> = {
  rx: 0,
  "rx-framing": STAT.framingError,
  "rx-parity": STAT.parityError,
  "rx-noise": STAT.rxNoise,
};

function input(io: Io, port: string, bytes: Uint8Array): void {
  const { state } = io;
  const mark = marks[port] ?? 0;
  for (const byte of bytes) {
    const character = port === "rx-break" ? (byte !== 0 ? breakStarts : breakEnds) : byte | mark;
    if (state.pendingCount === pendingLimit || !isReceiving(state) || isLooped(state)) state.lostBytes++;
    else state.pending[(state.pendingHead + state.pendingCount++) % pendingLimit] = character;
  }
}

function signal(io: Io, name: string, level: 0 | 1): void {
  if (name !== "cts" || io.state.ctsLevel === level) return;
  io.state.ctsLevel = level;
  io.state.STAT |= STAT.deltaCts;
}

// Registers

const receivedWord = (state: State): number => (state.rxCount === 0 ? 0 : (state.rxFifo[state.rxHead] ?? 0));

function popReceived(io: Io): number {
  const { state } = io;
  const word = receivedWord(state);
  if (state.rxCount > 0) {
    state.rxHead = (state.rxHead + 1) % fifoDepth;
    state.rxCount--;
  }
  return word;
}

function configureFifo(io: Io): void {
  const { state } = io;
  if ((state.FIFOCFG & FIFOCFG.emptyTx) !== 0) state.txCount = 0;
  if ((state.FIFOCFG & FIFOCFG.emptyRx) !== 0) state.rxCount = 0;
  state.FIFOCFG &= ~(FIFOCFG.emptyTx | FIFOCFG.emptyRx);
  if ((state.FIFOCFG & FIFOCFG.dma) !== 0) io.gap("FLEXCOMM.FIFOCFG DMA requests");
}

function noteUnmodelled(io: Io, bits: number, register: string): void {
  if (bits !== 0) io.gap(`FLEXCOMM.${register} bits 0x${bits.toString(16)}`);
}

const hooks: Hooks<typeof flexcommRegisters.rows, (typeof flexcommState)["fields"]> = {
  CFG: { wrote: (io, _, before) => noteUnmodelled(io, io.state.CFG & ~before & CFG.unmodelled, "CFG") },
  CTL: {
    wrote(io, _, before) {
      noteUnmodelled(io, io.state.CTL & ~before & CTL.unmodelled, "CTL");
      // In loopback the line held low comes back as a break.
      if (isLooped(io.state)) setBreak(io.state, (io.state.CTL & CTL.breakEnable) !== 0);
    },
  },
  STAT: { get: ({ state }) => statusOf(state) },
  INTSTAT: { get: ({ state }) => interruptStatus(state) },
  FIFOCFG: { wrote: configureFifo },
  FIFOSTAT: {
    get: ({ state }) => fifoStatus(state),
    write({ state }, ones) {
      state.fifoErrors &= ~ones;
    },
  },
  FIFOINTSTAT: { get: ({ state }) => fifoInterruptStatus(state) },
  FIFOWR: { write: pushTransmit },
  FIFORD: { get: ({ state }) => receivedWord(state), read: popReceived },
  FIFORDNOPOP: { get: ({ state }) => receivedWord(state) },
};

const noPorts = { inputs: [], outputs: [] };

/** `present`: the PRESENT bits of PSELID, 0xF0 for an interface that can be everything. */
export function flexcomm(name: string, present: number): DeviceKind {
  return deviceKind({
    name,
    registers: flexcommRegisters,
    state: flexcommState,
    tags: 2,
    clock: "function",
    keep: ["ctsLevel"],
    hooks: {
      ...hooks,
      PSELID: {
        get: ({ state }) => PSELID.id | present | state.PSELID,
        write(io, value) {
          const { state } = io;
          if ((state.PSELID & PSELID.lock) !== 0) return;
          state.PSELID = value;
          const select = value & PSELID.select;
          if (select > PSELID.usart) io.gap(`FLEXCOMM.PSELID function ${select} (SPI, I2C or I2S)`);
        },
      },
    },
    ports:
      (present & PSELID.usartPresent) !== 0
        ? { inputs: [...Object.keys(marks), "rx-break"], outputs: ["tx"] }
        : noPorts,
    update,
    due: (io, tag) => (tag === transmitDone ? endTransmit(io) : endReceive(io)),
    input,
    signal,
  });
}

export const flexcommKind: DeviceKind = flexcomm("flexcomm", 0xf0);
/** Flexcomm 8: the high-speed SPI, nothing else. */
export const highSpeedSpiKind: DeviceKind = flexcomm("hslspi", PSELID.spiPresent);
