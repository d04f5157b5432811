/**
 * The program around the scenes, for both worlds. Each scene begins at reset; each handler reports through Secure state
 * and then does the scene's next act, so that a list of acts becomes a chain of exceptions. What a fault interrupted
 * goes on behind its act.
 */
import { program } from "../support/program.ts";
import {
  endCall,
  entriesBase,
  entry,
  gates,
  kinds,
  nonSecureWorld,
  nowhere,
  pattern,
  secureWorld,
  shared,
  sharedWords,
  startLink,
  system,
  systemNs,
  tableBase,
  uart,
  variables,
  type World,
} from "./layout.ts";
import { report } from "./report.ts";

/** Offset in a record of a scene, in bytes. */
export const record = {
  name: 0,
  settings: 4,
  prelude: 8,
  start: 12,
  control: 16,
  last: 20,
  count: 24,
  acts: 28,
} as const;
export const recordBytes = 28 + 8 * 8;

const fill = pattern.map((value, index) => `set r${index + 4}, ${value}`).join("\n");
const high = "{r4, r5, r6, r7, r8, r9, r10, r11}";

/** An entry for whoever came here, R1 behind it; R0 is the shared words. */
const enter = (kind: number): string => `
  set r0, ${shared}
  ldr r1, [r0, #${sharedWords.top}]
  stmia.w r1!, ${high}
  mov r2, sp
  mrs r3, MSPLIM
  str r2, [r1]
  str r3, [r1, #4]
  mov r2, lr
  str r2, [r1, #8]
  movs r2, #${kind}
  str r2, [r1, #12]
  movs r2, #0
  mvns r2, r2
  str r2, [r1, #16]
  adds r1, #20
  str r1, [r0, #${sharedWords.top}]`;

/** Registers, limit and stack pointer as the entry below R3 has them; nothing of R0 to R3 stays. */
const restore = (label: string): string => `
  ldr.w r2, [r3, #${entry.sp - entry.bytes}]
  mov sp, r2
  ldr.w r2, [r3, #${entry.kind - entry.bytes}]
  cmp r2, #${kinds.handler}
  bne ${label}
  ldr.w r2, [r3, #${entry.limit - entry.bytes}]
  msr MSPLIM, r2
  ${label}:
  ldr.w r2, [r3, #${entry.link - entry.bytes}]
  mov lr, r2
  sub.w r3, r3, #${entry.bytes}
  ldmia.w r3, ${high}`;

/** Report as a handler: on the stack for that. `what` 1 tells of an entry, 0 that an act is over. */
const tell = ({ secure, reportStack }: World, what: number): string => `
  mov r1, sp
  movs r2, #0
  msr MSPLIM, r2
  set r2, ${reportStack}
  mov sp, r2
  movs r2, #${what}
  ${secure ? "movs r0, #1\n  bl report" : `set r3, ${gates.report + 1}\n  blx r3`}`;

