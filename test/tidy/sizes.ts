/** Sizes: a file of at most 500 lines, a function of at most 60, a line of at most 120 characters. */
import ts from "typescript";
import { isAssembly, isHost, perFile, type Rule, type Sin, type SourceText, sinAt } from "./rule.ts";
import { treeOf, walk } from "./syntax.ts";

const fileLines = 500;
const functionLines = 60;
const lineCharacters = 120;

export interface Exemption {
  readonly path: string;
  readonly reason: string;
}

/** Pure tables of rows may be long: a row is read by itself. */
export const rowTables: readonly Exemption[] = [
  { path: "src/isa/t32/data-processing.ts", reason: "the data-processing encodings of one manual chapter, a row each" },
];

const isMeasured = (path: string): boolean => isHost(path) || isAssembly(path);

/** Number of lines; a final line end opens no further line. */
const countLines = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** Rule: no long file, and no exemption that is not needed (any more). */
export function fileSizeRule(exempt: readonly Exemption[] = rowTables): Rule {
  return (files) => {
    const long = files.filter(({ path, text }) => isMeasured(path) && countLines(text) > fileLines);
    const sins = long
      .filter(({ path }) => !exempt.some((one) => one.path === path))
      .map(({ path, text }) => ({ path, line: 0, message: `has ${countLines(text)} lines, ${fileLines} are allowed` }));
    const idle = exempt
      .filter(({ path }) => !long.some((file) => file.path === path))
      .map(({ path }) => ({ path, line: 0, message: "is exempt from the size rule without need" }));
    return [...sins, ...idle];
  };
}

/** Rule: no long function. Nested functions count towards the outer one. */
export const functionSizeRule: Rule = perFile(isMeasured, (file) => {
  const tree = treeOf(file);
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  return [...walk(tree)].filter(hasBody).flatMap((node): Sin[] => {
    const lines = lineOf(node.getEnd()) - lineOf(node.getStart(tree)) + 1;
    if (lines <= functionLines) return [];
    return [sinAt(file, node, `${nameOf(node)} has ${lines} lines, ${functionLines} are allowed`)];
  });
});

function hasBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named ? `function ${named.getText()}` : "a function";
}

/** Rule: no long line, comments and strings included. */
export const lineLengthRule: Rule = perFile(isMeasured, ({ path, text }: SourceText) =>
  text.split("\n").flatMap((line, index) => {
    const length = [...line].length;
    if (length <= lineCharacters) return [];
    return [{ path, line: index + 1, message: `has ${length} characters, ${lineCharacters} are allowed` }];
  }),
);
