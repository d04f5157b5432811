/**
 * A comment in the configuration allows a finding on its own line or the next: `// chronovisor: allow DEV03, both print
 * in turns`. The reason is not optional: without one the finding stays.
 */
import type { Diagnostic } from "../base/diagnostic.ts";

const comment = /chronovisor:\s*allow\s+([A-Z]{3}\d{2})\s*[,:]\s*(\S.*?)\s*(?:\*\/)?$/;

/** Whether a finding is allowed where one of its labels stands. */
export function allowances(texts: ReadonlyMap<string, string>): (finding: Diagnostic) => boolean {
  const places = new Set<string>();
  for (const [file, text] of texts) {
    for (const [index, line] of text.split("\n").entries()) {
      const [, code] = comment.exec(line) ?? [];
      if (code === undefined) continue;
      places.add(`${code} ${file} ${index + 1}`);
      places.add(`${code} ${file} ${index + 2}`);
    }
  }
  return ({ code, labels }) => labels.some(({ file, line }) => places.has(`${code} ${file} ${line}`));
}
