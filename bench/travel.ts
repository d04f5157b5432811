/**
 * Question 6: on a run of 10^9 ticks, how long does it take to go somewhere, a step back, to the last write of a word.
 */
import { beatsPerSecond } from "../src/base/beat.ts";
import { nextUint32, seeded } from "../src/base/prng.ts";
import { findPrevious, type Hunt } from "../src/time/hunt.ts";
import { stepInstruction } from "../src/time/steps.ts";
import { openTimeline, type Timeline } from "../src/time/timeline.ts";
import { finish } from "../src/time/work.ts";
import { kernelElf, openWith } from "./engines.ts";
import { median, processorTime, type Row } from "./row.ts";

const totalTicks = 1_000_000_000;
const ramBase = 0x2000_0000;
const ramBytes = 0x40000;
const seekRounds = 100;
const stepRounds = 200;

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const worst = (values: readonly number[]): number => Math.max(...values);

function seekTimes(timeline: Timeline): number[] {
  const random = seeded(4);
  return Array.from({ length: seekRounds }, () => {
    const tick = Math.floor((nextUint32(random) / 2 ** 32) * totalTicks);
    return processorTime(() => void finish(timeline.seek({ tick })));
  });
}

function stepTimes(timeline: Timeline): number[] {
  finish(timeline.seek({ tick: Math.floor(totalTicks * 0.6) }));
  return Array.from({ length: stepRounds }, () => processorTime(() => void finish(stepInstruction(timeline, "back"))));
}

/** Milliseconds of searches for the last write before the end, of each address; the hit's share of history. */
function lastWrites(timeline: Timeline, addresses: readonly number[]): { times: number[]; found: number[] } {
  const times: number[] = [];
  const found: number[] = [];
  for (const address of addresses) {
    finish(timeline.seek({ tick: totalTicks }));
    const hunt: Hunt = { watchpoints: [{ address, sizeBytes: 4, kind: "write" }] };
    times.push(
      processorTime(() => {
        found.push(finish(findPrevious(timeline, hunt)).tick);
      }),
    );
  }
  return { times, found };
}

/** Words of RAM whose value stayed the same from some moment on, one for each stretch of history. */
function wordsByAge(timeline: Timeline): number[] {
  const { machine } = timeline;
  const wordsAt = (tick: number): Uint32Array => {
    finish(timeline.seek({ tick }));
    return new Uint32Array((machine.peek(ramBase, ramBytes) ?? new Uint8Array(ramBytes)).slice().buffer);
  };
  const last = wordsAt(totalTicks);
  const shares = [0.00001, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
  let later = last;
  const chosen: number[] = [];
  for (const share of shares.reverse()) {
    const now = wordsAt(Math.floor(totalTicks * share));
    const index = now.findIndex((word, at) => word !== later[at] && later[at] === last[at]);
    if (index >= 0) chosen.push(ramBase + 4 * index);
    later = now;
  }
  return [...new Set(chosen)];
}

/** Words that stay as they are in the four pages that are written most at the end. */
function quietNeighbours(timeline: Timeline): number[] {
  const { machine } = timeline;
  const wordsOfPage = 256;
  const read = (): Uint32Array =>
    new Uint32Array((machine.peek(ramBase, ramBytes) ?? new Uint8Array(ramBytes)).slice().buffer);
  finish(timeline.seek({ tick: totalTicks }));
  const last = read();
  const changes = new Map<number, number>();
  const changed = new Set<number>();
  let later = last;
  for (let round = 1; round < 40; round++) {
    finish(timeline.seek({ tick: totalTicks - round * 977 }));
    const now = read();
    now.forEach((word, index) => {
      if (word === later[index]) return;
      changed.add(index);
      const page = Math.floor(index / wordsOfPage);
      changes.set(page, (changes.get(page) ?? 0) + 1);
    });
    later = now;
  }
  const hottest = [...changes].sort((a, b) => b[1] - a[1]).slice(0, 4);
  return hottest.flatMap(([page]) => {
    const words = Array.from({ length: wordsOfPage }, (_, word) => page * wordsOfPage + word);
    const quiet = words.find((index) => !changed.has(index));
    return quiet === undefined ? [] : [ramBase + 4 * quiet];
  });
}

export async function travelRows(): Promise<Row[]> {
  const system = await openWith("two-vms", {
    baremetal: kernelElf("strings", "vm0", 1_000_000),
    kernel: kernelElf("integer", "vm1", 1_000_000),
  });
  const timeline = openTimeline(system);
  const first = processorTime(() => void finish(timeline.seek({ tick: totalTicks })));
  const seconds = timeline.now().beat / beatsPerSecond;
  const seeks = seekTimes(timeline);
  const steps = stepTimes(timeline);
  const words = wordsByAge(timeline);
  const { times, found } = lastWrites(timeline, words);
  const again = lastWrites(timeline, words).times;
  const beside = quietNeighbours(timeline);
  const hard = lastWrites(timeline, beside);
  const hardAgain = lastWrites(timeline, beside).times;
  const near = times.filter((_, index) => (found[index] ?? 0) > totalTicks - 2_000_000);
  const used = timeline.keyframes.usedBytes() / 2 ** 20;
  const share = Math.min(...found) / totalTicks;
  return [
    { question: "first run of 10^9 ticks", measured: `${(first / 1000).toFixed(1)} s`, target: "" },
    { question: "its length in virtual time", measured: `${seconds.toFixed(1)} s`, target: "" },
    { question: "seek to a random tick, median", measured: milliseconds(median(seeks)), target: "below 100 ms" },
    { question: "seek to a random tick, worst", measured: milliseconds(worst(seeks)), target: "below 500 ms" },
    { question: "step back by instruction, median", measured: milliseconds(median(steps)), target: "" },
    { question: "step back by instruction, worst", measured: milliseconds(worst(steps)), target: "below 20 ms" },
    {
      question: `last write of ${words.length} words, the oldest at ${(share * 100).toFixed(3)} % of history, worst`,
      measured: milliseconds(worst(times)),
      target: "below 3 s",
    },
    { question: "the same once more, worst", measured: milliseconds(worst(again)), target: "" },
    {
      question: `last write of ${beside.length} words beside ones that are written all the time, median`,
      measured: milliseconds(median(hard.times)),
      target: "below 3 s",
    },
    { question: "the same, worst", measured: milliseconds(worst(hard.times)), target: "below 3 s" },
    { question: "the same once more, worst", measured: milliseconds(worst(hardAgain)), target: "" },
    {
      question: "last write within 2 million ticks of the cursor, worst",
      measured: near.length === 0 ? "none" : milliseconds(worst(near)),
      target: "below 100 ms",
    },
    { question: "memory for keyframes", measured: `${used.toFixed(0)} MB`, target: "at most 256 MB" },
  ];
}
