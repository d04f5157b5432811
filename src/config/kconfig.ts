/** Reads what Kconfig decided: `.config` of a Zephyr build, or a fragment like `prj.conf`. */
import { type Diagnostic, InputError, type Span } from "../base/diagnostic.ts";
import { SourceText } from "../base/source-text.ts";
import { configDiagnostic } from "./codes.ts";
import type { Sourced } from "./model.ts";

/** Names without `CONFIG_`; the last line that sets one counts. */
export interface Kconfig {
  readonly file: string;
  readonly values: ReadonlyMap<string, Sourced<string> & { readonly span: Span }>;
}

const limitCharacters = 1 << 22;

/** Throws InputError at the first line that is none of a `.config`. */
export function readKconfig(text: string, file: string): Kconfig {
  const source = new SourceText(file, text.slice(0, limitCharacters));
  const values = new Map<string, Sourced<string> & { readonly span: Span }>();
  for (const [index, start] of source.lineStarts.entries()) {
    const line = source.lineAt(index + 1);
    const unset = /^#\s*CONFIG_(\w+) is not set\s*$/.exec(line);
    if (/^\s*(#|$)/.test(line) && unset === null) continue;
    const span = source.spanOf(start, start + line.length);
    const set = /^\s*CONFIG_(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))\s*(?:#.*)?$/.exec(line);
    if (unset === null && set === null) throw new InputError([noLine(line, span)]);
    const name = unset?.[1] ?? set?.[1] ?? "";
    const value = unset === null ? (set?.[2]?.replaceAll(/\\(.)/g, "$1") ?? set?.[3] ?? "") : "n";
    values.set(name, { value, span });
  }
  return { file, values };
}

function noLine(line: string, span: Span): Diagnostic {
  const garbage = /[^\P{C}\t]|\ufffd/u.test(line);
  return configDiagnostic(
    "KCF01",
    garbage ? `${span.file} is no text` : "this is no line of a `.config`",
    [{ ...span, endColumn: Math.min(span.endColumn, span.column + 80), text: "here" }],
    ["lines are `CONFIG_NAME=value`, `# CONFIG_NAME is not set` and comments"],
  );
}

export const isSet = ({ values }: Kconfig, name: string): boolean => values.get(name)?.value === "y";

/** A number with the line that says it; null where it is not set or no number. */
export function kconfigNumber({ values }: Kconfig, name: string): (Sourced<number> & { readonly span: Span }) | null {
  const found = values.get(name);
  if (found === undefined || !/^-?(0[xX][0-9a-fA-F]+|\d+)$/.test(found.value)) return null;
  return { value: Number(found.value), span: found.span };
}
