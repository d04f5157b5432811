import { test } from "uvu";
import * as assert from "uvu/assert";
import { codeMapOf } from "../../src/time/code-map.ts";
import { stepInstruction, stepLine, stepOut } from "../../src/time/steps.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { openExample } from "../guests/example.ts";
import { record, reopen } from "./recorded-run.ts";

const system = await reopen((await record(await openExample("two-vms"), 0.4)).bytes);
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
  // The sixth leads into a thread that begins.
  assert.is(entries(true, 5), 0);
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

test.run();
