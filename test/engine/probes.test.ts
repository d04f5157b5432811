import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import { type Access, noProbes, setProbes } from "../../src/machine/probes.ts";
import { hashedParts, restoreSnapshot, takeSnapshot } from "../../src/machine/snapshot.ts";
import { bareBoard, codeBase, dataBase, regionBytes } from "../support/bare-board.ts";
import { listing } from "../support/listing.ts";
import { loadWild, slice, type WildProgram, wildProgram } from "./wild-program.ts";

const seed = Number(process.env.SEED ?? 20261122);
const count = Number(process.env.PROGRAMS ?? 60);
const ticks = 300;
const sink = { output: () => {}, moment: () => {}, gap: () => {} };

const random = seeded(seed);
const programs: readonly WildProgram[] = Array.from({ length: count }, () => wildProgram(random));

function load(machine: Machine, program: WildProgram): void {
  machine.core.calls.reset();
  machine.core.cpu.ticks = 0;
  loadWild(machine, program);
}

const bytesOf = (machine: Machine): Buffer => Buffer.concat(hashedParts(machine).map((part) => Buffer.from(part)));
const dataOf = (machine: Machine): Buffer => Buffer.from(machine.peek(dataBase, regionBytes) ?? []);

interface Walk {
  /** Program counter in front of each tick. */
  readonly pcs: readonly number[];
  /** Offsets of data whose bytes changed in each tick. */
  readonly changed: readonly (readonly number[])[];
  readonly data: readonly Buffer[];
  readonly end: Buffer;
}

/** One tick at a time, without any probe. */
function walk(machine: Machine, program: WildProgram): Walk {
  load(machine, program);
  const pcs: number[] = [];
  const changed: number[][] = [];
  const data = [dataOf(machine)];
  for (let tick = 0; tick < ticks; tick++) {
    pcs.push(machine.core.cpu.r[15] ?? 0);
    const { reason } = machine.run({ tick: tick + 1 });
    const [before, after] = [data.at(-1) ?? Buffer.alloc(0), dataOf(machine)];
    changed.push(before.equals(after) ? [] : [...after.keys()].filter((at) => before[at] !== after[at]));
    data.push(after);
    if (reason !== "limit") break;
  }
  return { pcs, changed, data, end: bytesOf(machine) };
}

const explain = (number: number, program: WildProgram, what: string): string =>
  [`program ${number}, SEED=${seed}: ${what}`, ...listing({ ...program, pc: codeBase + 0x1000 })].join("\n");

const plain = createMachine(bareBoard, 0, sink);
const probed = createMachine(bareBoard, 0, sink);
const walks = programs.map((program) => walk(plain, program));

test(`watching all data tells every byte that changes at its tick, and changes nothing (${count} programs)`, () => {
  let told = 0;
  programs.forEach((program, number) => {
    const { changed, data, end } = walks[number] as Walk;
    load(probed, program);
    const accesses: Access[] = [];
    probed.listener.onAccess = (access) => accesses.push(access);
    setProbes(probed, {
      breakpoints: [],
      watches: [{ address: dataBase, sizeBytes: regionBytes, kind: "access" }],
    });
    while (probed.tick() < ticks && probed.run({ tick: Math.min(ticks, probed.tick() + 50) }).reason === "limit");
    setProbes(probed, noProbes);
    if (!bytesOf(probed).equals(end)) assert.unreachable(explain(number, program, "the end differs"));
    changed.forEach((offsets, tick) => {
      // What an exception stacks on arrival at the next tick is told there.
      const own = accesses.filter((one) => (one.tick === tick || one.tick === tick + 1) && one.kind === "write");
      for (const offset of offsets) {
        const isWriter = ({ address, sizeBytes, value }: Access): boolean => {
          const index = offset - (address - dataBase);
          return index >= 0 && index < sizeBytes && ((value >>> (8 * index)) & 0xff) === data[tick + 1]?.[offset];
        };
        if (!own.some(isWriter)) assert.unreachable(explain(number, program, `byte ${offset} at tick ${tick}`));
        told += 1;
      }
    });
  });
  assert.ok(told > count, `${told} changes`);
});

test(`breakpoints stop in front of each execution of their addresses, and change nothing (${count} programs)`, () => {
  let stops = 0;
  programs.forEach((program, number) => {
    const { pcs, end } = walks[number] as Walk;
    // Where a fault leads, a walk by ticks does not always stand: the instruction that faults does not retire.
    const steady = pcs.filter((pc) => pc >= codeBase + 0x1000);
    const pickOne = (): number => steady[nextBelow(random, steady.length)] ?? 0;
    const addresses = [...new Set([pickOne(), pickOne()])];
    load(probed, program);
    setProbes(probed, { breakpoints: addresses, watches: [] });
    const seen: number[] = [];
    for (let pass = false; probed.tick() < ticks; ) {
      const { reason } = probed.run({ tick: Math.min(ticks, probed.tick() + slice(random) * 9), pass });
      pass = reason === "breakpoint";
      if (pass) seen.push(probed.tick());
      else if (reason !== "limit") break;
    }
    setProbes(probed, noProbes);
    if (!bytesOf(probed).equals(end)) assert.unreachable(explain(number, program, "the end differs"));
    const expected = pcs.flatMap((pc, tick) => (addresses.includes(pc) ? [tick] : []));
    assert.equal(seen, expected, explain(number, program, `breakpoints at ${addresses}`));
    stops += seen.length;
  });
  assert.ok(stops > count, `${stops} stops`);
});

test("digests taken now and then change nothing, and agree with one taken of a copy from scratch", () => {
  programs.forEach((program, number) => {
    load(probed, program);
    const { calls, scratch } = probed.core;
    while (
      probed.tick() < ticks &&
      probed.run({ tick: Math.min(ticks, probed.tick() + slice(random)) }).reason === "limit"
    )
      if (slice(random) < 4) calls.chainPages();
    if (!bytesOf(probed).equals((walks[number] as Walk).end)) {
      assert.unreachable(explain(number, program, "the end differs"));
    }
    const copy = createMachine(bareBoard, 0, sink);
    restoreSnapshot(copy, takeSnapshot(probed));
    for (const machine of [probed, copy]) {
      machine.core.scratch.chain.fill(0);
      machine.core.calls.chainPages();
    }
    assert.equal([...(scratch.chain as never as Uint32Array)], [...(copy.core.scratch.chain as never as Uint32Array)]);
  });
});

test.run();
