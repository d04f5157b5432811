/**
 * Who may import whom (DESIGN section 3). Each folder lists everything it may see, so nothing comes in through a third
 * one.
 */
import { posix } from "node:path";
import ts from "typescript";
import { isAssembly, isHost, type Rule, type Sin, type SourceText, sinAt, srcFolder } from "./rule.ts";
import { treeOf, walk } from "./syntax.ts";

export interface Door {
  /** Folders of src/, or single files of them, that may be imported. A folder may always import itself. */
  readonly from: readonly string[];
  /** Files of which only types may be imported. */
  readonly typesFrom?: readonly string[];
  /** Packages and `node:` modules; absent = none, "any" = no limit. Inner folders must not see the host. */
  readonly outside?: readonly string[] | "any";
}

const machineSide = ["base", "state", "isa", "core", "machine"];
const describing = ["base", "state", "isa", "machine", "config", "board", "image", "monitor", "lens"];
const all = [
  ...["base", "isa", "state", "core", "jit", "device", "machine", "board", "image", "config", "monitor", "lens"],
  ...["attachment", "check", "system", "watch", "trace", "time", "debug", "batch", "web"],
];
const without = (...names: readonly string[]): string[] => all.filter((name) => !names.includes(name));

/** Bottom to top. A new folder gets its row here together with its first working line. */
export const doors: Readonly<Record<string, Door>> = {
  base: { from: [], outside: ["xxhash-wasm"] },
  isa: { from: ["base"] },
  state: { from: ["base"] },
  gen: { from: ["base", "isa", "state"], outside: "any" },
  core: {
    from: ["base", "state"],
    outside: ["@assemblyscript/loader", "node:fs", "node:url", "node:fs/promises", "node:v8"],
  },
  jit: { from: ["base", "isa", "state", "core"] },
  device: { from: ["base", "state"] },
  machine: {
    from: ["base", "state", "isa", "core", "jit", "device/device.ts"],
    // The board is an argument of the machine; its values come from above.
    typesFrom: ["board/board.ts"],
  },
  board: { from: ["base", "state", "device", "machine"] },
  image: { from: ["base"] },
  config: { from: ["base"], outside: ["web-tree-sitter", "yaml", "zod", "node:module", "node:path", "node:fs"] },
  monitor: { from: [...machineSide, "config"] },
  lens: { from: ["base", "image", "machine/view.ts"], typesFrom: ["machine/sink.ts"] },
  attachment: { from: ["base", "state", "device/device.ts"] },
  check: { from: ["base", "config", "board", "image"] },
  // A recording is a system too.
  system: { from: [...describing, "core", "device", "check", "attachment", "trace"], outside: "any" },
  // Looks at a running machine with what a configuration and a monitor mean.
  watch: { from: ["base", "state", "machine", "config", "board", "image", "lens", "monitor", "check", "system"] },
  trace: { from: ["base", "state", "isa"], typesFrom: ["machine/sink.ts"], outside: "any" },
  // Steps by line and function ask the images; questions say who granted what, and what lives where.
  time: { from: [...describing, "check", "trace", "system", "attachment", "core"], outside: "any" },
  debug: { from: [...describing, "time", "trace", "check", "system", "core"], outside: "any" },
  batch: { from: without("batch", "web"), outside: "any" },
  web: { from: without("web"), outside: "any" },
  cli: { from: all, outside: "any" },
};

interface Import {
  readonly node: ts.Node;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Static, dynamic and type imports, re-exports and `require` with a literal. */
export function importsOf(file: SourceText): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, target: ts.Node | undefined, typeOnly: boolean): void => {
    if (target && ts.isStringLiteralLike(target)) found.push({ node, target: target.text, typeOnly });
  };
  for (const node of walk(treeOf(file))) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node, (node.argument as ts.LiteralTypeNode).literal, true);
    else if (ts.isCallExpression(node) && isImportCall(node.expression)) add(node, node.arguments[0], false);
  }
  return found;
}

const isImportCall = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly)
  );
}

/** Where a relative import leads, from the root. */
const resolveImport = (from: string, target: string): string => posix.join(posix.dirname(from), target);

