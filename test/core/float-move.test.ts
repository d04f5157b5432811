import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Board } from "../../src/board/board.ts";
import { assemble } from "../../src/isa/assemble.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";

const pc = codeBase + 0x1000;
const handler = codeBase + 0x2000;
const dataEnd = dataBase + regionBytes;
const usageFault = 6;
const busFault = 5;
const syndrome = { undefined: 1 << 16, denied: 1 << 19, stack: 1 << 20, unaligned: 1 << 24, precise: 0x8200 };

interface Start {
  readonly regs?: Readonly<Record<number, number>>;
  readonly splim?: number;
  readonly enabled?: boolean;
  readonly board?: Board;
}

/** One instruction, executed with S<n> = n + 1 and memory that counts its words. */
function executed(text: string, { regs = {}, splim = 0, enabled = true, board = bareBoard }: Start = {}): Machine {
  const machine = createMachine(board, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  const { cpu } = machine.core;
  const found = assemble(text, { pc, itstate: 0 });
  if (found === null) throw new Error(`"${text}" is no instruction`);
  const { word } = found;
  machine.program(codeBase, new Uint8Array(new Uint32Array(16).fill(handler | 1).buffer));
  machine.program(pc, Uint8Array.of(word >>> 16, word >>> 24, word, word >>> 8));
  machine.program(dataBase, new Uint8Array(Uint32Array.from({ length: regionBytes / 4 }, (_, index) => index).buffer));
  machine.core.calls.reset();
  cpu.r[13] = dataBase + 0x1000;
  for (const [index, value] of Object.entries(regs)) cpu.r[Number(index)] = value;
  cpu.r[15] = pc;
  cpu.splim[2] = splim;
  cpu.shcsrEnables[1] = 0x7_0000;
  cpu.cpacr[1] = enabled ? 0xf0_0000 : 0;
  for (let index = 0; index < 32; index++) cpu.s[index] = index + 1;
  machine.run({ tick: machine.tick() + 1 });
  return machine;
}

const wordAt = (machine: Machine, address: number): number => {
  const bytes = machine.peek(address, 4) ?? new Uint8Array(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
};
const faulted = ({ core: { cpu } }: Machine, exception: number, bits: number, text: string): void =>
  assert.equal([cpu.ipsr, (cpu.cfsr[0] ?? 0) | (cpu.cfsr[1] ?? 0)], [exception, bits], text);
const singles = ({ core: { cpu } }: Machine, first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => cpu.s[first + index] ?? 0);

test("a load of several that meets the end of memory leaves its base, so that it can be done again", () => {
  const machine = executed("vldmia r0!, {s0-s3}", { regs: { 0: dataEnd - 8 } });
  faulted(machine, busFault, syndrome.precise, "vldmia");
  assert.is(machine.core.cpu.r[0], dataEnd - 8);
  assert.equal(singles(machine, 2, 2), [3, 4]);
});

test("a store of several writes what lies before the end of memory and leaves its base", () => {
  const machine = executed("vstmia r0!, {d0-d3}", { regs: { 0: dataEnd - 8 } });
  faulted(machine, busFault, syndrome.precise, "vstmia");
  assert.is(machine.core.cpu.r[0], dataEnd - 8);
  assert.equal([wordAt(machine, dataEnd - 8), wordAt(machine, dataEnd - 4)], [1, 2]);
});

test("a double of which the second word cannot be read is left as it was", () => {
  const machine = executed("vldr d3, [r0, #0]", { regs: { 0: dataEnd - 4 } });
  faulted(machine, busFault, syndrome.precise, "vldr");
  assert.equal(singles(machine, 6, 2), [7, 8]);
});

test("no floating-point access may be unaligned, whatever CCR says", () => {
  const texts = ["vldr s0, [r0, #0]", "vstr s0, [r0, #0]", "vldr d1, [r0, #0]", "vldmia r0, {s4}", "vstmdb r0!, {s4}"];
  for (const text of texts) {
    const machine = executed(text, { regs: { 0: dataBase + 2 } });
    faulted(machine, usageFault, syndrome.unaligned, text);
    assert.is(machine.core.cpu.r[0], dataBase + 2, text);
  }
});

test("a push below the stack limit touches neither memory nor SP", () => {
  const sp = dataBase + 0x1000;
  const within = executed("vstmdb sp!, {s0-s7}", { splim: sp - 32 });
  assert.is(within.core.cpu.r[13], sp - 32);
  assert.is(wordAt(within, sp - 32), 1);
  const below = executed("vstmdb sp!, {s0-s7}", { splim: sp - 24 });
  assert.is(below.core.cpu.cfsr[1] ?? 0, syndrome.stack);
  assert.is(wordAt(below, sp - 4), (0x1000 - 4) / 4);
});

test("the old forms of odd length move the base one word further than they move data", () => {
  const machine = executed("fstmdbx r0!, {d0-d1}", { regs: { 0: dataBase + 0x100 } });
  assert.is(machine.core.cpu.r[0], dataBase + 0x100 - 20);
  assert.equal([wordAt(machine, dataBase + 0x100 - 20), wordAt(machine, dataBase + 0x100 - 4)], [1, 0xfc / 4]);
});

test("a load relative to PC counts from the aligned address of the instruction plus 4", () => {
  const machine = executed("vldr d0, [pc, #-4]");
  assert.equal(singles(machine, 0, 2), [wordAt(machine, pc), wordAt(machine, pc + 4)]);
});

test("a unit that is switched off or missing denies (NOCP); double precision is UNDEFINED where it is on", () => {
  for (const text of ["vadd.f32 s0, s1, s2", "vldr s0, [r0, #0]", "vmrs r0, fpscr", "vmov s0, r1"]) {
    faulted(executed(text, { enabled: false }), usageFault, syndrome.denied, text);
    const board: Board = { ...bareBoard, processor: { ...bareBoard.processor, hasFpu: false } };
    faulted(executed(text, { board }), usageFault, syndrome.denied, text);
  }
  // vadd.f64 d0, d1, d2
  faulted(executed("cdp p11, 3, c0, c1, c2, #0"), usageFault, syndrome.undefined, "vadd.f64");
});

test.run();
