/** Questions about a firmware in both security states, without any hypervisor: guests/worlds. */
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { diskFiles } from "../../src/system/files.ts";
import { openSystem } from "../../src/system/open.ts";
import { findNext } from "../../src/time/hunt.ts";
import { type Call, callChain } from "../../src/time/questions/calls.ts";
import { functionEntries } from "../../src/time/questions/place.ts";
import { lastCall } from "../../src/time/questions/search.ts";
import { mpuSetting, sauSetting } from "../../src/time/questions/setting.ts";
import { openTimeline, type Timeline } from "../../src/time/timeline.ts";
import { finish } from "../../src/time/work.ts";
import { root } from "../guests/example.ts";
import { seconds } from "./recorded-run.ts";

const image = (world: string): string => join(root, "guests/worlds", `${world}-lpc55s69.elf`);
const system = await openSystem(
  {
    path: image("secure"),
    board: "lpc55s69",
    loads: [{ file: image("nonsecure"), address: null }],
    images: [],
    overrides: [],
    semihosting: true,
  },
  diskFiles,
);

const entriesOf = (name: string): readonly number[] => {
  const entries = functionEntries(system, name);
  if ("problem" in entries) throw new Error(entries.problem);
  return entries;
};

/** At the first entry of a function. */
function standIn(name: string): Timeline {
  const timeline = openTimeline(system);
  const breakpoints = entriesOf(name).map((address) => ({ address }));
  const hit = finish(findNext(timeline, { breakpoints }));
  assert.is(hit.kind, "breakpoint", name);
  return timeline;
}

const told = ({ function: name, state, kind }: Call): string => `${kind} ${name} ${state}`;

test("a backtrace leads from Secure code through its gateway to the Non-secure caller and on to its caller", () => {
  const timeline = standIn("serve");
  const { frames } = callChain(system, timeline.machine);
  assert.equal(frames.slice(0, 3).map(told), [
    "stopped serve secure",
    "called gateway secure",
    "called work non-secure",
  ]);
  const outermost = frames.at(-1);
  assert.is(`${outermost?.state} ${outermost?.function}`, "secure start");
});

test("a backtrace leads from a Non-secure handler over its exception to the code that was interrupted", () => {
  const timeline = standIn("nonsecure-lpc55s69.elf:systick");
  const { frames } = callChain(system, timeline.machine);
  const interrupted = frames.find(({ kind }) => kind === "interrupted");
  assert.is(frames[0]?.function, "systick");
  assert.is(interrupted?.exception, 15);
  assert.is(interrupted?.state, "non-secure");
  assert.ok(frames.some(({ function: name, kind }) => name === "work" && kind !== "stopped"));
});

test("who set an SAU entry is the function that wrote it, at the tick of the write", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(0.05) }));
  const here = timeline.now();
  for (const index of [1, 3]) {
    const set = finish(sauSetting(timeline, index));
    assert.ok(
      set?.frames.some(({ function: name }) => name === "divide_board"),
      `entry ${index}`,
    );
    finish(timeline.seek({ tick: set?.tick ?? 0 }));
    const before = timeline.machine.core.cpu.sauRlar[index];
    finish(timeline.seek({ tick: (set?.tick ?? 0) + 1 }));
    assert.is.not(timeline.machine.core.cpu.sauRlar[index], before, `RLAR of entry ${index} changes there`);
    finish(timeline.seek(here));
  }
});

test("an MPU region that nobody has set says so", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(0.05) }));
  assert.is(finish(mpuSetting(timeline, "non-secure", 5)), null);
});

test("a call of a function that begins with a merged one has its arguments in registers", () => {
  const timeline = openTimeline(system);
  finish(timeline.seek({ beat: seconds(0.05) }));
  const found = finish(lastCall(timeline, entriesOf("serve")));
  assert.is(found?.arguments[1], 35);
});

test.run();