/** Rule: src/ follows the table. */
export function arrowRule(table: Readonly<Record<string, Door>> = doors): Rule {
  return (files) =>
    files.filter(({ path }) => isHost(path) && path.startsWith("src/")).flatMap((file) => arrowSins(file, table));
}

function arrowSins(file: SourceText, table: Readonly<Record<string, Door>>): Sin[] {
  const folder = srcFolder(file.path);
  if (folder === undefined) return [{ path: file.path, line: 0, message: "lies in no folder of src/" }];
  const door = table[folder];
  if (!door) return [{ path: file.path, line: 0, message: `src/${folder} has no row in test/tidy/arrows.ts` }];
  return importsOf(file).flatMap((one) => {
    const message = one.target.startsWith(".") ? innerSin(file, folder, door, one) : outerSin(folder, door, one.target);
    return message ? [sinAt(file, one.node, message)] : [];
  });
}

function innerSin(file: SourceText, folder: string, door: Door, { target, typeOnly }: Import): string | undefined {
  const path = resolveImport(file.path, target);
  const other = srcFolder(path);
  if (other === undefined) return `imports ${path}, which is not in src/`;
  const inside = path.slice("src/".length);
  if (other === folder || door.from.includes(other) || door.from.includes(inside)) return undefined;
  if (door.typesFrom?.includes(inside)) {
    return typeOnly ? undefined : `imports more than types from ${inside}`;
  }
  return `${folder} may not import ${inside}`;
}

function outerSin(folder: string, door: Door, target: string): string | undefined {
  if (door.outside === "any" || door.outside?.includes(target)) return undefined;
  return `${folder} may not import the package ${target}`;
}

/** Rule: src and assembly never meet, and nobody imports test, bench, or (outside of tests) what only generates. */
export const islandRule: Rule = (files) =>
  files
    .filter(({ path }) => isHost(path) || isAssembly(path))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith("."))
        .flatMap((one) => {
          const from = file.path.split("/")[0] ?? "";
          const to = resolveImport(file.path, one.target).split("/")[0] ?? "";
          const allowed = islands[from] ?? [];
          return allowed.includes(to) ? [] : [sinAt(file, one.node, `${from} may not import from ${to}`)];
        }),
    );

/** `bin` reaches dist/ at run time. */
const islands: Readonly<Record<string, readonly string[]>> = {
  src: ["src"],
  assembly: ["assembly"],
  bench: ["bench", "src"],
  test: ["test", "src", "bench", "bin"],
  bin: ["bin", "dist"],
};

/** Rule: the engine's modules form no cycle; faults are values, so nobody needs to call back up. */
export const acyclicRule: Rule = (files) => {
  const modules = new Map(files.filter(({ path }) => /^assembly\/.*\.ts$/.test(path)).map((file) => [file.path, file]));
  const done = new Set<string>();
  const sins: Sin[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const file = modules.get(path);
    if (!file || done.has(path)) return;
    const seen = trail.indexOf(path);
    if (seen >= 0) {
      sins.push({ path, line: 0, message: `is in a cycle: ${[...trail.slice(seen), path].join(" -> ")}` });
      return;
    }
    for (const { target } of importsOf(file)) {
      // AssemblyScript imports carry no extension.
      if (target.startsWith(".")) visit(resolveImport(path, target.replace(/(\.ts)?$/, ".ts")), [...trail, path]);
    }
    done.add(path);
  };
  for (const path of modules.keys()) visit(path, []);
  return sins;
};

/** Started by name, not imported. */
const entries = new Set(["src/cli/main.ts", "src/gen/main.ts", "src/config/print-schema.ts"]);

/**
 * Rule: nothing in src/ is left over: every file is imported by another one, be it a test that uses it as its
 * reference.
 */
export const leftOverRule: Rule = (files) => {
  const hosts = files.filter(({ path }) => isHost(path));
  const used = new Set(
    hosts.flatMap((file) =>
      importsOf(file)
        .map(({ target }) => resolveImport(file.path, target))
        .filter((path) => path !== file.path),
    ),
  );
  return hosts
    .filter(({ path }) => path.startsWith("src/") && !entries.has(path) && !used.has(path))
    .map(({ path }) => ({ path, line: 0, message: "is imported by nobody" }));
};
