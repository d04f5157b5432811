import { test } from "uvu";
import { accepts, finds } from "./planted.ts";
import { fileSizeRule, functionSizeRule, lineLengthRule } from "./sizes.ts";

const lines = (count: number, line = "x;"): string => `${line}\n`.repeat(count);
const ofLines = (count: number): string => `function long() {\n${lines(count - 2)}}\n`;

test("a file may have 500 lines and not one more", () => {
  accepts(fileSizeRule([]), {
    "src/base/a.ts": lines(500),
    "assembly/gen/decode.ts": lines(9000),
    "README.md": lines(900),
  });
  finds(fileSizeRule([]), { "assembly/b.ts": lines(501) }, "assembly/b.ts has 501 lines, 500 are allowed");
});

test("a row table may be longer, but only while it needs to be", () => {
  const rule = fileSizeRule([{ path: "src/isa/t32.ts", reason: "rows" }]);
  accepts(rule, { "src/isa/t32.ts": lines(800) });
  finds(rule, { "src/isa/t32.ts": lines(80) }, "src/isa/t32.ts is exempt from the size rule without need");
});

test("a function may have 60 lines and not one more, in whatever form it is written", () => {
  accepts(functionSizeRule, { "src/base/a.ts": ofLines(60) });
  const text = [
    ofLines(61),
    `const arrow = () => {\n${lines(59)}};\n`,
    `class C {\n method() {\n${lines(59)}}\n}\n`,
    `test("x", () => {\n${lines(59)}});\n`,
  ];
  finds(
    functionSizeRule,
    { "test/a.test.ts": text[0] ?? "" },
    "test/a.test.ts:1 function long has 61 lines, 60 are allowed",
  );
  finds(functionSizeRule, { "bench/a.ts": text[1] ?? "" }, "bench/a.ts:1 function arrow has 61 lines, 60 are allowed");
  finds(functionSizeRule, { "src/x/a.ts": text[2] ?? "" }, "src/x/a.ts:2 function method has 61 lines, 60 are allowed");
  finds(functionSizeRule, { "test/a.ts": text[3] ?? "" }, "test/a.ts:1 a function has 61 lines, 60 are allowed");
});

test("AssemblyScript functions are measured too, decorators and all", () => {
  const text = `@inline\nexport function f(a: u32): u32 {\n${lines(60, "  let x = <u32>a;")}}\n`;
  finds(functionSizeRule, { "assembly/run.ts": text }, "assembly/run.ts:1 function f has 63 lines, 60 are allowed");
});

test("a line may have 120 characters, counted as people count them", () => {
  accepts(lineLengthRule, { "src/a/b.ts": `// ${"😀".repeat(117)}\n` });
  finds(
    lineLengthRule,
    { "src/a/b.ts": `\n// ${"x".repeat(118)}\n` },
    "src/a/b.ts:2 has 121 characters, 120 are allowed",
  );
});

test.run();
