/** The usual slips in a list of fields, found by their tokens: a grammar only says where it lost the thread. */
import type { Fix } from "../../base/diagnostic.ts";
import { isPunctuator, spanOfTokens, type Token } from "./token.ts";

export interface Slip {
  readonly token: Token;
  readonly message: string;
  readonly label: string;
  readonly fix: Fix | null;
}

/** The first slip among tokens `from` to `end` (indexes, end exclusive); null when none of the usual ones is there. */
export function findSlip(tokens: readonly Token[], from: number, end: number): Slip | null {
  let level = 0;
  for (let i = 0; i < from; i++) level += levelChange(tokens[i]);
  for (let i = from; i < Math.min(end, tokens.length - 1); i++) {
    level += levelChange(tokens[i]);
    const slip = slipBetween(tokens, i, level);
    if (slip !== null) return slip;
  }
  return null;
}

function levelChange(token: Token | undefined): number {
  return isPunctuator(token, "{") ? 1 : isPunctuator(token, "}") ? -1 : 0;
}

/** What is wrong between token i and the one behind it; `level` counts the braces open after token i. */
function slipBetween(tokens: readonly Token[], i: number, level: number): Slip | null {
  const token = tokens[i] as Token;
  const next = tokens[i + 1] as Token;
  const after = tokens[i + 2];
  if (level > 0 && isPunctuator(next, ";")) {
    return slip(next, "fields are separated by commas, not semicolons", "write a comma", replaceBy(next, ","));
  }
  if (isPunctuator(token, ",") && isPunctuator(next, ",")) {
    return slip(next, "there is no value between these commas", "one comma too many", replaceBy(next, ""));
  }
  const designator = token.kind === "identifier" && isPunctuator(tokens[i - 1], ".");
  if (designator && (isPunctuator(next, "==") || isPunctuator(next, ":"))) {
    return slip(next, `the value of \`.${token.text}\` follows after =`, "write =", replaceBy(next, "="));
  }
  if (designator && level > 0 && (startsValue(next) || isPunctuator(next, "{"))) {
    const message = `expected = between \`.${token.text}\` and its value`;
    return slip(next, message, "= is missing before this", insertBefore(next, "= "));
  }
  if (level === 0 && isPunctuator(next, "{") && isVariable(tokens, i)) {
    return slip(
      next,
      `expected = between \`${token.text}\` and its value`,
      "= is missing before this",
      insertBefore(next, "= "),
    );
  }
  const nextIsField = isPunctuator(next, ".") && after?.kind === "identifier";
  if (
    level > 0 &&
    endsValue(token) &&
    (isPunctuator(token, "}") ? isPunctuator(next, "{") || nextIsField : startsValue(next))
  ) {
    const shown = nextIsField ? `.${after?.text}` : next.text;
    return slip(
      next,
      `expected a comma before \`${shown}\``,
      "a comma is missing before this",
      insertAfter(token, ","),
    );
  }
  return null;
}

/** `struct vm_config vm0` without a body, as before an initialiser. */
function isVariable(tokens: readonly Token[], i: number): boolean {
  return (
    [tokens[i], tokens[i - 1], tokens[i - 2]].every((token) => token?.kind === "identifier") &&
    tokens[i - 2]?.text === "struct"
  );
}

function slip(token: Token, message: string, label: string, fix: Fix | null): Slip {
  return { token, message, label, fix };
}

function endsValue(token: Token): boolean {
  if (token.kind === "punctuator") return token.text === "}";
  return ["number", "string", "character", "placeholder"].includes(token.kind);
}

const keywords = ["struct", "union", "enum", "sizeof", "const", "unsigned", "signed", "long"];

function startsValue(token: Token): boolean {
  if (token.kind === "identifier") return !keywords.includes(token.text);
  return ["number", "character", "placeholder"].includes(token.kind);
}

/** A fix that writes `text` directly behind a token; none where the token came out of a macro. */
export function insertAfter(token: Token, text: string): Fix | null {
  const span = token.use === null ? spanOfTokens([token]) : null;
  if (span === null) return null;
  const edits = [{ span: { ...span, line: span.endLine, column: span.endColumn }, replacement: text }];
  return { title: `write ${text}`, edits };
}

function replaceBy(token: Token, replacement: string): Fix | null {
  const span = token.use === null ? spanOfTokens([token]) : null;
  if (span === null) return null;
  const title = replacement === "" ? `leave out ${token.text}` : `write ${replacement}`;
  return { title, edits: [{ span, replacement }] };
}

function insertBefore(token: Token, replacement: string): Fix | null {
  const span = token.use === null ? spanOfTokens([token]) : null;
  if (span === null) return null;
  const edits = [{ span: { ...span, endLine: span.line, endColumn: span.column }, replacement }];
  return { title: `write ${replacement.trim()}`, edits };
}
