import { test } from "uvu";
import * as assert from "uvu/assert";
import { skipUnless } from "../support/skip.ts";
import { campaign, type Tally } from "./campaign.ts";
import { type Case, caseOf } from "./case.ts";
import { differences, recordAt } from "./compare.ts";
import { runHere } from "./here.ts";
import { codesOf, imageFor, imageOf } from "./image.ts";
import { inputWords, recordWord } from "./layout.ts";
import { type Peer, peers } from "./peers.ts";
import { findingLines } from "./report.ts";

/** Without these, the same cases run every time; `npm run fuzz:ci` draws a fresh seed and prints it. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);
const count = Number(process.env.FUZZ_COUNT ?? 30_000);
const shown = 3;

function complaint({ findings }: Tally, peer: Peer): string {
  const lines = findings.slice(0, shown).flatMap((finding) => findingLines(finding, peer.name));
  return [...lines, `${findings.length} cases differ; npm run fuzz -- --seed ${seed} shrinks them`].join("\n");
}

for (const peer of peers) {
  const name = `generated cases of seed ${seed}, ${count} executed instructions, end here as in ${peer.name}`;
  const missing = peer.missing();
  if (!skipUnless(missing === null, name, missing ?? "")) continue;
  test(name, async () => {
    const tally = await campaign(peer, seed, count, () => {});
    assert.ok(tally.instructions >= count, `${tally.instructions} instructions are fewer than ${count}`);
    if (tally.findings.length > 0) assert.unreachable(complaint(tally, peer));
  });
}

/** Our own engine in the other side's place, with something wrong: what `spoil` does to the record of each case. */
function wrongPeer(spoil: (one: Case, record: Uint32Array) => void): Peer {
  return {
    name: "wrong",
    missing: () => null,
    adapt: (code) => code,
    run(image) {
      const run = runHere(image);
      image.cases.forEach((one, index) => {
        spoil(one, recordAt(run.records, index));
      });
      return Promise.resolve(run);
    },
  };
}

const usesRow = ({ code }: Case, name: string): boolean => code.placed.some(({ row }) => row?.encoding.name === name);

test("an engine whose ADD is wrong in one bit is caught, in cases with that instruction and in no others", async () => {
  const row = "ADD_reg_T1";
  const r7 = recordWord("r7");
  const peer = wrongPeer((one, record) => {
    if (usesRow(one, row)) record[r7] = (record[r7] ?? 0) ^ 1;
  });
  const { findings } = await campaign(peer, 1, 1, () => {});
  assert.ok(findings.length > 0, "nobody noticed");
  assert.ok(findings.every(({ one }) => usesRow(one, row)));
});

test("one wrong bit in any word of a record is a difference, unless the manual leaves that word open", () => {
  const image = imageFor(2, 0, 64);
  const { records } = runHere(image);
  const open = new Set(["mmfar", "bfar", "sfar", "mmfar_ns", "fpcar", "fpcar_ns"].map(recordWord));
  for (const [index, one] of image.cases.entries()) {
    const record = recordAt(records, index);
    const stacking = (record[recordWord("cfsr_ns")] ?? 0) & 0x10_1010;
    if (one.code.open !== null || (record[recordWord("cfsr")] ?? 0) !== 0 || stacking !== 0) continue;
    for (let word = 0; word < recordWord("s31") + 1; word++) {
      if (open.has(word)) continue;
      const wrong = record.slice();
      wrong[word] = ((wrong[word] ?? 0) ^ 0x10) >>> 0;
      assert.ok(differences(one, record, wrong).length > 0, `case ${one.number}, word ${word}`);
    }
  }
});

test("a case is the same whenever it is made, alone or in its image", () => {
  const image = imageFor(3, 0, 200);
  for (const number of [0, 5, 199]) assert.equal(caseOf(3, number), image.cases[number]);
});

test("a case without branches counts as many instructions as lie before the place where it ends", () => {
  const straight = (one: Case): boolean =>
    one.code.placed.every(
      ({ row }) => row === null || row.encoding.operation.class === "alu" || row.encoding.name === "NOP_T1",
    );
  const found = imageFor(4, 0, 2000).cases.filter((one) => one.code.placed.length > 2 && straight(one));
  assert.ok(found.length > 0);
  for (const secure of [true, false]) {
    const one = found.find(({ code, input }) => code.world.secure === secure && input[inputWords.cpacr] !== 0);
    assert.ok(one);
    assert.is(runHere(imageOf(codesOf(one.seed, one.number), [one])).executed[0], one.code.placed.length - 1);
  }
});

test.run();
