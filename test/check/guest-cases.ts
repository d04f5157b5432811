/**
 * What the board does when an example of src/check/guest-codes.ts is wrong, each confirmed against the machine. `null`
 * as confirmation: the machine does not model what the rule is about, and the reason says so.
 */
import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import type { System } from "../../src/system/system.ts";
import { type Example, start } from "../guests/example.ts";
import { program } from "../support/program.ts";
import { type Changes, kernelElf, openBuilt, replaced, texts } from "./built.ts";
import { asHardFloat, hexImage, patched } from "./patch.ts";

export interface GuestCase {
  /** More than the example's own change, where the image has to fit it. */
  readonly more?: Changes;
  /** What happens, for the table in docs/rules.md. */
  readonly claim: string;
  /** Null where the machine cannot show it. */
  readonly confirm: ((wrong: System) => Promise<void>) | null;
}

/** The code that the board stops with, null where it goes on. */
export function stopOf(system: System, seconds = 0.3, field: "code" | "cause" = "code"): string | null {
  const run = start(system);
  run.runTo(seconds);
  const freeze = run.moments.find(({ kind }) => kind === "freeze");
  return freeze === undefined ? null : String(freeze.fields[field]);
}

const stops =
  (code: string) =>
  async (wrong: System): Promise<void> =>
    assert.is(stopOf(wrong), code);

/** What the kernel answers to a typed line. */
export async function echo(system: System): Promise<string[]> {
  const run = start(system);
  run.runTo(0.5);
  run.machine.input("flexcomm2", "rx", new TextEncoder().encode("hello\n"));
  run.runTo(1);
  return run.lines("flexcomm2").filter((line) => line.includes("echo"));
}

/** Seconds per tick of the kernel, which prints each tick as 20 ms. */
function pace(run: Example): number {
  const lines = run.lines("flexcomm2").filter((line) => line.startsWith("VM1: uptime"));
  const [first, last] = [lines[0] ?? "", lines.at(-1) ?? ""];
  const ticks = (line: string): number => Number(/\d+(?= ms)/.exec(line)?.[0]) / 20;
  const seconds = run.secondOf("flexcomm2", last) - run.secondOf("flexcomm2", first);
  return seconds / (ticks(last) - ticks(first));
}

const near = (value: number, wanted: number): void =>
  assert.ok(Math.abs(value - wanted) <= wanted * 0.05, `${value} s a tick, expected about ${wanted} s`);

/** A program that enables the floating-point unit and adds for ever. */
const adder = (base: number, ram: number): Uint8Array =>
  hexImage(
    base,
    program(
      base,
      `set r0, ${ram + 0x6000}
       mov sp, r0
       set r0, 0xe000ed88
       set r1, 0xf00000
       str r1, [r0, #0]
       dsb sy
       isb sy
       set r2, 0x3f800000
       vmov s17, r2
       again:
       vadd.f32 s16, s16, s17
       b again`,
    ).bytes,
  );

/** SysTick's reload value: cycles of 20 ms at 12 MHz, less one. */
const reload = 240_000 - 1;
const rngBase = 0x4003a000;
const stackTop = 0x20030000;

/** The project with the kernel's VM alone. */
const alone = replaced("chronovisor.yaml", "  baremetal: ../guests/baremetal/baremetal.elf\n", "");

/** The kernel has an interrupt more, in the same word of the NVIC. */
const twoInterrupts = replaced(
  "config.c",
  ".interrupt_num = 1,\n                .interrupts = (irqid_t[]) { IRQ(16) },",
  ".interrupt_num = 2,\n                .interrupts = (irqid_t[]) { IRQ(16), IRQ(2) },",
);
const lineBits = (1 << 16) | (1 << 2);
const mpuType = 0xe000ed90;
const dregionShift = 8;

/** Where the programs below leave what they have read. */
const leftAt = 0x20020000;

