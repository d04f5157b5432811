/** The verdict over one test file. */
import { readSummary, type Skip } from "./summary.ts";

/** How the process of a test file ended. */
export interface Ending {
  /** Standard output and error, interleaved as they came. */
  readonly output: string;
  readonly code: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly Skip[];
  /** Why the file as a whole is bad, beyond tests that failed by themselves. */
  readonly complaints: readonly string[];
  readonly ending: Ending;
}

/** A statement that narrows the file to some of its tests, or drops one without a reason. */
const narrowing = /^\s*\w+\.(only|skip)\s*\(/m;

/** A complaint without a failed test counts as one failure, so that no bad file can hide in the totals. */
export function judge(file: string, source: string, ending: Ending): FileResult {
  const { total, passed, skips, unnamedSkips, complete } = readSummary(ending.output);
  const complaints: string[] = [];
  const narrowed = narrowing.exec(source)?.[1];
  if (ending.timedOut) complaints.push(`did not end within ${(ending.durationMs / 1000).toFixed(0)} s`);
  else if (ending.signal) complaints.push(`was ended by ${ending.signal}`);
  else if (ending.code !== 0 && passed === total) complaints.push(`exited with ${ending.code}`);
  if (ending.code === 0 && passed < total) complaints.push(`only ${passed} of ${total} tests ran to their end`);
  if (!complete && ending.code === 0) complaints.push("never reported: is .run() missing?");
  else if (total === 0 && skips.length === 0 && ending.code === 0) complaints.push("contains no test");
  if (narrowed === "only") complaints.push("a left-over .only hides its other tests");
  else if (narrowed || unnamedSkips > 0) complaints.push("skips tests without a reason: use skipUnless");
  const failed = Math.max(total - passed, complaints.length > 0 ? 1 : 0);
  return { file, passed, failed, skips, complaints, ending };
}
