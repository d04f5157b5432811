/** What generated cases have reached: rows, bits of the fault status registers, transitions between states. */
import { rows } from "../../src/isa/decode.ts";
import type { Case } from "./case.ts";
import { recordAt } from "./compare.ts";
import { runHere } from "./here.ts";
import { imageFor } from "./image.ts";
import { casesPerImage, recordWindow, recordWord, windowBytes } from "./layout.ts";

export interface Coverage {
  readonly rows: Set<string>;
  readonly syndromes: Set<string>;
  /** How often each `from -> to`. */
  readonly transitions: Map<string, number>;
}

const cfsrBits: readonly (readonly [string, number])[] = [
  ...([
    ["IACCVIOL", 0],
    ["DACCVIOL", 1],
    ["MUNSTKERR", 3],
    ["MSTKERR", 4],
    ["MLSPERR", 5],
  ] as const),
  ...([
    ["MMARVALID", 7],
    ["IBUSERR", 8],
    ["PRECISERR", 9],
    ["IMPRECISERR", 10],
    ["UNSTKERR", 11],
  ] as const),
  ...([
    ["STKERR", 12],
    ["LSPERR", 13],
    ["BFARVALID", 15],
    ["UNDEFINSTR", 16],
    ["INVSTATE", 17],
  ] as const),
  ...([
    ["INVPC", 18],
    ["NOCP", 19],
    ["STKOF", 20],
    ["UNALIGNED", 24],
    ["DIVBYZERO", 25],
  ] as const),
];
const sfsrBits = [
  ...([
    ["INVEP", 0],
    ["INVIS", 1],
    ["INVER", 2],
    ["AUVIOL", 3],
    ["INVTRAN", 4],
    ["LSPERR", 5],
  ] as const),
  ...([
    ["SFARVALID", 6],
    ["LSERR", 7],
  ] as const),
];
const hfsrBits = [
  ["VECTTBL", 1],
  ["FORCED", 30],
  ["DEBUGEVT", 31],
] as const;
const isBanked = (bit: number): boolean => bit < 8 || bit >= 16;

/** Register in a record, its name, and its bits. */
const registers = [
  { word: recordWord("cfsr"), name: "CFSR_S", bits: cfsrBits },
  { word: recordWord("cfsr_ns"), name: "CFSR_NS", bits: cfsrBits.filter(([, bit]) => isBanked(bit)) },
  { word: recordWord("sfsr"), name: "SFSR", bits: sfsrBits },
  { word: recordWord("hfsr"), name: "HFSR", bits: hfsrBits },
];

export const allSyndromes: readonly string[] = registers.flatMap(({ name, bits }) =>
  bits.map(([bit]) => `${name}.${bit}`),
);
export const allRows: readonly string[] = rows.map(({ encoding }) => encoding.name);

/** Rows that a case has surely executed: those before the place where it ends, as long as nothing branches. */
function reachedRows(one: Case, record: Uint32Array): string[] {
  const { world, placed } = one.code;
  const frame = ((record[recordWord(world.secure ? "psp" : "psp_ns")] ?? 0) - world.windowBase) | 0;
  if (frame < 0 || frame > windowBytes - 32) return [];
  const end = record[recordWindow + frame / 4 + 6] ?? 0;
  const branch = placed.findIndex(({ row }) => row?.encoding.operation.class === "branch");
  return placed
    .slice(0, branch < 0 ? placed.length : branch + 1)
    .filter(({ address, itstate, row }) => row !== null && address <= end && (itstate === 0 || itstate >>> 5 === 7))
    .map(({ row }) => row?.encoding.name ?? "");
}

function addRecord(coverage: Coverage, one: Case, record: Uint32Array): void {
  for (const name of reachedRows(one, record)) coverage.rows.add(name);
  for (const { word, name, bits } of registers)
    for (const [bit, at] of bits) if (((record[word] ?? 0) >>> at) & 1) coverage.syndromes.add(`${name}.${bit}`);
}

const state = (secure: unknown): string => (secure === true ? "Secure" : "Non-secure");

/** Cases of `seed` in our engine alone, whole images until `count` instructions have been executed. */
export function cover(seed: number, count: number): Coverage {
  const coverage: Coverage = { rows: new Set(), syndromes: new Set(), transitions: new Map() };
  const watch = (kind: string, fields: Readonly<Record<string, unknown>>): void => {
    if (kind !== "exception") return;
    const transition = `${state(fields.fromSecure)} -> exception ${fields.number} of ${state(fields.toSecure)} state`;
    coverage.transitions.set(transition, (coverage.transitions.get(transition) ?? 0) + 1);
  };
  let executed = 0;
  for (let number = 0; executed < count; number += casesPerImage) {
    const image = imageFor(seed, number, casesPerImage);
    const run = runHere(image, watch);
    executed += run.executed.reduce((sum, one) => sum + one, 0);
    for (let index = 0; index < run.done; index++) {
      const one = image.cases[index];
      if (one !== undefined) addRecord(coverage, one, recordAt(run.records, index));
    }
  }
  return coverage;
}

const lines = (what: string, all: readonly string[], reached: ReadonlySet<string>): string[] => {
  const missing = all.filter((name) => !reached.has(name));
  return [
    `${what}: ${all.length - missing.length} of ${all.length}`,
    ...missing.map((name) => `  not reached: ${name}`),
  ];
};

export const coverageLines = (coverage: Coverage): string[] => [
  ...lines("rows", allRows, coverage.rows),
  ...lines("fault status bits", allSyndromes, coverage.syndromes),
  `transitions: ${coverage.transitions.size}`,
  ...[...coverage.transitions].sort().map(([name, times]) => `  ${name}: ${times}`),
];
