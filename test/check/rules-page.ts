/**
 * Prints docs/rules.md: every rule, what it finds, and what the board does then. `npx tsx test/check/rules-page.ts`
 * writes it; a test compares.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rules } from "../../src/check/check.ts";
import { checkCodes, severityOf } from "../../src/check/codes.ts";
import { guestCodes } from "../../src/check/guest-codes.ts";
import { guestCases } from "./guest-cases.ts";
import { cases } from "./rule-cases.ts";

export const pagePath = "docs/rules.md";

interface Confirmation {
  readonly text: string;
  readonly isShown: boolean;
}

const titles = new Map<string, string>([...checkCodes, ...guestCodes].map(({ code, title }) => [code, title]));

/** What the tests hold against the machine, for a code. */
function confirmationsOf(code: string): Confirmation[] {
  const own = Object.entries(cases).filter(([, one]) => one.code === code);
  const shown = own.flatMap(([name, { stops, shows }]): Confirmation[] => {
    if (shows !== undefined) return [{ text: `${name}: ${shows.claim}`, isShown: true }];
    if (stops !== undefined) return [{ text: `${name}: the board stops (${stops})`, isShown: true }];
    return [{ text: `${name}: the board runs on, as the note says`, isShown: false }];
  });
  const guest = guestCases[code];
  return guest === undefined ? shown : [...shown, { text: guest.claim, isShown: guest.confirm !== null }];
}

const isConfirmed = (code: string): boolean => confirmationsOf(code).some((one) => one.isShown);

function rowOf(code: string): string {
  const lines = confirmationsOf(code).map(({ text, isShown }) => (isShown ? text : `*${text}*`));
  return `| ${code} | ${severityOf(code)} | ${titles.get(code) ?? ""} | ${lines.join("; ")} |`;
}

export function rulesPage(): string {
  const codes = rules.flatMap((rule) => rule.codes).sort();
  const confirmed = codes.filter(isConfirmed);
  return [
    "# What `chronovisor check` looks for",
    "",
    "Printed by `npx tsx test/check/rules-page.ts` from the rules and from the cases that the tests run; do not edit.",
    "",
    `${rules.length} rules with ${codes.length} codes. Each is found in a system with that one mistake, and not in the`,
    `same system without it. For ${confirmed.length} of the codes a test also runs both and sees the board do what`,
    "the last column says; *italics* say why a claim is not run. `chronovisor explain CODE` tells each story.",
    "",
    "| code | severity | finds | on the machine |",
    "|---|---|---|---|",
    ...codes.map(rowOf),
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pagePath, rulesPage());
