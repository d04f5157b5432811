/**
 * Every text file of the repository: how it ends, what it must not contain; and what the manifest and lockfile must
 * say.
 */
import { perFile, type Rule, type Sin, type SourceText } from "./rule.ts";

/** Texts that are odd on purpose. */
const odd = /^(test\/.*\/texts\/|traces\/)|\.expected\./;
/** Make needs them; C, assembler and linker scripts are written with them in most of the field. */
const mayHaveTabs = /(^|\/)Makefile$|\.(mk|c|h|s|S|ld)$/;
/** Two trailing blanks are a line break in Markdown. */
const mayTrail = /\.md$/;
/** Folders that exist on one machine only. Put together here so that this file does not break its own rule. */
const machinePath = new RegExp(`(^|[\\s"'\`(=:])/(${["work", "root"].join("|")}|home/\\w+|Users/\\w+)/`);

/** Rule: clean ends, no tabs, no paths of somebody's machine. */
export const textRule: Rule = perFile(
  (path) => !odd.test(path),
  (file) => {
    const lines = file.text.split("\n");
    return [...endSins(file), ...lines.flatMap((line, index) => lineSins(file.path, line, index + 1))];
  },
);

function endSins({ path, text }: SourceText): Sin[] {
  if (text === "") return [];
  if (!text.endsWith("\n")) return [{ path, line: 0, message: "does not end its last line" }];
  return text.endsWith("\n\n") ? [{ path, line: 0, message: "ends with an empty line" }] : [];
}

function lineSins(path: string, text: string, line: number): Sin[] {
  const messages: string[] = [];
  if (text.endsWith("\r")) messages.push("ends with a carriage return");
  if (text.includes("\t") && !mayHaveTabs.test(path)) messages.push("contains a tab");
  if (/[ \t]\r?$/.test(text) && !mayTrail.test(path)) messages.push("ends with blanks");
  if (machinePath.test(text)) messages.push("names a folder of one machine");
  return messages.map((message) => ({ path, line, message }));
}

/**
 * Rule: the manifest pins exactly; the lockfile names packages by version and hash, never by the host they came from.
 */
export const manifestRule: Rule = (files) => {
  const sins: Sin[] = [];
  for (const file of files) {
    if (file.path === "package.json") sins.push(...pinSins(file));
    if (file.path === "package-lock.json") sins.push(...hostSins(file));
  }
  return sins;
};

function pinSins({ path, text }: SourceText): Sin[] {
  const manifest: Record<string, Record<string, string>> = JSON.parse(text);
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ path, line: 0, message: `does not pin ${name} exactly: ${version}` }));
}

function hostSins({ path, text }: SourceText): Sin[] {
  return text.split("\n").flatMap((line, index) => {
    const named = /"resolved":|"(git\+)?(https?|ssh):/.test(line) && !/"(url|funding)":/.test(line);
    return named ? [{ path, line: index + 1, message: "says where a package came from" }] : [];
  });
}
