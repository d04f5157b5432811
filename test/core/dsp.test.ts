import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { bareBoard, codeBase, dataBase } from "../support/bare-board.ts";
import { program } from "../support/program.ts";

const start = codeBase + 0x400;

/** A machine in Secure Thread mode about to run `source`; UsageFault is enabled and its handler waits. */
function machineFor(hasDsp: boolean, source: string): Machine {
  const board = { ...bareBoard, processor: { ...bareBoard.processor, hasDsp } };
  const machine = createMachine(board, 0, { output: () => {}, moment: () => {}, gap: () => {} });
  const { bytes, at } = program(start, `${source}\nb done\ndone:\nb done\nhandler:\nb handler`);
  const vectors = new Uint32Array(16).fill(at("handler") + 1);
  machine.program(codeBase, new Uint8Array(vectors.buffer));
  machine.program(start, bytes);
  const { cpu } = machine.core;
  cpu.r[13] = dataBase + 0x1000;
  cpu.r[15] = start;
  cpu.shcsrEnables[1] = 0x40000;
  return machine;
}

const usageFault = 6;
const undefinstr = 0x10000;

test("a DSP instruction computes where the extension is, and is a UsageFault, UNDEFINSTR, where it is not", () => {
  const source = "set r1, 0x7fff8000\nset r2, 0x00018000\nqadd16 r0, r1, r2";
  const withIt = machineFor(true, source);
  withIt.run({ tick: 20 });
  assert.is(withIt.core.cpu.r[0], 0x7fff_8000);
  assert.is(withIt.core.cpu.ipsr, 0);
  const without = machineFor(false, source);
  without.run({ tick: 20 });
  assert.is(without.core.cpu.ipsr, usageFault);
  assert.is((without.core.cpu.cfsr[1] ?? 0) >>> 0, undefinstr);
});

test("an instruction of a failed condition does nothing, with the extension or without", () => {
  for (const hasDsp of [true, false]) {
    const machine = machineFor(hasDsp, "movs r0, #1\nit eq\nsel r0, r1, r2\nmovs r3, #2");
    machine.run({ tick: 20 });
    assert.equal([machine.core.cpu.r[0], machine.core.cpu.r[3], machine.core.cpu.ipsr], [1, 2, 0], `DSP ${hasDsp}`);
  }
});

test("APSR.GE keeps what MSR writes where the extension is, and reads as zero where it is not", () => {
  const source = "set r1, 0x000f0000\nmsr apsr_g, r1\nmrs r0, apsr\nmsr apsr_nzcvqg, r1\nmrs r2, apsr";
  for (const [hasDsp, ge] of [
    [true, 0xf_0000],
    [false, 0],
  ] as const) {
    const machine = machineFor(hasDsp, source);
    machine.run({ tick: 20 });
    const { cpu } = machine.core;
    assert.equal(
      [(cpu.r[0] ?? 0) & 0xf_0000, (cpu.r[2] ?? 0) & 0xf_0000, cpu.flagGE],
      [ge, ge, ge >>> 16],
      `DSP ${hasDsp}`,
    );
  }
});

test("a frame with GE bits restores them only where the extension is", () => {
  const source = "svc #0\nmrs r0, apsr";
  const handler = "ldr r1, [sp, #28]\norr.w r1, r1, #0x50000\nstr r1, [sp, #28]\nbx lr";
  for (const [hasDsp, ge] of [
    [true, 5],
    [false, 0],
  ] as const) {
    const machine = machineFor(hasDsp, source);
    const place = codeBase + 0x800;
    machine.program(place, program(place, handler).bytes);
    machine.program(codeBase + 11 * 4, new Uint8Array(Uint32Array.of(place + 1).buffer));
    machine.run({ tick: 20 });
    assert.is(((machine.core.cpu.r[0] ?? 0) >>> 16) & 15, ge, `DSP ${hasDsp}`);
    assert.is(machine.core.cpu.ipsr, 0);
  }
});

test.run();
