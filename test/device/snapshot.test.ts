/** A device is its block: copied at a random moment into a fresh instance, it goes on exactly as the original does. */
import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { anactrlKind } from "../../src/device/anactrl.ts";
import { cmsdkDualtimerKind } from "../../src/device/cmsdk-dualtimer.ts";
import { cmsdkTimerKind } from "../../src/device/cmsdk-timer.ts";
import { cmsdkUartKind } from "../../src/device/cmsdk-uart.ts";
import { cmsdkWatchdogKind } from "../../src/device/cmsdk-watchdog.ts";
import { ctimerKind } from "../../src/device/ctimer.ts";
import type { DeviceKind, Width } from "../../src/device/device.ts";
import { flexcommKind } from "../../src/device/flexcomm.ts";
import { gpio } from "../../src/device/gpio.ts";
import { mpc } from "../../src/device/mpc.ts";
import { mps2FpgaioKind } from "../../src/device/mps2-fpgaio.ts";
import { mrtKind } from "../../src/device/mrt.ts";
import { ostimerKind } from "../../src/device/ostimer.ts";
import { pint } from "../../src/device/pint.ts";
import { rtcKind } from "../../src/device/rtc.ts";
import { sseSecctlKind } from "../../src/device/sse-secctl.ts";
import { sysconKind } from "../../src/device/syscon.ts";
import { utickKind } from "../../src/device/utick.ts";
import { wwdtKind } from "../../src/device/wwdt.ts";
import { type DeviceBench, deviceBench } from "../support/device-bench.ts";

interface Subject {
  readonly kind: DeviceKind;
  readonly clocks: Readonly<Record<string, number>>;
  /** Writes that make it do something, before the random ones. */
  readonly setUp: readonly (readonly [number, number])[];
  readonly signals: readonly string[];
  readonly ports: readonly string[];
}

const quiet = { setUp: [], signals: [], ports: [] };

const subjects: readonly Subject[] = [
  {
    kind: flexcommKind,
    clocks: { function: 12_000_000 },
    setUp: [
      [0xff8, 1],
      [0x20, 7],
      [0x28, 12],
      [0xe00, 3],
      [0xe08, 0x00020203],
      [0xe10, 0xf],
      [0, 0x5],
    ],
    signals: ["cts"],
    ports: ["rx", "rx-framing", "rx-break"],
  },
  {
    ...quiet,
    kind: ctimerKind,
    clocks: { function: 96_000_000 },
    setUp: [
      [0xc, 9],
      [0x18, 500],
      [0x1c, 900],
      [0x14, 0x1b],
      [0x3c, 0x30],
      [4, 1],
    ],
    signals: ["cap0", "cap1"],
  },
  {
    ...quiet,
    kind: mrtKind,
    clocks: { bus: 12_000_000 },
    setUp: [
      [8, 1],
      [0, 1000],
      [0x18, 3],
      [0x10, 7777],
    ],
  },
  { ...quiet, kind: utickKind, clocks: { function: 1_000_000 }, setUp: [[0, 0x80000063]], signals: ["cap2"] },
  {
    ...quiet,
    kind: wwdtKind,
    clocks: { function: 1_000_000 },
    setUp: [
      [4, 999],
      [0x14, 50],
      [0, 1],
      [8, 0xaa],
      [8, 0x55],
    ],
  },
  {
    ...quiet,
    kind: rtcKind,
    clocks: { osc32k: 32_768 },
    setUp: [
      [0, 0],
      [4, 1],
      [0, 0xc0],
      [0xc, 7],
    ],
  },
  {
    ...quiet,
    kind: ostimerKind,
    clocks: { osc32k: 32_768 },
    setUp: [
      [0x10, 33],
      [0x14, 0],
      [0x1c, 2],
    ],
  },
  {
    ...quiet,
    kind: pint("pint", 8),
    clocks: {},
    setUp: [
      [8, 0xff],
      [0x14, 0x0f],
    ],
    signals: ["pin0", "pin3", "pin7"],
  },
  { ...quiet, kind: gpio([0x20, 0]), clocks: {}, setUp: [[0x2000, 0xff]], signals: ["PIO0_9"], ports: ["PIO0_5"] },
  { ...quiet, kind: sysconKind, clocks: { "pll0-reference": 16_000_000 }, signals: ["pll0-power", "pll1-power"] },
  { ...quiet, kind: anactrlKind, clocks: {}, signals: ["xtal32m-power"] },
  {
    ...quiet,
    kind: cmsdkUartKind,
    clocks: { bus: 20_000_000 },
    setUp: [
      [0x10, 16],
      [8, 0x3f],
    ],
    ports: ["rx"],
  },
  {
    ...quiet,
    kind: cmsdkTimerKind,
    clocks: { bus: 20_000_000 },
    setUp: [
      [8, 999],
      [0, 9],
    ],
  },
  {
    ...quiet,
    kind: cmsdkDualtimerKind,
    clocks: { bus: 20_000_000 },
    setUp: [
      [8, 0xe0],
      [0, 777],
      [0x28, 0xe7],
      [0x20, 99],
    ],
  },
  {
    ...quiet,
    kind: cmsdkWatchdogKind,
    clocks: { function: 32_000 },
    setUp: [
      [0, 50],
      [8, 3],
    ],
  },
  { ...quiet, kind: mps2FpgaioKind, clocks: { bus: 20_000_000 }, setUp: [[0x1c, 9]] },
  { ...quiet, kind: sseSecctlKind, clocks: {}, signals: ["apbexp1-blocked", "mpc16"] },
  { ...quiet, kind: mpc(1 << 20), clocks: {}, setUp: [[0, 0x110]] },
];

