/** The pieces C text falls into (C11 section 6.4), each with its place in the text the user wrote. */
import type { Label, Span } from "../../base/diagnostic.ts";
import type { SourceText } from "../../base/source-text.ts";

export type TokenKind = "identifier" | "number" | "string" | "character" | "punctuator" | "placeholder" | "stray";

/** A piece of a source text: offsets, end exclusive. */
export interface Place {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface Token extends Place {
  readonly kind: TokenKind;
  /** As written, line continuations removed. */
  readonly text: string;
  readonly spaceBefore: boolean;
  /** First of its line: where a directive may begin. */
  readonly lineStart: boolean;
  /** Why this is no C token, for `stray`. */
  readonly problem: string | null;
  /**
   * Where the outermost macro was used, for tokens that stand in a macro's body; null for tokens written where they
   * count.
   */
  readonly use: Place | null;
  /** Names of macros that may no longer be expanded here (C11 section 6.10.3.4). */
  readonly hidden: ReadonlySet<string> | null;
}

/** Names of source texts that are ours, never shown to the user. */
export const builtInFile = "<built-in>";

/** Where the user sees this token: its own place, or the macro call that brought it. */
export function placeOf(token: Token): Place {
  return token.use ?? token;
}

export function spanOfPlace(place: Place): Span {
  return place.source.spanOf(place.start, place.end);
}

/** The span of a run of tokens; what comes from other files than the first token's is left out. */
export function spanOfTokens(tokens: readonly Token[]): Span | null {
  const first = tokens[0];
  if (first === undefined) return null;
  const { source } = placeOf(first);
  let { start, end } = placeOf(first);
  for (const token of tokens) {
    const place = placeOf(token);
    if (place.source !== source) continue;
    start = Math.min(start, place.start);
    end = Math.max(end, place.end);
  }
  return source.spanOf(start, end);
}

/**
 * Labels for a run of tokens: the place of use first, then the macro's body where one of the user's macros brought
 * them.
 */
export function labelsOf(tokens: readonly Token[], text: string): Label[] {
  const span = spanOfTokens(tokens);
  if (span === null) return [];
  const labels: Label[] = [{ ...span, text }];
  const inBody = tokens.find((token) => token.use !== null && token.source.file !== builtInFile);
  if (inBody !== undefined) labels.push({ ...spanOfPlace(inBody), text: "it comes from this macro" });
  return labels;
}

export function isPunctuator(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.kind === "punctuator" && token.text === text;
}
