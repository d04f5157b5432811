/** What a client may ask in words. Whoever serves brings the questions whose answers are texts for people. */
import type { Timeline } from "../time/timeline.ts";
import type { Work } from "../time/work.ts";

export interface Question {
  /** Name and words. */
  readonly usage: string;
  readonly does: string;
  /** The cursor may stand elsewhere afterwards. */
  readonly moves: boolean;
  /** `words` is what stands behind the name. The answer is text without a last line end. */
  run(timeline: Timeline, words: string): Work<string>;
}

/** By name. */
export type Questions = Readonly<Record<string, Question>>;
