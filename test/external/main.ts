/**
 * `npm run test:external -- DIR [NAME...]`: runs the images of a folder that have an expectations file NAME.yaml, and
 * tells for each whether the run was as expected, and if not, what differs and the command that shows it. Exit code 1
 * when one was not, 2 for wrong words, 3 when an expectations file cannot be read.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "../../src/base/diagnostic.ts";
import { printDiagnostics } from "../../src/cli/print.ts";
import { type Expectations, imageSuffixes, readExpectations } from "./expectations.ts";
import { differences, runCommand } from "./outcome.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const suffix = ".yaml";
const usage = "usage: npm run test:external -- DIR [NAME ...]\n  DIR holds images and, for each to be run, NAME.yaml\n";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** As a shell takes it. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

type Verdict = "passed" | "failed" | "unreadable";

async function judge(folder: string, name: string): Promise<Verdict> {
  const path = join(folder, `${name}${suffix}`);
  const text = readFileSync(path, "utf8");
  let expected: Expectations;
  try {
    expected = await readExpectations(text, folder, name, existsSync);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    say(`FAIL ${name}: its expectations cannot be read`);
    printDiagnostics(error.diagnostics, new Map([[path, text]]));
    return "unreadable";
  }
  const outcome = await runCommand(root, expected.args);
  const wrong = differences(expected, outcome);
  const told = `${outcome.seconds.toFixed(3)} s of virtual time, ${outcome.lines.length} lines`;
  say(`${wrong.length === 0 ? "ok  " : "FAIL"} ${name}: ${told}`);
  for (const line of wrong) say(`     ${line}`);
  if (wrong.length === 0) return "passed";
  say(`     again: npx chronovisor run ${expected.args.map(quoted).join(" ")}`);
  return "failed";
}

const isImage = (file: string): boolean => imageSuffixes.some((one) => file.endsWith(one));

async function main([folder, ...names]: readonly string[]): Promise<number> {
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
    process.stderr.write(folder === undefined ? usage : `${folder} is no folder\n${usage}`);
    return 2;
  }
  const files = readdirSync(folder).sort();
  const known = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0 || known.length === 0) {
    const what = unknown.length > 0 ? `there is no ${unknown[0]}${suffix}` : `there is no NAME${suffix}`;
    process.stderr.write(`${folder}: ${what}\n${usage}`);
    return 2;
  }
  const verdicts: Verdict[] = [];
  for (const name of names.length > 0 ? names : known) verdicts.push(await judge(folder, name));
  const without = files.filter((file) => isImage(file) && !known.includes(file.replace(/\.\w+$/, "")));
  const passed = verdicts.filter((one) => one === "passed").length;
  const rest = names.length > 0 || without.length === 0 ? "" : `; without expectations: ${without.join(", ")}`;
  say(`${passed} passed, ${verdicts.length - passed} failed${rest}`);
  return verdicts.includes("unreadable") ? 3 : passed === verdicts.length ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
