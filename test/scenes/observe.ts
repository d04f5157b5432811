/**
 * What a handler reports, and the Secure routines that gather and print it: a line for each handler entered and for
 * each act that is over, with the words that have changed since the line before.
 */
import {
  endCall,
  entry,
  nonSecureWorld,
  pattern,
  secureWorld,
  shared,
  sharedWords,
  startLink,
  system,
  systemNs,
  uart,
  variables,
} from "./layout.ts";

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
const offsetOf = (name: string): number => 4 * wordNames.indexOf(name);
/** Names as words of the image, each padded with zeros. */
const nameWords = wordNames
  .flatMap((name) => [0, 4].map((from) => [0, 1, 2, 3].map((index) => name.charCodeAt(from + index) || 0)))
  .map((bytes) => bytes.reduceRight((value, byte) => value * 256 + byte, 0));

const basicText = `
  put:
  set r1, ${uart(0)}
  full:
  ldr r2, [r1, #4]
  lsls r2, r2, #31
  beq freed
  movs r2, #50
  patience:
  subs r2, #1
  bne patience
  b full
  freed:
  str r0, [r1]
  bx lr
  say:
  push {r4, lr}
  mov r4, r0
  saynext:
  ldrb r0, [r4]
  cbz r0, said
  bl put
  adds r4, #1
  b saynext
  said:
  pop {r4, pc}
  hex:
  push {r4, r5, r6, lr}
  mov r4, r0
  movs r5, #28
  movs r6, #0
  digit:
  lsr.w r0, r4, r5
  and.w r0, r0, #15
  orrs r6, r0
  bne shown
  cmp r5, #0
  bne skipped
  shown:
  adds r0, #48
  cmp r0, #58
  bcc plain
  adds r0, #39
  plain:
  bl put
  skipped:
  subs r5, #4
  bpl digit
  pop {r4, r5, r6, pc}`;

/** The act that holds address R4 goes to R5 as offset and R6 as number; R6 is -1 where none does. */
const placeText = `
  place:
  set r0, ${shared}
  ldr r6, [r0, #${sharedWords.count}]
  nextplace:
  subs r6, #1
  bmi placed
  lsls r1, r6, #3
  adds r1, r1, r0
  ldr r2, [r1, #${sharedWords.acts}]
  ldr r3, [r1, #${sharedWords.acts + 4}]
  subs r3, r3, r2
  adds r3, #2
  set r5, ${secureWorld.acts}
  adds r5, r5, r2
  subs r5, r4, r5
  cmp r5, r3
  bls placed
  set r5, ${nonSecureWorld.acts}
  adds r5, r5, r2
  subs r5, r4, r5
  cmp r5, r3
  bls placed
  b nextplace
  placed:
  bx lr`;

/** Prints what has changed of the words; R7 is where the first of them is. */
const changesText = `
  changes:
  push {r4, r5, r6, r7, lr}
  movs r7, #0
  change:
  set r1, ${variables.now}
  ldr.w r4, [r1, r7]
  set r2, ${variables.before}
  ldr.w r0, [r2, r7]
  cmp r0, r4
  beq same
  str.w r4, [r2, r7]
  movs r0, #32
  bl put
  set r0, names
  lsls r1, r7, #1
  adds r0, r0, r1
  bl say
  movs r0, #61
  bl put
  movs r6, #0
  mvns r6, r6
  cmp r7, #${offsetOf("lr")}
  bhi absolute
  bl place
  absolute:
  adds r0, r6, #1
  beq number
  mov r0, r6
  bl hex
  movs r0, #43
  bl put
  mov r4, r5
  number:
  mov r0, r4
  bl hex
  same:
  adds r7, #4
  cmp r7, #${4 * wordNames.length}
  bne.w change
  movs r0, #10
  bl put
  pop {r4, r5, r6, r7, pc}`;

const put = (name: string): string => `str.w r0, [r7, #${offsetOf(name)}]`;

