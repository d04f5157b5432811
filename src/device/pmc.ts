/**
 * Power management controller of the LPC55S6x (fact sheet lpc55s69 section 8): power bits as lines (1 = powered), the
 * 32 kHz selections, the reset cause that survives a warm reset (signals `watchdog-reset`, `software-reset`).
 */
import { block } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { registerMap } from "./registers.ts";

const pmcRegisters = registerMap([
  { offset: 0x004, name: "STATUS", access: "RO", plain: true },
  { offset: 0x008, name: "RESETCTRL", mask: 0xf, plain: true },
  { offset: 0x010, name: "DCDC0", reset: 0x10c4e68, mask: 0x7ffffff, plain: true },
  { offset: 0x014, name: "DCDC1", reset: 0x1803a98, plain: true },
  { offset: 0x01c, name: "LDOPMU", reset: 0x10ef718, mask: 0x31fffff, plain: true },
  { offset: 0x030, name: "BODVBAT", reset: 0x47, mask: 0x7f, plain: true },
  { offset: 0x040, name: "REFFASTWKUP", reset: 0x1, mask: 0x3, plain: true },
  { offset: 0x04c, name: "XTAL32K", reset: 0x204052, mask: 0x3fffffe, plain: true },
  { offset: 0x050, name: "COMP", reset: 0xa, mask: 0xff7ffe, plain: true },
  { offset: 0x064, name: "WAKEUPIOCTRL", mask: 0xff, plain: true },
  { offset: 0x068, name: "WAKEIOCAUSE", mask: 0xf, plain: true },
  { offset: 0x074, name: "STATUSCLK", reset: 0x6, mask: 0x7 },
  { offset: 0x084, name: "AOREG1" },
  { offset: 0x090, name: "MISCCTRL", mask: 0xffff, plain: true },
  { offset: 0x098, name: "RTCOSC32K", reset: 0x3ff0008, mask: 0xc7ff800f },
  { offset: 0x09c, name: "OSTIMER", reset: 0x8, mask: 0xf },
  { offset: 0x0b8, name: "PDRUNCFG0", reset: 0xdeffc4, mask: 0xffffef },
  { offset: 0x0c0, name: "PDRUNCFGSET0", access: "SET", of: "PDRUNCFG0", reads: 0 },
  { offset: 0x0c8, name: "PDRUNCFGCLR0", access: "CLR", of: "PDRUNCFG0" },
  { offset: 0x0d4, name: "SRAMCTRL", reset: 0x1, mask: 0x1ff, plain: true },
]);

const pmcState = block("pmc", pmcRegisters.fields);

type Io = DeviceIo<(typeof pmcState)["fields"]>;

/** Bits of PDRUNCFG0, 1 = powered down. The crystal needs its regulator too. */
const powered: Readonly<Record<string, number>> = {
  "pll0-power": 1 << 9,
  "pll1-power": 1 << 10,
  "xtal32m-power": (1 << 8) | (1 << 20),
};

/** AOREG1: what caused a reset. */
const causes: Readonly<Record<string, number>> = { "watchdog-reset": 0x100, "software-reset": 0x200 };

const ostimerReset = 0x1;

function update(io: Io): void {
  const { state } = io;
  for (const [name, bits] of Object.entries(powered)) io.line(name, (state.PDRUNCFG0 & bits) === 0 ? 1 : 0);
  io.line("ostimer-reset", (state.OSTIMER & ostimerReset) !== 0 ? 1 : 0);
}

const clock = { wrote: (io: Io) => io.clocksChanged() };

export const pmcKind: DeviceKind = deviceKind({
  name: "pmc",
  registers: pmcRegisters,
  state: pmcState,
  keep: ["AOREG1"],
  hooks: { PDRUNCFG0: clock, RTCOSC32K: clock, OSTIMER: clock },
  update,
  signal(io, name, level) {
    if (level === 1) io.state.AOREG1 |= causes[name] ?? 0;
  },
});
