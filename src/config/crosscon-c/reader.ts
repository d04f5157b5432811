/** Reads a CROSSCON or Bao `config.c` as the C that it is, into the neutral System model. */
import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type Diagnostic, InputError, type Span } from "../../base/diagnostic.ts";
import { SourceText } from "../../base/source-text.ts";
import { didYouMean } from "../../base/suggest.ts";
import { configDiagnostic } from "../codes.ts";
import type { Partition, SystemModel } from "../model.ts";
import { applyOverrides, type Override, pathSteps, placeholderOverrides, strayPlaceholders } from "../override.ts";

import { Declarations } from "./declare.ts";
import { type Lowered, lowerConfig } from "./lower.ts";
import { type Preprocessed, preprocess } from "./preprocess.ts";
import { inTextOrder, Report } from "./report.ts";
import { Scope } from "./scope.ts";
import { type CParser, loadCParser } from "./syntax.ts";
import { spanOfTokens, type Token } from "./token.ts";
import { type DataModel, ilp32, longLongType, unsignedLongLongType } from "./types.ts";
import { intValue } from "./value.ts";

/** How the reader gets at other files; paths are as written, joined to the folder of the configuration. */
export interface ConfigFiles {
  /** The text of an included file; null when it cannot be read. */
  readonly readText: (path: string) => string | null;
  /** The size of an embedded image; null when there is no such file. */
  readonly sizeBytes: (path: string) => number | null;
}

export interface CrossconConfigOptions {
  /** Numbers for `@@NAME@@`, by name. */
  readonly placeholders?: Readonly<Record<string, number>>;
  /** `--set`: numbers that replace what is written, and further placeholders. */
  readonly overrides?: readonly Override[];
  /** Macros defined from outside, as `-DNAME=VALUE`. */
  readonly defines?: Readonly<Record<string, string>>;
  /** Default: the file system. */
  readonly files?: ConfigFiles;
  /** Sizes of long and pointers. Default: 32-bit Arm. */
  readonly dataModel?: DataModel;
}

export interface CrossconConfig {
  readonly model: SystemModel;
  readonly warnings: readonly Diagnostic[];
}

export interface PlaceholderUse {
  /** Without the at-signs. */
  readonly name: string;
  readonly span: Span;
  /** The VM whose `.entry` is exactly this placeholder; null elsewhere. */
  readonly entryOf: string | null;
  /** True where `options` has a value for it. */
  readonly known: boolean;
}

/**
 * Reads a configuration. `file` is the path as the user gave it: spans carry it, and included files are looked for
 * beside it. Throws InputError with every diagnostic found (warnings after the errors).
 */
export async function readCrossconConfig(
  text: string,
  file: string,
  options: CrossconConfigOptions = {},
): Promise<CrossconConfig> {
  const overrides = options.overrides ?? [];
  const parser = await loadCParser();
  const placeholders = { ...options.placeholders, ...placeholderOverrides(overrides) };
  const { report, lowered, placeholderTokens } = evaluateConfig(parser, text, file, { ...options, placeholders });
  refuseStray(overrides, text, placeholderTokens);
  for (const token of placeholderTokens) {
    if (Object.hasOwn(placeholders, nameOf(token)) || lowered?.excused.has(token)) continue;
    reportPlaceholder(report, token, lowered?.entries.get(token) ?? null);
  }
  report.throwIfErrors();
  if (lowered === null) throw new Error("a configuration without errors has no model");
  return { model: overridden(lowered.model, overrides, report), warnings: inTextOrder(report.warnings) };
}

/**
 * Every placeholder that the configuration uses, in order, so that the caller can fill it; those that have a value in
 * `options` are listed, too. Throws as the reader does.
 */
export async function listPlaceholders(
  text: string,
  file: string,
  options: CrossconConfigOptions = {},
): Promise<PlaceholderUse[]> {
  const parser = await loadCParser();
  const placeholders = { ...options.placeholders, ...placeholderOverrides(options.overrides ?? []) };
  const { report, lowered, placeholderTokens } = evaluateConfig(parser, text, file, { ...options, placeholders });
  report.throwIfErrors();
  return placeholderTokens.map((token) =>
    useOf(token, lowered?.entries.get(token) ?? null, Object.hasOwn(placeholders, nameOf(token))),
  );
}

