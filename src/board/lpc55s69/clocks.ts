/**
 * The clock tree of the LPC55S69, computed from register contents (fact sheet sections 7, 8 and 13). Frequencies are
 * whole hertz; 0 = stands still. Internal oscillators are exact by decree (section 17).
 */
import type { PeekRegister } from "../board.ts";

export type Clock = (peek: PeekRegister) => number;

const crystalHertz = 16_000_000;
const lowHertz = 32_768;

const syscon = (offset: number) => (peek: PeekRegister) => peek("syscon", offset);
const control = syscon(0xa18);
const power = (peek: PeekRegister, bit: number) => ((peek("pmc", 0xb8) >>> bit) & 1) === 0;
const isGated = (word: number, bit: number) => (peek: PeekRegister) =>
  ((peek("syscon", 0x200 + 4 * word) >>> bit) & 1) === 0;

const stopped: Clock = () => 0;

// Oscillators

const fro =
  (enable: number, hertz: number): Clock =>
  (peek) =>
    power(peek, 5) && (peek("anactrl", 0x010) & enable) !== 0 ? hertz : 0;

const fro12: Clock = fro(0x4000, 12_000_000);
const fro96: Clock = fro(0x40000000, 96_000_000);
/** For peripherals only while CLOCK_CTRL.FRO1MHZ_CLK_ENA is set. */
const fro1: Clock = (peek) => ((control(peek) & 0x40) !== 0 ? 1_000_000 : 0);
/** UTICK has an enable of its own, CLOCK_CTRL.FRO1MHZ_UTICK_ENA; the general one does not matter to it. */
const fro1Utick: Clock = (peek) => ((control(peek) & 0x4) !== 0 ? 1_000_000 : 0);
/** The crystal, once it is ready and let into the system. */
const clkin: Clock = (peek) =>
  (peek("anactrl", 0x024) & 1) !== 0 && (peek("anactrl", 0x020) & 0x1000000) !== 0 && (control(peek) & 0x20) !== 0
    ? crystalHertz
    : 0;
/** RTCOSC32K.SEL: the RC oscillator (power bit 6) or the 32 kHz crystal (bit 7). */
const osc32k: Clock = (peek) => (power(peek, (peek("pmc", 0x098) & 1) === 0 ? 6 : 7) ? lowHertz : 0);

// Selections and dividers

/** One of `inputs` by the register's low three bits. */
const select =
  (register: (peek: PeekRegister) => number, inputs: readonly (Clock | undefined)[]): Clock =>
  (peek) =>
    (inputs[register(peek) & 7] ?? stopped)(peek);

/** DIV + 1, standing still while RESET or (where `canHalt`) HALT is set. */
const divide =
  (input: Clock, register: (peek: PeekRegister) => number, canHalt: boolean): Clock =>
  (peek) => {
    const word = register(peek);
    if ((word & (canHalt ? 0x60000000 : 0x20000000)) !== 0) return 0;
    return Math.floor(input(peek) / ((word & 0xff) + 1));
  };

// PLLs: reference / N * M / (2 * P), each divider bypassed by its bit in CTRL (section 7, "PLL0 setup").

interface PllRegisters {
  readonly control: (peek: PeekRegister) => number;
  readonly status: (peek: PeekRegister) => number;
  readonly preDivider: (peek: PeekRegister) => number;
  readonly postDivider: (peek: PeekRegister) => number;
  readonly multiplier: (peek: PeekRegister) => number;
}

const pllBypass = 0x8000;
const pllBypassPost2 = 0x10000;
const pllBypassPre = 0x80000;
const pllBypassPost = 0x100000;
const pllOutput = 0x200000;

const pll =
  (reference: Clock, registers: PllRegisters): Clock =>
  (peek) => {
    const settings = registers.control(peek);
    const hertz = reference(peek);
    if ((settings & pllBypass) !== 0) return hertz;
    if ((settings & pllOutput) === 0 || (registers.status(peek) & 1) === 0) return 0;
    const before = (settings & pllBypassPre) !== 0 ? 1 : Math.max(1, registers.preDivider(peek) & 0xff);
    const twice = (settings & pllBypassPost2) !== 0 ? 1 : 2;
    const after = (settings & pllBypassPost) !== 0 ? 1 : twice * Math.max(1, registers.postDivider(peek) & 0x1f);
    return Math.floor((hertz * registers.multiplier(peek)) / (before * after));
  };

