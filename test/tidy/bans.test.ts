import { test } from "uvu";
import { callRule, constructionRule, engineStateRule, nameRule, unfinishedRule, wordRule } from "./bans.ts";
import { accepts, finds } from "./planted.ts";

test("a hypervisor's name is found where hardware is modelled, in every spelling, and nowhere else", () => {
  for (const word of [
    "crosscon",
    "CROSSCON",
    "CrossconTrap",
    "bao",
    "Bao",
    "BAO_TRAP",
    "isBao",
    "bao-entry",
    "xen",
    "L4Re",
  ]) {
    finds(wordRule, { "src/machine/a.ts": `// ok\nconst a = "${word}";\n` }, "src/machine/a.ts:2 names a hypervisor");
  }
  finds(wordRule, { "src/device/xen-console.ts": "" }, "src/device/xen-console.ts names a hypervisor in its path");
  accepts(wordRule, { "src/monitor/a.ts": "crosscon", "src/board/a.ts": "flexen baobab xenon" });
});

test("the host's clock, chance and language are found however they are reached", () => {
  const uses: Readonly<Record<string, string>> = {
    "Date.now()": "Date",
    "new Date()": "Date",
    "globalThis.Date": "Date",
    "performance.now()": "performance",
    "Math.random()": "Math.random",
    "setTimeout(f, 1)": "setTimeout",
    "const later = setInterval;": "setInterval",
    "process.hrtime.bigint()": "hrtime",
    "f({ setTimeout })": "setTimeout",
    "crypto.randomUUID()": "randomUUID",
    "n.toLocaleString()": "toLocaleString",
    "a.localeCompare(b)": "localeCompare",
  };
  for (const [use, name] of Object.entries(uses)) {
    const sin = `src/device/a.ts:2 uses ${name}: a run may not see the host's clock, chance or language`;
    const more = use.startsWith("crypto") ? [sin.replace(name, "crypto")] : [];
    finds(callRule, { "src/device/a.ts": `\n${use}\n` }, sin, ...more);
  }
});

test("a word in a comment, a text, a member or another thing's name is no call, and the outer folders may call", () => {
  accepts(callRule, {
    "src/device/rtc.ts":
      '// Date\nconst a = "Date"; row.Date = 1; const o = { Date: 1, performance() {} }; f(o.performance);',
    "src/cli/run.ts": "setTimeout(() => Date.now(), 1);",
    "bench/a.ts": "performance.now();",
  });
});

test("any, default exports, inheritance and shared variables are found", () => {
  finds(
    constructionRule,
    {
      "src/base/a.ts": "const a: any = 1;",
      "src/base/b.ts": "export default function f() {}",
      "src/base/c.ts": "const c = 1;\nexport default c;",
      "src/base/d.ts": "class D extends Base {}",
      "src/base/e.ts": "let count = 0;\nexport const next = () => count++;",
      "src/base/f.ts": "let last: X | undefined;\nf = () => { last ??= x; last = y; }",
    },
    "src/base/a.ts:1 says any",
    "src/base/b.ts:1 has a default export",
    "src/base/c.ts:2 has a default export",
    "src/base/d.ts:1 inherits",
    "src/base/e.ts:1 keeps state in a module-level variable",
    "src/base/f.ts:1 keeps state in a module-level variable",
  );
  accepts(constructionRule, {
    "src/base/a.ts":
      "interface A extends B {}\nclass InputError extends Error {}\nfunction f<T extends A>() { let x = 1; }",
    "src/base/b.ts": "let loaded: Promise<X> | undefined;\nexport const load = () => (loaded ??= begin());",
    "test/a.ts": "let count = 0;",
  });
});

test("variables outside of functions are found in the engine, constants are not", () => {
  finds(
    engineStateRule,
    { "assembly/a.ts": "let x: u32 = 0;\nexport let y = 1;\nclass C {\n  static z: u32 = 0;\n}\n" },
    "assembly/a.ts:1 is a module-level variable: it would be a Wasm global",
    "assembly/a.ts:2 is a module-level variable: it would be a Wasm global",
    "assembly/a.ts:4 is a static field: it would be a Wasm global",
  );
  accepts(engineStateRule, { "assembly/a.ts": "const x: u32 = 1;\nfunction f(): void { let y: u32 = x; }\n" });
});

test("names that say nothing or are not kebab-case are found", () => {
  finds(
    nameRule,
    {
      "src/base/utils.ts": "",
      "src/base/int-util.ts": "",
      "src/helpers/a.ts": "",
      "src/machine/state-manager.ts": "",
      "assembly/common/a.ts": "",
      "src/base/sourceText.ts": "",
    },
    'src/base/utils.ts is named "utils", which says nothing',
    'src/base/int-util.ts is named "util", which says nothing',
    'src/helpers/a.ts is named "helpers", which says nothing',
    'src/machine/state-manager.ts is named "manager", which says nothing',
    'assembly/common/a.ts is named "common", which says nothing',
    'src/base/sourceText.ts "sourceText.ts" is not kebab-case',
  );
  accepts(nameRule, {
    "src/device/utick.ts": "",
    "test/base/source-text.test.ts": "",
    "src/core/webassembly.d.ts": "",
  });
});

test("work left behind in a comment is found", () => {
  for (const word of [["TO", "DO"].join(""), ["FIX", "ME"].join("")]) {
    finds(unfinishedRule, { "guests/a.c": `\n// ${word}: later\n` }, "guests/a.c:2 leaves work behind in a comment");
  }
  accepts(unfinishedRule, { "src/a/b.ts": "// everything is to do with mastodons\n" });
});

test.run();