type Step =
  | { readonly do: "pass"; readonly beats: number }
  | { readonly do: "write" | "read"; readonly register: number; readonly value: number; readonly width: Width }
  | { readonly do: "signal"; readonly which: number; readonly level: 0 | 1 }
  | { readonly do: "input"; readonly which: number; readonly bytes: readonly number[] }
  | { readonly do: "clock"; readonly hertz: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("pass" as const), beats: fc.integer({ min: 1, max: 3_000_000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("write" as const, "read" as const),
      register: fc.nat(),
      value: fc.oneof(fc.nat({ max: 0xff }), fc.integer({ min: 0, max: 0xffffffff })),
      width: fc.constantFrom<Width>(1, 2, 4, 4),
    }),
  },
  fc.record({ do: fc.constant("signal" as const), which: fc.nat(), level: fc.constantFrom<0 | 1>(0, 1) }),
  fc.record({
    do: fc.constant("input" as const),
    which: fc.nat(),
    bytes: fc.array(fc.nat({ max: 255 }), { maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant("clock" as const),
    hertz: fc.constantFrom(0, 32_768, 1_000_000, 12_000_000, 30_117_647),
  }),
);

/** Applies one step and returns what a guest would have seen of it. */
function apply(bench: DeviceBench, { kind, clocks, signals, ports }: Subject, one: Step): number {
  if (one.do === "pass") bench.pass(one.beats);
  if (one.do === "signal" && signals.length > 0) bench.device.signal?.(signals[one.which % signals.length]!, one.level);
  if (one.do === "input" && ports.length > 0)
    bench.device.input?.(ports[one.which % ports.length]!, Uint8Array.from(one.bytes));
  if (one.do === "clock") for (const name of Object.keys(clocks)) bench.setClock(name, one.hertz);
  if (one.do !== "read" && one.do !== "write") return 0;
  const { offset } = kind.registers[one.register % kind.registers.length]!;
  if (one.do === "read") return bench.read(offset, one.width);
  bench.write(offset, one.value, one.width);
  return 0;
}

const clockNow = (subject: Subject, steps: readonly Step[]): Record<string, number> => {
  const last = steps.findLast((one) => one.do === "clock");
  return last?.do !== "clock"
    ? { ...subject.clocks }
    : Object.fromEntries(Object.keys(subject.clocks).map((name) => [name, last.hertz]));
};

for (const subject of subjects) {
  test(`${subject.kind.name} continues from a copy of its block as if nothing had happened`, () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(step, { minLength: 1, maxLength: 40 }),
        (before, after) => {
          const original = deviceBench(subject.kind, { clocks: subject.clocks });
          for (const [offset, value] of subject.setUp) original.write(offset, value);
          for (const one of before) apply(original, subject, one);
          const copy = original.copy(clockNow(subject, before));
          const from = { outputs: original.outputs.length, gaps: original.gaps.length, resets: original.resets.length };
          for (const one of after)
            assert.is(apply(copy, subject, one), apply(original, subject, one), JSON.stringify(one));
          assert.equal(copy.outputs, original.outputs.slice(from.outputs));
          assert.equal(copy.gaps, original.gaps.slice(from.gaps));
          assert.equal(copy.resets, original.resets.slice(from.resets));
          assert.equal(copy.levels(), original.levels());
          assert.equal([...copy.deadlines].sort(), [...original.deadlines].sort());
          assert.equal(new Uint8Array(copy.memory), new Uint8Array(original.memory));
        },
      ),
      { numRuns: 60 },
    );
  });
}

test.run();
