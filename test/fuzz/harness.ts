/**
 * The program around the cases. It runs in Secure Handler mode: whatever ends a case, SVC or a fault of any kind, comes
 * in at one entry, which writes the record, sets up the next case from its input and returns from the exception into
 * it. After the last case it asks for a system reset.
 */
import { program } from "../support/program.ts";
import {
  casesPerImage,
  codeSlotBytes,
  codeSlots,
  harnessBase,
  harnessStackTop,
  inputBytes,
  landingBase,
  landingBytes,
  nonSecureHandlerStackTop,
  nonSecureWorld,
  psramBase,
  recordBytes,
  recordsOffset,
  secureWorld,
  stripBytes,
  variablesBase,
  type World,
  windowBytes,
} from "./layout.ts";

const vectors = 16;
/** S0 to S31, FPSCR and VPR, at most. */
const lazyBytes = 136;
const codeOffset = 0x100;

/** `store ADDRESS, VALUE`: lines that write a word. */
const store = (address: number, value: number): string => `
  set r0, ${address}
  set r1, ${value}
  str r1, [r0]`;

/** Give blocks of a memory protection controller to Non-secure state: the upper half of its memory, or all. */
const openMemory = (controller: number, label: string, all: boolean): string => `
  set r0, ${controller}
  ldr r2, [r0, #16]
  ${all ? "movs r1, #0" : "adds r1, r2, #1\n  lsrs r1, r1, #1"}
  str r1, [r0, #24]
  subs r2, r2, r1
  adds r2, #1
  mvns r3, r4
  ${label}:
  str r3, [r0, #28]
  subs r2, #1
  bne.w ${label}`;

const sauRegion = (region: number, base: number, bytes: number): string =>
  [store(0xe000edd8, region), store(0xe000eddc, base), store(0xe000ede0, ((base + bytes - 1) & ~31) | 1)].join("");

interface MpuRegion {
  readonly base: number;
  readonly bytes: number;
  /** Bits 4:0 of RBAR: AP 2:1 (0 privileged only, 1 all write, 3 all read), XN. */
  readonly rights: number;
}

const codeRights = 0b00110;
const dataRights = 0b00011;
const readRights = 0b00111;
const privilegedRights = 0b00001;

function mpuOf(world: World): MpuRegion[] {
  const strip = world.windowBase + windowBytes;
  return [
    { base: world.codeBase, bytes: codeSlots * codeSlotBytes, rights: codeRights },
    { base: world.windowBase, bytes: windowBytes, rights: dataRights },
    { base: strip, bytes: stripBytes, rights: readRights },
    { base: strip + stripBytes, bytes: stripBytes, rights: privilegedRights },
  ];
}

/** Normal memory everywhere; what no region covers is for privileged code. */
function mpu(system: number, regions: readonly MpuRegion[]): string {
  const lines = [store(system + 0xdc0, 0xff)];
  for (const [index, { base, bytes, rights }] of regions.entries()) {
    lines.push(store(system + 0xd98, index), store(system + 0xd9c, base | rights));
    lines.push(store(system + 0xda0, ((base + bytes - 1) & ~31) | 1));
  }
  return [...lines, store(system + 0xd94, 5)].join("");
}

const system = 0xe000e000;
const systemNs = 0xe002e000;

/** From reset to the first entry. */
const start = `
  start:
  movs r4, #0
  ${openMemory(0x5800_7000, "opencode", false)}
  ${openMemory(0x5800_9000, "opendata", true)}
  ${sauRegion(0, 0x0020_0000, 0x20_0000)}
  ${sauRegion(1, 0x2820_0000, 0x20_0000)}
  ${store(0xe000edd0, 1)}
  ${mpu(system, mpuOf(secureWorld))}
  ${mpu(systemNs, [{ base: landingBase, bytes: landingBytes, rights: codeRights }, ...mpuOf(nonSecureWorld)])}
  ${store(systemNs + 0xd08, landingBase)}
  ${store(0xe000ed8c, 0xc00)}
  ${store(0xe000ed88, 0xf0_0000)}
  dsb sy
  isb sy
  svc #0`;

/** Copies a window: 128 words from R1 to R2, through R4-R11. */
const copy = (from: string, to: string, label: string): string => `
  movs r3, #${windowBytes / 32}
  ${label}:
  ldmia.w ${from}!, {r4, r5, r6, r7, r8, r9, r10, r11}
  stmia.w ${to}!, {r4, r5, r6, r7, r8, r9, r10, r11}
  subs r3, #1
  bne.w ${label}`;

