/**
 * General purpose I/O (fact sheet lpc55s69 section 10): two ports of 32 pins. Lines and input ports `PIO0_5`: the
 * level of a pin is its output latch, or what drives it from outside (a byte of 0 or 1; 2 lets it go), or its pull.
 */
import { array, block, u32 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { pinName, pinOf, setPin } from "./pins.ts";
import { type Hook, type Hooks, registerMap } from "./registers.ts";

const ports = { count: 2 } as const;

const gpioRegisters = registerMap([
  { offset: 0x0000, name: "B", count: 16, access: "LIVE" },
  { offset: 0x1000, name: "W", count: 64, access: "LIVE" },
  { offset: 0x2000, name: "DIR", ...ports },
  { offset: 0x2080, name: "MASK", ...ports },
  { offset: 0x2100, name: "PIN", ...ports, access: "LIVE" },
  { offset: 0x2180, name: "MPIN", ...ports, access: "LIVE" },
  // Reads back the output latch, which is what this register stores.
  { offset: 0x2200, name: "SET", ...ports, access: "W1S" },
  { offset: 0x2280, name: "CLR", ...ports, access: "CLR", of: "SET" },
  { offset: 0x2300, name: "NOT", ...ports, access: "TOG", of: "SET" },
  { offset: 0x2380, name: "DIRSET", ...ports, access: "SET", of: "DIR", reads: 0 },
  { offset: 0x2400, name: "DIRCLR", ...ports, access: "CLR", of: "DIR" },
  { offset: 0x2480, name: "DIRNOT", ...ports, access: "TOG", of: "DIR" },
]);

const gpioState = block("gpio", {
  ...gpioRegisters.fields,
  /** Pins somebody outside drives, and to which level. */
  driven: array(u32, 2),
  outside: array(u32, 2),
  /** Levels as the lines last showed them. */
  shown: array(u32, 2),
});

type GpioFields = (typeof gpioState)["fields"];
type Io = DeviceIo<GpioFields>;

const allOf = [0, 1] as const;

/** Levels of a port's pins, given the pins that a pull-up holds. */
function levels({ state }: Io, port: number, pullUps: readonly number[]): number {
  const out = state.DIR[port] ?? 0;
  const driven = state.driven[port] ?? 0;
  const idle = (driven & (state.outside[port] ?? 0)) | (~driven & (pullUps[port] ?? 0));
  return ((out & (state.SET[port] ?? 0)) | (~out & idle)) >>> 0;
}

function latch({ state }: Io, port: number, bits: number, value: number): void {
  state.SET[port] = ((state.SET[port] ?? 0) & ~bits) | (value & bits);
}

function byteRegister(levelsOf: (io: Io, port: number) => number): Hook<GpioFields> {
  return {
    get(io, index) {
      const four = levelsOf(io, index >>> 3) >>> ((index & 7) * 4);
      return [0, 1, 2, 3].reduce((word, pin) => word | (((four >>> pin) & 1) << (8 * pin)), 0);
    },
    write(io, value, index, lanes) {
      for (let pin = 0; pin < 4; pin++) {
        if (((lanes >>> (8 * pin)) & 0xff) === 0) continue;
        const bit = 1 << ((index & 7) * 4 + pin);
        latch(io, index >>> 3, bit, ((value >>> (8 * pin)) & 0xff) !== 0 ? bit : 0);
      }
    },
  };
}

function hooksFor(levelsOf: (io: Io, port: number) => number): Hooks<typeof gpioRegisters.rows, GpioFields> {
  return {
    B: byteRegister(levelsOf),
    W: {
      get: (io, index) => (((levelsOf(io, index >>> 5) >>> (index & 31)) & 1) !== 0 ? 0xffffffff : 0),
      write: (io, value, index) => latch(io, index >>> 5, 1 << (index & 31), value !== 0 ? 0xffffffff : 0),
    },
    PIN: { get: levelsOf, write: (io, value, port, lanes) => latch(io, port, lanes, value) },
    MPIN: {
      get: (io, port) => levelsOf(io, port) & ~(io.state.MASK[port] ?? 0),
      write: (io, value, port, lanes) => latch(io, port, lanes & ~(io.state.MASK[port] ?? 0), value),
    },
  };
}

function drive({ state }: Io, name: string, level: number): void {
  const pin = pinOf(name);
  if (pin === null) return;
  setPin(state.driven, pin, level !== 2);
  setPin(state.outside, pin, level === 1);
}

/** SYSCON resets each port by itself: signals `reset0` and `reset1`. */
function signal(io: Io, name: string, level: 0 | 1): void {
  if (!name.startsWith("reset")) drive(io, name, level);
  else if (level === 1) {
    const port = Number(name.slice("reset".length));
    io.state.DIR[port] = 0;
    io.state.MASK[port] = 0;
    io.state.SET[port] = 0;
  }
}

/** `pullUps`: per port, the pins that read 1 while nothing drives them. */
export function gpio(pullUps: readonly [number, number]): DeviceKind {
  const levelsOf = (io: Io, port: number) => levels(io, port, pullUps);
  return deviceKind({
    name: "gpio",
    registers: gpioRegisters,
    state: gpioState,
    keep: ["driven", "outside", "shown"],
    hooks: hooksFor(levelsOf),
    ports: { inputs: allOf.flatMap((port) => Array.from({ length: 32 }, (_, pin) => pinName(port, pin))), outputs: [] },
    update(io) {
      for (const port of allOf) {
        const now = levelsOf(io, port);
        const changed = now ^ (io.state.shown[port] ?? 0);
        io.state.shown[port] = now;
        for (let pin = 0; changed >>> pin !== 0 && pin < 32; pin++)
          if (((changed >>> pin) & 1) !== 0) io.line(pinName(port, pin), ((now >>> pin) & 1) as 0 | 1);
      }
    },
    input: (io, port, bytes) => {
      for (const byte of bytes) drive(io, port, byte);
    },
    signal,
  });
}
