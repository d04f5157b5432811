/**
 * SYSCON of the LPC55S6x (fact sheet lpc55s69 section 7): clock gates and resets as lines, clock selections and
 * dividers that the board's clock tree reads back, the two PLLs' lock bits, software reset. A PLL locks a fixed time
 * after it has both power (signals `pll0-power`, `pll1-power`) and a running reference.
 */
import { block, f64, u8 } from "../state/layout.ts";
import type { DeviceIo, DeviceKind } from "./device.ts";
import { deviceKind } from "./kind.ts";
import type { Hook, Hooks } from "./registers.ts";
import { gpioBits, peripheralBits, sysconRegisters } from "./syscon-registers.ts";
import { beatsOfMicroseconds } from "./ticking.ts";

/** By decree (fact sheet section 17): well inside the drivers' waits of 500 us and more. */
export const pllLockMicroseconds = 100;

const sysconState = block("syscon", {
  ...sysconRegisters.fields,
  pll0Power: u8,
  pll1Power: u8,
  /** When the lock under way will be complete; 0 = none under way. */
  pll0LockAt: f64,
  pll1LockAt: f64,
});

type SysconFields = (typeof sysconState)["fields"];
type Io = DeviceIo<SysconFields>;

const lockBit = 0x1;
const softwareResetKey = 0x5a000001;
const cpuControlKey = 0xc0c4;
const cpu1ResetBit = 0x20;

const plls = [
  { power: "pll0Power", status: "PLL0STAT", lockAt: "pll0LockAt", signal: "pll0-power", reference: "pll0-reference" },
  { power: "pll1Power", status: "PLL1STAT", lockAt: "pll1LockAt", signal: "pll1-power", reference: "pll1-reference" },
] as const;

// Lines

function driveBits(io: Io, prefix: string, word: number, value: number, changed: number): void {
  for (const [name, bit] of Object.entries(peripheralBits[word] ?? {}))
    if (((changed >>> bit) & 1) !== 0) io.line(`${prefix}-${name}`, ((value >>> bit) & 1) as 0 | 1);
}

function driveGates(io: Io, word: number, changed: number): void {
  const gates = io.state.AHBCLKCTRL[word] ?? 0;
  driveBits(io, "gate", word, gates, changed);
  if (word === 0) io.line("gate-GPIO", (gates & gpioBits) !== 0 ? 1 : 0);
}

const driveResets = (io: Io, word: number, changed: number) =>
  driveBits(io, "reset", word, io.state.PRESETCTRL[word] ?? 0, changed);

function reset(io: Io): void {
  for (let word = 0; word < 3; word++) {
    driveGates(io, word, 0xffffffff);
    driveResets(io, word, 0xffffffff);
  }
}

/** Start, keep or lose each PLL's lock, as its power and its reference now are. */
function update(io: Io): void {
  plls.forEach((pll, tag) => {
    const { state } = io;
    const locked = (state[pll.status] & lockBit) !== 0;
    if (state[pll.power] === 0 || io.clockHz(pll.reference) === 0) {
      io.cancel(tag);
      state[pll.lockAt] = 0;
      state[pll.status] = 0;
      if (locked) io.clocksChanged();
    } else if (!locked && state[pll.lockAt] === 0) {
      state[pll.lockAt] = io.now() + beatsOfMicroseconds(pllLockMicroseconds);
      io.at(tag, state[pll.lockAt]);
    }
  });
}

function due(io: Io, tag: number): void {
  const pll = plls[tag];
  if (pll === undefined) return;
  io.state[pll.lockAt] = 0;
  io.state[pll.status] = lockBit;
  io.clocksChanged();
}

function signal(io: Io, name: string, level: 0 | 1): void {
  const pll = plls.find((each) => each.signal === name);
  if (pll !== undefined) io.state[pll.power] = level;
}

// Registers

const clock: Hook<SysconFields> = { wrote: (io) => io.clocksChanged() };

/** A PLL whose settings change loses its lock and finds it again. */
const relock = (tag: 0 | 1): Hook<SysconFields> => ({
  wrote(io) {
    const pll = plls[tag];
    io.cancel(tag);
    io.state[pll.lockAt] = 0;
    io.state[pll.status] = 0;
    io.clocksChanged();
  },
});

function writeSoftwareReset(io: Io, value: number): void {
  if (value !== softwareResetKey) return;
  io.line("software-reset", 1);
  io.line("software-reset", 0);
  io.requestReset("SYSCON.SWR_RESET");
}

function writeCpuControl(io: Io, value: number): void {
  if (value >>> 16 !== cpuControlKey) return;
  const bits = value & 0x3d;
  if ((io.state.CPUCTRL & ~bits & cpu1ResetBit) !== 0) io.gap("SYSCON.CPUCTRL start of CPU1");
  io.state.CPUCTRL = bits;
}

const hooks: Hooks<typeof sysconRegisters.rows, SysconFields> = {
  PRESETCTRL: {
    wrote(io, word, before) {
      driveResets(io, word, (io.state.PRESETCTRL[word] ?? 0) ^ before);
      // A reset of the analog block changes what oscillates.
      io.clocksChanged();
    },
  },
  AHBCLKCTRL: {
    wrote(io, word, before) {
      driveGates(io, word, (io.state.AHBCLKCTRL[word] ?? 0) ^ before);
      io.clocksChanged();
    },
  },
  SWR_RESET: { write: writeSoftwareReset },
  SYSTICKCLKSEL0: clock,
  SYSTICKCLKDIV0: clock,
  CPU0STCKCAL: clock,
  CPU0NSTCKCAL: clock,
  CTIMERCLKSEL: clock,
  MAINCLKSELA: clock,
  MAINCLKSELB: clock,
  PLL0CLKSEL: relock(0),
  PLL1CLKSEL: relock(1),
  FCCLKSEL: clock,
  HSLSPICLKSEL: clock,
  FLEXFRG: clock,
  AHBCLKDIV: clock,
  FROHFDIV: clock,
  WDTCLKDIV: clock,
  PLL0CLKDIV: clock,
  PLL0CTRL: relock(0),
  PLL0NDEC: relock(0),
  PLL0PDEC: clock,
  PLL0SSCG0: relock(0),
  PLL0SSCG1: relock(0),
  PLL1CTRL: relock(1),
  PLL1NDEC: relock(1),
  PLL1MDEC: relock(1),
  PLL1PDEC: clock,
  CLOCK_CTRL: clock,
  CPUCTRL: { write: writeCpuControl },
};

export const sysconKind: DeviceKind = deviceKind({
  name: "syscon",
  registers: sysconRegisters,
  state: sysconState,
  tags: plls.length,
  keep: ["pll0Power", "pll1Power"],
  hooks,
  reset,
  update,
  due,
  signal,
});
