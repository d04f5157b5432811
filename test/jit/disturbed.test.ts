/**
 * Programs with structure while somebody interferes from outside: debuggers, monitors, interrupt lines, snapshots. What
 * is done to the interpreter's machine is done to the compiled one at the same tick.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, nextUint32, pick, type Random, seeded } from "../../src/base/prng.ts";
import { attachJit } from "../../src/jit/jit.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { memoryAt } from "../../src/machine/memories.ts";
import { noProbes, setProbes } from "../../src/machine/probes.ts";
import { pageBytes } from "../../src/state/memory-map.ts";
import { bareBoard, codeBase, dataBase } from "../support/bare-board.ts";
import { differenceBetween } from "./difference.ts";
import { eager } from "./eager.ts";
import { loadStructured, type StructuredProgram, structuredProgram } from "./structured-program.ts";

const seed = Number(process.env.SEED ?? 20261121);
const count = Number(process.env.PROGRAMS ?? 40);
const pieces = 60;
const sink = { output: () => {}, moment: () => {}, gap: () => {} };

/** What somebody does, drawn once and done to both. */
type Deed = (machine: Machine) => void;

const codeBytes = 0x1000;
const inCode = (random: Random): number => codeBase + 0x140 + 2 * nextBelow(random, codeBytes / 2);
/** The count of calls, and what programs load and store at R7. */
const inUse = (random: Random): number => dataBase + pick(random, [16, 0x100 + 4 * nextBelow(random, 32)]);

const busWrite =
  (address: number, value: number): Deed =>
  ({ core }) =>
    core.calls.busWrite(address, value, 4);

/** `movs r2, #..` over something of the program. */
const newCode = (random: Random, { at }: StructuredProgram): readonly [number, Uint8Array] => [
  pick(random, [inCode(random), at(`patch${nextBelow(random, 6)}`)]),
  Uint8Array.of(nextBelow(random, 256), 0x22),
];

const deeds: readonly ((random: Random, program: StructuredProgram) => Deed)[] = [
  (random, { at }) => {
    const functions = Array.from({ length: 3 }, () => at(`f${nextBelow(random, 6)}`));
    const breakpoints = [at("tick"), ...functions, inCode(random), inCode(random)].slice(nextBelow(random, 6));
    const kind = pick(random, ["read", "write"] as const);
    const watches = [{ address: inUse(random), sizeBytes: 1 + nextBelow(random, 8), kind }].slice(nextBelow(random, 2));
    return (machine) => setProbes(machine, { breakpoints, watches });
  },
  () => (machine) => setProbes(machine, noProbes),
  (random) => {
    const [line, level] = [nextBelow(random, 4), nextBelow(random, 2)];
    return ({ core }) => core.calls.setLine(line, level);
  },
  () => (machine) => {
    for (let line = 0; line < 4; line++) machine.core.calls.setLine(line, 0);
  },
  // As a debugger writes, as time travel does, and as another master of the bus would.
  (random, program) => {
    const [address, bytes] = newCode(random, program);
    return (machine) => machine.program(address, bytes);
  },
  (random, program) => {
    const [address, bytes] = newCode(random, program);
    return (machine) => {
      const at = memoryAt(machine.memories, address);
      const host = at === null ? 0 : at.memory.host + at.offset;
      new Uint8Array(machine.core.memory).set(bytes, host);
      machine.reloadPages([host - (host % pageBytes)]);
    };
  },
  (random, program) => {
    const [address, bytes] = newCode(random, program);
    return ({ core }) => core.calls.busWrite(address, (bytes[0] ?? 0) | 0x2200, 2);
  },
  (random) => {
    const register = nextBelow(random, 13);
    const value = nextUint32(random);
    return ({ core }) => core.cpu.r.set([value], register);
  },
  (random) => {
    const fpscr = pick(random, [0, 0x10, 0x40_0000, 0x100_0010]);
    return ({ core }) => Object.assign(core.cpu, { fpscr });
  },
  (random) => {
    const cycles = nextBelow(random, 500);
    return (machine) => machine.passCycles(cycles);
  },
  (random) => {
    const mark = pick(random, [1, 2]);
    return ({ core }) => core.calls.cleanPages(mark);
  },
  () => (machine) => machine.core.calls.dropTables(),
  () => (machine) => machine.core.calls.dropBlocks(),
  // CPACR, CCR, FPCCR, SAU_CTRL, MPU_CTRL.
  (random) => busWrite(0xe000_ed88, pick(random, [0, 0xf0_0000, 0xf0_0000])),
  (random) => busWrite(0xe000_ed14, 0x201 | pick(random, [0, 8, 0x10, 0x18])),
  (random) => busWrite(0xe000_ef34, pick(random, [4, 0x8000_0004, 0xc000_0004, 0xd000_0004])),
  (random) => busWrite(0xe000_edd0, nextBelow(random, 2)),
  (random) => busWrite(0xe000_ed94, pick(random, [0, 5, 7])),
];

