import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, seeded } from "../../src/base/prng.ts";
import { powerOn } from "../../src/system/power-on.ts";
import type { System } from "../../src/system/system.ts";
import { findNext, findPrevious, type Hit, type Hunt } from "../../src/time/hunt.ts";
import { createInputLog, recordedInputs } from "../../src/time/input.ts";
import { advance } from "../../src/time/session.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { hashOf, record, reopen, seconds, silent, typed } from "./recorded-run.ts";

const recorded = await record(await openExample("two-vms"), 2, [typed(0.3, "hello\n"), typed(1.2, "y\n")]);
const system = await reopen(recorded.bytes);
const ends = recorded.tick;

/** The same run without any timeline: the state at a tick, from the start. */
function freshAt(from: System, tick: number): string {
  const machine = powerOn(from, silent);
  advance(machine, createInputLog(recordedInputs(from)), { tick, beat: seconds(2) });
  return hashOf(machine);
}

const positionText = ({ tick, beat }: { tick: number; beat: number }): string => `tick ${tick}, beat ${beat}`;

test("seeking to any tick, in any order, finds the state that a fresh run has there", () => {
  const timeline = openTimeline(system);
  const random = seeded(7);
  for (let round = 0; round < 12; round++) {
    const tick = nextBelow(random, ends);
    const arrival = finish(timeline.seek({ tick }));
    assert.is(arrival.edge, null);
    assert.is(timeline.machine.tick(), tick);
    assert.is(hashOf(timeline.machine), freshAt(system, tick), `tick ${tick}`);
  }
});

test("with room for hardly any keyframe the states are the same and the bound is kept", () => {
  const limit = 900_000;
  const timeline = openTimeline(system, { keyframeBytes: limit });
  const random = seeded(8);
  for (let round = 0; round < 12; round++) {
    const tick = nextBelow(random, ends);
    finish(timeline.seek({ tick }));
    assert.is(hashOf(timeline.machine), freshAt(system, tick), `tick ${tick}`);
    const used = timeline.keyframes.usedBytes();
    assert.ok(used <= limit, `${used} bytes`);
  }
});

test("beyond an end of history the answer says so and the cursor stands there", () => {
  const timeline = openTimeline(system);
  const last = finish(timeline.seek({ beat: seconds(1000) }));
  assert.is(last.edge, "end");
  assert.is(last.tick, ends);
  assert.is(hashOf(timeline.machine), recorded.hash);
  const first = finish(timeline.seek({ beat: 0 }));
  assert.is(first.edge, "begin");
  assert.is(positionText(timeline.now()), positionText(timeline.begin()));
});

/** What a step-by-step run sees: program counters, a word, and its changes. */
interface Seen {
  readonly pcs: readonly number[];
  readonly values: readonly number[];
}

