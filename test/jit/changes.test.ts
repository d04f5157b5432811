/** What a compiled region relied on changes: page rights, stack limits, code. Each is a small program of its own. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { attachJit } from "../../src/jit/jit.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";
import { program } from "../support/program.ts";
import { differenceBetween } from "./difference.ts";
import { eager } from "./eager.ts";

const sink = { output: () => {}, moment: () => {}, gap: () => {} };
const vectors = 80;
const codeStart = codeBase + 4 * vectors;
/** A page apart from the main program's. */
const farPage = codeBase + 0x800;
const stackTop = dataBase + regionBytes / 2;

interface Story {
  /** Has `main`; faults of any kind go to `fault`. */
  readonly source: string;
  /** Code elsewhere. */
  readonly far?: readonly [address: number, source: string];
  /** Before the first instruction. */
  readonly before?: (machine: Machine) => void;
  /** What is done from outside when the code is compiled. */
  readonly deed?: (machine: Machine) => void;
}

function machineFor({ source, far, before }: Story): Machine {
  const machine = createMachine(bareBoard, 0, sink);
  const { bytes, at } = program(codeStart, `${source}\nfault:\nb fault`);
  machine.program(codeBase, new Uint8Array(new Uint32Array(vectors).fill(at("fault") | 1).buffer));
  machine.program(codeStart, bytes);
  if (far !== undefined) machine.program(far[0], program(...far).bytes);
  machine.core.calls.reset();
  machine.core.cpu.shcsrEnables[1] = 0xf_0000;
  machine.core.cpu.cpacr[1] = 0xf0_0000;
  machine.core.cpu.r.set([stackTop], 13);
  machine.core.cpu.r.set([at("main")], 15);
  before?.(machine);
  return machine;
}

/** Both engines up to the same ticks; answers with the machine of the interpreter. */
function compare(story: Story): Machine {
  const plain = machineFor(story);
  const compiled = machineFor(story);
  attachJit(compiled.core, { ...eager, periodTicks: 13 });
  const both = [plain, compiled];
  for (const machine of both) machine.run({ tick: 5000 });
  const { nativeEntries } = compiled.core.scratch;
  assert.ok(nativeEntries > 50, `${nativeEntries} times into compiled code before`);
  // From now on as much as can be is done by compiled code.
  compiled.core.scratch.samplePeriod = 0;
  for (const machine of both) story.deed?.(machine);
  for (let tick = 5331; tick < 12_000; tick += 331) {
    for (const machine of both) machine.run({ tick });
    assert.is(differenceBetween(plain, compiled), null, `at tick ${tick}`);
  }
  return plain;
}

const busWrite = ({ core }: Machine, address: number, value: number): void => core.calls.busWrite(address, value, 4);

/** MPU with its background map, and one region over a page of code that may not be executed. */
function forbid(machine: Machine, page: number): void {
  for (const [offset, value] of [
    [8, 0],
    [12, page | 3],
    [16, (page + 0x3e0) | 1],
    [4, 5],
  ] as const)
    busWrite(machine, 0xe000_ed90 + offset, value);
}

const memManage = (machine: Machine): number => (machine.core.cpu.cfsr[1] ?? 0) & 0xff;
const usageFault = (machine: Machine): number => (machine.core.cpu.cfsr[1] ?? 0) >>> 16;

test("a function is not run any more when its page must not be", () => {
  const machine = compare({
    source: `main:\nset r3, ${farPage + 1}\nloop:\nadds r0, #1\nbl near\nblx r3\nb loop\nnear:\nadds r1, #1\nbx lr`,
    far: [farPage, "adds r2, #1\nadds r2, #2\nbx lr"],
    deed: (one) => forbid(one, farPage),
  });
  assert.is(memManage(machine), 1, "IACCVIOL");
});

test("nor an instruction when the page of its second half must not", () => {
  const machine = compare({
    source: `main:\nset r3, ${farPage - 3}\nloop:\nadds r0, #1\nblx r3\nb loop`,
    far: [farPage - 4, "adds r2, #1\nmovw r1, #7\nadds r2, #2\nbx lr"],
    deed: (one) => forbid(one, farPage),
  });
  assert.is(memManage(machine), 1, "IACCVIOL");
});

test("nor an IT block when the page of its end must not", () => {
  const machine = compare({
    source: `main:\nset r3, ${farPage - 3}\nloop:\nadds r0, #1\nblx r3\nb loop`,
    far: [farPage - 4, "itt ne\nadds r2, #1\nadds r2, #2\nbx lr"],
    deed: (one) => forbid(one, farPage),
  });
  assert.is(memManage(machine), 1, "IACCVIOL");
});

for (const [name, control, ipsr, limits] of [
  ["the main stack's", 0, 0, [stackTop - 0x1100, 0]],
  ["the process stack's", 2, 0, [0, stackTop - 0x1100]],
  ["the main stack's in a handler, though threads use the other", 2, 3, [stackTop - 0x1100, stackTop]],
] as const) {
  test(`pushes stop at the limit of the stack in use: ${name}`, () => {
    const machine = compare({
      source: "main:\nloop:\nadds r0, #1\nadds r1, #1\nadds r2, r0, r1\npush {r0}\nadds r0, #1\nb loop",
      before: ({ core }) => {
        core.cpu.control.set([control], 1);
        core.cpu.ipsr = ipsr;
        core.cpu.splim.set(limits, 2);
      },
    });
    assert.is(usageFault(machine) & 0x10, 0x10, "STKOF");
  });
}

for (const [name, far, offset, value, store] of [
  ["of one instruction", "movs r2, #1\nadds r1, r1, r2\nbx lr", 0, 0x2202, "strh"],
  ["of its second half", "movw r2, #1\nadds r1, r1, r2\nbx lr", 2, 0x202, "strh"],
  ["of one byte", "movs r2, #1\nadds r1, r1, r2\nbx lr", 0, 2, "strb"],
  ["of parts of three", "movs r0, #1\nmovs r2, #1\nadds r1, r1, r2\nbx lr", 1, 0x8922_0220, "str"],
] as const) {
  for (const [where, start] of [
    ["", farPage],
    [", across pages", farPage - 2],
  ] as const) {
    test(`code that writes code goes on with what it wrote: ${name}${where}`, () => {
      // The same store goes to data until all is compiled.
      const machine = compare({
        source: `main:\nset r3, ${start + 1}\nset r4, 700\nset r5, ${value}\nset r6, ${dataBase}\nset r7, 0
set r8, ${start + offset}\nloop:\nadds r7, #1\nblx r3\n${store} r5, [r6, #0]\ncmp r7, r4\nit eq\nmov r6, r8\nb loop`,
        far: [start, far],
      });
      assert.ok((machine.core.cpu.r[1] ?? 0) > (machine.core.cpu.r[7] ?? 0), "what was written adds more");
    });
  }
}

test.run();