/** The word that a program in the kernel's place has left after 0.3 s. */
async function leftBehind(changed: NonNullable<Changes["texts"]>, elf: Uint8Array): Promise<number | undefined> {
  const run = start(await openBuilt({ texts: changed, elf }));
  run.runTo(0.3);
  const bytes = run.machine.peek(leftAt, 4);
  return bytes === null ? undefined : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

/** Copies a word to memory for ever. */
const reader = (address: number): Uint8Array =>
  hexImage(
    0x40000,
    program(
      0x40000,
      `set r0, 0x20026000
       mov sp, r0
       set r1, ${address}
       set r3, ${leftAt}
       again:
       ldr r4, [r1, #0]
       str r4, [r3, #0]
       b again`,
    ).bytes,
  );

/** A program that enables both once, then copies NVIC_ISER0 to memory for ever. */
const enabler = hexImage(
  0x40000,
  program(
    0x40000,
    `set r0, 0x20026000
     mov sp, r0
     set r1, 0xe000e100
     set r2, ${lineBits}
     str r2, [r1, #0]
     set r3, ${leftAt}
     again:
     ldr r4, [r1, #0]
     str r4, [r3, #0]
     b again`,
  ).bytes,
);

/** The kernel, whose start-up code has two NOPs where MSR MSP, R0 was. */
export const stacklessKernel = patched(kernelElf, 0x8808f380, 0xbf00bf00);

export const guestCases: Readonly<Record<string, GuestCase>> = {
  FLT07: {
    claim: "without the write to MSP in its start-up code, the first push of the VM stops the board (told as FLT07)",
    confirm: stops("FLT01"),
  },
  DEV06: {
    claim: "a wrong pointer into the RTC goes through; with the smaller window it stops the board (FLT01)",
    async confirm(wrong) {
      const elf = patched(kernelElf, rngBase, 0x4002c000);
      const wide = wrong.texts.get("made/config.c") ?? "";
      assert.is(stopOf(await openBuilt({ texts: { "config.c": wide }, elf })), null);
      assert.is(stopOf(await openBuilt({ elf })), "FLT01");
    },
  },
  DEV07: { claim: "the first access to the RNG stops the board (FLT01)", confirm: stops("FLT01") },
  DEV08: {
    claim: "what the guest prints arrives at the modem",
    async confirm(wrong) {
      const modem = wrong.attached.find(({ kind }) => kind === "esp-at")?.device.value ?? "";
      const run = start(wrong);
      run.runTo(0.5);
      assert.ok(run.lines(modem).includes("VM1: kernel on USART2, 2 threads"));
    },
  },
  DEV09: { claim: "images are built: the machine runs what a build made of the tree, not the tree", confirm: null },
  DEV10: { claim: "the machine sends bytes to the outside whatever the pins are set to", confirm: null },
  IRQ05: {
    claim: "a typed line gets no answer",
    async confirm(wrong) {
      assert.equal(await echo(wrong), []);
      assert.equal(await echo(await openBuilt()), ['VM1: echo "hello"']);
    },
  },
  IRQ06: {
    more: { texts: { "config.c": readFileSync("examples/single-vm/config.c", "utf8"), "chronovisor.yaml": alone } },
    claim: "a typed line gets no answer, while the same VM with a hypervisor that targets interrupts answers",
    async confirm(wrong) {
      assert.equal(await echo(wrong), []);
      assert.equal(await echo(await openBuilt(guestCases.IRQ06?.more)), ['VM1: echo "hello"']);
    },
  },
  IRQ07: {
    more: { texts: { "config.c": twoInterrupts } },
    claim: "of two interrupts that a VM enables, one is left after the first switch",
    async confirm() {
      const enabled = (defect: "on" | "off"): Promise<number | undefined> => {
        const config = twoInterrupts.replace("@@KERNEL_ENTRY@@", "0x00040000");
        const switches = `{ kind: crosscon, config: config.c, switches: { nvicClearDefect: ${defect} } }`;
        const yaml = replaced("chronovisor.yaml", "{ kind: crosscon, config: config.c }", switches);
        return leftBehind({ "config.c": config, "chronovisor.yaml": yaml }, enabler);
      };
      assert.is(await enabled("off"), lineBits);
      assert.is(await enabled("on"), lineBits & -lineBits);
    },
  },
  CLK01: {
    more: { elf: patched(kernelElf, reload, 96_000_000 / 50 - 1) },
    claim: "a second of the guest takes eight",
    async confirm(wrong) {
      const run = start(wrong);
      run.runTo(9);
      near(pace(run), 0.02 * 8);
    },
  },
  CLK02: {
    more: { elf: patched(kernelElf, reload, 12_000_000 / 1000 - 1) },
    claim: "a second of the guest takes two",
    async confirm(wrong) {
      const run = start(wrong);
      run.runTo(2);
      near(pace(run), 0.001 * 2);
    },
  },
  CLK03: {
    claim: "a second of the guest takes two",
    async confirm(wrong) {
      const run = start(wrong);
      run.runTo(3);
      near(pace(run), 0.02 * 2);
    },
  },
  FPU01: {
    more: { otherElf: asHardFloat(readFileSync("guests/baremetal/baremetal.elf")) },
    claim: "the second VM's first floating-point instruction stops the board (FLT12)",
    async confirm() {
      const alone = program(0x40000, "set r0, 0x20026000\nmov sp, r0\nloop:\nb loop").bytes;
      const entries = replaced("config.c", "@@KERNEL_ENTRY@@", "0x00040000");
      const both = async (elf: Uint8Array): Promise<string | null> =>
        stopOf(
          await openBuilt({ texts: { "config.c": entries }, elf, otherElf: adder(0x20000, 0x20010000) }),
          0.3,
          "cause",
        );
      // Lazy state preservation, refused: what explanations call FLT12.
      assert.is(await both(adder(0x40000, 0x20020000)), "LSPERR");
      assert.is(await both(hexImage(0x40000, alone)), null);
    },
  },
  SEC01: {
    more: { elf: patched(kernelElf, rngBase, rngBase | 0x1000_0000) },
    claim: "the first access to the Secure view of a device stops the board (FLT01)",
    confirm: stops("FLT01"),
  },
  MPU01: {
    claim: "MPU_TYPE, which a guest's start-up check compares, tells of eight regions",
    async confirm() {
      const entries = replaced("config.c", "@@KERNEL_ENTRY@@", "0x00040000");
      assert.is(await leftBehind({ "config.c": entries }, reader(mpuType)), 8 << dregionShift);
    },
  },
  MEM05: {
    more: { elf: patched(kernelElf, stackTop, 0x20038000) },
    claim: "a stack at the end of the promised RAM stops the board",
    async confirm(wrong) {
      assert.match(String(stopOf(wrong)), /^FLT0[17]$/);
    },
  },
  IMG23: {
    claim: "the first push stops the board",
    async confirm(wrong) {
      assert.match(String(stopOf(wrong)), /^FLT0[17]$/);
    },
  },
  IMG24: {
    claim: "the VM whose bytes are gone stops the board",
    async confirm(wrong) {
      assert.match(String(stopOf(wrong)), /^FLT/);
    },
  },
};

/** The base system with the example's failing text in it. */
export function openFailing({ file, failing, fixed }: TextExample, more: Changes = {}): Promise<System> {
  const name = file as keyof typeof texts;
  const base = more.texts?.[name] ?? texts[name];
  if (!base.includes(fixed)) throw new Error(`${name} has no \`${fixed}\``);
  return openBuilt({ ...more, texts: { ...more.texts, [name]: base.replace(fixed, () => failing) } });
}

interface TextExample {
  readonly file: string;
  readonly failing: string;
  readonly fixed: string;
}
