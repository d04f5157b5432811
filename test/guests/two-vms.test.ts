import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Machine } from "../../src/machine/machine.ts";
import { restoreSnapshot, takeSnapshot } from "../../src/machine/snapshot.ts";
import { type Example, hashOf, openExample, start, toBeat } from "./example.ts";

const system = await openExample("two-vms");

interface Typed {
  readonly second: number;
  readonly device: string;
  readonly text: string;
}

/** Keys for both guests, some of them close together. */
const typing: readonly Typed[] = [
  { second: 0.31, device: "flexcomm2", text: "hello\r" },
  { second: 0.3104, device: "flexcomm3", text: "ab" },
  { second: 0.42, device: "flexcomm2", text: "two words\r" },
  { second: 0.4201, device: "flexcomm3", text: "z" },
];
const endSecond = 0.5;

const encoder = new TextEncoder();

/** Run to the end, typing on the way; `run` gets over each stretch as it likes. */
function play(machine: Machine, run: (beat: number) => void, fromSecond = 0): string {
  for (const { second, device, text } of typing) {
    if (second < fromSecond) continue;
    run(toBeat(second));
    machine.input(device, "rx", encoder.encode(text));
  }
  run(toBeat(endSecond));
  return hashOf(machine);
}

const straight = (machine: Machine) => (beat: number) => {
  machine.run({ beat });
};

const played = start(system);
const expected = play(played.machine, straight(played.machine));

const lineCount = (example: Example): number => example.lines("flexcomm2").length + example.lines("flexcomm3").length;

test("both guests introduce themselves, and each second both count it", () => {
  const example = start(system);
  example.runTo(3.4);
  assert.equal(example.lines("flexcomm3"), [
    "VM0: bare-metal guest on USART3",
    "VM0: SysTick, 1 s",
    "VM0: SysTick, 2 s",
    "VM0: SysTick, 3 s",
  ]);
  const [banner, entropy, ...uptimes] = example.lines("flexcomm2");
  assert.is(banner, "VM1: kernel on USART2, 2 threads");
  assert.match(entropy ?? "", /^VM1: entropy [0-9a-f]{8}$/);
  assert.equal(uptimes.length, 4);
  for (const [second, line] of uptimes.entries()) {
    const milliseconds = Number(/^VM1: uptime (\d+) ms$/.exec(line)?.[1]);
    assert.ok(Math.abs(milliseconds - second * 1000) <= 2, line);
  }
  assert.equal(example.gaps, []);
});

test("compensated guest time keeps up with virtual time within a slice", () => {
  const example = start(system);
  example.runTo(3.4);
  const first = example.secondOf("flexcomm3", "VM0: SysTick, 1 s");
  const third = example.secondOf("flexcomm3", "VM0: SysTick, 3 s");
  assert.ok(Math.abs(third - first - 2) < 0.04, `${third - first} s for two`);
});

test("a SysTick of the kernel that a leaky hypervisor gives to the other VM is no second there", () => {
  const { hypervisor } = system;
  assert.ok(hypervisor.kind !== "firmware");
  const switches = { ...hypervisor.switches, pendingLeak: "on" as const };
  const example = start({ ...system, hypervisor: { ...hypervisor, switches } });
  example.runTo(6.5);
  const leaks = example.moments.filter(({ kind, fields }) => kind === "pending-leak" && fields.to === 0);
  assert.ok(leaks.length > 0, "there was one to be survived");
  const ticks = example.lines("flexcomm3").slice(1);
  assert.equal(
    ticks,
    [1, 2, 3, 4, 5, 6].map((second) => `VM0: SysTick, ${second} s`),
  );
});

test("what is typed on the kernel's console comes back, line by line", () => {
  const echoes = played.lines("flexcomm2").filter((line) => line.includes("echo"));
  assert.equal(echoes, ['VM1: echo "hello"', 'VM1: echo "two words"']);
});

test("each byte typed to the bare-metal guest is a receive interrupt of its own", () => {
  const received = played.lines("flexcomm3").filter((line) => line.includes("RX"));
  assert.equal(received, ["VM0: UART RX 'a'", "VM0: UART RX 'b'", "VM0: UART RX 'z'"]);
});

test("the same run again has the same hash", () => {
  const again = start(system).machine;
  assert.is(play(again, straight(again)), expected);
});

test("a run without the typing has another hash", () => {
  const silent = start(system);
  silent.runTo(endSecond);
  assert.is.not(silent.hash(), expected);
  assert.ok(lineCount(silent) < lineCount(played));
});

const tickSlice = fc.record({ unit: fc.constant("tick" as const), length: fc.integer({ min: 1, max: 20_000 }) });
const beatSlice = fc.record({ unit: fc.constant("beat" as const), length: fc.integer({ min: 1, max: 100_000_000 }) });

const forgetSlice = fc.record({ unit: fc.constant("forget" as const), length: fc.integer({ min: 1, max: 1e6 }) });
const slice = fc.oneof({ weight: 4, arbitrary: tickSlice }, { weight: 4, arbitrary: beatSlice }, forgetSlice);

test("the hash depends neither on the slices that the run was cut into nor on what caches remember", () => {
  const property = fc.property(fc.array(slice, { minLength: 1, maxLength: 40 }), (slices) => {
    const { machine } = start(system);
    let next = 0;
    const sliced = (beat: number): void => {
      while (machine.now() < beat) {
        const { unit, length } = slices[next++ % slices.length] ?? { unit: "beat", length: 1e8 };
        // So that runs of tiny slices come to an end, too.
        const stretched = length * (1 + Math.floor(next / 500));
        if (unit === "tick") machine.run({ tick: machine.tick() + stretched, beat });
        else machine.run({ beat: Math.min(beat, machine.now() + stretched) });
        if (unit === "forget") machine.reload();
      }
    };
    assert.is(play(machine, sliced), expected);
  });
  fc.assert(property, { numRuns: 12 });
});

test("a snapshot at any moment, restored into a fresh machine, runs to the same hash", () => {
  const property = fc.property(
    fc.double({ min: 0.24, max: endSecond - 0.01, noNaN: true }),
    fc.boolean(),
    (second, goOn) => {
      const { machine } = start(system);
      const early = typing.filter((typed) => typed.second < second);
      for (const { second: at, device, text } of early) {
        machine.run({ beat: toBeat(at) });
        machine.input(device, "rx", encoder.encode(text));
      }
      machine.run({ beat: toBeat(second) });
      const snapshot = takeSnapshot(machine);
      if (goOn) assert.is(play(machine, straight(machine), second), expected, "the run goes on as if nothing was");
      const fresh = goOn ? machine : start(system).machine;
      restoreSnapshot(fresh, snapshot);
      assert.is(play(fresh, straight(fresh), second), expected);
    },
  );
  fc.assert(property, { numRuns: 12 });
});

test.run();
