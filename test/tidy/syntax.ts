/** Reading TypeScript and AssemblyScript as trees. */
import ts from "typescript";
import type { SourceText } from "./rule.ts";

const trees = new WeakMap<SourceText, ts.SourceFile>();

/** Syntax tree, with parents, without types; AssemblyScript parses too, its decorators on functions are merely odd. */
export function treeOf(file: SourceText): ts.SourceFile {
  const known = trees.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

/** Every node below `node`, itself first, in source order. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  // Collected first: forEachChild stops at the first truthy result, and a generator cannot yield from inside it.
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* walk(child);
}

/** The variable that this very node writes, if it writes one. */
export function assignedName(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return identifierText(node.left);
  if (ts.isPostfixUnaryExpression(node)) return identifierText(node.operand);
  if (!ts.isPrefixUnaryExpression(node)) return undefined;
  const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  return counts ? identifierText(node.operand) : undefined;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

export const identifierText = (node: ts.Node): string | undefined => (ts.isIdentifier(node) ? node.text : undefined);
