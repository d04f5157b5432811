/**
 * Programs as compilers make them, and as no compiler does: functions with nested loops, calls, pointers to functions,
 * tables of branches, IT blocks, floating point and wild jumps, over pages of code; meanwhile SysTick interrupts, code
 * is written, rights of memory change and privilege is given up and got back.
 */
import { nextBelow, pick, type Random } from "../../src/base/prng.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { codeBase, dataBase, regionBytes } from "../support/bare-board.ts";
import { program } from "../support/program.ts";

const vectors = 80;
const functions = 6;
const codeStart = codeBase + vectors * 4;
/** How often the leaf was called. */
const calls = dataBase + 16;
/** Pages whose rights change: of data, and of code. */
const changing = dataBase + 0x800;
const changingCode = codeBase + 0x400;
/** Begins with the second half of an instruction, in a function that stands across its border. */
const edgePage = codeBase + 0x6400;
const edgeStart = edgePage - 8;
const edge = "adds r3, #1\nlsls r3, r3\nmovs r0, r0\nmovw r2, #1\nadds r0, r0, r2\nit cs\nadds r0, #1\nbx lr";

const handlers = `
fault:
  tst.w lr, #4
  ite eq
  mrs r0, msp
  mrs r0, psp
  ldr r1, [r0, #24]
  adds r1, #2
  str r1, [r0, #24]
  bx lr
tick:
  push {r4, lr}
  movs r4, #3
again:
  bl leaf
  subs r4, #1
  bne again
  b change
call:
  movs r0, #0
  msr control, r0
  bx lr
leaf:
  set r2, ${calls}
  ldr r3, [r2, #0]
  adds r3, #1
  str r3, [r2, #0]
  bx lr`;

/** SysTick; MPU with its background map, regions for the code, the data and the page that changes. */
const setup = (period: number, control: number, limit: number): string => `
main:
  set r0, ${0xe000e010}
  set r1, ${period}
  str r1, [r0, #4]
  str r1, [r0, #8]
  movs r1, #7
  str r1, [r0, #0]
  set r0, ${0xe000ed90}
  ${[
    [0, codeBase | 2, changingCode - 32],
    [4, changingCode | 2, changingCode + limit],
    [5, (changingCode + limit + 32) | 2, edgePage - 32],
    [6, edgePage | 2, edgePage + 0x3e0],
    [7, (edgePage + 0x400) | 2, codeBase + regionBytes - 32],
    [1, dataBase | 3, changing - 32],
    [2, changing | 3, changing + 0x3e0],
    [3, (changing + 0x400) | 3, dataBase + regionBytes - 32],
  ]
    .map(([index, base, last]) =>
      [`movs r1, #${index}`, "str r1, [r0, #8]", `set r1, ${base}`, "str r1, [r0, #12]"]
        .concat(`set r1, ${(last ?? 0) | 1}`, "str r1, [r0, #16]")
        .join("\n  "),
    )
    .join("\n  ")}
  movs r1, #${control}
  str r1, [r0, #4]
  set r7, ${dataBase + 0x100}
  set r8, ${dataBase + 0x3f0}`;

interface Writer {
  readonly random: Random;
  readonly lines: string[];
  /** The function being written, how deep its loops are, and its labels. */
  index: number;
  depth: number;
  labels: string[];
  count: number;
  /** What else this program does: a few things each, so that one does not hide the others. */
  readonly kinds: readonly ((writer: Writer) => void)[];
}

const low = (random: Random): string => `r${nextBelow(random, 4)}`;
const single = (random: Random): string => `s${nextBelow(random, 8)}`;

type Line = (random: Random) => string;

const plain: readonly Line[] = [
  (r) => `adds ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `subs ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `adds ${low(r)}, #${nextBelow(r, 256)}`,
  (r) => `eors ${low(r)}, ${low(r)}`,
  (r) => `adcs ${low(r)}, ${low(r)}`,
  (r) => `lsls ${low(r)}, ${low(r)}`,
  (r) => `rors ${low(r)}, ${low(r)}`,
  (r) => `umull r0, r1, ${low(r)}, ${low(r)}`,
  (r) => `udiv ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `sdiv ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `uadd8 ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `sel ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `qadd ${low(r)}, ${low(r)}, ${low(r)}`,
  (r) => `ssat ${low(r)}, #5, ${low(r)}`,
  (r) => `bfi ${low(r)}, ${low(r)}, #3, #5`,
  (r) => `rbit ${low(r)}, ${low(r)}`,
  (r) => `ldr ${low(r)}, [r7, #${4 * nextBelow(r, 32)}]`,
  (r) => `str ${low(r)}, [r7, #${4 * nextBelow(r, 32)}]`,
  (r) => `ldrh ${low(r)}, [r7, #${2 * nextBelow(r, 32)}]`,
  (r) => `strb ${low(r)}, [r7, #${nextBelow(r, 32)}]`,
  () => "ldrd r0, r1, [r8, #8]",
  (r) => `strd ${low(r)}, r2, [r8], #8`,
  (r) => `str.w ${low(r)}, [r8, #-4]!`,
  (r) => `ldr.w ${low(r)}, [r8], #${nextBelow(r, 8)}`,
  () => "ldmia.w r8!, {r0, r1, r2}",
  () => "stmdb r8!, {r0, r1, r3}",
  () => "ldmia.w r7, {r0, r3}",
  () => "ldrex r0, [r7]",
  () => "strex r2, r0, [r7]",
  () => "mrs r0, apsr",
];

