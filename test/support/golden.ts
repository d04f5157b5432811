/**
 * Goldens: expected text kept in a file, reviewed as a diff, accepted by one explicit command (`UPDATE=1`), never by
 * accident.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { diffLines } from "./diff.ts";

/**
 * Compare `text` with the file at `path` (absolute, or relative to the working directory). Throws with a line diff and
 * the command that accepts the new text. With UPDATE=1 in the environment it writes the file instead.
 */
export function matchFile(path: string, text: string): void {
  const expected = readIfThere(path);
  if (expected === text) return;
  if (process.env.UPDATE === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`accepted ${relative(".", path)}\n`);
    return;
  }
  const what = expected === undefined ? "the file does not exist yet" : diffLines(expected, text);
  const test = relative(".", process.argv[1] ?? "");
  const command = `UPDATE=1 npx tsx ${test}`;
  throw new Error(
    `${relative(".", path)} (-) differs from what the test made (+):\n${what}\nIf it is right: ${command}`,
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
