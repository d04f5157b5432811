/** Peripherals of the MPS2 FPGA images AN505 and AN521 and their places (DAI 0505, sections 3.2 and 3.3). */

import { cmsdkDualtimerKind } from "../../device/cmsdk-dualtimer.ts";
import { cmsdkGpioKind } from "../../device/cmsdk-gpio.ts";
import { cmsdkTimerKind } from "../../device/cmsdk-timer.ts";
import { cmsdkUartKind } from "../../device/cmsdk-uart.ts";
import { cmsdkWatchdogKind } from "../../device/cmsdk-watchdog.ts";
import type { DeviceKind } from "../../device/device.ts";
import { mpc } from "../../device/mpc.ts";
import { mps2FpgaioKind } from "../../device/mps2-fpgaio.ts";
import { mps2Scc } from "../../device/mps2-scc.ts";
import { absentKind } from "../../device/plain.ts";
import { sseSecctlKind } from "../../device/sse-secctl.ts";
import type { DeviceGuard, PlacedDevice, Wire } from "../board.ts";
import { expansionLine } from "./interrupts.ts";
import { bankBytes, secureBit } from "./memories.ts";

interface Placing {
  readonly interrupts?: Readonly<Record<string, number>>;
  readonly clocks?: Readonly<Record<string, string>>;
  readonly sizeBytes?: number;
  /** Port of the peripheral protection controller in front: `apbexp1-5`. */
  readonly port?: string;
}

/** A device behind a port belongs to whom the security control says. */
const guardOf = (port: string): DeviceGuard => ({
  nonSecure: `secctl.${port}-ns`,
  unprivileged: `secctl.${port}-user`,
  respond: "secctl.respond",
  refused: { device: "secctl", signal: `${port.replace(/-\d+$/, "")}-blocked` },
});

const pageBytes = 0x1000;

const placed = (
  base: number,
  aliases: readonly number[],
  name: string,
  title: string,
  kind: DeviceKind,
  { interrupts = {}, clocks = {}, sizeBytes = pageBytes, port }: Placing = {},
): PlacedDevice => ({
  ...{ name, title, kind, base, sizeBytes, aliases, interrupts, clocks, gate: null },
  ...(port === undefined ? {} : { guard: guardOf(port) }),
});

/** Answers in both views. */
export const shared = (base: number, name: string, title: string, kind: DeviceKind, placing?: Placing): PlacedDevice =>
  placed(base, [base + secureBit], name, title, kind, placing);

/** Answers in one view alone: in that of its address. */
export const single = (base: number, name: string, title: string, kind: DeviceKind, placing?: Placing): PlacedDevice =>
  placed(base, [], name, title, kind, placing);

/** Nothing is behind it: reads zero. */
export const absent = (base: number, name: string, title: string, placing?: Placing): PlacedDevice =>
  shared(base, name, title, absentKind(name), placing);

const bus = { bus: "cpu" } as const;

const uarts = [0, 1, 2, 3, 4].map((index) =>
  shared(0x40200000 + index * pageBytes, `uart${index}`, `UART ${index}`, cmsdkUartKind, {
    clocks: bus,
    port: `apbexp1-${5 + index}`,
    interrupts: {
      rx: expansionLine(2 * index),
      tx: expansionLine(2 * index + 1),
      combined: expansionLine(10 + index),
      overrun: expansionLine(15),
    },
  }),
);

/** Lines of their own have the pins of the first three ports, and the first four of the last. */
const gpios = [16, 16, 16, 4].map((ownLines, index) =>
  shared(0x40100000 + index * pageBytes, `gpio${index}`, `GPIO ${index}`, cmsdkGpioKind, {
    port: `ahbexp0-${1 + index}`,
    interrupts: {
      combined: expansionLine(36 + index),
      ...Object.fromEntries(
        Array.from({ length: ownLines }, (_, pin) => [`pin${pin}`, expansionLine(40 + 16 * index + pin)]),
      ),
    },
  }),
);

/** Absent ones of a kind, on neighbouring ports of one controller. */
const several = (
  bases: readonly number[],
  name: string,
  title: string,
  controller: string,
  firstPort: number,
): PlacedDevice[] =>
  bases.map((base, index) =>
    absent(base, `${name}${index}`, `${title} ${index}`, { port: `${controller}-${firstPort + index}` }),
  );

const mpcInterrupt = { interrupts: { interrupt: 9 } } as const;
const kib = 1024;

