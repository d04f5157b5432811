/** Words, calls and constructions that have no place in a part of the house. */
import ts from "typescript";
import { isAssembly, isHost, perFile, type Rule, type Sin, type SourceText, sinAt, srcFolder } from "./rule.ts";
import { assignedName, treeOf, walk } from "./syntax.ts";

/**
 * Hardware does not know which hypervisor runs on it. The short names count as a part of camelCase or kebab-case only.
 */
const longName = /crosscon|l4re/i;
const shortName = /(?<![A-Za-z])(?:bao|xen|BAO|XEN)(?![a-z])|(?:Bao|Xen)(?![a-z])/;
const hypervisorFree = /^(assembly|src\/(machine|device|board))\//;

/** Rule: hypervisors are not named where hardware is modelled, file names included. */
export const wordRule: Rule = perFile(
  (path) => hypervisorFree.test(path),
  ({ path, text }) => [
    ...(namesHypervisor(path) ? [{ path, line: 0, message: "names a hypervisor in its path" }] : []),
    ...linesWith(path, text, namesHypervisor, "names a hypervisor"),
  ],
);

const namesHypervisor = (text: string): boolean => longName.test(text) || shortName.test(text);

function linesWith(path: string, text: string, bad: (line: string) => boolean, message: string): Sin[] {
  return text.split("\n").flatMap((line, index) => (bad(line) ? [{ path, line: index + 1, message }] : []));
}

/** Globals through which the host's time or chance could reach a run. */
const hostGlobals = new Set([
  ...["Date", "performance", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "crypto", "Temporal"],
]);
/** Members that ask the host: its clock, its chance, its language. */
const hostMembers = new Set([
  ...[
    "hrtime",
    "getRandomValues",
    "randomUUID",
    "toLocaleString",
    "localeCompare",
    "toLocaleUpperCase",
    "toLocaleLowerCase",
  ],
]);
const mayAskHost = /^(src\/(cli|batch|web)|bench|test|bin)\//;

/** Rule: no host clock, timer or randomness outside the outermost folders. */
export const callRule: Rule = perFile(
  (path) => isHost(path) && !mayAskHost.test(path),
  (file) =>
    [...walk(treeOf(file))].flatMap((node) => {
      const name = hostName(node);
      return name ? [sinAt(file, node, `uses ${name}: a run may not see the host's clock, chance or language`)] : [];
    }),
);

function hostName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const member = node.name.text;
    if (hostMembers.has(member)) return member;
    if (!ts.isIdentifier(node.expression)) return undefined;
    if (node.expression.text === "Math" && member === "random") return "Math.random";
    return node.expression.text === "globalThis" && hostGlobals.has(member) ? member : undefined;
  }
  if (ts.isIdentifier(node) && hostGlobals.has(node.text) && isReference(node)) return node.text;
  return undefined;
}

/** The identifier stands for a variable: it is no member, no property's name and no declaration of another thing. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== node && named.propertyName !== node;
}

/** Rule: no `any`, no inheritance but from Error, no default export, no `let` that every caller shares. */
export const constructionRule: Rule = perFile(isHost, (file) => [
  ...[...walk(treeOf(file))].flatMap((node) => constructionSin(file, node)),
  ...(srcFolder(file.path) === undefined ? [] : sharedLets(file)),
]);

function constructionSin(file: SourceText, node: ts.Node): Sin[] {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return [sinAt(file, node, "says any")];
  if (ts.isExportAssignment(node)) return [sinAt(file, node, "has a default export")];
  if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)) {
    return [sinAt(file, node, "has a default export")];
  }
  if (ts.isHeritageClause(node) && ts.isClassLike(node.parent) && node.token === ts.SyntaxKind.ExtendsKeyword) {
    return node.types[0]?.expression.getText() === "Error" ? [] : [sinAt(file, node, "inherits")];
  }
  return [];
}

/**
 * Module-level variables of src/ are state that no snapshot holds, unless they are filled once with something derived.
 */
function sharedLets(file: SourceText): Sin[] {
  return moduleLets(file)
    .filter((statement) => !statement.declarationList.declarations.every((one) => isFilledOnce(file, one)))
    .map((node) => sinAt(file, node, "keeps state in a module-level variable"));
}

/** `let loaded: X | undefined;` whose only assignments are `loaded ??= ...`. */
function isFilledOnce(file: SourceText, declared: ts.VariableDeclaration): boolean {
  if (declared.initializer && !/^(null|undefined)$/.test(declared.initializer.getText())) return false;
  const writes = [...walk(treeOf(file))].filter((node) => assignedName(node) === declared.name.getText());
  return writes.every(
    (node) => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken,
  );
}

function moduleLets(file: SourceText): ts.VariableStatement[] {
  return treeOf(file).statements.filter(
    (node): node is ts.VariableStatement =>
      ts.isVariableStatement(node) && !(node.declarationList.flags & ts.NodeFlags.Const) && !isAmbient(node),
  );
}

const isAmbient = (node: ts.VariableStatement): boolean =>
  node.modifiers?.some((one) => one.kind === ts.SyntaxKind.DeclareKeyword) === true;

/** Rule: the engine's state lies in memory; variables of modules and classes would become globals outside of it. */
export const engineStateRule: Rule = perFile(isAssembly, (file) => [
  ...moduleLets(file).map((node) => sinAt(file, node, "is a module-level variable: it would be a Wasm global")),
  ...[...walk(treeOf(file))]
    .filter((node) => ts.isPropertyDeclaration(node) && ts.getModifiers(node)?.some(isStatic))
    .map((node) => sinAt(file, node, "is a static field: it would be a Wasm global")),
]);

const isStatic = (modifier: ts.Modifier): boolean => modifier.kind === ts.SyntaxKind.StaticKeyword;

const vagueName = /(^|[-_./])(utils?|helpers?|managers?|common)(?=[-_./]|$)/i;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** Rule: a file is named after the one thing in it. */
export const nameRule: Rule = perFile(
  (path) => isHost(path) || isAssembly(path),
  ({ path }) => {
    const bad = vagueName.exec(path)?.[2];
    const crooked = path.split("/").find((part) => !kebab.test(part));
    return [
      ...(bad ? [{ path, line: 0, message: `is named "${bad}", which says nothing` }] : []),
      ...(crooked ? [{ path, line: 0, message: `"${crooked}" is not kebab-case` }] : []),
    ];
  },
);

/** Put together here so that this file does not break its own rule. */
const unfinished = new RegExp(
  `\\b(${["TO", "FIX", "HA"].map((half, at) => half + ["DO", "ME", "CK"][at]).join("|")}|X{3})\\b`,
);

/** Rule: what is not done is an issue or a named gap, not a comment. */
export const unfinishedRule: Rule = perFile(
  (path) => /^(src|assembly|test|bench|bin|guests|examples)\//.test(path),
  ({ path, text }) => linesWith(path, text, (line) => unfinished.test(line), "leaves work behind in a comment"),
);