/**
 * Address that the frame in the window returns to, else 0: before any registers that wait are saved, perhaps over it.
 * R2 is EXC_RETURN, R4 and R5 the stack pointers of both states.
 */
const returnAddress = `
  lsls r3, r2, #25
  bmi.w framed
  mov r4, r5
  framed:
  ldr r3, [r0, #8]
  subs.w r3, r4, r3
  movs r5, #0
  cmp.w r3, #${windowBytes - 32 + 8}
  bcs.w frameless
  ldr.w r5, [r4, #24]
  frameless:
  str.w r5, [r1], #4`;

/** Variables: 0 next record, 4 next input, 8 window of the running case, 12 cases left. */
const record = `
  entry:
  set r0, ${variablesBase}
  ldr r1, [r0]
  stmia.w r1!, {r4, r5, r6, r7, r8, r9, r10, r11}
  mov r2, lr
  mrs r3, IPSR
  mrs r4, PSP
  mrs r5, PSP_NS
  mrs r6, CONTROL
  mrs r7, CONTROL_NS
  mrs r8, PRIMASK
  mrs r9, BASEPRI
  mrs r10, FAULTMASK
  mrs r11, PSPLIM
  mrs r12, PSPLIM_NS
  stmia.w r1!, {r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12}
  ${returnAddress}
  set r12, 0xe000ed00
  ldr.w r2, [r12, #40]
  ldr.w r3, [r12, #44]
  ldr.w r4, [r12, #52]
  ldr.w r5, [r12, #56]
  ldr.w r6, [r12, #228]
  ldr.w r7, [r12, #232]
  set r11, 0xe002ed00
  ldr.w r8, [r11, #40]
  ldr.w r9, [r11, #52]
  stmia.w r1!, {r2, r3, r4, r5, r6, r7, r8, r9}
  str.w r2, [r12, #40]
  str.w r3, [r12, #44]
  str.w r6, [r12, #228]
  str.w r8, [r11, #40]
  set r2, 0xf00000
  str.w r2, [r12, #136]
  str.w r2, [r11, #136]
  set r2, 0xc00
  str.w r2, [r12, #140]
  dsb sy
  isb sy`;

/** Gives up what waits to be saved at FPCAR unless all of it lies in the window; R0 points at the variables. */
const giveUp = (bank: string, fpccr: string, fpcar: string, label: string): string => `
  ldr.w r10, [r0, #8]
  subs.w r10, ${fpcar}, r10
  cmp.w r10, #${windowBytes - lazyBytes}
  bcc.w ${label}
  bic.w r10, ${fpccr}, #1
  str.w r10, [${bank}, #52]
  ${label}:`;

/**
 * Masks and addresses of faults go back to zero. Where the registers of a case wait to be saved at an address outside
 * its window, that is given up: it would fault here.
 */
const clean = `
  movs r2, #0
  str.w r2, [r12, #52]
  str.w r2, [r12, #56]
  str.w r2, [r12, #232]
  str.w r2, [r11, #52]
  msr PRIMASK, r2
  msr BASEPRI, r2
  msr FAULTMASK, r2
  msr PRIMASK_NS, r2
  msr BASEPRI_NS, r2
  msr FAULTMASK_NS, r2
  msr MSPLIM_NS, r2
  msr PSPLIM_NS, r2
  msr CONTROL_NS, r2
  mrs r6, MSP_NS
  set r2, ${nonSecureWorld.windowBase + windowBytes}
  msr PSP_NS, r2
  set r2, ${nonSecureHandlerStackTop}
  msr MSP_NS, r2
  set r2, ${harnessStackTop}
  msr MSP, r2
  ldr.w r5, [r12, #36]
  ldr.w r9, [r11, #36]
  set r12, 0xe000ef00
  set r11, 0xe002ef00
  ldr.w r3, [r12, #52]
  ldr.w r4, [r12, #56]
  ldr.w r7, [r11, #52]
  ldr.w r8, [r11, #56]
  ${giveUp("r12", "r3", "r4", "settled")}
  ${giveUp("r11", "r7", "r8", "settlednonsecure")}
  isb sy`;