export interface FilledConfig extends CrossconConfig {
  /** Placeholders that nothing filled; they count as 0. */
  readonly unfilled: readonly PlaceholderUse[];
}

/**
 * As `readCrossconConfig`, with entries that images fill: `entryOf` gives a VM's, null where it has none. The text is
 * evaluated once, unless such a placeholder stands elsewhere, too.
 */
export async function readFilledConfig(
  text: string,
  file: string,
  options: CrossconConfigOptions,
  entryOf: (vm: string) => number | null,
): Promise<FilledConfig> {
  const parser = await loadCParser();
  const overrides = options.overrides ?? [];
  const given = { ...options.placeholders, ...placeholderOverrides(overrides) };
  const evaluate = (placeholders: Readonly<Record<string, number>>): Evaluated => {
    const result = evaluateConfig(parser, text, file, { ...options, placeholders });
    result.report.throwIfErrors();
    return result;
  };
  let { report, lowered, placeholderTokens } = evaluate(given);
  refuseStray(overrides, text, placeholderTokens);
  const entries = new Map<string, number>();
  for (const [token, vm] of lowered?.entries ?? []) {
    const entry = entryOf(vm);
    if (entry !== null && !Object.hasOwn(given, nameOf(token))) entries.set(nameOf(token), entry);
  }
  const isElsewhere = placeholderTokens.some((one) => entries.has(nameOf(one)) && !lowered?.entries.has(one));
  if (isElsewhere) ({ report, lowered, placeholderTokens } = evaluate({ ...given, ...Object.fromEntries(entries) }));
  if (lowered === null) throw new Error("a configuration without errors has no model");
  const { model, entries: entryTokens, excused } = lowered;
  const filled = new Map([...entryTokens].map(([token, vm]) => [vm, entries.get(nameOf(token))]));
  const partitions = model.partitions.map((one): Partition => {
    const value = filled.get(one.name);
    return value === undefined ? one : { ...one, entry: { ...one.entry, value } };
  });
  const unfilled = placeholderTokens
    .filter((one) => !Object.hasOwn(given, nameOf(one)) && !entries.has(nameOf(one)) && !excused.has(one))
    .map((one): PlaceholderUse => useOf(one, lowered?.entries.get(one) ?? null, false));
  const whole = overridden({ ...model, partitions }, overrides, report);
  return { model: whole, warnings: inTextOrder(report.warnings), unfilled };
}

/** Placeholders in parts that are not compiled are the configuration's, too. */
function refuseStray(overrides: readonly Override[], text: string, used: readonly Token[]): void {
  const written = [...text.matchAll(/@@(\w+)@@/g)].map(([, name = ""]) => name);
  const problems = strayPlaceholders(overrides, [...new Set([...used.map(nameOf), ...written])]);
  if (problems.length > 0) throw new InputError(problems);
}

function useOf(token: Token, entryOf: string | null, known: boolean): PlaceholderUse {
  const span = spanOfTokens([token]) ?? token.source.spanOf(token.start, token.end);
  return { name: nameOf(token), span, entryOf, known };
}

interface Evaluated {
  readonly report: Report;
  /** Null when errors kept it from being made. */
  readonly lowered: Lowered | null;
  readonly placeholderTokens: readonly Token[];
}

function evaluateConfig(parser: CParser, text: string, file: string, options: CrossconConfigOptions): Evaluated {
  const report = new Report();
  const files = options.files ?? hostFiles;
  const source = new SourceText(file, text);
  const placeholders = options.placeholders ?? {};
  const model = options.dataModel ?? ilp32;
  const preprocessed = preprocess(source, {
    report,
    readText: files.readText,
    evaluate: (tokens, directive) => evaluateCondition(parser, report, placeholders, tokens, directive),
    defines: options.defines ?? {},
  });
  const placeholderTokens = preprocessed.tokens.filter((token) => token.kind === "placeholder");
  const root = report.errors.length > 0 ? null : parser.parseFile(preprocessed.tokens, report);
  if (root === null) return { report, lowered: null, placeholderTokens };
  const { images, macroNames } = preprocessed;
  const scope = new Scope({ report, model, images, macroNames, placeholders });
  new Declarations(scope).file(root);
  const lowered = lowerVariables(scope, source, preprocessed, files, options.overrides ?? []);
  return { report, lowered, placeholderTokens };
}

