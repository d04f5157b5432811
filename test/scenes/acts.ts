/** What scenes do, as text for the assembler. R0 to R3 and R12 are free; what is changed of the rest is the scene's. */
import {
  calleeAddress,
  entry,
  gates,
  nonSecureWorld,
  nowhere,
  secureWorld,
  shared,
  sharedWords,
  system,
  systemNs,
  transmitted,
  uart,
} from "./layout.ts";
import type { Setting } from "./scene.ts";

export const barrier = "dsb sy\nisb sy";
export const store = (address: number, value: number): string =>
  `set r0, ${address}\nset r1, ${value >>> 0}\nstr r1, [r0]`;
export const load = (address: number): string => `set r0, ${address >>> 0}\nldr r0, [r0]`;
export const setSpecial = (name: string, value: number): string => `set r0, ${value >>> 0}\nmsr ${name}, r0`;
export const lines = (...parts: readonly string[]): string => parts.join("\n");

/** R0 becomes answer `index` of the reports. */
export const answer = (index: number): string => `set r1, ${shared + sharedWords.answers + 4 * index}\nstr r0, [r1]`;

/**
 * Two bytes go out. The second has to wait for the first, here; QEMU takes no time, but looks for interrupts only where
 * a block of instructions ends.
 */
const twoBytes = (index: number): string => `
  set r0, ${uart(index)}
  movs r1, #1
  str r1, [r0, #8]
  str r1, [r0]
  movs r1, #5
  str r1, [r0, #8]
  str r1, [r0]`;
/** An interrupt that comes while the processor sleeps for it. */
export const ring = (index: number): string => lines(twoBytes(index), "wfi");
/** The same where the interrupt has to wait for something. */
export const ringWeakly = (...uarts: readonly number[]): string =>
  lines(...uarts.map(twoBytes), "set r1, 400\nwaiting:\nsubs r1, #1\nbne waiting");

/** Secure code does the next act as a Non-secure function, Non-secure code as a Secure one. */
export const callOut = `set r0, ${calleeAddress}\nblxns r0`;
export const callIn = `set r0, ${gates.service + 1}\nblx r0`;
export const callAcross = (secure: boolean): string => (secure ? callOut : callIn);

/** ICSR bits that pend. */
export const icsr = { nmi: 0x8000_0000, pendSv: 0x1000_0000, sysTick: 0x0400_0000 } as const;
/** What PRIMASK holds back comes when it is cleared, not sooner or later. */
const together = (...parts: readonly string[]): string => lines("cpsid i", ...parts, barrier, "cpsie i", "isb sy");
export const pend = (bit: number, systemBase: number = system): string => together(store(systemBase + 0xd04, bit));
/** PRIMASK does not hold this back. */
export const pendNmi = lines(store(system + 0xd04, icsr.nmi), barrier);

/** Pends interrupts of UARTs by software. */
export const storeLines = (...uarts: readonly number[]): string =>
  store(
    system + 0x204,
    uarts.reduce((bits, index) => bits | bitOf(index), 0),
  );
export const pendLines = (...uarts: readonly number[]): string => together(storeLines(...uarts));

/** Bit of a UART's transmit interrupt in the second word of NVIC registers. */
const bitOf = (index: number): number => 1 << (transmitted(index) - 32);

/** `value` exclusively ored into the EXC_RETURN or FNC_RETURN with which the running handler or callee ends. */
export const forge = (value: number): string => `
  set r0, ${shared}
  ldr r0, [r0, #${sharedWords.top}]
  ldr.w r1, [r0, #${entry.link - entry.bytes}]
  set r2, ${value >>> 0}
  eors r1, r2
  str.w r1, [r0, #${entry.link - entry.bytes}]`;

export interface Line {
  readonly secure: boolean;
  readonly priority: number;
}

/** As priorities compare, AIRCR.PRIS considered. */
export const effective = ({ secure, priority }: Line, withPris: boolean): number =>
  secure || !withPris ? priority : 0x80 + (priority >> 1);

/** UARTs 1, 2, ... interrupt whom and how strongly. */
export function interrupts(all: readonly Line[]): Setting[] {
  const priorities = new Map<number, number>();
  let outside = 0;
  let enabled = 0;
  for (const [index, { secure, priority }] of all.entries()) {
    const number = transmitted(index + 1);
    const at = system + 0x400 + (number & ~3);
    priorities.set(at, (priorities.get(at) ?? 0) | (priority << (8 * (number & 3))));
    enabled |= bitOf(index + 1);
    if (!secure) outside |= bitOf(index + 1);
  }
  return [[system + 0x384, outside], ...priorities, [system + 0x104, enabled]];
}

const bytes = (...values: readonly number[]): number =>
  values.reduce((word, value, index) => (word | (value << (8 * index))) >>> 0, 0);

/** Faults stronger than the timer, that stronger than SVCall, and PendSV somewhere, in both worlds. */
const prioritiesWith = (pendSv: number): Setting[] =>
  [system, systemNs].flatMap((base): Setting[] => [
    [base + 0xd18, bytes(0x20, 0x20, 0x20, 0x20)],
    [base + 0xd1c, bytes(0, 0, 0, 0xc0)],
    [base + 0xd20, bytes(0x30, 0, pendSv, 0x50)],
  ]);
/** PendSV the weakest. */
export const priorities = prioritiesWith(0xe0);
export const prioritiesOfStrongPendSv = prioritiesWith(0x60);
export const faultsEnabled: Setting[] = [
  [system + 0xd24, 0xf_0000],
  [systemNs + 0xd24, 0x7_0000],
];
export const pris = 0x4000;
export const bfhfnmins = 0x2000;
export const aircr = (bits: number): Setting => [system + 0xd0c, 0x05fa_0000 + bits];
export const aircrOutside = (bits: number): Setting => [systemNs + 0xd0c, 0x05fa_0000 + bits];

/** What a world calls its own, and the other's. */
export const sideOf = (secure: boolean) =>
  secure
    ? { world: secureWorld, letter: "s", nowhere: nowhere.secure, device: 0x5000_0000 }
    : { world: nonSecureWorld, letter: "n", nowhere: nowhere.nonSecure, device: 0x4000_0000 };

/** MPU region by its limits, with bits 4:0 of RBAR: XN 1, everybody 2, read only 4. */
export const mpuRegion = (base: number, region: number, from: number, to: number, rights: number): Setting[] => [
  [base + 0xdc0, 0xff],
  [base + 0xd98, region],
  [base + 0xd9c, (from & ~31) | rights],
  [base + 0xda0, ((to & ~31) | 1) >>> 0],
];
/** With the default map for privileged code. */
export const mpuOn = (base: number): Setting => [base + 0xd94, 5];

/** CPACR of both worlds; NSACR gives the unit to Non-secure state or not. */
export const floatUnit = (outside: boolean): Setting[] => [
  [system + 0xd88, 0xf0_0000],
  [systemNs + 0xd88, 0xf0_0000],
  [system + 0xd8c, outside ? 0xc00 : 0],
];
