/** Reads a device tree: the merged `zephyr.dts` of a build, or a board's `.dts` with overlays and its includes. */
import { SourceText } from "../../base/source-text.ts";
import { preprocess, type ReadText } from "../crosscon-c/preprocess.ts";
import { Report } from "../crosscon-c/report.ts";
import type { Token } from "../crosscon-c/token.ts";
import { evaluate } from "./expression.ts";
import { TreeParser } from "./parse.ts";
import type { DeviceTree } from "./tree.ts";

export interface DeviceTreeRequest {
  /** In the order in which they amend each other: the board's file, then overlays. */
  readonly files: readonly string[];
  readonly includeFolders: readonly string[];
  /** Null where there is no such file. */
  readonly readText: ReadText;
}

/** Throws InputError at the first thing that is wrong. */
export function readDeviceTree({ files, includeFolders, readText }: DeviceTreeRequest): DeviceTree {
  const report = new Report();
  const file = files.at(-1) ?? "";
  // `/include/` is the device tree's own directive; the preprocessor's does the same.
  const read = (path: string): string | null =>
    readText(path)?.replace(/^[ \t]*\/include\/(?=[ \t]*")/gm, (found) => "#include".padEnd(found.length)) ?? null;
  const all = files.map((one) => `#include ${JSON.stringify(one)}\n`).join("");
  const { tokens } = preprocess(new SourceText("", all), {
    report,
    readText: read,
    evaluate: (condition) => worthOf(condition),
    defines: { __DTS__: "1" },
    language: { includeFolders },
  });
  report.throwIfErrors();
  if (tokens.length === 0) {
    const label = { ...new SourceText(file, "").spanOf(0, 0), text: "the root of a tree is missing: / { ... };" };
    report.add("DTS01", `${files.join(" and ")} describes nothing`, [label], ["was the build cut short?"]);
    report.throwIfErrors();
  }
  const stray = tokens.find((one) => one.kind === "stray" && one.text !== "@");
  if (stray !== undefined) {
    report.at("DTS01", [stray], stray.problem ?? "this is no text of a device tree", "here");
    report.throwIfErrors();
  }
  const parser = new TreeParser(tokens, report, new SourceText(file, "").spanOf(0, 0));
  parser.parse();
  return { file, root: parser.root, labels: parser.labels };
}

function worthOf(condition: readonly Token[]): bigint | null {
  const result = evaluate(condition);
  return "value" in result ? result.value : null;
}
