/** Programs with structure, interrupted and changed while they run: compared with the interpreter where pieces end. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, pick, type Random, seeded } from "../../src/base/prng.ts";
import { attachJit } from "../../src/jit/jit.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { restoreSnapshot, type Snapshot, takeSnapshot } from "../../src/machine/snapshot.ts";
import { bareBoard } from "../support/bare-board.ts";
import { differenceBetween } from "./difference.ts";
import { eager } from "./eager.ts";
import { loadStructured, type StructuredProgram, structuredProgram } from "./structured-program.ts";

const seed = Number(process.env.SEED ?? 20261121);
const count = Number(process.env.PROGRAMS ?? 40);
const ticks = 30_000;
const sink = { output: () => {}, moment: () => {}, gap: () => {} };

/** Much is decoded before anything is compiled where samples are rare: regions are the larger. */
const periods = [3, 17, 97];

const machineOf = (): Machine => createMachine(bareBoard, 0, sink);

function load(machine: Machine, program: StructuredProgram): void {
  machine.core.calls.reset();
  machine.core.cpu.ticks = 0;
  loadStructured(machine, program);
}

/** Runs both in pieces; now and then what is compiled has to hold after a snapshot of before comes back. */
function compare(plain: Machine, compiled: Machine, random: Random): string | null {
  let kept: Snapshot | null = null;
  let stop = "limit";
  for (let pieces = 0; stop === "limit" && plain.tick() < ticks && pieces < 60; pieces++) {
    const chance = nextBelow(random, 12);
    if (chance === 0) kept = takeSnapshot(plain);
    else if (kept !== null && chance === 1) {
      restoreSnapshot(plain, kept);
      restoreSnapshot(compiled, kept);
    }
    const tick = plain.tick() + 1 + nextBelow(random, pick(random, [10, 3000]));
    stop = plain.run({ tick }).reason;
    const other = compiled.run({ tick }).reason;
    const text = other === stop ? differenceBetween(plain, compiled) : `stopped by ${stop}, compiled by ${other}`;
    if (text !== null) return `up to tick ${tick}, ${text}`;
  }
  return null;
}

test(`compiled structured programs are those of the interpreter at any tick (${count}, SEED=${seed})`, () => {
  const random = seeded(seed);
  const plain = machineOf();
  const engines = periods.map((periodTicks) => {
    const machine = machineOf();
    attachJit(machine.core, { ...eager, periodTicks });
    return machine;
  });
  let run = 0;
  for (let number = 0; run < count; number++) {
    const program = structuredProgram(random);
    if (program === null) continue;
    const compiled = engines[run++ % engines.length] as Machine;
    for (const machine of [plain, compiled]) load(machine, program);
    const text = compare(plain, compiled, random);
    if (text !== null) assert.unreachable(`program ${number}, SEED=${seed}: ${text}\n${program.source}`);
  }
  const entries = engines.reduce((sum, { core }) => sum + core.scratch.nativeEntries, 0);
  assert.ok(entries > 100 * count, `${entries} times into compiled code`);
});

test.run();
