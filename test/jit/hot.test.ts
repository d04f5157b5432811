/** What is found hot, and what is left alone: questions of speed, answered by counting and not by a clock. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { attachJit, usual } from "../../src/jit/jit.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { bareBoard, codeBase } from "../support/bare-board.ts";
import { program } from "../support/program.ts";

const sink = { output: () => {}, moment: () => {}, gap: () => {} };
const systickControl = 0xe000_e010;
const additions = (count: number): string => "adds r0, r0, r1\n".repeat(count);

/** A machine about to run `main` of a program. */
function machineFor(source: string, options = usual): Machine {
  const machine = createMachine(bareBoard, 0, sink);
  const { bytes, at } = program(codeBase, source);
  machine.program(codeBase, bytes);
  machine.core.calls.reset();
  machine.core.cpu.r[15] = at("main");
  machine.core.cpu.cpacr[1] = 0xf0_0000;
  attachJit(machine.core, options);
  return machine;
}

/** Percent of the last samples, a look's worth, in which compiled code ran. */
function compiledPercent({ core }: Machine): number {
  const samples = Array.from(core.scratch.samples);
  return (100 * samples.filter((sample) => sample & 1).length) / samples.length;
}

test("a loop is compiled that begins in the midst of a block that cannot be", () => {
  const machine = machineFor(`main:\nmovs r0, #16\nvmsr fpscr, r0\nloop:\n${additions(10)}b loop`);
  machine.run({ tick: 6_000_000 });
  assert.ok(compiledPercent(machine) > 90, `${compiledPercent(machine)}% of the samples`);
});

test("so is one whose own block cannot be compiled to its end", () => {
  const setup = `set r2, ${systickControl}\nmovs r3, #0\nstr r3, [r2, #0]`;
  const machine = machineFor(`main:\n${setup}\nloop:\n${additions(30)}mrs r3, apsr\n${additions(20)}b loop`);
  machine.run({ tick: 6_000_000 });
  // Up to there in each round.
  const rounds = (machine.tick() - 1_300_000) / 52;
  const { nativeEntries } = machine.core.scratch;
  assert.ok(nativeEntries > 0.9 * rounds, `${nativeEntries} times into compiled code`);
});

test("a loop of more blocks than a region holds is compiled in several", () => {
  const parts = Array.from({ length: 300 }, (_, index) => `cmp r0, r1\nbeq l${index}\nadds r2, #3\nl${index}:`);
  const machine = machineFor(`main:\nmovs r1, #1\nloop:\nadds r0, #1\n${parts.join("\n")}\nb.w loop`);
  machine.run({ tick: 300_000_000 });
  // One region holds less than half of it.
  assert.ok(compiledPercent(machine) > 50, `${compiledPercent(machine)}% of the samples`);
});

test("a region that is left at once again and again is not entered any more", () => {
  const machine = machineFor(`main:\nset r7, ${systickControl}\nloop:\nldr r1, [r7, #8]\ncmp r1, #5\nbhi loop\nb loop`);
  machine.run({ tick: 10_000_000 });
  const { nativeEntries } = machine.core.scratch;
  assert.ok(nativeEntries > 0 && nativeEntries < 2000, `${nativeEntries} times into compiled code`);
});

test("it is entered again when what it was left for is over", () => {
  // Nothing is inexact for two million rounds; from then on compiled arithmetic has nothing to tell.
  const machine = machineFor(`main:\nset r6, 2000000\nvmov.f32 s1, #1.0\nvmov.f32 s2, #2.0\nvmov.f32 s3, #3.0
loop:\nvadd.f32 s0, s1, s2\nvmul.f32 s4, s1, s2\nsubs r6, #1\nbne loop
vdiv.f32 s0, s1, s3\nb loop`);
  machine.run({ tick: 8_000_000 });
  const { scratch } = machine.core;
  assert.ok(scratch.nativeEntries < 2000, `${scratch.nativeEntries} times into compiled code`);
  machine.run({ tick: 12_000_000 });
  assert.ok(compiledPercent(machine) > 90, `${compiledPercent(machine)}% of the samples`);
});

test("a branch by a table is followed to where it was seen to go", () => {
  const cases = Array.from({ length: 8 }, (_, index) => `f${index}:\n${additions(4)}b.w loop`);
  const machine = machineFor(`main:\nset r6, f0\nmovs r5, #0\nmovs r7, #12\nloop:\nset r3, 1664525\nmul.w r5, r5, r3
set r3, 1013904223\nadds r5, r5, r3\nlsrs r4, r5, #29\nmul.w r4, r4, r7\nadd.w r4, r6, r4\nadds r4, #1\nbx r4
${cases.join("\n")}`);
  machine.run({ tick: 40_000_000 });
  assert.ok(compiledPercent(machine) > 90, `${compiledPercent(machine)}% of the samples`);
});

test("code that is written now and then is compiled each time, code that is written all the time is not", () => {
  const [rarely, often] = [400_000, 4000].map((rounds) => {
    const loop = `loop:\n${additions(5)}bl patched\nsubs r7, #1\nbne loop\nstrh r5, [r6, #0]\nb outer`;
    const machine = machineFor(
      `main:\nset r6, patched\nset r5, ${0x2201}\nouter:\nset r7, ${rounds}\n${loop}\npatched:\nmovs r2, #0\nbx lr`,
      { ...usual, periodTicks: 503 },
    );
    machine.run({ tick: 300_000_000 });
    return compiledPercent(machine);
  }) as [number, number];
  assert.ok(rarely > 90 && often < 10, `${rarely}% and ${often}% of the samples`);
});

test.run();
