/** How serious findings are taken: by their rule, unless the user says otherwise for a code. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { SeverityName } from "../config/project-rows.ts";

export type Severities = ReadonlyMap<string, SeverityName>;

const order = { error: 0, warning: 1, note: 2 } as const;

const lineOf = ({ labels }: Diagnostic): number => labels[0]?.line ?? 0;

/** Errors first, then by place; without those that are off. */
export function bySeverity(findings: readonly Diagnostic[], wanted: Severities): Diagnostic[] {
  return findings
    .flatMap((one) => {
      const severity = wanted.get(one.code) ?? one.severity;
      return severity === "off" ? [] : [{ ...one, severity }];
    })
    .sort((a, b) => order[a.severity] - order[b.severity] || lineOf(a) - lineOf(b));
}
