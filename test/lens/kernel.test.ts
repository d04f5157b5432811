/** The threads of guests/kernel in the two-VM example, against GDB's reading of the same memory. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { loadHasher } from "../../src/base/hash.ts";
import type { Thread } from "../../src/lens/lens.ts";
import { threadsText } from "../../src/lens/sentence.ts";
import { callsOf } from "../../src/lens/thread-processor.ts";
import { hashedParts } from "../../src/machine/snapshot.ts";
import { askDebugger, linesOf, missingDebugger, writableMemory } from "../support/core-debugger.ts";
import { skipUnless } from "../support/skip.ts";
import { insideOf, type Stopped, startSystem } from "./guest-run.ts";

const example = "examples/two-vms";
const elf = "guests/kernel/kernel.elf";
/** Within either VM's slices, and around the kernel's ticks. */
const moments = [0.3, 0.512, 1.0004, 1.234, 1.2401, 2.005];
const hasher = await loadHasher();

const commands = `
set $i = 0
while $i < thread_count
  set $t = &threads[$i]
  set $w = $t->waits_for
  printf "THREAD %d %s %d %d %d %d %d %d\\n", $t, $t->name, $t == current_thread, $t->state, $t->priority, \\
    $t->wake_tick, $w, $t->stack_words * 4
  set $i = $i + 1
end
printf "TICKS %d\\n", tick_count
`;

/** Ticks of 20 ms, as kernel.h says. */
const tickSeconds = 0.02;

function worded({ id, name, state, priority, stack }: Thread): string {
  const running = state.kind === "running" ? 1 : 0;
  const number = { running: 1, ready: 1, sleeping: 2, waiting: 3 }[state.kind as string] ?? 0;
  return `${id} ${name} ${running} ${number} ${priority} ${stack?.sizeBytes}`;
}

/** The same of GDB's line; a thread that is about to switch away runs, whatever its state says already. */
function expected(line: string): string {
  const [id, name, current, state, priority, , , size] = line.split(" ");
  return `${id} ${name} ${current === "1" && state === "1" ? 1 : 0} ${state} ${priority} ${size}`;
}

const threadsAt = (stopped: Stopped): Thread[] => {
  const { lens, view } = insideOf(stopped, "kernel");
  return lens.threads(view);
};

const oracleTest = "the kernel's threads are what GDB reads, whichever VM is in";
if (skipUnless(missingDebugger === null, oracleTest, missingDebugger ?? "")) {
  test(oracleTest, async () => {
    const stopped = await startSystem(example);
    const inside = new Set<boolean>();
    for (const moment of moments) {
      stopped.runTo(moment);
      const { guest, lens, view } = insideOf(stopped, "kernel");
      inside.add(stopped.view.currentVm() === guest.index);
      const threads = lens.threads(view);
      const text = askDebugger(elf, writableMemory(stopped.machine), commands);
      const lines = linesOf(text, "THREAD");
      assert.equal(threads.map(worded), lines.map(expected), `at ${moment} s`);
      assert.ok(threads.length === 3, `three threads at ${moment} s`);
      for (const [i, { state }] of threads.entries()) {
        const [, , , , , wakeTick, waitsFor] = (lines[i] ?? "").split(" ").map(Number);
        if (state.kind === "sleeping") assert.is(Math.round((state.untilSeconds ?? 0) / tickSeconds), wakeTick);
        if (state.kind === "waiting") assert.is(state.on?.address, waitsFor);
      }
      const ticks = Math.round((lens.uptimeSeconds(view) ?? 0) / tickSeconds);
      assert.is(String(ticks), linesOf(text, "TICKS")[0]);
    }
    assert.equal([...inside].sort(), [false, true], "the moments lie within both VMs");
  });
}

test("a thread that sleeps or waits is in the call that its source makes, in or out of the processor", async () => {
  const stopped = await startSystem(example);
  for (const moment of [1.234, 1.2401]) {
    stopped.runTo(moment);
    const { lens, view } = insideOf(stopped, "kernel");
    const calls = lens.threads(view).map((thread) => {
      return callsOf(view, thread)
        .map((frame) => frame.function)
        .slice(-2)
        .join(" < ");
    });
    assert.equal(calls.slice(0, 2), ["thread_sleep < clock_thread", "semaphore_take < echo_thread"]);
    assert.match(calls[2] ?? "", /idle$/);
  }
});

test("the threads in a sentence say who wakes when, and what the others wait for", async () => {
  const stopped = await startSystem(example);
  stopped.runTo(2.5);
  const text = threadsText(threadsAt(stopped), () => null, "board");
  assert.is(text, "thread clock sleeps until 3.000 s, echo waits for semaphore received");
  const labelled = threadsText(threadsAt(stopped), () => null, "guest");
  assert.is(labelled, "thread clock sleeps until 3.000 s guest time, echo waits for semaphore received");
});

test("before its kernel has started a guest has no threads", async () => {
  const stopped = await startSystem(example);
  assert.equal(threadsAt(stopped), []);
});

test("looking at threads changes nothing of a run", async () => {
  const [watched, alone] = [await startSystem(example), await startSystem(example)];
  for (const moment of moments) {
    watched.runTo(moment);
    const { lens, view } = insideOf(watched, "kernel");
    for (const thread of lens.threads(view)) callsOf(view, thread);
  }
  alone.runTo(moments.at(-1) ?? 0);
  assert.is(hasher.hex(hashedParts(watched.machine)), hasher.hex(hashedParts(alone.machine)));
});

test.run();
