/**
 * Analog control of the LPC55S6x (fact sheet lpc55s69 section 8): the internal oscillator's outputs and the crystal's
 * ready bit, which rises a fixed time after the crystal gets power (signal `xtal32m-power`).
 */
import { block, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import { type Hook, registerMap } from "./registers.ts";
import { beatsOfMicroseconds } from "./ticking.ts";

/** By decree (fact sheet section 17). */
export const crystalReadyMicroseconds = 500;

const anactrlRegisters = registerMap([
  { offset: 0x000, name: "ANALOG_CTRL_CFG", mask: 0x1, plain: true },
  { offset: 0x004, name: "ANALOG_CTRL_STATUS", access: "RO", reset: 0x50000000, plain: true },
  { offset: 0x00c, name: "FREQ_ME_CTRL", plain: true },
  { offset: 0x010, name: "FRO192M_CTRL", reset: 0x80d01a, mask: 0xf3ffffbf },
  { offset: 0x014, name: "FRO192M_STATUS", access: "RO", reset: 0x3 },
  { offset: 0x018, name: "ADC_CTRL", mask: 0x1, plain: true },
  { offset: 0x020, name: "XO32M_CTRL", reset: 0x21428a, mask: 0x1ffffffe },
  { offset: 0x024, name: "XO32M_STATUS", access: "RO" },
  { offset: 0x030, name: "BOD_DCDC_INT_CTRL", mask: 0x3f, plain: true },
  { offset: 0x034, name: "BOD_DCDC_INT_STATUS", access: "RO", reset: 0x104, plain: true },
  { offset: 0x040, name: "RINGO0_CTRL", reset: 0x40, mask: 0x803f1fff, plain: true },
  { offset: 0x044, name: "RINGO1_CTRL", reset: 0x40, mask: 0x803f01ff, plain: true },
  { offset: 0x048, name: "RINGO2_CTRL", reset: 0x40, mask: 0x803f01ff, plain: true },
  { offset: 0x0b0, name: "LDO_XO32M", reset: 0x3a0, mask: 0x3fe, plain: true },
  { offset: 0x0b4, name: "AUX_BIAS", reset: 0x703a0, mask: 0x3ffffe, plain: true },
  { offset: 0x100, name: "USBHS_PHY_CTRL", reset: 0x8, mask: 0xf, plain: true },
  { offset: 0x104, name: "USBHS_PHY_TRIM", mask: 0xffffff, plain: true },
]);

const anactrlState = block("anactrl", { ...anactrlRegisters.fields, crystalPower: u8, crystalStarting: u8 });

type Io = DeviceIo<(typeof anactrlState)["fields"]>;

const ready = 0x1;

function update(io: Io): void {
  const { state } = io;
  if (state.crystalPower === 0) {
    const ran = state.XO32M_STATUS !== 0;
    state.crystalStarting = 0;
    state.XO32M_STATUS = 0;
    io.cancel(0);
    if (ran) io.clocksChanged();
  } else if (state.XO32M_STATUS === 0 && state.crystalStarting === 0) {
    state.crystalStarting = 1;
    io.at(0, io.now() + beatsOfMicroseconds(crystalReadyMicroseconds));
  }
}

function due(io: Io): void {
  io.state.crystalStarting = 0;
  io.state.XO32M_STATUS = ready;
  io.clocksChanged();
}

const clock: Hook<(typeof anactrlState)["fields"]> = { wrote: (io) => io.clocksChanged() };

export const anactrlKind: DeviceKind = deviceKind({
  name: "anactrl",
  registers: anactrlRegisters,
  state: anactrlState,
  tags: 1,
  keep: ["crystalPower"],
  hooks: { FRO192M_CTRL: clock, XO32M_CTRL: clock },
  update,
  due,
  signal(io, name, level) {
    if (name === "xtal32m-power") io.state.crystalPower = level;
  },
});