const floating: readonly Line[] = [
  ...["vadd", "vsub", "vmul", "vdiv", "vmla", "vfma", "vnmls", "vmaxnm", "vseleq"].map(
    (name) => (r: Random) => `${name}.f32 ${single(r)}, ${single(r)}, ${single(r)}`,
  ),
  ...["vcmp.f32", "vcvt.s32.f32", "vcvt.f32.u32", "vcvt.f32.s32", "vcvtr.s32.f32", "vsqrt.f32", "vneg.f32"].map(
    (name) => (r: Random) => `${name} ${single(r)}, ${single(r)}`,
  ),
  (r) => `vmov ${low(r)}, ${single(r)}`,
  (r) => `vmov ${single(r)}, ${low(r)}`,
  () => "vmrs APSR_nzcv, fpscr",
  () => "vldmia r8!, {s0-s2}",
  () => "vstmdb r8!, {s0-s1}",
  () => "fldmiax r8!, {d0-d1}",
  (r) => `vldr ${single(r)}, [r7, #${4 * nextBelow(r, 32)}]`,
  (r) => `vstr ${single(r)}, [r7, #${4 * nextBelow(r, 32)}]`,
];

const conditions = ["eq", "ne", "cs", "mi", "vs", "hi", "ge", "gt", "le"] as const;

function newLabel(writer: Writer): string {
  const label = `l${writer.index}_${writer.count++}`;
  writer.labels.push(label);
  return label;
}

const writePlain = (writer: Writer): void => {
  const { random, lines } = writer;
  for (let left = 1 + nextBelow(random, 5); left > 0; left--)
    lines.push(pick(random, nextBelow(random, 3) === 0 ? floating : plain)(random));
};

/** A loop of a few rounds; the outer ones count in R6, R5. */
function writeLoop(writer: Writer): void {
  const { lines, random, depth } = writer;
  if (depth >= 3) return writePlain(writer);
  const [counter, head] = [`r${6 - depth}`, newLabel(writer)];
  lines.push(`movs ${counter}, #${1 + nextBelow(random, 6)}`, `${head}:`);
  writer.depth++;
  writeBody(writer, 3);
  writer.depth--;
  lines.push(`subs ${counter}, #1`, `bne ${head}`);
}

function writeIf(writer: Writer): void {
  const { lines, random } = writer;
  const [other, end] = [newLabel(writer), newLabel(writer)];
  lines.push(`cmp r0, r${nextBelow(random, 4)}`, `b${pick(random, conditions)} ${other}`);
  writeBody(writer, 2);
  lines.push(`b ${end}`, `${other}:`);
  writeBody(writer, 2);
  lines.push(`${end}:`);
}