function walk(timeline: Timeline, from: number, to: number, address: number): Seen {
  const pcs: number[] = [];
  const values: number[] = [];
  for (let tick = from; tick <= to; tick++) {
    finish(timeline.seek({ tick }));
    pcs.push(timeline.machine.core.cpu.r[15] ?? 0);
    const bytes = timeline.machine.peek(address, 4);
    values.push(bytes === null ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  }
  return { pcs, values };
}

/** The word that changes most often in a stretch, as an address of RAM. */
function busyWord(from: number, to: number): number {
  const timeline = openTimeline(system);
  const counts = new Map<number, number>();
  const base = 0x20000000;
  let before = new Uint32Array(0);
  for (let tick = from; tick <= to; tick += 5) {
    finish(timeline.seek({ tick }));
    const ram = timeline.machine.peek(base, 0x40000) ?? new Uint8Array(0);
    const words = new Uint32Array(ram.slice().buffer);
    for (let index = 0; index < before.length; index++) {
      if (words[index] !== before[index]) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    before = words;
  }
  const [best = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return base + 4 * (best[0] ?? 0);
}

const window = { from: 80_000, to: 82_000 };
const word = busyWord(window.from, window.to);
const seen = walk(openTimeline(system), window.from, window.to, word);

/** Ticks at whose instruction the word gets another value. */
const changes = seen.values.flatMap((value, index) =>
  index > 0 && value !== seen.values[index - 1] ? [window.from + index - 1] : [],
);

const writes: Hunt = { watchpoints: [{ address: word, sizeBytes: 4, kind: "write" }] };

function collect(timeline: Timeline, hunt: Hunt, forward: boolean): Hit[] {
  const hits: Hit[] = [];
  const { from, to } = window;
  finish(timeline.seek({ tick: forward ? from : to }));
  for (;;) {
    const hit = finish(forward ? findNext(timeline, hunt) : findPrevious(timeline, hunt));
    if (hit.kind === "end" || hit.kind === "begin" || hit.tick < from || hit.tick >= to) return hits;
    hits.push(hit);
  }
}

test("every change of a word is found as a write, forward and backward, with the tick and pc before the access", () => {
  assert.ok(changes.length >= 3, `${changes.length} changes`);
  const timeline = openTimeline(system);
  const forward = collect(timeline, writes, true);
  const backward = collect(timeline, writes, false);
  const ticksOf = (hits: readonly Hit[]): number[] => [...new Set(hits.map(({ tick }) => tick))];
  assert.equal(ticksOf(backward).reverse(), ticksOf(forward));
  for (const tick of changes) assert.ok(ticksOf(forward).includes(tick), `the write at ${tick}`);
  for (const hit of forward) {
    if (hit.kind !== "access") return assert.unreachable(hit.kind);
    const index = hit.tick - window.from;
    assert.is(hit.pc, seen.pcs[index], `pc at ${hit.tick}`);
    if (hit.access.sizeBytes === 4) assert.is(hit.access.value, seen.values[index + 1], `value at ${hit.tick}`);
  }
});

test("after going back to a write the machine stands in front of it", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ tick: window.to }));
  const hit = finish(findPrevious(timeline, writes));
  assert.is(hit.kind, "access");
  assert.is(timeline.machine.tick(), hit.tick);
  assert.is(hashOf(timeline.machine), freshAt(system, hit.tick));
});

test("a breakpoint stops at exactly the moments at which its address is next, forward and backward", () => {
  const counts = new Map<number, number>();
  for (const pc of seen.pcs) counts.set(pc, (counts.get(pc) ?? 0) + 1);
  const [address] = [...counts].filter(([, count]) => count >= 3 && count <= 12).map(([pc]) => pc);
  assert.ok(address !== undefined);
  const expected = seen.pcs.flatMap((pc, index) => (pc === address ? [window.from + index] : []));
  const inside = expected.filter((tick) => tick > window.from && tick < window.to);
  const timeline = openTimeline(system);
  const hunt: Hunt = { breakpoints: [{ address: address ?? 0 }] };
  assert.equal(
    collect(timeline, hunt, true).map(({ tick }) => tick),
    inside,
  );
  const back = collect(timeline, hunt, false).map(({ tick }) => tick);
  assert.equal(
    back.reverse().filter((tick) => tick > window.from),
    inside,
  );
});

test("searching with breakpoints and watchpoints leaves the run as it was", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ tick: window.to }));
  finish(
    findPrevious(timeline, {
      ...writes,
      breakpoints: [{ address: seen.pcs[3] ?? 0 }],
      notes: 0x56,
      event: () => false,
    }),
  );
  finish(timeline.seek({ beat: seconds(1000) }));
  assert.is(hashOf(timeline.machine), recorded.hash);
});

test("a console line is found from both sides, and without running what is known", () => {
  const timeline = openTimeline(system);
  const hunt: Hunt = { event: ({ kind, fields }) => kind === "console" && String(fields.text).includes("SysTick") };
  const first = finish(findNext(timeline, hunt));
  assert.is(first.kind, "event");
  assert.is(positionText(timeline.now()), positionText(first));
  const second = finish(findNext(timeline, hunt));
  assert.ok(second.beat > first.beat);
  const again = finish(findPrevious(timeline, hunt));
  assert.is(positionText(again), positionText(first));
  assert.is(finish(findPrevious(timeline, hunt)).kind, "begin");
});