/** PLL0 multiplies by MDIV_EXT when SEL_EXT is set, else by the spread-spectrum value with its 25 fractional bits. */
const pll0Multiplier = (peek: PeekRegister): number => {
  const high = peek("syscon", 0x594);
  if ((high & 0x10000000) !== 0) return (high >>> 10) & 0xffff;
  return ((high & 1) * 2 ** 32 + peek("syscon", 0x590)) / 2 ** 25;
};

const pllReferences: readonly Clock[] = [fro12, clkin, fro1, osc32k];
const pll0Reference = select(syscon(0x290), pllReferences);
const pll1Reference = select(syscon(0x294), pllReferences);

const pll0 = pll(pll0Reference, {
  control: syscon(0x580),
  status: syscon(0x584),
  preDivider: syscon(0x588),
  postDivider: syscon(0x58c),
  multiplier: pll0Multiplier,
});

const pll1 = pll(pll1Reference, {
  control: syscon(0x560),
  status: syscon(0x564),
  preDivider: syscon(0x568),
  postDivider: syscon(0x570),
  multiplier: (peek) => peek("syscon", 0x56c) & 0xffff,
});

// The system

const mainA = select(syscon(0x280), [fro12, clkin, fro1, fro96]);
const main = select(syscon(0x284), [mainA, pll0, pll1, osc32k]);
const bus = divide(main, syscon(0x380), false);
/** HALT is ignored: guests select this clock without ever writing the divider and work (section 7, "FROHFDIV trap"). */
const froHfDivided = divide(fro96, syscon(0x388), false);
const pll0Divided = divide(pll0, syscon(0x3c4), true);

const gated = (clock: Clock, word: number, bit: number): Clock => {
  const off = isGated(word, bit);
  return (peek) => (off(peek) ? 0 : clock(peek));
};

/** The fractional divider of a Flexcomm: times 256 / (256 + MULT); without effect unless DIV is 255. */
const fractional =
  (input: Clock, index: number): Clock =>
  (peek) => {
    const word = peek("syscon", 0x320 + 4 * index);
    const divisor = (word & 0xff) + 1;
    return Math.floor((input(peek) * divisor) / (divisor + ((word >>> 8) & 0xff)));
  };

const flexcommInputs = [main, pll0Divided, fro12, froHfDivided, fro1, stopped, osc32k, stopped];
const flexcommClock = (index: number): Clock =>
  gated(fractional(select(syscon(0x2b0 + 4 * index), flexcommInputs), index), 1, 11 + index);

const ctimerInputs = [main, pll0, stopped, fro96, fro1, stopped, osc32k, stopped];
const ctimerGates = [
  [1, 26],
  [1, 27],
  [1, 22],
  [2, 21],
  [2, 22],
] as const;

const numbered = (prefix: string, count: number, clock: (index: number) => Clock): Record<string, Clock> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, clock(index)]));

const ctimerClock = (index: number): Clock => {
  const [word, bit] = ctimerGates[index] ?? [0, 0];
  return gated(select(syscon(0x26c + 4 * index), ctimerInputs), word, bit);
};

/** PMC.OSTIMER.CLOCKENABLE lets the 32 kHz clock into the timer. */
const ostimer: Clock = (peek) => ((peek("pmc", 0x09c) & 0x2) !== 0 ? osc32k(peek) : 0);

export const clocks: Readonly<Record<string, Clock>> = {
  cpu: bus,
  main,
  bus,
  fro12,
  fro96,
  osc32k,
  "pll0-reference": pll0Reference,
  "pll1-reference": pll1Reference,
  pll0,
  pll1,
  "systick-reference": select(syscon(0x260), [divide(main, syscon(0x300), true), fro1, osc32k]),
  ...numbered("flexcomm", 8, flexcommClock),
  hslspi: gated(select(syscon(0x2d0), [main, pll0Divided, fro12, froHfDivided, fro1, stopped, osc32k]), 2, 28),
  ...numbered("ctimer", 5, ctimerClock),
  mrt: gated(bus, 1, 0),
  utick: gated(fro1Utick, 1, 10),
  wwdt: divide(fro1, (peek) => peek("syscon", 0x38c) & 0x6000003f, true),
  ostimer: gated(ostimer, 1, 1),
  rtc: osc32k,
};

/** SYST_CALIB of the Non-secure and the Secure timer (section 5). */
export const systickCalibration = (peek: PeekRegister): readonly [number, number] => [
  peek("syscon", 0x03c),
  peek("syscon", 0x038),
];
