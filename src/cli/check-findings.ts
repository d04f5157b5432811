/** What is wrong with a system that was opened for looking: the rules, the reader's warnings, the user's severities. */
import { type Diagnostic, InputError } from "../base/diagnostic.ts";
import { didYouMean } from "../base/suggest.ts";
import { check, rules } from "../check/check.ts";
import { bySeverity, type Severities } from "../check/severity.ts";
import { configDiagnostic } from "../config/codes.ts";
import type { System } from "../system/system.ts";
import { subjectOf } from "./check-subject.ts";
import { allCodes } from "./stories.ts";

/** What the rules find they tell themselves, as serious as it is for them. */
const ruled: ReadonlySet<string> = new Set(rules.flatMap(({ codes }) => codes));

/** What is wrong with a system, errors first. Throws InputError for severities of codes that no rule has. */
export function findingsOf(system: System): Diagnostic[] {
  const subject = subjectOf(system);
  if (subject === null) return [...system.warnings];
  const warnings = system.warnings.filter((one) => !ruled.has(one.code));
  // A placeholder that nobody filled is one mistake, not several.
  const holes = warnings.filter(({ code }) => code === "CFG08").flatMap(({ labels }) => labels);
  const fromHole = ({ labels: [first] }: Diagnostic): boolean =>
    first !== undefined && holes.some((one) => one.file === first.file && one.line === first.line);
  const found = check(subject, system.texts).filter((one) => !fromHole(one));
  return bySeverity([...warnings, ...found], severitiesOf(system));
}

/** As the project file has them. Throws InputError for codes that no rule has. */
function severitiesOf({ severities }: System): Severities {
  const known = allCodes.map(({ code }) => code);
  const unknown = severities.filter(({ code }) => !known.includes(code.value));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map(({ code: { value, span } }) =>
        configDiagnostic(
          "CFG31",
          `\`severity\` has no code \`${value}\``,
          span === null ? [] : [{ ...span, text: "no finding has this code" }],
          [...didYouMean(value, known), "`chronovisor explain` lists all codes"].slice(0, 1),
        ),
      ),
    );
  }
  return new Map(severities.map(({ code, severity }) => [code.value, severity]));
}