/** The routines that each world has for itself. */
const routines = (world: World): string => `
  b.w done
  b.w callee
  last:
  svc #${endCall}
  b last
  done:
  set r0, ${shared}
  ldr r3, [r0, #${sharedWords.top}]
  ldr.w r2, [r3, #${entry.kind - entry.bytes}]
  cmp r2, #${kinds.start}
  beq last
  cmp r2, #${kinds.handler}
  bne leave
  ${tell(world, 0)}
  leave:
  set r0, ${shared}
  ldr r3, [r0, #${sharedWords.top}]
  sub.w r1, r3, #${entry.bytes}
  str r1, [r0, #${sharedWords.top}]
  ldr.w r1, [r3, #${entry.kind - entry.bytes}]
  ${restore("unlimited")}
  ${world.secure ? `cmp r1, #${kinds.callee}\n  bne home\n  bxns lr\n  home:` : ""}
  bx lr
  handler:
  ${enter(kinds.handler)}
  ${tell(world, 1)}
  perform:
  set r0, ${shared}
  ldr r1, [r0]
  ldr r2, [r0, #${sharedWords.count}]
  cmp r1, r2
  bcs leave
  ldr r3, [r0, #${sharedWords.top}]
  str.w r1, [r3, #${entry.act - entry.bytes}]
  adds r2, r1, #1
  str r2, [r0]
  lsls r1, r1, #3
  adds r1, r1, r0
  ldr r1, [r1, #${sharedWords.acts}]
  set r2, ${world.acts + 1}
  adds r1, r1, r2
  mov r12, r1
  ${restore("free")}
  set r11, ${world.stage + 1}
  movs r0, #0
  msr APSR_nzcvq, r0
  bx r12
  callee:
  ${enter(kinds.callee)}
  b perform
  start:
  ${fill}
  set r11, 0xbbbbbbbb
  set r0, ${startLink}
  mov lr, r0
  ${enter(kinds.start)}
  b perform`;

/** Give blocks of a memory protection controller to Non-secure state: the upper half of its memory, or all. */
const openMemory = (controller: number, label: string, all: boolean): string => `
  set r0, ${controller}
  ldr r2, [r0, #16]
  ${all ? "movs r1, #0" : "adds r1, r2, #1\n  lsrs r1, r1, #1"}
  str r1, [r0, #24]
  subs r2, r2, r1
  adds r2, #1
  movs r3, #0
  mvns r3, r3
  ${label}:
  str r3, [r0, #28]
  subs r2, #1
  bne ${label}`;

export const store = (address: number, value: number): string =>
  `set r0, ${address}\nset r1, ${value >>> 0}\nstr r1, [r0]\n`;

const sauRegions = [
  { base: 0x0020_0000, bytes: 0x20_0000, callable: 0 },
  { base: 0x2820_0000, bytes: 0x20_0000, callable: 0 },
  { base: 0x4000_0000, bytes: 0x1000_0000, callable: 0 },
  { base: gates.base, bytes: gates.bytes, callable: 2 },
  { base: nowhere.nonSecure, bytes: nowhere.bytes, callable: 0 },
];
/** The first region that scenes may use. */
export const freeSauRegion = sauRegions.length;
export const sauRegion = (region: number, base: number, limit: number, bits: number): [number, number][] => [
  [system + 0xdd8, region],
  [system + 0xddc, base],
  [system + 0xde0, (limit & ~31) | bits],
];

/** Both worlds reach memory and UARTs; devices of the console's kind may interrupt. */
const open = [
  ...sauRegions.flatMap(({ base, bytes, callable }, index) => sauRegion(index, base, base + bytes - 1, callable | 1)),
  [system + 0xdd0, 1],
  [0x5008_0014, 3],
  ...[0x5008_0070, 0x5008_0080, 0x5008_0084, 0x5008_00b0, 0x5008_00c0, 0x5008_00c4].map((at) => [at, 0xffff_ffff]),
  ...[0x4008_00b0, 0x4008_00c0, 0x4008_00c4].map((at) => [at, 0xffff_ffff]),
  [system + 0xd08, secureWorld.vectors],
  [systemNs + 0xd08, nonSecureWorld.vectors],
  ...[0, 1, 2, 3].flatMap((index) => [
    [uart(index) + 16, 16],
    [uart(index) + 8, 1],
  ]),
] as [number, number][];

const special = (name: string, value: number): string => `set r0, ${value}\nmsr ${name}, r0\n`;

const zeroed = (from: number, words: number, label: string): string => `
  set r0, ${from}
  movs r1, #0
  movs r2, #${words}
  ${label}:
  str r1, [r0]
  adds r0, #4
  subs r2, #1
  bne ${label}`;

/** What a frame leaves unwritten is told too. */
const clearStack = (top: number): string => zeroed(top - 4 * 128, 160, `clear${top.toString(16)}`);

/** From reset to the first act. R8 is the scene's record. */
const reset = (scenes: number, nonSecureStart: number): string =>
  [chooseText(scenes), stacksText, recordText, launchText(nonSecureStart)].join("\n");

/** Which scene it is: the one behind that of the reset before. Behind the last one the image ends by semihosting. */
const chooseText = (scenes: number): string => `
  reset:
  set r0, ${variables.number}
  set r1, 0x5ce4e000
  ldr r2, [r0, #4]
  cmp r1, r2
  beq.w again
  str r1, [r0, #4]
  movs r2, #0
  str r2, [r0]
  again:
  ldr r4, [r0]
  adds r1, r4, #1
  str r1, [r0]
  ${openMemory(0x5800_7000, "opencode", false)}
  ${openMemory(0x5800_9000, "opendata", true)}
  ${open.map(([address, value]) => store(address, value)).join("")}
  set r0, ${scenes}
  cmp r4, r0
  bne.w another
  movs r0, #24
  set r1, 0x20026
  bkpt #171
  another:
  movs r0, #${recordBytes}
  muls r0, r4
  set r8, ${tableBase}
  add.w r8, r8, r0
  ldr.w r0, [r8, #${record.name}]
  bl say
  movs r0, #10
  bl put
`;

const stacksText = `
  ${special("MSP_NS", nonSecureWorld.mainStack)}
  ${special("PSP_NS", nonSecureWorld.processStack)}
  ${special("PSP", secureWorld.processStack)}
  ${zeroed(shared, 32, "clearshared")}
  ${[secureWorld, nonSecureWorld]
    .flatMap(({ mainStack, processStack }) => [mainStack, processStack])
    .map(clearStack)
    .join("")}
`;

/** The scene's acts become known to both worlds; its settings are written. */
const recordText = `
  set r0, ${shared}
  set r1, ${entriesBase}
  str r1, [r0, #${sharedWords.top}]
  ldr.w r1, [r8, #${record.last}]
  str r1, [r0, #${sharedWords.last}]
  ldr.w r1, [r8, #${record.count}]
  str r1, [r0, #${sharedWords.count}]
  movs r2, #${record.acts}
  add r2, r8
  adds r0, #${sharedWords.acts}
  lsls r1, r1, #1
  takeact:
  ldr r3, [r2]
  str r3, [r0]
  adds r2, #4
  adds r0, #4
  subs r1, #1
  bne takeact
  ldr.w r2, [r8, #${record.settings}]
  setting:
  ldr r0, [r2]
  ldr r1, [r2, #4]
  adds r2, #8
  cbz r0, settled
  str r1, [r0]
  b setting
  settled:
  dsb sy
  isb sy
`;

const launchText = (nonSecureStart: number): string => `
  ldr.w r0, [r8, #${record.prelude}]
  cmp r0, #0
  beq prepared
  set r1, prepared
  adds r1, #1
  mov r11, r1
  bx r0
  prepared:
  bl baseline
  ldr.w r1, [r8, #${record.control}]
  ldr.w r0, [r8, #${record.start}]
  cmp r0, #0
  beq outside
  mrs r0, CONTROL
  orrs r0, r1
  msr CONTROL, r0
  isb sy
  b start
  outside:
  msr CONTROL_NS, r1
  set r0, ${nonSecureStart}
  bxns r0`;

/** The callable page: a veneer for reports, one for calls that do the next act, and an entry without SG. */
const veneers = (targets: { report: number; service: number }): string => `
  sg
  b.w 0x${targets.report.toString(16)}
  ${"nop\n".repeat(4)}
  sg
  b.w 0x${targets.service.toString(16)}
  ${"nop\n".repeat(4)}
  nop
  bx lr`;

/** A Non-secure handler reports: R1 is its stack pointer, R2 what there is to tell. */
const gateReport = `
  gatereport:
  mov r4, sp
  mrs r5, MSPLIM
  mov r6, lr
  movs r0, #0
  msr MSPLIM, r0
  set r0, ${secureWorld.reportStack}
  mov sp, r0
  movs r0, #0
  mov r1, r4
  bl report
  mov sp, r4
  msr MSPLIM, r5
  bxns r6`;

const vectors = (world: World, first: number, handler: number): string =>
  [world.mainStack, first, ...Array.from({ length: 250 }, () => handler)].map((word) => `.word ${word}`).join("\n");

export interface Piece {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** The stage for so many scenes. */
export function stage(scenes: number): Piece[] {
  const outside = program(nonSecureWorld.stage, routines(nonSecureWorld));
  const inside = program(
    secureWorld.stage,
    [routines(secureWorld), reset(scenes, outside.at("start")), gateReport, report].join("\n"),
  );
  const targets = { report: inside.at("gatereport"), service: inside.at("callee") };
  const place = (address: number, bytes: Uint8Array): Piece => ({ address, bytes });
  const vectorsOf = (world: World, first: number, handler: number): Piece =>
    place(world.vectors + world.loadOffset, program(world.vectors, vectors(world, first, handler)).bytes);
  return [
    vectorsOf(secureWorld, inside.at("reset") + 1, inside.at("handler") + 1),
    vectorsOf(nonSecureWorld, 0, outside.at("handler") + 1),
    place(secureWorld.stage, inside.bytes),
    place(nonSecureWorld.stage + nonSecureWorld.loadOffset, outside.bytes),
    place(gates.base, program(gates.base, veneers(targets)).bytes),
  ];
}
