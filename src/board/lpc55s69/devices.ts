/** Peripherals of the LPC55S69 and their places (fact sheet sections 3 and 4). */
import { anactrlKind } from "../../device/anactrl.ts";
import type { DeviceKind } from "../../device/device.ts";
import { flexcommKind, highSpeedSpiKind } from "../../device/flexcomm.ts";
import { ioconKind } from "../../device/iocon.ts";
import { windowKind } from "../../device/plain.ts";
import { pmcKind } from "../../device/pmc.ts";
import { rngKind } from "../../device/rng.ts";
import { sysconKind } from "../../device/syscon.ts";
import type { PlacedDevice, Wire } from "../board.ts";
import { secureBit } from "./memories.ts";
import * as plain from "./plain.ts";

interface Placing {
  readonly interrupts?: Readonly<Record<string, number>>;
  readonly clocks?: Readonly<Record<string, string>>;
  /** Name of the gate and reset bits in SYSCON. */
  readonly gate?: string;
  /** Where the device answers again, beside its Secure view. */
  readonly mirrors?: readonly number[];
}

function place(
  base: number,
  sizeBytes: number,
  name: string,
  title: string,
  kind: DeviceKind,
  placing: Placing = {},
): PlacedDevice {
  const bases = [base, ...(placing.mirrors ?? [])];
  return {
    name,
    title,
    kind,
    base,
    sizeBytes,
    aliases: [...bases.slice(1), ...bases.map((one) => one + secureBit)],
    interrupts: placing.interrupts ?? {},
    clocks: placing.clocks ?? {},
    gate: placing.gate === undefined ? null : `syscon.gate-${placing.gate}`,
  };
}

const irq = (number: number) => ({ interrupt: number });

const flexcommBases = [0x40086000, 0x40087000, 0x40088000, 0x40089000, 0x4008a000, 0x40096000, 0x40097000, 0x40098000];

const flexcomms = flexcommBases.map((base, index) =>
  place(base, 0x1000, `flexcomm${index}`, `Flexcomm Interface ${index} (USART${index})`, flexcommKind, {
    interrupts: irq(14 + index),
    clocks: { function: `flexcomm${index}` },
    gate: `FC${index}`,
  }),
);

const ctimerPlaces = [
  [0x40008000, 10],
  [0x40009000, 11],
  [0x40028000, 36],
  [0x40029000, 13],
  [0x4002a000, 37],
] as const;

const ctimers = ctimerPlaces.map(([base, number], index) =>
  place(base, 0x88, `ctimer${index}`, `Standard counter/timer ${index}`, windowKind("ctimer", 0x88), {
    interrupts: irq(number),
    clocks: { function: `ctimer${index}` },
    gate: `CTIMER${index}`,
  }),
);

const pllReferences = { "pll0-reference": "pll0-reference", "pll1-reference": "pll1-reference" };

