import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, pick, seeded } from "../../src/base/prng.ts";
import type { Instruction } from "../../src/isa/decode.ts";
import { decode, itstateAfter, rows } from "../../src/isa/decode.ts";
import { disassemble } from "../../src/isa/disassemble.ts";
import { randomInstruction } from "../../src/isa/fuzz.ts";

const objdump = "arm-none-eabi-objdump";

/** Rows that objdump (2.40) cannot be asked about, with the reason. */
const skipped: readonly (readonly [RegExp, string])[] = [
  [/^IT_T1$/, "objdump would put conditions on the words behind it; blocks have a test of their own"],
  [/^HINT_LDRSH_/, "an unallocated hint, which objdump writes as the load of PC that it is not"],
  [/^(MCRR|MRRC|STC|LDC|CDP|MCR|MRC)2?_T[12]$/, "objdump takes these for FPA, Maverick or vector instructions"],
  [/^VMOV_imm_T2$/, "objdump writes the eight bits of the encoding, not the number"],
];

type Rule = readonly [from: RegExp, to: string, why: string];

/** What we write differently on purpose. */
const ours: readonly Rule[] = [
  [/^mov r8, r8$/, "nop", "objdump writes the old no-operation so"],
  [/^b(\w\w)? 0x/, "b$1.n 0x", "the width is certain without the suffix"],
  [/^rsbs (r\d), (r\d), #0$/, "negs $1, $2", "one text per operation"],
  [/^rsb(s?)\.w/, "rsb$1", "`.w` tells it from the 16-bit form, which has the same text where the constant is 0"],
  [/^(lsl|lsr|asr|ror)(s?)\.w (\w+), (\w+), #/, "mov$2.w $3, $4, $1 #", "UAL names the shift"],
  [/^rrx(s?) (\w+), (\w+)$/, "mov$1.w $2, $3, rrx", "UAL names the shift"],
  [/^(msr) (?:apsr)_(?:g)(?:,)/, "$1 cpsr_s,", "the M profile's name"],
  [/^(msr) (?:apsr)_(?:nzcvq),/, "$1 cpsr_f,", "the M profile's name"],
  [/^(msr) (?:apsr)_(?:nzcvqg),/, "$1 cpsr_fs,", "the M profile's name"],
  [/^(msr \w+?)_(?:g|nzcvqg?),/, "$1,", "the mask has no effect outside APSR, but is part of the word"],
  [/^(mrs .*, |msr )xpsr/, "$1psr", "the manual's name"],
  [/^(mrs .*, )apsr$/, "$1cpsr", "the M profile's name"],
  [/^hint(\.w)? #(\d+)$/, "nop$1 {$2}", "UAL"],
  [/^vstmdb sp!, /, "vpush ", "one text per operation"],
  [/^vldmia sp!, /, "vpop ", "one text per operation"],
  [/^(bkpt|svc) #/, "$1 ", "UAL has the number sign"],
];
const theirs: readonly Rule[] = [
  [/^sevl$/, "nop {5}", "a hint of other profiles"],
  [/^bti$/, "nop.w {15}", "a hint of Armv8.1-M"],
  [/^pacbti$/, "nop.w {13}", "a hint of Armv8.1-M"],
  [/^pac r12, lr, sp$/, "nop.w {29}", "a hint of Armv8.1-M"],
  [/^aut r12, lr, sp$/, "nop.w {45}", "a hint of Armv8.1-M"],
  [/^esb$/, "nop.w {16}", "a hint of other profiles"],
  [/^tsb csync$/, "nop.w {18}", "a hint of other profiles"],
  [/^dfb$/, "dsb #12", "a name of other profiles"],
  [/^(d[ms]b) un(st)?$/, "$1 nsh$2", "the older of two names"],
  [/^bkpt 0x0*([0-9a-f]+)$/, "bkpt 0x$1", ""],
  // objdump 2.40 takes the immediate of this literal load for the unprivileged form.
  [/^(ldrh|ldrb|ldrsh|ldrsb|ldr)t (\w+), \[pc/, "$1.w $2, [pc", "there is no unprivileged literal load"],
];

const apply = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((changed, [from, to]) => changed.replace(from, to), text);

/** Both sides without comments, symbols, case, and with every decimal as it stands. */
function normalise(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[@;].*$/, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  // objdump leaves offsets of zero out, sometimes, and forgets the writeback of LDRD and STRD there.
  return plain
    .replace(/, #-?0\]/, "]")
    .replace(/, #-0$/, ", #0")
    .replace(/^([ls][dt]rd \w+, \w+, \[\w+\])!$/, "$1");
}

interface Sample {
  readonly name: string;
  readonly word: number;
  readonly address: number;
  readonly text: string;
}

interface Listing {
  readonly samples: Sample[];
  readonly halfwords: number[];
}

function append({ samples, halfwords }: Listing, instruction: Instruction, itstate: number): void {
  const { word, sizeBytes, encoding } = instruction;
  const pc = halfwords.length * 2;
  samples.push({ name: encoding.name, word, address: pc, text: disassemble(instruction, { pc, itstate }) });
  halfwords.push(...(sizeBytes === 2 ? [word] : [word >>> 16, word & 0xffff]));
}

const compared = rows.filter(({ encoding }) => !skipped.some(([name]) => name.test(encoding.name)));

/** Random words of every row, one behind the other from address 0. */
function listEveryRow(random: Random, perRow: number): Listing {
  const listing: Listing = { samples: [], halfwords: [] };
  for (const row of compared) {
    for (let round = 0; round < perRow; round++) {
      const instruction = randomInstruction(row, random, { pc: listing.halfwords.length * 2, itstate: 0 });
      if (instruction === null) break;
      append(listing, instruction, 0);
    }
  }
  return listing;
}

/** Rows whose texts differ by a listed deviation, or which objdump writes without a condition (BXNS, SG, TT, VLLDM). */
const withoutPlainText = new RegExp(
  "^((LSL|LSR|ASR|ROR)_imm_T2|RRX|ROR_imm|HINT|MOV_reg_T1|BKPT|SVC|B_T2|RSB_imm|[ML]?RS|MSR|LDRD|STRD" +
    "|VSTM_DB|VLDM_IA|D[MS]B)|_lit_",
);
const withoutCondition = /^(BXNS|BLXNS|SG|TT|VLLDM|VLSTM|CSDB|P?SSBB|DBG)_/;

/** IT blocks of every length with random instructions in them. */
function listBlocks(random: Random, blocks: number): Listing {
  const listing: Listing = { samples: [], halfwords: [] };
  const inner = compared.filter(
    ({ encoding }) => ![withoutPlainText, withoutCondition].some((names) => names.test(encoding.name)),
  );
  for (let block = 0; block < blocks; block++) {
    const mask = 1 + nextBelow(random, 15);
    const it = decode(0xbf00 | (nextBelow(random, 14) << 4) | mask, 0, { pc: 0, itstate: 0 });
    if ("undefined" in it) throw new Error(it.undefined);
    append(listing, it, 0);
    for (let itstate = itstateAfter(it, 0); itstate !== 0; ) {
      const place = { pc: listing.halfwords.length * 2, itstate };
      const instruction = randomInstruction(pick(random, inner), random, place);
      if (instruction === null) continue;
      append(listing, instruction, itstate);
      itstate = itstateAfter(instruction, itstate);
    }
  }
  return listing;
}

/** Address -> objdump's text. */
function askObjdump(halfwords: readonly number[]): Map<number, string> {
  const folder = mkdtempSync(join(tmpdir(), "chronovisor-isa-"));
  const file = join(folder, "words.bin");
  writeFileSync(file, Uint16Array.from(halfwords));
  const options = ["-D", "-b", "binary", "-m", "arm", "-M", "force-thumb,reg-names-std"];
  const output = execFileSync(objdump, [...options, file], { encoding: "utf8", maxBuffer: 2 ** 28 });
  rmSync(folder, { recursive: true });
  const texts = new Map<number, string>();
  for (const line of output.split("\n")) {
    const [, address, text] = /^\s*([0-9a-f]+):\t[0-9a-f ]+\t(.*)$/.exec(line) ?? [];
    if (address !== undefined && text !== undefined) texts.set(Number.parseInt(address, 16), text);
  }
  return texts;
}

/** What reads differently in objdump, deviations aside. */
function differences({ samples, halfwords }: Listing): string[] {
  const texts = askObjdump(halfwords);
  return samples.flatMap(({ name, word, address, text }) => {
    const mine = apply(normalise(text), ours).replace(
      /^bkpt (\d+)$/,
      (_, value) => `bkpt 0x${Number(value).toString(16)}`,
    );
    const other = apply(normalise(texts.get(address) ?? "nothing"), theirs);
    // SYSm values without a name are UNPREDICTABLE; objdump leaves them out or names registers of other profiles.
    if (mine === other || mine.includes("sysm_")) return [];
    return [`${name} ${word.toString(16)}: "${mine}", objdump "${other}"`];
  });
}

const run = spawnSync(objdump, ["--version"]).status === 0 ? test : test.skip;

run("random words of every row read as in GNU objdump, but for the listed deviations", () => {
  const seed = 40;
  const listing = listEveryRow(seeded(seed), 60);
  const found = differences(listing);
  assert.equal(found.slice(0, 30), [], `seed ${seed}: ${found.length} of ${listing.samples.length} differ`);
});

run("instructions in IT blocks carry the conditions that GNU objdump gives them", () => {
  const seed = 41;
  const listing = listBlocks(seeded(seed), 3000);
  const found = differences(listing);
  assert.equal(found.slice(0, 30), [], `seed ${seed}: ${found.length} of ${listing.samples.length} differ`);
});

test.run();