const finish = `
  vmrs r2, fpscr
  stmia.w r1!, {r2, r3, r4, r5, r6, r7, r8, r9}
  vstmia r1!, {s0-s31}
  ldr r2, [r0, #8]
  ${copy("r2", "r1", "save")}
  str r1, [r0]
  ldr r2, [r0, #12]
  subs r2, #1
  str r2, [r0, #12]
  bpl.w next
  set r0, 0xe000ed0c
  set r1, 0x05fa0004
  str r1, [r0]
  dsb sy
  forever:
  b.w forever`;

/** Behind the window a case may begin with a stray frame (`spoil`), or have left something. */
const afterBytes = 512;
const clearRegisters = Array.from({ length: 8 }, (_, index) => `mov.w r${index + 4}, #0`);
const clearWords = Array.from({ length: afterBytes / 32 }, () => "stmia.w r2!, {r4, r5, r6, r7, r8, r9, r10, r11}");
/** With FAULTMASK set the MPU stands aside: part of it is read-only, the harness's own priority or not. */
const clearAfter = ["cpsid f", "isb sy", ...clearRegisters, ...clearWords, "cpsie f", "isb sy"].join("\n  ");

/** What was left pending by a fault on the way into an exception must not come over the next case. */
const next = `
  next:
  ldr r1, [r0, #4]
  ldmia.w r1!, {r3, r4, r5, r6, r7, r8, r9, r10}
  mov lr, r3
  lsls r2, r3, #25
  bmi.w secure
  set r2, ${nonSecureWorld.windowBase}
  msr PSP_NS, r4
  msr PSPLIM_NS, r5
  msr CONTROL_NS, r6
  movs r6, #0
  msr PSPLIM, r6
  msr CONTROL, r6
  msr PSP, r6
  b.w common
  secure:
  set r2, ${secureWorld.windowBase}
  msr PSP, r4
  msr PSPLIM, r5
  msr CONTROL, r6
  common:
  str r2, [r0, #8]
  set r12, 0xe000ed00
  set r11, 0xe002ed00
  str.w r7, [r12, #20]
  str.w r7, [r11, #20]
  ldr.w r7, [r12, #36]
  bic.w r7, r7, #1044480
  bic.w r7, r7, #3145728
  orrs.w r7, r7, r8
  str.w r7, [r12, #36]
  mov lr, r3
  vmsr fpscr, r10
  str.w r9, [r11, #136]
  mov r12, r9
  adds r1, #160
  ${copy("r1", "r2", "load")}
  ${clearAfter}
  mov r2, r1
  sub.w r3, r1, #640
  adds r1, #64
  str r1, [r0, #4]
  vldmia r3, {s0-s31}
  subs r3, #32
  ldmia.w r2, {r4, r5, r6, r7, r8, r9, r10, r11}
  set r0, 0xe000ed88
  set r1, 0xe002ed88
  str.w r9, [r0, #4]
  str.w r10, [r1, #-128]
  str.w r11, [r1, #-100]
  str.w r6, [r0, #432]
  str.w r7, [r1, #432]
  str.w r8, [r0, #436]
  str.w r8, [r1, #436]
  str.w r4, [r0, #428]
  str.w r5, [r1, #428]
  ldmia.w r3!, {r4, r5, r6, r7, r8, r9, r10, r11}
  str.w r12, [r0]
  dsb sy
  isb sy
  bx lr`;

/** The harness: bytes at harnessBase, the vectors first. */
export function harness(): Uint8Array {
  const { bytes, at } = program(harnessBase + codeOffset, [start, record, clean, finish, next].join("\n"));
  const image = new Uint8Array(codeOffset + bytes.length);
  const table = new Uint32Array(image.buffer, 0, vectors).fill(at("entry") | 1);
  table[0] = harnessStackTop;
  table[1] = at("start") | 1;
  image.set(bytes, codeOffset);
  return image;
}

/** Variables to begin with, for `count` cases from number `first` of the image on. */
export function variables(first: number, count: number): Uint8Array {
  if (first + count > casesPerImage) throw new Error("an image has no such cases");
  // The first entry comes from no case: its record lands before the others.
  const records = psramBase + recordsOffset + (first - 1) * recordBytes;
  const words = Uint32Array.of(records, psramBase + first * inputBytes, secureWorld.windowBase, count);
  return new Uint8Array(words.buffer);
}