export const devices: readonly PlacedDevice[] = [
  place(0x40000000, 0x1000, "syscon", "System configuration", sysconKind, { clocks: pllReferences }),
  place(0x40001000, 0x100, "iocon", "I/O pin configuration", ioconKind, { gate: "IOCON" }),
  ...ctimers,
  place(0x40013000, 0x108, "anactrl", "Analog control", anactrlKind, { gate: "ANALOG_CTRL" }),
  place(0x40020000, 0xd8, "pmc", "Power management controller", pmcKind),
  place(0x40023000, 0x104, "sysctl", "Flexcomm shared signals", plain.sysctlKind, { gate: "SYSCTL" }),
  place(0x40035000, 0x40, "prince", "PRINCE flash decryption", plain.princeKind),
  place(0x40038000, 0x110, "usbphy", "USB1 PHY", plain.usbPhyKind, { interrupts: irq(46), gate: "USB1_PHY" }),
  place(0x4003a000, 0x1000, "rng", "Random number generator", rngKind, { gate: "RNG" }),
  place(0x4003b000, 0x260, "puf", "Physical unclonable function", plain.pufKind, { interrupts: irq(56), gate: "PUF" }),
  place(0x4003d000, 0xc20, "plu", "Programmable logic unit", plain.pluKind, { interrupts: irq(52), gate: "PLU" }),
  place(0x40082000, 0x56c, "dma0", "DMA controller 0", plain.dma0Kind, { interrupts: irq(1), gate: "DMA0" }),
  place(0x40084000, 0x38, "usb0", "USB0 full-speed device", plain.usbDevice0Kind, {
    interrupts: irq(28),
    gate: "USB0_DEV",
  }),
  place(0x40085000, 0x550, "sct0", "State configurable timer", plain.sctKind, { interrupts: irq(12), gate: "SCT" }),
  ...flexcomms,
  place(0x40094000, 0x38, "usb1", "USB1 high-speed device", plain.usbDevice1Kind, {
    interrupts: irq(47),
    gate: "USB1_DEV",
  }),
  place(0x4009b000, 0x300, "sdif", "SD/MMC interface", plain.sdifKind, { interrupts: irq(42), gate: "SDIO" }),
  place(0x4009c000, 0x100, "dbgmailbox", "Debug mailbox", plain.debugMailboxKind),
  place(0x4009f000, 0x1000, "flexcomm8", "Flexcomm Interface 8 (high-speed SPI)", highSpeedSpiKind, {
    interrupts: irq(59),
    clocks: { function: "hslspi" },
    gate: "HS_LSPI",
  }),
  place(0x400a0000, 0x1000, "adc0", "Analog-to-digital converter", plain.adcKind, { interrupts: irq(22), gate: "ADC" }),
  place(0x400a2000, 0x60, "usbfsh", "USB0 full-speed host", plain.usbHost0Kind, {
    interrupts: irq(28),
    gate: "USB0_HOSTM",
  }),
  place(0x400a3000, 0x54, "usbhsh", "USB1 high-speed host", plain.usbHost1Kind, {
    interrupts: irq(47),
    gate: "USB1_HOST",
  }),
  place(0x400a4000, 0xa0, "hashcrypt", "Hash and AES engine", plain.hashcryptKind, {
    interrupts: irq(54),
    gate: "HASH_AES",
  }),
  place(0x400a5000, 0x84, "casper", "CASPER asymmetric accelerator", plain.casperKind, {
    interrupts: irq(55),
    gate: "CASPER",
  }),
  place(0x400a6000, 0x260, "powerquad", "PowerQuad DSP accelerator", plain.powerquadKind, {
    interrupts: irq(57),
    gate: "PQ",
  }),
  place(0x400a7000, 0x49c, "dma1", "DMA controller 1", plain.dma1Kind, { interrupts: irq(58), gate: "DMA1" }),
  place(0x400ac000, 0x1000, "ahb_secure_ctrl", "AHB secure controller", plain.secureControlKind, {
    interrupts: irq(53),
    mirrors: [0x400ad000, 0x400ae000, 0x400af000],
  }),
];

const wire = (from: string, line: string, to: string, signal: string): Wire => ({
  from: { device: from, line },
  to: { device: to, signal },
});

/** Reset bits carry the gate's name; those of memories and of what is not modelled apart lead nowhere. */
const gateNames = devices.flatMap(({ name, gate }) =>
  gate === null ? [] : [{ name, bits: gate.slice("syscon.gate-".length) }],
);

export const wires: readonly Wire[] = [
  ...gateNames.map(({ name, bits }) => wire("syscon", `reset-${bits}`, name, "reset")),
  wire("pmc", "pll0-power", "syscon", "pll0-power"),
  wire("pmc", "pll1-power", "syscon", "pll1-power"),
  wire("pmc", "xtal32m-power", "anactrl", "xtal32m-power"),
  wire("syscon", "software-reset", "pmc", "software-reset"),
];
