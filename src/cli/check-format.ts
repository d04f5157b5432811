/** Findings in the forms that other tools read. */
import type { Diagnostic, Span } from "../base/diagnostic.ts";
import { diagnosticJson } from "./diagnostic-json.ts";
import { allCodes } from "./stories.ts";
import { version } from "./version.ts";

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

const annotation = { error: "error", warning: "warning", note: "notice" } as const;

/** Workflow commands of GitHub Actions, a line each. */
function githubLines(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ code, severity, message, labels: [first], help }) => {
    const place =
      first === undefined
        ? ""
        : `file=${escapeProperty(first.file)},line=${first.line},col=${first.column},endLine=${first.endLine},`;
    return `::${annotation[severity]} ${place}title=${code}::${escapeData([message, ...help].join("\n"))}`;
  });
}

/** A line each, as C compilers print them: what editors and build tools look for in what a task prints. */
function gccLines(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ code, severity, message, labels: [first] }) => {
    const place = first === undefined ? "chronovisor" : `${first.file}:${first.line}:${first.column}`;
    return `${place}: ${severity}: ${message.replaceAll(/\s*\n\s*/g, " ")} [${code}]`;
  });
}

const regionOf = ({ line, column, endLine, endColumn }: Span) => ({
  ...{ startLine: line, startColumn: column },
  ...{ endLine, endColumn },
});

const locationOf = (span: Span & { readonly text?: string }) => ({
  physicalLocation: { artifactLocation: { uri: span.file.replaceAll("\\", "/") }, region: regionOf(span) },
  ...(span.text === undefined || span.text === "" ? {} : { message: { text: span.text } }),
});

/** SARIF 2.1.0, one run. */
function sarifLog(findings: readonly Diagnostic[]): object {
  const used = [...new Set(findings.map((one) => one.code))];
  const rules = used.map((code) => {
    const story = allCodes.find((one) => one.code === code);
    return {
      id: code,
      shortDescription: { text: story?.title ?? code },
      fullDescription: { text: story?.explanation ?? code },
    };
  });
  const results = findings.map(({ code, severity, message, labels, help }) => ({
    ruleId: code,
    ruleIndex: used.indexOf(code),
    level: severity,
    message: { text: [message, ...help].join("\n") },
    locations: labels.slice(0, 1).map(locationOf),
    relatedLocations: labels.slice(1).map(locationOf),
  }));
  const driver = { name: "chronovisor", version, rules };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, results }],
  };
}

/** What of a verb's options says in which form it answers. */
export interface AskedForm {
  readonly json?: boolean | string;
  readonly format?: string;
}

/** How many there are of each severity. */
export function countsOf(findings: readonly Diagnostic[]): Record<"errors" | "warnings" | "notes", number> {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("note") };
}

export const reportOf = (findings: readonly Diagnostic[]): object => ({
  ...countsOf(findings),
  findings: findings.map(diagnosticJson),
});

/** Findings in the form that was asked for, without the last line's end; null where people ask. */
export function formattedText({ json, format }: AskedForm, findings: readonly Diagnostic[]): string | null {
  if (json !== undefined) return JSON.stringify({ version: 1, ...reportOf(findings) });
  if (format === "sarif") return JSON.stringify(sarifLog(findings));
  if (format === "gcc") return gccLines(findings).join("\n");
  return format === "github" ? githubLines(findings).join("\n") : null;
}
