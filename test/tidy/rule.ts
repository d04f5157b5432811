/** What a house rule is: a function from the texts of the repository to what is wrong with them. */
import type ts from "typescript";
import { treeOf } from "./syntax.ts";

export interface SourceText {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Sin {
  readonly path: string;
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

export type Rule = (files: readonly SourceText[]) => Sin[];

/** A rule that looks at each file by itself. */
export function perFile(applies: (path: string) => boolean, look: (file: SourceText) => Sin[]): Rule {
  return (files) => files.filter((file) => applies(file.path)).flatMap(look);
}

export function sinAt(file: SourceText, node: ts.Node, message: string): Sin {
  const tree = treeOf(file);
  return { path: file.path, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1, message };
}

/** First folder below `src/`, or undefined outside of it. */
export function srcFolder(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

export const isTypeScript = (path: string): boolean => /\.(ts|mjs)$/.test(path) && !path.endsWith(".d.ts");

/** Our own TypeScript: what Node runs. */
export const isHost = (path: string): boolean => /^(src|test|bench|bin)\//.test(path) && isTypeScript(path);

/** What AssemblyScript compiles, without the printed part. */
export const isAssembly = (path: string): boolean => /^assembly\/(?!gen\/)/.test(path) && isTypeScript(path);

const shownPerFile = 3;
const shownFiles = 30;

/** One line per sin, as many as can be read at once. */
export function renderSins(sins: readonly Sin[]): string {
  const shown: string[] = [];
  const paths = [...new Set(sins.map((sin) => sin.path))];
  for (const path of paths.slice(0, shownFiles)) {
    const own = sins.filter((sin) => sin.path === path);
    for (const { line, message } of own.slice(0, shownPerFile))
      shown.push(`${path}${line > 0 ? `:${line}` : ""} ${message}`);
    if (own.length > shownPerFile) shown.push(`${path} and ${own.length - shownPerFile} more`);
  }
  if (paths.length > shownFiles) shown.push(`... and ${paths.length - shownFiles} more files`);
  return shown.join("\n");
}
