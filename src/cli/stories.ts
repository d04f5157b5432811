/** Every diagnostic code with its story, from the tables of all folders. */
import { checkCodes } from "../check/codes.ts";
import { guestCodes } from "../check/guest-codes.ts";
import { configCodes } from "../config/codes.ts";
import { imageCodes } from "../image/codes.ts";
import { systemCodes } from "../system/codes.ts";
import { recordingCodes } from "../trace/codes.ts";
import { watchCodes } from "../watch/codes.ts";

export interface CodeStory {
  readonly code: string;
  readonly title: string;
  /** One paragraph. */
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
  /** Where the facts come from, where the table says so. */
  readonly source?: string;
}

/** Every code there is, in alphabetical order. */
export const allCodes: readonly CodeStory[] = [
  ...configCodes,
  ...imageCodes,
  ...systemCodes,
  ...checkCodes,
  ...guestCodes,
  ...recordingCodes,
  ...watchCodes,
]
  .map((row: CodeStory): CodeStory => {
    const { code, title, explanation, failing, fixed, source } = row;
    return { code, title, explanation, failing, fixed, ...(source === undefined ? {} : { source }) };
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1));