/** An IT block; its last instruction may branch, return or go through a register. */
function writeThen(writer: Writer): void {
  const { lines, random } = writer;
  const length = 1 + nextBelow(random, 4);
  const rest = Array.from({ length: length - 1 }, () => pick(random, ["t", "e"])).join("");
  lines.push(`cmp r1, r${nextBelow(random, 4)}`, `it${rest} ${pick(random, conditions)}`);
  for (let left = length; left > 1; left--) lines.push(pick(random, nextBelow(random, 3) ? plain : floating)(random));
  const last = pick(random, ["plain", "return", "jump"]);
  if (last === "return") lines.push("pop {r4, r5, r6, pc}");
  else if (last === "jump" && writer.labels.length > 0) lines.push(`b ${pick(random, writer.labels)}`);
  else lines.push(pick(random, plain)(random));
}

const writeCall = (writer: Writer): void => {
  const { lines, random, index } = writer;
  const callee = index + 1 + nextBelow(random, functions - index);
  const name = callee >= functions ? "leaf" : `f${callee}`;
  if (nextBelow(random, 2) === 0) return void lines.push(`bl ${name}`);
  const other = nextBelow(random, 2) === 0 ? "leaf" : name;
  lines.push("cmp r0, r1", `set r3, ${name}`);
  if (other !== name) lines.push("it mi", `movw r3, ${other}:low`);
  lines.push("add.w r3, r3, #1", "blx r3");
};

function writeTable(writer: Writer): void {
  const { lines, random } = writer;
  const cases = Array.from({ length: 4 }, () => newLabel(writer));
  const end = newLabel(writer);
  lines.push("and.w r0, r0, #3");
  if (nextBelow(random, 2) === 0) lines.push("tbb [pc, r0]", `.word ${0x08060402}`);
  else lines.push("tbh [pc, r0, lsl #1]", `.word ${0x00060004}`, `.word ${0x000a0008}`);
  lines.push(...cases.map((label) => `b.w ${label}`));
  for (const label of cases) {
    lines.push(`${label}:`);
    writePlain(writer);
    if (nextBelow(random, 2) === 0) lines.push(`b ${end}`);
  }
  lines.push(`${end}:`);
}

/** `movs r2, #..` or `movw r2, #..` at some place becomes another one, or a part of it does. */
const writePatch = ({ lines, random }: Writer): void => {
  const value = nextBelow(random, 256);
  const [short, wide] = [`patch${nextBelow(random, functions)}`, `wide${nextBelow(random, functions)}`];
  const [at, word, store] = pick(random, [
    [short, 0x2200 + value, "strh r0, [r1, #0]"],
    [short, value, "strb r0, [r1, #0]"],
    [wide, 0x200 + value, "strh r0, [r1, #2]"],
    [wide, value, "strb r0, [r1, #2]"],
    [wide, 0x200_f240 + value * 0x1_0000, "str r0, [r1, #0]"],
    [edgePage, 0x200 + value, "strh r0, [r1, #0]"],
    [edgePage - 2, 0xf240 + (value & 1), "strh r0, [r1, #0]"],
    [edgePage - 2, 0x200_f240 + value * 0x1_0000, "str r0, [r1, #0]"],
  ] as const);
  lines.push(`set r1, ${at}`, `set r0, ${word}`, store);
};

const writeEdge = ({ lines }: Writer): void => void lines.push(`set r3, ${edgeStart + 1}`, "blx r3");

/** A page's rights: read and write, or read only, for all or for privileged code; code as the count of calls says. */
const writeRights = ({ lines, random }: Writer): void => {
  const [region, base] = pick(random, [
    [2, changing | pick(random, [1, 3, 5, 7])],
    [4, changingCode | pick(random, [2, 2, 6])],
    [4, changingCode | 2],
    [6, edgePage | pick(random, [2, 2, 3, 6])],
  ] as const);
  lines.push(`set r0, ${0xe000ed98}`, `movs r1, #${region}`, "str r1, [r0, #0]", `set r1, ${base}`);
  if (region === 4)
    lines.push(`set r2, ${calls}`, "ldr r3, [r2, #0]", "lsrs r3, r3, #2", "and.w r3, r3, #1", "orrs r1, r3");
  lines.push("str r1, [r0, #4]");
};

const writeTouch = ({ lines, random }: Writer): void => {
  lines.push(`set r1, ${changing + 4 * nextBelow(random, 250)}`, `${pick(random, ["ldr", "str"])} r0, [r1, #0]`);
};

