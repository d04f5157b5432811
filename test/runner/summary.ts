/** What one test file said: uvu's own totals and our SKIP lines, read from its captured output. */
import { stripVTControlCharacters } from "node:util";

export interface Skip {
  readonly name: string;
  readonly reason: string;
}

export interface Summary {
  /** Tests that ran, by uvu's count. */
  readonly total: number;
  readonly passed: number;
  readonly skips: readonly Skip[];
  /** uvu's own skips (`test.skip`, or siblings of a left-over `.only`): they have neither name nor reason. */
  readonly unnamedSkips: number;
  /** False when uvu never reached its end. */
  readonly complete: boolean;
}

/** uvu writes its progress marks without a line end, so a SKIP printed from inside a test may follow some of them. */
const skipLine = /^[\s•✘]*SKIP (?<name>.+?): (?<reason>.*)$/;
const totalLine = /^\s*(?<word>Total|Passed|Skipped):\s+(?<count>\d+)\s*$/;

/** Sum over all totals in the output, in case a file runs uvu more than once. */
export function readSummary(output: string): Summary {
  const sums = { Total: 0, Passed: 0, Skipped: 0 };
  const skips: Skip[] = [];
  let complete = false;
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const skip = skipLine.exec(line)?.groups;
    if (skip) skips.push({ name: skip.name ?? "", reason: skip.reason ?? "" });
    const total = totalLine.exec(line)?.groups;
    if (!total) continue;
    sums[total.word as keyof typeof sums] += Number(total.count);
    if (total.word === "Skipped") complete = true;
  }
  return { total: sums.Total, passed: sums.Passed, unnamedSkips: sums.Skipped, skips, complete };
}
