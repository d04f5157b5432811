/** Peripherals of the LPC55S69 and their places (fact sheet sections 3 and 4). */
import { anactrlKind } from "../../device/anactrl.ts";
import { crcKind } from "../../device/crc.ts";
import { ctimerKind } from "../../device/ctimer.ts";
import type { DeviceKind } from "../../device/device.ts";
import { flashKind } from "../../device/flash.ts";
import { flexcommKind, highSpeedSpiKind } from "../../device/flexcomm.ts";
import { gintKind } from "../../device/gint.ts";
import { gpio } from "../../device/gpio.ts";
import { inputmuxKind } from "../../device/inputmux.ts";
import { ioconKind } from "../../device/iocon.ts";
import { mailboxKind } from "../../device/mailbox.ts";
import { mrtKind } from "../../device/mrt.ts";
import { ostimerKind } from "../../device/ostimer.ts";
import { pinName } from "../../device/pins.ts";
import { pint } from "../../device/pint.ts";
import { pmcKind } from "../../device/pmc.ts";
import { rngKind } from "../../device/rng.ts";
import { rtcKind } from "../../device/rtc.ts";
import { sysconKind } from "../../device/syscon.ts";
import { utickKind } from "../../device/utick.ts";
import { wwdtKind } from "../../device/wwdt.ts";
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
  place(base, 0x88, `ctimer${index}`, `Standard counter/timer ${index}`, ctimerKind, {
    interrupts: irq(number),
    clocks: { function: `ctimer${index}` },
    gate: `CTIMER${index}`,
  }),
);

const pinInterrupts = {
  ...{ interrupt0: 4, interrupt1: 5, interrupt2: 6, interrupt3: 7 },
  ...{ interrupt4: 32, interrupt5: 33, interrupt6: 34, interrupt7: 35 },
};

/** The three buttons pull their pins low when pressed (section 15): PIO0_5, PIO1_9, PIO1_18. */
const pullUps = [1 << 5, (1 << 9) | (1 << 18)] as const;

const pllReferences = { "pll0-reference": "pll0-reference", "pll1-reference": "pll1-reference" };

export const devices: readonly PlacedDevice[] = [
  place(0x40000000, 0x1000, "syscon", "System configuration", sysconKind, { clocks: pllReferences }),
  place(0x40001000, 0x100, "iocon", "I/O pin configuration", ioconKind, { gate: "IOCON" }),
  place(0x40002000, 0x48, "gint0", "Group interrupt 0", gintKind, { interrupts: irq(2), gate: "GINT" }),
  place(0x40003000, 0x48, "gint1", "Group interrupt 1", gintKind, { interrupts: irq(3), gate: "GINT" }),
  place(0x40004000, 0x34, "pint", "Pin interrupts", pint("pint", 8), { interrupts: pinInterrupts, gate: "PINT" }),
  place(0x40005000, 0x34, "secpint", "Secure pin interrupts", pint("secpint", 2), {
    interrupts: { interrupt0: 50, interrupt1: 51 },
    gate: "GPIO_SEC_INT",
  }),
  place(0x40006000, 0x7b4, "inputmux", "Input multiplexer", inputmuxKind, { gate: "MUX" }),
  ...ctimers,
  place(0x4000c000, 0x1c, "wwdt", "Windowed watchdog timer", wwdtKind, {
    interrupts: irq(0),
    clocks: { function: "wwdt" },
    gate: "WWDT",
  }),
  place(0x4000d000, 0xfc, "mrt", "Multi-rate timer", mrtKind, {
    interrupts: irq(9),
    clocks: { bus: "mrt" },
    gate: "MRT",
  }),
  place(0x4000e000, 0x20, "utick", "Micro-tick timer", utickKind, {
    interrupts: irq(8),
    clocks: { function: "utick" },
    gate: "UTICK",
  }),
  place(0x40013000, 0x108, "anactrl", "Analog control", anactrlKind, { gate: "ANALOG_CTRL" }),
  place(0x40020000, 0xd8, "pmc", "Power management controller", pmcKind),
  place(0x40023000, 0x104, "sysctl", "Flexcomm shared signals", plain.sysctlKind, { gate: "SYSCTL" }),
  place(0x4002c000, 0x60, "rtc", "Real-time clock", rtcKind, {
    interrupts: irq(29),
    clocks: { osc32k: "osc32k" },
    gate: "RTC",
  }),
  place(0x4002d000, 0x20, "ostimer", "OS event timer", ostimerKind, {
    interrupts: irq(38),
    clocks: { osc32k: "ostimer" },
    gate: "OSTIMER",
  }),
  place(0x40034000, 0x1000, "flash-controller", "Flash controller", flashKind, { interrupts: irq(0), gate: "FLASH" }),
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
  place(0x4008b000, 0xfc, "mailbox", "Inter-core mailbox", mailboxKind, { interrupts: irq(31), gate: "MAILBOX" }),
  place(0x4008c000, 0x2488, "gpio", "General purpose I/O", gpio(pullUps), { gate: "GPIO" }),
  place(0x40094000, 0x38, "usb1", "USB1 high-speed device", plain.usbDevice1Kind, {
    interrupts: irq(47),
    gate: "USB1_DEV",
  }),
  place(0x40095000, 0xc, "crc", "CRC engine", crcKind, { gate: "CRC" }),
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
  place(0x400a8000, 0x2484, "secgpio", "Secure general purpose I/O", plain.secureGpioKind, { gate: "GPIO_SEC" }),
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
  gate === null || name === "gpio" ? [] : [{ name, bits: gate.slice("syscon.gate-".length) }],
);

const pins = [0, 1].flatMap((port) => Array.from({ length: 32 }, (_, pin) => pinName(port, pin)));

export const wires: readonly Wire[] = [
  ...gateNames.map(({ name, bits }) => wire("syscon", `reset-${bits}`, name, "reset")),
  wire("syscon", "reset-GPIO0", "gpio", "reset0"),
  wire("syscon", "reset-GPIO1", "gpio", "reset1"),
  wire("syscon", "software-reset", "pmc", "software-reset"),
  wire("wwdt", "watchdog-reset", "pmc", "watchdog-reset"),
  wire("pmc", "pll0-power", "syscon", "pll0-power"),
  wire("pmc", "pll1-power", "syscon", "pll1-power"),
  wire("pmc", "xtal32m-power", "anactrl", "xtal32m-power"),
  wire("pmc", "ostimer-reset", "ostimer", "reset"),
  ...pins.flatMap((pin) => ["inputmux", "gint0", "gint1"].map((to) => wire("gpio", pin, to, pin))),
  ...Array.from({ length: 8 }, (_, index) => wire("inputmux", `pint${index}`, "pint", `pin${index}`)),
  ...Array.from({ length: 2 }, (_, index) => wire("inputmux", `pintsec${index}`, "secpint", `pin${index}`)),
];
