/** Tells the story of a diagnostic code from the table it stands in. */
import pc from "picocolors";
import { didYouMean } from "../base/suggest.ts";
import { UsageError } from "./exit.ts";
import { wrap } from "./render/plain-line.ts";
import { allCodes, type CodeStory } from "./stories.ts";

const widestText = 100;

/** One story, or the list of all where `code` is null. Throws UsageError for a code that no table has. */
export function explain(code: string | null, json: boolean): void {
  if (code === null) return print(json ? JSON.stringify(allCodes) : listText());
  const story = allCodes.find((one) => one.code === code.toUpperCase());
  if (story === undefined) {
    const codes = allCodes.map((one) => one.code);
    const [hint] = didYouMean(code.toUpperCase(), codes);
    throw new UsageError(`there is no diagnostic code \`${code}\``, hint ?? "`chronovisor explain` lists all codes");
  }
  print(json ? JSON.stringify(story) : storyText(story));
}

const listText = (): string => allCodes.map(({ code, title }) => `${code}  ${title}`).join("\n");

function storyText({ code, title, explanation, failing, fixed, source }: CodeStory): string {
  const width = Math.min(process.stdout.columns ?? widestText, widestText);
  const { bold, red, green } = pc.createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
  const indented = (text: string): string => text.replace(/^/gm, "    ");
  return [
    bold(`${code}: ${title}`),
    "",
    ...wrap(explanation, width),
    "",
    red("fails:"),
    indented(failing),
    "",
    green("works:"),
    indented(fixed),
    ...(source === undefined ? [] : ["", `source: ${source}`]),
  ].join("\n");
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