/** Memory protection controllers: of the subsystem's banks, and of the three SSRAMs. */
export const memoryGuards = (banks: number): PlacedDevice[] => [
  ...Array.from({ length: banks }, (_, bank) => {
    const title = `Memory protection controller of SRAM bank ${bank}`;
    return single(0x50083000 + bank * pageBytes, `sram${bank}-mpc`, title, mpc(bankBytes), mpcInterrupt);
  }),
  ...[4096, 2048, 2048].map((size, index) => {
    const title = `Memory protection controller of SSRAM${index + 1}`;
    return single(0x58007000 + index * pageBytes, `ssram${index + 1}-mpc`, title, mpc(size * kib), {
      ...mpcInterrupt,
      port: `apbexp0-${index}`,
    });
  }),
];

/** What the subsystem brings, in both images. */
export const subsystem: readonly PlacedDevice[] = [
  shared(0x40000000, "timer0", "Timer 0", cmsdkTimerKind, {
    clocks: bus,
    interrupts: { interrupt: 3 },
    port: "apb0-0",
  }),
  shared(0x40001000, "timer1", "Timer 1", cmsdkTimerKind, {
    clocks: bus,
    interrupts: { interrupt: 4 },
    port: "apb0-1",
  }),
  shared(0x40002000, "dualtimer", "Dual timer", cmsdkDualtimerKind, {
    clocks: bus,
    interrupts: { combined: 5 },
    port: "apb0-2",
  }),
  shared(0x4002f000, "s32ktimer", "S32K timer", cmsdkTimerKind, {
    clocks: { bus: "s32k" },
    interrupts: { interrupt: 2 },
    port: "apb1-0",
  }),
  single(0x40081000, "nswatchdog", "Non-secure watchdog", cmsdkWatchdogKind, {
    clocks: { function: "cpu" },
    interrupts: { interrupt: 1 },
  }),
  single(0x50081000, "swatchdog", "Secure watchdog", cmsdkWatchdogKind, { clocks: { function: "cpu" } }),
  single(0x5002e000, "s32kwatchdog", "S32K watchdog", cmsdkWatchdogKind, { clocks: { function: "s32k" } }),
  {
    ...single(0x50080000, "secctl", "Security control", sseSecctlKind, { interrupts: { ppc: 10 } }),
    pages: [{ base: 0x40080000, offset: 0x1000, sizeBytes: pageBytes }],
  },
];

/** What the FPGA image adds; `id` is the image's own number in the configuration controller. */
export const expansion = (id: number): readonly PlacedDevice[] => [
  ...gpios,
  ...several([0x40110000, 0x40111000, 0x40112000, 0x40113000], "dma", "DMA controller", "ahbexp1", 0),
  ...uarts,
  ...several([0x40205000, 0x40206000, 0x40209000, 0x4020a000, 0x4020b000], "spi", "SPI", "apbexp1", 0),
  ...several([0x40207000, 0x40208000, 0x4020c000, 0x4020d000], "i2c", "I2C", "apbexp1", 10),
  shared(
    0x40300000,
    "scc",
    "Serial configuration controller",
    mps2Scc({ id, aid: 0x00200008, cfg4: 2, clocks: [40_000_000, 24_580_000, 25_000_000] }),
    { port: "apbexp2-0" },
  ),
  absent(0x40301000, "i2s", "I2S audio", { port: "apbexp2-1" }),
  shared(0x40302000, "fpgaio", "FPGA system control and I/O", mps2FpgaioKind, {
    clocks: bus,
    port: "apbexp2-2",
  }),
  absent(0x41000000, "gfx", "Graphics", { sizeBytes: 0x140000, port: "ahbexp0-0" }),
  absent(0x42000000, "ethernet", "Ethernet (LAN9220)", { sizeBytes: 0x100000, port: "ahbexp0-5" }),
];

/** Two watchdogs ask for the attention of Secure code at once; refusals of memory guards are counted in one place. */
export const wires = (banks: number): Wire[] => [
  ...["swatchdog", "s32kwatchdog"].map((device) => ({
    from: { device, line: "interrupt" },
    to: { device: "processor", signal: "nmi" },
  })),
  ...Array.from({ length: banks }, (_, bank) => refusal(`sram${bank}-mpc`, bank)),
  ...[0, 1, 2].map((index) => refusal(`ssram${index + 1}-mpc`, 16 + index)),
];

const refusal = (device: string, bit: number): Wire => ({
  from: { device, line: "interrupt" },
  to: { device: "secctl", signal: `mpc${bit}` },
});
