import { test } from "uvu";
import * as assert from "uvu/assert";
import { seeded } from "../../src/base/prng.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { bareBoard, dataBase, regionBytes } from "../support/bare-board.ts";
import { listing } from "../support/listing.ts";
import { loadWild, slice, start, type WildProgram, wildProgram } from "./wild-program.ts";

const seed = Number(process.env.SEED ?? 20261121);
const count = Number(process.env.PROGRAMS ?? 800);
const ticks = 400;
const sink = { output: () => {}, moment: () => {}, gap: () => {} };

interface Outcome {
  readonly stop: string;
  readonly tick: number;
  readonly exceptions: number;
  readonly bytes: Buffer;
}

/** `between` happens after each slice; without it the program runs in one piece. */
function outcome(machine: Machine, program: WildProgram, between: (() => number) | null): Outcome {
  machine.core.calls.reset();
  machine.core.cpu.ticks = 0;
  loadWild(machine, program);
  let stop = "limit";
  while (stop === "limit" && machine.tick() < ticks) {
    const next = between === null ? ticks : Math.min(ticks, machine.tick() + between());
    stop = machine.run({ tick: next }).reason;
  }
  const bytes = Buffer.concat(hashedParts(machine).map((part) => Buffer.from(part)));
  return { stop, tick: machine.tick(), exceptions: machine.core.cpu.cfsr[1] ?? 0, bytes };
}

function difference(one: Outcome, other: Outcome): string | null {
  if (one.stop !== other.stop || one.tick !== other.tick)
    return `${one.stop} at ${one.tick}, ${other.stop} at ${other.tick}`;
  if (one.bytes.equals(other.bytes)) return null;
  const at = one.bytes.findIndex((byte, index) => byte !== other.bytes[index]);
  const [mine, theirs] = [one, other].map(({ bytes }) => bytes.subarray(at, at + 8).toString("hex"));
  return `state differs from byte ${at} on: ${mine}, ${theirs}`;
}

const programs = (): WildProgram[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => wildProgram(random));
};

function compareWays(name: string, betweenOf: (machine: Machine) => () => number): void {
  test(`${name} (${count} programs, SEED=${seed})`, () => {
    const machine = createMachine(bareBoard, 0, sink);
    const other = createMachine(bareBoard, 0, sink);
    const faults = new Set<number>();
    for (const [number, program] of programs().entries()) {
      const whole = outcome(machine, program, null);
      const wrong = difference(whole, outcome(other, program, betweenOf(other)));
      faults.add(whole.exceptions);
      if (wrong !== null) {
        assert.unreachable(
          [`program ${number}, SEED=${seed}: ${wrong}`, ...listing({ ...program, pc: start })].join("\n"),
        );
      }
    }
    assert.ok(faults.size > 3, "the programs meet faults of several kinds");
  });
}

compareWays("a run in slices of one to seven ticks ends in the state of one long run", () => {
  const random = seeded(seed + 1);
  return () => slice(random);
});

compareWays("forgetting blocks and access tables between slices changes nothing", (machine) => {
  const random = seeded(seed + 2);
  return () => {
    if (slice(random) < 4) machine.core.calls.dropBlocks();
    if (slice(random) < 4) machine.core.calls.dropTables();
    return slice(random);
  };
});

compareWays("slices in a machine that has run other programs before change nothing", (machine) => {
  const random = seeded(seed + 3);
  machine.core.calls.dropTables();
  return () => slice(random) * 9;
});

test("code at the very end of memory runs, and the fetch behind it is a bus error", () => {
  const machine = createMachine(bareBoard, 0, sink);
  const { cpu } = machine.core;
  const nop = [0x00, 0xbf];
  machine.program(dataBase + regionBytes - 4, Uint8Array.from([...nop, ...nop]));
  Object.assign(cpu, { thumb: 1, secure: 1 });
  cpu.r[15] = dataBase + regionBytes - 4;
  machine.run({ tick: 2 });
  assert.is(cpu.r[15], dataBase + regionBytes);
  machine.run({ tick: 3 });
  assert.is((cpu.cfsr[0] ?? 0) & 0x100, 0x100, "IBUSERR, which is kept in the first bank");
});

test.run();
