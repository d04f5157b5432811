import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { SourceText } from "../../src/base/source-text.ts";
import { lexTokens } from "../../src/config/crosscon-c/lexer.ts";
import { preprocess } from "../../src/config/crosscon-c/preprocess.ts";
import { Report } from "../../src/config/crosscon-c/report.ts";
import { hasProgram, skipUnless } from "../support/skip.ts";

interface Result {
  readonly tokens: readonly string[];
  readonly codes: readonly string[];
}

function ours(text: string): Result {
  const report = new Report();
  const options = { report, readText: () => null, evaluate: () => 0n, defines: {} };
  const { tokens } = preprocess(new SourceText("text.c", text), options);
  return { tokens: tokens.map((token) => token.text), codes: report.errors.map((found) => found.code) };
}

/** The tokens that the host compiler's preprocessor leaves; null when it refuses the text. */
function theirs(text: string): string[] | null {
  const run = spawnSync("cc", ["-std=c11", "-E", "-P", "-w", "-x", "c", "-"], { input: text, encoding: "utf8" });
  if (run.status !== 0) return null;
  return lexTokens(new SourceText("", run.stdout)).map((token) => token.text);
}

/** The corners of macro expansion, each on lines of its own. */
const corners = `
#define EMPTY
#define ONE 1
#define LPAREN (
#define SELF SELF + 1
#define PING PONG ping
#define PONG PING pong
#define ID(x) x
#define TWO(x, y) <x|y>
#define NONE() none
#define STRING(x) #x
#define EXPANDED(x) STRING(x)
#define PASTE(a, b) a ## b
#define PASTED(a, b) PASTE(a, b)
#define THREE(a, b, c) a ## b ## c
#define REST(first, ...) first: __VA_ARGS__ .
#define ALL(...) {__VA_ARGS__}
#define NAMED(list...) [list]
#define CALL(f, x) f(x)
#define F(x) G(x) f
#define G(x) F(x) g
#define LATER NOW
#define NOW 5
SELF PING PONG
ID(ID(ONE)) ID(SELF) ID(ID)(ONE) ID(ID)(ID)(2) NONE() NONE ( ) ID
(3) ID ( 4 ) ID(EMPTY) ID() TWO(,) TWO((1, 2), [3) TWO(a
, b
)
STRING(a  "b\\n" 'c') STRING( spaced   out ) EXPANDED(ONE + SELF) STRING(ONE) STRING()
PASTE(ON, E) PASTED(O, NE) PASTE(1, 2) PASTE(, x) PASTE(x, ) PASTE(,) x PASTE(<, <)
PASTE(ID, )(9) THREE(a, , c) THREE(, , )
REST(1) REST(1, 2) REST(1, 2, (3, 4)) ALL() ALL(1) ALL(a, b) NAMED() NAMED(p, q)
CALL(ID, ONE) CALL(CALL, (ID, 2)) F(1) G(F(2)) CALL(F, G) CALL(EMPTY ID, 7)
TWO(before,
#ifdef NOW
after
#else
never
#endif
)
LATER
#undef NOW
#define NOW 6
LATER ONE LPAREN ID LPAREN 1 )
#define NOW 6
#ifdef NOW
in
#ifndef NOW
never "
#elif 0
skipped
#else
else
#endif
#else
out '
#endif
a/* comment */b // end
c\\
d "st\\
ring" .5e+3 0x1p-2 1..2 a+++b <<= >>= ->* ... .. %:
`;

const name = "macros expand as a C compiler expands them";
if (skipUnless(hasProgram("cc"), name, "no host C compiler")) {
  test(name, () => {
    const result = ours(corners);
    assert.equal(result.codes, []);
    assert.equal(result.tokens, theirs(corners.replace("%:\n", "\n"))?.concat(["%", ":"]));
  });
}

const names = ["A", "B", "C", "F", "G"];
const word = fc.constantFrom(
  ...names,
  ...names,
  "x",
  "y",
  "1",
  "+",
  ",",
  "(",
  ")",
  "F(",
  "G(",
  "F(x)",
  "G(A, B)",
  "F(G(1, 2))",
);
const body = fc.array(word, { maxLength: 7 }).map((words) => words.join(" "));
const parameterBody = fc
  .array(fc.oneof(word, fc.constantFrom("x", "y", "x ## y", "A ## x", "#x", "x ## 1")), { maxLength: 7 })
  .map((words) => words.join(" "));
const program = fc
  .record({ a: body, b: body, c: body, f: parameterBody, g: parameterBody, text: fc.array(word, { maxLength: 12 }) })
  .map(({ a, b, c, f, g, text }) => {
    const oneParameter = f.replace(/x ## y/g, "x ## x").replace(/\by\b/g, "x");
    const objects = `#define A ${a}\n#define B ${b}\n#define C ${c}\n`;
    return `${objects}#define F(x) ${oneParameter}\n#define G(x, y) ${g}\n${text.join(" ")}\n`;
  });

const randomName = "random macros expand as a C compiler expands them";
if (skipUnless(hasProgram("cc"), randomName, "no host C compiler")) {
  test(randomName, () => {
    const seed = Number(process.env.FC_SEED ?? 20_250_730);
    let sound = 0;
    for (const text of fc.sample(program, { seed, numRuns: 150 })) {
      const result = ours(text);
      const expected = theirs(text);
      if (expected === null) {
        assert.ok(result.codes.length > 0, `seed ${seed}: cc refuses this, and it was read:\n${text}`);
        continue;
      }
      sound++;
      assert.equal(result.codes, [], `seed ${seed}: cc reads this:\n${text}`);
      assert.equal(result.tokens, expected, `seed ${seed}:\n${text}`);
    }
    assert.ok(sound > 50, `only ${sound} of 150 texts are sound`);
  });
}

test.run();
