/** Runs images one after the other and collects what disagrees. */
import type { Case } from "./case.ts";
import { differences, recordAt } from "./compare.ts";
import { codesOf, type Image, imageFor, imageOf } from "./image.ts";
import { casesPerImage } from "./layout.ts";
import { type Peer, runBoth, stillRunning } from "./peers.ts";
import type { Finding } from "./report.ts";

export interface Tally {
  cases: number;
  /** Instructions that these cases have executed; those of the harness do not count. */
  instructions: number;
  ticks: number;
  readonly findings: Finding[];
  /** Cases that bring both machines to a stand, or one where the manual leaves open what runs: nobody can judge. */
  readonly setAside: number[];
  /** Cases at which the other side stood still once, and went on when it was started again from there. */
  readonly stalls: number[];
}

export const emptyTally = (): Tally => ({
  cases: 0,
  instructions: 0,
  ticks: 0,
  findings: [],
  setAside: [],
  stalls: [],
});

/** Compares `cases`, which follow one another, of an image with these codes. */
async function compareCases(peer: Peer, image: Image, tally: Tally, isAgain = false): Promise<void> {
  const { cases } = image;
  const [here, there] = await runBoth(peer, image);
  const done = Math.min(
    here.trouble === null ? cases.length : here.done,
    there.trouble === null ? cases.length : there.done,
  );
  for (const [index, one] of cases.slice(0, done).entries()) {
    if (there.judged !== undefined && !there.judged.has(index)) continue;
    tally.instructions += here.executed[index] ?? 0;
    const [mine, theirs] = [recordAt(here.records, index), recordAt(there.records, index)];
    tally.cases++;
    if (differences(one, mine, theirs).length > 0) tally.findings.push({ one, here: mine, there: theirs, note: null });
  }
  tally.ticks += here.ticks;
  const stopped = cases[done];
  if (stopped === undefined) return;
  const standsStill = here.trouble === null && there.trouble === stillRunning;
  if (standsStill && !isAgain) {
    tally.stalls.push(stopped.number);
    return compareCases(peer, rest(image, done), tally, true);
  }
  const standsHere = here.trouble !== null && here.done === done;
  const standsThere = there.trouble !== null && there.done === done;
  // A word that only one side executes may lead that side anywhere.
  if ((standsHere && standsThere) || stopped.code.open !== null) tally.setAside.push(stopped.number);
  else {
    const note = standsHere ? `here: ${here.trouble}` : `${peer.name}: ${there.trouble}`;
    tally.findings.push({ one: stopped, here: null, there: null, note });
  }
  if (done + 1 < cases.length) await compareCases(peer, rest(image, done + 1), tally);
}

/** The same image from case `from` on. */
const rest = ({ codes, cases }: Image, from: number): Image => imageOf(codes, cases.slice(from));

/** Whole images from number `first` on until `count` instructions have been compared. */
export async function campaign(peer: Peer, seed: number, count: number, after: (tally: Tally) => void): Promise<Tally> {
  const tally = emptyTally();
  for (let image = 0; tally.instructions < count; image++) {
    await compareCases(peer, imageFor(seed, image * casesPerImage, casesPerImage, peer.adapt), tally);
    after(tally);
  }
  return tally;
}

/** One case by itself; null when both sides agree. */
export async function judge(
  peer: Peer,
  one: Case,
  codes = codesOf(one.seed, one.number, peer.adapt),
): Promise<Finding | null> {
  const [here, there] = await runBoth(peer, imageOf(codes, [one]));
  const trouble = there.trouble === null ? null : `${peer.name}: ${there.trouble}`;
  if (here.trouble !== null) return { one, here: null, there: null, note: `here: ${here.trouble}` };
  if (trouble !== null) return { one, here: null, there: null, note: trouble };
  const [mine, theirs] = [recordAt(here.records, 0), recordAt(there.records, 0)];
  return differences(one, mine, theirs).length === 0 ? null : { one, here: mine, there: theirs, note: null };
}
