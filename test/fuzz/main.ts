/** `npm run fuzz`: generated cases here and in QEMU. test/fuzz/README.md tells how it works. */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { campaign, judge, type Tally } from "./campaign.ts";
import { caseOf, codeOf } from "./case.ts";
import { cover, coverageLines } from "./coverage.ts";
import { codesOf } from "./image.ts";
import { codeLines, inputLines } from "./listing.ts";
import { type Peer, peers } from "./peers.ts";
import { type Finding, findingLines, findingSummary } from "./report.ts";
import { shrink } from "./shrink.ts";

const exits = { agree: 0, disagree: 1, usage: 2, noPeer: 5 } as const;
const usage = `usage: npm run fuzz -- [--seed N] [--count N] [--against qemu|unicorn] [--case N] [--coverage]
  --seed N       what all cases follow from (default: a fresh one, which is printed)
  --count N      instructions to compare (default 300000)
  --against P    whom to compare with: qemu, or unicorn
  --case N       only this case, and all that is to be said of it
  --coverage     what the cases reach and, by name, what not; in our engine alone
`;
const shownFindings = 5;
const listedFindings = 40;
/** Instructions between two lines of a long run. */
const toldEvery = 2_500_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Wish {
  readonly seed: number;
  readonly count: number;
  readonly peer: Peer;
  readonly number: number | null;
  readonly coverage: boolean;
}

function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text.replaceAll("_", ""));
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`"${text}" is no whole number`);
  return value;
}

function readWish(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string" },
      count: { type: "string" },
      against: { type: "string" },
      case: { type: "string" },
      coverage: { type: "boolean", default: false },
    },
  });
  const peer = peers.find(({ name }) => name === (values.against ?? "qemu"));
  if (peer === undefined)
    throw new Error(`--against ${values.against}: one of ${peers.map(({ name }) => name).join(", ")}`);
  return {
    seed: whole(values.seed, randomInt(2 ** 31)),
    count: whole(values.count, 300_000),
    peer,
    number: values.case === undefined ? null : whole(values.case, 0),
    coverage: values.coverage,
  };
}

/** The smallest case that still disagrees; as it was where it agrees when it is alone. */
async function smallest(peer: Peer, finding: Finding): Promise<Finding> {
  const { one } = finding;
  const codes = codesOf(one.seed, one.number, peer.adapt);
  if ((await judge(peer, one, codes)) === null)
    return { ...finding, note: "alone, both agree: what ran before it counts" };
  const small = await shrink(one, async (candidate) => (await judge(peer, candidate, codes)) !== null);
  return (await judge(peer, small, codes)) ?? finding;
}

async function tellFindings({ findings, setAside, stalls }: Tally, peer: Peer): Promise<void> {
  for (const finding of findings.slice(0, shownFindings))
    for (const line of findingLines(await smallest(peer, finding), peer.name)) say(line);
  const others = findings.slice(shownFindings).map(({ one }) => one.number);
  if (others.length > 0)
    say(`and cases ${others.slice(0, listedFindings).join(", ")}${others.length > listedFindings ? ", ..." : ""}`);
  if (stalls.length > 0) say(`${peer.name} stood still once, and was started again, at: ${stalls.join(", ")}`);
  if (setAside.length > 0) say(`set aside, because the machine stands still in them: ${setAside.join(", ")}`);
}

async function runCampaign({ seed, count, peer }: Wish): Promise<number> {
  say(`seed ${seed}, against ${peer.name}`);
  let [told, named] = [0, 0];
  const tally = await campaign(peer, seed, count, ({ cases, instructions, findings }) => {
    for (const finding of findings.slice(named)) if (count > toldEvery) say(findingSummary(finding));
    named = findings.length;
    const so = `${cases} cases, ${instructions} instructions, ${findings.length} differ`;
    if (process.stderr.isTTY) process.stderr.write(`\r${so}`);
    if (instructions - told < toldEvery) return;
    told = instructions;
    say(`so far ${so}`);
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  await tellFindings(tally, peer);
  const { cases, instructions, findings } = tally;
  say(`${cases} cases, ${instructions} instructions, ${findings.length} differ (seed ${seed}, ${peer.name})`);
  return findings.length === 0 ? exits.agree : exits.disagree;
}

async function runCase({ seed, peer }: Wish, number: number): Promise<number> {
  const one = caseOf(seed, number, peer.adapt(codeOf(seed, number)));
  const finding = await judge(peer, one);
  if (finding === null) {
    for (const line of [...codeLines(one.code), ...inputLines(one)]) say(line);
    say(`case ${number} of seed ${seed}: ${peer.name} and we agree`);
    return exits.agree;
  }
  for (const line of findingLines(await smallest(peer, finding), peer.name)) say(line);
  return exits.disagree;
}

async function main(): Promise<number> {
  let wish: Wish;
  try {
    wish = readWish(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}`);
    return exits.usage;
  }
  if (wish.coverage) {
    say(`seed ${wish.seed}, here alone`);
    for (const line of coverageLines(cover(wish.seed, wish.count))) say(line);
    return exits.agree;
  }
  const missing = wish.peer.missing();
  if (missing !== null) {
    say(`nothing was compared: ${missing}`);
    return exits.noPeer;
  }
  return wish.number === null ? runCampaign(wish) : runCase(wish, wish.number);
}

process.exitCode = await main();