/** R7 becomes the words, with the frame's as they were before; R10 and R11 are the main stack pointers. */
const gatherText = `
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

/** Where the frame is, in R4: R5 is EXC_RETURN, R8 the entry, R9 whether the handler is Secure. R0: it can be read. */
const frameText = `
  frame:
  lsls r1, r5, #25
  bmi background
  mov r4, r11
  mrs r1, PSP_NS
  mrs r2, CONTROL_NS
  mov r0, r9
  cmp r0, #1
  beq picks
  b linked
  background:
  mov r4, r10
  mrs r1, PSP
  mrs r2, CONTROL
  mov r0, r9
  cmp r0, #0
  beq picks
  linked:
  lsrs r2, r5, #1
  picks:
  lsls r3, r5, #28
  bpl found
  lsls r2, r2, #30
  bpl found
  mov r4, r1
  found:
  movs r0, #0
  ${put("sign")}
  lsls r1, r5, #25
  bpl simple
  mov r0, r9
  cmp r0, #0
  beq called
  lsls r1, r5, #26
  bmi simple
  called:
  mov r6, lr
  bl readable
  mov lr, r6
  beq unsigned
  ldr r0, [r4]
  ${put("sign")}
  unsigned:
  adds r4, #40
  simple:
  mov r0, r4
  ${put("at")}
  readable:
  lsrs r0, r4, #18
  set r1, ${secureWorld.mainStack >>> 18}
  cmp r0, r1
  beq within
  set r1, ${nonSecureWorld.mainStack >>> 18}
  cmp r0, r1
  beq within
  movs r0, #0
  bx lr
  within:
  movs r0, #1
  bx lr`;

/** Whether R4 to R10 of the entry are as the scene began: 1, all zero: 0, else something else. */
const highText = `
  high:
  set r1, 0
  movs r2, #0
  ${pattern
    .map((value, index) => `ldr.w r0, [r8, #${4 * index}]\norrs r2, r0\nset r3, ${value}\neors r0, r3\norrs r1, r0`)
    .join("\n")}
  mov r0, r2
  cmp r0, #0
  beq uniform
  movs r0, #1
  cmp r1, #0
  beq uniform
  mov r0, r1
  uniform:
  ${put("high")}
  bx lr`;

/** Whether the frame at R4 is that of the call that ends a scene. */
const endText = `
  ended:
  ldr r0, [r4, #24]
  lsrs r1, r0, #18
  set r2, ${secureWorld.acts >>> 18}
  cmp r1, r2
  beq code
  cmp r1, #${nonSecureWorld.acts >>> 18}
  bne elsewhere
  code:
  ldrh r1, [r0]
  set r2, ${0xdf00 + endCall}
  cmp r1, r2
  beq elsewhere
  subs r0, #2
  ldrh r1, [r0]
  cmp r1, r2
  elsewhere:
  bx lr`;

/** R4 the frame, which is readable. What a fault interrupted goes on behind its act. */
const resumeText = `
  resume:
  mrs r0, IPSR
  cmp r0, #3
  bcc resumed
  cmp r0, #7
  bhi resumed
  mov r2, r8
  sub.w r2, r2, #${entry.bytes - entry.act}
  ldr r1, [r2]
  adds r0, r1, #1
  beq.w finish
  lsls r1, r1, #3
  set r0, ${shared + sharedWords.acts + 4}
  ldr.w r1, [r0, r1]
  set r0, ${nonSecureWorld.acts}
  lsls r3, r5, #25
  bpl whose
  set r0, ${secureWorld.acts}
  whose:
  adds r0, r0, r1
  str r0, [r4, #24]
  ldr r0, [r4, #28]
  set r1, 0x0600fc00
  bics r0, r1
  set r1, 0x01000000
  orrs r0, r1
  str r0, [r4, #28]
  resumed:
  bx lr
  finish:
  set r0, 600
  drain:
  subs r0, #1
  bne drain
  set r0, ${system + 0xd0c}
  set r1, 0x05fa0004
  str r1, [r0]
  dsb sy
  forever:
  b forever`;

/** R0 whether the handler is Secure, R1 the Secure main stack pointer, R2 whether it was entered or comes back. */
const reportText = `
  report:
  push {r4, r5, r6, lr}
  mov r9, r0
  mov r10, r1
  mov r4, r2
  set r6, ${system + 0xd94}
  ldr r3, [r6]
  push {r3, r4}
  movs r3, #0
  str r3, [r6]
  dsb sy
  isb sy
  set r1, ${shared}
  ldr r1, [r1, #${sharedWords.top}]
  sub.w r1, r1, #${entry.bytes}
  mov r8, r1
  ldr r5, [r1, #${entry.link}]
  cmp r0, #0
  beq.w theirs
  ldr r0, [r1, #${entry.sp}]
  mov r10, r0
  mrs r0, MSP_NS
  b both
  theirs:
  ldr r0, [r1, #${entry.sp}]
  both:
  mov r11, r0
  bl gather
  ${[1, 2, 3].map((index) => `set r0, ${uart(index) + 12}\nmovs r1, #15\nstr r1, [r0]`).join("\n")}
  cmp r4, #0
  bne entered
  movs r0, #126
  bl put
  b head
  entered:
  bl frame
  mov r6, r0
  cmp r0, #0
  beq unreadable
  bl ended
  bne going
  movs r6, #0
  set r2, ${variables.before}
  ldr.w r0, [r2, #${offsetOf("at")}]
  ${put("at")}
  movs r0, #46
  bl put
  b head
  going:
  ldr r0, [r4, #24]
  ${put("pc")}
  ldr r0, [r4, #20]
  ${put("lr")}
  ldr r0, [r4, #28]
  ${put("psr")}
  unreadable:
  bl high
  head:
  movs r0, #78
  mov r1, r9
  cmp r1, #0
  beq letter
  movs r0, #83
  letter:
  bl put
  movs r0, #32
  bl put
  mrs r0, IPSR
  bl hex
  ldr r0, [sp, #4]
  cmp r0, #0
  beq coming
  movs r0, #32
  bl put
  mov r0, r5
  bl hex
  coming:
  bl changes
  set r7, ${variables.now}
  bl cleared
  ldr r0, [sp, #4]
  cmp r0, #0
  beq reported
  set r1, ${shared}
  ldr r0, [r1, #${sharedWords.entered}]
  adds r0, #1
  str r0, [r1, #${sharedWords.entered}]
  ldr r2, [r1, #${sharedWords.last}]
  cmp r0, r2
  beq.w finish
  cmp r0, #20
  beq.w finish
  cmp r6, #0
  beq.w finish
  bl resume
  reported:
  pop {r3, r4}
  set r0, ${system + 0xd94}
  str r3, [r0]
  dsb sy
  isb sy
  pop {r4, r5, r6, pc}`;

const namesText = `
  names:
  ${nameWords.map((value) => `.word ${value}`).join("\n")}`;

/** All of it; jumped to as `report`, `baseline`, `say` and `put`. */
export const report = [
  basicText,
  placeText,
  changesText,
  gatherText,
  frameText,
  highText,
  endText,
  resumeText,
  reportText,
  namesText,
].join("\n");