const others: readonly ((writer: Writer) => void)[] = [
  writePatch,
  writePatch,
  writeEdge,
  writeRights,
  writeTouch,
  ({ lines }) => lines.push("movs r0, #1", "msr control, r0"),
  ({ lines }) => lines.push("svc #1"),
  ({ lines, random }) => lines.push(`set r8, ${dataBase + 0x3e0 + 4 * nextBelow(random, 16)}`),
  ({ lines, random }) =>
    lines.push(`set r0, ${pick(random, [0, 0x10, 0x10, 0x100_0010, 0xc0_0010])}`, "vmsr fpscr, r0"),
  // Irreducible, when it comes from outside a loop.
  ({ lines, random, labels }) => labels.length > 0 && lines.push("lsrs r3, r0, #3", `bcs ${pick(random, labels)}`),
];

function writeBody(writer: Writer, most: number): void {
  const { random } = writer;
  for (let left = 1 + nextBelow(random, most); left > 0; left--) {
    if (writer.lines.length > 900) return writePlain(writer);
    const kind = nextBelow(random, 12);
    if (kind < 2) writePlain(writer);
    else if (kind < 4) writeLoop(writer);
    else if (kind < 6) writeCall(writer);
    else pick(random, kind < 9 ? [writeIf, writeThen, writeTable] : writer.kinds)(writer);
  }
}

export interface StructuredProgram {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly regs: readonly number[];
  readonly floats: readonly number[];
  at(label: string): number;
}

/** Null where a branch would be too long for its form. */
export function structuredProgram(random: Random): StructuredProgram | null {
  const kinds = Array.from({ length: 3 }, () => pick(random, others));
  const writer: Writer = { random, lines: [], index: 0, depth: 0, labels: [], count: 0, kinds };
  const { lines } = writer;
  const pad = (): unknown => lines.push(...Array.from({ length: nextBelow(random, 60) }, () => "nop"));
  const period = 40 + nextBelow(random, 700);
  lines.push(handlers, setup(period, pick(random, [0, 5, 5, 7]), pick(random, [0x3e0, 0x7e0, 0x100])));
  lines.push("forever:", "bl f0", "b forever", "change:");
  // Rights and code change at any time, not only where the program says so.
  if (nextBelow(random, 4) > 0) pick(random, [writeRights, writeRights, writePatch])(writer);
  lines.push("pop {r4, pc}");
  for (let index = 0; index < functions; index++) {
    Object.assign(writer, { index, depth: 0, labels: [] });
    pad();
    lines.push(`f${index}:`, "push {r4, r5, r6, lr}", `patch${index}:`, "movs r2, #1", `wide${index}:`, "movw r2, #1");
    writeBody(writer, 5);
    lines.push("pop {r4, r5, r6, pc}");
  }
  const source = lines.join("\n");
  try {
    const { bytes, at } = program(codeStart, source);
    const regs = Array.from({ length: 13 }, () => nextBelow(random, 0x1_0000_0000));
    const floats = Array.from({ length: 8 }, () => pick(random, [0x3f80_0000, 0xc2f0_1234, 0x4b00_0001, 0x80_0000]));
    return { source, bytes, at, regs, floats };
  } catch {
    return null;
  }
}

export function loadStructured(
  { core, program: write }: Machine,
  { bytes, at, regs, floats }: StructuredProgram,
): void {
  const table = new Uint32Array(vectors).fill(at("fault") | 1);
  table[11] = at("call") | 1;
  table[15] = at("tick") | 1;
  for (const base of [codeBase, dataBase]) write(base, new Uint8Array(regionBytes).fill(0x3f));
  write(codeBase, new Uint8Array(table.buffer));
  write(codeStart, bytes);
  write(edgeStart, program(edgeStart, edge).bytes);
  core.cpu.r.set(regs);
  core.cpu.r[13] = dataBase + regionBytes / 2;
  core.cpu.r[15] = at("main");
  core.cpu.shcsrEnables[1] = 0xf0000;
  core.cpu.cpacr[1] = 0xf0_0000;
  core.cpu.s.set(floats);
  core.cpu.fpscr = 0x10;
}
