/**
 * Cuts a source text into tokens; comments become space, continued lines become one. Nothing is refused here: what is
 * no token becomes a `stray` one, reported only if it is used (an apostrophe in an #error line or under #if 0 is
 * legal).
 */
import type { SourceText } from "../../base/source-text.ts";
import type { Token, TokenKind } from "./token.ts";

const punctuators =
  "\\.\\.\\.|->|\\+\\+|--|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\\|\\||[-+*/%&|^]=|##|[-+*/%&|^~!=<>?:;,.#(){}\\[\\]]";

const pattern = new RegExp(
  [
    "(?<newline>\\r\\n?|\\n)",
    "(?<space>[ \\t\\v\\f\\uFEFF]+|//[^\\r\\n]*)",
    "(?<comment>/\\*[\\s\\S]*?(?:\\*/|$(?![\\s\\S])))",
    '(?<string>(?:u8|[LuU])?"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])*"?)',
    "(?<character>[LuU]?'(?:[^'\\\\\\r\\n]|\\\\[^\\r\\n])*'?)",
    "(?<placeholder>@@[A-Za-z_][A-Za-z0-9_]*@@)",
    "(?<number>\\.?[0-9](?:[eEpP][-+]|[A-Za-z0-9_.])*)",
    "(?<identifier>[A-Za-z_$][A-Za-z0-9_$]*)",
    `(?<punctuator>${punctuators})`,
    "(?<stray>@@[A-Za-z_][A-Za-z0-9_]*@?|[\\s\\S])",
  ].join("|"),
  "uy",
);

/** All tokens of a text. Offsets in the tokens are those of the text as the user wrote it. */
export function lexTokens(source: SourceText): Token[] {
  const spliced = spliceLines(source.text);
  const tokens: Token[] = [];
  let spaceBefore = false;
  let lineStart = true;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < spliced.text.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(spliced.text)?.groups ?? {};
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as TokenKind | Blank;
    const text = groups[kind] as string;
    const unterminated = kind === "comment" && !(text.length >= 4 && text.endsWith("*/"));
    if (kind === "newline") lineStart = true;
    if (isBlank(kind) && !unterminated) {
      spaceBefore = true;
      continue;
    }
    const problem = unterminated ? "this comment has no end (*/)" : problemOf(kind as TokenKind, text);
    const start = spliced.originalOffset(at);
    const end = spliced.originalOffset(at + text.length - 1) + 1;
    tokens.push({
      kind: problem === null ? (kind as TokenKind) : "stray",
      text,
      source,
      start,
      end,
      spaceBefore,
      lineStart,
      problem,
      use: null,
      hidden: null,
    });
    spaceBefore = false;
    lineStart = false;
  }
  return tokens;
}

type Blank = "newline" | "space" | "comment";

function isBlank(kind: string): kind is Blank {
  return kind === "newline" || kind === "space" || kind === "comment";
}

function problemOf(kind: TokenKind, text: string): string | null {
  if (kind === "string" && !/^(?:u8|[LuU])?"[\s\S]*"$/.test(text)) return 'this string has no end (")';
  if (kind === "character") {
    if (!/^[LuU]?'[\s\S]*'$/.test(text)) return "this character constant has no end (')";
    if (/^[LuU]?''$/.test(text)) return "this character constant is empty";
  }
  if (kind !== "stray") return null;
  if (text.startsWith("@@")) return "this placeholder has no end (@@)";
  if (text === "\\") return "a backslash means nothing here (only at the very end of a line)";
  const code = (text.codePointAt(0) as number).toString(16).padStart(4, "0");
  const shown = /\p{C}|\p{Z}/u.test(text) ? "" : ` \`${text}\``;
  return `C knows no such character:${shown} U+${code}`;
}

interface Spliced {
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
}

/** Takes out each backslash at the end of a line together with the line end (C11 section 5.1.1.2, phase 2). */
function spliceLines(text: string): Spliced {
  const cuts: { readonly at: number; readonly removed: number }[] = [];
  let removed = 0;
  let result = "";
  let from = 0;
  for (const match of text.matchAll(/\\[ \t]*(?:\r\n?|\n)/g)) {
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    removed += match[0].length;
    cuts.push({ at: result.length, removed });
  }
  if (cuts.length === 0) return { text, originalOffset: (offset) => offset };
  result += text.slice(from);
  return {
    text: result,
    originalOffset: (offset) => {
      let low = 0;
      let high = cuts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cuts[middle]?.at as number) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (cuts[low - 1]?.removed ?? 0);
    },
  };
}
