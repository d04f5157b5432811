/**
 * As much of the mps2-an505 board as programs of test/profile need, to run the same image here and on QEMU:
 * memories with their Secure aliases, the IoTKit's IDAU, a transmitter. The board's own access controllers are
 * there as words nobody looks at.
 */
import type { Board, IdauRegion, PlacedDevice } from "../../src/board/board.ts";
import type { DeviceKind } from "../../src/device/device.ts";
import { windowKind } from "../../src/device/plain.ts";
import { block, u32 } from "../../src/state/layout.ts";

const megabyte = 0x10_0000;

/** CMSDK UART: DATA at 0 sends, STATE at 4 is never full. */
const transmitter: DeviceKind = {
  name: "cmsdk-uart",
  state: block("cmsdk-uart", { sent: u32 }),
  tags: 0,
  registers: [{ name: "DATA", offset: 0 }],
  ports: { inputs: [], outputs: ["tx"] },
  build(io) {
    return {
      reset: () => {},
      read: () => 0,
      write(offset, _width, value) {
        if (offset === 0) io.output("tx", value & 0xff);
      },
      peek: () => 0,
    };
  },
};

const device = (name: string, kind: DeviceKind, base: number, sizeBytes: number, aliases: number[]): PlacedDevice => ({
  name,
  title: name,
  kind,
  base,
  sizeBytes,
  aliases,
  interrupts: {},
  clocks: {},
  gate: null,
});

const regionBytes = 0x1000_0000;
const exemptBytes = megabyte;

/** Region n is the n-th 256 MiB, as TT tells its number; odd ones are Secure, 1 and 3 callable. */
function idau(): IdauRegion[] {
  const regions = Array.from({ length: 16 }, (_, index): IdauRegion => {
    const base = index * regionBytes + (index >= 14 ? exemptBytes : 0);
    const callable = index === 1 || index === 3;
    const attribute = callable ? "secure-callable" : index % 2 === 1 ? "secure" : "non-secure";
    return { base, last: (index + 1) * regionBytes - 1, attribute };
  });
  const exempt = [0xe000_0000, 0xf000_0000].map((base): IdauRegion => {
    return { base, last: base + exemptBytes - 1, attribute: "exempt" };
  });
  return [...regions, ...exempt];
}

export const an505: Board = {
  name: "an505",
  title: "mps2-an505, in part",
  processor: {
    name: "Cortex-M33",
    cpuid: 0x410fd213,
    interruptLines: 124,
    // QEMU's processor has all eight.
    priorityBits: 8,
    mpuRegionsNonSecure: 16,
    mpuRegionsSecure: 16,
    sauRegions: 8,
    vtorMask: 0xffffff80,
    vtorReset: { nonSecure: 0, secure: 0x1000_0000 },
    hasFpu: true,
    hasDsp: true,
  },
  memories: [
    { name: "ssram1", base: 0, sizeBytes: 4 * megabyte, kind: "ram", aliases: [0x1000_0000] },
    { name: "ssram2", base: 0x2800_0000, sizeBytes: 2 * megabyte, kind: "ram", aliases: [0x3800_0000] },
    { name: "ssram3", base: 0x2820_0000, sizeBytes: 2 * megabyte, kind: "ram", aliases: [0x3820_0000] },
  ],
  idau: idau(),
  devices: [
    device("uart0", transmitter, 0x4020_0000, 0x1000, [0x5020_0000]),
    device("mpc", windowKind("mpc", 0x3000), 0x5800_7000, 0x3000, []),
    device("secctl", windowKind("secctl", 0x1000), 0x5008_0000, 0x1000, [0x4008_0000]),
  ],
  wires: [],
  clocks: { cpu: () => 20_000_000 },
  systickReference: null,
  systickCalibration: () => [0, 0],
  interruptNames: [],
};