/** Four lines that interrupt, and Non-secure memory in the midst of the data wherever the SAU is enabled. */
function prepare(machine: Machine, program: StructuredProgram): void {
  setProbes(machine, noProbes);
  machine.core.calls.reset();
  machine.core.cpu.ticks = 0;
  loadStructured(machine, program);
  for (const [address, value] of [
    [0xe000_e100, 15],
    [0xe000_edd8, 0],
    [0xe000_eddc, dataBase + 0x400],
    [0xe000_ede0, (dataBase + 0x5e0) | 1],
  ] as const)
    busWrite(address, value)(machine);
}

interface Run {
  readonly machine: Machine;
  readonly heard: string[];
}

const listening = (): Run => {
  const machine = createMachine(bareBoard, 0, sink);
  const heard: string[] = [];
  machine.listener.onAccess = ({ kind, address, sizeBytes, value, tick }) =>
    heard.push(`${kind} ${address.toString(16)} ${sizeBytes} ${value} at ${tick}`);
  return { machine, heard };
};

/** Runs a piece; how it ends, and what was heard meanwhile. */
function runPiece({ machine, heard }: Run, tick: number): string {
  heard.length = 0;
  const { reason } = machine.run({ tick, pass: true });
  return [reason, ...heard].join("\n");
}

function compare(plain: Run, compiled: Run, program: StructuredProgram, random: Random): string | null {
  for (let piece = 0; piece < pieces; piece++) {
    if (nextBelow(random, 3) === 0) {
      const deed = pick(random, deeds)(random, program);
      for (const { machine } of [plain, compiled]) deed(machine);
    }
    const tick = plain.machine.tick() + 1 + nextBelow(random, pick(random, [3, 600, 2000]));
    const [mine, theirs] = [runPiece(plain, tick), runPiece(compiled, tick)];
    const text = mine === theirs ? differenceBetween(plain.machine, compiled.machine) : `${mine}, compiled ${theirs}`;
    if (text !== null) return `piece ${piece}, up to tick ${tick}: ${text}`;
    if (mine.startsWith("lockup")) return null;
  }
  return null;
}

test(`whatever is done from outside, compiled code is the interpreter (${count} programs, SEED=${seed})`, () => {
  const random = seeded(seed);
  const [plain, compiled] = [listening(), listening()];
  attachJit(compiled.machine.core, { ...eager, periodTicks: 7 });
  for (let number = 0, run = 0; run < count; number++) {
    const program = structuredProgram(random);
    if (program === null) continue;
    run++;
    for (const { machine } of [plain, compiled]) prepare(machine, program);
    const text = compare(plain, compiled, program, random);
    if (text !== null) assert.unreachable(`program ${number}, SEED=${seed}: ${text}\n${program.source}`);
  }
  const { nativeEntries } = compiled.machine.core.scratch;
  assert.ok(nativeEntries > 20 * count, `${nativeEntries} times into compiled code`);
});

test.run();
