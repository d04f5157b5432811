import { test } from "uvu";
import * as assert from "uvu/assert";
import { noteKinds } from "../../src/machine/notes.ts";
import { powerOn } from "../../src/system/power-on.ts";
import { codeMapOf } from "../../src/time/code-map.ts";
import { findNext } from "../../src/time/hunt.ts";
import { createInputQueue } from "../../src/time/input.ts";
import { isPlace, placeOf } from "../../src/time/questions/place.ts";
import { advance } from "../../src/time/session.ts";
import { stepEvent, stepInstruction, stepLine, stepOut, stepSlice } from "../../src/time/steps.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { record, reopen, seconds, silent } from "./recorded-run.ts";

const system = await reopen((await record(await openExample("two-vms"), 2.4)).bytes);
const code = codeMapOf(system);
/** The kernel guest sets up its tasks from here on. */
const startTick = 80_100;

const pcOf = ({ machine }: Timeline): number => machine.core.cpu.r[15] ?? 0;
const text = ({ tick, beat }: { tick: number; beat: number }): string => `${tick}/${beat}`;
const functionOf = (timeline: Timeline): number | null => code.functionAt(pcOf(timeline));
const depthOf = (timeline: Timeline): number => timeline.machine.core.cpu.r[13] ?? 0;

function standAt(tick: number): Timeline {
  const timeline = openTimeline(system);
  finish(timeline.seek({ tick }));
  return timeline;
}

test("instruction steps back undo instruction steps forward, over exceptions and services too", () => {
  const timeline = standAt(startTick);
  const there: string[] = [];
  for (let count = 0; count < 400; count++) {
    there.push(`${text(timeline.now())} ${pcOf(timeline)}`);
    finish(stepInstruction(timeline, "forward"));
  }
  const back = new Set<string>();
  for (let count = 0; count < 500 && timeline.now().tick > startTick; count++) {
    finish(stepInstruction(timeline, "back"));
    back.add(`${text(timeline.now())} ${pcOf(timeline)}`);
  }
  for (const one of there) assert.ok(back.has(one), one);
});

test("line steps forward stop where another line begins, and steps back retrace them", () => {
  const timeline = standAt(startTick);
  finish(stepLine(timeline, code, "forward", false));
  const stops = [text(timeline.now())];
  for (let count = 0; count < 25; count++) {
    const before = code.lineAt(pcOf(timeline));
    const arrival = finish(stepLine(timeline, code, "forward", false));
    assert.is(arrival.edge, null);
    assert.is.not(code.lineAt(pcOf(timeline)), before);
    stops.push(text(timeline.now()));
  }
  const back = [text(timeline.now())];
  for (let count = 0; count < 25; count++) {
    finish(stepLine(timeline, code, "back", false));
    back.push(text(timeline.now()));
  }
  assert.equal(back.reverse(), stops);
});

test("steps into lines enter functions, steps over them never do", () => {
  const entries = (over: boolean, steps: number): number => {
    const timeline = standAt(startTick);
    let count = 0;
    for (let step = 0; step < steps; step++) {
      finish(stepLine(timeline, code, "forward", over));
      if (functionOf(timeline) === pcOf(timeline)) count += 1;
    }
    return count;
  };
  assert.ok(entries(false, 12) > 0);
  assert.is(entries(true, 11), 0);
});

test("stepping out leads to the caller, behind the call; stepping out back leads in front of it", () => {
  const timeline = standAt(startTick);
  const inner = functionOf(timeline);
  const caller = code.callerOf(timeline.machine);
  assert.ok(caller !== null);
  const here = timeline.now();
  finish(stepOut(timeline, code, "forward"));
  assert.is(pcOf(timeline), (caller?.address ?? 0) & ~1);
  assert.is(depthOf(timeline), caller?.stackPointer);
  finish(timeline.seek(here));
  finish(stepOut(timeline, code, "back"));
  assert.is.not(functionOf(timeline), inner);
  assert.is(depthOf(timeline), caller?.stackPointer);
  const call = pcOf(timeline);
  assert.ok(call < ((caller?.address ?? 0) & ~1) && call >= ((caller?.address ?? 0) & ~1) - 4);
});

