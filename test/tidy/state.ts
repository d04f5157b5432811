/** Devices and monitors keep nothing themselves: what changes lies in their state block (DESIGN section 4). */
import ts from "typescript";
import { isHost, perFile, type Rule, type Sin, type SourceText, sinAt, srcFolder } from "./rule.ts";
import { assignedName, identifierText, treeOf, walk } from "./syntax.ts";

const stateless = new Set(["device", "monitor"]);
const containers = /^(Map|Set|WeakMap|WeakSet|Array|ArrayBuffer|DataView|\w+Array)$/;

/** Rule: no mutable field, no container as a field, no variable that outlives the call in which it was made. */
export const memberRule: Rule = perFile(
  (path) => isHost(path) && stateless.has(srcFolder(path) ?? ""),
  (file) => {
    const nodes = [...walk(treeOf(file))];
    return [...nodes.flatMap((node) => fieldSins(file, node)), ...nodes.flatMap((node) => captureSins(file, node))];
  },
);

function fieldSins(file: SourceText, node: ts.Node): Sin[] {
  if (!ts.isPropertyDeclaration(node)) return [];
  const isReadonly = ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ReadonlyKeyword);
  if (!isReadonly) return [sinAt(file, node, `field ${node.name.getText()} is not readonly`)];
  if (holdsContainer(node.initializer)) return [sinAt(file, node, `field ${node.name.getText()} is a container`)];
  return [];
}

function holdsContainer(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  return ts.isNewExpression(value) && ts.isIdentifier(value.expression) && containers.test(value.expression.text);
}

/** A `let` that a nested function assigns: a field in disguise. */
function captureSins(file: SourceText, node: ts.Node): Sin[] {
  const name = assignedName(node);
  if (name === undefined) return [];
  let crossed = false;
  for (let scope: ts.Node = node.parent; scope !== undefined; scope = scope.parent) {
    if (declares(scope, name)) {
      return crossed ? [sinAt(file, node, `variable ${name} outlives its call: keep it in the state block`)] : [];
    }
    if (ts.isFunctionLike(scope)) crossed = true;
  }
  return [];
}

function declares(scope: ts.Node, name: string): boolean {
  if (ts.isFunctionLike(scope) && scope.parameters.some((one) => identifierText(one.name) === name)) return true;
  const lists = declarationLists(scope);
  return lists.some((list) => list.declarations.some((one) => identifierText(one.name) === name));
}

function declarationLists(scope: ts.Node): ts.VariableDeclarationList[] {
  if (ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isCaseOrDefaultClause(scope)) {
    return scope.statements.filter(ts.isVariableStatement).map((statement) => statement.declarationList);
  }
  const loop = ts.isForStatement(scope) || ts.isForInStatement(scope) || ts.isForOfStatement(scope);
  return loop && scope.initializer && ts.isVariableDeclarationList(scope.initializer) ? [scope.initializer] : [];
}
