/** Registers of SYSCON (fact sheet lpc55s69 section 7). `plain` marks what nothing in this model acts on. */
import { registerMap } from "./registers.ts";

/** Bit 15 of the third word (SYSCTL) is in the C header, not in the SVD's mask 0x7fff77fe. */
const gates = [0x0cffe9fa, 0xde57fc47, 0x7ffff7fe] as const;
/** Dividers: DIV, RESET b29, HALT b30; REQFLAG b31 reads 0, a change is taken at once. */
const divider = 0x600000ff;
const halted = 0x40000000;

/**
 * None, but for Flexcomm 0: the boot ROM has used it by the time that firmware runs. Zephyr relies on that for its
 * console, and finds 7 in the others (its issue 26165). Which source the ROM leaves is not written; 12 MHz fits all.
 */
const flexcommClocks = [2, 7, 7, 7, 7, 7, 7, 7];

export const sysconRegisters = registerMap([
  { offset: 0x000, name: "MEMORYREMAP", mask: 0x3, plain: true },
  { offset: 0x010, name: "AHBMATPRIO", mask: 0x3ffffff, plain: true },
  { offset: 0x038, name: "CPU0STCKCAL", mask: 0x3ffffff },
  { offset: 0x03c, name: "CPU0NSTCKCAL", mask: 0x3ffffff },
  { offset: 0x040, name: "CPU1STCKCAL", mask: 0x3ffffff, plain: true },
  { offset: 0x048, name: "NMISRC", mask: 0xc0003f3f, plain: true },
  { offset: 0x100, name: "PRESETCTRL", count: 3, mask: gates },
  { offset: 0x120, name: "PRESETCTRLSET", count: 3, access: "SET", of: "PRESETCTRL", reads: 0 },
  { offset: 0x140, name: "PRESETCTRLCLR", count: 3, access: "CLR", of: "PRESETCTRL" },
  { offset: 0x160, name: "SWR_RESET", access: "WO" },
  { offset: 0x200, name: "AHBCLKCTRL", count: 3, reset: [0x180, 0, 0], mask: gates },
  { offset: 0x220, name: "AHBCLKCTRLSET", count: 3, access: "SET", of: "AHBCLKCTRL", reads: 0 },
  { offset: 0x240, name: "AHBCLKCTRLCLR", count: 3, access: "CLR", of: "AHBCLKCTRL" },
  { offset: 0x260, name: "SYSTICKCLKSEL0", reset: 0x7, mask: 0x7 },
  { offset: 0x264, name: "SYSTICKCLKSEL1", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x268, name: "TRACECLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x26c, name: "CTIMERCLKSEL", count: 5, reset: 0x7, mask: 0x7 },
  { offset: 0x280, name: "MAINCLKSELA", mask: 0x7 },
  { offset: 0x284, name: "MAINCLKSELB", mask: 0x7 },
  { offset: 0x288, name: "CLKOUTSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x290, name: "PLL0CLKSEL", reset: 0x7, mask: 0x7 },
  { offset: 0x294, name: "PLL1CLKSEL", reset: 0x7, mask: 0x7 },
  { offset: 0x2a4, name: "ADCCLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x2a8, name: "USB0CLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x2b0, name: "FCCLKSEL", count: 8, reset: flexcommClocks, mask: 0x7 },
  { offset: 0x2d0, name: "HSLSPICLKSEL", reset: 0x7, mask: 0x7 },
  { offset: 0x2e0, name: "MCLKCLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x2f0, name: "SCTCLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x2f8, name: "SDIOCLKSEL", reset: 0x7, mask: 0x7, plain: true },
  { offset: 0x300, name: "SYSTICKCLKDIV0", reset: halted, mask: divider },
  { offset: 0x304, name: "SYSTICKCLKDIV1", reset: halted, mask: divider, plain: true },
  { offset: 0x308, name: "TRACECLKDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x320, name: "FLEXFRG", element: "FLEXFRG%CTRL", count: 8, reset: 0xff, mask: 0xffff },
  { offset: 0x380, name: "AHBCLKDIV", mask: divider },
  { offset: 0x384, name: "CLKOUTDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x388, name: "FROHFDIV", reset: halted, mask: divider },
  { offset: 0x38c, name: "WDTCLKDIV", reset: halted, mask: 0x6000003f },
  { offset: 0x394, name: "ADCCLKDIV", reset: halted, mask: 0x60000007, plain: true },
  { offset: 0x398, name: "USB0CLKDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x3ac, name: "MCLKDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x3b4, name: "SCTCLKDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x3bc, name: "SDIOCLKDIV", reset: halted, mask: divider, plain: true },
  { offset: 0x3c4, name: "PLL0CLKDIV", reset: halted, mask: divider },
  { offset: 0x3fc, name: "CLOCKGENUPDATELOCKOUT", plain: true },
  { offset: 0x400, name: "FMCCR", reset: 0x2000, plain: true },
  { offset: 0x40c, name: "USB0NEEDCLKCTRL", mask: 0x1f, plain: true },
  { offset: 0x410, name: "USB0NEEDCLKSTAT", mask: 0x3, plain: true },
  { offset: 0x41c, name: "FMCFLUSH", access: "WO", plain: true },
  { offset: 0x420, name: "MCLKIO", plain: true },
  { offset: 0x424, name: "USB1NEEDCLKCTRL", reset: 0x10, mask: 0x1f, plain: true },
  { offset: 0x428, name: "USB1NEEDCLKSTAT", mask: 0x3, plain: true },
  { offset: 0x460, name: "SDIOCLKCTRL", mask: 0x9f9f008f, plain: true },
  { offset: 0x560, name: "PLL1CTRL", mask: 0x1ffffff },
  { offset: 0x564, name: "PLL1STAT", access: "RO" },
  { offset: 0x568, name: "PLL1NDEC", mask: 0x1ff },
  { offset: 0x56c, name: "PLL1MDEC", mask: 0x1ffff },
  { offset: 0x570, name: "PLL1PDEC", mask: 0x3f },
  { offset: 0x580, name: "PLL0CTRL", mask: 0x1ffffff },
  { offset: 0x584, name: "PLL0STAT", access: "RO" },
  { offset: 0x588, name: "PLL0NDEC", mask: 0x1ff },
  { offset: 0x58c, name: "PLL0PDEC", mask: 0x3f },
  { offset: 0x590, name: "PLL0SSCG0" },
  { offset: 0x594, name: "PLL0SSCG1", mask: 0x1fffffff },
  { offset: 0x704, name: "FUNCRETENTIONCTRL", reset: 0x50c000, mask: 0xffffff, plain: true },
  { offset: 0x800, name: "CPUCTRL", reset: 0x2c, mask: 0xffffffff },
  { offset: 0x804, name: "CPBOOT" },
  { offset: 0x80c, name: "CPSTAT", access: "RO" },
  { offset: 0xa18, name: "CLOCK_CTRL", reset: 0x1, mask: 0x3ff },
  { offset: 0xb10, name: "COMP_INT_CTRL", mask: 0x3f, plain: true },
  { offset: 0xb14, name: "COMP_INT_STATUS", mask: 0x7, plain: true },
  { offset: 0xe04, name: "AUTOCLKGATEOVERRIDE", reset: 0xffff, plain: true },
  { offset: 0xe08, name: "GPIOPSYNC", mask: 0x1, plain: true },
  { offset: 0xfa0, name: "DEBUG_LOCK_EN", reset: 0x5, mask: 0xf, plain: true },
  { offset: 0xfa4, name: "DEBUG_FEATURES", mask: 0xfff, plain: true },
  { offset: 0xfa8, name: "DEBUG_FEATURES_DP", reset: 0x555, mask: 0xfff, plain: true },
  { offset: 0xfbc, name: "KEY_BLOCK", access: "WO", plain: true },
  { offset: 0xfc0, name: "DEBUG_AUTH_BEACON", plain: true },
  { offset: 0xfd4, name: "CPUCFG", reset: 0x2, mask: 0x7 },
  { offset: 0xff8, name: "DEVICE_ID0", access: "RO" },
  { offset: 0xffc, name: "DIEID", access: "RO", reset: 0x426b0 },
]);

/**
 * Who hangs on which bit of AHBCLKCTRLn and PRESETCTRLn, by word: name -> bit. The lines of SYSCON are `gate-NAME` (1
 * = clocked) and `reset-NAME` (1 = held in reset).
 */
export const peripheralBits: readonly Readonly<Record<string, number>>[] = [
  {
    ...{ ROM: 1, SRAM1: 3, SRAM2: 4, SRAM3: 5, SRAM4: 6, FLASH: 7, FMC: 8, MUX: 11, IOCON: 13, GPIO0: 14, GPIO1: 15 },
    ...{ GPIO2: 16, GPIO3: 17, PINT: 18, GINT: 19, DMA0: 20, CRC: 21, WWDT: 22, RTC: 23, MAILBOX: 26, ADC: 27 },
  },
  {
    ...{
      MRT: 0,
      OSTIMER: 1,
      SCT: 2,
      UTICK: 10,
      FC0: 11,
      FC1: 12,
      FC2: 13,
      FC3: 14,
      FC4: 15,
      FC5: 16,
      FC6: 17,
      FC7: 18,
    },
    ...{ CTIMER2: 22, USB0_DEV: 25, CTIMER0: 26, CTIMER1: 27 },
  },
  {
    ...{ DMA1: 1, COMP: 2, SDIO: 3, USB1_HOST: 4, USB1_DEV: 5, USB1_RAM: 6, USB1_PHY: 7, FREQME: 8, RNG: 13 },
    ...{ SYSCTL: 15, USB0_HOSTM: 16, USB0_HOSTS: 17, HASH_AES: 18, PQ: 19, PLU: 20, CTIMER3: 21, CTIMER4: 22 },
    ...{ PUF: 23, CASPER: 24, ANALOG_CTRL: 27, HS_LSPI: 28, GPIO_SEC: 29, GPIO_SEC_INT: 30 },
  },
];

/** The four GPIO clock bits of word 0: one window serves all ports, so the line `gate-GPIO` is high while any is on. */
export const gpioBits = 0x3c000;
