/**
 * Guests of a few instructions, as bytes, with the assembly that gives them (arm-none-eabi-as, -mcpu=cortex-m33). RAM
 * of VM 0 is at 0x20010000, of VM 1 at 0x20020000, flash at 0x20000 and 0x40000.
 */

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const word = (value: number): string =>
  [0, 8, 16, 24].map((shift) => ((value >>> shift) & 0xff).toString(16).padStart(2, "0")).join("");

/**
 * ldr r0,=0x20016000; mov sp,r0; ldr r1,=0x20010000
 * 1: ldr r0,[r1]; adds r0,#1; str r0,[r1]; b 1b
 */
export const counter = bytes("034885460349086801300860fbe700000060012000000120");

/**
 * At entry: ldr r1,=0x20020000; r0 to [r1,#4], IPSR to [r1,#8], CONTROL to [r1,#12], SP to [r1,#16]; sets SP; counts
 * at [r1]
 */
export const recorder = bytes("07494860eff305828a60eff31482ca606a460a61034a9546086801300860fbe70000022000f00220");

/**
 * Sets SP; r4 = 0x20010000; r0 = 1, r1 = r2 = 0, r5 = 0x55, r3 = 0x10000041; blx r3
 * str r0,[r4,#4]; str r3,[r4,#8]; str r5,[r4,#12]; [r4] += 1; 1: b 1b
 */
export const caller = bytes("07488546074c0120002100225525064b98476060a360e560206801302060fee7006001200000012041000010");

/** Reads PMC at 0x40020004, which no configuration here grants; the load is at entry + 6. */
export const trespasser = bytes("0248854602490868fee700000060012004000240");

/**
 * At 0x40000: a vector table whose interrupt 63 counts at 0x20020000. Entry at +0x140: SP, VTOR, NVIC_ISER1 bit 31;
 * then 1: wfi; b 1b
 */
export const listener = bytes(
  `${word(0x2002f000)}${word(0)}${word(0x40163).repeat(77)}${word(0x40159)}` +
    "0848854608484ff48021016007484ff00041016030bffde705490868013008607047fee700f0022008ed00e004e100e000000220",
);
export const listenerEntry = 0x40140;

/**
 * At 0x20000: a vector table whose SysTick counts at 0x20010000. Entry at +0x40: SP, VTOR, SYST_RVR = 2,999,999,
 * enable with interrupt; 1: b 1b
 */
export const ticker = bytes(
  `${word(0x20016000)}${word(0)}${word(0x20065).repeat(13)}${word(0x2005b)}` +
    "0948854609484ff400310160084809494160816007210160fee707490868013008607047fee7" +
    "00000060012008ed00e010e000e0bfc62d0000000120",
);
export const tickerEntry = 0x20040;
export const tickerPeriodCycles = 3_000_000;
