/** A program of a dozen instructions, started natively: where it begins, on which board, with what beside it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { Files } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { SystemRequest } from "../../src/system/system.ts";
import { program } from "../support/program.ts";

const bytesOf = (words: readonly number[]): number[] =>
  words.flatMap((word) => [0, 8, 16, 24].map((by) => word >>> by));

/** Intel HEX of bytes that begin at an address; `entry` as a start linear address record. */
function hexFile(address: number, bytes: readonly number[], entry: number | null = null): Uint8Array {
  const record = (kind: number, offset: number, data: readonly number[]): string => {
    const all = [data.length, offset >>> 8, offset & 0xff, kind, ...data].map((byte) => byte & 0xff);
    const sum = -all.reduce((total, byte) => total + byte, 0) & 0xff;
    return `:${[...all, sum].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  };
  const lines = [record(4, 0, [address >>> 24, address >>> 16])];
  for (let at = 0; at < bytes.length; at += 16)
    lines.push(record(0, (address & 0xffff) + at, bytes.slice(at, at + 16)));
  if (entry !== null)
    lines.push(
      record(
        5,
        0,
        [24, 16, 8, 0].map((by) => entry >>> by),
      ),
    );
  return new TextEncoder().encode(`${[...lines, record(1, 0, [])].join("\n")}\n`);
}

const uartProgram = `
  set r0, 0x40200000
  movs r1, #16
  str r1, [r0, #16]
  movs r1, #1
  str r1, [r0, #8]
  movs r1, #79
  str r1, [r0, #0]
  movs r1, #10
  str r1, [r0, #0]
  set r2, 0x38000000
  ldr r3, [r2, #0]
stop:
  b stop`;

/** A firmware at `base`: with a vector table before its code, or with code alone. */
function firmware(base: number, hasVectors: boolean): Uint8Array {
  const code = program(base + (hasVectors ? 8 : 0), uartProgram);
  const vectors = hasVectors ? bytesOf([0x3800_0400, base + 8 + 1]) : [];
  return hexFile(base, [...vectors, ...code.bytes], hasVectors ? null : base);
}

const filesOf = (all: Readonly<Record<string, Uint8Array>>): Files => ({
  bytes: (path) => all[path] ?? null,
  kind: (path) => (path in all ? "file" : null),
});

interface Run {
  readonly machine: Machine;
  readonly text: string;
}

async function run(all: Readonly<Record<string, Uint8Array>>, request: Partial<SystemRequest>): Promise<Run> {
  const whole: SystemRequest = { path: null, board: "mps2-an505", images: [], loads: [], overrides: [], ...request };
  const system = await openSystem(whole, filesOf(all));
  const sent: string[] = [];
  const machine = powerOn(system, {
    output: (device, port, byte) => void sent.push(`${device}.${port} ${byte}`),
    moment: () => {},
    gap: () => {},
  });
  machine.run({ tick: 1000 });
  return { machine, text: sent.join(", ") };
}

const printed = "uart0.tx 79, uart0.tx 10";

test("an image with a vector table starts through it", async () => {
  const { machine, text } = await run({ "a.hex": firmware(0x1000_0000, true) }, { path: "a.hex" });
  assert.is(text, printed);
  assert.is(machine.core.cpu.vtor[1], 0x1000_0000);
  assert.is(machine.core.calls.readStackPointer(2) >>> 0, 0x3800_0400);
});

test("an image at the Non-secure alias of the reset vector starts there, as on the board", async () => {
  const { machine, text } = await run({ "a.hex": firmware(0, true) }, { path: "a.hex" });
  assert.is(text, printed);
  assert.is(machine.core.cpu.vtor[1], 0x1000_0000);
});

test("a vector table anywhere else becomes the Secure one", async () => {
  const { machine, text } = await run({ "a.hex": firmware(0x3820_0000, true) }, { path: "a.hex" });
  assert.is(text, printed);
  assert.is(machine.core.cpu.vtor[1], 0x3820_0000);
});

test("an image that begins with code starts at its entry, with everything else as reset leaves it", async () => {
  const { machine, text } = await run({ "a.hex": firmware(0x1000_4000, false) }, { path: "a.hex" });
  assert.is(text, printed);
  assert.is(machine.core.calls.readStackPointer(2), 0);
});

test("further images lie in memory beside the firmware", async () => {
  const loads = [{ file: "b.bin", address: 0x2800_0000 }];
  const files = { "a.hex": firmware(0x1000_0000, true), "b.bin": Uint8Array.of(0x78, 0x56, 0x34, 0x12) };
  const { machine } = await run(files, { firmware: { file: "a.hex", address: null }, loads });
  assert.is(machine.core.cpu.r[3], 0x1234_5678);
});

test("an image across two neighbouring memories is there as a whole", async () => {
  const loads = [{ file: "b.bin", address: 0x281f_fffe }];
  const files = { "a.hex": firmware(0x1000_0000, true), "b.bin": Uint8Array.of(1, 2, 3, 4) };
  const { machine } = await run(files, { path: "a.hex", loads });
  assert.equal([...(machine.peek(0x2820_0000, 2) ?? [])], [3, 4]);
});

test("a firmware of raw bytes without vectors is refused, because nothing says where it starts", async () => {
  const request = { firmware: { file: "b.bin", address: 0x1000_0000 } };
  try {
    await run({ "b.bin": Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) }, request);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, InputError);
    assert.equal(
      (error as InputError).diagnostics.map((one) => one.code),
      ["SYS12"],
    );
  }
});

test("a system reset starts the firmware again, with memory as it was", async () => {
  const source = `
    set r2, 0x38000000
    ldr r3, [r2, #0]
    adds r3, #1
    str r3, [r2, #0]
    cmp r3, #3
    beq stop
    set r0, 0xe000ed0c
    set r1, 0x05fa0004
    str r1, [r0, #0]
    dsb
  stop:
    b stop`;
  const base = 0x1000_0000;
  const code = program(base + 8, source.replace("dsb", "nop"));
  const image = hexFile(base, [...bytesOf([0x3800_0400, base + 9]), ...code.bytes]);
  const { machine } = await run({ "a.hex": image }, { path: "a.hex" });
  assert.is(machine.core.cpu.r[3], 3);
  assert.is(machine.core.cpu.r[15], code.at("stop"));
});

/** Calls a semihosting operation with r1 as it stands. */
const call = (operation: number): string => `movs r0, #${operation}\n bkpt #171`;

const semihostingProgram = `
  set r1, 0x10000100
  ${call(4)}
  set r1, 0x10000101
  ${call(3)}
  set r4, 0x38000000
  movs r2, #2
  str r2, [r4, #0]
  set r1, 0x10000100
  str r1, [r4, #4]
  movs r2, #3
  str r2, [r4, #8]
  mov r1, r4
  ${call(5)}
  mov r5, r0
  set r2, 0x20026
  str r2, [r4, #0]
  movs r2, #7
  str r2, [r4, #4]
  ${call(0x20)}
  movs r5, #99`;

const semihosted = (): Record<string, Uint8Array> => {
  const base = 0x1000_0000;
  const code = [...program(base + 8, semihostingProgram).bytes];
  const gap = new Array<number>(0xf8 - code.length).fill(0);
  return { "a.hex": hexFile(base, [...bytesOf([0x3800_0400, base + 9]), ...code, ...gap, 0x68, 0x69, 0x0a, 0]) };
};

test("semihosting prints text, characters and buffers, and ends the firmware with its status", async () => {
  const { machine, text } = await run(semihosted(), { path: "a.hex", semihosting: true });
  const bytes = text.split(", ").map((one) => one.replace("semihosting.tx ", ""));
  assert.is(String.fromCharCode(...bytes.map(Number)), "hi\nihi\n");
  assert.is(machine.core.cpu.r[5], 0, "everything was written, and nothing runs behind the exit");
  assert.equal(machine.run({ tick: machine.tick() + 10 }), { reason: "exit", status: 7 });
});

test("without semihosting the same BKPT is a fault, as without a debugger", async () => {
  const { machine, text } = await run(semihosted(), { path: "a.hex" });
  assert.is(text, "");
  assert.is(machine.run({ tick: machine.tick() + 10 }).reason, "lockup");
});

test.run();
