/**
 * Where two records of a case differ, apart from what the manual leaves open and from the differences that
 * test/isa/deviations.md lists.
 */
import type { Case } from "./case.ts";
import { allowances } from "./deviations.ts";
import { recordBytes, recordNames, recordWindow, recordWord, windowBytes } from "./layout.ts";

export interface Difference {
  /** Name of the register, or the word's address in the window. */
  readonly name: string;
  readonly here: number;
  readonly there: number;
}

const words = recordBytes / 4;
const at = {
  cfsr: recordWord("cfsr"),
  cfsrNs: recordWord("cfsr_ns"),
  sfsr: recordWord("sfsr"),
  fpccr: recordWord("fpccr"),
  fpccrNs: recordWord("fpccr_ns"),
  return: recordWord("return"),
  psp: recordWord("psp"),
  pspNs: recordWord("psp_ns"),
};
/** Address registers are UNKNOWN without their valid bit. */
const validity = [
  { address: recordWord("mmfar"), status: at.cfsr, bit: 0x80 },
  { address: recordWord("bfar"), status: at.cfsr, bit: 0x8000 },
  { address: recordWord("sfar"), status: at.sfsr, bit: 0x40 },
  { address: recordWord("mmfar_ns"), status: at.cfsrNs, bit: 0x80 },
  { address: recordWord("fpcar"), status: at.fpccr, bit: 1 },
  { address: recordWord("fpcar_ns"), status: at.fpccrNs, bit: 1 },
];
/** MSTKERR, STKERR, STKOF: the frame was not, or not wholly, written. */
const stackingFaults = 0x0010_1010;
const frameBytes = 112;

/** The record of case `index` of a run. */
export const recordAt = (records: Uint8Array, index: number): Uint32Array =>
  new Uint32Array(records.buffer, records.byteOffset + index * recordBytes, words);

/** A copy without what the manual leaves open. */
function settled(record: Uint32Array, one: Case): Uint32Array {
  const clean = record.slice();
  for (const { address, status, bit } of validity) if (((record[status] ?? 0) & bit) === 0) clean[address] = 0;
  const { secure, windowBase } = one.code.world;
  const status = (record[at.cfsr] ?? 0) | (record[at.cfsrNs] ?? 0);
  if (status & stackingFaults) {
    clean[at.return] = 0;
    const frame = ((record[secure ? at.psp : at.pspNs] ?? 0) - windowBase) | 0;
    for (let offset = frame & ~3; offset < frame + frameBytes; offset += 4)
      if (offset >= 0 && offset < windowBytes) clean[recordWindow + offset / 4] = 0;
  }
  return clean;
}

const equal = (one: Uint32Array, other: Uint32Array): boolean => {
  for (let index = 0; index < words; index++) if (one[index] !== other[index]) return false;
  return true;
};

const nameOf = (index: number, windowBase: number): string =>
  recordNames[index] ?? `[${(windowBase + 4 * (index - recordWindow)).toString(16)}]`;

/** Empty when both sides agree. */
export function differences(one: Case, here: Uint32Array, there: Uint32Array): Difference[] {
  if (equal(here, there)) return [];
  const [mine, theirs] = [settled(here, one), settled(there, one)];
  for (const { applies, allow } of allowances) if (applies(one, mine, theirs)) allow(mine, theirs, one);
  const found: Difference[] = [];
  for (let index = 0; index < words; index++) {
    const [mineNow = 0, theirsNow = 0] = [mine[index], theirs[index]];
    if (mineNow !== theirsNow)
      found.push({ name: nameOf(index, one.code.world.windowBase), here: mineNow, there: theirsNow });
  }
  return found;
}