function lowerVariables(
  scope: Scope,
  source: SourceText,
  preprocessed: Preprocessed,
  files: ConfigFiles,
  overrides: readonly Override[],
): Lowered | null {
  const { report } = scope;
  const config = scope.variables.get("config");
  const start = { ...source.spanOf(0, 0), text: "" };
  if (config === undefined || !config.written || config.type !== scope.structs.get("config")) {
    // Where the definition itself is wrong, that is the news.
    if (config?.written === false && report.errors.length > 0) return null;
    const named = config?.nameToken ? [config.nameToken] : null;
    const span = named === null ? null : spanOfTokens(named);
    const names = [...scope.variables].filter(([, object]) => object.type === scope.structs.get("config"));
    const help = [
      ...didYouMean(
        "config",
        names.map(([name]) => name),
      ),
      "write: struct config config = { ... };",
    ];
    const message =
      config === undefined ? "no variable `config` is defined" : "`config` is no `struct config` with a value";
    report.add("CFG18", message, [span === null ? start : { ...span, text: "this one" }], help);
    return null;
  }
  if (!preprocessed.includesConfigHeader) {
    report.add("CFG26", "config.h is not included", [start], ["write #include <config.h> at the top"]);
  }
  const replaced = new Set(overrides.map((override) => pathSteps(override.path)?.join(".")));
  return lowerConfig(config, {
    report,
    file: source.file,
    images: preprocessed.images,
    imageSizeBytes: (path) => files.sizeBytes(isAbsolute(path) ? path : join(dirname(source.file), path)),
    isOverridden: (paths) => paths.some((path) => replaced.has(pathSteps(path)?.join("."))),
  });
}

/** The value of an #if expression: all arithmetic is done in the widest types (C11 section 6.10.1). */
function evaluateCondition(
  parser: CParser,
  report: Report,
  placeholders: Readonly<Record<string, number>>,
  tokens: readonly Token[],
  directive: Token,
): bigint | null {
  for (const token of tokens) {
    if (token.kind !== "placeholder" || Object.hasOwn(placeholders, nameOf(token))) continue;
    reportPlaceholder(report, token, null);
    return null;
  }
  const node = parser.parseExpression(tokens);
  if (node === null) {
    report.at(
      "CFG03",
      tokens.length > 0 ? tokens : [directive],
      `the condition of #${directive.text} is no expression`,
      "here",
    );
    return null;
  }
  const wide = { longBytes: 8, pointerBytes: 8 } as const;
  const scope = new Scope({ report, model: wide, images: new Map(), macroNames: [], placeholders });
  const evaluator = new Declarations(scope).evaluator;
  const value = evaluator.integer(node);
  if (value === null) return null;
  return intValue(value.type.signed ? longLongType : unsignedLongLongType, value.value).value;
}

/** What is said of a placeholder that nobody filled. */
export function unfilledPlaceholder(name: string, span: Span, entryOf: string | null): Diagnostic {
  const label = { ...span, text: "to be replaced by a number" };
  return configDiagnostic("CFG08", `the placeholder @@${name}@@ has no value`, [label], placeholderHelp(name, entryOf));
}

function placeholderHelp(name: string, entryOf: string | null): string[] {
  const value = `give its value: --set ${name}=0x...`;
  if (entryOf === null) return [value];
  return [`give the image of this VM: --image ${entryOf}=FILE.elf; its entry is taken`, value];
}

function reportPlaceholder(report: Report, token: Token, entryOf: string | null): void {
  const name = nameOf(token);
  const help = placeholderHelp(name, entryOf);
  report.at("CFG08", [token], `the placeholder @@${name}@@ has no value`, "to be replaced by a number", help);
}

function nameOf(token: Token): string {
  return token.text.slice(2, -2);
}

/** Errors of the last step, too, carry the warnings of the steps before. */
function overridden(model: SystemModel, overrides: readonly Override[], report: Report): SystemModel {
  try {
    return applyOverrides(model, overrides);
  } catch (error) {
    if (error instanceof InputError) throw new InputError([...error.diagnostics, ...inTextOrder(report.warnings)]);
    throw error;
  }
}

const hostFiles: ConfigFiles = {
  readText: (path) => {
    try {
      return statSync(path).isFile() ? readFileSync(path, "utf8") : null;
    } catch {
      return null;
    }
  },
  sizeBytes: (path) => {
    try {
      return statSync(path).size;
    } catch {
      return null;
    }
  },
};