test("exceptions and switches of world are found with their notes, backward as forward", () => {
  for (const [kind, notes] of [
    ["exception", 1 << 1],
    ["exception-return", 1 << 2],
    ["switch", 0],
  ] as const) {
    const timeline = openTimeline(system);
    const hunt: Hunt = { event: (event) => event.kind === kind, notes };
    finish(timeline.seek({ tick: 80_000 }));
    const forward = [1, 2, 3, 4].map(() => finish(findNext(timeline, hunt)));
    const back = [1, 2, 3].map(() => finish(findPrevious(timeline, hunt)));
    assert.equal(back.map(positionText), forward.slice(0, 3).reverse().map(positionText), kind);
  }
});

test("a condition is found at the tick at which it begins to hold", () => {
  const timeline = openTimeline(system);
  const target = seen.values[changes[1] === undefined ? 0 : changes[1] - window.from + 1] ?? 0;
  const condition: Hunt["condition"] = (machine) => {
    const bytes = machine.peek(word, 4);
    return bytes !== null && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === target;
  };
  const begins = seen.values.flatMap((value, index) =>
    index > 0 && value === target && seen.values[index - 1] !== target ? [window.from + index] : [],
  );
  finish(timeline.seek({ tick: window.from }));
  assert.is(finish(findNext(timeline, { condition })).tick, begins[0]);
  finish(timeline.seek({ tick: window.to }));
  assert.is(finish(findPrevious(timeline, { condition })).tick, begins.at(-1));
});

test("a search asked again, after keyframes have come and gone, finds what a new timeline finds", () => {
  const quiet: Hunt = { watchpoints: [{ address: word & ~0x3ff, sizeBytes: 4, kind: "write" }] };
  const timeline = openTimeline(system, { keyframeBytes: 900_000 });
  const random = seeded(9);
  for (let round = 0; round < 10; round++) {
    const tick = nextBelow(random, ends);
    for (const hunt of [quiet, writes]) {
      finish(timeline.seek({ tick }));
      const found = finish(findPrevious(timeline, hunt));
      const fresh = openTimeline(system);
      finish(fresh.seek({ tick }));
      assert.is(positionText(found), positionText(finish(findPrevious(fresh, hunt))), `before tick ${tick}`);
    }
  }
});

test("a search stops at its bound, and an interrupted one back leaves the cursor where it was", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(0.5) }));
  const here = positionText(timeline.now());
  const never: Hunt = { breakpoints: [{ address: 2 }] };
  const bounded = finish(findPrevious(timeline, never, { to: { tick: 0, beat: seconds(0.3) } }));
  assert.is(bounded.kind, "bound");
  assert.is(timeline.now().beat, seconds(0.3));
  finish(timeline.seek({ beat: seconds(0.5) }));
  assert.is(
    finish(findPrevious(timeline, never), () => true),
    null,
  );
  assert.is(positionText(timeline.now()), here);
});

test("a search forward ends at a bound where everybody sleeps, whatever it looks for, and finds what is before", () => {
  const timeline = openTimeline(system);
  const hunts: readonly Hunt[] = [
    { breakpoints: [{ address: 2 }] },
    { event: ({ fields }) => fields.text === "no such text" },
    { watchpoints: [{ address: 0x20043ff0, sizeBytes: 4, kind: "write" }] },
  ];
  for (const second of [0.335, 0.335, 1]) {
    for (const hunt of hunts) {
      const steps = { left: 1000 };
      finish(timeline.seek({ beat: seconds(0.3) }));
      // As the shell asks: whatever happens at that moment still counts.
      const to = { tick: Number.MAX_SAFE_INTEGER, beat: seconds(second) };
      const hit = finish(findNext(timeline, hunt, { to }), () => steps.left-- === 0);
      assert.is(hit?.kind, "bound", `${second} s`);
      assert.is(timeline.now().beat, seconds(second));
    }
  }
  const wanted: Hunt = { event: ({ kind }) => kind === "switch" };
  finish(timeline.seek({ beat: seconds(0.3) }));
  const free = finish(findNext(timeline, wanted));
  finish(timeline.seek({ beat: seconds(0.3) }));
  const bounded = finish(findNext(timeline, wanted, { to: { tick: Number.MAX_SAFE_INTEGER, beat: free.beat + 1 } }));
  assert.is(positionText(bounded), positionText(free));
});

test.run();