test("a step back over a function that ends in a jump to another one leads to its call", async () => {
  const story = await reopen((await record(await openExample("early-memset"), 0.2)).bytes);
  const [image] = story.images;
  const entryOf = (name: string): number => (image?.image.symbols.named(name)?.address ?? 0) & ~1;
  const map = codeMapOf(story);
  const timeline = openTimeline(story);
  finish(findNext(timeline, { breakpoints: [{ address: entryOf("early_memset") }] }));
  finish(stepOut(timeline, map, "back"));
  const depth = depthOf(timeline);
  const line = map.lineAt(pcOf(timeline));
  finish(stepLine(timeline, map, "back", true));
  assert.is(map.functionAt(pcOf(timeline)), entryOf("fill_stacks"));
  assert.is(depthOf(timeline), depth);
  assert.is.not(map.lineAt(pcOf(timeline)), line);
  finish(stepLine(timeline, map, "forward", false));
  assert.is(pcOf(timeline), entryOf("announce"));
});

const addressOf = (name: string): number => {
  const place = placeOf(system, name);
  if (!isPlace(place)) throw new Error(place.problem);
  return place.address;
};

test("a step over a call that blocks arrives in the same thread, past all that ran meanwhile, and leads back", () => {
  const timeline = standAt(80_112);
  const thread = code.threadOf(timeline.machine);
  assert.ok(thread !== 0, "a thread runs");
  const before = { ...timeline.now(), line: code.lineAt(pcOf(timeline)) };
  finish(stepLine(timeline, code, "forward", true));
  const after = timeline.now();
  assert.is(code.threadOf(timeline.machine), thread);
  assert.ok(after.beat - before.beat > seconds(0.9), "the thread sleeps for a second");
  finish(stepLine(timeline, code, "back", true));
  assert.is(text(timeline.now()), text(before));
  assert.is(code.lineAt(pcOf(timeline)), before.line);
});

test("a line step back from the first line of a thread stays there and says that it begins there", () => {
  const timeline = openTimeline(system);
  const entry = addressOf("kernel:idle");
  finish(findNext(timeline, { breakpoints: [{ address: entry }] }));
  const thread = code.threadOf(timeline.machine);
  finish(stepInstruction(timeline, "forward"));
  const arrival = finish(stepLine(timeline, code, "back", false));
  assert.is(arrival.edge, "begin");
  assert.is(code.threadOf(timeline.machine), thread);
  assert.is(pcOf(timeline), entry);
});

test("steps by slice and by event stop at each switch and each exception that a run forward tells, both ways", () => {
  const told = { switches: 0, exceptions: 0 };
  const machine = powerOn(system, {
    ...silent,
    moment(kind) {
      if (kind === "switch" || kind === "vm-entry") told.switches += 1;
      if (kind === "exception") told.exceptions += 1;
    },
  });
  machine.core.scratch.noteMask = 1 << noteKinds.exceptionEntry;
  // The first VM is in when history begins.
  told.switches = 0;
  advance(machine, createInputQueue(), { beat: seconds(0.45) });
  assert.ok(told.switches > 3 && told.exceptions > told.switches);
  const count = (step: (timeline: Timeline) => { readonly kind: string }): number => {
    const timeline = openTimeline(system);
    let hits = 0;
    while (step(timeline).kind === "event" && timeline.now().beat < seconds(0.45)) hits += 1;
    return hits;
  };
  assert.is(
    count((timeline) => finish(stepSlice(timeline, "forward"))),
    told.switches,
  );
  assert.is(
    count((timeline) => finish(stepEvent(timeline, ["exception"], "forward"))),
    told.exceptions,
  );
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(0.4) }));
  const stops = [1, 2, 3].map(() => text(finish(stepSlice(timeline, "forward"))));
  const back = [1, 2].map(() => text(finish(stepSlice(timeline, "back"))));
  assert.equal(back, stops.slice(0, 2).reverse());
});

test("where the processor stands for good a step lets no time pass, live and in a recording", async () => {
  const faulty = await openExample("faults/device-not-granted");
  for (const system of [faulty, await reopen((await record(faulty, 2)).bytes)]) {
    const timeline = openTimeline(system);
    const step = (direction: "forward" | "back") => finish(stepInstruction(timeline, direction));
    finish(timeline.seek({ tick: 56_354 }));
    const before = timeline.now();
    const end = step("forward");
    assert.is(end.edge, "end");
    assert.ok(end.beat > before.beat && end.beat - before.beat < seconds(0.000_01), `${end.beat - before.beat} beats`);
    assert.equal(step("forward"), end);
    assert.equal(timeline.now(), { tick: end.tick, beat: end.beat });
    finish(timeline.seek({ beat: seconds(0.9) }));
    assert.is(step("forward").beat, seconds(0.9), "and none passes backward");
    assert.equal({ ...step("back"), edge: null, stop: null }, { ...before, edge: null, stop: null });
  }
});

test.run();
