/**
 * CMSDK APB UART (DDI 0479, section 4.3): one byte of buffer in each direction, 8N1, BAUDDIV clocks a bit. Ports: out
 * `tx`, in `rx`; bytes from outside follow each other at the receiver's own rate and are lost while it is off.
 */
import { array, block, f64, u8, u16, u32, type View } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { identityRows } from "./identity.ts";
import { deviceKind } from "./kind.ts";
import { type Hooks, registerMap } from "./registers.ts";
import { atEdge, edgeFields, edgesNow } from "./ticking.ts";

/** STATE: full flags read-only, overruns go by writing 1. */
const STATE = { txFull: 1, rxFull: 2, txOverrun: 4, rxOverrun: 8 } as const;
/** CTRL. An overrun's interrupt enable is its STATE bit moved up by two. */
const CTRL = { txEnable: 1, rxEnable: 2, txInterrupt: 4, rxInterrupt: 8, testMode: 0x40 } as const;
const INTERRUPT = { tx: 1, rx: 2, txOverrun: 4, rxOverrun: 8 } as const;
const overruns = STATE.txOverrun | STATE.rxOverrun;

const uartRegisters = registerMap([
  { offset: 0x00, name: "DATA", access: "LIVE" },
  { offset: 0x04, name: "STATE", access: "W1C", mask: overruns },
  { offset: 0x08, name: "CTRL", mask: 0x7f },
  { offset: 0x0c, name: "INTSTATUS", access: "LIVE" },
  { offset: 0x10, name: "BAUDDIV", mask: 0xfffff },
  ...identityRows(0x21, 0x1b),
]);

/** Bytes from outside that can wait for their turn on the wire. */
const pendingLimit = 4096;
const bitsPerCharacter = 10;
/** Below this the divider is not allowed; a transmitter that is switched on all the same sends at this rate. */
const leastDivider = 16;

const uartState = block("cmsdk-uart", {
  ...uartRegisters.fields,
  /** INTSTATUS of transmit and receive; those of overruns follow from STATE. */
  raised: u8,
  txBuffer: u8,
  txShift: u8,
  txBusy: u8,
  rxBuffer: u8,
  rxShift: u8,
  rxBusy: u8,
  pending: array(u8, pendingLimit),
  pendingHead: u16,
  pendingCount: u16,
  /** Bytes from outside that found the receiver off or the queue full. */
  lostBytes: u32,
  ...edgeFields,
  /** Edges of the clock at which the characters in the shift registers are complete. */
  txEndsAt: f64,
  rxEndsAt: f64,
});

type UartFields = (typeof uartState)["fields"];
type Io = DeviceIo<UartFields>;
type State = View<UartFields>;

const transmitDone = 0;
const receiveDone = 1;

const characterClocks = (state: State): number => bitsPerCharacter * Math.max(state.BAUDDIV, leastDivider);

const statusOf = (state: State): number => state.raised | (state.STATE & (state.CTRL >>> 2) & overruns);

function update(io: Io): void {
  const { state } = io;
  if ((state.CTRL & CTRL.rxEnable) === 0) stopReceiving(io);
  if (state.txBusy === 0) beginTransmit(io, edgesNow(io));
  if (state.rxBusy === 0) beginReceive(io, edgesNow(io));
  if (state.txBusy !== 0) atEdge(io, transmitDone, state.txEndsAt);
  if (state.rxBusy !== 0) atEdge(io, receiveDone, state.rxEndsAt);
  const status = statusOf(state);
  io.line("tx", (status & INTERRUPT.tx) !== 0 ? 1 : 0);
  io.line("rx", (status & INTERRUPT.rx) !== 0 ? 1 : 0);
  io.line("overrun", (status & overruns) !== 0 ? 1 : 0);
  io.line("combined", status !== 0 ? 1 : 0);
}

// Transmitter

/** The buffer moves on to the shift register as soon as that is free; becoming empty is what the interrupt tells. */
function beginTransmit({ state }: Io, edge: number): void {
  if ((state.STATE & STATE.txFull) === 0 || (state.CTRL & CTRL.txEnable) === 0) return;
  state.STATE &= ~STATE.txFull;
  state.txShift = state.txBuffer;
  state.txBusy = 1;
  state.txEndsAt = edge + characterClocks(state);
  if ((state.CTRL & CTRL.txInterrupt) !== 0) state.raised |= INTERRUPT.tx;
}

function endTransmit(io: Io): void {
  const { state } = io;
  state.txBusy = 0;
  io.output("tx", state.txShift);
  // The next character follows without a gap, however late the machine comes round to it.
  beginTransmit(io, state.txEndsAt);
}

function send({ state }: Io, value: number): void {
  if ((state.STATE & STATE.txFull) !== 0) state.STATE |= STATE.txOverrun;
  state.STATE |= STATE.txFull;
  state.txBuffer = value;
}

// Receiver

function beginReceive({ state }: Io, edge: number): void {
  if (state.pendingCount === 0) return;
  state.rxShift = state.pending[state.pendingHead] ?? 0;
  state.pendingHead = (state.pendingHead + 1) % pendingLimit;
  state.pendingCount--;
  state.rxBusy = 1;
  state.rxEndsAt = edge + characterClocks(state);
}

function endReceive(io: Io): void {
  const { state } = io;
  state.rxBusy = 0;
  if ((state.STATE & STATE.rxFull) !== 0) state.STATE |= STATE.rxOverrun;
  state.STATE |= STATE.rxFull;
  state.rxBuffer = state.rxShift;
  if ((state.CTRL & CTRL.rxInterrupt) !== 0) state.raised |= INTERRUPT.rx;
  beginReceive(io, state.rxEndsAt);
}

function stopReceiving(io: Io): void {
  const { state } = io;
  state.lostBytes += state.pendingCount + state.rxBusy;
  state.pendingCount = 0;
  state.rxBusy = 0;
  io.cancel(receiveDone);
}

function input({ state }: Io, _port: string, bytes: Uint8Array): void {
  for (const byte of bytes) {
    if (state.pendingCount === pendingLimit || (state.CTRL & CTRL.rxEnable) === 0) state.lostBytes++;
    else state.pending[(state.pendingHead + state.pendingCount++) % pendingLimit] = byte;
  }
}

// Registers

function control(io: Io, value: number): void {
  const { state } = io;
  const newly = value & ~state.CTRL;
  if ((newly & CTRL.testMode) !== 0) io.gap("CMSDK-UART.CTRL high-speed test mode");
  if ((newly & CTRL.txEnable) !== 0 && state.BAUDDIV < leastDivider)
    io.gap(`CMSDK-UART transmitter enabled with BAUDDIV ${state.BAUDDIV}, less than ${leastDivider}`);
  state.CTRL = value;
}

const hooks: Hooks<typeof uartRegisters.rows, UartFields> = {
  DATA: {
    get: ({ state }) => state.rxBuffer,
    read({ state }) {
      state.STATE &= ~STATE.rxFull;
      return state.rxBuffer;
    },
    write: send,
  },
  CTRL: { write: control },
  INTSTATUS: {
    get: ({ state }) => statusOf(state),
    write({ state }, ones) {
      state.raised &= ~ones;
      state.STATE &= ~(ones & overruns);
    },
  },
};

export const cmsdkUartKind: DeviceKind = deviceKind({
  name: "cmsdk-uart",
  registers: uartRegisters,
  state: uartState,
  tags: 2,
  clock: "bus",
  hooks,
  ports: { inputs: ["rx"], outputs: ["tx"] },
  update,
  due: (io, tag) => (tag === transmitDone ? endTransmit(io) : endReceive(io)),
  input,
});
