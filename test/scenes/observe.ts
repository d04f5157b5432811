/**
 * What a handler reports: the words of a line, how Secure code reads each of them, and the routines that gather them.
 */
import { shared, sharedWords, startLink, system, systemNs, variables } from "./layout.ts";

/** A word of a report. `text` leaves its value in R0; it may use R1 and R2. */
export interface Observed {
  readonly name: string;
  readonly text: string;
  /** Told whenever it is not zero: the next report begins anew. */
  readonly fresh?: boolean;
  /** Where it is written back when told. */
  readonly clear?: number;
}

const register = (name: string, from: string): Observed => ({ name, text: `mrs r0, ${from}` });
const word = (name: string, address: number, mask = 0xffff_ffff): Observed => ({
  name,
  text: `set r0, ${address}\nldr r0, [r0]${mask === 0xffff_ffff ? "" : `\nset r1, ${mask}\nands r0, r1`}`,
});
/** A status register: cleared by writing ones. */
const status = (name: string, address: number): Observed => ({ ...word(name, address), fresh: true, clear: address });

/** An address register counts while the status register says that it is valid. */
const address = (name: string, at: number, statusAt: number, valid: number): Observed => ({
  name,
  fresh: true,
  text: `
  set r0, ${statusAt}
  ldr r0, [r0]
  lsls r0, r0, #${31 - valid}
  asrs r0, r0, #31
  set r1, ${at}
  ldr r1, [r1]
  ands r0, r1`,
});

const masks = `
  mrs r0, PRIMASK
  mrs r1, PRIMASK_NS
  orr.w r0, r0, r1, lsl #4
  mrs r1, FAULTMASK
  orr.w r0, r0, r1, lsl #8
  mrs r1, FAULTMASK_NS
  orr.w r0, r0, r1, lsl #12
  mrs r1, BASEPRI
  orr.w r0, r0, r1, lsl #16
  mrs r1, BASEPRI_NS
  orr.w r0, r0, r1, lsl #24`;

/** Of the frame, filled by `frame`; the first two are told as places. */
const frameWords = ["pc", "lr", "psr", "at", "sign", "high"] as const;
/** What the first frame of a scene is compared with. */
const usual = { pc: 0, lr: startLink, psr: 0x0100_0000, at: 0, sign: 0, high: 1 } as const;
const stateWords: readonly Observed[] = [
  { name: "msp", text: "mov r0, r10" },
  { name: "msp_n", text: "mov r0, r11" },
  register("psp", "PSP"),
  register("psp_n", "PSP_NS"),
  register("ctl", "CONTROL"),
  register("ctl_n", "CONTROL_NS"),
  { name: "mask", text: masks },
  // VECTACTIVE is IPSR. What of VECTPENDING Non-secure state may see is left open by DDI 0553.
  word("icsr", system + 0xd04, ~0x1ff >>> 0),
  word("icsr_n", systemNs + 0xd04, ~0x1f_f1ff >>> 0),
  word("shcsr", system + 0xd24),
  word("shcsr_n", systemNs + 0xd24),
  address("mmfar", system + 0xd34, system + 0xd28, 7),
  address("mmfar_n", systemNs + 0xd34, systemNs + 0xd28, 7),
  address("bfar", system + 0xd38, system + 0xd28, 15),
  address("sfar", system + 0xde8, system + 0xde4, 6),
  status("cfsr", system + 0xd28),
  status("cfsr_n", systemNs + 0xd28),
  status("hfsr", system + 0xd2c),
  status("dfsr", system + 0xd30),
  status("sfsr", system + 0xde4),
  word("fpccr", system + 0xf34),
  word("fpccr_n", systemNs + 0xf34),
  word("fpcar", system + 0xf38),
  word("fpcar_n", systemNs + 0xf38),
  ...Array.from({ length: 8 }, (_, index) => word(`a${index}`, shared + sharedWords.answers + 4 * index)),
];

export const wordNames: readonly string[] = [...frameWords, ...stateWords.map(({ name }) => name)];
export const offsetOf = (name: string): number => 4 * wordNames.indexOf(name);
/** Names as words of the image, each padded with zeros. */
export const nameWords = wordNames
  .flatMap((name) => [0, 4].map((from) => [0, 1, 2, 3].map((index) => name.charCodeAt(from + index) || 0)))
  .map((bytes) => bytes.reduceRight((value, byte) => value * 256 + byte, 0));

/** R0 becomes a word, where R7 is the first. */
export const put = (name: string): string => `str.w r0, [r7, #${offsetOf(name)}]`;

/** R7 becomes the words, with the frame's as they were before; R10 and R11 are the main stack pointers. */
export const gatherText = `
  gather:
  set r7, ${variables.now}
  set r2, ${variables.before}
  ${frameWords.map((name) => `ldr.w r0, [r2, #${offsetOf(name)}]\n${put(name)}`).join("\n")}
  ${stateWords.map(({ name, text }) => `${text}\n${put(name)}`).join("\n")}
  bx lr
  cleared:
  set r2, ${variables.before}
  movs r1, #0
  ${stateWords.map(clearText).join("\n")}
  bx lr
  baseline:
  push {r7, lr}
  mov r0, sp
  adds r0, #8
  mov r10, r0
  mrs r0, MSP_NS
  mov r11, r0
  bl gather
  set r0, ${variables.now}
  set r2, ${variables.before}
  movs r3, #${wordNames.length}
  nextword:
  ldr r1, [r0]
  str r1, [r2]
  adds r0, #4
  adds r2, #4
  subs r3, #1
  bne nextword
  set r2, ${variables.before}
  movs r0, #0
  ${frameWords.map((name) => `set r0, ${usual[name]}\nstr.w r0, [r2, #${offsetOf(name)}]`).join("\n")}
  pop {r7, pc}`;

function clearText({ name, fresh, clear }: Observed): string {
  const told = `ldr.w r0, [r7, #${offsetOf(name)}]\n`;
  const back = clear === undefined ? "" : `set r3, ${clear}\n${told}str r0, [r3]\n`;
  return fresh === true ? `${back}str.w r1, [r2, #${offsetOf(name)}]` : back;
}
